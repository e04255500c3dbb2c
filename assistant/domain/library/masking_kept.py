"""What looks like personal data and stays: Acts, case law, judges, the Commissioner, the authority.

Section 8 of FOIA and the Commissioner's section 45 code have letters cite all of these; a precedent
without them is worth nothing.
"""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_kinds import Known
from assistant.domain.library.masking_namesakes import CAPITALS
from assistant.domain.library.masking_sheet import Places, Sheet, Word
from assistant.domain.library.masking_words import (
    JOBS,
    ORDINARY,
    ORGANISATION,
    PLAIN,
    TITLES,
    words,
)

Stretch = tuple[int, int]

_ENACTMENTS = words("act acts regulations order rules bill directive convention")
_JOINS = words(
    """
    of and the in at for to on by with from etc a ex parte re
    """
)
# What stands in a post's name, and behind a name that has one.
_OF_A_POST = (
    ORGANISATION | PLAIN | JOBS | TITLES | words("mp msp ms am rt hon minister opposition wales")
)
_MOST_BACK = 12
_VERSUS = re.compile(r" (?:v|vs|V)\.? (?=[(A-Z])")
_PARTY_GAP = re.compile(r"(?: |, | & | \(|\) |\. |\.)\Z")
_NOT_A_PARTY = words("in see also and case the per following that dear")
_MOST_OF_A_PARTY = 9
# Whose letter it is may be a party: that case leads to the requester, and is no case law here.
_DEAR = re.compile(r"dear\b", re.IGNORECASE)
_LAW_REPORT = re.compile(
    r"\[(?:19|20)\d\d\] (?:UK|EW|AC|QB|KB|WLR|All ER|CS|NI)|\bE[AW]?/20\d\d/\d+"
)
_NAMES = r"(?:[A-Z][\w'-]*\.? ?){1,4}"
# Judges are named as the law names them; their titles before or behind the name.
_JUDGES = re.compile(
    rf"\b(?:(?:Mr|Mrs|Ms|Miss|Lord|Lady|Sir|Dame)\s(?:Chief )?Justice {_NAMES}"
    rf"|(?:(?:Upper|First-tier|First-Tier) )?(?:Tribunal |District |Circuit |High Court"
    rf" )?Judge {_NAMES}|(?:HHJ|His Honour|Her Honour) {_NAMES}"
    rf"|(?!Mr|Mrs|Ms|Dr|Miss|Dear)[A-Z][a-z'-]{{2,30}} (?:LJ|JSC|LCJ|MR|J)\b(?! ?[A-Za-z.]))"
)
_LORDS = re.compile(r"\b(?:Lord|Lady|Baroness) [A-Z][\w'-]*(?: of [A-Z][\w'-]*)?")
_OFFICE_OF_STATE = re.compile(
    r"\b(?:Lord (?:Chancellor|Mayor|Lieutenant|Advocate|President|Speaker)|Attorney General"
    r"|Lady Mayoress|Master of the Rolls|Prime Minister|(?:King|Queen|Pope|Emperor)"
    r" (?:Charles|Elizabeth|[A-Z][a-z]+ [IVX]+)|Prince of Wales)\b(?! (?:Road|Street|Avenue"
    r"|Terrace|Drive|Close|Lane|Crescent))"
)
# The Information Commissioner, the Scottish one, and where letters send people: ICO, "Contact us".
_COMMISSIONERS = re.compile(
    rf"\bInformation Commissioner(?:,| is| was|:)? (?:Mr |Ms )?{_NAMES}"
    rf"|{_NAMES.replace('*', '{0,30}')},? (?:the )?(?:UK |Scottish |former"
    rf" )?Information Commissioner\b"
)
_REGULATORS = re.compile(
    r"Wycliffe House(?:[\s,]{1,6}Water Lane)?(?:[\s,]{1,6}Wilmslow)?(?:[\s,]{1,6}Cheshire)?"
    r"(?:[\s,]{1,6}SK9 ?5AF)?|Water Lane[\s,]{1,6}Wilmslow|SK9 ?5AF"
    r"|Kinburn Castle(?:[\s,]{1,6}Doubledykes Road)?(?:[\s,]{1,6}St\.?"
    r" Andrews)?(?:[\s,]{1,6}Fife)?"
    r"(?:[\s,]{1,6}KY16 ?9DS)?|KY16 ?9DS|(?:(?:\+44 ?(?:\(0\) ?)?|0)303[ -]?123[ -]?1113)"
    r"|01625[ -]?545[ -]?7(?:45|00)|01334[ -]?464[ -]?610",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:https?://|www\.)(?:(?!/user/)[^\s<>\"]){1,500}")
# Those who hold the highest posts are named for what they did in office (section 40 guidance).
_HIGHEST = re.compile(
    r"\b(?:Cabinet Secretary|Chief Executive|Chief Constable"
    r"|Secretary of State(?: for(?: [A-Z][a-z]+|"
    r" and| the){1,6})?"
    r"|Minister(?: of State)?(?: for(?: [A-Z][a-z]+| and| the){1,6})?|Permanent"
    r" Secretary|Prime Minister"
    r"|Leader of the (?:Council|Opposition)|Police and Crime Commissioner|First Minister)[,:]? \(?"
    rf"(?!(?:Mr|Mrs|Ms|Miss|Dr)\b){_NAMES}"
)
_POSTS = (
    r"(?:Secretary of State|Minister|First Minister|Prime Minister|Leader of the (?:Council"
    r"|Opposition)"
    r"|Chief Constable|Chief Executive|Permanent Secretary|Police and Crime Commissioner"
    r"|Chancellor of|Mayor of|Home Secretary|Foreign Secretary)"
)
_HONOURED = r"(?:(?:The )?(?:Rt\.? Hon\.? |Right Honourable ))"
# The same with the post behind, and those whom their title says to hold an office.
_POST_BEHIND = re.compile(
    rf"\b{_HONOURED}?{CAPITALS}(?: \(?(?:MP|MSP|MS|AM|KC|QC|CBE|OBE|PC)\)?){{0,2}},"
    rf" (?:the |our |then |former |now ){{0,2}}{_POSTS}\b"
)
_RIGHT_HONOURABLE = re.compile(rf"\b{_HONOURED}{CAPITALS}")
_PEERS = re.compile(rf"(?<!Dear )\b(?:Lord|Baroness|Baron|Viscount|Earl)(?: of)? {CAPITALS}")
_A_LAW = re.compile(r"\b[A-Z][\w'-]{1,30}'s (?:Law|Rule|Act)\b")
_KEPT = (
    _JUDGES,
    _OFFICE_OF_STATE,
    _COMMISSIONERS,
    _REGULATORS,
    _PAGE,
    _A_LAW,
)
_PUBLIC = (_HIGHEST, _POST_BEHIND, _RIGHT_HONOURABLE, _PEERS)
_SHORTEST_SURNAME = 4


def kept(sheet: Sheet, known: Known) -> Places:
    """Return the stretches of a letter that no name, address or number is masked in."""
    found = [each.span() for pattern in _KEPT for each in pattern.finditer(sheet.text)]
    found += _public(sheet, known)
    cases = list(_cases(sheet))
    if cases or _LAW_REPORT.search(sheet.text):
        found += [each.span() for each in _LORDS.finditer(sheet.text)]
    return Places([*found, *cases, *_acts(sheet), *_own(sheet, known)])


def _public(sheet: Sheet, known: Known) -> Iterator[Stretch]:
    """Find those who hold the highest posts, and every later mention of their surnames.

    Whoever is written to or is known to have asked is masked nevertheless.
    """
    asking = {word.bare for name in known.people for word in Sheet(name).words}
    asking |= {word.bare for line in sheet.lines if _DEAR.match(line.text) for word in line.words}
    surnames: set[str] = set()
    for pattern in _PUBLIC:
        for found in pattern.finditer(sheet.text):
            words = sheet.between(*found.span())
            if asking.isdisjoint(word.bare for word in words):
                yield found.span()
                surnames.update(_surname(words))
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare not in surnames:
            continue
        before = sheet.words[index - 1] if index and sheet.gap(index - 1) == " " else None
        titled = before is not None and before.bare in TITLES
        if before is None or not before.capital or titled:
            yield (before.start if titled and before else word.start), word.end


def _surname(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield the surname of a stretch that names a person and a post."""
    called = [word for word in words if word.capital and word.bare not in _OF_A_POST]
    if called and len(called[-1].bare) >= _SHORTEST_SURNAME and called[-1].bare not in ORDINARY:
        yield called[-1].bare


def _own(sheet: Sheet, known: Known) -> Iterator[Stretch]:
    """Find the authority's own names and postal addresses, in any case, however they are broken."""
    for given in (*known.authority, *(each for each in known.own_addresses if "@" not in each)):
        parts = [re.escape(part) for part in Sheet(given).text.replace(",", " ").split()]
        if parts:
            whole = r"\b" + r"[\s,]{1,8}".join(parts)
            yield from (each.span() for each in re.finditer(whole, sheet.text, re.IGNORECASE))


def _acts(sheet: Sheet) -> Iterator[Stretch]:
    """Find the titles of enactments: the words with capitals up to "Act" or "Order"."""
    for index, word in enumerate(sheet.words):
        if not (word.capital and word.bare in _ENACTMENTS):
            continue
        first = index
        while first and index - first < _MOST_BACK and sheet.gap(first - 1) in (" ", ", ", "\n"):
            before = sheet.words[first - 1]
            if not (before.capital or before.bare in _JOINS):
                break
            first -= 1
        yield sheet.words[first].start, word.end


def _cases(sheet: Sheet) -> Iterator[Stretch]:
    """Find case names: the parties on both sides of "v"."""
    asking = {
        word.bare for line in sheet.lines[:60] if _DEAR.match(line.text) for word in line.words
    }
    for found in _VERSUS.finditer(sheet.text):
        behind = sheet.index_at(found.end())
        if behind >= 2 and sheet.words[behind - 2].bare in asking:  # noqa: PLR2004  # "v" is between
            continue
        first, last = _party(sheet, behind - 2, -1), _party(sheet, behind, 1)
        start = first.start if first and first.end <= found.start() + 1 else found.start()
        yield start, max(found.end(), last.end if last else 0)


def _party(sheet: Sheet, index: int, step: int) -> Word | None:
    """Return the last word of a party that is read from a word on, forwards or backwards."""
    reached = None
    for at in range(index, index + step * _MOST_OF_A_PARTY, step):
        if not 0 <= at < len(sheet.words):
            break
        between = sheet.gap(at if step < 0 else at - 1) or ""
        if at != index and not _PARTY_GAP.fullmatch(between):
            break
        word = sheet.words[at]
        if not (word.capital or word.bare in _JOINS) or (step < 0 and word.bare in _NOT_A_PARTY):
            break
        reached = word
    return reached
