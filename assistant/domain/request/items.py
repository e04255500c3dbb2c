"""What reading a request collects, and the choice of what among it is a part."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain.request import cues
from assistant.domain.request.answers import is_answer
from assistant.domain.request.sentences import glance


@dataclass(slots=True)
class Item:
    """Something that may become a part: where it stands, under what, and what is known of it.

    Its own words begin at `body` (after the label) and end at `own_end`; what explains it reaches
    to `end`. `place` is its number among the items, `above` that of the item it stands under. A
    `closed` item is no longer extended, a `muted` one stands in a list that nothing asked for, and
    a `weak` one counts only where nothing more exact is asked. `stem` is the place of the lead-in
    that a part stands under and cannot be understood without. `inline` says that it was cut out of
    a running paragraph.
    """

    place: int
    start: int
    body: int
    end: int
    label: str
    parent: str
    region: int
    labelled: bool
    above: int | None
    own_end: int
    inline: bool
    bullet: bool
    muted: bool
    children: list[int] = field(default_factory=list)
    stem: tuple[int, int] | None = None
    closed: bool = False
    weak: bool = False


def own_words(text: str, item: Item) -> str:
    """Return an item's words without its label and without what stands under it."""
    return glance(text, item.body, item.own_end)


def is_stem(text: str, item: Item) -> bool:
    """Say whether an item only leads into what stands under it."""
    words = own_words(text, item)
    return not words or cues.leaves_open(words) or not (cues.asks(words) or words[-1] in ".?!")


def choose(text: str, items: Sequence[Item]) -> list[Item]:
    """Return the items that are parts, in the order of the text, none reaching into the next.

    Stems, titles and lists that nothing asked for are left out; so is a general request ("please
    send information about parking") that something exact follows.
    """
    _swallow_options(text, items)
    firm = [item for item in items if not item.weak]
    kept = [item for item in firm if not _only_carries(text, item)]
    kept = _without_stories(text, kept) or kept
    last = max((item.start for item in firm), default=-1)
    weak = [item for item in items if item.weak]
    kept += [i for i in weak if not kept or _stands_alone(text, i, last)]
    _remember_stems(items, kept)
    return _apart(kept)


def _remember_stems(items: Sequence[Item], kept: Sequence[Item]) -> None:
    """Give each part the place of the lead-in it stands under, where that is no part itself."""
    parts = {item.place for item in kept}
    for item in kept:
        if item.above is not None and item.above not in parts:
            above = items[item.above]
            item.stem = (above.start, above.own_end)


def _without_stories(text: str, items: Sequence[Item]) -> list[Item]:
    """Leave out the items of a muted list that seek nothing, unless most of that list does."""
    kept: list[Item] = []
    for muted, group in itertools.groupby(items, key=lambda item: item.muted):
        listed = list(group)
        seeking = [item for item in listed if _seeks(own_words(text, item))]
        kept += listed if not muted or 2 * len(seeking) >= len(listed) else seeking
    return kept


def _seeks(words: str) -> bool:
    """Say whether words ask, or name what people ask for."""
    return cues.asks(words) or cues.SOUGHT.occur_in(words)


def _stands_alone(text: str, item: Item, last: int) -> bool:
    """Say whether nothing after a general request says more exactly what it means."""
    return item.start > last and not cues.announces(own_words(text, item))


def _only_carries(text: str, item: Item) -> bool:
    """Say whether an item is a stem or title with its questions under it, or an empty label."""
    if not item.labelled:
        return False
    if not item.children:
        return item.body >= item.own_end and item.end <= item.own_end
    return is_stem(text, item)


def _swallow_options(text: str, items: Sequence[Item]) -> None:
    """Take years and answer options that carry labels back into the question above them."""
    for item in items:
        under = [items[index] for index in item.children]
        if under and _are_options(text, item, under):
            item.end = max(item.end, *(child.end for child in under))
            item.children = []
            for child in under:
                child.end = child.start


def _are_options(text: str, item: Item, under: Sequence[Item]) -> bool:
    """Say whether what stands under a question are years or possible answers to it.

    One "Other" among them is enough under a question that is complete without them.
    """
    if any(child.children for child in under):
        return False
    words = [own_words(text, child) for child in under]
    answers = [is_answer(each) for each in words]
    if all(answers):
        return True
    whole = own_words(text, item).endswith("?") and not is_stem(text, item)
    return whole and any(answers) and not any(cues.asks(each) for each in words)


def _apart(items: list[Item]) -> list[Item]:
    """Return items in order, each ending where the next begins at the latest."""
    items = sorted((i for i in items if i.start < i.end), key=lambda i: (i.start, i.end))
    for item, after in itertools.pairwise(items):
        item.end = min(item.end, after.start)
    return [item for item in items if item.start < item.end]
