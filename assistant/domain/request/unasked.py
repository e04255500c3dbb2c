"""Finds what is asked where nobody asks in set words: named at the beginning, or only meant."""

from collections.abc import Sequence

from assistant.domain.phrases import Phrases
from assistant.domain.request.cues import LEADS, NARRATES, STATES, asks, is_formula
from assistant.domain.request.items import Item
from assistant.domain.request.pieces import Piece
from assistant.domain.request.sentences import glance, sentences

# Fewer words than these are a title.
_FEWEST = 8
# With these words a request begins that only names what is wanted.
_NAMED_FIRST = Phrases(
    r"^\W{0,4}(?:(?:the|a|an|all|any|full|total|complete)\s){0,3}(?:[\w-]{1,14}\s)?(?:numbers?"
    r"|amounts?|cop(?:y|ies)|details"
    r"|lists?|names|breakdown|costs?|minutes|proportion|percentage|value|correspondence|records"
    r"|claims|documentation)\b",
)
_TELLS = Phrases(
    r"\b(?:shows?|showed|suggests?|indicates?|says?|said|states?|stated|confirms?|confirmed)\b"
)
# Anything that people ask for, wherever it stands.
_NAMES = Phrases(
    r"\b(?:cop(?:y|ies)|records?|documents?|documentation|details|data|correspondence"
    r"|corresspond\w{1,6}|communications?|reports?|files?|lists?|figures"
    r"|statistics|papers?|paperwork|paper\strail|transcripts?|minutes|policy|policies|logs"
    r"|specifications?|e-?mails|evidence|contact\sdetails|scales|rates?)\b",
)
_SEEKS = Phrases(
    r"\b(?:requests?|requested|requesting|require[sd]?|needs?|needed|locate|enquir\w{1,5}"
    r"|inquir\w{1,5}|interested|like|seek(?:s|ing)?|want(?:s|ed)?|hoping|looking|obtain"
    r"|provid\w{1,4}"
    r"|send|supply|see|information)\b",
)


def begins_naming(words: str) -> bool:
    """Say whether a request begins by naming what is wanted, and asks in no other way."""
    told = NARRATES.match(words) is not None or STATES.match(words) is not None
    if told or LEADS.search(words) is not None:
        return False
    named = _NAMED_FIRST.occur_in(words) and not _TELLS.occur_in(words)
    return named and len(words.split()) >= _FEWEST


def could_ask(words: str) -> bool:
    """Say whether a sentence of a letter in which nothing else asks may be what is asked."""
    if is_formula(words):
        return False
    if asks(words):
        return True
    return _NAMES.occur_in(words) and (_SEEKS.occur_in(words) or NARRATES.match(words) is None)


def meant(text: str, pieces: Sequence[Piece]) -> list[Item]:
    """Return as items every sentence that could be what is asked, where nothing else is."""
    found: list[Item] = []
    for piece in pieces:
        for start, end in sentences(text, piece.body, piece.end):
            if could_ask(glance(text, start, end)):
                found.append(_item(len(found), piece, start, end))
    return found


def _item(place: int, piece: Piece, start: int, end: int) -> Item:
    """Return an item that stands by itself, under no label."""
    return Item(
        place=place,
        start=start,
        body=start,
        end=end,
        label="",
        parent="",
        region=piece.region,
        labelled=False,
        above=None,
        own_end=end,
        inline=False,
        bullet=False,
        muted=False,
    )
