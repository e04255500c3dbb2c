"""A page that shows the letters which arrived at the demonstration's mail server.

It plays no part in the assistant: it stands where a requester's own mail program would.
"""

import email
import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zoneinfo import ZoneInfo

from assistant.demo.mail_folder import Kept, MailFolder

SHOWN_HEADERS = ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References")
LONDON = ZoneInfo("Europe/London")
_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">{refresh}<title>{title}</title>
<style>body{{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}}
table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;padding:.4rem;
border-bottom:1px solid #999;vertical-align:top}}pre{{white-space:pre-wrap;font:inherit;
border:1px solid #999;padding:1rem}}</style></head><body><main><h1>{title}</h1>{body}</main></body>
</html>"""


class _Page(BaseHTTPRequestHandler):
    """Answers GET only; every text of a letter is escaped, and no script may run."""

    server_version, sys_version = "letters", ""

    def __init__(self, letters: MailFolder, *arguments: object) -> None:
        self._letters = letters
        super().__init__(*arguments)  # type: ignore[arg-type]  # what the server hands over

    def do_GET(self) -> None:  # the name http.server asks for
        """Serve the list, one letter, its HTML version, or the bytes of one."""
        # A page of another site whose name points here must not read letters (DNS rebinding).
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in {"127.0.0.1", "localhost"}:
            self._answer(HTTPStatus.FORBIDDEN, "Only for this machine.", "text/plain")
            return
        name = self.path.strip("/")
        number, _, form = name.partition(".")
        letters = {str(kept.number): kept for kept in self._letters.messages()}
        if not name:
            self._answer(HTTPStatus.OK, _listed(list(letters.values())))
        elif number not in letters or form not in {"", "eml", "html"}:
            self._answer(HTTPStatus.NOT_FOUND, "There is no such letter.", "text/plain")
        elif form == "eml":
            self._send(HTTPStatus.OK, letters[number].raw(), "text/plain")
        elif form == "html":
            self._answer(HTTPStatus.OK, _text(_parsed(letters[number]), "html"))
        else:
            self._answer(HTTPStatus.OK, _letter(letters[number]))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has there
        """Log nothing: the page is looked at all the time."""

    def _answer(self, status: HTTPStatus, text: str, kind: str = "text/html") -> None:
        self._send(status, text.encode("utf-8", "replace"), kind)

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def letters_page(letters: MailFolder, port: int) -> Iterator[int]:
    """Serve the page on loopback at `port` (0: any free one) meanwhile; yields the port.

    Raises OSError where the port is in use.
    """
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Page, letters)) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()


def _listed(letters: list[Kept]) -> str:
    """Return the page with all letters, the newest first; it looks again every five seconds."""
    rows = "".join(
        f"<tr><td>{_when(kept)}</td><td>{_header(message, 'To')}</td>"
        f'<td><a href="/{kept.number}">{_header(message, "Subject") or "(none)"}</a></td></tr>'
        for kept, message in ((kept, _parsed(kept)) for kept in reversed(letters))
    )
    body = (
        f"<table><thead><tr><th>Arrived</th><th>To</th><th>Subject</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
        if rows
        else "<p>No letter has arrived yet. Approve one in the assistant, and it appears here.</p>"
    )
    return _PAGE.format(
        title="Letters that arrived",
        refresh='<meta http-equiv="refresh" content="5">',
        body=body,
    )


def _letter(kept: Kept) -> str:
    """Return the page of one letter: its header, its text and the names of what is attached."""
    message = _parsed(kept)
    headers = "".join(
        f"<tr><th>{name}</th><td>{_header(message, name)}</td></tr>"
        for name in SHOWN_HEADERS
        if message[name]
    )
    attached = "".join(
        f"<li>{html.escape(part.get_filename() or 'without a name')} "
        f"({html.escape(part.get_content_type())}, {_size(part)} bytes)</li>"
        for part in message.iter_attachments()
    )
    as_html = f' · <a href="/{kept.number}.html">As HTML</a>' if message.get_body(("html",)) else ""
    body = (
        f'<p><a href="/">All letters</a> · <a href="/{kept.number}.eml">Source</a>{as_html}</p>'
        f"<table><tbody>{headers}</tbody></table><pre>{html.escape(_text(message))}</pre>"
    )
    if attached:
        body += f"<h2>Attached</h2><ul>{attached}</ul>"
    return _PAGE.format(title="Letter", refresh="", body=body)


def _parsed(kept: Kept) -> EmailMessage:
    return email.message_from_bytes(kept.raw(), policy=policy.default)


def _header(message: EmailMessage, name: str) -> str:
    return html.escape(str(message.get(name, "")))


def _when(kept: Kept) -> str:
    return f"{kept.received_at.astimezone(LONDON):%d %B %Y, %H:%M:%S}"


def _text(message: EmailMessage, *kinds: str) -> str:
    """Return the text of a letter, or a remark where it has none that can be read."""
    body = message.get_body(kinds or ("plain", "html"))
    try:
        return str(body.get_content()) if body else "(This letter has no text.)"
    except (LookupError, ValueError):  # a character set that does not exist
        return "(The text of this letter cannot be read.)"


def _size(part: EmailMessage) -> int:
    content = part.get_payload(decode=True)
    return len(content) if isinstance(content, bytes) else 0
