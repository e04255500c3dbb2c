"""Holds the sentences that a language model writes of an answer against the answer's blocks.

One counts as verified only where it is whole clauses of one sentence of the blocks that it names,
word for word. What invents or moves a figure, a name, a link or a section, denies what they say, or
tells anybody what to do is dropped. All else is shown apart, marked as not verified.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.law.citations import find_citations
from assistant.domain.letters.proposals import characters, claims, sources, support
from assistant.domain.letters.proposals.framework import Rule
from assistant.domain.letters.proposals.reading import Kind, Reading, Ruling, Standing
from assistant.domain.letters.sentences import sentences

# What a letter may not say by itself, as reviews and rights, may stand where a block says it.
_OF_LETTERS = "other-interest"
_WHERE_SAID = "not-its-to-say"
# A figure too many, and a "not" too many, are no matter of wording.
_NEVER = frozenset({"denies-otherwise", "repeated-figure", "strange-figure", "unrecorded-claim"})
_RULES: tuple[Rule, ...] = tuple(
    rule
    for rule in (
        *characters.LENGTH, *characters.RULES, *sources.RULES, *claims.RULES, *support.RULES,
    )
    if Kind.GENERATED in rule.kinds and rule.id != _OF_LETTERS
)  # fmt: skip
# Sentences of the blocks that are looked at; a block has few, and no answer a hundred blocks.
_MOST = 200
_CLAUSE_ENDS = re.compile(r"[,;:.!?()\n]")
_WORD = re.compile(r"[\w£$€%’'/@-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Proposed:
    """A sentence as the rules for letters read it."""

    text: str
    snippet: str
    kind: str = Kind.GENERATED.value
    ident: str = "block"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a block as a piece that may be stood on."""

    text: str
    ident: str = "block"
    kind: str = "fact"


def standing_of(text: str, evidence: Sequence[str]) -> Standing:
    """Return what becomes of a model's sentence beside the blocks it names; never raises.

    `evidence` are the words of these blocks. Without any, it is dropped.
    """
    known = [each.strip() for block in evidence for each in sentences(block)]
    best = Standing.DROPPED
    for sentence in [each for each in known if each][:_MOST]:
        standing = _beside(text.strip(), sentence, known)
        if standing is Standing.VERIFIED:
            return standing
        if standing is Standing.UNVERIFIED:
            best = standing
    return best


def _beside(text: str, sentence: str, known: Sequence[str]) -> Standing:
    """Hold a sentence against one sentence of the blocks."""
    cited = tuple(str(citation) for each in known for _, _, citation in find_citations(each))
    reading = Reading(_Proposed(text, sentence), Ruling("", None, cited, (_Piece(sentence),)))
    whole = _is_whole_clauses(text, sentence)
    objecting = {
        Standing.DROPPED if rule.id in _NEVER else rule.standing
        for rule in _RULES
        if not (whole and rule.id == _WHERE_SAID) and any(True for _ in rule.find(reading))
    }
    if Standing.DROPPED in objecting:
        return Standing.DROPPED
    return Standing.VERIFIED if whole and not objecting else Standing.UNVERIFIED


def _is_whole_clauses(text: str, sentence: str) -> bool:
    """Whether a text is one or several clauses of a sentence, whole and in a row."""
    wanted = [word.casefold() for word in _WORD.findall(text.rstrip(" .!"))]
    if not wanted:
        return False
    marks = list(_WORD.finditer(sentence))
    words = [mark.group().casefold() for mark in marks]
    bounds = {match.start() for match in _CLAUSE_ENDS.finditer(sentence)} | {len(sentence)}
    return any(
        (at == 0 or marks[at - 1].start() in bounds)
        and (end == len(marks) or marks[end].start() in bounds)
        for at, end in _places(wanted, words)
    )


def _places(wanted: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a row among others: the first, and past the last."""
    many = len(wanted)
    for at in range(len(words) - many + 1):
        if words[at : at + many] == list(wanted):
            yield at, at + many
