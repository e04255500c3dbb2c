"""Delivery reports that no RFC shapes: what mail servers write in words of their own."""

import re
from collections.abc import Iterable
from email import message_from_bytes

from flufl.bounce import _scan

from assistant.domain.mail.bounces import copied_id, copied_mark, status_in
from assistant.domain.mail.message import DeliveryReport

_SEARCHED = 200_000
_LONGEST_WORDS = 500
_FAULTS = (LookupError, AttributeError, ValueError, TypeError, AssertionError, RecursionError)
_DELAYED = re.compile(
    r"\b(?:warning (?:message )?only|still being (?:re)?tried|will (?:be )?(?:re)?tr(?:y|ied)"
    r"|delayed"
    r"|has not yet been delivered|not yet been delivered|keep trying|do(?: not|n't) need to resend"
    r"|vorübergehend|noch nicht zugestellt|weitere \d+ stunden|retardé|oedi)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:permanent|giving up|gave up|fatal|retry time(?:out)? exceeded|failed permanently)\b",
    re.IGNORECASE,
)


def older_reports(raw: bytes, text: str) -> tuple[DeliveryReport, ...]:
    """Return what a message whose sender is a mail server says of a letter, or nothing.

    `text` is its readable text. Ask this only of messages that look like reports: a person who
    quotes one would be taken for a server. Never raises.
    """
    delayed, failed = _addresses(raw)
    letter, mark = copied_id(_below_headers(raw)), copied_mark(_below_headers(raw))
    if not (delayed or failed or letter or mark):
        return ()
    words = " ".join(text.split())[:_SEARCHED]
    late = bool(delayed) or (bool(_DELAYED.search(words)) and not _GIVEN_UP.search(words))
    action = "delayed" if late and not failed else "failed"
    return tuple(
        DeliveryReport(action, status_in(words), each, letter, mark, words[:_LONGEST_WORDS])
        for each in (sorted(failed or delayed) or [""])
    )


def _addresses(raw: bytes) -> tuple[list[str], list[str]]:
    """Return the recipients that a server names as delayed, and as failed.

    The library's own loop logs each step, with a trace where one raises, and stops there. One real
    message in twenty makes one of its readers raise; the others may still know the form.
    """
    try:
        parsed = message_from_bytes(raw[:_SEARCHED])
    except _FAULTS:
        return [], []
    for reader in _scan._DETECTORS:  # noqa: SLF001 - the loop around it is what has to differ
        try:
            delayed, failed = reader().process(parsed)
        except _FAULTS:
            continue
        if delayed or failed:
            return _plain(delayed), _plain(failed)
    return [], []


def _plain(addresses: Iterable[bytes]) -> list[str]:
    """Return addresses as text; the library knows them as bytes."""
    found = (
        each.decode("utf-8", "replace") if isinstance(each, bytes) else each for each in addresses
    )
    return [each.strip("<> ") for each in found if "@" in each]


def _below_headers(raw: bytes) -> bytes:
    """Return what stands below a message's own headers: a copied letter's are in there."""
    blank = re.search(rb"\r?\n\r?\n", raw)
    return raw[blank.end() :] if blank else b""
