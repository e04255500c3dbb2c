"""Writes the letter in docs/worked-letter.md from the request and the decisions on that page.

`make docs` runs it; tests/docs fails where the page is not what the code composes.
"""

import json
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from assistant import bootstrap, config

bootstrap.start()

from assistant.domain.letters.blocks import BlockKind  # noqa: E402 - after Django is loaded
from assistant.services.draft_decisions import read_decisions  # noqa: E402 - as above
from assistant.services.draft_files import Desk, draft_document  # noqa: E402 - as above
from assistant.services.prepare import AuthorityDetails  # noqa: E402 - as above

PAGE = Path(__file__).resolve().parent.parent / "docs" / "worked-letter.md"
RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANSWERED = datetime(2026, 3, 24, 11, 0, tzinfo=UTC)
OPEN, CLOSE = "«", "»"
DETAILS = AuthorityDetails(
    name="Northshire Police",
    address="1 Station Road, Northtown NT1 1AA",
    phone="01632 960000",
    mailbox_address="foi@northshire.police.example",
    own_domains=("northshire.police.example",),
    review_contact="",
    signatory="Freedom of Information Officer",
    regulator_name="Information Commissioner’s Office",
    regulator_address="Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
    regulator_url="https://ico.org.uk/make-a-complaint/",
    four_eyes=False,
)
_RECORDED = re.compile(r"case:(?:reasoning|facts|searches):")
_BLOCK = re.compile(r"(?<=\n)```(?:text|json)\n(.*?)```\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _AnsweredThen:
    """The clock of the day on which the letter of the page is written."""

    def now(self) -> datetime:
        """Return that moment (UTC)."""
        return ANSWERED


@dataclass(frozen=True, slots=True)
class Page:
    """The page as people wrote it: what was asked, decided and typed, and the letter it shows."""

    request: str
    decisions: str
    typed: str
    letter: str


def read_page(text: str) -> Page:
    """Return the four blocks of the page, in their order; raises ValueError for another number."""
    request, decisions, typed, letter = (match[1] for match in _BLOCK.finditer(text))
    return Page(request, decisions, typed, letter)


def request_mail(request: str) -> bytes:
    """Return the request as the e-mail of a fictional person to Northshire Police."""
    message = EmailMessage()
    message["From"] = "Alex Carter <alex.carter@example.org>"
    message["To"] = DETAILS.mailbox_address
    message["Subject"] = "Request about Prevent referrals"
    message["Date"] = format_datetime(RECEIVED)
    message["Message-ID"] = "<request-1@example.org>"
    message.set_content(request)
    return message.as_bytes()


def drafted(page: Page, *, reasons: bool = True) -> dict[str, Any]:
    """Return the response as `draft` gives it, without what officers reasoned if so wished."""
    given = json.loads(page.decisions)
    if not reasons:
        given.pop("reasoning")
    settings = config.current()
    desk = Desk(
        details=DETAILS,
        authority_id=None,
        library=bootstrap.library(settings),
        register=bootstrap.register(),
        wordings=bootstrap.wordings(),
        clock=_AnsweredThen(),
    )
    decisions = read_decisions(json.dumps(given), desk.register)
    document = draft_document(request_mail(page.request), desk, decisions)
    response: dict[str, Any] = document["response"]
    return response


def marked(page: Page) -> str:
    """Return the letter with the officer's words between marks, gaps filled with what was typed."""
    written = ""
    for block in drafted(page)["blocks"]:
        text = block["text"]
        words = page.typed.strip() if block["kind"] == BlockKind.GAP else text.strip()
        if _is_officers(block):
            # Marks go around the words, never around the line ends that belong to a block.
            text = f"{OPEN}{words}{CLOSE}{text[len(text.rstrip()) :]}"
        written += text
    return f"{written.rstrip()}\n"


def _is_officers(block: dict[str, Any]) -> bool:
    """Tell whether a person supplied the words of a block: typed, or recorded on the case."""
    recorded = (source["id"] for source in block["sources"])
    return block["kind"] in {BlockKind.OFFICER, BlockKind.GAP} or any(
        map(_RECORDED.match, recorded)
    )


def composed(text: str) -> str:
    """Return the page with its letter composed anew."""
    page = read_page(text)
    last = list(_BLOCK.finditer(text))[-1]
    return f"{text[: last.start(1)]}{marked(page)}{text[last.end(1) :]}"


def main() -> int:
    """Write the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(composed(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
