"""Findings in files that go out: what was seen, put in words, and what is still open."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.inspection.rules import RULES, Severity

# Places are names of sheets, files and people: long ones are cut, so that a page stays readable.
LONGEST_PLACE = 200
# A file with more is not fit to leave whatever the rest says.
MOST_SIGHTINGS = 200


@dataclass(frozen=True, slots=True)
class Sighting:
    """One thing that was seen in a file: by which rule, where, and how much of it.

    `within` names the file inside the file that it was seen in, and is empty for the file itself.
    """

    rule: str
    place: str = ""
    count: int = 0
    within: str = ""


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A sighting in words: what it is, how grave, and what to do now.

    `key` (SHA-256, hex) tells it from every other finding of the same bytes; whoever accepts it
    accepts these words and no others.
    """

    rule: str
    severity: Severity
    message: str
    to_do: str
    key: str

    @property
    def must_be_cleared(self) -> bool:
        """Whether the file may only leave once it is gone, or a person accepted it."""
        return self.severity is Severity.CLEAR


def finding_of(sighting: Sighting) -> FileFinding:
    """Put a sighting in words; raises KeyError where no rule has its name."""
    rule = RULES[sighting.rule]
    number = f"{sighting.count:,} {rule.one if sighting.count == 1 else rule.many}"
    place = _shortened(sighting.place)
    about = f" ({place})" if place else ""
    message = rule.says.format(place=place, about=about, count=number)
    if sighting.within:
        message = f"In “{_shortened(sighting.within)}”: {message}"
    key = hashlib.sha256(json.dumps([rule.id, message]).encode()).hexdigest()
    return FileFinding(rule.id, rule.severity, message, rule.to_do, key)


def findings_of(sightings: Iterable[Sighting]) -> tuple[FileFinding, ...]:
    """Return the findings of one file without doubles, the grave ones first, else as seen."""
    found = {each.key: each for each in map(finding_of, sightings)}
    return tuple(sorted(found.values(), key=lambda each: not each.must_be_cleared))


def still_open(
    findings: Sequence[FileFinding], accepted: Collection[str]
) -> tuple[FileFinding, ...]:
    """Return the grave findings whose key nobody accepted: with one of them no file leaves."""
    return tuple(each for each in findings if each.must_be_cleared and each.key not in accepted)


def _shortened(place: str) -> str:
    """Return a place on one line and of a bearable length."""
    line = " ".join(place.split())
    return line if len(line) <= LONGEST_PLACE else f"{line[: LONGEST_PLACE - 1]}…"
