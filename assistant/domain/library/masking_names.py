"""Finds where a letter names people: a table of finders, each of which knows one way of naming.

Headers, salutations, closings, titles, labels, what people say of themselves and of others, given
names. What they find is looked for again by masking_people.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.domain.library.masking_blocks import CLOSING, LABEL, SALUTATION, Blocks
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_mail import found_addresses, is_personal, names_in
from assistant.domain.library.masking_person import Name, NameReader, name_of
from assistant.domain.library.masking_sheet import Line, Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    JOBS,
    MONTHS,
    NOBODY,
    NUMBERED,
    ORDINARY,
    ORGANISATION,
    PARTICLES,
    PLAIN,
    RANKS,
    TITLES,
)

_AFTER_TITLE = re.compile(
    r"\.? {0,2}(?:\(?(?:No\.? ?)?[A-Z]{0,2}\d{1,6}\)? ?[,-]? ?)?\n?[> ]{0,3}\Z"
)
_NUMBER_ALONE = re.compile(
    r"\b(?:WPC|PCSO|PC|DC|DS|DI|PS|SC|Sgt|(?:Police |Special )?(?:Constable|Sergeant))"
    r"\.? (?:No\.? )?[A-Z]{0,2}\d{2,6}\b(?![/.:]\d)"
)
# Titles that are words of their own, too: what follows must look like a name.
_WEAK = RANKS | frozenset(
    "so general commander admiral lord lady master nurse doctor professor canon officer sister".split()
)
_CAPITALS = frozenset("so sc pc dc ds di dci dsu wpc pcso ms".split())
_NO_PRODUCT = frozenset(
    "teams word excel office windows access outlook sharepoint azure world comics mayor".split()
)
_AND = re.compile(r" ?(?:&|and|/|,) ?(?:and )?\Z")
_HEADER = re.compile(
    r"(?:from|to|cc|bcc|sender|sent by|reply-to|sent to|copied to)\s?:\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"[\"']? ?[<(\[](?:mailto:)?[^\s<>]{1,64}@")
_WROTE = re.compile(r"[ \n>]{1,6}(?:wrote|writes|said)\s?:")
_NAME_REACH = 60
_INITIALS = re.compile(
    r"(?<![\w.'])(?:[A-Z]\. ?){1,3}(?:(?:St\.? |de |van |von |der |ap |O')?[A-Z][\w'-]{2,30})(?:-[A-Z][\w']{1,30})?"
)
_ONLY_INITIALS = re.compile(r"(?:[A-Z](?:\.|(?=[ -]|$))[ -]?){1,4}$")
_USER = re.compile(r"/user/([a-z][\w-]{2,60})")
_SENT_AT = re.compile(r"(?:\u2192|->|\b\d\d:\d\d(?::\d\d)?) {1,3}(?=[A-Z])")
_WHERE = re.compile(r"\"[^\"]{2,30}\",|\d{1,4}[A-Za-z]?,? (?!(?:st|nd|rd|th)\b)[A-Za-z]{3,} [A-Za-z]{2,}")
_TRAILING = re.compile(r"[.?!]\"? ((?:[A-Z]\.?){1,3}|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$")
_FOR_ANOTHER = re.compile(r"\(?(?:for|pp|p\.p|per pro|cc|on behalf of)\b[.:]? {1,3}", re.IGNORECASE)
_LABELS = re.compile(
    r"(?<![\w-])(?:(?:full |sur|fore|first |last |your |contact |client |customer |officer )?names?(?: of (?:the )?"
    r"(?:applicant|requester|requestor|complainant|data subject|officer|person|patient|witness|victim|child|pupil))?"
    r"|requester|requestor|applicant|complainant|appellant|claimant|contact(?: officer| person)?|case ?worker"
    r"|(?:case|investigating|reviewing|responsible|decision|disclosure|handling|foi|information|reporting) officer"
    r"|officer(?: dealing| in (?:the )?case| in charge)?|handled by|(?:please )?ask for|enquiries to|signed(?: by)?"
    r"|author|attendees|present|apologies|in attendance|prepared by|reviewed by|approved by|authorised by"
    r"|decision[- ]maker|reviewer|witness(?:es)?|victim|client|patient|tenant|customer|data subject"
    r"|(?:your|our) contact|dealt with by|written by|completed by|submitted by|requested by"
    r"|correspondent|resident|owner|occupier|driver|keeper|registered keeper|next of kin|deceased|father|mother"
    r"|parent|guardian|spouse|partner|f\.?a\.?o\.?|attn\.?|for the attention of|cc|c\.c\.|copy to|copies to"
    r"|suspect|offender|defendant|line manager|employee|interviewee|informant|executor|trustee|landlord|agent|organiser|taken by|led by|secretary)"
    r"(?: {0,20}:|\t| - | {2,20}(?=[A-Z]))[ \t]{0,20}\n?(?=\S)",
    re.IGNORECASE,
)
# What stands before a name and says that it is one: a name of one word will do.
_STRONG = re.compile(
    (
        r"\b(?:my (?:full )?name(?:'s| is)|(?:his|her|their|whose) (?:full )?name (?:is|was)|name is|name was|(?:i am|i'm) called"
        r"|on behalf of(?: (?:my|our|his|her|their|the)(?: [a-z]+){1,3},?)?"
        r"|(?:my|our|his|her|their|your)(?: late| elderly| former| ex| step| young| disabled| deceased)?[ -]?"
        r"(?:client|husband|wife|son|daughter|mother|father|mum|dad|brother|sister|partner|friend|neighbour|uncle|aunt"
        r"|nephew|niece|grandson|granddaughter|grandmother|grandfather|mother-in-law|father-in-law|colleague|constituent"
        r"|tenant|landlord|boss|line manager|employer|assistant|solicitor|carer|cousin|fianc[eé]e?|stepson|stepdaughter)s?"
        r"(?: is|,| called| named)?"
        r"|(?:man|woman|person|boy|girl|child|pupil|patient|resident|officer|constable|individual|someone|employee)"
        r" (?:called|named|known as)|named as|identified as|consulted|thx|chasing|(?:rang|ring|phone|phoned|telephoned?)(?: [A-Z][a-z]+ or)?|agent is|missus|somebody called|n[eé]e|maiden name|previously called"
        r"|formerly called|in the name of|(?:our|your) member|(?:put|gave|give|gives|given|giving|by|under|whose) (?:in )?(?:the|her|his|their) name(?: as)?|whom (?:they|we|you) call|called by the name(?: of)?"
        r"|(?:for the )?attention of|fao|attn|c/o|care of|pp|p\.p\.|signed by|witnessed by"
        r"|(?:the )?(?:complainant|witness|claimant|appellant|applicant|requester|requestor|victim|suspect|defendant"
        r"|deceased|tenant|resident|neighbour|patient|pupil|informant|interviewee|data subject|whistleblower)"
        r"(?:,|'s name is| was| is|, namely)?|statement (?:of|by|from|made by)|evidence of|interview with|account of)"
        r"[ :,\n\"]{1,4}(?=\S)"
    )
    .replace(" ", r"\s{1,3}")
    .replace(r"[\s{1,3}", r"[\s"),
    re.IGNORECASE,
)
# What often stands before a name: two words with capital letters and no other meaning are needed.
_LIKELY = re.compile(
    r"\b(?:(?:spoke|spoken|speaking|speak|talked|met|meeting|correspondence|correspond\w*|conversation|discuss\w*|call"
    r"|dealt|deal|interview|contract|exchange|exchanged|complaint|appointment|liaise\w*) (?:to|with|by|from|about|against)"
    r"|(?:written|sent|signed|made|raised|reported|reviewed|approved|handled|prepared|submitted|provided|taken|completed"
    r"|authored|conducted|carried out|dealt with|chaired|led|attended|owned|represented|supported|accompanied|assisted"
    r"|interviewed|assessed|seen|visited|treated|drafted|authorised|undertaken|investigated|recorded|received|witnessed"
    r"|decided|considered|headed|appointed|employed|driven|occupied|requested|issued) (?:by|from|to)"
    r"|(?:e-?mails?|letters?|calls?|messages?|texts?|requests?|statements?|report|reports|note|notes|memo|complaints?"
    r"|evidence|submission|correspondence|reply|response|copy|information) (?:from|to|of|by|about|between|concerning"
    r"|regarding|relating to)"
    r"|(?:forwarded|copied|addressed|allocated|assigned|referred|passed|reports?|reported|disclosed|sent|known|given"
    r"|according|directed|promoted|married) to"
    r"|contact(?:ed|ing)?|telephoned|phoned|e-?mailed|interviewed|asked|told|informed|advised|met|named|arrested"
    r"|between|regarding|concerning|involving|including|namely|about|against|appointed|employed|suspended|dismissed"
    r"|colleagues?|officers?|employees?|staff member|caseworkers?|director|manager|head|and|than|that|for|is|was"
    r"|by|with|from|to|when|where|while|as|where|because|whether|if|said|saw|of|near) (?=[A-Z])"
)
_POST_BEHIND = re.compile(r"(?:,| -|,? \(| \|) ?(?:(?:our|the|its|an?|their|his|her|my|then|former|acting|interim|deputy"
                          r"|senior|assistant|group|corporate) ){0,3}")  # fmt: skip
_DID = frozenset(
    """said says told stated states confirmed confirms explained advised wrote writes emailed e-mailed called
    phoned rang telephoned attended reported complained alleged claimed asked replied responded lives lived
    resides moved died joined left resigned spoke visited witnessed saw signed agreed refused requested
    contacted suffered received submitted recorded noted believes thinks works worked raised met made""".split()
)
_SPEAKS = frozenset("says said told tells thinks thought wrote writes asks asked rang phoned lives lived".split())
_BEFORE_A_PLACE = frozenset(
    "port ysgol hms mount lake saint st fort camp cape king queen uncle statue prize st. mv ss rms educating".split()
)
_IN_A_SENTENCE = re.compile(r"[,;:]?\s{1,8}(?:\d{1,4}[,;:.] )?\(?\"?")
_BEFORE_PLACES = frozenset(
    "in at near around the a an on through across within outside towards for and".split()
)
_OF_PLACES = frozenset(
    "port little great upper lower nether old new saint north east south west north-east market chipping abbots kings"
    " milton ashton bishops castle royal holy high".split()
)
_NOT_NAMED = ORGANISATION | PLAIN | JOBS | NOBODY


class NameFinders:
    """What the finders share: the letter, the reader of names, the blocks of lines."""

    def __init__(self, reader: NameReader, blocks: Blocks) -> None:
        self.reader, self.blocks = reader, blocks
        self.sheet: Sheet = reader.sheet

    def find(self) -> Iterator[Name]:
        """Yield all names found, in no order; some more than once."""
        for finder in FINDERS:
            yield from finder(self)

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

    def titled(self, index: int, *, small: bool = False, most: int = 4) -> Name | None:
        """Read the name whose title is the word with number `index`."""
        words, first = self.sheet.words, index
        title = ""
        while index < len(words) and self._is_title(words[index], small=small):
            title = title or words[index].bare
            gap = self.sheet.gap(index) or ""
            index += 1
            if index < len(words) and words[index].bare in {"retd", "rtd"}:
                gap, index = (self.sheet.gap(index) or "").replace(")", ""), index + 1
            if _AND.match(gap):
                break
            if not _AFTER_TITLE.match(gap):
                return None
            if index < len(words) and words[index].text in {"and", "&"}:
                index += 1
        if index == first or index >= len(words):
            return None
        found = self.reader.read(
            index, small=small, titled=True, most=4 if words[first].capital else most
        )
        if found is None or not self._may_follow(title, found[1]):
            return None
        start = words[first].start
        if first and words[first - 1].bare == "chief" and self.sheet.gap(first - 1) == " ":
            start = found[1][0].start
        return name_of(found[1], start, title)

    def _is_title(self, word: Word, *, small: bool) -> bool:
        if word.bare not in TITLES or not (word.capital or small) or word.text == "SIR":
            return False
        return word.bare not in _CAPITALS or word.text.isupper() or word.text == "Ms" or small

    def _may_follow(self, title: str, words: tuple[Word, ...]) -> bool:
        """Say whether words can be the name behind a title that is an ordinary word, too."""
        first = words[0]
        if first.bare in {"justice", *_NO_PRODUCT} or (title in _WEAK and first.bare in _NOT_NAMED):
            return False
        return len(words) > 1 or not (first.bare in ORGANISATION and self._goes_on(first))

    def _goes_on(self, word: Word) -> bool:
        index = self.sheet.index_at(word.start)
        return self.sheet.gap(index) == " " and self.sheet.words[index + 1].capital

    def listed(self, start: int, end: int) -> Iterator[Name]:
        """Read the names of a list between two places: "A Smith; Jones, Bob and Carol Hill (HR)"."""
        for piece in re.finditer(r"(?:(?! and )[^;,/&|])+", self.sheet.text[start:end]):
            begin = start + piece.start()
            begin += 5 if piece.group().startswith(" and ") else 0
            words = [word for word in self.sheet.between(begin, start + piece.end())]
            if (
                words
                and (found := self.at(words[0].start, end=start + piece.end()))
                and (found.titled or " " in self.sheet.text[found.start : found.end] or found.parts[0] in GIVEN_NAMES)
            ):
                yield found


def titles(finders: NameFinders) -> Iterator[Name]:
    """A title and a name, anywhere; a rank and a collar number."""
    for index, word in enumerate(finders.sheet.words):
        small = word.text in {"mr", "mrs", "ms", "miss", "dr"} and _follows_small(
            finders.sheet, index
        )
        if word.bare in TITLES and (word.capital or small):
            titled = finders.titled(index, small=small, most=1)
            if titled:
                yield titled
    for found in _NUMBER_ALONE.finditer(finders.sheet.text):
        if found.group().split()[0].lower() in NUMBERED or " " in found.group():
            yield Name(found.start(), found.end(), (found.group().lower(),), titled=True)


def _follows_small(sheet: Sheet, index: int) -> bool:
    """Say whether a name in small letters can stand behind a title in small letters."""
    if index + 1 >= len(sheet.words) or sheet.gap(index) not in (" ", ". "):
        return False
    word = sheet.words[index + 1]
    return not word.capital and word.bare not in _NOT_NAMED and len(word.text) > 2


def salutations(finders: NameFinders) -> Iterator[Name]:
    """ "Dear Jane Smith,", "Hi Tom and Priya"."""
    for line in finders.sheet.lines:
        opened = SALUTATION.match(line.text)
        if opened:
            yield from _addressed(finders, line, line.start + opened.end())
        elif line.text.endswith((",", " -")) and len(line.words) <= 3 and line.words:
            first = line.words[0]
            if first.bare in GIVEN_NAMES and all(word.capital for word in line.words):
                found = finders.at(first.start, end=line.end)
                if found:
                    yield found


def _addressed(finders: NameFinders, line: Line, place: int) -> Iterator[Name]:
    """Read the names behind "Dear"."""
    words = finders.sheet.between(place, line.end)
    at, first = 0, True
    while at < len(words) and at < 10:
        ends = {line.end, *(line.start + sign for sign in (line.text.find(","),) if sign > 0)}
        if line.text[place - line.start :].startswith(",") and not words[at].capital:
            return
        small = not words[at].capital and (
            words[at].bare in TITLES or words[-1].end + 1 >= min(ends) - 1
        )
        found = finders.at(words[at].start, small=small, firm=False)
        if found is None or (not found.titled and _no_person(words[at:], found)):
            return
        yield found
        at = next(
            (number for number, word in enumerate(words) if word.start >= found.end), len(words)
        )
        gap = finders.sheet.text[found.end : words[at].start] if at < len(words) else ""
        if at < len(words) and words[at].bare == "and":
            at += 1
        elif not _AND.match(gap) or gap.strip() in {"", ","}:
            return
        first = False


def _no_person(words: tuple[Word, ...], found: Name) -> bool:
    """Say whether what is addressed goes on as an office: "Dear Northshire Council"."""
    behind = [word for word in words if word.start >= found.end][:3]
    inside = [word for word in words if word.start < found.end]
    if any(word.bare in _NOT_NAMED for word in inside if word.bare not in GIVEN_NAMES):
        return True
    return bool(behind) and behind[0].capital and behind[0].bare in ORGANISATION | JOBS


def closings(finders: NameFinders) -> Iterator[Name]:
    """What stands below "Yours sincerely", or behind it."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        closed = CLOSING.match(line.text)
        if closed is None or len(line.text) > 80:
            continue
        rest = line.text[closed.end() :].strip(" ,.-")
        if rest:
            place = line.start + line.text.index(rest, closed.end())
            if len(rest.split()) <= 4 and (found := _signed(finders, place, line.end, sure=False)):
                yield found
            continue
        yield from _below(finders, number + 1)


