"""Import a large mailbox file of fictional mail, and say how long it takes and what memory.

    .venv/bin/python bench/import_archive.py --megabytes 300 FOLDER

It makes FOLDER/archive.mbox, where it is not there yet, and imports it into a library of its own in
FOLDER. The index is a stand-in that keeps nothing, so that the figures are those of the way in.
"""

import argparse
import json
import os
import random
import resource
import sys
import time
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THINGS = "lorries lamps benches bridges cameras laptops radios uniforms dogs horses".split()
PLACES = "Northtown Eastham Westbury Southport Millbrook Ashford Carrow Denby".split()
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
        + ("\n\n" if chance.random() < 0.2 else "")
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
    made = EmailMessage()
    sides = ("foi@northshire.example", "ada@mail.example")
    made["From"], made["To"] = sides if ours else sides[::-1]
    made["Subject"], made["Message-ID"] = subject, ident
    if answers:
        made["In-Reply-To"] = answers
    made.set_content(text)
    return b"From - Mon Mar 11 10:00:00 2024\n" + made.as_bytes() + b"\n"


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
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    path = given.folder / f"archive-{given.megabytes}.mbox"
    if not path.exists():
        make(path, given.megabytes)
    os.environ["FOI_DATA_FOLDER"] = str(given.folder / "data")
    os.environ["FOI_AUTHORITY_NAME"] = "Northshire Council"
    sys.path.insert(0, str(ROOT))
    print(json.dumps(_import(path), indent=2))


def _import(path: Path) -> dict[str, object]:
    """Import the file and return the figures."""
    from assistant import bootstrap, config

    bootstrap.start()
    bootstrap.migrate(config.current())
    from assistant.cli.library import details
    from assistant.domain.mail.own_addresses import OwnAddresses
    from assistant.services.import_knowledge import documents_of, import_knowledge
    from assistant.services.prepare import prepare
    from tests.fakes import FakeLibrary

    class NoIndex(FakeLibrary):
        """Takes passages and keeps none of them."""

        def add(self, fit: object, passages: object) -> None:
            """Forget them."""

    authority = prepare(details(config.current()), wordings=bootstrap.wordings())
    loader = bootstrap.loader(OwnAddresses(frozenset(), frozenset({"northshire.example"})))
    library, clock = NoIndex(), bootstrap.clock()
    # A fit of its own beforehand, so that the passages are added to it some at a time.
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    sources = list(loader.sources([str(path)]))
    found = documents_of(authority.pk, sources, {}, loader=loader)
    import assistant.services.import_knowledge as importing

    importing.index_new = lambda *_, **__: 0  # type: ignore[assignment]  # measured by itself
    done = import_knowledge(authority.pk, found, library=library, clock=clock)
    seconds = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "megabytes": round(path.stat().st_size / 1e6),
        "taken": done.taken,
        "known": done.known,
        "left_out": done.left_out,
        "passages": done.passages,
        "seconds": round(seconds, 1),
        "passages_per_second": round(done.passages / seconds),
        "memory_before_mb": before // 1024,
        "memory_most_mb": after // 1024,
    }


if __name__ == "__main__":
    main()
