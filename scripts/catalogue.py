"""Bring the Welsh catalogue up to what the templates mark: new ids come in, gone ones go.

Usage: python -m scripts.catalogue. Words that are there stay; what is new is left empty, and shows
in English until somebody translates it.
"""

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "assistant" / "web" / "templates"
WELSH = ROOT / "assistant" / "locale" / "cy" / "LC_MESSAGES" / "django.po"
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)
_QUOTED = r"""(u?"(?:[^"\\]|\\.)*"|u?'(?:[^'\\]|\\.)*')"""
_ONE = re.compile(rf"(?<![\w])(?:gettext|_)\(\s*{_QUOTED}", re.DOTALL)
_TWO = re.compile(rf"ngettext\(\s*{_QUOTED}\s*,\s*{_QUOTED}", re.DOTALL)


def marked() -> dict[str | tuple[str, str], list[str]]:
    """Return every text that a template marks, singular and plural as a pair, with its files."""
    if not settings.configured:
        settings.configure()
        django.setup()
    found: dict[str | tuple[str, str], list[str]] = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(ROOT).as_posix()
        source = templatize(path.read_text(encoding="utf-8"), origin=name)
        for match in _ONE.finditer(source):
            found.setdefault(ast.literal_eval(match[1]), []).append(name)
        for match in _TWO.finditer(source):
            pair = (ast.literal_eval(match[1]), ast.literal_eval(match[2]))
            found.setdefault(pair, []).append(name)
    return found


def catalogue() -> Catalog:
    """Return the Welsh catalogue as it is kept."""
    with WELSH.open("rb") as file:
        return read_po(file, locale="cy")


def main() -> None:
    """Write the catalogue anew."""
    known = catalogue() if WELSH.exists() else Catalog(locale="cy", charset="utf-8")
    new = Catalog(
        locale="cy",
        project="FOI Assistant",
        header_comment=known.header_comment,
        charset="utf-8",
        fuzzy=False,
        # Else it says when it was written, and every run would change it.
        creation_date=_NEVER,
        revision_date=_NEVER,
        last_translator="to be checked",
        language_team="none yet",
        msgid_bugs_address="none",
        version="1",
    )
    for text, names in marked().items():
        before = known.get(text[0] if isinstance(text, tuple) else text)
        new.add(
            text,
            string=before.string if before else None,
            locations=[(name, 0) for name in dict.fromkeys(names)],
            user_comments=before.user_comments if before else (),
        )
    with WELSH.open("wb") as file:
        write_po(file, new, width=100, sort_output=True, omit_header=False)


if __name__ == "__main__":
    main()
