"""What a page must never hold: inline scripts and styles, unescaped mail, files from elsewhere."""

import re
from collections.abc import Iterator
from itertools import pairwise

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client

from assistant.services.prepare import add_user
from tests.web.every_page import OF_SECOND_FACTORS, addresses, of_administrators
from tests.web.scene import Scene
from tests.web.second_factors import add_app
from tests.world import PASSWORD

INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r'(?:src|action)="(?!/|\?|data:image/svg)|<link[^>]*href="(?!/)', re.IGNORECASE
)
STATIC = re.compile(r'(?:src|href)="/static/([^"]+)"')


def opened(officer: Client, scene: Scene) -> Iterator[tuple[str, HttpResponse]]:
    """Yield the answer of every page, to an officer, an administrator, and on signing in."""
    for name, address in addresses(scene).items():
        yield name, officer.get(address)
    person, _ = add_user(
        username="ada", password=PASSWORD, role="administrator", authority=scene.world.authority
    )
    administrator = Client()
    administrator.force_login(person)
    for name, address in of_administrators(scene).items():
        yield name, administrator.get(address)
    yield "link", administrator.post(f"/people/{scene.world.supervisor.pk}/link/")
    add_app(administrator)
    for name, address in OF_SECOND_FACTORS.items():
        yield name, administrator.get(address)
    nobody = Client()
    yield "sign-in", nobody.get("/sign-in/")
    yield "link-that-does-not-work", nobody.get("/sign-in/first/MQ/none/")
    nobody.post("/sign-in/", {"username": "ada", "password": PASSWORD})
    yield "code", nobody.get("/sign-in/code/")


def test_no_page_has_inline_scripts_or_styles_or_loads_from_elsewhere(
    signed_in: Client, scene: Scene
) -> None:
    for name, answer in opened(signed_in, scene):
        page = answer.content.decode()
        assert answer.status_code == 200, name
        assert "default-src 'self'" in answer["Content-Security-Policy"], name
        assert not INLINE.search(page), (name, INLINE.search(page))
        assert not ELSEWHERE.search(page), (name, ELSEWHERE.search(page))


def test_every_page_has_one_heading_a_skip_link_and_no_heading_left_out(
    signed_in: Client, scene: Scene
) -> None:
    for name, answer in opened(signed_in, scene):
        page = answer.content.decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
        assert levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), (name, levels)
        assert 'href="#main-content"' in page, name
        assert 'lang="en-GB"' in page, name


def test_every_table_has_a_caption_and_headers(signed_in: Client, scene: Scene) -> None:
    for name, answer in opened(signed_in, scene):
        page = answer.content.decode()
        assert page.count("<table") == page.count("<caption"), name
        assert page.count("<table") <= page.count('scope="col"'), name


def test_every_static_file_a_page_names_is_there(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/").content.decode()
    named = STATIC.findall(page)
    assert named
    assert [each for each in named if finders.find(each) is None] == []


def test_the_vendored_stylesheet_names_no_font_crest_or_file() -> None:
    found = finders.find("web/vendor/govuk-frontend/govuk-frontend.min.css")
    assert isinstance(found, str)
    with open(found, encoding="utf-8") as file:  # noqa: PTH123 - the finder gives a plain path
        css = file.read()
    assert "@font-face" not in css
    assert "url(" not in css.replace("url(data:", "")
    assert "GDS Transport" not in css


def test_what_a_requester_wrote_is_escaped(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/mail/{scene.held.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "approve &lt;b&gt;everything&lt;/b&gt;" in page
