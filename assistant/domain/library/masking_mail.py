"""E-mail addresses of people; those of an office (foi@, info@) are published and stay."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.domain.library.masking_common_words import COMMON_WORDS
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_kinds import Kind, Known, Span
from assistant.domain.library.masking_sheet import Sheet
from assistant.domain.library.masking_words import words

# An address as RFC 5322 section 3.4.1 has it, without quoted local parts, which nobody uses.
_LOCAL = re.compile(r"[A-Za-z0-9_\u00c0-\u024f](?:[\w.+'&=/%-]{0,62}[\w+-])?\Z")
_DOMAIN = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}?[A-Za-z]{2,24}(?:\.[A-Za-z]{2,24}){0,3}(?![\w-]|\.[A-Za-z])"
    r"|[A-Za-z0-9-]{1,60} {0,2}\. {0,2}[a-z]{2,24}(?![\w-])"
)
_AT = re.compile(r"@|<at>", re.IGNORECASE)
# Scans put blanks around the sign, and long lines break at it.
_BROKEN = re.compile(r" ?\n {0,8}")
_BLANKS_BEFORE, _BLANKS = re.compile(r"(?: {1,2}|\n {0,8})\Z"), re.compile(r" {0,2}")
_LONGEST_LOCAL = 64
# "jane dot smith at example dot org", as people write it against collectors of addresses.
_SPELT = re.compile(
    r"\b(?!(?:or|me|us|him|her|them|is|on|it|at|and|that|was|back|reached|contact"
    r"|e-?mail|available)\b)"
    r"[\w.+-]{1,64}(?: ?(?:\(dot\)|\[dot\]| dot | underscore )"
    r" ?[\w-]{1,40}){0,3} ?(?:\(at\)|\[at\]|\{at\}| at ) ?"
    r"[\w-]{1,63}(?:(?:\.| ?(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b) ?)[A-Za-z][\w-]{1,40}){1,4}\b",
    re.IGNORECASE,
)
_SPELT_SIGN = re.compile(r"\(at\)|\[at\]|\{at\}|\(dot\)|\[dot\]|\{dot\}| dot ", re.IGNORECASE)
_PIECES = re.compile(r"[^\W\d_]+")
# Requests by a request site: "request-123-0a1b2c3d@whatdotheyknow.com" leads to the requester.
_SITE = re.compile(r"(?:foi\+)?request-\d+-[0-9a-f]{6,}", re.IGNORECASE)
_PUBLIC_BODY = re.compile(r"\b(?:gov|police|nhs|ico|parliament|mod|ac)\b|council|trust")
_NAME_BEFORE = re.compile(r"([A-Z][\w'-]+) (?:[A-Z][\w'-]+ ?){1,2}[<(\[]\Z")
# So near each other are the two ends of one message's headers.
_FAR, _SHORT = 300, 3
_LONGEST_WORD = 20
# What the local part of an office's address is made of.
_OFFICE = words(
    """
    a abuse access accounts admin administration advice adult alerts all and answers appeals
    archives assets audit benefits billing board bookings building business care careers case
    cases casework ceo chief children city civic clerk comms communications community company
    complaint complaints compliance committee concerns confirm constituency consultation
    consultations contact contactus contracts control core corporate correspondence council
    councillors county court customer customercare customers customerservice customerservices cs
    data databreach dataprotection democratic democracy dept department desk development digital
    disclosure disclosures do donotreply dp dpa dpo education eir elections electoral email
    emergency enforcement engagement enquire enquiries enquiry environment environmental
    equality estates events executive executives exec external facilities fairprocessing
    feedback finance fire foi foia foiandeir foioffice foiteam force forms fraud free freedom
    freedomofinformation fundraising general good governance governors gov government group
    hello help helpdesk helpline highways hospital hq housing hr human ico icocasework ig igteam
    im info information informationgovernance informationrights inspection insurance intel
    internal investigations invoices ir ireland it itservicedesk jobs justice land law legal
    library licensing line local mail mailbox management marketing media member members
    membership ministerial ministers monitoring my national news newsdesk newsletter nhs no
    noreply notifications of office officer offices operations orders our parking parks
    partnerships payments payroll pcc pensions people performance permits personal petitions
    planning planningpolicy police policy post postmaster practice press pressoffice privacy
    procurement professional property protection ps public publications purchasing quality query
    queries reception records recruitment recycling refunds region registrar registration
    registry regulation regulatory reply report reporting reports request requests research
    residents resilience resources response revenue revenues review reviews rights road roads
    safeguarding safety sales sar sars school schools secretariat secretary section security
    service servicedesk services sites site social society south standards statistics stats
    strategy street student subject support switchboard tax team teams tenancy tenders the
    trading traffic training transparency transport treasurer tribunal trust union unit
    university us user vehicle victims voluntary waste water web webmaster website welcome
    welfare welsh west workforce works you your archive museum museums pals grc pgr postgraduate
    undergraduate rhyddid gwybodaeth datgelu ymholiadau cyswllt swyddfa tim
    """
)


# A piece of these makes an address an office's wherever it stands.
_SURELY = words("foi foia eir info enquiries enquiry team office complaints casework mailbox")


def addresses(sheet: Sheet, known: Known) -> Iterator[Span]:
    """Find e-mail addresses that are a person's; each sign "@" is looked at once."""
    own = {each.lower() for each in known.own_addresses}
    people = {each.lower() for each in known.addresses}
    domains = tuple(each.lower().lstrip("@") for each in known.own_domains)
    writing = set(_writing(sheet))
    for start, end in found_addresses(sheet):
        address = sheet.text[start:end].lower()
        if address in own and address not in people:
            continue
        if (
            address in people
            or (start in writing and not (domains and address.endswith(domains)))
            or is_personal(address, own=address.endswith(domains) if domains else False)
            or _named_beside(sheet, start, address)
        ):
            yield Span(start, end, Kind.EMAIL)


