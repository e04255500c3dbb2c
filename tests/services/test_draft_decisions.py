"""Drafting from decisions in a file: any letter, and errors that name the key to mend."""

import json
from typing import Any

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.kinds import KINDS
from assistant.services.draft_decisions import Decisions, read_decisions
from assistant.services.draft_files import Desk, draft_document
from tests.letters import mail
from tests.world import DETAILS, World

WHY = {
    "likelihood": "would be likely to",
    "harm": "Recruiters would go where no figures are high.",
    "why": "The figures are split by group.",
    "for_disclosure": "The debate is lively.",
    "against": "Groups would learn who watches them.",
    "tips": "The figures add little to the national statistics.",
}
PARTS: dict[str, Any] = {
    "1": {
        "held": "held",
        "outcome": "refused",
        "sections": ["s24(1)", "s31(1)(a)"],
        "searches": [
            {
                "where": "the case system",
                "who": "R. Hale",
                "terms": "prevent",
                "made_on": "2026-03-03",
                "result": "three yearly totals",
            }
        ],
    },
    "2": {"held": "held", "outcome": "disclosed_full", "facts": "Nobody."},
}


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(
        details=DETAILS,
        authority_id=None,
        library=world.library,
        register=world.register,
        wordings=bootstrap.wordings(),
        clock=world.clock,
    )


def decisions(desk: Desk, **given: object) -> Decisions:
    return read_decisions(json.dumps(given), desk.register)


def letter(desk: Desk, kind: str, **given: object) -> dict[str, Any]:
    document = draft_document(mail(), desk, decisions(desk, **given), kind)
    found: dict[str, Any] = document["letter"]
    assert "".join(block["text"] for block in found["blocks"]) == found["text"]
    return found


def gaps(found: dict[str, Any]) -> list[str]:
    return [block["text"] for block in found["blocks"] if block["kind"] == "gap"]


def test_decided_parts_and_reasons_fill_the_response(desk: Desk) -> None:
    reasoning = {"FOIA s24(1)": WHY, "s.31(1)(a)": WHY}
    found = letter(desk, "response", parts=PARTS, reasoning=reasoning)

    assert "sections 24(1) and 31(1)(a) of FOIA" in found["text"]
    assert "Recruiters would go where no figures are high." in found["text"]
    assert "Nobody." in found["text"]
    assert not [text for text in gaps(found) if "section 31" in text or "section 24" in text]
    assert [text for text in gaps(found) if "part 3(a)" in text]


def test_parts_that_the_requester_did_not_number_go_by_their_place(desk: Desk) -> None:
    raw = mail("How many boats do you keep?\n\nHow many dogs do you keep?\n")
    given = decisions(desk, parts={"2": {"held": "held", "outcome": "disclosed_full"}})

    text = draft_document(raw, desk, given)["response"]["text"]

    assert text.count("We are disclosing this information in full.") == 1
    assert text.index("How many dogs") < text.index("We are disclosing")
    with pytest.raises(NotAllowed, match="Its parts are p1, p2"):
        draft_document(raw, desk, decisions(desk, parts={"3": {}}))


def test_without_a_letter_the_document_is_as_before(desk: Desk) -> None:
    assert set(draft_document(mail(), desk)) == {"acknowledgement", "response"}


def test_an_estimate_stands_in_the_response_as_a_table_with_its_total(desk: Desk) -> None:
    rows = [
        {"activity": "locate", "task": "look through 400 files", "hours": 20},
        {"activity": "extracting", "task": "read 400 files", "hours": "7.5"},
    ]
    part = {"held": "held", "outcome": "cost_s12", "sections": ["FOIA s12(1)"]}
    found = letter(desk, "response", parts={"1": part}, estimates={"1": rows})

    assert "may contain it: look through 400 files | 20 | £500" in found["text"]
    assert "27.5 hours, which at £25 an hour is £687.50" in found["text"]
    assert "more than the appropriate limit of £450, or 18 hours" in found["text"]
    assert "How you could narrow your request" in found["text"]


