"""Bytes handed out for saving, and the one kind of HTML that is not a page of ours: a letter's."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

# What a browser may do with a letter: draw it with its own styles, and nothing else.
_LETTER_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


# A spreadsheet takes a cell that begins so for a formula (CWE-1236).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def download(content: bytes, name: str) -> HttpResponse:
    """Return an answer that a browser saves under `name`.

    The type is always application/octet-stream, whatever the sender said, and `nosniff` keeps a
    browser from guessing: a page inside a message must not run as one of ours.
    """
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def letter_page(content: bytes) -> HttpResponse:
    """Return the HTML version of a letter to be looked at as its reader would see it.

    The policy keeps it apart from our pages (sandbox): nothing in it runs, nothing is fetched, and
    only its own styles count.
    """
    response = HttpResponse(content, content_type="text/html; charset=utf-8")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = _LETTER_POLICY
    return response


def plain_cell(cell: str) -> str:
    """Return a cell of a CSV that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def drawing(content: bytes) -> HttpResponse:
    """Return an SVG for an `img` of our pages: drawn with its own styles, nothing in it runs."""
    response = HttpResponse(content, content_type="image/svg+xml")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = _LETTER_POLICY
    return response
