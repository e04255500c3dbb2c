"""Lists in a letter's text: bullets, and entries numbered in any of the ways letters number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_BULLET = re.compile(r"\s{0,8}[-•*–·▪◦]\s+(?P<text>\S.*)")
_NUMBER = re.compile(
    r"\s{0,8}(?P<label>(?P<before>\(?)(?P<core>\d{1,3}|[a-z]|[ivx]{1,6})(?P<after>[.)]))\s+"
    r"(?P<text>\S.*)"
)
_LABEL = re.compile(r"(\(?)(\w+)([.)])")
_GOES_ON = re.compile(r"\s{2,}\S|[a-z(]")
# A line of an entry as long as this was broken by hand, and may go on in the next.
_BROKEN_AT = 60
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {
    f"{'x' * tens}{ones}": 10 * tens + one
    for tens in range(4)
    for one, ones in enumerate(_ONES)
    if tens or one
}


class Counting(StrEnum):
    """What entries are counted with, in the order in which a doubtful label is read."""

    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list; `label` is its number exactly as written, or empty for a bullet."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list is numbered: what counts, from where, and what stands around the number."""

    counting: Counting
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered where its first entry has a label."""

    entries: tuple[Entry, ...]

    @property
    def numbered(self) -> bool:
        """Whether the entries have numbers."""
        return bool(self.entries[0].label)

    @property
    def numbering(self) -> Numbering | None:
        """How it is numbered, so that a program can count by itself; None where it has bullets."""
        labels = [_parts(entry.label) for entry in self.entries if entry.label]
        if not labels:
            return None
        before, _, after = labels[0]
        counting = next(each for each in Counting if _counts([core for _, core, _ in labels], each))
        return Numbering(counting, _value(labels[0][1], counting), before, after)


def listing_at(lines: Sequence[str], at: int) -> tuple[Listing, int] | None:
    """Return the list that begins with line `at`, and how many lines it takes; or None."""
    entries: list[Entry] = []
    used = 0
    for number in range(at, len(lines)):
        line = lines[number]
        entry = _entry(line)
        if entry and (not entries or _follows(entries, entry)):
            entries.append(entry)
        elif entry is None and entries and _goes_on(lines[number - 1], line):
            last = entries[-1]
            entries[-1] = Entry(last.label, f"{last.text} {' '.join(line.split())}")
        else:
            break
        used += 1
    return (Listing(tuple(entries)), used) if entries else None


def follows_on(first: Listing, second: Listing) -> bool:
    """Tell whether a second list carries the first on: bullets both, or the next number."""
    return _follows(first.entries, second.entries[0])


def _follows(entries: Sequence[Entry], entry: Entry) -> bool:
    """Tell whether an entry carries a list on, counted in a way that fits all of it."""
    if not (entry.label and entries[0].label):
        return not (entry.label or entries[0].label)
    first, last, own = (_parts(each.label) for each in (entries[0], entries[-1], entry))
    if (last[0], last[2]) != (own[0], own[2]):
        return False
    cores = (first[1], last[1], own[1])
    return any(
        all(values := [_value(core, counting) for core in cores])
        and values[2] == values[1] + 1 == values[0] + len(entries)
        for counting in Counting
    )


def _entry(line: str) -> Entry | None:
    """Return a line as an entry of a list, or None."""
    bullet = _BULLET.fullmatch(line)
    if bullet:
        return Entry("", " ".join(bullet["text"].split()))
    number = _NUMBER.fullmatch(line)
    if number and not (number["before"] and number["after"] == "."):
        return Entry(number["label"], " ".join(number["text"].split()))
    return None


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line carries on the entry of the line before it."""
    if line.startswith("  "):
        return True
    return len(before.strip()) >= _BROKEN_AT and bool(_GOES_ON.match(line))


def _parts(label: str) -> tuple[str, str, str]:
    """Return what stands before the number of a label, the number, and what stands after it."""
    match = _LABEL.fullmatch(label)
    return (match[1], match[2], match[3]) if match else ("", label, "")


def _value(core: str, counting: Counting) -> int:
    """Return the number that a label stands for, from 1, or 0 where it is not counted so."""
    match counting:
        case Counting.DECIMAL:
            return int(core) if core.isdecimal() and not core.startswith("0") else 0
        case Counting.LETTER:
            return ord(core) - ord("a") + 1 if len(core) == 1 and "a" <= core <= "z" else 0
        case Counting.ROMAN:
            return _ROMAN.get(core, 0)


def _counts(cores: Sequence[str], counting: Counting) -> bool:
    """Tell whether labels count on from each other without a hole."""
    values = [_value(core, counting) for core in cores]
    return values[0] > 0 and values == list(range(values[0], values[0] + len(values)))
