"""One of the programs that bench/intake.py measures; it loads, waits for a line, and works.

python -m bench.intake_parts bare|parse|intake|worker HOST-PORT-USER-PASSWORD FOLDER
"""

import email.policy
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

BATCH = 200
WANTED = ("message-id", "in-reply-to", "references", "from", "to", "cc", "subject", "date")


def fetched(port: int, user: str, password: str) -> Iterator[tuple[int, dict[bytes, Any]]]:
    """Yield every message of the INBOX, as a bare client in batches would."""
    import imapclient  # noqa: PLC0415 - loaded before the clock starts, where it is wanted

    client = imapclient.IMAPClient("127.0.0.1", port, ssl=False, timeout=30)
    client._imap.debug = 0  # noqa: SLF001 - IMAPClient writes every message to the log otherwise
    client.login(user, password)
    client.select_folder("INBOX", readonly=True)
    # BENCH_LAST: only so many, the last ones, as where the others were fetched before.
    uids = client.search()[-int(os.environ.get("BENCH_LAST", "0")) :]
    for start in range(0, len(uids), BATCH):
        yield from client.fetch(
            uids[start : start + BATCH], ["BODY.PEEK[]", "INTERNALDATE"]
        ).items()
    client.logout()


def bare(port: int, user: str, password: str, folder: Path) -> int:
    """Fetch and insert: one durable commit a message, and nothing of the assistant."""
    database = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE mail (uid INTEGER PRIMARY KEY, at TEXT, raw BLOB)")
    count = 0
    for uid, items in fetched(port, user, password):
        database.execute("BEGIN IMMEDIATE")
        database.execute(
            "INSERT INTO mail VALUES (?, ?, ?)",
            (uid, str(items[b"INTERNALDATE"]), items[b"BODY[]"]),
        )
        database.execute("COMMIT")
        count += 1
    return count


def hybrid(raw: bytes) -> tuple[dict[str, str], str, list[tuple[str, int]]]:
    """Parse as little as one needs: a compat32 tree, and header objects for the wanted headers."""
    message = message_from_bytes(raw)
    headers = {name: _header(name, message[name]) for name in WANTED if name in message}
    text, files = "", []
    for part in message.walk():
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True) or b""
        if part.get_filename():
            files.append((str(part.get_filename()), len(content)))
        elif part.get_content_type() == "text/plain" and not text:
            text = _text(content, part.get_content_charset() or "utf-8")
    return headers, text, files


def _header(name: str, value: object) -> str:
    try:
        return str(email.policy.default.header_factory(name, str(value)))
    except (IndexError, AttributeError, ValueError):
        return str(value)


def _text(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("cp1252", "replace")


def parse(port: int, user: str, password: str, _folder: Path) -> int:
    """Fetch and parse with the hybrid; nothing is stored."""
    return sum(1 for _, items in fetched(port, user, password) if hybrid(items[b"BODY[]"]))


def intake(*_: object) -> int:
    """Take everything in, as `poll --once` does."""
    from assistant import bootstrap, config  # noqa: PLC0415 - after `main` has loaded Django
    from assistant.cli.parts import plans_of  # noqa: PLC0415 - as above
    from assistant.services.poll_mailboxes import poll_once  # noqa: PLC0415 - as above

    settings = config.current()
    polled, problems = poll_once(
        bootstrap.mailboxes(settings), clock=bootstrap.clock(), plans=plans_of(settings, None)
    )
    if problems:
        raise SystemExit("\n".join(problems))
    return polled.new


def worker(*_: object) -> int:
    """Read messages until told to stop."""
    from assistant import bootstrap, config  # noqa: PLC0415 - after `main` has loaded Django

    bootstrap.work(config.current(), ("mail",))
    return 0


def others(port: int, user: str, password: str, _folder: Path) -> int:
    """Take everything in with django-mailbox, as its own command does."""
    from django_mailbox.models import Mailbox  # noqa: PLC0415 - in its own environment alone

    place = f"imap://{user}:{password}@127.0.0.1:{port}"
    mailbox = Mailbox.objects.create(name="bench", uri=place)
    return sum(1 for _ in mailbox.get_new_mail())


def load_others(folder: Path) -> None:
    """Load Django for django-mailbox, and make its tables."""
    import django  # noqa: PLC0415 - in its own environment alone
    from django.conf import settings  # noqa: PLC0415 - as above
    from django.core.management import call_command  # noqa: PLC0415 - as above

    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django_mailbox"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(folder / "others.sqlite3"),
            }
        },
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        MEDIA_ROOT=str(folder / "media"),
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", verbosity=0)


def load_ours(what: str) -> None:
    """Load the assistant, so that loading is not measured."""
    from assistant import bootstrap, config  # noqa: PLC0415 - the others have none of it

    bootstrap.start()
    if what == "worker":
        bootstrap.ports(config.current())
    import assistant.cli.parts  # noqa: PLC0415 - after Django is loaded
    import assistant.project.tasks  # noqa: F401, PLC0415 - as above


WORK: dict[str, Callable[[int, str, str, Path], int]] = {
    "bare": bare,
    "parse": parse,
    "intake": intake,
    "worker": worker,
    "others": others,
}


def main() -> None:
    """Load what the work needs, say so, wait for a line, work, and print the figures."""
    what, port, user, password, folder = sys.argv[1:]
    if what in {"intake", "worker"}:
        load_ours(what)
    elif what == "others":
        load_others(Path(folder))
    else:
        import imapclient  # noqa: F401, PLC0415 - as above
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    began, worked = time.perf_counter(), time.process_time()
    count = WORK[what](int(port), user, password, Path(folder))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    # Not getrusage: that begins with what the parent held when this process was made.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    sys.stdout.write(
        json.dumps({"seconds": seconds, "cpu": cpu, "count": count, "peak_mb": peak}) + "\n"
    )


if __name__ == "__main__":
    main()
