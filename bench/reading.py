"""Measure what follows the parsing of mail: screening, questions, law and intent, each alone."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.mail.followup import intent
from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Screening, screen
from assistant.domain.request.part import Part
from assistant.domain.request.questions import segment
from assistant.domain.request.regime import classify

OWN = OwnAddresses(frozenset({"foi@council.example"}), frozenset({"council.example"}))


@dataclass(frozen=True, slots=True)
class Mail:
    """A message, and what an earlier step hands to a later one."""

    message: Message
    screening: Screening
    parts: tuple[Part, ...]


def prepared(raw: bytes) -> Mail:
    """Read a message up to where the steps begin that are measured."""
    message = read(raw)
    return Mail(message, screen(message, OWN), segment(message.written))


STEPS: tuple[tuple[str, Callable[[Mail], object]], ...] = (
    ("screen", lambda mail: screen(mail.message, OWN)),
    ("segment", lambda mail: segment(mail.message.written)),
    (
        "classify",
        lambda mail: classify(mail.message.written, mail.message.subject, mail.parts),
    ),
    ("intent", lambda mail: intent(mail.message, mail.screening, in_thread=False)),
)


def seconds(mails: Sequence[Mail], step: Callable[[Mail], object]) -> float:
    """Return the seconds of processor time that a step takes on all mails."""
    before = time.process_time()
    for mail in mails:
        step(mail)
    return time.process_time() - before


def main() -> None:
    """Print for each step, and for all together, mails a second and milliseconds a mail."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("folder", type=Path, help="a folder of messages, one a file")
    arguments = parser.parse_args()
    files = [path for path in sorted(arguments.folder.rglob("*")) if path.is_file()]
    mails = [prepared(path.read_bytes()) for path in files]
    best = {
        name: min(seconds(mails, step) for _ in range(arguments.rounds)) for name, step in STEPS
    }
    sys.stdout.write(f"{len(mails)} mails, best of {arguments.rounds}\n")
    for name, taken in (*best.items(), ("together", sum(best.values()))):
        each = taken / len(mails)
        sys.stdout.write(f"{name:9} {1 / each:7.0f} mails a second, {each * 1000:.3f} ms a mail\n")


if __name__ == "__main__":
    main()
