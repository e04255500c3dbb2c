"""The folder of sent mail on an IMAP server, where a letter that left may be found."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import imapclient

from assistant.adapters.imap_connection import Connection
from assistant.adapters.imap_putting_away import NO_SUCH_FOLDER
from assistant.adapters.imap_sign_in import PASSING_REFUSALS, UNREADABLE, Account, words_of
from assistant.adapters.tls import Security
from assistant.domain.errors import NotAllowed, TryAgainLater

# How many of the newest messages are looked at one by one, where the server's search finds none:
# some servers search no header, and others have not indexed yet what has just come.
NEWEST = 200
# Servers that give a message another Message-ID keep the first one under the other name.
BY_ID = ("Message-ID", "X-Microsoft-Original-Message-ID")
BY_MARK = ("X-FOI-Letter",)
FIELDS = f"BODY.PEEK[HEADER.FIELDS ({' '.join((*BY_ID, *BY_MARK))})]"
FOLDED = re.compile(rb"\r?\n[ \t]+")


class ImapSentFolder:
    """A SentFolder on an IMAP server, over one connection of its own that it keeps."""

    def __init__(
        self,
        host: str,
        port: int,
        user: str,
        password: str = "",
        *,
        folder: str,
        token: Callable[[], str] | None = None,
        security: Security = "tls",
        timeout: float = 30.0,
        ca_file: Path | None = None,
    ) -> None:
        """Remember the folder, and how to sign in as ImapMailbox does."""
        account = Account(host, port, user, password, token, security, timeout, ca_file)
        self._connection = Connection(account)
        self._folder = folder

    def holds(self, message_id: str, *, mark: str = "") -> bool:
        """Say whether it holds a message with this Message-ID, or with this X-FOI-Letter mark.

        What the server's search finds is read and compared, since some find parts of words.
        """
        wanted = [(name.lower(), value) for name, value in _wanted(message_id, mark)]
        if not wanted:
            return False
        messages = self._connection.open(self._folder).messages
        found = self._searched(_wanted(message_id, mark))
        if self._any_is(found[-NEWEST:], wanted):
            return True
        newest = self._newest(messages)
        return self._any_is([uid for uid in newest if uid not in found], wanted)

    def append(self, message: bytes, *, at: datetime) -> None:
        r"""Put a copy there, marked as read (\Seen), dated `at`.

        Where the connection is lost on the way, nobody knows whether it is there: ask `holds`
        before trying again. Raises ValueError where `at` is not aware.
        """
        if at.tzinfo is None:
            raise ValueError("the time of a letter needs its time zone")
        try:
            # Opening first finds a dead connection out before the letter is on its way.
            self._connection.open(self._folder)
            self._connection.ask(
                lambda client: client.append(self._folder, message, [imapclient.SEEN], at)
            )
        except UNREADABLE as error:
            raise self._refused(words_of(error)) from None

    def close(self) -> None:
        """Sign out; an error here means the connection was gone already."""
        self._connection.close()

    def _searched(self, wanted: list[tuple[str, str]]) -> list[int]:
        """Ask the server; nothing where it refuses, and the newest messages are looked at then."""
        found: set[int] = set()
        for name, value in wanted:
            if not value.isascii() or not value.isprintable():
                continue
            found.update(self._hits(f"HEADER {name} {_quoted(value)}"))
        return sorted(found)

    def _hits(self, criterion: str) -> list[int]:
        try:
            return self._connection.ask(lambda client: list(client.search(criterion)))
        except UNREADABLE:
            return []

    def _newest(self, messages: int) -> list[int]:
        """Return the UIDs of the newest messages, by their place in the folder."""
        if not messages:
            return []
        places = f"{max(1, messages - NEWEST + 1)}:*"
        try:
            return self._connection.ask(lambda client: list(client.search(places)))
        except UNREADABLE:
            raise self._hidden() from None

    def _any_is(self, uids: list[int], wanted: list[tuple[str, str]]) -> bool:
        """Read the header fields of these messages and compare.

        Raises TryAgainLater where some are not shown and none of the others is the letter: "no"
        would say that it did not leave.
        """
        if not uids:
            return False
        try:
            answer = self._connection.ask(lambda client: client.fetch(uids, [FIELDS]))
        except UNREADABLE:
            answer = {}
        headers = [header for items in answer.values() if (header := _header(items)) is not None]
        if any(field in wanted for header in headers for field in _fields(header)):
            return True
        if len(headers) < len(uids):
            raise self._hidden()
        return False

    def _hidden(self) -> TryAgainLater:
        return TryAgainLater(
            f"{self._connection.account.where} does not show the headers of all messages in "
            f"{self._folder!r}. It will be tried again."
        )

    def _refused(self, said: str) -> NotAllowed | TryAgainLater:
        where, folder = self._connection.account.where, self._folder
        if any(code in said.upper() for code in NO_SUCH_FOLDER):
            return NotAllowed(
                f"{where} has no folder {folder!r} to put a copy of the letter in. Correct the "
                "folder of sent mail in the mailbox settings."
            )
        if any(code in said.upper() for code in PASSING_REFUSALS):
            return TryAgainLater(f"{where} takes no copy into {folder!r} at the moment: {said}.")
        return NotAllowed(
            f"{where} takes no copy of the letter into {folder!r}: {said}. Check that the mailbox "
            "is not full and that the account may write there."
        )


def _wanted(message_id: str, mark: str) -> list[tuple[str, str]]:
    """Return the fields to look for; an empty value would be found in every message."""
    by_id = [(name, message_id.strip()) for name in BY_ID if message_id.strip()]
    return by_id + [(name, mark.strip()) for name in BY_MARK if mark.strip()]


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _header(items: Mapping[bytes, Any]) -> bytes | None:
    """Return the header fields that FETCH answered with, or None where it left them out."""
    return next(
        (
            raw
            for item, raw in items.items()
            if item.startswith(b"BODY[HEADER") and isinstance(raw, bytes)
        ),
        None,
    )


def _fields(header: bytes) -> list[tuple[str, str]]:
    """Read a header's fields: name in lower case, and value on one line."""
    found = []
    for line in FOLDED.sub(b" ", header).splitlines():
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.append((name.strip().lower(), value.strip()))
    return found