@pytest.mark.parametrize("row", list(KINDS.values()), ids=lambda row: row.kind)
def test_every_kind_of_letter_comes_from_a_file(desk: Desk, row) -> None:
    regime = min(row.regimes)
    found = letter(desk, row.kind, regime=regime)
    assert found["text"].startswith("Northshire Police\n")
    assert found["pipeline_version"]


def test_values_fill_the_letters_own_slots(desk: Desk) -> None:
    found = letter(
        desk,
        "chaser_reply",
        values={"message_on": "2026-03-02", "standing": "It is being answered."},
    )
    assert gaps(found) == []
    assert "your message of 2 March 2026" in found["text"]
    assert [one for one in found["findings"] if one["severity"] == "error"] == []


def test_a_letter_of_another_regime_is_refused_with_what_to_do(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="give “regime” in the decisions"):
        letter(desk, "eir_extension")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"part": {}}, "decisions.part is not known"),
        ({"parts": {"9": {}}}, "the request has no part “9”. Its parts are 1,"),
        ({"estimates": {"9": []}}, "estimates.9: the request has no part"),
        ({"parts": {"1": {"held": "maybe"}}}, "parts.1.held: “maybe” is no value"),
        ({"parts": {"1": {"outcome": "gone"}}}, "parts.1.outcome: “gone” is no value"),
        ({"parts": {"1": {"sections": "s31"}}}, "parts.1.sections is a list"),
        ({"parts": {"1": {"sections": ["s99"]}}}, "parts.1.sections: “s99” is not in the register"),
        ({"parts": {"1": {"facts": 7}}}, "parts.1.facts is a text"),
        ({"parts": {"1": {"colour": "red"}}}, "parts.1.colour is not known"),
        ({"parts": {"1": {"searches": [{}]}}}, r"parts.1.searches\[0\].where is missing"),
        (
            {"parts": {"1": {"searches": [{"where": "a", "made_on": "x", "result": "c"}]}}},
            "made_on: “x” is not a date",
        ),
        ({"reasoning": {"s31(1)(z)": {}}}, r"reasoning.s31\(1\)\(z\)"),
        ({"reasoning": {"s31(1)(a)": {"mood": "x"}}}, "mood is not known"),
        ({"estimates": {"": [{"activity": "redact", "task": "x", "hours": 2}]}}, "cannot be count"),
        ({"estimates": {"": [{"activity": "locate", "task": "x", "hours": "a"}]}}, "not a number"),
        ({"estimates": {"": [{"activity": "locate", "task": "x", "hours": 0}]}}, "above 0"),
        ({"estimates": {"": [{"activity": "locate", "hours": 1}]}}, "Say what the hours"),
        ({"regime": "GDPR"}, "regime: “GDPR”"),
        ({"reasoning": {"s31(1)(a)": {"why": "x"}}}, "no part relies on it. The parts rely on no"),
        ({"values": []}, "“values” is not a JSON object"),
        ({"values": {"colour": "red"}}, "“colour” is not asked for by this letter"),
    ],
)
def test_what_cannot_be_read_is_named(desk: Desk, given: dict[str, object], says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        letter(desk, "clarification", **given)


@pytest.mark.parametrize("kind", ["", "response", "acknowledgement"])
def test_values_that_no_letter_asks_for_are_named(desk: Desk, kind: str) -> None:
    decisions = read_decisions('{"values": {"standing": "It is being answered."}}', desk.register)
    with pytest.raises(NotAllowed, match=r"values\.standing: only a letter of another kind"):
        draft_document(mail(), desk, decisions, kind)


def test_a_key_that_stands_twice_is_named(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="“1” stands twice"):
        read_decisions('{"parts": {"1": {}, "1": {}}}', desk.register)


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"'])
def test_what_is_no_object_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(NotAllowed, match=r"not JSON|not a JSON object"):
        read_decisions(text, desk.register)


def test_there_is_no_letter_but_those_of_the_table(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="is no kind of letter"):
        letter(desk, "birthday_card")
