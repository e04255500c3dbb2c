"""How each part of a response ended, held against how it has to end, and what is left to do."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from assistant.domain.errors import NotAllowed
from assistant.domain.law.citations import parse_citation
from assistant.domain.letters.blocks import Block, BlockKind, Draft

GAP, CLARIFY, TRANSFERRED = "gap", "clarify", "transferred"
# The wording by which a part says how it ended; a part that was transferred says who answers.
_ENDS: Mapping[str, str] = MappingProxyType(
    {
        "given": r"outcome-disclosed_full",
        "part": r"outcome-disclosed_part",
        "part_not_held": r"held-partly",
        "not_held": r"held-not_held",
        "refused": r"outcome-(?:refused|vexatious)",
        "ncnd": r"outcome-ncnd",
        "elsewhere": r"outcome-already",
        "cost": r"outcome-cost",
        CLARIFY: r"outcome-clarification",
        TRANSFERRED: r"",
        GAP: r"",
    }
)
# Nobody decided what can be offered instead, and section 16 asks for it: a gap there is due.
_ASSISTANCE = re.compile(r"assistance|cost")
_CITED = re.compile(r"(?:section|regulation) \d+[A-Z]?(?:\(\w{1,4}\))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expected:
    """How a part has to end: its end, facts it says and must not say, provisions relied on.

    A fact is plain words, or "re:" with a pattern; neither looks at case.
    """

    ends: str
    says: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(slots=True)
class Figures:
    """What was counted over some letters."""

    letters: int = 0
    parts: int = 0
    answered: int = 0
    right: int = 0
    facts: int = 0
    facts_said: int = 0
    said_and_must_not_be: int = 0
    provisions: int = 0
    provisions_right: int = 0
    sentences: int = 0
    verified: int = 0
    generated: int = 0
    generated_unverified: int = 0
    proposals_left_out: int = 0
    gaps: int = 0
    gaps_not_due: int = 0
    gaps_filled: int = 0
    errors: int = 0
    warnings: int = 0
    edits: int = 0

    @property
    def shown(self) -> dict[str, object]:
        """The figures as they are printed: shares, and counts beside them."""
        return {
            "letters": self.letters,
            "parts right": _share(self.right, self.parts),
            "parts answered": _share(self.answered, self.parts),
            "facts said": _share(self.facts_said, self.facts),
            "said and must not be": self.said_and_must_not_be,
            "provisions right": _share(self.provisions_right, self.provisions),
            "verified sentences": _share(self.verified, self.sentences),
            "sentences of the model": self.generated,
            "of them not verified": self.generated_unverified,
            "proposals left out": self.proposals_left_out,
            "gaps": self.gaps,
            "gaps not due": self.gaps_not_due,
            "gaps filled by nobody": self.gaps_filled,
            "errors beside gaps": self.errors,
            "warnings": self.warnings,
            "edits needed": self.edits,
            "edits a letter": self.edits / self.letters if self.letters else None,
        }


def _share(some: int, of: int) -> str | None:
    return f"{some / of:.3f} ({some} of {of})" if of else None


def expected_of(value: Mapping[str, Any]) -> Expected:
    """Read what a set expects of a part; raises NotAllowed for an end that there is not."""
    if value.get("ends") not in _ENDS:
        raise NotAllowed(f"“{value.get('ends')}” is no end. There are: {', '.join(_ENDS)}.")
    lists = (tuple(value.get(name, ())) for name in ("says", "excludes", "sections"))
    return Expected(value["ends"], *lists)


def judged(
    draft: Draft,
    expected: Mapping[str, Expected],
    findings: Sequence[tuple[str, str]],
    figures: Figures,
) -> list[str]:
    """Count a response; return the keys of the parts that did not end as they have to.

    `findings` are rule and severity of what the checks found. A gap counts as due where the part
    has to be one, where a clarification has to say what is asked, and where assistance is offered.
    """
    figures.letters += 1
    letter = _Letter(draft)
    wrong = []
    for key, each in expected.items():
        figures.parts += 1
        answered = letter.ends(key, each) and not letter.undue(key, each)
        says = [_found(fact, letter.words) for fact in each.says]
        bad = [fact for fact in each.excludes if _found(fact, letter.part(key))]
        relies = letter.relies(key, each)
        figures.answered += answered and each.ends != GAP
        figures.facts += len(says)
        figures.facts_said += sum(says)
        figures.said_and_must_not_be += len(bad)
        figures.provisions += bool(each.sections)
        figures.provisions_right += bool(each.sections) and relies
        figures.gaps_filled += each.ends == GAP and not letter.gaps_of(key)
        right = answered and all(says) and not bad and relies
        figures.right += right
        if not right:
            wrong.append(key)
    _count(letter, expected, findings, figures)
    return wrong


def _count(
    letter: "_Letter",
    expected: Mapping[str, Expected],
    findings: Sequence[tuple[str, str]],
    figures: Figures,
) -> None:
    """Count what is left to do in a letter, and what its sentences stand on."""
    blocks = letter.draft.blocks
    generated = [block for block in blocks if block.kind is BlockKind.GENERATED]
    said = [block for block in blocks if block.kind is not BlockKind.GAP]
    errors = [rule for rule, severity in findings if severity == "error" and rule != "gap"]
    open_ones = [block for block in generated if not block.accepted]
    gaps = len(letter.draft.gaps)
    due = any(each.ends in {GAP, CLARIFY} for each in expected.values())
    figures.sentences += len(said)
    figures.verified += sum(bool(block.sources) and not block.doubts for block in said)
    figures.generated += len(generated)
    figures.generated_unverified += sum(bool(block.doubts) for block in generated)
    figures.gaps += gaps
    figures.gaps_not_due += 0 if due else gaps - len(letter.offering)
    figures.errors += len(errors)
    figures.warnings += sum(severity == "warning" for _, severity in findings)
    figures.edits += gaps + len(errors) + len(open_ones)


class _Letter:
    """A response's blocks, by the part they belong to."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        own = [block for block in draft.blocks if not _is_question(block)]
        self.words = _plain("".join(block.text for block in own))
        self._own = own
        self.offering = _following(draft.blocks, _ASSISTANCE)

    def part(self, key: str) -> str:
        """Return the words of a part, without its question."""
        return _plain("".join(block.text for block in self._own if block.part == key))

    def ends(self, key: str, expected: Expected) -> bool:
        """Say whether a part ends by the wording for that, or with what is left to a person."""
        if expected.ends == GAP:
            return bool(self.gaps_of(key))
        wanted = re.compile(_ENDS[expected.ends])
        ids = [source.id for block in self._own if block.part == key for source in block.sources]
        return any(wanted.match(each) for each in ids)

    def gaps_of(self, key: str) -> list[Block]:
        """Return the gaps of a part, or of the reasons that it shares with others."""
        return [
            block
            for block in self.draft.gaps
            if block.part == key or (not block.part and block not in self.offering)
        ]

    def undue(self, key: str, expected: Expected) -> bool:
        """Say whether a part leaves something open that was decided."""
        due = expected.ends in {GAP, CLARIFY}
        return not due and any(
            block.part == key and block not in self.offering for block in self.draft.gaps
        )

    def relies(self, key: str, expected: Expected) -> bool:
        """Say whether a part names the provisions that it has to, and none of another section."""
        wanted = [parse_citation(each) for each in expected.sections]
        named = {parse_citation(each) for each in _CITED.findall(self.part(key))}
        paths = {_path(str(each)) for each in named if each is not None}
        return all(_path(str(each)) in paths for each in wanted if each is not None) or not wanted


def _path(citation: str) -> str:
    """Return a citation without its act: a letter names that once."""
    return re.sub(r"^\D+", "", citation)


def _is_question(block: Block) -> bool:
    return any(source.id.startswith("case:part:") for source in block.sources)


def _following(blocks: Sequence[Block], ids: re.Pattern[str]) -> list[Block]:
    """Return the gaps that stand after wording of some ids."""
    found, last = [], ""
    for block in blocks:
        if block.kind is BlockKind.GAP and ids.search(last):
            found.append(block)
        last = block.sources[0].id if block.sources else last
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _found(fact: str, text: str) -> bool:
    """Say whether a text says a fact."""
    find: Callable[[str], object] = (
        re.compile(fact[3:], re.IGNORECASE).search
        if fact.startswith("re:")
        else lambda plain: _plain(fact).casefold() in plain.casefold()
    )
    return bool(find(text))
