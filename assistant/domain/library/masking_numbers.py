"""National Insurance numbers, vehicle marks and dates of birth, by their official formats."""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_kinds import Kind, Span
from assistant.domain.library.masking_sheet import Sheet

# HMRC's National Insurance Manual NIM39110: two letters of those used, six figures, A to D. Forms
# show QQ as an example, and people copy it.
_NI = re.compile(
    r"(?<![\w/-])(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]|QQ)[ .-]?"
    r"\d\d(?P<gap>[ .-]?)\d\d(?P=gap)\d\d[ .-]?[A-D](?![\w/-])",
    re.IGNORECASE,
)
# Where the words before say what it is, its letters may be wrong and the last may be missing.
_NI_CALLED = re.compile(
    r"(?:national insurance|\bN\.?I\.?(?:N|NO)?\b)[^\n]{0,30}?"
    r"(?<![\w/-])([A-Z]{2}[ .-]?(?:\d\d[ .-]?){2}\d\d(?:[ .-]?[A-Z])?)(?![\w/-])",
    re.IGNORECASE,
)

# DVLA's INF104 and the Road Vehicles (Display of Registration Marks) Regulations 2001, schedule 2:
# marks since September 2001, with neither I nor Q behind the figures.
_CURRENT = re.compile(r"(?<![\w/-])[A-HJ-PR-Y][A-HJ-PR-Y] ?\d\d ?[A-HJ-PR-Z]{3}(?![\w/-])")
# Marks of 1983 to 2001: a letter, up to three figures, three letters.
_PREFIX = re.compile(r"(?<![\w/-])[A-HJ-NP-TV-Y] ?\d{1,3} ?(?!AND|THE|FOR|NOT|ARE|WAS|HAS|ALL|BUT"
        r"|ROA)"
                     r"[A-HJ-PR-Z]{3}(?![\w/-])")  # fmt: skip
