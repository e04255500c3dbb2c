"""The pictures of the pages in docs/pages: one of every page, at both widths, small enough."""

import re

from tests.environment import ROOT

FOLDER = ROOT / "docs" / "pages"
WIDTHS = (1280, 390)
LARGEST = 60_000
TOGETHER = 8_000_000
ROW = re.compile(
    r"^\| ([a-z-]+) \| (.+) \| \[1280\]\(\1-1280\.png\), \[390\]\(\1-390\.png\) \|$", re.MULTILINE
)
NAMED = re.compile(r'^        "([a-z-]+)": ', re.MULTILINE)


def _listed() -> list[str]:
    return [name for name, _ in ROW.findall((FOLDER / "README.md").read_text(encoding="utf-8"))]


def test_the_list_names_every_picture_and_no_other() -> None:
    listed = _listed()
    assert len(listed) == len(set(listed))
    pictures = {path.name for path in FOLDER.glob("*.png")}
    assert pictures == {f"{name}-{width}.png" for name in listed for width in WIDTHS}


def test_every_page_that_the_tests_look_at_has_its_pictures() -> None:
    every_page = (ROOT / "tests" / "web" / "every_page.py").read_text(encoding="utf-8")
    assert set(NAMED.findall(every_page)) - set(_listed()) == set(), "docs/pages/README.md says how"


def test_the_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) < TOGETHER
