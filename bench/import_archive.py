"""Import a large mailbox file of fictional mail, and say how long it takes and what memory.

    .venv/bin/python bench/import_archive.py --megabytes 300 FOLDER

It makes FOLDER/archive.mbox, where it is not there yet, and imports it into a library of its own in
FOLDER. The index is a stand-in that keeps nothing, so that the figures are those of the way in.
"""

import argparse
import itertools
import json
import os
import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THINGS = ("lorries", "lamps", "benches", "bridges", "cameras", "laptops", "radios", "dogs")
PLACES = ("Northtown", "Eastham", "Westbury", "Southport", "Millbrook", "Carrow", "Denby")
PARAGRAPHS = 0.2
SENTENCE = "The {thing} of {place} cost £{cost} in {year}, and {count} of them were in use. "


def _letter(chance: random.Random, number: int) -> tuple[str, str, str]:
    """Return subject, request and response of one fictional exchange, of about 6 kB."""
    thing, place = chance.choice(THINGS), chance.choice(PLACES)
    subject = f"{thing.title()} in {place}, {number}"
    request = f"Please tell me how many {thing} you own in {place}, and what they cost. ({number})"
    told = "".join(
        SENTENCE.format(
            thing=chance.choice(THINGS),
            place=chance.choice(PLACES),
            cost=chance.randrange(10**6),
            year=chance.randrange(2005, 2025),
            count=chance.randrange(1000),
        )
        + ("\n\n" if chance.random() < PARAGRAPHS else "")
        for _ in range(60)
    )
    response = (
        f"Dear Ada Quince,\n\nThank you for your request about {thing}. We hold this information."
        f"\n\nQuestion 1\n\n{told}\n\nQuestion 2\n\nWe withhold the rest under section 43(2).\n\n"
        "If you are unhappy, ask us for an internal review within 40 working days.\n\n"
        "Yours sincerely,\nSam Hollis\n"
    )
    return subject, request, response


def _mail(subject: str, text: str, *, ours: bool, ident: str, answers: str = "") -> bytes:
    """Return one message as an .mbox holds it."""
    sides = ("foi@northshire.example", "ada@mail.example")
    sender, to = sides if ours else sides[::-1]
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: {ident}\n"
    head += f"In-Reply-To: {answers}\n" if answers else ""
    head += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    return f"From - Mon Mar 11 10:00:00 2024\n{head}\n{text}\n\n".encode()


def make(path: Path, megabytes: int) -> None:
    """Write a mailbox file of about so many megabytes; the same every time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    number = 0
    with path.open("wb") as file:
        while file.tell() < megabytes * 1_000_000:
            subject, request, response = _letter(chance, number)
            asked = f"<{number}@mail.example>"
            file.write(_mail(subject, request, ours=False, ident=asked))
            file.write(
                _mail("Re: " + subject, response, ours=True, ident=f"<{number}@o>", answers=asked)
            )
            number += 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the file, import it, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--most", type=int, default=0, help="stop after so many messages")
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    path = given.folder / f"archive-{given.megabytes}.mbox"
    if not path.exists():
        make(path, given.megabytes)
    os.environ["FOI_DATA_FOLDER"] = str(given.folder / "data")
    os.environ["FOI_AUTHORITY_NAME"] = "Northshire Council"
    sys.path.insert(0, str(ROOT))
    print(json.dumps(_import(path, given.most), indent=2))  # noqa: T201 - its answer


def _import(path: Path, most: int) -> dict[str, object]:
    """Import the file and return the figures."""
    # What needs Django is loaded once its settings are known.
    from assistant import bootstrap, config  # noqa: PLC0415 - as above

    bootstrap.start()
    bootstrap.migrate(config.current())
    from assistant.cli.library import details  # noqa: PLC0415 - it needs Django
    from assistant.domain.mail.own_addresses import OwnAddresses  # noqa: PLC0415 - as above
    from assistant.services import import_knowledge as importing  # noqa: PLC0415 - as above
    from assistant.services.prepare import prepare  # noqa: PLC0415 - as above
    from tests.fakes import FakeLibrary  # noqa: PLC0415 - as above

    authority = prepare(details(config.current()), wordings=bootstrap.wordings())
    loader = bootstrap.loader(OwnAddresses(frozenset(), frozenset({"northshire.example"})))
    sources = list(loader.sources([str(path)]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    found = importing.documents_of(authority.pk, sources, {}, loader=loader)
    # The index is measured by itself: here only what the database holds.
    importing.index_new = lambda *_args, **_names: 0  # type: ignore[assignment]  # keeps nothing
    done = importing.import_knowledge(
        authority.pk,
        itertools.islice(found, most or None),
        library=FakeLibrary(),
        clock=bootstrap.clock(),
        register=bootstrap.register(),
    )
    seconds = time.perf_counter() - begun
    return {
        "megabytes": round(path.stat().st_size / 1e6),
        "taken": done.taken,
        "known": done.known,
        "left_out": done.left_out,
        "passages": done.passages,
        "seconds": round(seconds, 1),
        "passages_per_second": round(done.passages / seconds),
        "memory_before_mb": before // 1024,
        "memory_most_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    main()