def _below(finders: NameFinders, number: int) -> Iterator[Name]:
    """Read the name in the lines of a signature."""
    seen = 0
    for line in finders.sheet.lines[number : number + 9]:
        if (
            line.blank
            or not line.words
            or re.match(r"\W*(?:signature|sent from|signed|pp)\W*$", line.text, re.IGNORECASE)
        ):
            continue
        if SALUTATION.match(line.text) or _HEADER.match(line.text):
            return
        if line.text.startswith("["):
            return
        seen += 1
        found = _signed(finders, line.words[0].start, line.end, sure=seen == 1)
        if found:
            yield found
            return
        if seen == 4:
            return


def _signed(finders: NameFinders, place: int, end: int, *, sure: bool) -> Name | None:
    """Read a signature at a place: a line that is a name, perhaps with a post or letters behind."""
    line = finders.sheet.lines[finders.sheet.line_at(place)]
    head = re.split(r",| - |\(|\||/|<|\d", finders.sheet.text[place:end], maxsplit=1)[0]
    words = finders.sheet.between(place, place + len(head))
    if not words or len(words) > 5 or (not sure and re.search(r"\d", line.text)):
        return None
    if words[0].bare in TITLES and (
        titled := finders.titled(finders.sheet.index_at(place), small=True)
    ):
        return titled
    if any(word.bare in _NOT_NAMED and not _surname(word, words) for word in words):
        return None
    small = (
        sure
        and all(not word.capital for word in words)
        and len(words) <= 3
        and len(line.words) <= 5
    )
    capital = all(word.capital or word.text.lower() in PARTICLES for word in words)
    sure = sure or (len(words) == 1 and not finders.sheet.ordinary(words[0]) and place > line.start)
    if not (small or capital) or (not sure and len(words) < 2 and words[0].bare not in GIVEN_NAMES):
        return None
    if any(own in finders.sheet.text[place:end].lower() for own in finders.blocks.own_names):
        return None
    read = finders.reader.read(finders.sheet.index_at(place), small=small, firm=not sure)
    return name_of(read[1] if read and read[1][-1].end <= place + len(head) + 1 else words)


