"""Cuts a request into pieces: each labelled item, and each paragraph without a label."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.request import courtesies
from assistant.domain.request.labels import (
    INLINE,
    INLINE_SIGN,
    LINE_ONLY,
    REFERRED,
    Kind,
    Label,
    read_label,
)
from assistant.domain.request.sentences import (
    Stretch,
    continues,
    is_wrapped,
    lines,
    sentences,
    trim,
)

_FOOTNOTE_MARK = re.compile(r"\w\*{1,3}(?=[\s,.;:)])")
# A quotation that is not closed within so many lines was never meant to be closed.
_LONGEST_QUOTATION = 12
# More labels in a row than this are no labels; no label is longer.
_DEEPEST = 2
_LONGEST_LABEL = 40
_BEFORE_A = ord("a") - 1
# As many labels make a list.
_LIST = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled item or a paragraph: `text[start:end]`, its words beginning at `body`.

    `gap` says that a blank line stands before it, `inline` that it was cut out of a running
    paragraph, `region` which span it belongs to.
    """

    label: Label | None
    start: int
    body: int
    end: int
    gap: bool
    region: int
    inline: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return self.label is not None and self.label.kind is Kind.BULLET


def pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return the pieces of what the requester wrote, in order, without greetings and signatures."""
    written = list(_written(text, lines(text, spans)))
    wrapped = is_wrapped([text[line.start : line.end] for line in written])
    found = _joined(text, _labelled(text, written), wrapped=wrapped)
    split = (
        _split_inline(text, piece, following)
        for piece, following in zip(found, _following(found), strict=True)
    )
    return _settled([part for cut in split for part in cut])


def _written(text: str, every: Iterable[Stretch]) -> Iterator[Stretch]:
    """Leave out greetings, quoted history, and all that follows a signature.

    A new greeting, a postscript or a forwarded message after a signature is read again.
    """
    signed = skipped = False
    for line in every:
        words = text[line.start : line.end]
        if signed and courtesies.REOPENS.match(words) is None:
            continue
        signed = courtesies.SIGN_OFF.match(words) is not None
        if signed or courtesies.QUOTED.match(words) is not None or _is_courtesy(words):
            skipped = True
            continue
        # What was left out stood between paragraphs.
        yield replace(line, gap=line.gap or skipped)
        skipped = False


def _is_courtesy(words: str) -> bool:
    """Say whether a whole line is a greeting, a word of thanks or a rule across the page."""
    if (
        courtesies.THANKS_LINE.match(words) is not None
        or courtesies.SEPARATOR.match(words) is not None
    ):
        return True
    return courtesies.SALUTATION.match(words) is not None and words[-1] not in "?:"


def _labelled(text: str, every: Iterable[Stretch]) -> Iterator[Piece]:
    """Read the labels that lines begin with; none is read inside a quotation over several lines."""
    quoted = 0
    first_mark = _FOOTNOTE_MARK.search(text)
    for line in every:
        words = text[line.start : line.end]
        label = None if quoted or _is_footnote(words, line.start, first_mark) else read_label(words)
        quoted = _still_quoted(words, quoted)
        yield from _nested(text, line, label)


def _is_footnote(words: str, start: int, first_mark: re.Match[str] | None) -> bool:
    """Say whether a line is the note to a word that was starred before ("gear*")."""
    return words[0] == "*" and first_mark is not None and first_mark.start() < start


def _still_quoted(words: str, lines_so_far: int) -> int:
    """Count the lines of an open quotation; 0 where none is open after this line."""
    if lines_so_far:
        closed = any(mark in words for mark in '”"') or lines_so_far >= _LONGEST_QUOTATION
        return 0 if closed else lines_so_far + 1
    opened = words[0] in '“"' and not any(mark in words[1:] for mark in '”"')
    return 1 if opened else 0


def _nested(
    text: str, line: Stretch, label: Label | None, depth: int = _DEEPEST
) -> Iterator[Piece]:
    """Yield a line's piece, or several where labels follow at once ("Q2. a) How many")."""
    if label is None:
        yield Piece(None, line.start, line.start, line.end, line.gap, line.region)
        return
    body = min(trim(text, line.start + label.width, line.end)[0], line.end)
    inner = _inner(text, label, body, line.end) if depth else None
    if inner is None:
        yield Piece(label, line.start, body, line.end, line.gap, line.region)
        return
    if label.kind is not Kind.BULLET:
        bare_end = line.start + label.width
        yield Piece(label, line.start, bare_end, bare_end, line.gap, line.region)
    yield from _nested(text, replace(line, start=body, gap=False), inner, depth - 1)


