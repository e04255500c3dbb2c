"""Measures masking on the marked letters of tests/masking_set, as their README says.

    .venv/bin/python -m bench.masking [--set two] [--missed KIND] [--false]

Prints recall of each kind with the context known and without, false masks, overreach, letters with
a leak, and how long it takes.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.domain.library.masking import Known, Span, mask

TESTS = Path(__file__).parent.parent / "tests"
MAIN = ("name", "email", "phone", "address")
OTHERS = ("postcode", "vehicle", "date_of_birth", "ni_number")
KINDS = (*MAIN, *OTHERS)
# Each set: its folder, and its groups with the number of the last letter of each.
SETS = {
    "one": ("masking_set", (("response", 60), ("request", 85), ("clean", 100))),
    "two": ("masking_set_two", (("response", 36), ("request", 51), ("clean", 60))),
    "three": ("masking_set_three", (("response", 38), ("request", 51), ("clean", 60))),
}
GROUPS = ("response", "request", "clean")


@dataclass(frozen=True)
class Marked:
    """One letter of the set: its text, its marks, and what an importer might know."""

    file: str
    group: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    known: Known


@dataclass
class Figures:
    """What was found of what is marked, and what was masked besides."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right_kind: int = 0
    false: dict[str, int] = field(default_factory=dict)
    leaks: set[str] = field(default_factory=set)
    over: int = 0
    outside: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def recall(self, *kinds: str) -> float:
        """Return the share of marks of some kinds that were found."""
        marked = sum(self.marked[kind] for kind in kinds)
        return sum(self.found[kind] for kind in kinds) / marked if marked else 1.0

    @property
    def false_per_letter(self) -> float:
        """Return how many masks of a letter, on average, touch nothing that is marked."""
        return sum(self.false.values()) / len(self.false)


def letters(which: str = "one") -> Iterator[Marked]:
    """Read a set."""
    name, groups = SETS[which]
    folder = TESTS / name
    for line in (folder / "expected.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        number = int(Path(row["file"]).name[:3])
        given = row["context"]
        yield Marked(
            row["file"],
            next(group for group, last in groups if number <= last),
            (folder / row["file"]).read_bytes().decode("utf-8"),
            tuple((span["start"], span["end"], span["kind"]) for span in row["spans"]),
            Known(
                people=tuple(filter(None, [given.get("requester_name")])),
                addresses=tuple(filter(None, [given.get("requester_email")])),
                authority=tuple(filter(None, [given.get("authority")])),
            ),
        )


def measure(marked: Sequence[Marked], *, known: bool) -> Figures:
    """Mask every letter, with its context or without, and count."""
    figures = Figures()
    for letter in marked:
        spans = mask(letter.text, letter.known if known else None).spans
        _count(figures, letter, spans)
    return figures


def _count(figures: Figures, letter: Marked, masks: Sequence[Span]) -> None:
    covered = {at for each in masks for at in range(each.start, each.end)}
    inside = {at for start, end, _ in letter.spans for at in range(start, end)}
    for start, end, kind in letter.spans:
        figures.marked[kind] += 1
        if all(at in covered for at in range(start, end) if letter.text[at].isalnum()):
            figures.found[kind] += 1
            figures.right_kind += any(
                each.kind == kind and each.start < end and start < each.end for each in masks
            )
        else:
            figures.leaks.add(letter.file)
            figures.missed.append((letter.file, kind, _around(letter.text, start, end)))
    figures.false[letter.file] = 0
    for each in masks:
        if not any(at in inside for at in range(each.start, each.end)):
            figures.false[letter.file] += 1
            figures.wrong.append(
                (letter.file, each.kind.value, _around(letter.text, each.start, each.end))
            )
    outside = [at for at, sign in enumerate(letter.text) if sign.isalnum() and at not in inside]
    figures.outside += len(outside)
    figures.over += sum(at in covered for at in outside)


def _around(text: str, start: int, end: int) -> str:
    """Show a place with a little of what stands around it."""
    shown = f"{text[max(0, start - 40) : start]}<<{text[start:end]}>>{text[end : end + 30]}"
    return shown.replace("\n", "\\n")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _report(marked: Sequence[Marked]) -> None:
    for known in (True, False):
        whole = measure(marked, known=known)
        _say(f"\nContext {'known' if known else 'withheld'}")
        by_group = {
            name: measure([each for each in marked if each.group == name], known=known)
            for name in GROUPS
        }
        for kind in KINDS:
            parts = ", ".join(
                f"{name} {one.found[kind]}/{one.marked[kind]}"
                for name, one in by_group.items()
                if one.marked[kind]
            )
            _say(
                f"  {kind:14} {whole.recall(kind):.3f} "
                f"({whole.found[kind]}/{whole.marked[kind]}; {parts})"
            )
        _say(f"  main kinds     {whole.recall(*MAIN):.3f}, all kinds {whole.recall(*KINDS):.3f}")
        _say(
            f"  false masks    {whole.false_per_letter:.2f} a letter, worst "
            f"{max(whole.false.values())}; clean letters "
            f"{by_group['clean'].false_per_letter:.2f}, worst "
            f"{max(by_group['clean'].false.values())}"
        )
        _say(f"  overreach      {whole.over / whole.outside:.4f}")
        _say(f"  leaks          {len(whole.leaks)} of {len(marked)} letters")
        _say(f"  right kind     {whole.right_kind} of {sum(whole.found.values())} found")


def _speed(marked: Sequence[Marked]) -> None:
    """Time the set, and one letter of 200 kB made of all of them."""
    began = time.process_time()
    for letter in marked:
        mask(letter.text, letter.known)
    spent = time.process_time() - began
    size = sum(len(letter.text) for letter in marked)
    _say(f"\n{size} characters in {spent:.2f} s of processor time: {size / spent:,.0f} a second")
    long = "\n\n".join(letter.text for letter in marked)
    long = (long * (200_000 // len(long) + 1))[:200_000]
    began = time.process_time()
    mask(long)
    _say(f"A letter of 200,000 characters: {time.process_time() - began:.2f} s")


def main() -> None:
    """Measure, and show what was missed or masked in vain where that is asked for."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    reader.add_argument("--set", choices=SETS, default="one", help="which of the sets")
    reader.add_argument("--missed", choices=KINDS, nargs="*", help="show what was missed")
    reader.add_argument("--false", action="store_true", help="show what was masked in vain")
    given = reader.parse_args()
    marked = list(letters(given.set))
    _report(marked)
    _speed(marked)
    whole = measure(marked, known=False)
    shown: defaultdict[str, list[str]] = defaultdict(list)
    if given.missed is not None:
        for file, kind, around in whole.missed:
            if not given.missed or kind in given.missed:
                shown[f"missed {kind}"].append(f"{file}: {around}")
    if given.false:
        for file, kind, around in whole.wrong:
            shown[f"false {kind}"].append(f"{file}: {around}")
    for title, rows in shown.items():
        _say(f"\n{title}")
        _say("\n".join(f"  {row}" for row in rows))


if __name__ == "__main__":
    main()
