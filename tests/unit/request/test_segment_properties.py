"""What holds of the parts of any text whatever."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.request.questions import key_of, segment
from assistant.domain.request.regime import classify, part_regimes
from assistant.domain.request.regime_cues import ENVIRONMENT, OWN_DATA

LABELS = "1. |2) |3 |(a) |b) |ii. |Q4: |1.1 |4a) |- |• |l) |) |* "
SAID = (
    "How many vans do you own?|Please provide the following:|Please break down by year."
    "|If so, how many?"
    "|The number of dogs|2021-22|Yes|Libraries|including:|cats, |Yours faithfully|what "
    "|Dear Northshire Police,|> old|I look forward to your reply.|I wish to complain."
    "|my own records"
)
MARKS = ["“", '"', "...", "?", " and (b) ", "é\u2028", "\x00", "\n", "\n\n", "\r\n", " ", "\t"]
PIECES = st.sampled_from([*LABELS.split("|"), *SAID.split("|"), *MARKS])
REQUESTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


@given(REQUESTS)
def test_parts_are_ordered_disjoint_spans_of_the_text_with_unique_keys(text: str) -> None:
    parts = segment(text)
    assert all(part.text == text[part.start : part.end] for part in parts)
    assert all(part.text.strip() for part in parts)
    assert all(one.end <= two.start for one, two in itertools.pairwise(parts))
    assert len(set(key_of(parts))) == len(parts)


@given(REQUESTS, st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300)), max_size=5))
def test_parts_stay_inside_the_spans_given(text: str, spans: list[tuple[int, int]]) -> None:
    for part in segment(text, spans):
        assert part.text == text[part.start : part.end]
        covered = {at for start, end in spans for at in range(start, end)}
        assert covered.issuperset(range(part.start, part.end))


@given(REQUESTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert segment(text) == segment(text)


@given(REQUESTS, REQUESTS)
def test_every_request_has_a_regime_and_a_reason(text: str, subject: str) -> None:
    parts = segment(text)
    verdicts = (classify(text, subject), *part_regimes(text, parts, subject))
    assert len(verdicts) == len(parts) + 1
    assert all(verdict.reasons for verdict in verdicts)


def test_long_repetitive_texts_are_read() -> None:
    for pattern in (
        ".",
        "? ",
        "please ",
        "1.1 ",
        "1. x:\n",
        "I) x\n",
        "(",
        "2019 - ",
        ", and what ",
    ):
        text = pattern * 2000
        assert all(part.text == text[part.start : part.end] for part in segment(text))


def test_no_pattern_of_the_tables_repeats_without_bound() -> None:
    # A repetition without an upper bound inside another is what makes reading time explode.
    for cue in (*ENVIRONMENT, *OWN_DATA):
        assert not any(mark in cue.found.pattern for mark in (")*", ")+", ".*", ".+"))
