"""Disclosure logs of different authorities, by their headings."""

import pytest

from assistant.domain.library.columns import (
    FIELDS,
    day_of,
    guess,
    headings_in,
    of_row,
    outcome_of,
    sections_of,
)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            "Ref|Date received|Date of response|Subject|Request|Response|Exemptions|Outcome",
            "reference answered received title request answer outcome sections",
        ),
        ("FOI Reference Number|Month|Request Details|Response Details|Decision",
         "reference request answer outcome"),
        ("Case ID|Summary of request|Information disclosed|Date closed|Section",
         "reference answered request answer sections"),
        ("Title|Question|Answer|Status", "title request answer outcome"),
        ("Request ID|Request title|Request date|Response date|Response type",
         "reference answered received title outcome"),
    ],
)  # fmt: skip
def test_headings_tell_what_their_columns_hold(headings: str, fields: str) -> None:
    found = guess(headings.split("|"))
    assert set(found.fields) == set(fields.split())
    assert found.usable


def test_headings_that_say_nothing_are_no_headings() -> None:
    assert headings_in([["a", "b"], ["1", "2"]]) is None


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Disclosed in full", "disclosed_full"),
        ("Partially disclosed", "disclosed_part"),
        ("Part disclosed / part exempt", "disclosed_part"),
        ("Information not held", "not_held"),
        ("Refused - s12", "cost_s12"),
        ("Exempt", "refused"),
        ("Neither confirm nor deny", "ncnd"),
        ("disclosed_part", "disclosed_part"),
        ("Sent by post", ""),
    ],
)
def test_the_words_of_a_log_for_an_outcome_mean_one_of_ours(words: str, outcome: str) -> None:
    assert outcome_of(words) == outcome


@pytest.mark.parametrize("words", ["40(2); 31", "s.40(2), s31", "Section 40(2) and section 31"])
def test_sections_are_read_bare_or_spelled(words: str) -> None:
    assert sections_of(words) == ("FOIA s40(2)", "FOIA s31")


@pytest.mark.parametrize(
    "words", ["2024-03-12", "12/03/2024", "12 March 2024", "2024-03-12 10:00:00"]
)
def test_a_day_is_read_as_the_united_kingdom_writes_it(words: str) -> None:
    day = day_of(words)
    assert day is not None
    assert day.isoformat() == "2024-03-12"


@pytest.mark.parametrize("words", ["", "soon", "2024-13-45", "31/02/2024"])
def test_what_is_no_day_is_none(words: str) -> None:
    assert day_of(words) is None


def test_a_row_without_an_answer_is_no_precedent_and_its_outcome_may_be_one() -> None:
    columns = guess(["Request", "Response", "Outcome"])
    assert of_row(["How many?"], columns, source="log.csv#2", kind="csv") is None
    found = of_row(["How many?", "", "Not held"], columns, source="log.csv#3", kind="csv")
    assert found is not None
    assert (found.text, found.outcome, found.title) == ("Not held", "not_held", "How many?")


def test_every_field_has_a_name_for_people() -> None:
    assert all(name and patterns for name, patterns in FIELDS.values())
