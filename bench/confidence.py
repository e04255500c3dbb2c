"""Measure how far "similar questions were answered so" comes true, one letter left out at a time.

    python -m bench.confidence [--judged OUTCOME.jsonl] THREADS.jsonl...

All letters are imported into a library of its own. Then each letter's request is asked part by
part as a draft asks it, but without the letters of its own thread and those that answer a copy of
its request; what is proposed is held against what that letter decided, as `import` reads it or, in
the judged set, as a person read it. Letters fall into two halves by a hash of their thread: what
the domain's table says was fitted on the first, and the second was kept for checking it.
"""

import argparse
import hashlib
import json
import os
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import conflicts
from assistant.domain.letters.similar import Similar, confidence, similar
from assistant.domain.request.questions import key_of, segment

if TYPE_CHECKING:
    from assistant.domain.library.entries import Entry
    from assistant.ports import Library

# Two requests that share so much of their words are one that was sent twice.
COPY = 0.9
# So many passages are asked for, that enough are left when a letter's own are taken out.
ASKED = 60
NOTHING_DECIDED = frozenset({Outcome.ACKNOWLEDGEMENT_ONLY, Outcome.OTHER})


@dataclass(frozen=True, slots=True)
class Left:
    """A letter left out: what it decided, and for each part of its request what is found."""

    thread: str
    half: str
    outcome: Outcome
    sections: frozenset[str]
    judged: bool
    on: date
    parts: tuple[tuple[CasePart, tuple[EvidencePassage, ...]], ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What is said of one part, and whether it came true; a letter's parts weigh one together."""

    weight: float
    said: Similar
    outcome: Outcome
    sections: frozenset[str]

    @property
    def true(self) -> bool:
        """Whether the outcome that was named is the one that was decided."""
        return self.said.outcome is self.outcome


def thread_of(ident: str) -> str:
    """Return the thread a document comes from: its ident without its place in the thread."""
    return re.sub(r"-\d{1,3}$", "", ident)


def half_of(thread: str) -> str:
    """Return which half a thread is in; the same each time."""
    return "first" if hashlib.sha256(thread.encode()).digest()[0] % 2 else "second"


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the words of two requests both have."""
    return len(one & other) / max(len(one | other), 1)


def parts_of(request: str) -> tuple[CasePart, ...]:
    """Return the parts of a request, or the whole of it as one."""
    found = segment(request)
    if not found:
        return (CasePart("1", "", request),)
    return tuple(
        CasePart(key, part.label, part.text, stem=part.stem)
        for key, part in zip(key_of(found), found, strict=True)
    )


def judged_of(path: Path | None) -> dict[str, dict[str, object]]:
    """Return what a person read in letters, by the words of the letter."""
    if path is None:
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return {" ".join(str(row["text"]).split()): row["gold"] for row in rows}


def letters(paths: Sequence[Path], judged: Path | None, k: int) -> Iterator[Left]:
    """Import all letters and yield each that decides something, left out of what is found."""
    from assistant import bootstrap, config  # noqa: PLC0415 - the folder has to be set first

    bootstrap.start()
    bootstrap.migrate(config.current())
    from assistant.adapters.builtin_embeddings import BuiltinEmbedder  # noqa: PLC0415 - as above
    from assistant.adapters.chroma import ChromaLibrary  # noqa: PLC0415 - as above
    from assistant.adapters.chroma_server import ChromaServer  # noqa: PLC0415 - as above
    from assistant.services.reindex_library import reindex_library  # noqa: PLC0415 - as above
    from assistant.store.models import Authority  # noqa: PLC0415 - as above

    authority = Authority.objects.create(name="Northshire Council").pk
    server = ChromaServer(Path(os.environ["FOI_DATA_FOLDER"]) / "chroma")
    library = ChromaLibrary(server.start(), BuiltinEmbedder(), timeout=120)
    try:
        entries = taken(authority, paths)
        reindex_library(authority, library=library, clock=bootstrap.clock())
        yield from _left_out(authority, entries, library, judged_of(judged), k)
    finally:
        library.close()
        server.stop()


def taken(authority: int, paths: Sequence[Path]) -> list["Entry"]:
    """Take every letter of the files into the library, each thread's once."""
    from django.db import transaction  # noqa: PLC0415 - settings come first

    from assistant import bootstrap  # noqa: PLC0415 - as above
    from assistant.domain.library.entries import entry_of, why_unfit  # noqa: PLC0415 - as above
    from assistant.domain.library.precedents import Precedent  # noqa: PLC0415 - as above
    from assistant.domain.library.thread_records import precedents_of  # noqa: PLC0415 - as above
    from assistant.store.library import take_documents  # noqa: PLC0415 - as above

    register = bootstrap.register()
    entries: list[Entry] = []
    seen: set[str] = set()
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
            for each in precedents_of(json.loads(line), source=f"{number}") if line else ():
                words = " ".join(each.text.split()) if isinstance(each, Precedent) else ""
                if not isinstance(each, Precedent) or words in seen or why_unfit(each):
                    continue
                seen.add(words)
                entries.append(entry_of(replace(each, named=True), register=register))
    with transaction.atomic():
        take_documents(authority, entries, status="example", at=bootstrap.clock().now())
    return entries


def _left_out(
    authority: int,
    entries: Sequence["Entry"],
    library: "Library",
    judged: dict[str, dict[str, object]],
    k: int,
) -> Iterator[Left]:
    """Yield each letter that decides something with what its parts find without it."""
    from assistant import bootstrap  # noqa: PLC0415 - settings come first
    from assistant.services.find_passages import find_passages  # noqa: PLC0415 - as above
    from assistant.services.judge_precedents import judge_precedents  # noqa: PLC0415 - as above
    from assistant.store.models import LibraryDocument, Passage  # noqa: PLC0415 - as above

    register = bootstrap.register()
    documents = {each.content_sha256: each for each in LibraryDocument.objects.all()}
    words = {
        documents[entry.content_sha256].pk: (
            thread_of(entry.ident),
            frozenset(entry.request.casefold().split()),
        )
        for entry in entries
        if entry.content_sha256 in documents
    }
    of_passage = dict(Passage.objects.values_list("ident", "document_id"))
    for entry in entries:
        gold = judged.get(" ".join(entry.original.text.split()))
        outcome = (
            Outcome(str(gold["outcome"]))
            if gold
            else next((each for each in Outcome if each.value == entry.outcome), None)
        )
        if outcome is None or outcome in NOTHING_DECIDED or not entry.request:
            continue
        thread, own = thread_of(entry.ident), frozenset(entry.request.casefold().split())
        out = {
            pk for pk, (other, said) in words.items() if other == thread or alike(own, said) >= COPY
        }
        parts = []
        for part in parts_of(entry.request):
            # More than are kept: those of the letter itself are taken out below.
            found = find_passages(authority, (part,), library=library, per_part=ASKED)
            kept = [each for each in found if of_passage[each.id] not in out][:k]
            parts.append((part, judge_precedents(kept, register)))
        yield Left(
            thread,
            half_of(thread),
            outcome,
            frozenset(entry.sections),
            gold is not None,
            entry.dated or date(2025, 1, 1),
            tuple(parts),
        )


def tried(left: Sequence[Left]) -> list[Tried]:
    """Return what is said of each part of each letter's request."""
    return [
        Tried(1 / len(each.parts), said, each.outcome, bare(each.sections))
        for each in left
        for part, found in each.parts
        for said in similar([part], found, each.on)
    ]


def bare(sections: Iterable[str]) -> frozenset[str]:
    """Return provisions without their limbs, which letters name or leave out as they like."""
    return frozenset(each.partition("(")[0] for each in sections)


def share(rows: Sequence[Tried], true: Callable[[Tried], bool]) -> float:
    """Return the weighed share of rows of which something is true."""
    whole = sum(row.weight for row in rows)
    return sum(row.weight for row in rows if true(row)) / whole if whole else 0.0


def would_say(row: Tried) -> float:
    """Return the confidence of the weightiest outcome, whether or not it was high enough."""
    first = row.said.counts[0]
    return confidence(first.outcome, first.weight, row.said.weight)


def report(name: str, left: Sequence[Left]) -> Iterator[str]:
    """Yield the figures of one half in lines."""
    rows = tried(left)
    counted = [row for row in rows if row.said.counts]
    named = [row for row in rows if row.said.outcome]
    commonest = Counter(each.outcome for each in left).most_common(1)[0][0]
    letters_named = sum(row.weight for row in named)
    yield f"{name}: {len(left)} letters, {len(rows)} parts; weighed by letters"
    anyway = share(rows, lambda row: row.outcome is commonest)
    yield f"  most frequent outcome {commonest}: {anyway:.2f}"
    yield f"  counts shown for {sum(row.weight for row in counted) / max(len(left), 1):.2f}"
    if not named:
        yield "  no outcome named"
        return
    yield f"  outcome named for {letters_named / len(left):.2f} ({len(named)} parts)"
    yield f"    came true {share(named, lambda row: row.true):.2f}"
    yield (
        "    the most frequent outcome would have, of the same parts: "
        f"{share(named, lambda row: row.outcome is commonest):.2f}"
    )
    withholding = [row for row in named if row.said.sections]
    if withholding:
        right = share(withholding, lambda row: bool(bare(row.said.sections) & row.sections))
        yield f"    sections named for {len(withholding)} parts, one of them cited in {right:.2f}"
    yield from bands(counted)


def bands(rows: Sequence[Tried]) -> Iterator[str]:
    """Yield what was said and what came true, by bands of a tenth, with both errors."""
    of_band: dict[int, list[Tried]] = defaultdict(list)
    for row in rows:
        of_band[min(9, int(10 * would_say(row)))].append(row)
    whole = sum(row.weight for row in rows)
    error = 0.0
    for _, held in sorted(of_band.items()):
        weight = sum(row.weight for row in held)
        said = sum(row.weight * would_say(row) for row in held) / weight
        true = share(held, first_true)
        error += weight / whole * abs(said - true)
        yield f"    said {said:.2f}, came true {true:.2f} ({len(held)} parts, weight {weight:.1f})"
    brier = sum(row.weight * (would_say(row) - first_true(row)) ** 2 for row in rows) / whole
    yield f"  Brier score {brier:.3f}, expected calibration error {error:.3f}"


def first_true(row: Tried) -> bool:
    """Say whether the weightiest outcome is what was decided."""
    return row.said.counts[0].outcome is row.outcome


def warnings(left: Sequence[Left]) -> str:
    """Return how often the letters as they were decided would have been warned of."""
    given = [
        sum(
            len(
                conflicts(replace(part, outcome=each.outcome, sections=tuple(each.sections)), found)
            )
            for part, found in each.parts
        )
        for each in left
    ]
    some = sum(1 for number in given if number)
    many = 100 / max(len(left), 1)
    return f"warnings: {sum(given) * many:.0f} per 100 requests, on {some * many:.0f} of 100\n"


def main() -> None:
    """Print the figures of both halves, of the judged letters, and of the warnings."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("threads", type=Path, nargs="+", help="threads, one JSON object a line")
    parser.add_argument("--judged", type=Path, help="outcomes that a person read, as `evaluate`")
    parser.add_argument("--passages", type=int, default=5, help="how many a part is given (5)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["FOI_DATA_FOLDER"] = name
        os.environ.pop("DATABASE_URL", None)
        left = list(letters(given.threads, given.judged, given.passages))
    for half in ("first", "second"):
        held = [each for each in left if each.half == half]
        sys.stdout.write("\n".join(report(f"{half} half", held)) + "\n")
    if judged := [each for each in left if each.judged]:
        sys.stdout.write("\n".join(report("judged by a person", judged)) + "\n")
    sys.stdout.write(warnings(left))


if __name__ == "__main__":
    main()
