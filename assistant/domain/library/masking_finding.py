"""What all finders of names share: the letter, the reader of names, the blocks of lines."""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_blocks import Blocks
from assistant.domain.library.masking_cues import (
    NOT_NAMED,
    OF_PLACES,
)
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, NameReader, name_of
from assistant.domain.library.masking_sheet import Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    NOBODY,
    ORGANISATION,
    RANKS,
    TITLES,
    words,
)

_AFTER_TITLE = re.compile(
    r"\.? {0,2}(?:\(?(?:No\.? ?)?[A-Z]{0,2}\d{1,6}\)? ?[,-]? ?)?\n?[> ]{0,3}\Z"
)
# Titles that are words of their own, too: what follows must look like a name.
_WEAK = RANKS | words(
    "so general commander admiral lord lady master nurse doctor professor canon officer sister"
)
_CAPITALS = words("so sc pc dc ds di dci dsu wpc pcso ms")
_NO_PRODUCT = words(
    "teams word excel office windows access outlook sharepoint azure world comics mayor"
)
_AND = re.compile(r" ?(?:&|and|/|,) ?(?:and )?\Z")


_MOST = 4
_SHORTEST = 2
_MOST_TITLES = 8


class NameFinders:
    """What the finders share: the letter, the reader of names, the blocks of lines."""

    def __init__(self, reader: NameReader, blocks: Blocks) -> None:
        self.reader, self.blocks = reader, blocks
        self.sheet: Sheet = reader.sheet

    def at(self, place: int, *, small: bool = False, least: int = 1, firm: bool = True,
           end: int | None = None) -> Name | None:  # fmt: skip
        """Read the name at a place, with or without a title; of `least` words, ending by `end`."""
        index = self.sheet.index_at(place)
        if index >= len(self.sheet.words) or self.sheet.words[index].start > place + 3:
            return None
        titled = self.titled(index, small=small)
        if titled:
            return titled
        found = self.reader.read(index, small=small, firm=firm)
        if found is None or len(found[1]) < least or (end is not None and found[1][-1].end > end):
            return None
        if found[1][0].bare in NOBODY or not any(len(word.bare) > 1 for word in found[1]):
            return None
        return name_of(found[1])

    def titled(self, index: int, *, small: bool = False, most: int = _MOST) -> Name | None:
        """Read the name whose title is the word with number `index`."""
        words, first = self.sheet.words, index
        behind = self._behind_titles(index, small=small)
        if behind is None or behind == first or behind >= len(words):
            return None
        found = self.reader.read(
            behind, small=small, titled=True, most=_MOST if words[first].capital else most
        )
        title = words[first].bare
        if found is None or not self._may_follow(title, found[1]):
            return None
        start = words[first].start
        if first and words[first - 1].bare == "chief" and self.sheet.gap(first - 1) == " ":
            start = found[1][0].start
        return name_of(found[1], start, title)

    def _behind_titles(self, index: int, *, small: bool) -> int | None:
        """Return the number of the word behind titles and collar numbers; None if none can be."""
        words, most = self.sheet.words, index + _MOST_TITLES
        while index < min(most, len(words)) and self._is_title(words[index], small=small):
            gap = self.sheet.gap(index) or ""
            index += 1
            if index < len(words) and words[index].bare in {"retd", "rtd"}:
                gap, index = (self.sheet.gap(index) or "").replace(")", ""), index + 1
            if _AND.match(gap):
                if gap.strip() == "," and not (index < len(words) and words[index].bare in TITLES):
                    return None
                break
            if not _AFTER_TITLE.match(gap):
                return None
            if index < len(words) and words[index].text in {"and", "&"}:
                index += 1
        return index

    def _is_title(self, word: Word, *, small: bool) -> bool:
        if word.bare not in TITLES or not (word.capital or small) or word.text == "SIR":
            return False
        return word.bare not in _CAPITALS or word.text.isupper() or word.text == "Ms" or small

    def _may_follow(self, title: str, words: tuple[Word, ...]) -> bool:
        """Say whether words can be the name behind a title that is an ordinary word, too."""
        first = words[0]
        if first.bare in {"justice", *_NO_PRODUCT} or (title in _WEAK and first.bare in NOT_NAMED):
            return False
        return len(words) > 1 or not (first.bare in ORGANISATION and self._goes_on(first))

    def _goes_on(self, word: Word) -> bool:
        index = self.sheet.index_at(word.start)
        return self.sheet.gap(index) == " " and self.sheet.words[index + 1].capital

    def listed(self, start: int, end: int) -> Iterator[Name]:
        """Read the names of a list between two places: "A Smith; Bob and Carol Hill (HR)"."""
        for piece in re.finditer(r"(?:(?! and )[^;,/&|])+", self.sheet.text[start:end]):
            begin = start + piece.start()
            begin += 5 if piece.group().startswith(" and ") else 0
            words = self.sheet.between(begin, start + piece.end())
            if (
                words
                and (found := self.at(words[0].start, end=start + piece.end()))
                and (
                    found.titled
                    or " " in self.sheet.text[found.start : found.end]
                    or found.parts[0] in GIVEN_NAMES
                )
            ):
                yield found


def unknown(sheet: Sheet, word: Word) -> bool:
    """Say whether a word can only be a name's: no word of a post, a place or a firm."""
    if (
        word.bare in NOT_NAMED
        or word.bare in AFTER_A_NAME
        or word.bare in OF_PLACES
        or word.bare in TITLES
    ):
        return False
    return len(word.text) > _SHORTEST and not sheet.ordinary(word)
