"""Which beginnings of a line are labels, and which only look like one."""

import pytest

from assistant.domain.request.labels import Kind, read_label, value_of


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("1. How many", Kind.NUMBER, "1"),
        ("(12) How many", Kind.NUMBER, "12"),
        ("Q7", Kind.NUMBER, "7"),
        ("Question 3: Who", Kind.NUMBER, "3"),
        ("Part b: Who", Kind.LETTER, "b"),
        ("2.3.1 Who", Kind.DECIMAL, "2.3.1"),
        ("4(b) Who", Kind.COMPOUND, "b"),
        ("4 b. Who", Kind.COMPOUND, "b"),
        ("(4a) Who", Kind.COMPOUND, "a"),
        ("2.iii) Who", Kind.COMPOUND, "iii"),
        ("iv) Who", Kind.ROMAN, "iv"),
        ("D. Who", Kind.LETTER, "D"),
        ("• Who", Kind.BULLET, ""),
        (") Who", Kind.LOST, ""),
    ],
)
def test_a_label_is_read_with_its_bare_name(line: str, kind: Kind, name: str) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.kind, label.name) == (kind, name)


@pytest.mark.parametrize(
    "line",
    [
        "2024. A good year",
        "2019-20 figures",
        "1.5 million was spent",
        "12/05/2024 letter",
        "vvv) no numeral",
        "-----",
        "How many",
        "0. nothing",
        "",
    ],
)
def test_years_sums_dates_and_rules_are_no_labels(line: str) -> None:
    assert read_label(line) is None


def test_a_bare_number_is_a_doubtful_label() -> None:
    label = read_label("1 How many")
    assert label is not None
    assert not label.sure


def test_the_width_ends_where_the_label_ends() -> None:
    label = read_label("Q2) How many")
    assert label is not None
    assert label.width == 3


@pytest.mark.parametrize(
    ("name", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xii", 12), ("iix", None), ("vx", None)]
)
def test_roman_numerals_are_counted_only_where_rightly_written(
    name: str, value: int | None
) -> None:
    assert value_of(Kind.ROMAN, name) == value


@pytest.mark.parametrize(
    "line", ["(\u0130) first", "\u0131) first", "a\u0130. first", "1\u0131) x"]
)
def test_a_letter_that_nobody_counts_with_is_no_label(line: str) -> None:
    label = read_label(line)
    assert label is None or label.name.isascii()
