"""The commands `backup` and `restore`: everything that has to be kept, into one file and back."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from assistant import bootstrap, keeping
from assistant.cli.shown import fields, tell
from assistant.services.after_restore import AfterRestore, after_restore


def backup(arguments: argparse.Namespace) -> int:
    """Write the backup, and say what is in it and what is not."""
    place = Path(arguments.file).expanduser().absolute()
    done = keeping.backup(arguments.settings, place, replace=arguments.force)
    fields(
        {
            "Backup": str(place),
            "Size": f"{done.size / 1e6:,.1f} MB",
            "SHA-256": f"{place}.sha256",
            "In it": "the database, " + _key_words(holds_key=done.holds_key),
            "Not in it": "the index (made anew from the database), the values of settings, files "
            "that settings name, sign-ins at Microsoft, temporary files",
        }
    )
    tell("It holds personal data: encrypt it, and keep it on another machine.")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in place, and say what has to be looked at before and after the next start."""
    clock = bootstrap.clock()
    done = keeping.restore(
        arguments.settings,
        Path(arguments.file).expanduser().absolute(),
        settle=lambda made_at: after_restore(made_at, clock=clock),
        replace=arguments.force,
    )
    made = done.description
    tell(f"Restored: a backup of {made.made_at:%Y-%m-%d %H:%M} UTC, by version {made.version}.")
    for line in (*_lines(done.settled), *done.notices):
        tell(f"- {line}")
    tell(
        "Now run foi-assistant prepare and foi-assistant check, then start. The mailboxes are read "
        "again from where the backup stands; docs/backup.md says what to look at."
    )
    return 0


def _key_words(*, holds_key: bool) -> str:
    if holds_key:
        return "the secret key, the names of what is set"
    return "the names of what is set; the secret key is the one you set, so keep it too"


def _lines(settled: AfterRestore) -> Iterator[str]:
    """Yield what was done so that nothing leaves twice."""
    yield (
        f"Letters of which nobody knows whether they left since: {settled.doubted:,}. They are "
        "looked for in the Sent folders; a person says of the others. None leaves before."
    )
    if settled.waiting:
        yield f"Letters that wait for a person: {settled.waiting:,}."
    if settled.noted:
        yield f"Cases whose history says that a letter may have left since: {settled.noted:,}."
    if settled.ended:
        yield f"Standing approvals that ended, to be given again: {settled.ended:,}."
    yield (
        f"Everybody was signed out ({settled.signed_out:,} sessions). Look who may sign in: whom "
        "you shut out after the backup may again."
    )
    if settled.libraries:
        yield f"Libraries whose index is built anew in the background: {settled.libraries:,}."
