"""Whether a model's sentence says what its source says: figures, names, and every other word."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.domain.case import Outcome
from assistant.domain.letters.proposals.figures import (
    PERIODS,
    Clause,
    Figure,
    Token,
    clauses,
    figures,
)
from assistant.domain.letters.proposals.framework import WRITTEN, Rule
from assistant.domain.letters.proposals.reading import Reading, Standing, bare
from assistant.domain.letters.proposals.words import denials, says_something, stem, stems, words

_BODY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Cllr|Councillor|PC|DC|DS|DI|Sgt|Sergeant"
    r"|Inspector|Superintendent|Constable|Council|Police|Constabulary|Ltd|Limited|PLC|LLP|Trust"
    r"|University|Agency|Authority|Ministry|Department|Hospital|Group)\b"
)
_NEITHER = re.compile(r"\bneither (confirm\w*) nor (den\w+)", re.IGNORECASE)
_A_THING = re.compile(r"\b(?:a|an|one)\s+([^\W\d_]+)", re.IGNORECASE)
# Of its words that say something, so many have to be its source's, or it says something else.
_LEAST_SHARED = 0.5


def _known_figures(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses with figures of all that the sentence may take figures from."""
    return tuple(clause for text in reading.evidence for clause in clauses(text))


def _strange_figures(reading: Reading) -> Iterator[Figure]:
    """Yield the figures of the sentence that its evidence does not have, unit and all."""
    known = frozenset().union(*(clause.tokens for clause in _known_figures(reading)))
    things = {stem(word) for text in reading.evidence for word in _A_THING.findall(text)}
    for figure in figures(reading.said):
        after = words(reading.said[figure.end : figure.end + 40])
        one_thing = figure.value == "1" and not reading.said[figure.start].isdigit()
        if figure.token in known or (one_thing and after and stem(after[0]) in things):
            continue
        yield figure


def _invented_figure(reading: Reading) -> Iterator[str]:
    """Find a figure or date that stands in nothing that was offered for the part."""
    offered = {token for clause in clauses(reading.everything) for token in clause.tokens}
    values = {value for value, _ in offered}
    if any(figure.value not in values for figure in _strange_figures(reading)):
        yield "gives a figure or a date that stands in none of the sources"


def _strange_figure(reading: Reading) -> Iterator[str]:
    """Find a figure that stands elsewhere in the sources, or with another unit."""
    for figure in _strange_figures(reading):
        shown = reading.said[figure.start : figure.end]
        yield f"gives “{shown}”, which the words it quotes and the facts do not give so"


def _misplaced_figure(reading: Reading) -> Iterator[str]:
    """Find figures that are said of something else than in the source, or of another year."""
    known = _known_figures(reading)
    for clause in clauses(reading.said):
        tokens = [figure.token for figure in clause.figures]
        for figure in clause.figures:
            places = [each for each in known if figure.token in each.tokens]
            if places and not any(_same_matter(figure, clause, each) for each in places):
                yield f"gives {figure.value} for something else than its source does"
        if len(tokens) > 1 and not any(set(tokens) <= each.tokens for each in known):
            yield "puts figures together that do not stand together in its source"


def _same_matter(figure: Figure, said: Clause, known: Clause) -> bool:
    """Tell whether two clauses say a figure of the same; days and years are of their sentences."""
    if figure.unit in PERIODS:
        return not said.sentence or bool(said.sentence & known.sentence)
    return not said.context or bool(said.context & known.context)


def _of_no_year(reading: Reading) -> Iterator[str]:
    """Find one figure of a series without the year or day that it is of."""
    known = _known_figures(reading)
    periods = {t for clause in known for t in clause.tokens if t[1] == "year"}
    said = {token for figure in figures(reading.said) for token in figure.implied}
    if len(periods) < 2 or any(unit in PERIODS for _, unit in said):  # noqa: PLR2004 - two make a series
        return
    for value, unit in sorted(said):
        of = [clause for clause in known if (value, unit) in clause.tokens]
        if of and all(any(unit in PERIODS for _, unit in clause.tokens) for clause in of):
            yield f"gives {value} without the year or the day that its source gives it for"


