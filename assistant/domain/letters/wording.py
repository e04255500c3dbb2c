"""Approved wording: versioned plain English with strict slots, and the collection drafts use.

A wording's text may hold two kinds of slot. `{due_on}` is a value that the code supplies from the
case or the settings. `{harm: what would happen, and how}` is something that only an officer knows;
the words after the colon are what the gap asks for while nobody has supplied it. A slot is filled
once and its value is never read again, so a name or an address that contains braces stays what it
is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.domain.letters.fields import FIELDS

VALUE_SLOTS = frozenset(
    {
        "address",
        "authority",
        "contact_email",
        "contact_phone",
        "cost_hours",
        "cost_limit",
        "due_on",
        "exemptions",
        "letter_date",
        "officer_name",
        "officer_title",
        "part",
        "parts",
        "prejudice_to",
        "provision",
        "provision_title",
        "received_on",
        "reference",
        "regulator_address",
        "regulator_name",
        "regulator_url",
        "requester",
        "review_contact",
        "review_days",
        "subject",
    }
)
# Slots of reasons and answers; those of single letters are the names of FIELDS.
_REASONING = frozenset(
    {
        "against",
        "answer",
        "assistance",
        "enactment",
        "for_disclosure",
        "harm",
        "likelihood",
        "limb",
        "opinion",
        "purpose",
        "qualified_person",
        "tips",
        "why",
    }
)
# What the case mostly knows, and an officer supplies where it does not.
_OF_THE_CASE = frozenset({"due_on", "estimate", "estimate_total", "late_by", "refine"})
OFFICER_SLOTS = _REASONING | _OF_THE_CASE | frozenset(FIELDS)
REGIMES = frozenset({"FOI", "EIR", "any"})

_SLOT = re.compile(r"\{([a-z_]+)(?:: ([^{}\n]+))?\}")


class WordingKind(StrEnum):
    """What a wording is for."""

    LETTER = "letter"
    PART = "part"
    WHY = "why"
    FOR = "for"
    AGAINST = "against"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a wording: its name, and what to ask an officer for (empty for values)."""

    name: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """One approved wording. `section` is a citation as the register prints it, or empty.

    `regime` is "FOI", "EIR" or "any"; `review_by` is the date by which its owner looks at it again.
    Raises ValueError where the text has a slot that nothing fills.
    """

    id: str
    version: str
    kind: WordingKind
    section: str
    title: str
    owner: str
    review_by: date
    regime: str
    text: str

    def __post_init__(self) -> None:
        """Refuse a wording that could not be composed, before a letter depends on it."""
        if self.regime not in REGIMES:
            raise ValueError(f"{self.id}: the regime is FOI, EIR or any, not “{self.regime}”")
        if not self.text.strip():
            raise ValueError(f"{self.id}: there is no text")
        for piece in pieces(self.text):
            _known(self.id, piece)


def _known(wording_id: str, piece: "str | Slot") -> None:
    """Raise ValueError for a brace that is no slot, and for a slot of an unknown name."""
    if isinstance(piece, str):
        if "{" in piece or "}" in piece:
            raise ValueError(f"{wording_id}: a brace that is no slot in “{piece.strip()[:60]}”")
        return
    allowed = OFFICER_SLOTS if piece.asks else VALUE_SLOTS
    if piece.name not in allowed:
        kind = "an officer" if piece.asks else "a value"
        raise ValueError(
            f"{wording_id}: no slot of {kind} is called “{piece.name}”; "
            f"there are {', '.join(sorted(allowed))}"
        )


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str | Slot, ...]:
    """Cut a wording's text into plain text and slots, in order, dropping nothing."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[str | Slot]:
    """Yield the plain text and the slots of a wording, in order."""
    at = 0
    for match in _SLOT.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        yield Slot(match[1], match[2] or "")
        at = match.end()
    if at < len(text):
        yield text[at:]


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a wording, each with its own line end and free of wrapping.

    A blank line ends a paragraph and gives it two line ends. A line that begins with "- " is an
    entry of a list, and one that ends with a backslash is kept as a line; both have one line end,
    except the last of their paragraph.
    """
    found: list[str] = []
    for chunk in re.split(r"\n[ \t]*\n", text.strip()):
        lines: list[str] = []
        kept = True
        for line in chunk.splitlines():
            bare = " ".join(line.removesuffix("\\").split())
            if kept or bare.startswith("- "):
                lines.append(bare)
            else:
                lines[-1] = f"{lines[-1]} {bare}"
            kept = line.endswith("\\")
        found += [f"{line}\n" for line in lines[:-1]]
        found.append(f"{lines[-1]}\n\n")
    return tuple(found)


class Wordings:
    """A read-only collection of approved wording, looked up by id or by section and kind."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Take the wordings; raises ValueError where two have one id."""
        self._by_id: dict[str, Wording] = {}
        for wording in wordings:
            if wording.id in self._by_id:
                raise ValueError(f"two wordings have the id {wording.id}")
            self._by_id[wording.id] = wording
        # An authority's own wording comes after what was shipped, and goes before it.
        self._by_section = {(each.section, each.kind): each for each in self._by_id.values()}

    def __iter__(self) -> Iterator[Wording]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, wording_id: str) -> Wording:
        """Return the wording of this id; raises ValueError that names it where there is none."""
        try:
            return self._by_id[wording_id]
        except KeyError:
            raise ValueError(f"there is no approved wording with the id {wording_id}") from None

    def for_section(
        self, citation: str, kind: WordingKind, *, whole_section: bool = True
    ) -> Wording | None:
        """Return the wording of a kind for a provision ("FOIA s31(1)(a)"), or None.

        A provision without its own takes that of the nearest provision above it: of s.31(1), then
        of s.31 where `whole_section` allows it.
        """
        looked_for = citation
        while looked_for and (whole_section or "(" in looked_for):
            if found := self._by_section.get((looked_for, kind)):
                return found
            looked_for = looked_for.rpartition("(")[0]
        return None

    def for_letter(self, name: str, regime: str) -> Wording:
        """Return a letter's paragraph, in the variant of a regime where there is one.

        Variants are called "name-foi", "name-eir", "name-mixed"; raises ValueError where there is
        neither a variant nor the plain name.
        """
        variant = f"{name}-{regime.lower()}"
        return self._by_id[variant] if variant in self._by_id else self.get(name)
