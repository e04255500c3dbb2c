"""Knows a request for one's own personal data, in whatever words: Article 15 UK GDPR.

People ask for "the video of when I fell" or "what the nurse wrote", seldom for personal data. So a
sentence is looked at for the kinds of record that are kept about persons and for the link between
the record and the writer, or whoever the writer may act for; figures and rules are nobody's data.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.phrases import Phrases, PhraseTable
from assistant.domain.request.cues import asks
from assistant.domain.request.part import Part
from assistant.domain.request.regime_cues import OWN_DATA, SUBJECT_ACCESS

# So much of a letter is looked through; requests of persons are short.
_LONGEST = 6000
_CUT = re.compile(r"(?<=[.?!;:])\s+|\n+")
_CUES = PhraseTable(OWN_DATA, lambda cue: cue.found)

# The right is named, and used.
_NAMED = Phrases(
    r"subject\saccess|d?sars?\b|data\ssubject\b|art(?:icle|\.)?\s?15\b|right\sof\saccess"
    r"|my\srights?\sunder\s(?:the\s)?(?:uk\s)?"
    r"(?:gdpr|data\sprotection)|under\s(?:the\s)?(?:uk\s)?(?:gdpr"
    r"|data\sprotection)\b[^.?!]{0,40}\b(?:send|provide|give|cop(?:y|ies)|want|like|supply|see)"
    r"|(?:copy|copies|access|disclosure)\b[^.?!]{0,40}\bpersonal\sdata",
    before=r"\b",
)
# The right is only spoken of: what came of an earlier request, how it works, what is for sale.
_ONLY_SPOKEN_OF = Phrases(
    r"(?:i|we)\s(?:\w{1,10}\s)?(?:made|sent|submitted|put\sin)\s(?:an?\s|my\s"
    r"|the\s)?(?:\w{1,10}\s)?(?:subject\saccess|d?sar)\b"
    r"[^.?!]{0,40}\b(?:in|on|last|ago|was|were)\b",
    r"(?:somebody|someone|anybody|anyone|people|a\sperson)\s(?:\w{1,10}\s){0,2}(?:want|wants"
    r"|wanted|make|makes|need|ask)\b",
    r"(?:how|where)\s(?:do|does|would|can|could|should)\s(?:i|one|they|we|you|people)\b"
    r"|what\sis\sa\b|question\s(?:about|on)"
    r"|how\smany|numbers?\sof|statistics|percentage|average|polic(?:y|ies)\b|backlog"
    r"|teams?\slike\syours|requests\sare\sup|your\sperformance|performance\son",
    before=r"\b",
)
# Kinds of record that are kept about one person.
_PERSONAL_RECORD = Phrases(
    r"custody\s(?:records?|sheets?|logs?|paperwork)|(?:medical|clinical|hospital|nursing"
    r"|nurse['’]?s?|birth|labour|maternity|health|gp|dental"
    r"|patient|ward|ward\sround|midwi\w{1,4}|ambulance|crew)\s(?:\w{1,10}\s)?(?:records?|notes?"
    r"|charts?|files?|entries|sheets?|reports?|trace)"
    r"|(?:care|support|treatment|pathway)\splans?|case\s(?:notes?|recordings?|files?|papers)"
    r"|(?:social\swork(?:er)?|social\sservices|core|needs"
    r"|risk|mental\shealth|ehc|education)\s(?:\w{1,10}\s)?(?:assessments?\s(?:on|of|about|forms?)"
    r"|files?|records?|notes)|conference\sminutes"
    r"|(?:adoption|foster|fostering|childhood|care|personnel|staff|hr|payroll|employment|training"
    r"|sickness|absence|disciplinary|grievance"
    r"|pension|oh|occupational\shealth|pupil|school|education|exam|behaviour|exclusion|attendance"
    r"|tenancy|housing|client|homelessness"
    r"|probation|offender|licence|vetting|complaint|investigation"
    r"|safeguarding)\s(?:\w{1,12}\s)?(?:records?|files?|notes|logs?|history|papers|reports?)"
    r"|interview\s(?:notes?|scores?|sheets?|feedback)|scor(?:e|ing)\s(?:sheets?|cards?)"
    r"|assessor['’]?s?\s(?:report|notes?|comments|scores?)"
    r"|examiner['’]?s?\s\w{1,12}|marked\s(?:scripts?|papers?)|appraisals?|payslips?|p60s?|p45s?"
    r"|(?:incident|police|crime|arrest|accident|collision)\s"
    r"(?:reports?|logs?|forms?|records?)|contact\s(?:logs?|records?)|oasys|pnc\b|dbs\sdisclosure"
    r"|criminal\srecords?|(?:weight|medication|observation"
    r"|daily)\s(?:charts?|records?|notes)|claim\sforms?|award\sletters?|(?:overpayment"
    r"|benefit)\s(?:calculation|claim|file|decision)s?|rent\s(?:account|"
    r"statement)s?|psychologist['’]?s?\s(?:report|notes|assessment)|entire\sfile|(?:whole|full"
    r"|complete)\s(?:\w{1,12}\s)?file|witness\sstatements?"
    r"|marker\b|warning\smarkers?|detention\sslips?|reports?\sof\s(?:teacher|doctor)\w?"
    r"|discharge\ssummar(?:y|ies)|x-?rays?|scans?\b|test\sresults?",
    before=r"\b",
)
# What was recorded of something that happened; it is personal where it happened to the writer.
_TRACE = Phrases(
    r"cctv|footage|video|body\s?-?(?:worn|cam)\w{0,7}|dash\s?cam|cameras?|recordings?|tapes?\sof"
    r"|audio|transcripts?|photographs?|photos?|calls?\b|logs?\b"
    r"|statements?|notes?\b|reports?\b|records?\b|paperwork|forms?\b|files?\b|documents?|papers?"
    r"|e-?mails?|messages|letters?|correspondence|minutes|sheets?|slip\b"
    r"|everything|anything|any\s(?:that|which)|what\s(?:was|is|were|has\sbeen|exactly\swas"
    r"|the\s\w{1,12}|you|they|your\s\w{1,12})\s(?:\w{1,12}\s)?(?:wrote|written|said|recorded|sent"
    r"|told|held|say|saw)",
    before=r"\b",
)
_ME = (
    r"(?:me|myself|my\s(?:son|daughter|child|children|kids?|boy|girl|mother|mum|father|dad|wife"
    r"|husband|partner|baby|little\s\w{1,6}|case|name|family)|our\sclient|us\sboth)"
)
_ABOUT_ME = Phrases(
    r"(?:about|on|of|concerning|regarding|against|shows?|showing|mention(?:s|ing)?|nam(?:es|ing)"
    r"|discuss(?:es|ing)?|involving|describes?"
    r"|relating\sto|in\srelation\sto|in\srespect\sof)\s(?:the\s\w{1,10}\s)?" + _ME + r"\b",
    r"in\swhich\s(?:i|we)\s(?:am|are|was|were|feature|appear)\b|(?:i|we)\s(?:am|'m|was|were"
    r"|have\sbeen)\snamed|with\smy\sname\b|(?:that\shave|have|has|having)\smy\sname"
    r"|(?:what|which)\b[^.?!]{0,60}\b(?:wrote|written|said|recorded|held|hold|told|saw"
    r"|gave)\b[^.?!]{0,60}\b(?:me|my|our\sclient)\b",
    before=r"\b",
)
_MINE = Phrases(r"(?:my|mine|our\sclient['’]s)\b", before=r"\b")
_MY_EVENT = Phrases(
    r"my\s(?:[\w&'’/-]{1,12}\s){0,2}(?:visit|accident|fall|arrest|calls?|stay|operation"
    r"|appointment|interview|treatment|detention|exam|appeal|incident|admission"
    r"|assessment|labour|birth|delivery)\b|(?:about|on|of|with"
    r"|regarding)\smy\s(?:\w{1,12}\s){0,2}application\b|where\si\s(?:am|was)\b",
    before=r"\b",
)
# These are taken of persons.
_TAKEN = Phrases(
    r"cctv|footage|video|body\s?-?(?:worn|cam)\w{0,7}|recordings?\b|tapes?\b|transcripts?"
    r"|(?:999\s)?calls?\slogs?|statements?\s(?:i|that\si)\b|logs\sof\smy",
    before=r"\b",
)
_IN_CARE = Phrases(
    r"i\swas\s(?:in\s(?:care|foster|a\schildren)|adopted|fostered|taken\sinto\scare)|my\s(?:time"
    r"|years)\sin\s(?:care|foster)|my\s(?:care|adoption|social\sservices)\s(?:file|records)",
    before=r"\b",
)
# Something happened to the writer, or the writer did something that left a trace.
_HAPPENED = Phrases(
    r"(?:i|we)(?:['’]ve|\shave|\shad)?\s(?:was|were|been|got|am"
    r"|being)\s(?:\w{1,12}\s){0,3}?(?:in\s(?:ur|your|the|custody|hospital|cells?)|arrested|stopped"
    r"|searched|injured|hurt|hit|pushed|assaulted"
    r"|interviewed|examined|assessed|treated|admitted|discharged|referred|detained|turned\sdown"
    r"|refused|told|sent|let\sout|taken|falling|a\spatient|an\sinpatient)\b",
    r"(?:i|we)(?:['’]ve|\shave)?\s(?:fell|phoned|called|rang|spoke|gave|reported|attended|visited"
    r"|sat|took|had|applied|made)\s(?:\w{1,12}\s){0,3}?(?:the\spolice|police|on|at|from|to|with|a"
    r"|an|my|the)\b",
    r"(?:searched|stopped|arrested|interviewed|treated|examined|assessed|visited|called|hit|pushed"
    r"|restrained|photographed|filmed|sent\sto)\sme\b",
    r"my\s(?:accident|fall|arrest|visit|call|calls|operation|appointment|interview|application"
    r"|claim|complaint|exam|seizure|stay|treatment|detention|statement|recording|file"
    r"|record|records|notes|report|case|assessment|exclusion|appeal)\b|where\si\s(?:am|was)\b|(?:i"
    r"|we)\s(?:gave|made|wrote|signed|sent)\b",
    before=r"\b",
)
# Who writes shows who they are, or that they may act for somebody.
_STANDING = Phrases(
    r"d\.?o\.?b\.?\b|date\sof\sbirth|born\s(?:on\s)?\d|nhs\s(?:no|number)|national\sinsurance"
    r"|hospital\s(?:no|number)|(?:consent|authority|mandate|authorisation)\b[^.?!]{0,25}"
    r"\b(?:attached|enclosed|signed|herewith)|(?:attached|enclosed|signed"
    r"|written)\s(?:\w{1,10}\s){0,2}(?:consent|authority|mandate|authorisation)"
    r"|power\sof\sattorney|parental"
    r"\sresponsibility|(?:prove|proof\sof|show)\s(?:\w{1,6}\s)?(?:who\si\sam|my\sidentity|id\b"
    r"|identity|it['’]s\sme|my\sid)|copy\sof\smy\s(?:passport|driving|id)|identity\scard"
    r"|on\s(?:her|his|their|my\s(?:mother|father|mum|dad|son|daughter)['’]s)\sbehalf"
    r"|on\sbehalf\sof\s(?:my|our|mr|mrs|ms|miss|the\sabove)|our\sclients?|(?:i|we)\s(?:act"
    r"|represent)\b"
    r"|(?:is|are|been|am)\sinstructed\sby|(?:has|have)\sauthorised|authorised\s(?:me|us)|i\s(?:am"
    r"|'m|’m)\s(?:the\s)?(?:mother|father|parent|mum|dad|guardian|carer|daughter|son)\sof"
    r"|writing\sfor\s[A-Z]",
    before=r"\b",
)
_OF_THEM = Phrases(
    r"(?:her|his|their|she|he|him|client['’]?s?|the\schild|the\sabove|about\s[A-Z]\w{1,15}"
    r"|\w{2,15}['’]s)\b",
    before=r"\b",
)
# Figures, rules and what everybody may know are nobody's data.
_GENERAL = Phrases(
    r"how\s(?:many|often)|(?:the\s)?numbers?\sof|statistics|percentage|proportion|average"
    r"|per\s(?:year|annum|month)|each\s(?:of\sthe\slast|year|month)|in\seach"
    r"|polic(?:y|ies)\b|procedures?\b|process\b|criteria|guidance|contracts?\b|costs?\b|spent"
    r"|spend\b|budget|salary|training\s(?:slides|materials?)|qualifications?|(?:what"
    r"|how\smuch)\s(?:\w{1,12}\s){0,3}(?:paid|cost)"
    r"|list\sof\s(?:the\s|all\s)?(?:business|premises|schools|roads|councillors|staff|companies"
    r"|suppliers)|freedom\sof\sinformation\srequests?",
    before=r"\b",
)
# Who asks for these beside own data asks for something else as well.
_COUNTED = Phrases(
    r"how\smany|numbers?\sof|statistics|percentage|proportion|average|polic(?:y|ies)\b"
    r"|procedures?\b|guidance|contracts?\b|budget|salary|members?\sof\sthe\s\w{1,12}|(?:what"
    r"|how\smuch)"
    r"\s(?:\w{1,12}\s){0,3}(?:paid\sto|cost)|freedom\sof\sinformation",
    before=r"\b",
)
# What the writer has, and does not want.
_HAS_IT = Phrases(
    r"i\sgot\smy|(?:i|we)(?:['’]ve)?\s(?:already|now)\s(?:have|had|got)|(?:already"
    r"|i['’]ve)\s(?:have|had|got)\s(?:mine|it|that|already|my)\b|(?:had|have|got)\salready\b"
    r"|already\shave"
    r"|(?:don['’]t|do\snot|not)\s(?:send|want|need|asking)\b[^.?!]{0,40}\b(?:me|my|mine|that"
    r"|own)\b|dealt\swith|settled|i\sknow\swhat\smine|(?:want|need)\snothing|have\sno\scomplaint",
    before=r"\b",
)
_WANTS = Phrases(
    r"(?:ask(?:ing)?|cop(?:y|ies)|send|see|seeing|sight|(?:may|can|could|to|i)\shave\sa\s|(?:may"
    r"|can|could|to|let\sme)\shave|have\s(?:a\scopy|sight|access)|give|provide|supply|disclose"
    r"|want|print|receive|need|get|let\sme|may\si|can\si|could\si|would\slike|access|forward"
    r"|release|obtain|request|know)\b|i['’]d\slike\b",
    before=r"\b",
)


@dataclass(frozen=True, slots=True)
class OwnData:
    """What of a request is about the writer: reasons, and whether it asks something else beside."""

    reasons: tuple[str, ...]
    beside: bool


def own_data(text: str, parts: Sequence[Part]) -> OwnData | None:
    """Return what a request asks of the writer's own data, or None where it asks none.

    `parts` are its questions as segment gives them. A person whom the writer acts for, with their
    authority or as the parent of a child, counts as the writer.
    """
    if not _possible(text):
        return None
    standing = _STANDING.occur_in(text)
    happened = _HAPPENED.occur_in(text)
    beside = any(_is_general(part.text) and not is_own(part.text) for part in parts)
    if beside and not any(
        _reason(part.text, standing=standing, happened=happened) for part in parts
    ):
        return None
    reasons: dict[str, None] = {}
    if _IN_CARE.occur_in(text) and not beside:
        reasons[_REASON] = None
    listing = False
    for number, sentence in enumerate(_CUT.split(text[:_LONGEST])):
        wanted = listing or number == 0 or asks(sentence)
        reason = _reason(sentence, standing=standing, happened=happened, wanted=wanted)
        # A subject line names a right that figures may be asked about.
        if reason and not (beside and number == 0 and reason == SUBJECT_ACCESS.reason):
            reasons[reason] = None
        listing = sentence.endswith(":") or (listing and sentence[-1:] not in ".?!")
    return OwnData(tuple(reasons), beside) if reasons else None


def is_own(words: str) -> bool:
    """Say whether words alone, without the rest of a letter, ask for the writer's own data."""
    return bool(_reason(words, standing=False, happened=False))


