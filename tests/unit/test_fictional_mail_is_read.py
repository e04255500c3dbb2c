"""Fictional mail is told apart; the floors stand a little under what was reached (the READMEs)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.mail import cues_deciding
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.phrases import Phrases
from assistant.domain.request import business_cues, own_data
from assistant.services.evaluate_classes import evaluate_follow_up, evaluate_regime

SETS = Path(__file__).parent.parent
TABLES: dict[str, Phrases] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": table
    for module in (own_data, business_cues)
    for name, table in vars(module).items()
    if isinstance(table, Phrases)
} | {
    f"{act.says}, {side}": table
    for act in (*cues_deciding.ACTS, *cues_deciding.HINTS)
    for side, table in (("done", act.pattern), ("not", act.unless))
}


def records(name: str) -> list[dict[str, Any]]:
    lines = (SETS / name / "mails.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_regimes_of_fictional_mail_are_told() -> None:
    figures = evaluate_regime(records("regime_set"))
    assert figures["n"] == 120
    assert figures["accuracy"] >= 0.91
    assert figures["accuracy_unambiguous"] >= 0.93
    assert figures["by_class"]["SAR"]["recall"] >= 0.96
    assert figures["by_class"]["BAU"]["recall"] >= 0.8


def test_no_request_of_the_fictional_mail_is_lost_as_ordinary_business() -> None:
    confusion = evaluate_regime(records("regime_set"))["confusion"]
    lost = {name: confusion[name].get("BAU", 0) for name in ("SAR", "FOI", "EIR")}
    assert lost == {"SAR": 0, "FOI": 0, "EIR": 0}
    assert confusion["FOI"].get("SAR", 0) == 0


def test_what_fictional_messages_are_for_is_told() -> None:
    figures = evaluate_follow_up(records("followup_set"))
    assert figures["n"] == 243
    assert figures["accuracy"] >= 0.97


@pytest.mark.parametrize(
    "kind",
    [IntentKind.INTERNAL_REVIEW_REQUEST, IntentKind.WITHDRAWAL, IntentKind.COMPLAINT_ICO],
)
def test_every_message_that_moves_a_duty_is_recognised_and_few_others_are(kind: IntentKind) -> None:
    figures = evaluate_follow_up(records("followup_set"))["by_class"][kind.value]
    assert figures["recall"] == 1
    assert figures["precision"] >= 0.95


@pytest.mark.parametrize("name", TABLES)
def test_a_table_finds_in_fictional_mail_exactly_what_its_pattern_finds(name: str) -> None:
    table = TABLES[name]
    blind = re.IGNORECASE if name.startswith(("own_data", "business_cues")) else re.NOFLAG
    pattern = re.compile(table.pattern, blind)
    for record in (*records("followup_set"), *records("regime_set")):
        for line in record["text"].split("\n"):
            text = line if blind else line.lower()
            assert table.occur_in(text) == (pattern.search(text) is not None)
