"""The library: finding passages, reading a response whole, and saying when it is away."""

from django.test import Client

from assistant.domain.library.precedents import Precedent
from assistant.services.import_knowledge import import_knowledge
from assistant.store.models import Passage
from tests.web.scene import PRECEDENT, Scene


def test_a_search_finds_passages_and_leads_to_the_response(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/library/", {"q": "referrals to Prevent"}).content.decode()
    assert "Prevent referrals by year &lt;2019 to 2022&gt;" in page
    assert f'href="/library/{PRECEDENT.ident}/#' in page
    assert "likeness 0." in page


def test_a_response_is_shown_whole_and_escaped(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/library/{PRECEDENT.ident}/").content.decode()
    assert "The figures for single groups are withheld" in page
    assert "FOI-2024-00017" in page
    assert "Disclosed in part" in page


def test_nothing_is_searched_before_something_is_asked(signed_in: Client, scene: Scene) -> None:
    assert "passage" not in signed_in.get("/library/").content.decode()


def test_while_the_library_is_away_words_alone_are_searched_and_it_says_so(
    signed_in: Client, scene: Scene
) -> None:
    scene.world.library.gone = True
    page = signed_in.get("/library/?q=prevent").content.decode()
    assert "Found by words alone" in page
    assert "cannot be reached" in page
    assert "Prevent referrals by year" in page


def test_nothing_alike_is_said_so(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/library/?q=whisk+egg+whites+with+sugar").content.decode()
    assert "0 responses" in page
    assert "Nothing in the library is alike enough" in page


def test_passages_of_one_response_stand_together_and_the_rest_are_counted(
    signed_in: Client, scene: Scene
) -> None:
    world = scene.world
    paragraphs = [f"{n}. Dogs of kennel {n} are fed twice a day, as dogs are." for n in range(1, 7)]
    given = Precedent(
        ident="kennels",
        title="Feeding of dogs",
        text="\n\n".join(f"Question {n}\n\n{each}" for n, each in enumerate(paragraphs, 1)),
    )
    import_knowledge(world.authority.pk, [given], library=world.library, clock=world.clock)
    found = Passage.objects.filter(document__ident="kennels").count()
    page = signed_in.get("/library/?q=how+are+the+dogs+of+a+kennel+fed").content.decode()
    assert found > 3
    assert page.count("<h3") == 1
    assert page.count("Go to this passage") == 2
    assert "more passages of this response are alike, too" in page


def test_a_filter_that_is_set_is_shown(signed_in: Client, scene: Scene) -> None:
    plain = signed_in.get("/library/?q=x").content.decode()
    assert 'data-module="govuk-details" open' not in plain
    narrowed = signed_in.get("/library/", {"q": "x", "since": "1/1/2020"}).content.decode()
    assert 'data-module="govuk-details" open' in narrowed


def test_filters_leave_out_what_does_not_pass(signed_in: Client, scene: Scene) -> None:
    asked = {"q": "referrals to Prevent", "outcome": "disclosed_part"}
    assert "Prevent referrals" in signed_in.get("/library/", asked).content.decode()
    none = signed_in.get("/library/", {**asked, "since": "1/1/2999"}).content.decode()
    assert "0 responses" in none
    assert 'value="1/1/2999"' in none


def test_a_filter_that_cannot_be_read_is_explained(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/library/", {"q": "x", "since": "soon"}).content.decode()
    assert "<title>Error: Library" in page
    assert "Enter the date as day, month and year" in page
    page = signed_in.get("/library/", {"q": "x", "section": "the moon"}).content.decode()
    assert "is no section" in page
