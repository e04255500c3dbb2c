"""A Writer over a model's server on loopback, as the settings make it, and a task to give it."""

from pathlib import Path
from typing import Any, cast

from assistant import config
from assistant.adapters.langchain_writer import LangChainWriter
from assistant.model_wiring import writer
from assistant.ports import Offered, PartToWrite, RefiningTask, WritingTask
from tests.fakes import FakeAllowance
from tests.model_server import ModelServer

MODEL, KEY = "openai:a-model", "sk-fictional-0123456789"
MESSAGE = (
    "Dear Northshire Police,\n\nHow many patrol boats did you have in 2024?\n"
    "Which of them <b>were</b> repaired?\n\nYours, Jo Hart\n14 Castle Street, Wexmouth"
)
TASK = WritingTask(
    "foia",
    (
        PartToWrite(
            "1",
            "How many patrol boats did you have in 2024?",
            "disclosed",
            (),
            (
                Offered("wording:held", "wording", "We hold the information."),
                Offered("passage:7", "passage", "In 2024 we had 12\u00a0boats,\nall “inshore”."),
            ),
        ),
        PartToWrite(
            "2", "Where do they lie?", "refused", ("s31(1)(a)",),
            (Offered("wording:s31", "wording", "Section 31 applies."),),
        ),
    ),
)  # fmt: skip
STANDS = "At the end of the year 2024 the fleet of the force had 12 boats in it."
REFINING = RefiningTask(
    "shorter", STANDS, "How many boats?", (), (Offered("block", "fact", STANDS),)
)
SHORTER = {
    "sentences": [
        {"text": "At the end of 2024 the fleet had 12 boats.", "ident": "block", "snippet": STANDS}
    ]
}
PROPOSED: dict[str, Any] = {
    "parts": [
        {
            "label": "1",
            "choices": [
                {"kind": "wording", "ident": "wording:held", "snippet": "", "text": ""},
                {"kind": "quote", "ident": "passage:7", "snippet": "12 boats, all", "text": ""},
                {
                    "kind": "generated",
                    "ident": "passage:7",
                    "snippet": "we had 12 boats",
                    "text": "We had 12 boats.",
                },
            ],
        },
        {
            "label": "2",
            "choices": [{"kind": "wording", "ident": "wording:s31", "snippet": "", "text": ""}],
        },
    ]
}


def noticing(*places: tuple[str, str], purpose: str = "request") -> dict[str, Any]:
    """Return an answer of the reader: quotes, each with its kind."""
    rows = [
        {
            "quote": quote,
            "kind": kind,
            "asks": "figures" if kind == "question" else "nothing",
            "regime": "none",
        }
        for quote, kind in places
    ]
    return {"purpose": purpose, "noticed": rows}


def over(
    server: ModelServer,
    allowance: FakeAllowance | None = None,
    pauses: list[float] | None = None,
    **settings: str,
) -> LangChainWriter:
    """Return the Writer of these settings (without FOI_MODEL_, in small letters)."""
    given = {"": MODEL, "base_url": server.address, "key": KEY, "retries": "0"} | settings
    named = {f"FOI_MODEL_{name.upper()}".rstrip("_"): value for name, value in given.items()}
    made = writer(
        config.load(named, Path("/nonexistent/.env")),
        allowance or FakeAllowance(),
        pause=(pauses if pauses is not None else []).append,
    )
    return cast(LangChainWriter, made)
