"""Fixed sentences in Welsh: from the table, never guessed, and always said to be unchecked."""

from pathlib import Path

import pytest

from assistant.adapters.welsh_files import load_welsh
from assistant.domain.letters.refining import BLOCK
from assistant.domain.letters.verifying import Standing
from assistant.domain.letters.welsh import LEFT, MADE, UNCHECKED, from_table, weighed_welsh
from assistant.ports import Sentence
from tests.environment import ROOT

TABLE = load_welsh(Path(ROOT) / "knowledge" / "welsh")
TEXT = (
    "You can ask us for an internal review. Write to foi@northshire.police.example within 40 "
    "working days of the date of this letter, quote reference FOI-2026-00001, and tell us what "
    "you would like us to look at again.\n\n"
)
LATER = "We will write again by 3 March 2026 at https://a.example/x."


def test_fixed_sentences_are_replaced_and_what_varies_stays() -> None:
    puts, unsaid = from_table(TEXT, TABLE)
    found = weighed_welsh(puts, unsaid, ())
    assert unsaid == ()
    assert found.standing is Standing.UNVERIFIED
    assert found.reasons == (UNCHECKED,)
    assert found.text.startswith("Gallwch ofyn i ni am adolygiad mewnol. Ysgrifennwch at foi@")
    assert "40 diwrnod gwaith" in found.text
    assert "FOI-2026-00001" in found.text


def test_months_of_dates_are_put_in_welsh() -> None:
    puts, _ = from_table("You can expect our response by 31 March 2026.\n", TABLE)
    assert puts[0].text == "Gallwch ddisgwyl ein hymateb erbyn 31 Mawrth 2026.\n"


def test_what_the_table_lacks_stays_as_it_was_and_says_so() -> None:
    puts, unsaid = from_table(f"{TEXT}{LATER}", TABLE)
    assert [each.text for each in unsaid] == [LATER]
    found = weighed_welsh(puts, unsaid, ())
    assert found.text.endswith(LATER)
    assert found.reasons == (UNCHECKED, LEFT)
    # Where nothing at all would be in Welsh there is nothing to take.
    puts, unsaid = from_table(LATER, TABLE)
    assert weighed_welsh(puts, unsaid, ()).standing is Standing.DROPPED


@pytest.mark.parametrize(
    ("welsh", "stands"),
    [
        ("Byddwn yn ysgrifennu eto erbyn 3 Mawrth 2026 yn https://a.example/x.", True),
        ("Byddwn yn ysgrifennu eto erbyn 4 Mawrth 2026 yn https://a.example/x.", False),
        ("Byddwn yn ysgrifennu eto erbyn 3 Mawrth 2026 yn https://evil.example/x.", False),
        ("Byddwn 3 2026 https://a.example/x <b>.", False),
        ("Byddwn 3 2026 https://a.example/x\u202e.", False),
        (f"{'Byddwn ' * 200}3 2026 https://a.example/x.", False),
        (" ", False),
    ],
)
def test_a_model_s_welsh_keeps_figures_and_links_and_is_never_verified(
    welsh: str,
    *,
    stands: bool,
) -> None:
    puts, unsaid = from_table(LATER, TABLE)
    found = weighed_welsh(puts, unsaid, [Sentence(welsh, BLOCK, LATER)])
    assert (found.standing is Standing.UNVERIFIED) == stands
    assert (found.reasons == (MADE,)) == stands


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "Welsh speaker"),
        ('standing = "To be checked by a Welsh speaker"', "no rows"),
        ('standing = "A Welsh speaker"\nsentence = [1]', "nothing else"),
        ('standing = "A Welsh speaker"\n[[sentence]]\nenglish = "a {b}"\nwelsh = "a"', "varies"),
        ('standing = "A Welsh speaker"\n[[sentence]]\nenglish = "a"', "nothing else"),
        ("standing = ", "letters.toml"),
    ],
)
def test_a_table_that_is_not_right_names_its_fault(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "letters.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load_welsh(tmp_path)
