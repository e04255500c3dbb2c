"""How far the figures of an answer reach."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.library.staleness import reach

ENDS = [
    ("As at 31 March 2022 there were 14.", date(2022, 3, 31)),
    ("Figures to March 2023 are given.", date(2023, 3, 31)),
    ("Between 2019/20 and 2021/22 there were 14.", date(2022, 3, 31)),
    ("From 1 April 2020 to 30 September 2021 there were 14.", date(2021, 9, 30)),
    ("The numbers for 2018-2021 are below.", date(2021, 12, 31)),
    ("Correct as of 2nd February 2024.", date(2024, 2, 2)),
    ("01/04/2024 – 31/08/2024: 14", date(2024, 8, 31)),
    ("In the academic year 2021/22 there were 14 pupils.", date(2022, 8, 31)),
    ("2022 | 2023 | 2024", date(2024, 12, 31)),
    ("In February 2024 there were 14.", date(2024, 2, 29)),
]


@pytest.mark.parametrize(("sentence", "end"), ENDS)
def test_the_latest_period_ends_where_its_words_say(sentence: str, end: date) -> None:
    found = reach([sentence])
    assert found is not None
    assert found.to == end
    assert found.words in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The Regulations 2004 (SI 2004 No. 3244) set the limit.",
        "Your request was received on 3 March 2026.",
        "The contract expires on 31 March 2031.",
        "It will be finished by the end of 2030.",
        "There were 2,023 visits and 2019 of them paid £2,020.",
        "Call 0114 2024 2025.",
    ],
)
def test_what_is_no_period_of_the_figures_does_not_count(sentence: str) -> None:
    found = reach([sentence], dated=date(2026, 1, 1))
    assert found is None or found.to < date(2020, 1, 1)


def test_a_period_that_is_named_as_one_goes_before_a_year_that_is_mentioned() -> None:
    found = reach(["The scheme began in 2024.", "As at 31 March 2022 it had 14 members."])
    assert found is not None
    assert found.to == date(2022, 3, 31)


def test_a_year_that_was_not_over_counts_to_the_letter() -> None:
    found = reach(["In 2023/24 so far there were 14."], dated=date(2023, 11, 2))
    assert found is not None
    assert found.to == date(2023, 11, 2)


def test_a_plan_after_the_letter_says_nothing_of_the_figures() -> None:
    assert reach(["The 2027/28 budget is £14m."], dated=date(2026, 1, 1)) is None


@given(st.lists(st.sampled_from([sentence for sentence, _ in ENDS])), st.dates(date(1990, 1, 1)))
def test_figures_never_reach_beyond_the_letter(sentences: list[str], dated: date) -> None:
    found = reach(sentences, dated)
    assert found is None or found.to <= dated
