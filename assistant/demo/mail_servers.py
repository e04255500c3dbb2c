"""The demonstration's mail servers in one process: IMAP, SMTP and the page of letters."""

import asyncio
import signal
from contextlib import AsyncExitStack

from assistant.demo.folder import DemoFolder
from assistant.demo.imap_server import ImapServer
from assistant.demo.letters_page import letters_page
from assistant.demo.smtp_server import SmtpServer

MAILBOX = "foi@northshire-police.test"


async def serve_mail(folder: DemoFolder, *, imap: int, smtp: int, page: int) -> None:
    """Serve the folder's mail at three loopback ports until the process is told to stop.

    Raises OSError where a port is in use.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        mailbox = ImapServer(folder.inbox, user=MAILBOX, password=folder.passwords.mailbox)
        await mailbox.start(stack, imap)
        post = SmtpServer(
            mailbox=MAILBOX, inbox=folder.inbox, letters=folder.letters, arrived=mailbox.show
        )
        await post.start(stack, smtp)
        stack.enter_context(letters_page(folder.letters, page))
        await stop.wait()
