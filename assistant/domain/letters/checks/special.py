"""What single exemptions ask for beyond the general rules: 21, 23 and 24, 30 and 31, 36, 40."""

import re

from assistant.domain.law.acts import ProvisionKind
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone

_OPINION = re.compile(r"\bqualified person", re.IGNORECASE)
# The opinion has been given, by that person: "has to give" and "was asked in her place" are none.
_OPINES = re.compile(
    r"\b(?:gave|given|expressed|formed|reached|provided|issued|signed|recorded|has given|is of"
    r"|was of)\b[^.;]{0,60}\bopinion\b|\bopinion\b[^.;]{0,80}\b(?:was given|is that|was that"
    r"|is one|was one|dated|given|on \d|that disclosure|is reasonable|was reasonable)\b|\bopined\b"
    r"|\bqualified person['’]?s? (?:reasonable )?opinion\b"
    r"|\bqualified person\b[^.]{0,60}\b(?:considers?|considered|found|decided|concluded"
    r"|is satisfied)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    r"\b(?:in (?:her|his|their) (?:place|absence)|instead of|on behalf of (?:the|our) qualified"
    r"|has to give|unavailable|abroad)\b",
    re.IGNORECASE,
)
# The words of section 36(2) itself, which give nobody's opinion.
_OF_THE_TEST = re.compile(
    r"\bin the (?:reasonable )?opinion of (?:a|any|the) qualified person\b"
    r"(?=[^.;]{0,60}\bwould,? or would be likely to)"
    r"|\bin the (?:reasonable )?opinion of (?:a|any) qualified person\b",
    re.IGNORECASE,
)
_OF_VEXATION = re.compile(
    r"\bburden\w*|\bhistory\b|\b(?:previous|earlier|past|repeat\w*|numerous|many|frequent"
    r"|multiple|\d+(?:st|nd|rd|th)?|\w+(?:ieth|teenth)|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth) (?:\w+ ){0,2}(?:requests?|e-?mails?|messages?|letters?|complaints?)\b"
    r"|\bthe \w+(?:ieth|teenth)\b|\bmotiv\w*|\bmalic\w*|\bharass\w*|\bdistress\w*|\bgrievance"
    r"|\bgrudge|\babus\w*|\bthreat\w*|\binsult\w*|\baccus\w*|\ballegation|\boffensive"
    r"|\baggressi\w*|\bpersist\w*|\bobsess\w*|\bcampaign|\bserious purpose\b|\b(?:no|little"
    r"|limited|lacks?|without)\b[^.;]{0,30}\b(?:value|purpose|interest)\b|\bpurpose\b[^.;]{0,40}"
    r"\b(?:is|was|seems?|appears?)\b|\bvalue\b|\bvolum\w*|\bhours?\b|\bminutes?\b|\boverlap\w*"
    r"|\balready (?:been )?(?:\w+ )?(?:answer|provid|suppl|considered|investigat|given|sent)\w*"
    r"|\bre-?open\w*|\btime[- ]consuming|\bdivert\w*|\bdiversion|\bdisproportionate"
    r"|\bfishing\b|\bfrivolous|\bunreasonabl\w*|\bdisrupt\w*|\bannoy\w*|\birritat\w*"
    r"|\bkept\b[^.;]{0,30}\bfrom\b",
    re.IGNORECASE,
)
# What the law says of any vexatious request says nothing of this one.
_OF_ANY_REQUEST = re.compile(
    r"\b(?:whether|if|where) (?:a|the|any|this|your) request is (?:likely|vexatious)"
    r"[^.;]*|\b(?:disproportionate|unjustified|improper|inappropriate)(?:,? (?:or|and"
    r")?,? ?(?:unjustified|inappropriate|improper))+"
    r" (?:level of (?:disruption|irritation|distress)(?:,? (?:or )?(?:irritation|distress))*"
    r"|use of [^.;]*)"
    r"|\b(?:the )?(?:Commissioner|guidance|tribunal|section 14(?:\(1\))?)\b[^.;]{0,40}"
    r"\b(?:says?|states?|advises?|provides?|designed|intended|allows?|enables?|exists?)\b[^.;]*",
    re.IGNORECASE,
)
_FROM_ANOTHER = re.compile(
    r"\b(?:obtain\w*|suppl\w*|provid\w*|receiv\w*|gave|given|sent|shared?|told|disclosed|came"
    r"|imparted|confided|submitted|entrusted|communicated|volunteered|passed)\b[^.;]{0,80}\b(?:by"
    r"|from|to us|to the|in confidence|with us|between)\b|\b(?:breach|duty|obligation|quality"
    r"|expectation|circumstances|law)\b[^.;]{0,30}\bconfiden\w*|\bactionable\b"
    r"|\bconfidential(?:ly|ity)?\b|\bin (?:the )?(?:strict(?:est)? )?confidence\b"
    r"|\bconfid(?:ed|ing|e)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:exempt|withh|refus|confiden)\w*", re.IGNORECASE)
_TITLE_OF_41 = re.compile(
    r"\(?information (?:provided|given|supplied|obtained|received)(?: to us)? in confidence\)?",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b31\s?\(2\)\s?\([a-j]\)|\b(?:purposes? of|in order to|so as to"
    r"|with a view to)\s+(?:ascertain\w*|secur\w*|protect\w*|assess\w*|determin\w*|finding out"
    r"|establish\w*|recover\w*)"
    r"|\bascertain\w*\b[^.]{0,60}\b(?:responsible|cause|fail|comply|complied|improper|fitness"
    r"|circumstances|whether)",
    re.IGNORECASE,
)
_NEEDS_PURPOSE = frozenset({"g", "h", "i"})
_CONDITION = re.compile(
    r"\b(?:40)?\(?(?:3A|3B|4A)\)?\(?[ab]?\)?|\b13\((?:2A|2B|3A)\)"
    r"|\b(?:data protection |first |GDPR )?principles?\b|\bunlawful\b"
    r"|\bnot (?:be )?(?:\w+ )?(?:lawful|fair)\b|\bunfair\b"
    r"|\b(?:no|without|lack\w*)[^.]{0,20}\b(?:lawful|legal) basis|\blawful(?:ly)?,? (?:and|or|nor"
    r"|fair)|\bcontraven\w+[^.]{0,40}\b(?:UK GDPR|Data Protection Act|data protection)"
    r"|\b(?:article|art\.?) 21\b|\bright to object\b|\bright of access\b"
    r"|\bexempt from (?:the )?(?:subject access|disclosure to the (?:data )?subject)",
    re.IGNORECASE,
)
_LOCATOR = re.compile(
    r"https?://\S+|\bwww\.\S+|\b[\w-]+\.(?:gov|org|ac|co|nhs|police|com|net|uk"
    r"|example)\b(?:\.\w+)*(?:/\S*)?|[\w.+-]+@[\w-]+\.\w+"
    r"|\b(?:reading room|town hall|civic centre|library|reception|registry|record office|archives?"
    r"|bookshop|stationery)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bISBN\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\bin the alternative\b|\balternatively\b|\bto the extent that\b|\bso far as\b"
    r"|\bother parts?\b|\bthe (?:rest|remainder)\b",
    re.IGNORECASE,
)


def _relies(
    reading: Reading, section: str, *, ncnd: bool | None = None
) -> list[tuple[int, int, Citation]]:
    """Return the citations of a section relied on; `ncnd` keeps or leaves out its NCND limb."""
    return [
        (start, end, citation)
        for start, end, citation in reading.relied
        if citation.act is Act.FOIA
        and citation.section == section
        and (ncnd is None or (reading.kind_of(citation) is ProvisionKind.NCND) == ncnd)
    ]


def _pair(reading: Reading, one: str, other: str) -> tuple[int, int] | None:
    """Return where two sections are relied on for the same information, if they are."""
    first, second = _relies(reading, one, ncnd=False), _relies(reading, other, ncnd=False)
    if not first or not second:
        return None
    parts = [
        {a.label for a in reading.answers for start, _, _ in places if a.start <= start < a.end}
        for places in (first, second)
    ]
    apart = all(parts) and not parts[0] & parts[1]
    outside = [
        place
        for place in (*first, *second)
        if not any(a.start <= place[0] < a.end for a in reading.answers)
    ]
    if apart and not outside:
        return None
    return second[0][0], second[0][1]


def _thirty_and_thirty_one(reading: Reading) -> Found:
    """Find s.30 and s.31 for the same information: s.31 covers only what s.30 does not."""
    if (span := _pair(reading, "30", "31")) is not None:
        yield "Sections 30 and 31 cannot both apply to the same information.", *span


def _interlock(reading: Reading) -> Found:
    """Find s.23(1) and s.24(1) for the same information, not in the alternative."""
    span = _pair(reading, "23", "24")
    if span is None:
        return
    near = [
        each.text
        for start, _, c in reading.relied
        if c.section in {"23", "24"} and (each := reading.sentence_at(start)) is not None
    ]
    if not any(_ALTERNATIVE.search(text) for text in near):
        yield "Section 24(1) covers only what section 23(1) does not.", *span


def _no_opinion(reading: Reading) -> Found:
    """Find s.36 without the opinion of a qualified person (s.36(2), (5))."""
    relied = _relies(reading, "36")
    if not relied or not reading.is_notice:
        return
    text = _OF_THE_TEST.sub(" ", reading.flat)
    opinion = _OPINES.search(text)
    if not (_OPINION.search(text) and opinion) or _IN_PLACE.search(
        " ".join(s.text for s in reading.body(Zone.BODY))
    ):
        yield "Section 36 needs the opinion of a qualified person; the letter tells of none.", 0, 0


def _vexatious_unreasoned(reading: Reading) -> Found:
    """Find s.14(1) with no word on what makes the request vexatious: its burden, history, value."""
    relied = [each for each in _relies(reading, "14") if each[2].path[:1] != ("2",)]
    if not relied or not reading.is_notice:
        return
    if not any(
        _OF_VEXATION.search(_OF_ANY_REQUEST.sub(" ", each.text))
        for each in reading.body(Zone.BODY, Zone.INTEREST, Zone.REQUEST)
    ):
        yield (
            (
                "The letter does not say what makes the request vexatious: its burden, history, "
                "purpose or value."
            ),
            *relied[0][:2],
        )


def _not_confided(reading: Reading) -> Found:
    """Find s.41 with no word of a person who gave the information, or of confidence (s.41(1))."""
    relied = _relies(reading, "41", ncnd=False)
    if not relied or not reading.is_notice:
        return
    body = reading.body(Zone.BODY, Zone.INTEREST)
    # Other Acts have a section 41 too, under which nothing is refused.
    named = (each for start, _, _ in relied if (each := reading.sentence_at(start)) is not None)
    if not any(_REFUSED.search(each.text) for each in named):
        return
    if not any(_FROM_ANOTHER.search(_TITLE_OF_41.sub(" ", each.text)) for each in body):
        yield (
            (
                "Section 41 covers what another person gave in confidence; the letter tells of "
                "no such person, and its reasons are those of another section."
            ),
            *relied[0][:2],
        )


def _no_purpose(reading: Reading) -> Found:
    """Find s.31(1)(g), (h) or (i) without a purpose of s.31(2)."""
    for start, end, citation in _relies(reading, "31"):
        limb = citation.path[1:2] or re.findall(
            r"^[ ,]{1,3}limb \(([a-i])\)", reading.flat[end : end + 14]
        )
        if limb and limb[0] in _NEEDS_PURPOSE:
            said = " ".join(each.text for each in reading.body(Zone.BODY, Zone.INTEREST))
            if not _PURPOSE.search(said):
                yield (
                    (f"Section {citation.number} needs a purpose listed in section 31(2)."),
                    start,
                    end,
                )
            return


def _no_condition(reading: Reading) -> Found:
    """Find personal data refused with no condition named or described (s.40(3A)-(4A), reg 13)."""
    if not reading.is_notice:
        return
    for start, end, citation in reading.relied:
        personal = (citation.act is Act.FOIA and citation.section == "40") or (
            citation.act is Act.EIR and citation.section == "13"
        )
        if not personal or (citation.path[:1] == ("1",) and citation.act is Act.FOIA):
            continue
        said = " ".join(each.text for each in reading.body(Zone.BODY, Zone.REQUEST))
        if not _CONDITION.search(said):
            yield (
                (
                    "Personal data are exempt only under a condition (a data protection principle, "
                    "the right to object, or the right of access); the letter names none."
                ),
                start,
                end,
            )
        return


def _locates(reading: Reading, text: str) -> bool:
    """Tell whether a text says where to go; what was asked about is no such place."""
    request = (reading.facts.request or "").lower()
    return any(match[0].lower() not in request for match in _LOCATOR.finditer(text))


def _no_link(reading: Reading) -> Found:
    """Find "accessible by other means" that does not say where (s.21(1), 16)."""
    places = _relies(reading, "21")
    if not places:
        return
    body = " ".join(each.text for each in reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP))
    if not _locates(reading, body):
        yield (
            ("Section 21 applies to what can be had elsewhere; the letter does not say where."),
            0,
            0,
        )
        return
    paragraphs = {
        each.paragraph for start, _, _ in places if (each := reading.sentence_at(start)) is not None
    }
    near = " ".join(each.text for each in reading.sentences if each.paragraph in paragraphs)
    near += " ".join(
        a.said for a in reading.answers if any(a.start <= start < a.end for start, _, _ in places)
    )
    only = all(p.citation.section == "21" for p in reading.provisions)
    if not only and not _locates(reading, near):
        yield (
            ("Section 21 applies to what can be had elsewhere; the letter does not say where."),
            *places[0][:2],
        )
        return
    placed = any(a.start <= start < a.end for a in reading.answers for start, _, _ in places)
    for answer in reading.answers:
        named = any(answer.start <= start < answer.end for start, _, _ in places)
        own = named or (only and not placed)
        if own and len(reading.answers) > 1 and not _locates(reading, answer.said):
            if re.search(r"\b(?:same|above|below|also|both)\b", answer.said, re.IGNORECASE):
                continue
            yield (
                (f"Part {answer.label} does not say where the information is."),
                answer.start,
                answer.end,
            )


RULES = (
    Rule("s30-and-31", "s.31(1) FOIA", "error", _thirty_and_thirty_one),
    Rule("s23-s24-interlock", "s.24(1) FOIA", "error", _interlock),
    Rule("s36-no-opinion", "s.36(2), (5) FOIA", "error", _no_opinion),
    Rule("s14-no-reasons", "s.14(1) FOIA, s.45 code", "warning", _vexatious_unreasoned),
    Rule("s41-not-confided", "s.41(1) FOIA", "error", _not_confided),
    Rule("s31-g-purpose-missing", "s.31(2) FOIA", "error", _no_purpose),
    Rule("s40-condition-missing", "s.40(3A)-(4A) FOIA, reg 13 EIR", "error", _no_condition),
    Rule("s21-no-link", "s.21(1), 16 FOIA", "error", _no_link),
)
