"""Walks the pieces of a request once, and decides for each what it adds to the parts."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.request import cues
from assistant.domain.request.answers import is_answer, is_years
from assistant.domain.request.housekeeping import is_admin
from assistant.domain.request.items import Item, choose, is_stem, own_words
from assistant.domain.request.labels import Kind
from assistant.domain.request.outline import Outline
from assistant.domain.request.pieces import Piece
from assistant.domain.request.sentences import glance, is_unfinished, sentences
from assistant.domain.request.unasked import begins_naming, meant

# Questions of so few words ("How many?") only round off the one before them, and so do somewhat
# longer ones that begin with "if so".
_AFTERTHOUGHT = 2
_CONTINUATION = 15
# Fewer words than these are a title or a field ("Make and model"), not a thing asked for.
_FIELD = 5
# Either half of a sentence that asks two things has at least so many code points.
_HALF = 25


def read(text: str, pieces: Sequence[Piece]) -> list[Item]:
    """Return the items of a request that are parts, in order.

    Where nobody asks in so many words, things that are merely named ("The minutes of the panel of
    3 May.") count as asked for; and where there are none of these, whatever could be meant.
    """
    found = _Reader(text, pieces).read() or _Reader(text, pieces, bare=True).read()
    return found or meant(text, pieces)


class _Reader:
    """Keeps what the meaning of the next piece may depend on.

    `_listening`: a lead-in announced a list. `_under`: the label that list stands under. `_muted`:
    a statement, not a request, leads into the list. `_enumerating`: the last item gives examples.
    `_columns`: the list under it names the columns of one answer. `_waits`: the labelled item that
    announced questions without labels. `_bare`: nothing in the request asks in so many words.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], *, bare: bool = False) -> None:
        self._bare = bare
        self._text = text
        self._pieces = pieces
        self._items: list[Item] = []
        self._outline = Outline()
        self._listening = self._muted = self._enumerating = self._columns = False
        self._under = ""
        self._waits: int | None = None
        labelled = [at for at, piece in enumerate(pieces) if piece.label is not None]
        self._last_label = labelled[-1] if labelled else -1

    def read(self) -> list[Item]:
        """Return the items that are parts, in order."""
        for at, piece in enumerate(self._pieces):
            if piece.label is None:
                self._paragraph(piece, more=at < self._last_label, heads=self._heads(at))
            elif piece.label.kind is not Kind.BULLET:
                self._labelled(piece)
            elif self._is_bulleted_title(at):
                self._close()
            else:
                self._bullet(piece)
        return choose(self._text, self._items)

    def _words(self, piece: Piece) -> str:
        """Return the words of a piece, without its label."""
        return glance(self._text, piece.body, piece.end)

    def _heads(self, at: int) -> bool:
        """Say whether a labelled piece follows at once."""
        return at + 1 < len(self._pieces) and self._pieces[at + 1].label is not None

    def _last(self) -> Item | None:
        """Return the latest item, if there is one."""
        return self._items[-1] if self._items else None

    def _open_item(self, piece: Piece) -> Item | None:
        """Return the item that a piece may still extend, if there is one."""
        last = self._last()
        if last is None or last.closed or last.region != piece.region:
            return None
        return last

    def _add(
        self,
        piece: Piece,
        parent: str,
        *,
        label: str = "",
        above: int | None = None,
        labelled: bool = False,
    ) -> Item:
        """Record an item, tell the item above it, and return it."""
        place = len(self._items)
        if above is not None:
            self._items[above].children.append(place)
        item = Item(
            place=place,
            start=piece.start,
            body=piece.body,
            end=piece.end,
            label=label,
            parent=parent,
            region=piece.region,
            labelled=labelled,
            above=above,
            own_end=piece.end,
            inline=piece.inline,
            bullet=piece.label is not None and piece.label.kind is Kind.BULLET,
            muted=self._muted,
        )
        self._items.append(item)
        return item

    def _extend(self, item: Item, end: int) -> None:
        """Let an item reach further, unless its own paragraph already said where it ends."""
        if not (item.inline and item.labelled):
            item.end = max(item.end, end)

    def _close(self) -> None:
        """Let nothing that follows belong to the items so far."""
        last = self._last()
        if last is not None:
            last.closed = True
        self._enumerating = False
        self._waits = None

    # Labelled items

    def _labelled(self, piece: Piece) -> None:
        """Open a labelled item under the item or title that its label belongs to."""
        label, words = piece.label, self._words(piece)
        if label is None or (self._columns and not cues.asks(words)):
            return
        last = self._last()
        under_stem = (
            last is not None and last.labelled and not last.closed and is_stem(self._text, last)
        )
        # A list after a lead-in stands on its own, unless the lead-in refers back.
        if (
            label.value == 1
            and self._listening
            and not (self._under and label.kind is not Kind.NUMBER)
        ):
            self._outline.reset()
        parent, above = self._outline.place(label, len(self._items), under_stem=under_stem)
        item = self._add(piece, parent, label=label.name, above=above, labelled=True)
        self._listening = self._enumerating = False
        self._waits = item.place if cues.ends_leading(words) else None

    # Bullets

    def _is_bulleted_title(self, at: int) -> bool:
        """Say whether a lone bullet is only the title of what follows ("- Gas contracts")."""
        if not 0 < at < len(self._pieces) - 1:
            return False
        before, piece, after = self._pieces[at - 1 : at + 2]
        if before.is_bullet or after.is_bullet or self._is_bare_title(before):
            return False
        if not cues.is_title(self._words(piece)):
            return False
        return after.label is not None or cues.announces(self._words(after))

    def _is_bare_title(self, piece: Piece) -> bool:
        """Say whether a labelled piece is a title that waits for what stands under it."""
        words = self._words(piece)
        return piece.label is not None and (not words or cues.is_heading(words))

    def _bullet(self, piece: Piece) -> None:
        """Take a bullet as an item of the list announced, or as belonging to the item above it."""
        words = self._words(piece)
        if not words or self._columns or self._beside(piece, words):
            return
        host = self._host(piece)
        asked = cues.QUESTION.occur_in(words) or cues.SOUGHT.occur_in(words)
        if self._listening:
            if not is_years(words) and (asked or not is_admin(words)):
                self._add(piece, self._under)
        elif host is not None and not self._bears(host, words):
            self._extend(host, piece.end)
        elif host is not None:
            self._add(piece, self._outline.path, above=host.place if host.labelled else None)
        elif asked and not self._muted:
            self._add(piece, "")

    def _beside(self, piece: Piece, words: str) -> bool:
        """Go on with a list of bullets that began as parts; say whether this bullet was taken."""
        last = self._open_item(piece)
        if last is None or not last.bullet or self._text[last.start] != self._text[piece.start]:
            return False
        if is_answer(words):
            self._extend(last, piece.end)
        else:
            self._add(piece, last.parent, above=last.above)
        return True

    def _host(self, piece: Piece) -> Item | None:
        """Return the labelled item, or the unlabelled part, that a bullet stands under."""
        last = self._open_item(piece)
        if last is None or last.labelled or last.above is None:
            return last
        return self._items[last.above]

    def _bears(self, host: Item, words: str) -> bool:
        """Say whether a bullet is a part of its own and no answer option or example of `host`."""
        if is_answer(words) or cues.is_breakdown(words):
            return False
        own = own_words(self._text, host)
        asked = cues.QUESTION.occur_in(words)
        if asked or cues.ENUMERATES.occur_in(own):
            return asked
        leads = cues.leaves_open(own) or cues.is_heading(own)
        return leads and cues.SOUGHT.occur_in(words)

    # Paragraphs without a label

    def _paragraph(self, piece: Piece, *, more: bool, heads: bool) -> None:
        """Read a paragraph without a label, sentence by sentence.

        `more` says that labelled items follow somewhere, `heads` that one follows at once.
        """
        spans = sentences(self._text, piece.start, piece.end)
        if self._completes_heading(piece, spans[0]):
            return
        for number, (start, end) in enumerate(spans):
            first, final = number == 0, number == len(spans) - 1
            if not first and self._is_afterthought(start, end):
                self._items[-1].end = end
                continue
            sentence = Piece(None, start, start, end, piece.gap and first, piece.region, not first)
            self._sentence(sentence, more=more, heads=heads and final)

    def _is_afterthought(self, start: int, end: int) -> bool:
        """Say whether a few words only round off the question before them ("If so, which?")."""
        last = self._last()
        if last is None or last.closed or last.weak or self._text[end - 1] != "?":
            return False
        words = glance(self._text, start, end)
        most = _CONTINUATION if cues.CONTINUES.match(words) else _AFTERTHOUGHT
        return len(words.split()) <= most

    def _completes_heading(self, piece: Piece, first: tuple[int, int]) -> bool:
        """Take a paragraph into the labelled title right above it ("a) Staff", "How many ...")."""
        last = self._open_item(piece)
        if last is None or not last.labelled or last.inline or last.end != last.own_end:
            return False
        own, words = own_words(self._text, last), glance(self._text, *first)
        named = len(own.split()) >= _FIELD and cues.SOUGHT.occur_in(own)
        if named or not cues.is_heading(own):
            return False
        # What stands under a lead-in is an item of its list, not a title.
        listed = last.above is not None and is_stem(self._text, self._items[last.above])
        if listed or cues.CONTINUES.match(words) is not None:
            return False
        if is_admin(words) or not cues.asks(words) or cues.LEADS.search(words) is not None:
            return False
        last.end = last.own_end = piece.end
        return True

    def _sentence(self, piece: Piece, *, more: bool, heads: bool) -> None:
        """Decide what one sentence is: part of the item above, housekeeping, lead-in, or a part."""
        words = self._words(piece)
        last = self._open_item(piece)
        self._columns = heads and cues.names_columns(words)
        if not piece.inline and cues.STORY.match(words) is not None:
            self._tell()
        elif last is not None and not last.weak and cues.belongs(words, labelled=last.labelled):
            self._extend(last, piece.end)
        elif is_years(words):
            return
        elif is_admin(words):
            self._housekeeping(words, last, piece, more=more)
        elif cues.asks(words):
            self._asked(piece, words, more=more, heads=heads)
        elif heads and not piece.inline and cues.is_title(words):
            self._close()
            self._outline.rest()
        else:
            self._statement(piece, words, last, more=more)

    def _tell(self) -> None:
        """Take what follows as a story, until somebody asks again."""
        self._close()
        self._outline.reset()
        self._listening, self._muted = False, True

    def _housekeeping(self, words: str, last: Item | None, piece: Piece, *, more: bool) -> None:
        """Leave housekeeping out; a remark in the middle of a list stays with its item."""
        remark = more and not piece.gap and cues.EXPLAINS.occur_in(words)
        if remark and last is not None and last.labelled:
            self._extend(last, piece.end)
        else:
            self._close()

    def _asked(self, piece: Piece, words: str, *, more: bool, heads: bool) -> None:
        """Record a sentence that asks: as a lead-in, or as a part of its own."""
        refers = cues.REFERS_BACK.occur_in(words)
        self._muted = False
        leads = cues.announces(words) or (heads and cues.leaves_open(words))
        if leads and not cues.ILLUSTRATES.occur_in(words):
            self._announced(piece, words, refers=refers)
        elif cues.is_formula(words):
            self._close()
            self._listening = cues.leaves_open(words)
        elif cues.is_general(words) and not refers:
            self._add(piece, "").weak = True
            self._listening = more
        else:
            self._prose(piece, words, refers=refers)

    def _announced(self, piece: Piece, words: str, *, refers: bool) -> None:
        """Wait for the list that a lead-in announces; what it asks beside that is a part."""
        self._close()
        self._listening = True
        self._under = self._outline.path if refers else ""
        tail = cues.TAIL.search(words)
        if tail is not None and not cues.is_formula(words[: tail.start()]):
            self._add(replace(piece, end=piece.start + tail.start()), "")
        elif not cues.is_formula(words):
            self._add(piece, "").weak = True

    def _prose(self, piece: Piece, words: str, *, refers: bool) -> None:
        """Record a sentence that asks as an unlabelled part, under the label it refers back to."""
        parent = self._parent(refers=refers)
        for start, end in self._halves(piece, words):
            half = replace(piece, start=start, body=start, end=end)
            self._add(half, parent, above=self._waits)
        # A list of lines without labels may mix questions with things.
        self._listening = self._listening and not piece.inline
        self._enumerating = cues.ILLUSTRATES.occur_in(words)

    def _parent(self, *, refers: bool) -> str:
        """Return the label a rider stands under: "for each" after 3(d) speaks of all of 3."""
        last = self._last()
        if last is None or self._waits is not None:
            return self._outline.path
        if refers and last.labelled and last.above is not None:
            return last.parent
        return self._outline.path if refers or (last.labelled and not last.closed) else ""

    def _halves(self, piece: Piece, words: str) -> list[tuple[int, int]]:
        """Cut a sentence that asks two different things with "and what" between them."""
        match = cues.SPLITS.search(words, _HALF)
        if match is not None and len(words) == piece.end - piece.start:
            before = words[: match.start()]
            whole = not is_unfinished(before) and len(words) - match.end() >= _HALF
            if whole and (cues.asks(before) or cues.WH.search(before) is not None):
                cut, after = piece.start + match.start(), piece.start + match.end()
                return [(piece.start, cut), (after, piece.end)]
        return [(piece.start, piece.end)]

    def _statement(self, piece: Piece, words: str, last: Item | None, *, more: bool) -> None:
        """Take what does not ask as an item of an announced list, an explanation, or nothing."""
        if last is not None and not last.weak and self._explains(last, words, more=more):
            self._extend(last, piece.end)
        elif (self._bare and cues.is_bare(words)) or (
            not self._items and piece.start == self._pieces[0].start and begins_naming(words)
        ):
            self._add(piece, "")
        elif self._listening and self._lists(piece, words):
            self._add(piece, self._under)
            self._enumerating = cues.ILLUSTRATES.occur_in(words)
        else:
            self._told(piece, words)

    def _told(self, piece: Piece, words: str) -> None:
        """Note that a sentence told something: the list it leads into is not asked for."""
        narrates = cues.NARRATES.match(words) is not None
        if self._listening and not narrates and cues.is_formula(words):
            return
        leads = cues.LEADS.search(words) is not None
        self._listening = self._listening and not (leads and narrates)
        self._muted = leads and not self._listening
        if piece.gap or leads or words[-1:] in ".!":
            self._close()

    def _explains(self, last: Item, words: str, *, more: bool) -> bool:
        """Say whether a sentence that does not ask goes on with the item above it."""
        if self._enumerating or cues.EXPLAINS.occur_in(words):
            return True
        return last.labelled and not last.inline and (more or words[0].islower())

    def _lists(self, piece: Piece, words: str) -> bool:
        """Say whether a line reads as an item of an announced list."""
        if piece.inline or cues.is_formula(words) or cues.is_told(words):
            return False
        if cues.SOUGHT.occur_in(words) or cues.ILLUSTRATES.occur_in(words):
            return True
        if cues.LEADS.search(words) is not None:
            return False
        last = self._last()
        begun = last is not None and not last.weak and not last.closed
        return begun and len(words.split()) > _FIELD
