"""The estimate of section 12: only four activities count, and the limit is the authority's."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block, BlockKind, Draft
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.estimate import (
    ACTIVITIES,
    CostEstimate,
    EstimateRow,
    estimate_table,
    in_hours,
    in_pounds,
    refuse_unfit,
    together,
)
from tests.unit.letters.samples import CONTEXT, REGISTER, WORDINGS, one_part

HOURS = st.decimals(
    min_value="0.1", max_value="9999", places=2, allow_nan=False, allow_infinity=False
)
ROWS = st.builds(EstimateRow, st.sampled_from(list(ACTIVITIES)), st.just("open each file"), HOURS)


def estimate(**hours: str) -> CostEstimate:
    rows = (EstimateRow(name, "open each file", Decimal(text)) for name, text in hours.items())
    return CostEstimate(tuple(rows), "priya")


def response(
    section: str, estimates: dict[str, CostEstimate], *, limit: int = 450, held: Held = Held.HELD
) -> Draft:
    parts = one_part(Outcome.COST_S12, section, held=held)
    context = replace(CONTEXT, cost_limit=limit)
    return compose_response(context, parts, [], WORDINGS, REGISTER, [], estimates)


def tables(draft: Draft) -> list[Block]:
    return [b for b in draft.blocks if b.sources and b.sources[0].id.startswith("case:estimate")]


@pytest.mark.parametrize("activity", ["redact", "consult", "exemptions", ""])
def test_only_the_four_activities_of_the_regulations_count(activity: str) -> None:
    with pytest.raises(NotAllowed, match="determining, locating, retrieving, extracting"):
        refuse_unfit(EstimateRow(activity, "black out names", Decimal(3)))


@pytest.mark.parametrize("hours", ["0", "-1", "NaN", "Infinity"])
def test_hours_are_a_number_above_nothing(hours: str) -> None:
    with pytest.raises(NotAllowed, match="number above 0"):
        refuse_unfit(EstimateRow("locating", "open each file", Decimal(hours)))


def test_hours_are_spent_on_something() -> None:
    with pytest.raises(NotAllowed, match="what the hours would be spent on"):
        refuse_unfit(EstimateRow("locating", " ", Decimal(1)))


def test_no_table_is_made_of_what_does_not_count() -> None:
    with pytest.raises(NotAllowed, match="cannot be counted"):
        estimate_table(CostEstimate((EstimateRow("redacting", "black out names", Decimal(3)),)))


@given(st.lists(ROWS, max_size=8))
def test_the_cost_is_25_pounds_for_every_hour(rows: list[EstimateRow]) -> None:
    whole = CostEstimate(tuple(rows))
    assert whole.hours == sum((row.hours for row in rows), Decimal(0))
    assert whole.cost == 25 * whole.hours
    assert whole.exceeds(450) == (whole.hours > 18)
    assert whole.exceeds(600) == (whole.hours > 24)


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_the_table_has_a_line_for_each_row_and_the_total(rows: list[EstimateRow]) -> None:
    head, *lines, total = estimate_table(CostEstimate(tuple(rows))).splitlines()
    assert head == "Work | Hours | Cost"
    assert len(lines) == len(rows)
    assert total.startswith(f"Total | {in_hours(sum(row.hours for row in rows))} | £")
    assert all(line.count(" | ") == 2 for line in lines)


def test_a_bar_in_a_task_makes_no_further_cell() -> None:
    row = EstimateRow("locating", "files a | b", Decimal(1))
    assert "files a / b | 1 | £25" in estimate_table(CostEstimate((row,)))


def test_figures_are_printed_as_letters_print_them() -> None:
    assert [in_hours(Decimal(h)) for h in ("7.50", "19000", "0.25")] == ["7.5", "19,000", "0.25"]
    assert [in_pounds(Decimal(p)) for p in ("450", "187.5", "475000")] == [
        "£450",
        "£187.50",
        "£475,000",
    ]


def test_estimates_of_parts_are_one_estimate_of_the_request() -> None:
    whole = together([estimate(locating="10"), estimate(extracting="9")])
    assert (whole.hours, whole.author) == (19, "priya")


def test_the_letter_shows_the_table_the_total_and_the_limit() -> None:
    draft = response("FOIA s12(1)", {"": estimate(determining="1", locating="7", extracting="129")})
    assert (
        "Locating the information, or a document which may contain it: open each file | 7 | £175\n"
        in draft.text
    )
    assert "137 hours, which at £25 an hour is £3,425" in draft.text
    assert "more than the appropriate limit of £450, or 18 hours." in draft.text
    assert {block.kind for block in tables(draft)} == {BlockKind.CASE_FACT}
    assert {block.author for block in tables(draft)} == {"priya"}
    assert not any("hours for each of" in gap.text for gap in draft.gaps)


def test_the_limit_is_24_hours_for_central_government() -> None:
    draft = response("FOIA s12(1)", {"": estimate(locating="25")}, limit=600)
    assert "limit of £600, or 24 hours" in draft.text


def test_without_an_estimate_the_letter_asks_for_the_four_activities() -> None:
    draft = response("FOIA s12(1)", {})
    assert any("determining whether it is held, locating" in gap.text for gap in draft.gaps)


@pytest.mark.parametrize(("limit", "hours"), [(450, "18"), (600, "24")])
def test_an_estimate_within_the_limit_is_no_ground_for_refusal(limit: int, hours: str) -> None:
    draft = response("FOIA s12(1)", {"": estimate(locating=hours)}, limit=limit)
    assert any("section 12 of FOIA does not apply" in gap.text for gap in draft.gaps)
    assert "That is more than the appropriate limit" not in draft.text


def test_confirming_or_denying_counts_only_finding_out_whether_it_is_held() -> None:
    draft = response(
        "FOIA s12(2)", {"": estimate(determining="19", locating="400")}, held=Held.UNKNOWN
    )
    assert "19 hours" in draft.text
    assert "Locating the information" not in draft.text
    assert "holds this information" not in draft.text
    locating = response("FOIA s12(2)", {"": estimate(locating="400")}, held=Held.UNKNOWN)
    assert any("hours for each of" in gap.text for gap in locating.gaps)


def test_parts_with_estimates_of_their_own_are_added_up() -> None:
    parts = [
        CasePart(key, key, f"{key}. Which boats?", Held.HELD, Outcome.COST_S12, ("FOIA s12(1)",))
        for key in ("1", "2")
    ]
    given_for = {"1": estimate(locating="10"), "2": estimate(extracting="9")}
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER, [], given_for).text
    assert "Part 1:\nWork | Hours | Cost\nLocating" in text
    assert "Part 2:\nWork | Hours | Cost\nExtracting" in text
    assert "In total we estimate 19 hours" in text


def test_a_request_over_the_limit_is_offered_help_to_narrow_it() -> None:
    draft = response("FOIA s12(1)", {"": estimate(locating="25")})
    assert "How you could narrow your request" in draft.text
    assert any("which period or which records" in gap.text for gap in draft.gaps)


def test_an_estimate_says_nothing_where_section_12_is_not_relied_on() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s31(1)(a)")
    given_for = {"": estimate(locating="25")}
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER, [], given_for)
    assert tables(draft) == []
