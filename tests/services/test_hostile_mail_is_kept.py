"""T23: whatever stands in a message, the database takes what was read of it, and gives it back."""

import pytest

from assistant.domain.mail.mime import read
from assistant.store.models import Message
from tests.unit.mail.hostile import CRASHERS, header
from tests.world import World

HOSTILE = {
    "NUL, surrogates and breaks": header(
        b"Subject", b"=?utf-8?Q?a=00b=ED=A0=80c=0D=0Ad?= =?utf-16-le?B?ANg=?="
    ),
    "names that climb": (
        b"From: Ada <ada@example.org>\r\n"
        b"Content-Type: multipart/mixed; boundary=e\r\n\r\n--e\r\n\r\n"
        b"How many \x00 dogs \xed\xa0\x80?\r\n--e\r\nContent-Type: text/plain\r\n"
        b'Content-Disposition: attachment; filename="../../a\x00\xed\xa0\x80.txt"\r\n\r\n'
        b"x\r\n--e--\r\n"
    ),
    "a sender of control characters": header(b"Reply-To", b"\x00\x01<a\x1a@b.org>\x7f"),
    **{name: CRASHERS[name] for name in ("lone surrogates", "surrogates in a name", "a NUL")},
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_the_database_takes_what_was_read(world: World, name: str) -> None:
    stored = Message.objects.get(pk=world.deliver(HOSTILE[name]).pk)
    message = read(HOSTILE[name])
    assert stored.text == message.text
    assert stored.subject == message.subject
    assert [each["name"] for each in stored.attachments] == [
        each.name for each in message.attachments
    ]
    assert stored.disposition != Message.Disposition.PENDING
