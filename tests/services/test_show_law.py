"""What the command `law` answers: a provision, a section, the law of a day, or why not."""

import json

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.cli import main
from assistant.domain.errors import NotAllowed
from assistant.services.record_part import record_part
from assistant.services.show_law import law_document
from tests.world import World

REGISTER = load_register(knowledge_folder("law"))


def citations(citation: str = "", on: str = "") -> list[str]:
    return [each["citation"] for each in law_document(REGISTER, citation, on)["provisions"]]


def test_a_limb_is_answered_with_everything_the_register_says() -> None:
    (limb,) = law_document(REGISTER, "s.31 (1)(g)")["provisions"]
    assert (limb["citation"], limb["standing"], limb["basis"]) == (
        "FOIA s31(1)(g)",
        "qualified",
        "prejudice",
    )
    assert (limb["ncnd"], limb["needs"], limb["public_interest_test"]) == (
        "FOIA s31(3)",
        ["purpose"],
        "FOIA s2(2)(b)",
    )
    assert (limb["valid_from"], limb["valid_until"], limb["verified"]) == (
        "2005-01-01",
        None,
        True,
    )


def test_a_section_is_answered_with_what_it_holds() -> None:
    assert citations("regulation 12(4)") == [f"EIR reg 12(4)({limb})" for limb in "abcde"]
    assert citations("s38") == ["FOIA s38(1)(a)", "FOIA s38(1)(b)", "FOIA s38(2)"]


def test_a_deeper_piece_is_answered_with_what_covers_it() -> None:
    assert citations("reg 13(2A)(a)") == ["EIR reg 13(2A)"]


def test_no_citation_is_answered_with_the_present_law() -> None:
    everything = law_document(REGISTER)
    assert len(everything["provisions"]) == sum(each.is_present for each in REGISTER)
    assert everything["unverified"] == sum(
        not each["verified"] for each in everything["provisions"]
    )


def test_the_law_of_a_day_is_another() -> None:
    assert "FOIA s40(3)(a)(i)" in citations("s40", "2018-05-24")
    assert "FOIA s40(3)(a)(i)" not in citations("s40", "2018-05-25")
    assert law_document(REGISTER, "s37(1)(a)", "2010-01-01")["provisions"][0]["standing"] == (
        "qualified"
    )
    with pytest.raises(NotAllowed, match=r"It could be one of: FOIA s40\(1\)"):
        law_document(REGISTER, "s40(3B)", "2017-01-01")


def test_what_was_replaced_is_answered_with_what_took_its_place() -> None:
    (gone,) = law_document(REGISTER, "s40(4)")["provisions"]
    assert (gone["valid_until"], gone["replaced_by"]) == ("2018-05-24", "FOIA s40(4A)(a)")


@pytest.mark.parametrize(
    ("citation", "on", "why"),
    [
        ("blah", "", "cannot be read as a citation"),
        ("s31(1)(z)", "", "not a provision in the register"),
        ("s31", "yesterday", "not a day"),
    ],
)
def test_what_cannot_be_answered_says_why(citation: str, on: str, why: str) -> None:
    with pytest.raises(NotAllowed, match=why):
        law_document(REGISTER, citation, on)


def test_the_command_prints_json_a_provision_or_a_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["law", "s.31(3)", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["provisions"][0]["verified"] is False
    assert main(["law", "s.31(3)"]) == 0
    assert "Not verified: check it against the Act." in capsys.readouterr().out
    assert main(["law", "s.24"]) == 0
    assert "4 provisions, 1 not verified." in capsys.readouterr().out
    assert main(["law", "blah"]) == 2
    assert "cannot be read as a citation" in capsys.readouterr().err


def test_a_provision_that_was_replaced_cannot_be_relied_on_any_more(world: World) -> None:
    part = world.case().parts.first()
    with pytest.raises(NotAllowed, match=r"until 24 May 2018 .* Use FOIA s40\(3A\)\(a\)"):
        record_part(
            part.pk,
            version=part.version,
            held="held",
            outcome="refused",
            sections=["s40(3)(a)(i)"],
            facts="",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )
