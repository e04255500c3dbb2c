"""docs/pages.md lists every page, and no page that is not there."""

import re
from pathlib import Path

from assistant.web import account_urls, urls

PAGES = Path(__file__).resolve().parents[2] / "docs" / "pages.md"
ROW = re.compile(r"^\| ([a-z_-]+) \| `/", re.MULTILINE)


def test_the_document_lists_every_page() -> None:
    listed = ROW.findall(PAGES.read_text(encoding="utf-8"))
    assert len(listed) == len(set(listed))
    every = [*urls.urlpatterns, *account_urls.urlpatterns]
    assert set(listed) == {pattern.name for pattern in every}
