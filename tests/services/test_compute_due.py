import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import NotAllowed
from assistant.services.compute_due import clock_rules, due_batch, due_document
from tests.bank_holidays import document

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def test_a_plain_request_is_answered_in_the_promised_shape() -> None:
    answer = due_document({"received": "2026-03-27T23:10"})
    working = answer.pop("working")
    assert answer == {
        "regime": "foi",
        "clock": "foi",
        "received_on": "2026-03-27",
        "first_received_on": "2026-03-27",
        "due_on": "2026-04-28",
        "notice_due_on": "2026-04-28",
        "decision_due_on": "2026-04-28",
        "basis": {"due_on": "statutory", "decision_due_on": "statutory"},
        "status": "running",
        "standing_since": None,
        "skipped": [
            {"date": "2026-04-03", "why": "Good Friday", "where": "the United Kingdom"},
            {
                "date": "2026-04-06",
                "why": "Easter Monday",
                "where": "England, Wales and Northern Ireland",
            },
        ],
        "rules": ["FOIA s10(1)", "FOIA s10(6)"],
        "warnings": [],
    }
    assert isinstance(working, list)
    assert working[0] == {"day": 1, "date": "2026-03-30"}
    assert working[-1] == {"day": 20, "date": "2026-04-28"}


@pytest.mark.parametrize(
    ("regime", "events", "due", "decision", "basis"),
    [
        ("foi", ["extended:2026-03-20"], "2026-03-31", "2026-04-30", ("statutory", "guidance")),
        ("eir", ["extended:2026-03-20"], "2026-04-30", "2026-04-30", ("statutory", "statutory")),
        ("FOI-review", [], "2026-03-31", "2026-03-31", ("guidance", "guidance")),
        ("foi-review", ["extended:2026-03-20"], "2026-04-30", "2026-04-30", ("guidance",) * 2),
        ("eir-review", [], "2026-04-30", "2026-04-30", ("statutory", "statutory")),
        ("sar", [], "2026-04-02", "2026-04-02", ("statutory", "statutory")),
        (None, None, "2026-03-31", "2026-03-31", ("statutory", "statutory")),
    ],
)
def test_each_regime_has_its_own_limits(
    regime: str | None,
    events: list[str] | None,
    due: str,
    decision: str,
    basis: tuple[str, str],
) -> None:
    answer = due_document({"received": "2026-03-02", "regime": regime, "event": events})
    assert (answer["due_on"], answer["decision_due_on"]) == (due, decision)
    assert answer["basis"] == {"due_on": basis[0], "decision_due_on": basis[1]}


def test_a_month_is_shown_day_by_day_too() -> None:
    answer = due_document({"received": "2026-01-31", "regime": "sar"})
    working, skipped = answer["working"], answer["skipped"]
    assert isinstance(working, list)
    assert working[0] == {"day": 1, "date": "2026-02-01"}
    assert working[-1] == {"day": 28, "date": "2026-03-02"}
    assert isinstance(skipped, list)
    assert [each["why"] for each in skipped] == ["Saturday", "Sunday"]


def test_an_authoritys_own_clock_answers_for_foi_and_says_which_it_was() -> None:
    archives = clock_rules("archives")
    answer = due_document({"received": "2026-10-01"}, archives)
    assert (answer["regime"], answer["clock"], answer["due_on"]) == (
        "foi",
        "archives",
        "2026-11-12",
    )
    assert due_document({"received": "2026-10-01", "regime": "eir"}, archives)["clock"] == "eir"


def test_a_schools_clock_can_be_asked_for_by_name() -> None:
    terms = ((date(2026, 4, 20), date(2026, 7, 21)), (date(2026, 9, 2), date(2026, 10, 23)))
    rules = clock_rules("foi", terms)
    answer = due_document({"received": "2026-07-17", "regime": "school"}, rules)
    assert (answer["regime"], answer["due_on"]) == ("school", "2026-09-25")
    with pytest.raises(NotAllowed, match="Set FOI_SCHOOL_TERMS"):
        due_document({"received": "2026-07-17", "regime": "school"})


