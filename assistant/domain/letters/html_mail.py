"""A letter as HTML mail: the same words with headings, lists and tables that programs can tell.

No pictures, nothing from elsewhere, no script; every text is escaped. Styles stand in the elements,
because many mail programs read nothing else.
"""

from collections.abc import Iterator, Sequence
from html import escape

from assistant.domain.letters.links import spans
from assistant.domain.letters.listings import Counting, Listing, Numbering
from assistant.domain.letters.structure import Element, Heading, Paragraph
from assistant.domain.letters.tables import Table

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body style="margin:0;padding:16px;background:#ffffff;color:#0b0c0c;\
font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:42em">
{body}
</div>
</body>
</html>
"""
_HEADING_STYLES = (
    "font-size:22px;line-height:1.3;margin:24px 0 16px",
    "font-size:19px;line-height:1.3;margin:24px 0 12px",
    "font-size:16px;line-height:1.4;margin:20px 0 8px",
)
_CELL = "border:1px solid #b1b4b6;padding:6px 10px;text-align:left;vertical-align:top"
# What a list without a program's own numbers looks like: they are in its words.
_PLAIN_LIST = "list-style:none;margin:0 0 16px;padding:0 0 0 16px"
_LIST = "margin:0 0 16px;padding:0 0 0 28px"


def html_letter(elements: Sequence[Element], title: str) -> str:
    """Return a letter as a whole HTML page with LF line ends; `title` is what a tab shows."""
    body = "\n".join(_drawn(element) for element in elements)
    return _PAGE.format(title=escape(" ".join(title.split())), body=body)


def _drawn(element: Element) -> str:
    """Return an element as HTML."""
    match element:
        case Heading():
            level = min(element.level, len(_HEADING_STYLES))
            style = _HEADING_STYLES[level - 1]
            return f'<h{level} style="{style}">{_text(element.text)}</h{level}>'
        case Paragraph():
            lines = "<br>\n".join(_text(line) for line in element.lines)
            return f'<p style="margin:0 0 16px">{lines}</p>'
        case Listing():
            return _list(element)
        case Table():
            return _table(element)


def _list(listing: Listing) -> str:
    """Return a list: numbered by the program where it would write the very same numbers."""
    tag, style = "ul", _LIST
    entries = [entry.text for entry in listing.entries]
    if listing.numbering == Numbering(Counting.DECIMAL, 1, "", "."):
        tag = "ol"
    elif listing.numbered:
        style = _PLAIN_LIST
        entries = [f"{entry.label} {entry.text}" for entry in listing.entries]
    items = "\n".join(f'<li style="margin:0 0 6px">{_text(entry)}</li>' for entry in entries)
    return f'<{tag} style="{style}">\n{items}\n</{tag}>'


def _table(table: Table) -> str:
    """Return a table; its first row are headers where the letter says so."""
    rows = list(table.rows)
    head = ""
    if table.has_header:
        cells = "".join(f'<th scope="col" style="{_CELL}">{_text(c)}</th>' for c in rows.pop(0))
        head = f"<thead>\n<tr>{cells}</tr>\n</thead>\n"
    body = "\n".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    style = "border-collapse:collapse;margin:0 0 16px"
    return f'<table style="{style}">\n{head}<tbody>\n{body}\n</tbody>\n</table>'


def _cells(row: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a row."""
    for cell in row:
        yield f'<td style="{_CELL}">{_text(cell)}</td>'


def _text(text: str) -> str:
    """Return a text escaped, its addresses as links."""
    return "".join(
        f'<a href="{escape(span.href)}" style="color:#1d70b8">{escape(span.text)}</a>'
        if span.href
        else escape(span.text)
        for span in spans(text)
    )