# Marks of 1963 to 1983, with the letter behind; without a blank they look like form numbers.
_SUFFIX = re.compile(r"(?<![\w/-])[A-HJ-PR-Z]{3} \d{1,3}[A-HJ-NPR-TV-Y](?![\w/-])")
# The same in small letters, where a vehicle is spoken of right before.
_SMALL = re.compile(
    r"(?<![\w/.@-])(?:[a-z]{2}\d\d ?(?!and|the|for|are|was|has|not|but|all|can)[a-z]{3}"
    r"|[a-z]\d{1,3}[a-z]{3})(?![\w/@-])"
)
_NEAR = 60
# Older and Northern Irish marks, and those of small letters: only where a vehicle is spoken of.
_ANY_MARK = (
    r"(?:[A-Z]{2}\d\d ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]|[A-Z]{1,3} ?\d{1,4}"
    r"|\d{1,4} ?[A-Z]{1,3})"
)
_CALLED = re.compile(
    r"\b(?:registration(?: (?:number|mark|plate))?|reg\.?(?: (?:no|number|plate))?|vrm|vrn"
    r"|index(?: number)?|number plate|plate|licence plate|vehicle(?: (?:mark|reg"
    r"|number))?|car|van|lorry"
    r"|motorcycle|motorbike|moped|taxi|minibus|drives|driving|drove)\b\.?"
    r"(?:[ :,(#'\"-]{1,3}(?:is|was|number|no|mark|the|my|his|her|as|a|of|with|bearing"
    r"|[a-z]{3,10})\b){0,4}"
    rf"[\s:,(#'\"-]{{1,6}}({_ANY_MARK}|(?-i:[A-Z]{{1,3}}[ -]\d{{1,4}}[ -][A-Z]{{1,3}}))(?![\w/-])",
    re.IGNORECASE,
)
_CLEARLY = re.compile(
    r"\b(?:registration(?: (?:number|mark|plate))?|reg\.?(?: (?:no|number|plate))?|vrm"
    r"|vrn|index number"
    r"|number plate|plate)\b",
    re.IGNORECASE,
)
_CARS = (
    r"Ford|Vauxhall|Audi|BMW|Mercedes|Merc|Volkswagen|VW|Toyota|Honda|Nissan|Peugeot"
    r"|Renault|Citro[eë]n"
    r"|Fiat|Skoda|Seat|Kia|Hyundai|Mazda|Volvo|Mini|Tesla|Land Rover|Range Rover"
    r"|Jaguar|Suzuki|Dacia"
    r"|Mitsubishi|Subaru|Lexus|Saab|Rover|Astra|Corsa|Fiesta|Focus|Transit|Golf|Polo|Clio"
)
_MAKES = re.compile(rf"\b(?:{_CARS})\b[^\n.;]{{0,40}}?[ (]({_ANY_MARK})(?![\w/-])")
# Codes look like marks: without a word of traffic anywhere in the letter none is masked.
_TRAFFIC = re.compile(
    rf"\b(?:{_CARS}|vehicles?|cars?|vans?|lorry|lorries|taxis?|moped|motor\w*|driv\w+"
    rf"|drove|plates?|number ?plates?|registration|reg"
    r"|vrm|vrn|dvla|dvsa|anpr|mot|park(?:ed|ing)|pcn|speed\w*|keeper|minibus|bus lane"
    r"|tow(?:ed)?|insurance|road tax"
    r"|tractors?|(?:un)?insured|caravan|skip|ambulances?|fire engines?|sorn|traffic"
    r"|congestion|blue badge|permits?|collision)\b",
    re.IGNORECASE,
)
# Roads and sizes of paper, years, amounts, times, and small words beside a figure.
_NO_MARK = re.compile(
    r"[AMB]\d{1,4}\Z|(?:19|20)\d\d ?[A-Z]{0,3}\Z"
    r"|\d+(?:ST|ND|RD|TH|AM|PM|K|M|MM|CM|MPH)?\Z"
    r"|(?:NO|OF|IN|ON|TO|AT|BY|THE|AND|FOR|S|P|PP|REG|ACT|ART|FOI|EIR|GB) ?\d+\Z"
    r"|\d+ ?(?:OF|IN|ON|TO|AT|BY|IS|THE|AND|FOR|OR|A|WAS|MAY|CAR|VAN|DAY|NO|PER|ARE|AS|PCN)\Z"
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ /.-]{{0,2}}{_MONTH},?[ /.-]? ?(?:\d{{4}}|\d\d)\b"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\d{{1,2}}[ .]{{0,2}}(?:i{{1,3}}|i?v|vi{{0,3}}|i?x|xi{{1,2}})[ .]{{0,2}}(?:19|20)\d\d\b"
    r"|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d\d)\b|(?:19|20)\d\d[-/]\d\d[-/]\d\d\b)"
)
_BIRTH = re.compile(
    r"\b(?:date[ -]of[ -]birth|birth ?(?:date|day)|birth certificate|d\.? ?o\.?"
    r" ?b\b\.?|born(?: on)?\b|(?<=[ (])b\. ?)"
    rf"[^\n\d]{{0,40}}?\s{{0,3}}\(?({_DAY})",
    re.IGNORECASE,
)
_BORN_BEHIND = re.compile(rf"\b({_DAY}) ?(?:\((?:dob|d\.o\.b\.?|date of birth)\))", re.IGNORECASE)
# Figures in brackets right behind a name with a capital, as in lists of people.
_BESIDE_A_NAME = re.compile(
    r"(?<=[a-z]) \((\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\)"
)


def ni_numbers(sheet: Sheet) -> Iterator[Span]:
    """Find National Insurance numbers."""
    for found in _NI.finditer(sheet.text):
        yield Span(found.start(), found.end(), Kind.NI_NUMBER)
    for found in _NI_CALLED.finditer(sheet.text):
        yield Span(*found.span(1), Kind.NI_NUMBER)


def vehicle_marks(sheet: Sheet) -> Iterator[Span]:
    """Find registration marks of vehicles."""
    if not _TRAFFIC.search(sheet.text):
        return
    for pattern in (_CURRENT, _PREFIX, _SUFFIX):
        for found in pattern.finditer(sheet.text):
            yield Span(found.start(), found.end(), Kind.VEHICLE)
    for found in _SMALL.finditer(sheet.text):
        if _TRAFFIC.search(sheet.text, max(0, found.start() - _NEAR), found.start()):
            yield Span(found.start(), found.end(), Kind.VEHICLE)
    yield from _called(sheet)


def _called(sheet: Sheet) -> Iterator[Span]:
    """Find marks of any form behind what says that they are one."""
    for pattern in (_CALLED, _MAKES):
        for found in pattern.finditer(sheet.text):
            mark = found.group(1)
            plain = not mark.isupper() and not _CLEARLY.search(found.group())
            if not plain and not _NO_MARK.match(mark.upper()) and not mark.isdigit():
                yield Span(*found.span(1), Kind.VEHICLE)


def dates_of_birth(sheet: Sheet) -> Iterator[Span]:
    """Find dates that the words beside them call a date of birth; other dates stay."""
    for pattern in (_BIRTH, _BORN_BEHIND, _BESIDE_A_NAME):
        for found in pattern.finditer(sheet.text):
            yield Span(*found.span(1), Kind.DATE_OF_BIRTH)
