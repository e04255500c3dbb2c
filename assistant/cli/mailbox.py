"""The commands `mailbox list` and `mailbox start`: how each folder stands, and its first start."""

import argparse
from dataclasses import asdict

from assistant import bootstrap
from assistant.cli.shown import table, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.choose_start import choose_start
from assistant.services.show_mailboxes import ShownFolder, show_mailboxes

DID_NOT_WORK = 1


def show(arguments: argparse.Namespace) -> int:
    """Print every folder of every mailbox; status 1 if one is not read as it should be."""
    settings = arguments.settings
    folders = show_mailboxes(clock=bootstrap.clock(), quiet_seconds=settings.quiet_seconds)
    if arguments.json:
        tell_json([_document(one) for one in folders], one_line=False)
    elif not folders:
        tell("No mailbox is set up yet. Set FOI_MAILBOX_ADDRESS and run foi-assistant prepare.")
    else:
        columns = ("Folder", "State", "Last look (UTC)", "What to do")
        table(columns, (_row(one) for one in folders))
    return 0 if all(one.works for one in folders) else DID_NOT_WORK


def start(arguments: argparse.Namespace) -> int:
    """Record what happens to mail from before: of one folder, or of each that waits."""
    settings = arguments.settings
    clock = bootstrap.clock()
    folders = [
        one
        for one in show_mailboxes(clock=clock, quiet_seconds=settings.quiet_seconds)
        if one.address.lower() == arguments.address.lower() and one.in_use
    ]
    for folder in _chosen(folders, arguments):
        choose_start(folder.id, choice=arguments.choice, by=None, clock=clock)
        tell(f"{folder.address}/{folder.folder}: {_CHOSEN[arguments.choice]}")
    return 0


_CHOSEN = {
    "from-now": "what it held before is left there; what comes is taken in.",
    "import": "what it held before is made into cases, without acknowledgements.",
}


def _chosen(folders: list[ShownFolder], arguments: argparse.Namespace) -> list[ShownFolder]:
    """Return the folders that are meant; raises NotAllowed where there are none."""
    if not folders:
        raise NotAllowed(
            f"No mailbox {arguments.address} is set up. foi-assistant mailbox list shows those "
            "that are."
        )
    if arguments.folder:
        named = [one for one in folders if one.folder == arguments.folder]
        if not named:
            raise NotAllowed(
                f"{arguments.address} has no folder {arguments.folder!r} that is read. Those that "
                f"are: {', '.join(one.folder for one in folders)}."
            )
        return named
    waiting = [one for one in folders if one.waits_for_choice]
    if not waiting:
        raise NotAllowed(
            f"No folder of {arguments.address} waits for a choice. Name the folder to choose for "
            "one that has not been looked at yet, or whose old mail was left."
        )
    return waiting


def _row(folder: ShownFolder) -> tuple[str, ...]:
    looked = folder.polled_at.strftime("%Y-%m-%d %H:%M") if folder.polled_at else "never"
    state = f"{folder.state} ({folder.role.lower()})"
    return (f"{folder.address} {folder.folder}", state, looked, folder.what_to_do)


def _document(folder: ShownFolder) -> dict[str, object]:
    """Return a folder for JSON, its times as ISO 8601."""
    times = ("polled_at", "counted_at")
    return {
        name: value.isoformat() if name in times and value else value
        for name, value in (asdict(folder) | {"taken_in": folder.taken_in}).items()
    }
