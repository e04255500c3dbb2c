"""Reads a request and returns its parts: each thing asked, as a span of the request's own text."""

from collections.abc import Sequence

from assistant.domain.request.part import Part
from assistant.domain.request.pieces import pieces
from assistant.domain.request.reader import read


def segment(
    text: str, spans: Sequence[tuple[int, int]] | None = None, origin: str = ""
) -> tuple[Part, ...]:
    """Return the parts of a request in the order of its text; never raises.

    `spans` are the code points of `text` that the requester wrote this time (None: all of them);
    offsets always index `text`. `origin` names the attachment that `text` was read from, empty for
    the message itself. What section 8(1)(c) FOIA calls the information requested is what counts:
    greetings, housekeeping and format wishes (section 11) are no parts. Headings and lead-ins that
    only carry other parts are not returned: their labels are the `parent` of those.
    """
    allowed = [(0, len(text))] if spans is None else _ordered(spans, len(text))
    return tuple(
        Part(
            item.label,
            item.parent,
            item.start,
            item.end,
            text[item.start : item.end],
            origin,
            text[slice(*item.stem)].strip() if item.stem else "",
        )
        for item in read(text, pieces(text, allowed))
    )


def _ordered(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the spans in order, inside the text, without overlaps."""
    found: list[tuple[int, int]] = []
    reached = 0
    for start, end in sorted(spans):
        begin, stop = max(start, reached), min(end, length)
        if begin < stop:
            found.append((begin, stop))
            reached = stop
    return found


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def key_of(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return a key for each part that people can say and that no other part of the request has.

    A labelled part is called by its label path: "1", "3(a)". A part without a label that stands
    under one (a rider, a bullet) is called by that path and its rank among all that goes by it:
    "2 (second)" after part 2 itself, "3 (first)" where 3 is only a heading. So is a label used
    twice: "1", "1 (second)". All others are called by their place: "p4" is the fourth part.
    """
    ranks: dict[str, int] = {}
    keys: dict[str, None] = {}
    for place, part in enumerate(parts, start=1):
        path = _path(part)
        key = f"p{place}" if not path else ""
        while not key or key in keys:
            ranks[path] = rank = ranks.get(path, 0) + 1
            key = path if part.label and rank == 1 else f"{path} ({ordinal(rank)})".strip()
        keys[key] = None
    return tuple(keys)


def _path(part: Part) -> str:
    """Return the label path a part is called by."""
    if not part.label or part.label.startswith(f"{part.parent}."):
        return part.label or part.parent
    return f"{part.parent}({part.label})" if part.parent else part.label


def ordinal(rank: int) -> str:
    """Return a rank in words while people use words for it."""
    return _ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f"no. {rank}"