def _writing(sheet: Sheet) -> Iterator[int]:
    """Yield where an address begins that writes to an authority's FOI mailbox, or is written to.

    "data@" is a firm's office; where the other end is "foi@" of somebody else, it is who asked.
    """
    ends = {kind: _ends(sheet, kind) for kind in ("from", "to")}
    for one, other in (("from", "to"), ("to", "from")):
        offices = [at for at in ends[other] if _asked(sheet, at)]
        for start, end in ends[one]:
            domain = sheet.text[start:end].lower().partition("@")[2]
            public = _PUBLIC_BODY.search(domain) or _asked(sheet, (start, end))
            near = (at for at in offices if abs(at[0] - start) < _FAR)
            if not public and any(
                domain != sheet.text[a:b].lower().partition("@")[2] for a, b in near
            ):
                yield start


def _ends(sheet: Sheet, kind: str) -> list[tuple[int, int]]:
    """Return the addresses in the lines of a letter that begin with "From:" or "To:"."""
    found = []
    for start, end in found_addresses(sheet):
        line = sheet.lines[sheet.line_at(start)]
        if line.text.lower().startswith((f"{kind}:", f"{kind} :")):
            found.append((start, end))
    return found


def _asked(sheet: Sheet, at: tuple[int, int]) -> bool:
    """Say whether an address is an authority's mailbox for requests."""
    pieces = _PIECES.findall(sheet.text[at[0] : at[1]].lower().partition("@")[0])
    return any(piece.startswith("foi") or piece == "freedomofinformation" for piece in pieces)


