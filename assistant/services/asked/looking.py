"""What a language model may look into for an officer's question, and what it is shown of it.

It looks by the same tools as the rules, for the same person. The requester's name, addresses and
messages are not shown to it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.domain.chat.answer import Block, Sort
from assistant.domain.chat.arguments import Arguments, read_arguments
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.chat.periods import Period
from assistant.domain.law.citations import parse_citation
from assistant.domain.letters.blocks import LetterKind
from assistant.ports.chooser import Seen, ToolOffered, Unanswerable
from assistant.services.asked.asking import Asking, Blocks
from assistant.services.asked.tools import answer_of
from assistant.services.who_asked import masked, telling
from assistant.store.models import Case, Requester

# Who the requester is, and what they wrote, is told on the case's own page alone.
ON_ITS_PAGE = frozenset({Kind.REQUESTER, Kind.MESSAGES})
_LONGEST_WORDS = 1_000
_MOST_NAMED = 20
_NOT_SHOWN = {
    Sort.IDENTITY: "(a detail of who the requester is: the officer sees it, you do not)",
    Sort.MESSAGE: "(a message of the requester: the officer sees it, you do not)",
}
_QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True, slots=True)
class Found:
    """A block that was found, in which look, and its words without what requesters wrote."""

    kind: Kind
    look: int
    block: Block
    evidence: str


@dataclass
class Looking:
    """Everything that was looked at for one question; blocks by the ids that the model knows."""

    asking: Asking
    question: str
    on_its_page: bool
    found: dict[str, Found] = field(default_factory=dict)
    looks: int = 0

    def look(self, name: str, given: Mapping[str, object]) -> Sequence[Seen]:
        """Look into one tool; raises Unanswerable, in words for the model, where that cannot be."""
        possible = kinds_open(self.asking, on_its_page=self.on_its_page)
        kind = next((each for each in possible if each == name), None)
        if kind is None:
            raise Unanswerable("there is no such tool here.")
        arguments = _arguments(given, self.question, self.asking.on)
        blocks = answer_of(kind, replace(self.asking, arguments=arguments))
        self.looks += 1
        hide = Hiding(self.asking, blocks)
        seen = []
        for block in blocks:
            ident = f"b{len(self.found) + 1}"
            self.found[ident] = Found(kind, self.looks, block, hide.evidence(block))
            seen.append(Seen(ident, block.sort.value, hide.shown(block)))
        return seen


def kinds_open(asking: Asking, *, on_its_page: bool) -> list[Kind]:
    """Return the kinds of question that can be answered where one was asked."""
    return [
        kind
        for kind, row in KINDS.items()
        if (asking.case is not None or not row.of_a_case)
        and (on_its_page or kind not in ON_ITS_PAGE)
    ]


def tools_open(asking: Asking, *, on_its_page: bool) -> tuple[ToolOffered, ...]:
    """Return the tools as a model is offered them."""
    return tuple(
        ToolOffered(kind.value, f"{KINDS[kind].name}. For example: {KINDS[kind].example}")
        for kind in kinds_open(asking, on_its_page=on_its_page)
    )


class Hiding:
    """Takes out of blocks what a model is not to see, and what requesters wrote."""

    def __init__(self, asking: Asking, blocks: Iterable[Block]) -> None:
        """Everybody counts who asked in a case that the blocks, or the question, are about."""
        references = {
            str(source.place.args[0])
            for block in blocks
            for source in block.sources
            if source.place is not None and source.place.args
        }
        own = {asking.case.reference} if asking.case is not None else set()
        cases = Case.objects.filter(authority=asking.authority, reference__in=references | own)
        self._case = asking.case
        rows = list(cases.select_related("requester", "authority"))
        self._titles = sorted({row.title for row in rows if row.title.strip()}, key=len)[::-1]
        people = [who for row in rows if (who := _requester(row)) is not None]
        self._people = [pattern for who in people if (pattern := telling(who)) is not None]
        self._postal = [who.postal_address for who in people if who.postal_address.strip()]

    def shown(self, block: Block) -> str:
        """Return the words of a block as a model is shown them."""
        if block.sort in _NOT_SHOWN:
            return _NOT_SHOWN[block.sort]
        text = block.text
        if block.sort is Sort.QUOTE and self._case is not None and _requester(self._case):
            text = masked(text, self._case)
        return self.text(text)

    def text(self, text: str) -> str:
        """Return a text without who asked."""
        for address in self._postal:
            text = text.replace(address, "[address]")
        for pattern in self._people:
            text = pattern.sub("[requester]", text)
        return text

    def evidence(self, block: Block) -> str:
        """Return what of a block's words a model's sentence may stand on: none that were quoted."""
        if block.sort not in {Sort.FACT, Sort.LAW, Sort.GAP}:
            return ""
        text = block.text
        for title in self._titles:
            text = text.replace(title, "“”")
        return _QUOTED.sub("“”", text)


def _requester(case: Case) -> Requester | None:
    """Return who asked; None once that was erased."""
    return getattr(case, "requester", None)


def _arguments(given: Mapping[str, object], question: str, today: date) -> Arguments:
    """Return a model's arguments as tools read them; raises Unanswerable where one is unreadable.

    The words are read by the same rules as an officer's; what it names besides stands instead of
    what they found. Another case cannot be named.
    """
    about = given.get("about")
    words = about if isinstance(about, str) and about.strip() else question
    read = replace(read_arguments(words[:_LONGEST_WORDS], today), reference="")
    parts = _texts(given, "parts")
    sections = tuple(_section(each) for each in _texts(given, "sections"))
    days = _day(given, "since"), _day(given, "until")
    topic = given.get("topic")
    return replace(
        read,
        parts=tuple(each.casefold().removeprefix("part ").strip() for each in parts) or read.parts,
        sections=sections or read.sections,
        period=Period(*days) if any(days) else read.period,
        topic=topic[:_LONGEST_WORDS] if isinstance(topic, str) and topic.strip() else read.topic,
        letter=_letter(given) or read.letter,
    )


def _texts(given: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a list of short texts among the arguments."""
    value = given.get(name) or ()
    rows = (value,) if isinstance(value, str) else value
    if not isinstance(rows, list | tuple) or not all(isinstance(each, str) for each in rows):
        raise Unanswerable(f"{name} is a list of texts.")
    return tuple(each[:_LONGEST_WORDS] for each in rows[:_MOST_NAMED] if each.strip())


