"""When a letter needs a second person: what is decided in it is too grave for one alone."""

from collections.abc import Iterator, Sequence

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.citation import Citation
from assistant.domain.law.citations import parse_citation
from assistant.domain.letters.blocks import LetterKind

# What a policy may name beside provisions: that it is neither confirmed nor denied what is held.
NCND = "ncnd"
# The letters that decide something, or name an exemption.
DECIDING = frozenset({LetterKind.RESPONSE, LetterKind.PIT_EXTENSION, LetterKind.REVIEW_OUTCOME})


def reasons_of(parts: Sequence[CasePart], policy: Sequence[str]) -> tuple[str, ...]:
    """Return why what is decided needs a second person, part by part; nothing where it does not.

    `policy` holds provisions in any common way ("s24", "s14(1)") and NCND; a provision stands for
    everything below it.
    """
    named = [each for each in (parse_citation(word) for word in policy) if each is not None]
    denials = (_denied(part) for part in parts if NCND in policy)
    relied_on = (reason for part in parts for reason in _relied_on(part, named))
    return (*filter(None, denials), *relied_on)


def unknown_words(policy: Sequence[str]) -> list[str]:
    """Return what in a policy is neither a provision nor NCND."""
    return [word for word in policy if word != NCND and parse_citation(word) is None]


def _denied(part: CasePart) -> str:
    if part.outcome is not Outcome.NCND:
        return ""
    return f"part {part.label or part.key} neither confirms nor denies that anything is held"


def _relied_on(part: CasePart, named: Sequence[Citation]) -> Iterator[str]:
    cited = [each for each in (parse_citation(text) for text in part.sections) if each is not None]
    for citation in cited:
        if any(_within(citation, each) for each in named):
            yield f"part {part.label or part.key} relies on {citation.short}"


def _within(citation: Citation, other: Citation) -> bool:
    """Whether a provision is another one, or stands below it."""
    same = (citation.act, citation.section) == (other.act, other.section)
    return same and citation.path[: len(other.path)] == other.path
