"""What a draft rests on: its sources with the blocks that use each, and its sections to be read."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.wording import Slot, paragraphs, pieces

# Wording that frames a letter and says nothing that is decided: nobody has to open it.
_FRAME = re.compile(
    r"letterhead(-.*)?|salutation|subject(-foi|-eir)?|(.*-)?heading(-.*)?|question|answer"
    r"|applies-to|contact(-phone)?|sign-off(-.*)?"
)
_HEADING = re.compile(r"(.*-)?heading(-.*)?")
_OF_THE_CASE = "case:"
_OPENING = "The opening"
_WHOLE = "The whole letter"
# What the value of a slot may be.
_VALUE = ".*?"


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source of a draft and the numbers, from 1, of the blocks that rest on it.

    `name` is the same as long as the source is, and names it in addresses. `digest` (SHA-256, hex)
    is that of what a person sees who opens it: a fact of the case has no version, so that its
    words count too. `frames` says that it is wording without substance, such as a letterhead.
    """

    source: Source
    numbers: tuple[int, ...]
    name: str
    digest: str
    frames: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that are read together: what they are called, and the numbers of first and last."""

    title: str
    first: int
    last: int

    @property
    def numbers(self) -> range:
        """The numbers of its blocks, from 1."""
        return range(self.first, self.last + 1)


def source_name(source: Source) -> str:
    """Return the name by which addresses mean a source: 16 hexadecimal digits, nothing readable."""
    return _digest([source.id, source.version, source.start, source.end])[:16]


def block_digest(block: Block) -> str:
    """Return the SHA-256 (hex) of what a person reads in a block: its words, kind and sources."""
    sources = [[each.id, each.version, each.start, each.end] for each in block.sources]
    return _digest([block.kind.value, block.text.strip(), block.part, sources])


def sources_used(blocks: Sequence[Block]) -> tuple[UsedSource, ...]:
    """Return the sources of a draft in the order in which its blocks first rest on them."""
    found: dict[str, tuple[Source, list[int]]] = {}
    for number, block in enumerate(blocks, start=1):
        for source in block.sources:
            _, numbers = found.setdefault(source_name(source), (source, []))
            if number not in numbers:
                numbers.append(number)
    return tuple(_used(name, *each, blocks) for name, each in found.items())


def sections_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return the sections of a draft, in order; together they hold each block once.

    A section begins at a heading, and where the part of the request changes that is answered.
    Headings that follow one another begin one section, which is called by the last of them; a
    letter without headings is one section.
    """
    found: list[Section] = []
    for number, block in enumerate(blocks, start=1):
        heads = _is_heading(block)
        before = blocks[number - 2] if number > 1 else None
        begins = before is None or (
            not _is_heading(before) and (heads or block.part != before.part)
        )
        if begins:
            found.append(Section(_title(block, first=before is None), number, number))
        else:
            last = found[-1]
            title = _title(block, first=False) if heads else last.title
            found[-1] = Section(title, last.first, number)
    if len(found) == 1 and found[0].title == _OPENING:
        return (replace(found[0], title=_WHOLE),)
    return tuple(found)


def wording_place(text: str, words: str) -> tuple[str, tuple[int, int] | None]:
    """Return a wording as a letter has its lines, and the place in it that words come from.

    `text` is the wording with its slots, `words` are those of a block. The place indexes code
    points of the text that is returned; it is None where nothing of the wording makes these words,
    as after an edit.
    """
    shown = "".join(paragraphs(text)).rstrip("\n")
    wanted = words.strip()
    if not wanted:
        return shown, None
    if (at := shown.find(wanted)) >= 0:
        return shown, (at, at + len(wanted))
    fitting = [each for each in _stretches(text) if each.pattern.fullmatch(wanted)]
    if not fitting:
        return shown, None
    best = max(fitting, key=lambda each: each.letters)
    return shown, (best.start, best.end)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What lies between two slots that officers fill, or the ends of a paragraph: one block.

    `letters` counts what stands outside of slots; `pattern` fits whatever it can become.
    """

    letters: int
    start: int
    end: int
    pattern: re.Pattern[str]


def _stretches(text: str) -> list[_Stretch]:
    """Return the stretches of a wording; their places index its paragraphs, joined."""
    found: list[_Stretch] = []
    at = 0
    for paragraph in paragraphs(text):
        run: list[tuple[str, str]] = []
        for piece in pieces(paragraph):
            if isinstance(piece, Slot) and piece.asks:
                found += _stretch(run, at)
                at += sum(len(raw) for raw, _ in run) + len(f"{{{piece.name}: {piece.asks}}}")
                run = []
            elif isinstance(piece, Slot):
                run.append((f"{{{piece.name}}}", _VALUE))
            else:
                run.append((piece, re.escape(piece)))
        found += _stretch(run, at)
        at += sum(len(raw) for raw, _ in run)
    return found


def _stretch(run: Sequence[tuple[str, str]], at: int) -> list[_Stretch]:
    """Return one stretch without the space around it, or nothing where it has no words."""
    raw = "".join(each for each, _ in run)
    letters = sum(len(each.strip()) for each, pattern in run if pattern != _VALUE)
    if not letters:
        return []
    # White space at either end of a stretch belongs to the letter's lines, and a block may lack it.
    pattern = re.sub(r"^(\\?\s)+|(\\?\s)+$", "", "".join(each for _, each in run))
    start = at + len(raw) - len(raw.lstrip())
    return [_Stretch(letters, start, at + len(raw.rstrip()), re.compile(pattern, re.DOTALL))]


def _used(name: str, source: Source, numbers: list[int], blocks: Sequence[Block]) -> UsedSource:
    """Return a source with what rests on it."""
    of_the_case = source.id.startswith(_OF_THE_CASE)
    words = [blocks[number - 1].text.strip() for number in numbers] if of_the_case else []
    frames = _FRAME.fullmatch(source.id) is not None and all(
        blocks[number - 1].kind is BlockKind.BOILERPLATE for number in numbers
    )
    return UsedSource(source, tuple(numbers), name, _digest([name, *words]), frames)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.BOILERPLATE and any(
        _HEADING.fullmatch(source.id) for source in block.sources
    )


def _title(block: Block, *, first: bool) -> str:
    """Return what a section is called that begins with a block."""
    if _is_heading(block):
        return block.text.strip()
    if block.part:
        return f"Part {block.part}"
    return _OPENING if first else " ".join(block.text.split()[:6]) + " …"


def _digest(values: Sequence[object]) -> str:
    """Return the SHA-256 (hex) of plain values."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()
