"""What a case can be found by, as terms: words of the request, words of its letters, sections.

Only texts come in, so that the migration that fills the index for old cases reads as the rest does.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.store.terms import different_terms, terms

# So many characters of terms are kept of each kind: an index of PostgreSQL takes one megabyte.
MOST = 100_000
MOST_SECTIONS = 10_000
# Of one message: what follows in a longer one is nearly always quoted or attached.
MOST_OF_A_TEXT = 50_000


def of_texts(texts: Iterable[str]) -> str:
    """Return the terms of texts, each text cut where it is longer than anybody writes.

    A term stands once for each text: it is asked whether a case has it, and never how often.
    """
    return " ".join(different_terms(text[:MOST_OF_A_TEXT]) for text in texts)[:MOST]


def of_letters(letters: Iterable[Iterable[Mapping[str, Any]]]) -> str:
    """Return the terms of letters, each given as the blocks that a draft's row holds."""
    return of_texts("\n\n".join(block["text"] for block in blocks) for blocks in letters)


def of_sections(cited: Iterable[Iterable[str]]) -> str:
    """Return the terms of the sections that parts rely on.

    A limb is found by what it belongs to as well: "FOIA s31(1)(a)" by "s.31(1)" and "s.31".
    """
    named = (
        each for sections in cited for section in sections for each in _with_those_above(section)
    )
    words = (word for each in named for word in terms(each).split())
    return " ".join(dict.fromkeys(words))[:MOST_SECTIONS]


def _with_those_above(section: str) -> Iterator[str]:
    """Yield a citation as the register prints it, and each that it is a limb of."""
    while section:
        yield section
        section = section.rpartition("(")[0]
