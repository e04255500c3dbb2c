"""E-mails of fictional people, built as bytes, for every test that needs one."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

from assistant.ports import Arrival

RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PREVENT = """Dear Northshire Police,

Under the Freedom of Information Act please answer the following.

1. How many people were referred to Prevent in 2021, 2022 and 2023?

Please break the figures down by type of concern.

2. How many people were referred because of suspected links with animal rights activism in 2023?

In relation to the question above, how many referrals led to support from a Channel panel?

3. Have any people been referred for suspected links with any of the following groups:

a) Meadow Watch
b) River Action North
c) Stop the Bypass
d) Northshire Climate Camp

If so, please give the number for each group and each year.

Yours faithfully,
Alex Carter
"""


def mail(
    text: str = PREVENT,
    *,
    subject: str = "Request about Prevent referrals",
    sender: str = "Alex Carter <alex.carter@example.org>",
    message_id: str = "<request-1@example.org>",
    **headers: str,
) -> bytes:
    """Return a plain e-mail to Northshire Police; `headers` use underscores for hyphens."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "foi@northshire.police.example"
    message["Subject"] = subject
    message["Date"] = format_datetime(RECEIVED)
    if message_id:
        message["Message-ID"] = message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


def arrival(raw: bytes, uid: int = 1, *, uidvalidity: int = 7, at: datetime = RECEIVED) -> Arrival:
    """Return an e-mail as the mail server hands it over."""
    return Arrival(folder="INBOX", uidvalidity=uidvalidity, uid=uid, received_at=at, raw=raw)
