"""Both sides and the result are read from headings, columns, lists and prose."""

import pytest

from assistant.domain.letters.checks.lines import joined
from assistant.domain.letters.checks.sides import named_side, serves, side_of
from assistant.domain.letters.checks.weighing import Weighing, weigh
from assistant.domain.letters.checks.zones import lines_of, sentences_of

BALANCE = (
    "On balance, the public interest in maintaining the exemption outweighs that in disclosure."
)


def read(text: str) -> Weighing:
    letter = f"Dear Alex Morgan\n\nWe hold the log and refuse to disclose it.\n\n{text}"
    return weigh(sentences_of(lines_of(joined(letter))))


HEADINGS = (
    "Factors for disclosure\n\nResidents want to see how the ferry is run.\n\n"
    "Factors against disclosure\n\nCaptains would stop reporting near misses.\n\n"
    f"Balance\n\n{BALANCE}"
)
LEADS = (
    "Public interest in disclosure: residents want to see how the ferry is run.\n\n"
    "Public interest in withholding: captains would stop reporting near misses.\n\n"
    f"Balance: {BALANCE}"
)
COLUMNS = (
    "Public interest test\n\n| For disclosure | For withholding |\n|---|---|\n"
    "| Residents want to see how the ferry is run | Captains would stop reporting |\n\n" + BALANCE
)
MARKS = (
    "Public interest test\n+ Residents want to see how the ferry is run.\n"
    f"- Captains would stop reporting near misses.\n{BALANCE}"
)
BULLETS = (
    "Arguments in favour of disclosure:\n- Residents want to see how the ferry is run.\n\n"
    "Arguments in favour of maintaining the exemption:\n- Captains would stop reporting.\n\n"
    + BALANCE
)
PROSE = (
    "Public interest test. Residents want to see how the ferry is run, and an answer would inform "
    f"the debate. However, captains would stop reporting near misses if they were named. {BALANCE}"
)


@pytest.mark.parametrize("text", [HEADINGS, LEADS, COLUMNS, MARKS, BULLETS, PROSE])
def test_a_whole_test_is_read_in_any_form(text: str) -> None:
    found = read(text)
    assert found.supports
    assert found.opposes
    assert found.concluded


@pytest.mark.parametrize("text", [HEADINGS, LEADS, COLUMNS, MARKS, BULLETS, PROSE])
def test_a_test_without_its_result_is_not_concluded(text: str) -> None:
    found = read(text.replace(BALANCE, ""))
    assert found.supports
    assert found.opposes
    assert not found.concluded


@pytest.mark.parametrize("text", [HEADINGS, LEADS, COLUMNS, BULLETS])
def test_a_side_that_is_left_out_is_missed(text: str) -> None:
    one = read(text.replace("esidents want to see how the ferry is run", "-"))
    other = read(
        text.replace("aptains would stop reporting near misses", "-").replace(
            "aptains would stop reporting", "-"
        )
    )
    assert (bool(one.supports), bool(one.opposes)) == (False, True)
    assert (bool(other.supports), bool(other.opposes)) == (True, False)


def test_a_mark_before_an_entry_tells_its_side() -> None:
    one = read(MARKS.replace("+ Residents want to see how the ferry is run.\n", ""))
    other = read(MARKS.replace("- Captains would stop reporting near misses.\n", ""))
    assert (other.supports, other.opposes) == (1, 0)
    assert not one.supports


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We refuse it.",
        "We have considered the public interest test.",
        "The exemption is qualified, so we must ask where the balance of the public interest lies.",
        "No public interest test is made for this exemption.",
    ],
)
def test_a_test_that_is_only_named_has_not_begun(text: str) -> None:
    assert not read(text).begun


@pytest.mark.parametrize(
    "result",
    [
        BALANCE,
        "We find that the arguments for withholding are stronger.",
        "The balance lies in favour of maintaining the exemption.",
        "We have decided that the exemption should be maintained.",
        "The public interest in secrecy prevails.",
        "The scales come down on the side of withholding.",
    ],
)
def test_a_result_is_read_in_many_words(result: str) -> None:
    assert read(HEADINGS.replace(BALANCE, result)).concluded


@pytest.mark.parametrize(
    ("clause", "side"),
    [
        ("Factors in favour of disclosure", "for"),
        ("For release", "for"),
        ("Arguments for openness", "for"),
        ("Factors in favour of withholding", "against"),
        ("Against disclosure", "against"),
        ("Considerations for maintaining the exemption", "against"),
        ("On the other hand", "against"),
        ("In favour of neither confirming nor denying", "against"),
        ("Our decision", ""),
    ],
)
def test_a_heading_names_its_side(clause: str, side: str) -> None:
    assert named_side(clause) == side
    assert side_of(clause) == side


def test_whom_disclosure_serves_speaks_for_it() -> None:
    assert serves("Parents want to know which schools are safe")
    assert not serves("The ferry sails at noon")
