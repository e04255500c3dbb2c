"""The law's pages: every provision with what the register says, and what is not verified marked."""

import re

import pytest
from django.test import Client

from assistant.store.models import RequestPart
from assistant.web.forms.law import LawForm, narrowed
from assistant.web.law_text import NOT_VERIFIED, law_link, place_of, shown_provision
from tests.web.scene import Scene
from tests.world import World

FACTS_OF_36 = (
    "the free and frank provision of advice",
    "would, or would be likely to, inhibit",
    "information held by the House of Commons or the House of Lords",
    "qualified person",
    "Any authority",
    "From 1 January 2005",
    "Act as enacted, Wikisource",
    "Covers only what section 35 does not.",
)


def page_of(client: Client, address: str, **asked: str) -> str:
    return client.get(address, asked).content.decode()


def test_the_list_says_how_many_provisions_are_not_verified(
    signed_in: Client, world: World
) -> None:
    present = [each for each in world.register if each.is_present]
    unverified = sum(not each.verified for each in present)
    assert unverified > 50
    page = page_of(signed_in, "/law/")
    assert f"{unverified} of {len(present)} provisions of the present law are not verified" in page
    assert 'href="?show=all&amp;mark=unverified"' in page


def test_the_list_begins_with_what_information_is_withheld_under(signed_in: Client) -> None:
    page = page_of(signed_in, "/law/")
    assert "Freedom of Information Act 2000: exemptions" in page
    assert "FOIA s21(1)" in page
    assert "FOIA s17(1)" not in page


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ({"act": "EIR"}, "EIR reg 12(4)(a)", "FOIA s"),
        ({"act": "EIR", "show": "ncnd"}, "EIR reg 12(6)", "EIR reg 12(5)(b)"),
        ({"show": "duties", "act": "FOIA"}, "FOIA s1(1)(a)", "FOIA s12(1)<"),
        ({"show": "grounds"}, "FOIA s14(1)", "FOIA s17(1)"),
        ({"show": "purposes"}, "FOIA s31(2)(c)", "FOIA s31(1)(a)"),
        ({"show": "rights"}, "FOIA s50(1)", "FOIA s16(1)"),
        ({"q": "s.31(1)"}, "FOIA s31(1)(g)", "FOIA s31(2)(a)"),
        ({"q": "40(3)(a)(i)", "mark": "replaced"}, "No longer the law", "Prejudice-based"),
        ({"q": "qualified person"}, "FOIA s36(2)(c)", "FOIA s38(1)(a)"),
        ({"q": "31(3)", "mark": "unverified"}, NOT_VERIFIED, "FOIA s31(1)(a)</a>:"),
        ({"act": "nonsense", "show": "x", "mark": "y"}, "FOIA s21(1)", "FOIA s17(1)"),
    ],
)
def test_the_list_is_narrowed_down(
    signed_in: Client, asked: dict[str, str], there: str, not_there: str
) -> None:
    page = page_of(signed_in, "/law/", **asked)
    listed = page.partition('class="foi-finder"')[2]
    cards = re.findall(
        r'<li class="foi-card".*?</h3>\s*<div class="foi-tags">.*?</div>', listed, re.DOTALL
    )
    assert cards
    assert any(there in card for card in cards)
    assert not any(not_there in card for card in cards)


def test_every_provision_can_be_reached_through_the_list(world: World) -> None:
    form = LawForm({"show": "all", "mark": "every"})
    assert len(narrowed(world.register, form.chosen())) == len(world.register)
    places = [place_of(each) for each in world.register]
    assert len(set(places)) == len(places)


def test_nothing_found_says_so_and_leads_on(signed_in: Client) -> None:
    page = page_of(signed_in, "/law/", q="no such words anywhere")
    assert "No provision matches." in page
    assert "mark=every" in page


def test_a_provision_shows_everything_the_register_says(signed_in: Client) -> None:
    page = page_of(signed_in, "/law/FOIA s36(2)(b)(i)/")
    for fact in FACTS_OF_36:
        assert fact in page, fact
    assert 'href="/law/FOIA%20s36(3)/"' in page
    assert "Qualified</strong>" in page
    assert "Prejudice-based</strong>" in page


def test_what_was_not_seen_is_marked_on_its_page_and_what_was_seen_is_not(
    signed_in: Client,
) -> None:
    assert NOT_VERIFIED in page_of(signed_in, "/law/FOIA s31(3)/")
    assert NOT_VERIFIED not in page_of(signed_in, "/law/FOIA s31(1)(a)/")


@pytest.mark.parametrize("spelling", ["s.40 (2)", "FOIA s40(2)", "section 40(2)", "40(2)"])
def test_a_provision_is_reached_in_any_spelling_with_what_it_said_before(
    signed_in: Client, spelling: str
) -> None:
    page = page_of(signed_in, f"/law/{spelling}/")
    assert "Section 40(2) of the Freedom of Information Act 2000" in page
    assert "Until 24 May 2018" in page or "until 24 May 2018" in page
    assert "From 25 May 2018" in page


def test_a_whole_section_lists_what_it_holds(signed_in: Client) -> None:
    page = page_of(signed_in, "/law/FOIA s40/")
    assert 'href="/law/FOIA%20s40(3A)(a)/"' in page
    assert "40(3)(a)(i)" not in page


def test_a_deeper_piece_leads_to_what_it_is_part_of(signed_in: Client) -> None:
    page = page_of(signed_in, "/law/reg 13(2A)(a)/")
    assert "has no entry of its own; it is part of this" in page


@pytest.mark.parametrize("spelling", ["nothing", "FOIA s88", "s99", "DPA s45(4)", "31 to 33"])
def test_what_the_register_does_not_hold_is_not_found(signed_in: Client, spelling: str) -> None:
    assert signed_in.get(f"/law/{spelling}/").status_code == 404


def test_the_law_is_for_people_who_are_signed_in(client: Client, world: World) -> None:
    for address in ("/law/", "/law/FOIA s31(1)(a)/"):
        assert client.get(address)["Location"].startswith("/sign-in/")


def test_sections_named_on_other_pages_lead_to_the_law(signed_in: Client, scene: Scene) -> None:
    part = RequestPart.objects.get(case=scene.prevent, position=1)
    part.sections = ["FOIA s31(1)(a)", "FOIA s24(1)"]
    part.save()
    case = f"/cases/{scene.prevent.reference}"
    for address in (f"{case}/", f"{case}/parts/1/", "/library/northshire-prevent-2024/"):
        page = page_of(signed_in, address)
        assert 'href="/law/FOIA%20s31(1)(a)/"' in page, address
        assert 'href="/law/FOIA%20s24(1)/"' in page, address


def test_an_unverified_section_is_marked_where_it_is_chosen(
    signed_in: Client, scene: Scene
) -> None:
    page = page_of(signed_in, f"/cases/{scene.prevent.reference}/parts/1/")
    assert "check FOIA s44(1)(b) against the Act" in page
    assert "check FOIA s44(1)(a) against the Act" not in page


def test_words_that_are_no_citation_are_left_as_they_are() -> None:
    assert law_link("<b>none</b>") == "<b>none</b>"
    assert law_link("s.31(1)(a)") == (
        '<a class="govuk-link" href="/law/FOIA%20s31(1)(a)/">s.31(1)(a)</a>'
    )


def test_every_provision_can_be_shown(world: World) -> None:
    for each in world.register:
        shown = shown_provision(each)
        assert shown.title
        assert dict(shown.facts)["Source"]
        assert (NOT_VERIFIED in [words for words, _ in shown.tags]) is not each.verified
