"""Bytes that came from elsewhere, handed out for saving and never shown by the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


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