def _section(text: str) -> str:
    """Return a provision as the register prints it."""
    citation = parse_citation(text)
    if citation is None:
        raise Unanswerable("sections: write each like s.31(1)(a) or EIR reg 12(4)(b).")
    return str(citation)


def _day(given: Mapping[str, object], name: str) -> date | None:
    """Return a day among the arguments."""
    value = given.get(name) or ""
    if not value:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise Unanswerable(f"{name}: write a day as YYYY-MM-DD.") from error


def _letter(given: Mapping[str, object]) -> LetterKind | None:
    """Return a kind of letter among the arguments."""
    value = given.get("letter") or ""
    if not value:
        return None
    if value not in set(LetterKind):
        raise Unanswerable(f"letter is one of: {', '.join(LetterKind)}.")
    return LetterKind(str(value))


def groups_of(looking: Looking, idents: Sequence[str]) -> tuple[list[Kind], Blocks]:
    """Return the kinds and the blocks that were chosen, look by look, in the tools' own order.

    What is not on record, and what a tool says of its own answer, stands with any block of its
    look: nobody leaves that out.
    """
    chosen = [looking.found[each] for each in idents if each in looking.found]
    kinds: list[Kind] = []
    blocks: list[Block] = []
    for look in dict.fromkeys(each.look for each in chosen):
        for ident, found in looking.found.items():
            always = found.block.sort in {Sort.GAP, Sort.NOTE}
            if found.look == look and (ident in idents or always) and found.block not in blocks:
                blocks.append(found.block)
                kinds.append(found.kind)
    return list(dict.fromkeys(kinds)), tuple(blocks)