def _inner(text: str, label: Label, body: int, end: int) -> Label | None:
    """Return the label that follows a label at once, if there is one."""
    if label.kind not in (Kind.NUMBER, Kind.DECIMAL, Kind.BULLET) or body >= end:
        return None
    inner = read_label(text[body : min(end, body + _LONGEST_LABEL)])
    if inner is None or not inner.sure or inner.kind in (Kind.BULLET, Kind.LOST, Kind.NUMBER):
        return None
    return inner


def _joined(text: str, every: Iterable[Piece], *, wrapped: bool) -> list[Piece]:
    """Join the lines that a mail program broke one sentence into."""
    found: list[Piece] = []
    for piece in _believed(list(every)):
        last = found[-1] if found else None
        if last is not None and _goes_on(text, last, piece, wrapped=wrapped):
            body = piece.body if last.body >= last.end else last.body
            found[-1] = replace(last, body=body, end=piece.end)
        else:
            found.append(piece)
    return found


def _goes_on(text: str, last: Piece, piece: Piece, *, wrapped: bool) -> bool:
    """Say whether a piece only continues the one before it."""
    if piece.label is not None or last.region != piece.region:
        return False
    if last.body >= last.end:
        return last.label is not None and last.label.kind is not Kind.BULLET
    if piece.gap:
        return False
    line_start = max(text.rfind("\n", last.start, last.end) + 1, last.start)
    return continues(
        text[line_start : last.end].strip(), text[piece.start : piece.end], wrapped=wrapped
    )


def _believed(every: list[Piece]) -> list[Piece]:
    """Drop the doubtful labels ("3 bedrooms", "J. Smith") that do not count on from the last."""
    found = []
    reached = letter = 0
    alone = [p.label.value for p in every if p.label is not None and not p.label.sure]
    for piece in every:
        label = piece.label
        if label is not None and not label.sure:
            first = label.value == 1 and _LIST in alone
            if label.value != reached + 1 or not (first or reached):
                found.append(replace(piece, label=None, body=piece.start))
                continue
        if label is not None and _is_initial(label, letter):
            found.append(replace(piece, label=None, body=piece.start))
            continue
        if label is not None and label.kind is Kind.NUMBER:
            reached, letter = label.value, 0
        elif label is not None and len(label.name) == 1 and label.name.isalpha():
            letter = ord(label.name.lower()) - _BEFORE_A
        found.append(piece)
    return found


def _is_initial(label: Label, letter: int) -> bool:
    """Say whether "J." begins a name; only brackets or the letter before it make it a label."""
    if label.kind is not Kind.LETTER or label.style.lower() not in {"a.", "a-"}:
        return False
    return label.value not in {1, letter + 1, letter + 2}


def _split_inline(text: str, piece: Piece, following: Label | None) -> Iterator[Piece]:
    """Cut a piece at the labels that run on inside its paragraph ("... ? 2. What ... 3. Who").

    `following` is the first label after the piece, which may count on from the last one in it.
    """
    cuts = _row(_candidates(text, piece), piece.label, following)
    edges = [start for start, _ in cuts] + [piece.end]
    first_end = trim(text, piece.start, edges[0])[1]
    yield replace(piece, body=min(piece.body, first_end), end=first_end)
    for (start, label), edge in zip(cuts, edges[1:], strict=True):
        last = trim(text, start, edge)[1]
        body = min(trim(text, start + label.width, edge)[0], last)
        row = Piece(label, start, body, last, gap=False, region=piece.region, inline=True)
        lettered = label.kind in (Kind.LETTER, Kind.ROMAN)
        yield from _one_sentence(text, row) if lettered and edge == piece.end else (row,)


def _one_sentence(text: str, piece: Piece) -> Iterator[Piece]:
    """End the last of "(a) ..., (b) ..." with its sentence: what follows speaks of them all."""
    first, *rest = sentences(text, piece.body, piece.end) or [(piece.body, piece.end)]
    if not rest:
        yield piece
        return
    yield replace(piece, end=first[1])
    start, end = rest[0][0], rest[-1][1]
    yield Piece(None, start, start, end, gap=False, region=piece.region)


