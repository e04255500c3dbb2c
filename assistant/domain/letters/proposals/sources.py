"""What a proposal stands on: offered for this part, and there word for word."""

import re
from collections.abc import Iterator

from assistant.domain.law.citations import find_citations
from assistant.domain.law.citations import in_words as provision
from assistant.domain.letters.proposals.framework import ALL, SAYING, WRITTEN, Rule
from assistant.domain.letters.proposals.reading import LINK, MAIL, Kind, Reading, Standing

_FEWEST_WORDS = 3
# A word with letters and figures is a mark of something: a reference, a decision, a vehicle.
_MARK = re.compile(r"(?<![\w/-])(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z])[A-Za-z0-9][\w/-]*\w")
_NO_MARK = re.compile(
    r"\d+(?:st|nd|rd|th|s|am|pm|k|m|bn|kg|km|mph|db)|(?:\d+|[a-z]+)(?:-[a-z]+)+|(?:mid|pre|post)-\d+"
    r"|[a-z]+-\d+",
    re.IGNORECASE,
)
# After a citation that was read to its end nothing in brackets carries it on.
_MORE_STEPS = re.compile(r"\s?\((?:\d|[a-z]\))")
_DOTS = ".,;:!?)’”'\""


def _not_offered(reading: Reading) -> Iterator[str]:
    """Find what stands on nothing that was offered for this part, or calls it something else."""
    kind = reading.proposal.kind
    if kind not in set(Kind):
        yield "is of no known kind"
    elif reading.piece is None:
        yield "stands on nothing that was offered for this part"
    elif (kind == Kind.WORDING) != (reading.piece.kind == "wording"):
        yield "takes for approved wording what is none, or quotes what is to be used whole"


def _not_verbatim(reading: Reading) -> Iterator[str]:
    """Find a snippet that is not in its source word for word."""
    if reading.place is None:
        yield "quotes words that are not in its source"


def _cut_short(reading: Reading) -> Iterator[str]:
    """Find a quotation that begins or ends within a sentence: the rest may say the opposite."""
    if reading.snippet and reading.around.strip() != reading.snippet.strip():
        yield "quotes a sentence in part"


def _too_little(reading: Reading) -> Iterator[str]:
    """Find a snippet of a word or two, which supports anything."""
    if reading.place and len(reading.snippet.split()) < _FEWEST_WORDS:
        yield "quotes too little to stand on"


def _undecided_section(reading: Reading) -> Iterator[str]:
    """Find a provision that was not decided for this part."""
    for _, end, citation in find_citations(reading.said):
        if _MORE_STEPS.match(reading.said, end):
            yield "cites a provision in a way that cannot be read"
        elif not any(each.within(citation) for each in reading.decided):
            yield f"cites {provision(citation)}, which was not decided for this part"


def _unknown_address(reading: Reading) -> Iterator[str]:
    """Find an e-mail address or a link that stands in no source, letter by letter."""
    known = {
        match[0].rstrip(_DOTS)
        for text in reading.evidence
        for pattern in (MAIL, LINK)
        for match in pattern.finditer(text)
    }
    for pattern, name in ((MAIL, "an e-mail address"), (LINK, "a link")):
        said = MAIL.sub(" ", reading.said) if pattern is LINK else reading.said
        if any(match[0].rstrip(_DOTS) not in known for match in pattern.finditer(said)):
            yield f"gives {name} that its source does not give"


def _unknown_mark(reading: Reading) -> Iterator[str]:
    """Find the reference of another case, a decision, or any mark that its source does not give."""
    text = LINK.sub(" ", MAIL.sub(" ", reading.said))
    for start, end, _ in reversed(find_citations(text)):
        text = text[:start] + " " + text[end:]
    facts = " ".join(each.text for each in reading.ruling.offered if each.kind == "fact")
    # What an earlier response was about is no concern of this letter: its marks count for nothing.
    passage = reading.piece is not None and reading.piece.kind == "passage"
    known = facts if passage else f"{facts} {reading.snippet}"
    for match in _MARK.finditer(text):
        if not _NO_MARK.fullmatch(match[0]) and match[0] not in known:
            yield "gives a reference that nothing recorded for this part gives"
            return


RULES = (
    Rule("not-offered", ALL, Standing.DROPPED, _not_offered),
    Rule("not-verbatim", SAYING, Standing.DROPPED, _not_verbatim),
    Rule("cut-short", frozenset({Kind.QUOTE}), Standing.DROPPED, _cut_short),
    Rule("too-little", WRITTEN, Standing.DROPPED, _too_little),
    Rule("undecided-section", SAYING, Standing.DROPPED, _undecided_section),
    Rule("unknown-address", WRITTEN, Standing.DROPPED, _unknown_address),
    Rule("unknown-mark", SAYING, Standing.DROPPED, _unknown_mark),
)
