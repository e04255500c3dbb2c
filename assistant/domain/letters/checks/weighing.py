"""Reads the weighing of the public interest: what speaks for each side, and whether it concludes.

Officers weigh under two headings, in two columns, in two lists, or in prose that turns from one
side to the other. A side is told by a heading, by the words that a clause begins with, or by what
it says disclosure would do; what tells no side goes on with the last.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.letters.checks.sides import side_of, turned
from assistant.domain.letters.checks.zones import Sentence, Zone

_FEWEST_WORDS = 3
_LIST_FOR = re.compile(r"^\W{0,2}\+\s")
_LIST_AGAINST = re.compile(r"^\W{0,2}[-–—]\s")
_COMPARES = (
    r"(?:stronger|greater|weightier|heavier|more weight\w*|compelling|prevail\w*|decisive|bigger"
    r"|better served|best served|paramount|overriding)"
)
BALANCE = re.compile(
    r"\boutweigh\w*|\bon balance\b|\bbalance\b[^.;]{0,40}\b(?:lies|lay|falls|fell|favours?|tips?"
    r"|comes down|rests|is (?:in favour|against))"
    r"|\b(?:conclu\w+|decid\w+|decision|find|found|judge\w*|judgment|view|satisfied|determined"
    r"|consider|believe)\b[^.;]{0,100}\b(?:public )?interest"
    r"|\b(?:conclu\w+|decid\w+|judge|view|think|satisfied|find)\b[^.;]{0,80}\b(?:exemption"
    r"|exception|exclusion)\b[^.;]{0,25}\b(?:maintained|upheld|prevails?|should stand|stands)"
    r"|\bpublic interest (?:\w+ )?(?:lies|favours?|is (?:best|better|therefore|not)|weighs|falls"
    r"|comes down|would (?:best|better|not)|requires)"
    rf"|\b(?:interests?|case|arguments?|considerations?|factors?|sides?|weight|need|harm|group"
    rf"|points?|loss|duty|exclusion|exemption|exception)\b[^.;]{{0,90}}\b(?:is|are|was|were"
    rf"|carr\w+|weighs?|to be)\b[^.;]{{0,25}}\b{_COMPARES}"
    rf"|\bweighs? (?:the )?(?:more|heavier|heavily)\b|\bcarr(?:y|ies|ied) (?:\w+ )?(?:more"
    rf"|the greater|greater|most) weight|\b(?:find|found|think|judge) (?:it|them|that"
    rf"|this)\b[^.;]{{0,30}}\b(?:the )?{_COMPARES}"
    r"|\bprevails?\b|\btips? the (?:balance|scales?)|\bc(?:ome|omes|oming|ame) down (?:on|in"
    r"|against|firmly)\b|\bgreater than the (?:good|interest|public|benefit)|\bmodest (?:next to"
    r"|beside|compared)|\b(?:exemption|exception|exclusion) (?:is|should be|must be|is therefore"
    r"|has to be|being) (?:therefore )?maintained\b",
    re.IGNORECASE,
)
# "The public interest outweighs" the test itself, told without applying it, is no conclusion.
_TEST = re.compile(
    r"\b(?:ask\w*|consider\w*|decide|see|turn\w*)\b[^.;]{0,40}\bwhere\b[^.;]{0,40}\b"
    r"(?:public interest|balance)|\b(?:only (?:if|where|when)|requires? (?:us|that|me)|test (?:is"
    r"|requires|asks)|must (?:decide|consider|weigh|ask|assess)|whether)\b"
    r"[^.;]{0,140}\b(?:outweigh|public interest|prevail|balance|greater|stronger)",
    re.IGNORECASE,
)
# Tells that the test was made, and gives no factor.
_PROCESS = re.compile(
    r"\b(?:I|we|it)\b[^.;]{0,25}\b(?:consider\w*|appl(?:y|ied)|ask(?:ed)?|look(?:ed)?|weigh(?:ed)?"
    r"|assess\w*|carried out|began|start(?:ed)?|conducted|must|need|have to|took|bore"
    r"|bear)\b[^.;]{0,70}\b(?:whether|public[- ]interest|presumption|presume|balance|balancing"
    r"|test|both sides|factors|arguments|the following|two exemptions|in mind)\b"
    r"|\bpresum\w+ (?:\w+ )?in favour of disclosure\b|\bis (?:a )?qualified\b"
    r"|\bbeing a qualified\b|\bsubject to (?:a|the) public interest test|\bnormally expect",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\W*(?:the other way|on the other|against (?:that|this|it)|however|conversely|by contrast)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\W*([A-Z][^.:]{2,60})[:–]")
_BALANCING = re.compile(
    r"\bbalanc|\bconclu|\bdecision\b|\bweigh|\boverall\b|\boutcome\b|\bresult\b|\bour view\b"
    r"|\bour judgment\b",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(
    r"\bbalance of the public interest\b|\bpublic interest balance\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """How many clauses the letter has for each side, and whether it comes to a result."""

    supports: int = 0
    opposes: int = 0
    concluded: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything is weighed at all."""
        return bool(self.supports or self.opposes)