def _surname(word: Word, words: tuple[Word, ...]) -> bool:
    """Say whether a word of an office can be a surname here: behind a given name or an initial."""
    return (
        word is words[-1]
        and len(words) == 2
        and word.bare in ORDINARY | {"church", "parish", "west"}
        and (words[0].bare in GIVEN_NAMES or words[0].initial)
    )


def headers(finders: NameFinders) -> Iterator[Name]:
    """From, To and Cc lines; the name before an address; "On Monday Jane Smith wrote:"."""
    sheet = finders.sheet
    for line in sheet.lines:
        header = _HEADER.match(line.text)
        if header:
            yield from _header(finders, line.start + header.end(), line.end)
    for pattern in (_ADDRESS, _WROTE):
        for found in pattern.finditer(sheet.text):
            yield from _last_name(finders, max(0, found.start() - _NAME_REACH), found.start())
    for user in _USER.finditer(sheet.text):
        yield Name(*user.span(1), tuple(re.split(r"[_-]", user.group(1))))
    for sent in _SENT_AT.finditer(sheet.text):
        named = finders.at(sent.end(), least=2)
        if named and not any(part in ORDINARY for part in named.parts):
            yield named


def _header(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the names of a header's value, one between each two semicolons."""
    for piece in re.finditer(r"[^;]+", finders.sheet.text[start:end]):
        shown = piece.group().lstrip(" ")
        yield from _entry(finders, start + piece.end() - len(shown), start + piece.end())


def _entry(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the name of one entry of a header; "Smith, Jane" is one."""
    turned = re.match(
        r"\"?([A-Z][\w' -]{1,30}), ([A-Z][\w' -]{1,30}?)\"?(?= ?[<(;\[.]|$)",
        finders.sheet.text[start:end],
    )
    if turned and len(turned.group(1).split()) <= 2 and len(turned.group(2).split()) <= 2:
        words = finders.sheet.between(start, start + turned.end())
        if not any(word.bare in _NOT_NAMED for word in words):
            parts = tuple(word.bare for word in words if word.start >= start + turned.start(2))
            surname = tuple(word.bare for word in words if word.start < start + turned.end(1))
            yield Name(words[0].start, words[-1].end, parts + surname)
            return
    yield from finders.listed(start, end)


def _last_name(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the name that a stretch ends with."""
    words = finders.sheet.between(start, end)
    first = len(words)
    while first and len(words) - first < 5:
        word = words[first - 1]
        known = word.capital and (word.bare not in _NOT_NAMED or word.bare in TITLES)
        if not (known or word.text.lower() in PARTICLES) or word.text in {
            "AM",
            "PM",
            "GMT",
            "BST",
            "UTC",
        }:
            break
        if first < len(words) and "\n" in finders.sheet.text[word.end : words[first].start].strip(
            " "
        ):
            break
        first -= 1
    if (
        first
        and first < len(words)
        and words[first - 1].bare in ORGANISATION
        and words[first - 1].capital
    ):
        return
    if (
        first < len(words)
        and words[-1].end >= end - 3
        and not (first == len(words) - 1 and words[first].text.isupper())
        and (found := finders.at(words[first].start))
    ):
        yield found


def labels(finders: NameFinders) -> Iterator[Name]:
    """ "Case officer: Jane Smith", "Attendees: ..."."""
    for label in _LABELS.finditer(finders.sheet.text):
        line = finders.sheet.lines[finders.sheet.line_at(label.end())]
        end = max(line.end, label.end())
        other = re.search(
            r" {8,}|\t| \| |\b[A-Z][\w ]{2,20}:",
            finders.sheet.text[label.end() : min(end, label.end() + 300)],
        )
        stop = label.end() + other.start() if other else min(end, label.end() + 300)
        yield from _entry(finders, label.end(), stop)


def said(finders: NameFinders) -> Iterator[Name]:
    """What the words before say: "my name is", "on behalf of", "the complainant"."""
    for cue in _STRONG.finditer(finders.sheet.text):
        index = finders.sheet.index_at(cue.end())
        if index >= len(finders.sheet.words):
            return
        word = finders.sheet.words[index]
        own = (
            cue.group().lower().startswith(("my name", "my full name"))
            or "name" in cue.group().lower()
        )
        small = own and not word.capital and word.bare not in _NOT_NAMED
        found = finders.at(cue.end(), small=small and word.bare in GIVEN_NAMES)
        heading = cue.group().lstrip().split()[-1][:1].isupper()
        if found and (
            found.titled
            or word.bare in GIVEN_NAMES
            or not (heading or finders.sheet.ordinary(word))
        ):
            yield found


def likely(finders: NameFinders) -> Iterator[Name]:
    """A given name and a surname; an initial and a surname after a word that leads to a person."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare not in GIVEN_NAMES:
            continue
        found = finders.reader.read(index, most=4)
        if found is None or len(found[1]) < 2:
            continue
        last = found[1][-1]
        if word.bare in ORDINARY and sheet.ordinary(last):
            continue
        if last.bare not in ORDINARY and sheet.ordinary(last):
            continue
        if _of_a_place(sheet, index):
            continue
        yield name_of(found[1])
    for cue in _LIKELY.finditer(sheet.text):
        index = sheet.index_at(cue.end())
        if (
            index < len(sheet.words)
            and sheet.words[index].initial
            and sheet.words[index].text not in "AI"
        ):
            found = finders.reader.read(index, most=4)
            if found and not sheet.ordinary(found[1][-1]):
                yield name_of(found[1])


def _of_a_place(sheet: Sheet, index: int) -> bool:
    """Say whether a word with a capital stands before that no person's post ends with."""
    if not index or sheet.gap(index - 1) != " ":
        return False
    before = sheet.words[index - 1]
    return before.capital and before.bare in _BEFORE_A_PLACE


def alone(finders: NameFinders) -> Iterator[Name]:
    """A given name by itself: no word of the language, and nothing with a capital beside it."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if word.capital and sheet.gap(index) == " " and (
            _speaks(sheet, index) or _with_another(sheet, index)
        ):
            yield name_of((word,))
        if (
            not word.capital
            or word.text.isupper()
            or word.bare not in GIVEN_NAMES
            or word.bare in PARTICLES
        ):
            continue
        if _capital_beside(sheet, index):
            continue
        if sheet.ordinary(word) or word.bare in MONTHS:
            named = _in_a_row(sheet, index)
        else:
            named = not sheet.opens(word) or _does(sheet, index + 1) or _in_a_row(sheet, index)
        if named:
            yield name_of((word,))


def _speaks(sheet: Sheet, index: int) -> bool:
    """Say whether an unknown word does what only a person does: "Del says"."""
    if index + 1 >= len(sheet.words) or sheet.words[index + 1].text not in _SPEAKS:
        return False
    word = sheet.words[index]
    alone = not index or not (sheet.gap(index - 1) == " " and sheet.words[index - 1].capital)
    return alone and not word.text.isupper() and _unknown(sheet, word)


def _with_another(sheet: Sheet, index: int) -> bool:
    """Say whether an unknown word in a sentence is joined to a given name: "Zahida and Imran"."""
    if index + 2 >= len(sheet.words) or sheet.words[index + 1].text != "and":
        return False
    word, other = sheet.words[index], sheet.words[index + 2]
    alone = not index or not (sheet.gap(index - 1) == " " and sheet.words[index - 1].capital)
    return alone and _is_given(other) and not sheet.opens(word) and _unknown(sheet, word)


def _capital_beside(sheet: Sheet, index: int) -> bool:
    """Say whether a word is joined to another with a capital letter, as in the name of a place."""
    words = sheet.words
    before = (
        index > 0 and sheet.gap(index - 1) in (" ", "-", "/", "\n") and words[index - 1].capital
    )
    behind = (
        index + 1 < len(words)
        and sheet.gap(index) in (" ", "-", "/", " & ")
        and words[index + 1].capital
        and not (sheet.gap(index) == " & " and words[index + 1].bare in GIVEN_NAMES)
    )
    figures = sheet.text[words[index].end : words[index].end + 2].strip(" ")[:1].isdigit()
    return (before and not sheet.opens(words[index - 1])) or behind or figures


def initials(finders: NameFinders) -> Iterator[Name]:
    """Initials and a surname: "I. Tudor-Hughes", "J. S. Bhullar"."""
    sheet = finders.sheet
    for found in _INITIALS.finditer(sheet.text):
        words = sheet.between(found.start(), found.end())
        last = words[-1] if words else None
        if last is None or last.bare in _NOT_NAMED or _of_a_list(sheet, words[0]) or (sheet.ordinary(last) and len(words) < 3):
            continue
        line = sheet.lines[sheet.line_at(found.start())]
        whole = len(line.words) <= len(words) + 1
        if whole or len(words) > 2 or not sheet.opens(words[0]):
            yield name_of(words)


def _of_a_list(sheet: Sheet, word: Word) -> bool:
    """Say whether a letter numbers something: "Annex A. Correspondence"."""
    at = sheet.index_at(word.start)
    return at > 0 and sheet.words[at - 1].bare in {"annex", "appendix", "part", "schedule", "tab", "item", "section"}


def surname_first(finders: NameFinders) -> Iterator[Name]:
    """ "ABARA Ngozi", "SMITH, Jane", two columns of a table, "Hargreaves, T."."""
    sheet = finders.sheet
    for index in range(len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        gap = sheet.gap(index) or ""
        if not (one.capital and other.capital) or one.bare in _NOT_NAMED or len(one.text) < 3:
            continue
        if one.text.isupper() and re.fullmatch(r",? {0,20}", gap) and not other.text.isupper():
            if _is_forename(sheet, index, gap):
                yield from _turned(finders, index)
        elif other.initial and gap == ", " and sheet.text[other.end : other.end + 1] == ".":
            if not sheet.ordinary(one) and one.bare not in GIVEN_NAMES:
                yield Name(one.start, other.end, (other.bare, one.bare))


def _is_forename(sheet: Sheet, index: int, gap: str) -> bool:
    """Say whether the word behind a surname in capitals is a given name."""
    one, other = sheet.words[index], sheet.words[index + 1]
    if one.bare in _BEFORE_A_PLACE or other.bare in _NOT_NAMED or (len(one.text) < 4 and gap == " "):
        return False
    if other.bare in GIVEN_NAMES:
        return True
    column = len(gap) > 1 or sheet.text[max(0, one.start - 1) : one.start] in ("", "\n")
    return column and _unknown(sheet, one) and not sheet.ordinary(other)


def _turned(finders: NameFinders, index: int) -> Iterator[Name]:
    """Read given names behind the surname with number `index`, and a particle before it."""
    words = finders.sheet.words
    one = words[index]
    further = finders.reader.read(index + 1, most=3, firm=False)
    given = further[1] if further else (words[index + 1],)
    led = index and words[index - 1].text in PARTICLES and finders.sheet.gap(index - 1) == " "
    start = words[index - 1].start if led else one.start
    yield Name(start, given[-1].name_end, (*(word.bare for word in given), one.bare))


def by_themselves(finders: NameFinders) -> Iterator[Name]:
    """A line that is a name and nothing else: a signature without a closing, a greeting."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        if not line.words:
            continue
        above = number == 0 or lines[number - 1].blank
        below = number + 1 == len(lines) or lines[number + 1].blank or not lines[number + 1].words
        if below and (ended := _TRAILING.search(line.text)):
            yield from _trailing(finders, line, ended)
        if len(line.words) > 5 or len(line.text) > 50:
            continue
        if above and not line.text.isascii() and _other_script(line.text):
            yield Name(line.start, line.end, (line.text,))
        elif _FOR_ANOTHER.match(line.text):
            place = line.start + _FOR_ANOTHER.match(line.text).end()  # type: ignore[union-attr]  # just matched
            if (named := finders.at(place, least=2)) and not _all_ordinary(finders.sheet, named):
                yield named
        elif (
            above
            and below
            and _ONLY_INITIALS.match(line.text)
            and number > 2
            and len(line.text) < 12
        ):
            yield Name(line.words[0].start, line.words[-1].end, (line.text.lower(),))
        elif not above and below and _ends_a_message(lines, number):
            yield from _short_signature(finders, line)
        elif above and number > finders.blocks.head and _WHERE.match(lines[min(number + 1, len(lines) - 1)].text):
            yield from _whole_line(finders, line, posted=True, least=1)
        elif above and (below or _is_job(lines[number + 1])):
            yield from _whole_line(finders, line, posted=not below)


def _trailing(finders: NameFinders, line: Line, ended: re.Match[str]) -> Iterator[Name]:
    """Read a name or initials behind the last sentence of a paragraph."""
    words = finders.sheet.between(line.start + ended.start(1), line.end)
    if not words or any(word.bare in _NOT_NAMED for word in words):
        return
    short = bool(_ONLY_INITIALS.match(ended.group(1)))
    if short or not any(map(finders.sheet.ordinary, words)):
        yield Name(words[0].start, words[-1].end, tuple(word.bare for word in words))


def _ends_a_message(lines: Sequence[Line], number: int) -> bool:
    """Say whether a short line stands below the last sentence of a message."""
    return lines[number - 1].text.endswith((".", "?", "!", ")", '"')) and len(lines[number].words) < 3


def _short_signature(finders: NameFinders, line: Line) -> Iterator[Name]:
    """Read a given name or an initial that a message ends with."""
    words = line.words
    if re.search(r"[^\w\s.'-]|\d", line.text) or any(word.bare in _NOT_NAMED for word in words):
        return
    short = _ONLY_INITIALS.match(line.text)
    if short or (
        all(word.capital for word in words)
        and (words[0].bare in GIVEN_NAMES or not any(map(finders.sheet.ordinary, words)))
    ):
        yield Name(words[0].start, words[-1].end, tuple(word.bare for word in words))


def _is_job(line: Line) -> bool:
    return len(line.words) <= 8 and any(word.bare in JOBS for word in line.words)


def _other_script(text: str) -> bool:
    """Say whether a short line has letters of another script and no others."""
    return 1 < len(text) < 30 and all(sign.isspace() or ord(sign) > 0x36F and sign.isalpha() for sign in text)  # noqa: PLR2004  # behind Latin letters


def _all_ordinary(sheet: Sheet, name: Name) -> bool:
    return all(sheet.ordinary(word) for word in sheet.between(name.start, name.end))


def _whole_line(finders: NameFinders, line: Line, *, posted: bool, least: int = 2) -> Iterator[Name]:
    """Read a line that is a name; `posted` if the next line is somebody's post."""
    sheet, first = finders.sheet, line.words[0]
    if (
        re.search(r"[^\w\s.,'-]|\d", line.text)
        or SALUTATION.match(line.text)
        or CLOSING.match(line.text)
    ):
        return
    if any(word.bare in _NOT_NAMED for word in line.words) or finders.blocks.office(line):
        return
    if not all(word.capital or word.text in PARTICLES for word in line.words) or line.text.endswith(
        "."
    ):
        return
    if re.fullmatch("[IVX]+", line.words[-1].text):
        return
    known = first.bare in GIVEN_NAMES
    likely_one = known or (
        posted and len(line.words) >= least and not any(map(sheet.ordinary, line.words))
    )
    if likely_one and line.words[-1].bare not in AFTER_A_NAME:
        yield name_of(line.words)


def _in_a_row(sheet: Sheet, index: int) -> bool:
    """Say whether a given name stands in a row with another: "Priya, Sam and Lee"."""
    words = sheet.words
    for other, gap in (
        (index - 1, sheet.gap(index - 1) if index else None),
        (index + 1, sheet.gap(index)),
    ):
        if 0 <= other < len(words) and gap == ", " and _is_given(words[other]):
            return True
    for joining, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if 0 <= other < len(words) and words[joining].bare == "and" and _is_given(words[other]):
            return True
    return False


def _is_given(word: Word) -> bool:
    return word.capital and word.bare in GIVEN_NAMES and word.bare not in ORDINARY


def posts(finders: NameFinders) -> Iterator[Name]:
    """Two words with capitals beside a post: "Ifeoma Adeyemi, Head of Legal Services"."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare in _NOT_NAMED or (index and sheet.gap(index - 1) == " " and
                                                          sheet.words[index - 1].capital and
                                                          sheet.words[index - 1].bare not in _NOT_NAMED):  # fmt: skip
            continue
        found = finders.reader.read(index, most=4)
        if found is None or len(found[1]) < 2 or any(sheet.ordinary(each) for each in found[1]):
            continue
        if _has_post(sheet, found[0]) or _does(sheet, found[0]):
            yield name_of(found[1])


def _has_post(sheet: Sheet, at: int) -> bool:
    """Say whether a post stands behind the word before number `at`."""
    end = sheet.words[at - 1].end
    joined = _POST_BEHIND.match(sheet.text, end)
    if joined is None:
        return False
    following = sheet.between(joined.end(), joined.end() + 40)[:4]
    capital = [word for word in following if word.bare in JOBS]
    return bool(capital) and (following[0].capital or following[0].bare in JOBS)


def _does(sheet: Sheet, at: int) -> bool:
    """Say whether what stands before number `at` does what only people do."""
    return at < len(sheet.words) and sheet.gap(at - 1) == " " and sheet.words[at].text in _DID


def in_a_sentence(finders: NameFinders) -> Iterator[Name]:
    """Two words with capitals in a sentence that are no words of the language, of a firm or place."""
    sheet = finders.sheet
    for index in range(1, len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        if not (one.capital and other.capital) or sheet.gap(index) != " " or _begins(sheet, one):
            continue
        if one.text.isupper() or other.text.isupper() or sheet.words[index - 1].capital:
            continue
        if not _unknown(sheet, one) or not _unknown(sheet, other):
            continue
        before = sheet.words[index - 1].text
        if before in _BEFORE_PLACES or sheet.gap(index - 1) not in (
            " ",
            ", ",
            "; ",
            " (",
            ": ",
            "\n",
        ):
            continue
        found = finders.reader.read(index, most=3)
        behind = sheet.text[other.end : other.end + 1]
        if (
            found
            and len(found[1]) >= 2
            and found[1][-1].bare not in AFTER_A_NAME
            and behind not in "-/&"
        ):
            yield name_of(found[1])


def _begins(sheet: Sheet, word: Word) -> bool:
    """Say whether a word begins a sentence or a line."""
    before = sheet.text[max(0, word.start - 3) : word.start].rstrip(' ("')
    return not before or before[-1] in ".!?\u2022*|" or before.endswith("\n\n")


def _unknown(sheet: Sheet, word: Word) -> bool:
    """Say whether a word can only be a name's: not of the language, of a post, a place or a firm."""
    if (
        word.bare in _NOT_NAMED
        or word.bare in AFTER_A_NAME
        or word.bare in _OF_PLACES
        or word.bare in TITLES
    ):
        return False
    return len(word.text) > 2 and not sheet.ordinary(word)


def spelt_in_addresses(finders: NameFinders) -> Iterator[Name]:
    """The names that e-mail addresses of this letter spell: jane.smith@, j.smith@."""
    sheet = finders.sheet
    spelt = {
        names
        for start, end in found_addresses(sheet)
        if is_personal(sheet.text[start:end].lower()) and (names := names_in(sheet.text[start:end]))
    }
    firsts = {(first[0], last) for first, last in spelt}
    for index in range(len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        if not (one.capital and other.capital) or sheet.gap(index) not in (" ", ". "):
            continue
        if (one.bare[0], other.bare) in firsts and one.bare not in _NOT_NAMED - {"will"}:
            yield name_of((one, other))


FINDERS: tuple[Callable[[NameFinders], Iterator[Name]], ...] = (
    titles,
    salutations,
    closings,
    headers,
    labels,
    said,
    likely,
    alone,
    initials,
    surname_first,
    by_themselves,
    in_a_sentence,
    posts,
    spelt_in_addresses,
)