def test_a_file_of_bank_holidays_moves_the_date_and_sets_the_horizon() -> None:
    rules = clock_rules(bank_holidays=document(2026, day_2026_04_10="A day of thanks"))
    answer = due_document({"received": "2026-03-27"}, rules)
    assert answer["due_on"] == "2026-04-29"
    assert {"date": "2026-04-10", "why": "A day of thanks", "where": "the United Kingdom"} in (
        answer["skipped"]  # type: ignore[operator]  # a list
    )
    assert answer["warnings"] == []
    beyond = due_document({"received": "2026-12-21"}, rules)
    assert "Bank holidays are known until 2026-12-31" in str(beyond["warnings"])
    [line] = due_batch(['{"received": "2026-03-27"}'], rules)
    assert line["due_on"] == "2026-04-29"


def test_nothing_is_due_while_clarification_is_awaited() -> None:
    answer = due_document(
        {"received": "2026-03-02", "event": "clarification-sought:2026-03-10T09:30"}
    )
    assert answer["status"] == "awaiting-clarification"
    assert answer["due_on"] is answer["notice_due_on"] is answer["decision_due_on"] is None


def test_a_time_with_an_offset_is_brought_to_london() -> None:
    answer = due_document({"received": "2026-06-30T23:30:00Z"})
    assert answer["received_on"] == "2026-07-01"


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({}, "“received” needs a date"),
        ({"received": ""}, "“received” needs a date"),
        ({"received": "yesterday"}, r"“yesterday” \(received\) is not a date"),
        ({"received": "2026-02-30"}, "is not a date"),
        ({"received": "0001-01-01T00:00+14:00"}, "is not a date"),
        ({"received": "0226-03-27"}, "outside the years 2005 to 2098"),
        ({"received": "2026-03-27", "regime": "foisa"}, "It is one of: foi, eir, sar"),
        ({"received": "2026-03-27", "events": []}, "Did you mean “event”"),
        ({"recieved": "2026-03-27"}, "Did you mean “received”"),
        ({"received": "2026-03-27", "event": ["extended"]}, "“extended” is not an event"),
        ({"received": "2026-03-27", "event": ["pause:2026-03-28"]}, "begins with one of"),
        ({"received": "2026-03-27", "event": ["extended:soon"]}, r"“soon” \(extended\)"),
        ({"received": "2026-03-27", "event": ["extended:2026-03-26"]}, "before the receipt"),
        (
            {"received": "2026-03-27", "regime": "eir-review", "event": ["extended:2026-03-28"]},
            "no",
        ),
    ],
)
def test_wrong_use_is_told_what_is_right_in_one_line(
    options: dict[str, object], fault: str
) -> None:
    with pytest.raises(NotAllowed, match=fault) as raised:
        due_document(options)
    assert "\n" not in str(raised.value)


def test_an_option_that_means_nothing_is_said_to_have_been_left_out() -> None:
    answer = due_document({"received": "2026-03-27", "colour": "red", "id": 7})
    assert answer["warnings"] == ["The option “colour” means nothing here and was left out."]


def test_a_batch_answers_line_by_line_with_its_ids() -> None:
    lines = [
        '{"id": "a", "received": "2026-03-27"}',
        "",
        '{"id": 5, "received": "2026-03-27", "regime": "sar"}\n',
        '\ufeff{"received": "2026-03-27"}',
    ]
    answers = list(due_batch(lines))
    assert [answer.get("id") for answer in answers] == ["a", 5, None]
    assert [answer["due_on"] for answer in answers] == ["2026-04-28", "2026-04-27", "2026-04-28"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("not json", "This is not JSON"),
        ("[1]", "This is not a JSON object"),
        ("[" * 100_000, "This is not JSON"),
        ('{"received": "never"}', "is not a date"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_answered(line: str, fault: str) -> None:
    bad, good = due_batch([line, '{"received": "2026-03-27"}'])
    assert bad["line"] == 1
    assert str(bad["error"]).find(fault) >= 0
    assert good["due_on"] == "2026-04-28"


def test_a_line_with_an_id_keeps_it_when_it_fails() -> None:
    [answer] = due_batch(['{"id": "x", "received": "never"}'])
    assert (answer["id"], answer["line"]) == ("x", 1)


@given(st.dictionaries(st.sampled_from(["id", "received", "regime", "event", "x"]), JSON))
def test_any_object_is_answered_or_refused(options: dict[str, object]) -> None:
    [answer] = due_batch([json.dumps(options)])
    assert ("error" in answer) is not ("due_on" in answer)
    json.dumps(answer)


def test_it_starts_without_the_shell() -> None:
    program = (
        "import sys; from assistant.services.compute_due import due_document; "
        "due_document({'received': '2026-03-27'}); "
        "assert not {'django', 'numpy', 'sklearn'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own program
