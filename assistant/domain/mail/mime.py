"""Bytes to a Message: the one door through which mail comes in, and it never raises.

Whatever cannot be read becomes a defect in words; the rest of the message is read all the same.
"""

from collections.abc import Callable
from typing import TypeVar

from assistant.domain.mail.addresses import addresses, usable
from assistant.domain.mail.body import Body, read_body
from assistant.domain.mail.entities import Cut, Entity, cut
from assistant.domain.mail.headers import date_of, message_ids, text_of
from assistant.domain.mail.message import Address, Message, Span
from assistant.domain.mail.no_message import as_message, as_text
from assistant.domain.mail.quoting import reply_spans
from assistant.domain.mail.reports import reports_in

_Found = TypeVar("_Found")
_NOBODY = Address("", "")
# Where From names nobody who can be written to, these are asked in order.
_OTHER_SENDERS = ("sender", "reply-to", "return-path")


def read(raw: bytes) -> Message:
    """Return the message that some bytes are (RFC 5322, RFC 2045-2049).

    Takes any bytes and never raises; time is linear in their number. `date` is aware only where
    the Date header gives an offset.
    """
    raw, odd = as_message(raw)
    defects = list(odd)
    structure = _guarded(defects, "structure", lambda: _structure(raw), Cut(raw, [], []))
    defects.extend(structure.defects)
    root = structure.entities[0] if structure.entities else None
    if root is None:
        return _unreadable(defects)
    hint = _charset(structure)
    body = _guarded(defects, "body", lambda: read_body(structure), Body())
    defects.extend(body.defects)
    subject = _text(root, "subject", hint, defects)
    answered = _ids(root, "in-reply-to", defects)
    references = _ids(root, "references", defects)
    whole: tuple[Span, ...] = (Span(0, len(body.text)),) if body.text else ()
    answers = bool(answered or references)
    spans = _guarded(
        defects, "quoted history", lambda: _spans(body, subject, answers=answers), whole
    )
    return Message(
        message_id="".join(_ids(root, "message-id", defects)[:1]),
        in_reply_to="".join(answered[:1]),
        references=references,
        sender=_guarded(defects, "From header", lambda: _sender(root, hint, defects), _NOBODY),
        to=_listed(root, "to", hint, defects),
        cc=_listed(root, "cc", hint, defects),
        subject=subject,
        date=_guarded(defects, "Date header", lambda: date_of(root.header("date")), None),
        text=body.text,
        reply_spans=spans,
        attachments=body.attachments,
        removed=tuple(body.removed),
        defects=tuple(dict.fromkeys(defects)),
        headers=tuple((name, text_of(value, hint)) for name, value in root.headers),
        reports=_guarded(
            defects, "delivery report", lambda: reports_in(structure, body, subject), ()
        ),
    )


def _structure(raw: bytes) -> Cut:
    """Return the entities of a message; bytes with no header of mail are a text."""
    structure = cut(raw)
    root = structure.entities[0]
    text = as_text(structure.raw, (name for name, _ in root.headers), root.start)
    return structure if text is structure.raw else cut(text)


def _guarded(
    defects: list[str], what: str, function: Callable[[], _Found], otherwise: _Found
) -> _Found:
    """Return what a function finds; whatever goes wrong in it becomes a defect."""
    try:
        return function()
    except Exception as error:  # noqa: BLE001 - a message that stops the mailbox loses requests
        defects.append(f"The {what} could not be read ({type(error).__name__}).")
        return otherwise


def _unreadable(defects: list[str]) -> Message:
    """Return the message for bytes of which not even the headers can be found."""
    return Message(
        message_id="",
        in_reply_to="",
        references=(),
        sender=_NOBODY,
        to=(),
        cc=(),
        subject="",
        date=None,
        text="",
        reply_spans=(),
        attachments=(),
        removed=(),
        defects=tuple(defects),
    )


def _charset(structure: Cut) -> str:
    """Return the first charset that a text part declares: raw 8-bit headers often share it."""
    declared = (each.content.parameters.get("charset", "") for each in structure.entities[:20])
    return next((charset for charset in declared if charset), "")


def _text(root: Entity, name: str, hint: str, defects: list[str]) -> str:
    value = root.header(name)
    return _guarded(defects, f"{name} header", lambda: text_of(value, hint), "")


def _ids(root: Entity, name: str, defects: list[str]) -> tuple[str, ...]:
    value = root.header(name)
    return _guarded(defects, f"{name} header", lambda: message_ids(value), ())


def _listed(root: Entity, name: str, hint: str, defects: list[str]) -> tuple[Address, ...]:
    """Return the addresses of every header of a name: broken senders repeat them."""
    values = [value for key, value in root.headers if key == name]
    return _guarded(
        defects,
        f"{name} header",
        lambda: tuple(each for value in values for each in addresses(value, hint)),
        (),
    )


def _sender(root: Entity, hint: str, defects: list[str]) -> Address:
    """Return who the message says it is from: From, else Sender, Reply-To, Return-Path."""
    named = [
        each for key, value in root.headers if key == "from" for each in addresses(value, hint)
    ]
    if sum(key == "from" for key, _ in root.headers) > 1:
        defects.append("The message has several From headers; the first usable one was taken.")
    for each in named:
        if usable(each.address):
            return each
    name = named[0].name if named else ""
    for header in _OTHER_SENDERS:
        for each in addresses(root.header(header), hint):
            if usable(each.address):
                defects.append(f"From has no usable address; it was taken from {header.title()}.")
                return Address(name or each.name, each.address)
    defects.append("From has no usable address.")
    return named[0] if named else _NOBODY


def _spans(body: Body, subject: str, *, answers: bool) -> tuple[Span, ...]:
    """Return what the sender wrote; what is forwarded as a message of its own counts whole."""
    own = reply_spans(body.text[: body.own], subject, answers=answers)
    if len(body.text) <= body.own:
        return own
    start = len(body.text) - len(body.text[body.own :].lstrip())
    return (*own, Span(start, len(body.text)))
