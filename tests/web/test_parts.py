"""Recording searches and decisions on a part."""

from django.test import Client

from assistant.store.models import Draft, RequestPart
from assistant.web.forms.parts import BETWEEN_SECTIONS
from tests.web.scene import Scene

SEARCH = {
    "search-where": "Personnel system",
    "search-who": "Olwen Price",
    "search-terms": "prevent",
    "search-made_on_0": "2",
    "search-made_on_1": "3",
    "search-made_on_2": "2026",
    "search-result": "Nothing",
}


def address(scene: Scene, then: str = "") -> str:
    return f"/cases/{scene.prevent.reference}/parts/1/{then}"


def part(scene: Scene) -> RequestPart:
    return scene.prevent.parts.get(position=1)


def decision(scene: Scene, **more: object) -> dict[str, object]:
    version = part(scene).version
    return {"version": version, "held": "held", "outcome": "disclosed_full", "facts": "31", **more}


def test_a_search_is_recorded_and_shown(signed_in: Client, scene: Scene) -> None:
    answer = signed_in.post(address(scene, "search/"), SEARCH, follow=True)
    assert answer.redirect_chain == [(address(scene), 302)]
    assert "Personnel system" in answer.content.decode()
    assert part(scene).searches.count() == 2


def test_a_search_without_a_place_or_in_the_future_is_sent_back(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.post(address(scene, "search/"), {**SEARCH, "search-where": ""})
    assert "Enter where was searched" in page.content.decode()
    page = signed_in.post(address(scene, "search/"), {**SEARCH, "search-made_on_2": "2031"})
    assert "cannot have been made in the future" in page.content.decode()
    page = signed_in.post(
        address(scene, "search/"), {**SEARCH, "search-made_on_0": "31", "search-made_on_1": "2"}
    )
    assert "Enter a date that exists" in page.content.decode()
    assert part(scene).searches.count() == 1


def test_a_decision_keeps_ticked_and_typed_sections(signed_in: Client, scene: Scene) -> None:
    scene.prevent.parts.update(regime="FOI")
    posted = decision(scene, sections=["FOIA s24(1)"], others="s.31(1)(a); s 40 (2)")
    signed_in.post(address(scene, "record/"), posted)
    found = part(scene)
    assert found.sections == ["FOIA s24(1)", "FOIA s31(1)(a)", "FOIA s40(2)"]
    assert (found.held, found.outcome, found.facts) == ("held", "disclosed_full", "31")


def test_what_was_decided_is_shown_in_the_form_again(signed_in: Client, scene: Scene) -> None:
    scene.prevent.parts.update(regime="FOI", sections=["FOIA s24(1)", "EIR reg 12(4)(e)"])
    page = signed_in.get(address(scene)).content.decode()
    assert 'value="FOIA s24(1)" checked' in page
    assert 'value="EIR reg 12(4)(e)"' in page


def test_a_section_nobody_can_read_is_sent_back(signed_in: Client, scene: Scene) -> None:
    page = signed_in.post(
        address(scene, "record/"), decision(scene, others="harm")
    ).content.decode()
    assert "“harm” cannot be read as a section" in page
    assert "<title>Error: Part 1" in page


def test_a_section_outside_the_register_is_refused_by_the_service(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.post(address(scene, "record/"), decision(scene, others="s.39(9)(z)"))
    assert "not in the register" in page.content.decode()


def test_a_decision_made_on_an_old_version_is_shown_what_changed(
    signed_in: Client, scene: Scene
) -> None:
    posted = decision(scene)
    RequestPart.objects.filter(pk=part(scene).pk).update(version=9, facts="Theirs")
    page = signed_in.post(address(scene, "record/"), posted).content.decode()
    assert "Somebody changed this since you looked" in page
    assert "Theirs" in page
    assert part(scene).facts == "Theirs"
    assert '<input type="hidden" name="version" value="9"' in page
    signed_in.post(address(scene, "record/"), {**posted, "version": 9})
    assert part(scene).facts == "31"


def test_the_machine_proposes_nothing_about_holding(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(address(scene)).content.decode()
    assert "How similar questions were answered" in page
    assert page.count('checked="checked"') == 1  # "Not known yet"


def _page_saying(signed_in: Client, scene: Scene, **answer: object) -> str:
    """Return the part's page where the draft found these answers to similar questions."""
    said = {"question": part(scene).key, "sections": [], "evidence": ["1/gone#1"], **answer}
    Draft.objects.filter(case=scene.prevent, kind="response").update(similar=[said])
    page = signed_in.get(address(scene)).content.decode()
    return " ".join(page.partition("How similar questions were answered")[2].split())


def test_how_sure_similar_letters_make_an_outcome_is_said_in_words(
    signed_in: Client, scene: Scene
) -> None:
    counts = [{"outcome": "disclosed_full", "letters": 5, "sections": []}]
    page = _page_saying(
        signed_in, scene, outcome="disclosed_full", confidence=0.72, counts=counts, letters=6
    )
    assert "5 of 6 similar letters: disclosed in full" in page
    assert "came true in about 7 of 10 cases; 5 to 6 of 10 letters end so anyway" in page


def test_letters_that_say_too_little_are_counted_and_no_more(
    signed_in: Client, scene: Scene
) -> None:
    counts = [{"outcome": "refused", "letters": 1, "sections": [["FOIA s31(1)(a)", 1]]}]
    page = _page_saying(signed_in, scene, outcome=None, confidence=0, counts=counts, letters=1)
    assert "Too little that is alike was found" in page
    assert "Refused: 1 letter (" in page
    assert "of 10 cases" not in page


def test_sections_typed_freely_are_divided_where_a_new_one_begins() -> None:
    pieces = BETWEEN_SECTIONS.split("s.31(1)(a), s.40(2); reg 12(4)(e)\n24")
    assert [each.strip() for each in pieces] == ["s.31(1)(a)", "s.40(2)", "reg 12(4)(e)", "24"]
