"""A small IMAP server (pymap) whose INBOX is a folder of files."""

import asyncio
from argparse import Namespace
from contextlib import AsyncExitStack

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, DictBackend, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata

from assistant.demo.mail_folder import Kept, MailFolder


class _Quiet(Config):
    """pymap's settings, without asking the network for this machine's name at each greeting."""

    @property
    def greeting(self) -> bytes:
        return b"Demonstration mailbox ready"


class _Inbox(MailboxData):
    """The messages of a folder, each under its own number in every run of the server."""

    def number_from(self, folder: MailFolder) -> None:
        """Take the folder's UIDVALIDITY for this mailbox's own."""
        self._uid_validity = folder.numbering()
        self._max_uid = 0

    async def show(self, kept: Kept) -> None:
        """Let `kept` appear in the mailbox; messages have to come by rising number."""
        self._max_uid = kept.number - 1
        await self.append(AppendMessage(kept.raw(), kept.received_at), recent=True)


class _Inboxes(MailboxSet):
    """One user's mailboxes: an INBOX that shows a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.inbox = _Inbox(self._content_cache, self._thread_cache)
        self._inbox = self.inbox


class ImapServer:
    """The server, listening on loopback only, for one user with a password."""

    def __init__(self, folder: MailFolder, *, user: str, password: str) -> None:
        """Show the messages of `folder` as the INBOX of `user`."""
        self._folder = folder
        self._user = user
        self._password = password
        self._inbox: _Inbox | None = None

    async def start(self, stack: AsyncExitStack, port: int) -> int:
        """Listen on `port` (0: any free one) until `stack` is left; return the port.

        Raises OSError where the port is in use.
        """
        arguments = Namespace(passlib_cfg=None, proxy_protocol=None)
        config = _Quiet(
            arguments,
            host="127.0.0.1",
            port=port,
            demo_data=False,
            demo_user=self._user,
            demo_password=self._password,
            tls_enabled=False,  # loopback only
            reject_dnsbl=False,
        )
        config.apply_context()
        backend = DictBackend(await self._login(config), config)
        self._inbox = await self._fill(config)
        serve = ProxyProtocolReader(config.proxy_protocol).get_callback(
            IMAPServer(backend.login, config)
        )
        server = await asyncio.start_server(serve, host="127.0.0.1", port=port)
        await stack.enter_async_context(server)
        return int(server.sockets[0].getsockname()[1])

    async def show(self, kept: Kept) -> None:
        """Let a message that was added to the folder appear in the INBOX."""
        if self._inbox is not None:
            await self._inbox.show(kept)

    async def _login(self, config: Config) -> Login:
        login = Login(config)
        hashed = await Passwords(config).hash_password(self._password)
        await login.demo_user_identity.set(UserMetadata(config, self._user, password=hashed))
        return login

    async def _fill(self, config: Config) -> _Inbox:
        mailboxes = _Inboxes()
        mailboxes.inbox.number_from(self._folder)
        for kept in self._folder.messages():
            await mailboxes.inbox.show(kept)
        config.set_cache[self._user] = (mailboxes, FilterSet())
        return mailboxes.inbox