def _repeated_figure(reading: Reading) -> Iterator[str]:
    """Find a figure that stands more often in the sentence than in its source."""
    there: Counter[Token] = Counter()
    for text in reading.evidence:
        there |= Counter(token for figure in figures(text) for token in figure.implied)
    here = Counter(token for figure in figures(reading.said) for token in figure.implied)
    for (value, _), times in here.items():
        if times > there[value, _] > 0:
            yield f"gives {value} more often than its source does"


def _strange_words(reading: Reading) -> list[str]:
    """Return the words of the sentence that say something and are not its evidence's."""
    known = frozenset().union(*(stems(text) for text in reading.evidence))
    known |= stems(reading.ruling.authority)
    plain = bare(reading.said)
    for figure in reversed(figures(reading.said)):
        plain = plain[: figure.start] + " " * (figure.end - figure.start) + plain[figure.end :]
    return [
        word
        for word in words(plain)
        if (says_something(word) and not _known_word(word, known))
        or (word[0].isupper() and word != reading.said.split()[0] and not _usual(word, known))
    ]


def _known_word(word: str, known: frozenset[str]) -> bool:
    """Tell whether a word, or each piece of it that a hyphen joins, is known."""
    return stem(word) in known or (
        "-" in word and all(stem(piece) in known for piece in word.split("-"))
    )


def _usual(word: str, known: frozenset[str]) -> bool:
    """Tell whether a capital letter makes no name of a word."""
    return not says_something(word) or _known_word(word, known)


def _invented_name(reading: Reading) -> Iterator[str]:
    """Find people and bodies that none of its sources names."""
    strange = {word for word in _strange_words(reading) if word[0].isupper()}
    if strange and _BODY.search(bare(reading.said)):
        yield "names a person or a body that its source does not name"


def _another_matter(reading: Reading) -> Iterator[str]:
    """Find a sentence most of whose words are not its source's."""
    said = [word for word in words(bare(reading.said)) if says_something(word)]
    strange = [word for word in _strange_words(reading) if says_something(word)]
    if said and 1 - len(strange) / len(said) < _LEAST_SHARED:
        yield "says something else than the words it quotes"


def _strange_word(reading: Reading) -> Iterator[str]:
    """Find words, names among them, that neither the snippet nor a fact has."""
    strange = list(dict.fromkeys(_strange_words(reading)))
    if strange:
        shown = ", ".join(f"“{word}”" for word in strange[:4])
        yield f"says {shown}, which the words it quotes and the facts do not"


def _denies_otherwise(reading: Reading) -> Iterator[str]:
    """Find a sentence that denies what its source says, or says what that denies."""
    said = reading.said
    if reading.ruling.outcome is Outcome.NCND:
        said = _NEITHER.sub(r"\1 or \2", said)
    if denials(said) != denials(reading.around) and not _decides(reading):
        yield "says “not” where its source does not, or leaves it out"


def _decides(reading: Reading) -> bool:
    """Tell whether the sentence only says what was decided: other rules look at that."""
    return not stems(bare(reading.said))


def _nothing_shared(reading: Reading) -> Iterator[str]:
    """Find a sentence that has no word of its snippet."""
    mine, its = stems(bare(reading.said)), stems(bare(reading.snippet))
    numbers = {f.token for f in figures(reading.said)} & {f.token for f in figures(reading.snippet)}
    if mine and not mine & its and not numbers:
        yield "has no word of what it quotes"


RULES = (
    Rule("invented-figure", WRITTEN, Standing.DROPPED, _invented_figure),
    Rule("invented-name", WRITTEN, Standing.DROPPED, _invented_name),
    Rule("another-matter", WRITTEN, Standing.DROPPED, _another_matter),
    Rule("strange-figure", WRITTEN, Standing.UNVERIFIED, _strange_figure),
    Rule("misplaced-figure", WRITTEN, Standing.UNVERIFIED, _misplaced_figure),
    Rule("of-no-year", WRITTEN, Standing.UNVERIFIED, _of_no_year),
    Rule("repeated-figure", WRITTEN, Standing.UNVERIFIED, _repeated_figure),
    Rule("strange-word", WRITTEN, Standing.UNVERIFIED, _strange_word),
    Rule("denies-otherwise", WRITTEN, Standing.UNVERIFIED, _denies_otherwise),
    Rule("nothing-shared", WRITTEN, Standing.UNVERIFIED, _nothing_shared),
)
