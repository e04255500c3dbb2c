"""A part of a request: one thing asked, as a span of the requester's own text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a requester asks, by its place in the text.

    `label` is the requester's own ("1", "a)", "ii"), shortened to its bare letters or digits, or
    empty; `parent` is the label path of the part or heading it stands under, or empty. `text` is
    exactly `source[start:end]`. `origin` is empty for the message's own text, else the name of the
    attachment whose text the offsets index. `stem` are the words that the part stands under and
    that are no part themselves ("3. Have you bought any of these:" above "a) vans"), or empty.
    """

    label: str
    parent: str
    start: int
    end: int
    text: str
    origin: str = ""
    stem: str = ""
