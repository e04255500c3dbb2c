"""Flagging messages that are stored, or moving them to another folder of an IMAP mailbox."""

from collections.abc import Callable, Sequence

import imapclient

from assistant.adapters.imap_connection import Connection
from assistant.adapters.imap_reading import number_set
from assistant.adapters.imap_sign_in import PASSING_REFUSALS, UNREADABLE, words_of
from assistant.adapters.imap_wire import Client
from assistant.domain.errors import NotAllowed, TryAgainLater

AT_ONCE = 200
# RFC 3501 section 7.1, RFC 5530: the folder to move to is not there.
NO_SUCH_FOLDER = ("[TRYCREATE]", "[NONEXISTENT]")

Act = Callable[[Client, list[int]], object]


def put_away(connection: Connection, uids: Sequence[int], move_to: str) -> None:
    """Flag these messages of the open folder, or move them to `move_to` where that is not empty.

    A message that is gone is no error. Raises NotAllowed where the server does not allow it or has
    no such folder; never makes one.
    """
    if not connection.writable:
        raise NotAllowed(
            f"The folder {connection.folder!r} is open for reading only, so its messages can be "
            "neither flagged nor moved. Give the account the right to change it, or set what "
            "happens to stored messages to nothing."
        )
    act = _mover(connection, move_to) if move_to else _flag
    for start in range(0, len(uids), AT_ONCE):
        _put_away_some(connection, list(uids[start : start + AT_ONCE]), act, move_to)


def _put_away_some(connection: Connection, uids: list[int], act: Act, move_to: str) -> None:
    """Do it with these, or with those still there: some servers refuse all where one is gone."""
    try:
        connection.ask(lambda client: act(client, uids))
    except UNREADABLE as error:
        refusal = words_of(error)
    else:
        return
    if any(code in refusal.upper() for code in NO_SUCH_FOLDER):
        raise NotAllowed(
            f"The mailbox on {connection.account.host} has no folder {move_to!r}, so nothing was "
            "moved. Make the folder in a mail program, or correct its name in the settings."
        )
    try:
        held = connection.ask(lambda client: list(client.search(["UID", number_set(uids)])))
        if len(held) == len(uids):
            raise _refused(connection, move_to, refusal)
        if held:
            connection.ask(lambda client: act(client, held))
    except UNREADABLE as error:
        raise _refused(connection, move_to, words_of(error)) from None


def _refused(connection: Connection, move_to: str, refusal: str) -> NotAllowed | TryAgainLater:
    what = f"move messages to {move_to!r}" if move_to else "flag messages"
    said = f"{connection.account.where} does not {what}: {refusal}."
    if any(code in refusal.upper() for code in PASSING_REFUSALS):
        return TryAgainLater(f"{said} It will be tried again.")
    return NotAllowed(f"{said} Check that the folder is there and that the account may change it.")


def _flag(client: Client, uids: list[int]) -> object:
    return client.add_flags(uids, [imapclient.FLAGGED], silent=True)


def _mover(connection: Connection, move_to: str) -> Act:
    """Return how this server moves messages (RFC 6851, or RFC 4315 in three steps)."""
    if connection.ask(lambda client: client.has_capability("MOVE")):
        return lambda client, uids: client.move(uids, move_to)
    if connection.ask(lambda client: client.has_capability("UIDPLUS")):
        return lambda client, uids: _move_in_steps(client, uids, move_to)
    raise NotAllowed(
        f"{connection.account.where} cannot move single messages (it lacks MOVE and UIDPLUS). "
        "Choose to flag stored messages instead, or to do nothing with them."
    )


def _move_in_steps(client: Client, uids: list[int], move_to: str) -> None:
    """Copy, mark as deleted, and expunge these alone.

    A plain EXPUNGE would also take away what colleagues have marked as deleted and may want back.
    """
    client.copy(uids, move_to)
    client.add_flags(uids, [imapclient.DELETED], silent=True)
    client.uid_expunge(uids)
