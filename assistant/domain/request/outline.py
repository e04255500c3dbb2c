"""Works out which labelled item stands under which, from the labels alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.request.labels import Kind, Label

# Nobody nests questions deeper than this.
_DEEPEST = 5


@dataclass(slots=True)
class _Level:
    """An open level of the outline: its dress, and value, path and parent of its last item."""

    kind: Kind
    style: str
    value: int
    path: str
    parent: str
    item: int


class Outline:
    """Follows the labels of a request and says for each which item it belongs under.

    Items are known by the numbers the caller gives them. A label belongs to the innermost open
    level that it continues; a first label ("1", "a") opens a level under the item before it.
    """

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._titled = False

    @property
    def path(self) -> str:
        """The label path of the innermost open item, or empty."""
        return self._open[-1].path if self._open else ""

    def reset(self) -> None:
        """Forget the open levels: a new list begins."""
        self._open = []

    def rest(self) -> None:
        """Note a title: what counts from 1 again after it is a list of its own."""
        self._titled = True

    def place(self, label: Label, item: int, *, under_stem: bool) -> tuple[str, int | None]:
        """Open `label` as item number `item`; return its parent's path and item, if it has one.

        `under_stem` says that the item before it only leads in, so that a list which starts
        counting again belongs under it.
        """
        titled, self._titled = self._titled, False
        if label.kind in (Kind.COMPOUND, Kind.DECIMAL):
            depth = self._named(label)
        elif titled and label.value == 1 and not under_stem:
            depth = 0
        else:
            depth = self._depth(label, under_stem=under_stem)
        depth = min(depth, _DEEPEST)
        beside = self._open[depth] if depth < len(self._open) else None
        del self._open[depth:]
        above = self._open[-1] if self._open else None
        parent = above.path if above is not None else _outer(label, beside)
        path = _join(parent, label.name)
        self._open.append(_Level(label.kind, label.style, label.value, path, parent, item))
        return parent, above.item if above is not None else None

    def _named(self, label: Label) -> int:
        """Return how many levels stay open for a label that names its parent ("4a", "2.3")."""
        for depth in range(len(self._open), 0, -1):
            if self._open[depth - 1].path == label.outer:
                return depth
        return 0

    def _depth(self, label: Label, *, under_stem: bool) -> int:
        """Return how many levels stay open above a label."""
        same = [d for d, level in enumerate(self._open) if _alike(level, label)]
        for depth in reversed(same):
            if self._open[depth].value + 1 == label.value:
                return depth
        if label.value == 1:
            return self._restart(label, same, under_stem=under_stem)
        return self._skip(label, same)

    def _restart(self, label: Label, same: Sequence[int], *, under_stem: bool) -> int:
        """Place a first label: under the item before it, or in a list that starts anew."""
        if not same:
            lettered = all(level.kind in (Kind.LETTER, Kind.ROMAN) for level in self._open)
            # Numbers do not count what stands under a letter, unless the letter leads into them.
            fresh = label.kind is Kind.NUMBER and lettered and not under_stem
            return 0 if fresh else len(self._open)
        if under_stem and same[-1] == len(self._open) - 1:
            return len(self._open)
        return same[-1]

    def _skip(self, label: Label, same: Sequence[int]) -> int:
        """Place a label whose forerunner was lost: beside its likes, else by what it counts in."""
        for depth in reversed(same):
            if self._open[depth].value < label.value:
                return depth
        if same:
            return same[-1]
        kinds = [level.kind for level in self._open]
        if label.kind in kinds:
            return kinds.index(label.kind)
        return 0 if label.kind is Kind.NUMBER else len(self._open)


def _outer(label: Label, beside: _Level | None) -> str:
    """Return the parent that a label ("4a"), or the one it follows, names without an item of it."""
    if beside is not None and beside.kind is Kind.COMPOUND and label.kind is Kind.LETTER:
        return beside.parent
    return label.outer


def _alike(level: _Level, label: Label) -> bool:
    """Say whether a label could stand beside the items of a level; "b)" may follow "2a)"."""
    lettered = {Kind.COMPOUND, Kind.LETTER}
    if level.kind is not label.kind and {level.kind, label.kind} != lettered:
        return False
    if level.style == label.style:
        return True
    # People mix "1)" and "2." in one list; they do not mix cases of letters.
    return level.value + 1 == label.value and level.style.isupper() == label.style.isupper()


def _join(parent: str, name: str) -> str:
    """Return a label path as people write it: 3, 3(a), 3(a)(ii)."""
    if not parent or name.startswith(f"{parent}."):
        return name
    return f"{parent}({name})" if name else parent