def _candidates(text: str, piece: Piece) -> list[tuple[int, Label]]:
    """Return what looks like a label inside a paragraph and is no reference to one."""
    if INLINE_SIGN.search(text, piece.body + 1, piece.end) is None:
        return []
    found = []
    for match in INLINE.finditer(text, piece.body + 1, piece.end):
        before = text[max(piece.start, match.start() - 24) : match.start()]
        label = read_label(text[match.start() : min(piece.end, match.end() + 6)])
        if label is None or not label.sure or label.style == LINE_ONLY:
            continue
        stopped = before.rstrip()[-1:] in "?.:;,-–" or before.endswith(("  ", "\t", "\n"))
        bare = text[match.start()] not in "([" and label.style.endswith((".", ":"))
        if (bare and not stopped) or (
            REFERRED.search(before) and not before.rstrip().endswith(("?", ":"))
        ):
            continue
        found.append((match.start(), label))
    return found


def _row(
    found: list[tuple[int, Label]], own: Label | None, following: Label | None
) -> list[tuple[int, Label]]:
    """Keep the labels that stand in a row: one after another, or going on from the piece's own."""
    kept: list[tuple[int, Label]] = []
    for style in {_series(label) for _, label in found}:
        series = [(start, label) for start, label in found if _series(label) == style]
        begun = own.value if own is not None and own.kind is series[0][1].kind else 0
        run = _in_order(series, begun)
        if begun or len(run) >= _LIST or (run and _counts_on(run[-1][1], following)):
            kept += run
    return sorted(kept, key=lambda cut: cut[0])


def _in_order(series: list[tuple[int, Label]], begun: int) -> list[tuple[int, Label]]:
    """Return the longest counting run from 1, or from the value after `begun`."""
    run: list[tuple[int, Label]] = []
    expected = begun + 1
    for cut in series:
        value = cut[1].value
        if cut[1].kind is Kind.BULLET or value == expected:
            run.append(cut)
            expected = value + 1
        elif not run and value == 1:
            run, expected = [cut], 2
    return run


def _counts_on(label: Label, following: Label | None) -> bool:
    """Say whether the first label after a paragraph counts on from the last one in it."""
    if following is None or following.style != label.style:
        return False
    return following.value == label.value + 1


def _series(label: Label) -> str:
    """Name the row that an inline label may belong to."""
    return f"{label.kind}{label.outer if label.kind is Kind.COMPOUND else label.style}"


def _settled(every: list[Piece]) -> list[Piece]:
    """Settle letters by their neighbours: "i)" after "h)" is a letter, "l)" before "2)" is a 1."""
    found = []
    letters_before = 0
    for piece, following in zip(every, _following(every), strict=True):
        label = piece.label
        if label is not None and label.kind is Kind.ROMAN and len(label.name) == 1:
            label = _letter_or_roman(label, letters_before)
        if label is not None and label.name in {"l", "I"}:
            label = _misread_one(label, following)
        if label is not None and label.kind is Kind.LETTER:
            letters_before = label.value
        elif label is not None and label.kind is Kind.NUMBER:
            letters_before = 0
        found.append(replace(piece, label=label))
    return found


def _following(every: list[Piece]) -> list[Label | None]:
    """Return for each piece the first label after it."""
    found: list[Label | None] = []
    ahead: Label | None = None
    for piece in reversed(every):
        found.append(ahead)
        ahead = piece.label or ahead
    return found[::-1]


def _letter_or_roman(label: Label, letters_before: int) -> Label:
    """Read "i", "v" or "x" as the letter where the letter before it has just been used."""
    value = ord(label.name.lower()) - ord("a") + 1
    if value != letters_before + 1:
        return label
    return replace(label, kind=Kind.LETTER, style=label.style.replace("i", "a"), value=value)


def _misread_one(label: Label, following: Label | None) -> Label:
    """Read "l" or "I" as the 1 it was on paper where the next label is a 2."""
    if following is None or following.kind is not Kind.NUMBER or following.value != _LIST:
        return label
    return replace(label, kind=Kind.NUMBER, style=following.style, name="1", value=1)
