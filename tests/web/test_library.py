"""The library: finding passages, reading a response whole, and saying when it is away."""

from django.test import Client

from tests.web.scene import PRECEDENT, Scene


def test_a_search_finds_passages_and_leads_to_the_response(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/library/", {"q": "referrals to Prevent"}).content.decode()
    assert "Prevent referrals by year &lt;2019 to 2022&gt;" in page
    assert f'href="/library/{PRECEDENT.ident}/#' in page
    assert "score 0." in page


def test_a_response_is_shown_whole_and_escaped(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/library/{PRECEDENT.ident}/").content.decode()
    assert "The figures for single groups are withheld" in page
    assert "FOI-2024-00017" in page
    assert "Disclosed in part" in page


def test_nothing_is_searched_before_something_is_asked(signed_in: Client, scene: Scene) -> None:
    assert "passage" not in signed_in.get("/library/").content.decode()


def test_a_library_that_is_away_says_so(signed_in: Client, scene: Scene) -> None:
    scene.world.library.gone = True
    page = signed_in.get("/library/?q=prevent").content.decode()
    assert "<title>Error: Library" in page
    assert "cannot be reached" in page