def _named_beside(sheet: Sheet, start: int, address: str) -> bool:
    """Say whether an office's address is one person's: "Ann Lee <office-al@", "clerk.lee@"."""
    local, _, domain = address.partition("@")
    pieces = _PIECES.findall(local)
    if not domain or any(piece in _SURELY for piece in pieces):
        return False
    beside = _NAME_BEFORE.search(sheet.text, max(0, start - 60), start)
    if beside and beside.group(1).lower() in GIVEN_NAMES and len(pieces) > 1:
        return True
    rest = [piece for piece in pieces[1:] if len(piece) > _SHORT and not _office(piece)]
    return any(
        piece not in domain and piece not in COMMON_WORDS and f" {piece.capitalize()}" in sheet.text
        for piece in rest
    )


def found_addresses(sheet: Sheet) -> tuple[tuple[int, int], ...]:
    """Find every e-mail address, a person's or an office's."""
    return _found_in(sheet.text)


@lru_cache(maxsize=1)
def _found_in(text: str) -> tuple[tuple[int, int], ...]:
    """Find the addresses of a text; several rules ask, one letter after the other."""
    found, behind = [], 0
    for sign in _AT.finditer(text):
        start, end = _around(text, *sign.span())
        local = _last_run(text[max(behind, start - _LONGEST_LOCAL) : start])
        domain = _DOMAIN.match(text, end)
        if not (local and domain) or "." not in domain.group():
            continue
        behind = domain.end()
        found.append((start - len(local), behind))
    if _SPELT_SIGN.search(text):
        found += [each.span() for each in _SPELT.finditer(text) if _SPELT_SIGN.search(each.group())]
    return tuple(found)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a sign "@" begins and ends with the blanks or the line's end beside it."""
    if broken := _BROKEN.match(text, end):
        return start, broken.end()
    before = _BLANKS_BEFORE.search(text[max(0, start - 9) : start])
    blanks = _BLANKS.match(text, end)
    return start - (len(before.group()) if before else 0), blanks.end() if blanks else end


def _last_run(before: str) -> str:
    """Return the local part that a text ends with, or nothing."""
    start = len(before)
    while start and (before[start - 1].isalnum() or before[start - 1] in "_.+'&=/%-"):
        start -= 1
    found = before[start:].lstrip(".+'&=/%-")
    return found if _LOCAL.match(found) else ""


def is_personal(address: str, *, own: bool = False) -> bool:
    """Say whether an address is a person's, by what stands before the "@".

    An office's is made of words of an office, or begins with one and has no given name in it; at
    the authority's own domain (`own`) a single word that is no given name is an office, too.
    """
    local = re.split(r"\s{0,9}@| ?[\[({<]at| at ", address, maxsplit=1)[0]
    if _SITE.match(local):
        return True
    pieces = _PIECES.findall(local.lower())
    if any(piece in GIVEN_NAMES and not _office(piece) for piece in pieces):
        return True
    if pieces and all(map(_office, pieces)):
        return False
    surely = any(piece in _SURELY for piece in pieces)
    if surely or any(len(piece) > 1 and _office(piece) for piece in pieces[:1]):
        # "accounts+jas@" leads to whoever is named behind the sign.
        return len(pieces) > 1 and "+" in local and pieces[0] not in _SURELY
    return not (own and len(pieces) == 1 and len(pieces[0]) > _LONGEST_WORD // 2)


def _office(piece: str) -> bool:
    """Say whether a piece of an address is words of an office, put together."""
    reached = {0}
    for end in range(1, len(piece) + 1):
        begins = range(max(0, end - _LONGEST_WORD), end)
        if any(begin in reached and piece[begin:end] in _OFFICE for begin in begins):
            reached.add(end)
    return len(piece) in reached


def names_in(address: str) -> tuple[str, str] | None:
    """Return the given name (or initial) and the surname that an address spells, or None."""
    pieces = _PIECES.findall(address.split("@", 1)[0].lower())
    if len(pieces) < 2 or len(pieces[-1]) < 3:  # noqa: PLR2004  # two names, the last more than initials
        return None
    return pieces[0], pieces[-1]