def _possible(text: str) -> bool:
    """Say quickly whether a letter could ask for own data at all."""
    tables = (_NAMED, _PERSONAL_RECORD, _MY_EVENT, _ABOUT_ME, _HAPPENED, _STANDING)
    return any(table.occur_in(text) for table in tables) or _cued(text)


def _cued(words: str) -> bool:
    return bool(_CUES.found_in(words))


def _is_general(words: str) -> bool:
    """Say whether words ask for figures, rules or other things that are nobody's data."""
    return _COUNTED.occur_in(words) and asks(words)


def _reason(sentence: str, *, standing: bool, happened: bool, wanted: bool = False) -> str:
    """Return why a sentence asks for the writer's own data; empty where it does not.

    `wanted` says that it stands in a list of what is wanted.
    """
    if _NAMED.occur_in(sentence) and not _ONLY_SPOKEN_OF.occur_in(sentence):
        return SUBJECT_ACCESS.reason
    if _GENERAL.occur_in(sentence) or _HAS_IT.occur_in(sentence):
        return ""
    wanted = wanted or _WANTS.occur_in(sentence)
    linked = wanted and _links(sentence, standing=standing, happened=happened)
    return _REASON if linked else ""


_REASON = OWN_DATA[0].reason


def _links(sentence: str, *, standing: bool, happened: bool) -> bool:
    """Say whether a sentence speaks of a record and links it to the writer."""
    if _cued(sentence):
        return True
    if _PERSONAL_RECORD.occur_in(sentence):
        return standing or happened or _MINE.occur_in(sentence) or _ABOUT_ME.occur_in(sentence)
    if happened and _TAKEN.occur_in(sentence):
        return True
    links = [_ABOUT_ME, _MY_EVENT, *([_OF_THEM] if standing else [])]
    return _TRACE.occur_in(sentence) and any(link.occur_in(sentence) for link in links)