def weigh(sentences: Iterable[Sentence]) -> Weighing:
    """Read the two sides of the test and its result.

    Where factors stand under headings or words of their own, what the balance repeats of them is
    none; where everything stands in the balance, it is.
    """
    listed = [each for each in sentences if each.zone is Zone.INTEREST]
    apart = _sides(listed, balance=False)
    if apart.begun:
        return apart
    return _sides(listed, balance=True)


def _sides(listed: list[Sentence], *, balance: bool) -> Weighing:
    """Count the clauses on each side; `balance` says whether those of the balance count too."""
    reader = _Reader(balance=balance, marked=any(_LIST_FOR.match(each.text) for each in listed))
    for sentence in listed:
        reader.read(sentence)
    supports, opposes = reader.counted["for"], reader.counted["against"]
    if opposes and reader.turns and not supports:
        # What stands before the turn to the other side is the first side, in whatever words.
        supports = reader.counted["untold"]
    return Weighing(supports, opposes, reader.concluded)


class _Reader:
    """Reads a weighing sentence by sentence, and remembers whose side it is on."""

    def __init__(self, *, balance: bool, marked: bool) -> None:
        """Begin on no side; `marked` says that entries of lists carry a plus or a minus."""
        self.counted = {"for": 0, "against": 0, "untold": 0}
        self.concluded = False
        self.turns = False
        self._balance, self._marked = balance, marked
        self._side, self._named, self._balancing = "", False, False
        self._columns: list[str] = []

    def read(self, sentence: Sentence) -> None:
        """Take one sentence, heading or line of a table."""
        self._head(sentence)
        if sentence.is_heading:
            return
        if "|" in sentence.text:
            self._columns = _columns(sentence.text, self._columns, self.counted)
        elif self._marked and (bullet := _bullet(sentence.text)):
            self.counted[bullet] += 1
        else:
            for clause in _clauses(sentence.text):
                self._take(clause)

    def _head(self, sentence: Sentence) -> None:
        """Notice what a heading, or the words before a colon, announce."""
        title = _TITLE.match(sentence.text)
        heads = sentence.text if sentence.is_heading else title[1] if title else ""
        if heads:
            balancing = _BALANCING.search(heads) and not _BOTH_SIDES.search(heads)
            self._balancing = bool(balancing)
        if sentence.is_heading:
            self._side, self._columns = side_of(sentence.text), []
            self._named = bool(self._side)
        elif self._balancing:
            self._side, self._named = "", False

    def _take(self, clause: str) -> None:
        """Count one clause, or note that it concludes."""
        if _concludes(clause):
            self.concluded = True
        elif not _PROCESS.search(clause) and (self._balance or not self._balancing):
            self.turns = self.turns or (not self._side and bool(_TURN.match(clause)))
            self._side, self._named = turned(clause, self._side, named=self._named)
            if _words(clause) >= _FEWEST_WORDS:
                self.counted[self._side or "untold"] += 1


def _concludes(clause: str) -> bool:
    """Tell whether a clause says where the balance lies."""
    return bool(BALANCE.search(clause)) and not _TEST.search(clause)


def _bullet(text: str) -> str:
    """Return the side that the plus or minus before an entry of a list tells."""
    if _LIST_FOR.match(text):
        return "for"
    return "against" if _LIST_AGAINST.match(text) else ""


def _columns(text: str, columns: list[str], counted: dict[str, int]) -> list[str]:
    """Count the cells of a line of a table; return the sides that its columns stand for."""
    cells = [cell.strip() for cell in text.strip("| ").split("|")]
    if not any(re.search(r"\w", cell) for cell in cells):
        return columns
    if not columns:
        return [side_of(cell) for cell in cells]
    for cell, side in zip(cells, columns, strict=False):
        if side and _words(cell) >= _FEWEST_WORDS:
            counted[side] += 1
    return columns


def _clauses(text: str) -> list[str]:
    """Cut a sentence where it may turn from one side to the other."""
    return [
        piece
        for piece in re.split(
            r"[;]|(?<=\w), (?=but\b|while\b|whereas\b|against\b|set against\b|on the other"
            r"|and in\b|and the public interest\b|and that it\b)|(?<=[a-z]) (?=whereas\b)",
            text,
        )
        if piece.strip()
    ]


def _words(clause: str) -> int:
    """Count a clause's words without those that only announce a side: "For disclosure:"."""
    rest = (
        re.sub(r"^[^:.]{0,60}[:.]\s*", "", clause)
        if ":" in clause[:62] and side_of(clause[:62])
        else clause
    )
    return len(re.findall(r"\w+", rest))
