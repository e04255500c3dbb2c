"""The rows of one sheet, as a stream: which hold something, and which of that nobody sees."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers.expat import XMLParserType

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import Budget
from assistant.adapters.documents.hidden.packaging import is_on
from assistant.adapters.documents.hidden.sheet_styles import Unseen

_LETTERS = re.compile(r"[A-Z]{1,3}")
_WIDEST = 16_384
# Half a character, and two points: nobody reads what stands in a column or row as narrow as that.
_NARROW, _LOW = 0.5, 2.0


@dataclass(slots=True)
class SheetData:
    """What a sheet holds: numbers of rows and columns, and of characters by why nobody sees them.

    `cut` says that there was no time for all of it.
    """

    rows: int = 0
    hidden_rows: int = 0
    filtered: bool = False
    blacked_out: int = 0
    white: int = 0
    unshown: int = 0
    cut: bool = False
    hidden: list[tuple[int, int]] = field(default_factory=list)
    used_hidden: set[int] = field(default_factory=set)

    @property
    def hidden_columns(self) -> int:
        """How many hidden columns hold something."""
        return len(self.used_hidden)


def look_into_data(archive: Archive, part: str, budget: Budget, unseen: Unseen) -> SheetData:
    """Return what a sheet holds; raises CannotBeReadError where the part is broken."""
    rows = _Rows(unseen)
    rows.data.cut = not archive.walk(part, rows.began, lambda: budget.left)
    rows.end_row()
    return rows.data


class _Rows:
    """Takes the beginnings of elements one after another; nothing of the sheet is kept.

    There are millions of them: where no cell can be unseen, a cell costs next to nothing.
    """

    def __init__(self, unseen: Unseen) -> None:
        self.data = SheetData()
        self._unseen = unseen
        self._acts = _Acts(_ACTS)
        self._holds = self._hidden = self._in_cell = False
        self._column = self._style = self._length = 0
        self._shared = self._doubtful = self._counting = False

    def began(self, parser: XMLParserType, name: str, attributes: Sequence[str]) -> None:
        """Take over an element: its name, its attributes and their values in turn."""
        act = self._acts[name]
        if act is not None:
            act(self, attributes, parser)

    def column(self, attributes: Sequence[str], _parser: XMLParserType) -> None:
        """Note columns that are hidden, or as narrow as nothing."""
        said = _named(attributes)
        if is_on(said.get("hidden", "")) or _is_below(said.get("width", ""), _NARROW):
            first, last = said.get("min", ""), said.get("max", "")
            if first.isdecimal() and last.isdecimal():
                self.data.hidden.append((int(first), min(int(last), _WIDEST)))

    def row(self, attributes: Sequence[str], parser: XMLParserType) -> None:
        """End the row before and begin another."""
        self.leave(attributes, parser)
        self.end_row()
        said = _named(attributes)
        self._hidden = is_on(said.get("hidden", "")) or _is_below(said.get("ht", ""), _LOW)
        self._column = 0

    def end_row(self) -> None:
        """Count the row under way, if it holds anything."""
        self._end_cell()
        self.data.rows += self._holds
        self.data.hidden_rows += self._holds and self._hidden
        self._holds = False

    def cell(self, attributes: Sequence[str], parser: XMLParserType) -> None:
        """Begin a cell; only where something may hide it, it is looked at closely."""
        self._in_cell = True
        if self._hidden or not (self.data.hidden or self._unseen.any):
            return
        self._end_cell()
        parser.CharacterDataHandler = None
        said = _named(attributes)
        self._column = _number(said.get("r", "")) or self._column + 1
        style = said.get("s", "0")
        self._style = int(style) if style.isdecimal() else 0
        self._shared = said.get("t") == "s"
        self._doubtful = True

    def held(self, _attributes: Sequence[str], parser: XMLParserType) -> None:
        """Note that the cell under way holds a value, a text or a formula."""
        if not self._in_cell:
            # A formula of another list of the sheet, such as that of what may be entered.
            return
        self._holds = True
        if not self._doubtful:
            return
        self._doubtful = False
        column = self._column
        if any(first <= column <= last for first, last in self.data.hidden):
            self.data.used_hidden.add(column)
        elif self._style in self._unseen.any:
            # A text that cells share counts as one character: it stands elsewhere.
            self._counting, self._length = True, 0
            parser.CharacterDataHandler = None if self._shared else self._characters

    def _characters(self, text: str) -> None:
        self._length += len(text.strip())

    def _end_cell(self) -> None:
        """Add what was counted in the cell under way to where it belongs."""
        if not self._counting:
            return
        self._counting = False
        length = max(self._length, 1)
        self.data.blacked_out += length * (self._style in self._unseen.black)
        self.data.white += length * (self._style in self._unseen.white)
        self.data.unshown += length * (self._style in self._unseen.unshown)

    def leave(self, _attributes: Sequence[str], parser: XMLParserType) -> None:
        """Leave the cell under way: what follows is no content of one."""
        self._in_cell = False
        parser.CharacterDataHandler = None

    def filter(self, _attributes: Sequence[str], _parser: XMLParserType) -> None:
        """Note that a filter is set."""
        self.data.filtered = True


_Act = Callable[[_Rows, Sequence[str], XMLParserType], None]
_ACTS: Mapping[str, _Act | None] = {
    "col": _Rows.column,
    "row": _Rows.row,
    "c": _Rows.cell,
    "v": _Rows.held,
    "is": _Rows.held,
    "f": _Rows.held,
    "extLst": _Rows.leave,
    "filterColumn": _Rows.filter,
}


class _Acts(dict[str, _Act | None]):
    """What to do at each name, which may bear a prefix; nothing at most."""

    def __missing__(self, name: str) -> _Act | None:
        self[name] = _ACTS.get(name.rpartition(":")[2])
        return self[name]


def _named(attributes: Sequence[str]) -> dict[str, str]:
    """Return attributes by their names."""
    return dict(zip(attributes[::2], attributes[1::2], strict=True))


def _number(reference: str) -> int:
    """Return the number of the column in a reference such as AB12, or 0."""
    letters = _LETTERS.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = 26 * number + ord(letter) - 64
    return number


def _is_below(value: str, least: float) -> bool:
    """Say whether a length is given and too short to show anything."""
    try:
        return float(value) < least
    except ValueError:
        return False
