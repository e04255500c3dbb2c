"""Lines are told apart: the request, the reasons, the public interest, the help, the rights."""

import pytest

from assistant.domain.letters.checks.lines import joined
from assistant.domain.letters.checks.zones import Zone, lines_of, sentences_of
from tests.unit.letters.checks import other_letters, refusals, special_letters
from tests.unit.letters.checks.letters import Letter


def zones(text: str, *, review: bool = False) -> dict[str, Zone]:
    """The zone of each line by its first words."""
    lines = lines_of(joined(text), review=review)
    return {" ".join(line.text.split()[:4]): line.zone for line in lines}


def test_a_letter_under_headings_is_told_by_them() -> None:
    found = zones(refusals.ROTA.text)
    assert found["Northshire Police"] is Zone.FRAME
    assert found["Dear Alex Morgan"] is Zone.FRAME
    assert found["We hold the rota."] is Zone.BODY
    assert found["The rota shows which"] is Zone.BODY
    assert found["Residents have an interest"] is Zone.INTEREST
    assert found["There is a strong"] is Zone.INTEREST
    assert found["On balance, the public"] is Zone.INTEREST
    assert found["You may ask for"] is Zone.RIGHTS
    assert found["If you remain dissatisfied,"] is Zone.RIGHTS
    assert found["Priya Nair"] is Zone.FRAME


def test_a_letter_with_run_in_titles_is_told_by_them() -> None:
    found = zones(refusals.CATERING.text)
    assert found["Q2. The bids are"] is Zone.BODY
    assert found["The public interest. In"] is Zone.INTEREST
    assert found["Your rights. If you"] is Zone.RIGHTS
    assert found["Information Governance"] is Zone.FRAME


def test_a_letter_in_plain_prose_is_told_by_what_it_says() -> None:
    found = zones(refusals.CONFIDED.text)
    assert found["You wrote on 10"] is Zone.BODY
    assert found["The surveyor gave it"] is Zone.BODY
    assert found["Should you disagree, you"] is Zone.RIGHTS


def test_a_table_of_factors_is_part_of_the_weighing() -> None:
    lines = lines_of(joined(refusals.INFORMERS.text))
    rows = [line for line in lines if line.text.startswith("|")]
    assert len(rows) == 4
    assert {line.zone for line in rows} == {Zone.INTEREST}
    assert not any(line.is_heading for line in rows)


def test_a_list_of_factors_is_part_of_the_weighing() -> None:
    lines = lines_of(joined(refusals.BROADCAST.text))
    entries = [line for line in lines if line.text[:2] in {"+ ", "- "}]
    assert len(entries) == 4
    assert {line.zone for line in entries} == {Zone.INTEREST}


def test_help_under_a_heading_is_help() -> None:
    assert zones(special_letters.COST.text)["If you limit the"] is Zone.HELP


def test_a_paragraph_may_give_reasons_first_and_weigh_afterwards() -> None:
    text = (
        "Dear Alex Morgan\n\nThe rota is exempt under section 31(1)(a). Smugglers would use it. "
        "The public interest in openness is real. Safety weighs more."
    )
    told = [each.zone for each in sentences_of(lines_of(text))][1:]
    assert told == [Zone.BODY, Zone.BODY, Zone.INTEREST, Zone.INTEREST]


def test_in_the_outcome_of_a_review_that_word_tells_of_no_rights() -> None:
    text = "Dear Alex Morgan\n\nYou asked for an internal review of our answer.\n\nIt is upheld."
    assert zones(text)["You asked for an"] is Zone.RIGHTS
    assert zones(text, review=True)["You asked for an"] is Zone.BODY


@pytest.mark.parametrize("text", ["", "\n\n", "Dear", "Dear Alex Morgan", "x", "|||", "- \n- \n"])
def test_a_letter_of_almost_nothing_has_almost_no_lines(text: str) -> None:
    assert len(lines_of(joined(text))) <= 2


@pytest.mark.parametrize(
    "letter",
    [*refusals.ALL, *special_letters.ALL, *other_letters.ALL],
    ids=lambda each: each.text.split("\n")[0][:40],
)
def test_every_line_and_sentence_stands_where_it_says(letter: Letter) -> None:
    flat = joined(letter.text)
    lines = lines_of(flat)
    assert all(flat[line.start : line.end] == line.text for line in lines)
    found = list(sentences_of(lines))
    assert all(flat[each.start : each.end].strip() == each.text for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert "".join(flat.split()) == "".join("".join(line.text for line in lines).split())
