"""Whose a stretch of a letter is, a person's or an office's."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_kinds import Known
from assistant.domain.library.masking_sheet import Line, Sheet, bare
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    JOBS,
    NOBODY,
    ORGANISATION,
    PARTICLES,
    PLAIN,
    TITLES,
)

# Words of an office, as they stand in letterheads; those that streets are called after as well
# ("Castle Street") count only where no street is named.
OFFICE = re.compile(
    r"\b(?:councils?|police|constabulary|headquarters|hq|hospital|infirmary|nhs|trust"
    r"|universit(?:y|ies)"
    r"|college|schools?|academy|department|directorate|offices?|team|unit|services?"
    r"|authority|ministry"
    r"|agency|commission(?:er(?:'s)?)?|board|heddlu|cyngor|ysgol|uned|swyddfa"
    r"|pencadlys|neuadd y sir|rescue|ltd|limited|plc|llp|cic|partnership|governance"
    r"|civic|town hall"
    r"|county hall|city hall|shire hall|guildhall|council house|(?:police|fire"
    r"|ambulance|railway|bus|power) station|surgery|library|museum|solicitors"
    r"|tribunals?|(?:crown|county|magistrates'?|high) court|courts?,? and tribunals?|po box"
    r"|p\.o\. box|prison|hmp|society|association|charity|foundation|company|committee"
    r"|clinic|practice"
    r"|hotel|stadium|depot|leisure|community|information|freedom|compliance|disclosure"
    r"|legal|records"
    r"|section|division|institute|federation|institution|bureau|ombudsman|parliament|centre|campus"
    r"|registry|level \d+|car ?parks?|business park|industrial|foi|solutions|group"
    r"|care home|kennels|pharmacy|garage|restaurant|supermarket|options)\b",
    re.IGNORECASE,
)
# Parts of a building that name nobody's home.
BUILDING = re.compile(
    r"\b(?:po box|p\.o\. box|civic|headquarters|hq|town hall|county hall|city hall"
    r"|shire hall|guildhall"
    r"|council (?:house|offices?)|(?:police|fire|ambulance|railway|bus|power) station"
    r"|hospital|centre|floor|level \d+|car ?parks?"
    r"|business park|industrial estate|offices?|campus|university|college|school"
    r"|academy|depot|surgery"
    r"|library|museum|hmp|stadium|infirmary|clinic|police)\b",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|morning|afternoon|evening"
    r"|f\.?a\.?o\.?:?|attn\.?:?|annwyl)\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:yours? (?:very )?(?:sincerely|faithfully|truly|ever|respectfully)|(?:yours"
    r"|sincerely|faithfully)"
    r"|(?:(?:with|many|and|my|all|very|kind|kindest|best|warm|warmest|good|thanks"
    r"|regards|thank you|&) ){0,5}"
    r"(?:regards|wishes|thanks|thank you|thankyou|rgds|respect)(?: and (?:kind |best"
    r" )?(?:regards|wishes))?"
    r"|all the best|best|is mise(?: le meas)?|le meas|(?:leis |le )?gach dea-ghu[ií]"
    r"|le dea-mh[eé]in"
    r"|gyda(?:'r)? (?:diolch|dymuniadau gorau)|dymuniadau gorau|diolch(?: yn fawr)?"
    r"|sincerely yours|yours in (?:anticipation|hope)|yours hopefully|in anticipation|warmly"
    r"|take care|in solidarity|speak soon|kr|bw|thx|tx|thank youu+|your's|cheers|ta|thanks in"
    r" advance|many thanks in advance|respectfully(?: yours)?"
    r"|thank(?:s| you)(?: (?:very much|again|in advance|in anticipation))?|yn gywir"
    r"|cofion(?: gorau)?|"
    r"(?:electronically |digitally )?signed(?: by)?:?)(?=[\s,.!]|$)[,.!]*",
    re.IGNORECASE,
)
LABEL = re.compile(r"[A-Za-z][A-Za-z /'.-]{0,30}:")
_ASKING = re.compile(
    r"\b(?:please (?:can|could|would|send|provide|supply|tell|let)|(?:can|could) you"
    r"|i (?:would like|want|request|ask|am writing to (?:ask|request)|should be (?:glad|grateful))"
    r"|under (?:the )?(?:foi|freedom of information)|we act for|our client|subject access request)",
    re.IGNORECASE,
)
_TO_A_MAILBOX = re.compile(
    r"^To ?: .{0,60}\b(?:foi\w*|freedom\w*|info\w*|requests?|eir)[\w.-]*@",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERING = re.compile(
    r"\b(?:you (?:asked|requested)|we (?:have )?received your|(?:in )?response to your"
    r"|thank you for your (?:request|letter|e-?mail)|we (?:do )?(?:not )?hold"
    r"|your right to complain"
    r"|internal review of this)",
    re.IGNORECASE,
)
_TOP = 40
_LONGEST_NAME = 6
# Of longer lines so much is read.
_LONGEST_LINE, _WORDS = 200, 30
_REACH = 10
_LONGEST_OF_A_SIGNATURE = 80
# "N. Ferrante" and "Rosa Lind" are a person's line in a signature.
_SIGNED = re.compile(r"(?:[A-Z]\.? ?|[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+")


@dataclass(frozen=True, slots=True)
class _Owner:
    office: bool
    person: bool


class Blocks:
    """The lines of a letter, told apart: which name a person, which an office."""

    def __init__(self, sheet: Sheet, known: Known) -> None:
        self.sheet = sheet
        self._own = [re.compile(re.escape(name), re.IGNORECASE) for name in known.authority if name]
        self.own_names = [name.lower() for name in known.authority if name]
        self.own_words = frozenset(
            word.bare for name in known.authority for word in Sheet(name).words
        )
        self._people = [name.lower() for name in known.people if name]

    @cached_property
    def head(self) -> int:
        """The number of the first salutation's line: what stands above is letterhead."""
        for number, line in enumerate(self.sheet.lines[:_TOP]):
            if SALUTATION.match(line.text):
                return number
        return 0

    @cached_property
    def to_office(self) -> bool:
        """Whether the letter is written to an office, and so by a requester."""
        if not self.head and not SALUTATION.match(self.sheet.lines[0].text):
            return True
        line = self.sheet.lines[self.head]
        if any(word.bare in TITLES and word.bare not in {"sir", "madam"} for word in line.words):
            return False
        told = any(own in line.text.lower() for own in self.own_names)
        return (
            told
            or bool(OFFICE.search(line.text))
            or any(word.bare in NOBODY for word in line.words)
        )

    @cached_property
    def asks(self) -> bool:
        """Whether a requester writes: to an office, with what one asks and not what one answers."""
        text = self.sheet.text
        asked = self.to_office and _ASKING.search(text)
        return bool(asked or _TO_A_MAILBOX.search(text)) and not _ANSWERING.search(text)

    @cached_property
    def letterhead(self) -> bool:
        """Whether an office's letterhead stands above, so that what is written there is its own."""
        lines = self.sheet.lines[: self.head]
        return not self.to_office and any(self.office(line) for line in lines)

    def office(self, line: Line) -> bool:
        """Say whether a line names an office or a post in one."""
        shown = line.text[:_LONGEST_LINE]
        if any(own.search(shown) for own in self._own):
            return True
        return bool(OFFICE.search(shown)) or any(word.bare in JOBS for word in line.words[:_WORDS])

    def person(self, line: Line) -> bool:
        """Say whether a line is a person's name, perhaps with a label before or a post behind."""
        text = LABEL.sub("", line.text[:_LONGEST_LINE], count=1).strip()
        if any(name in text.lower() for name in self._people):
            return True
        return looks_like_person(
            re.split(r",| - |\(|\||\d| [/\u00b7\u2022] ", text, maxsplit=1)[0].strip()
        )

    def signed(self, number: int) -> bool:
        """Say whether a line stands in a signature: a closing and a person's name above it."""
        lines = self.sheet.lines
        person = False
        for above in range(number - 1, max(-1, number - _REACH), -1):
            line = lines[above]
            if CLOSING.fullmatch(line.text):
                return person
            if SALUTATION.match(line.text) or len(line.text) > _LONGEST_OF_A_SIGNATURE:
                return False
            person = person or self.person(line) or bool(_SIGNED.fullmatch(line.text))
        return False

    def owner(self, number: int, *, itself: bool = False) -> _Owner:
        """Say whose the block is that a line stands in, by the nearest line above that tells."""
        lines = self.sheet.lines
        first = number if itself else number - 1
        for above in range(first, max(-1, number - _REACH), -1):
            line = lines[above]
            if line.blank or SALUTATION.match(line.text):
                break
            if CLOSING.fullmatch(line.text):
                break
            if self.person(line):
                return _Owner(office=False, person=True)
            if self.office(line):
                return _Owner(office=True, person=False)
        return _Owner(office=False, person=False)


@lru_cache(maxsize=4096)
def looks_like_person(text: str) -> bool:
    """Say whether a short text is nothing but a person's name: with a title, or a given name.

    "J Smith" and "A. Okafor" are; "Rose Cottage" and "Market Square" are not.
    """
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text)
    if not 1 < len(words) <= _LONGEST_NAME or re.sub(r"[\w\s.'&-]", "", text):
        return False
    lower = [bare(word) for word in words]
    if lower[0] in TITLES and lower[1] not in ORGANISATION | PLAIN | JOBS:
        return all(word[0].isupper() or word in PARTICLES | {"and"} for word in words[1:])
    if (
        any(word in ORGANISATION | PLAIN | JOBS | NOBODY for word in lower)
        or lower[-1] in AFTER_A_NAME
    ):
        return False
    if not all(word[0].isupper() or word in PARTICLES for word in words):
        return False
    return lower[0] in GIVEN_NAMES or (len(words[0]) == 1 and len(words[-1]) > 1)
