"""Telephone numbers of people, in any spelling; those that an authority publishes stay.

Formats are Ofcom's National Telephone Numbering Plan; numbers from abroad are judged by
`phonenumbers`, the port of libphonenumber. Numbers that Ofcom keeps for drama are numbers, too.
"""

import re
from collections.abc import Callable, Iterator

import phonenumbers

from assistant.domain.library.masking_kinds import Kind, Known, Span
from assistant.domain.library.masking_sheet import Places, Sheet

# Figures in groups, and the signs people put between them; never across lines.
_RUN = re.compile(
    r"(?:(?<![\w.,/£$%:@#=-])|(?<=[Tt]el:)|(?<=[a-z]:))(?:\+|\(\+|00(?=[1-9])"
    r"|\(0)?\d(?:[ .()-]{0,6}\d){5,16}(?![\w%]|[.,/:]\d)"
)
# Broken by a line's end; misread by a scan; an exchange's name for its code, as people wrote once.
_WRAPPED = re.compile(
    r"(?<![\w.,/-])0\d{2,4}(?:[ -]?\d{3,6})? ?\n {0,8}\d{3,6}(?: \d{3,4})?(?![\w/-])"
)
_SCANNED = re.compile(r"(?<![\w])\(?[Oo0](?:[ ()-]{0,3}[\dOIl]){9,10}(?!\w)")
_EXCHANGE = re.compile(r"\b(?:[Tt]el(?:ephone)?|[Pp]hone)\.?:? ([A-Z][a-z]{2,20} \d{3,6})\b")
# A mobile number whose first 0 somebody left out.
_WITHOUT_0 = re.compile(
    r"\b(?:number|numbers|no|mobile|mob|call|text|phone|ring|or|and|on|tel)\b[ :.,]{1,3}(?:is "
    r"|are )?"
    r"(7[1-57-9]\d{2}[ -]?\d{3}[ -]?\d{3})(?![\w-])",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r",? ?\(?(?:ext(?:ension|n)?|x)\.?\)?:? ?(?:no\.? |number )?\d{2,6}\)?", re.IGNORECASE
)
_OR = re.compile(r" or \d{2,6}\b")
_ALONE = re.compile(
    r"(?:\b1\d\d,? )?\bext(?:ension|n)?(?:\.|:|\.:| no\.?| number)? ?:? ?(\d{3,8})\b", re.IGNORECASE
)
_CUE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|cell|call(?:ed|ing)?|ring|rang|dial"
    r"|text(?:ed)?|whatsapp|fax"
    r"|direct(?: line| dial)?|ddi|t|m)\b[^\n\d]{0,25}$",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"\b(?:ref(?:erence)?|case|account|invoice|order|crime|incident|log|policy|company|charity|vat"
    r"|registration|reg|uprn|id|job|request|foi|pcn|ticket|notice|hospital|vat|badge"
    r"|collar|meter|member(?:ship)?|payroll|sort code|isbn|urn)"
    r"(?: (?:no|number|ref|reference))?\b\.?[:# ]{0,3}$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)?\d\d(?: |$|\b)|(?:19"
    r"|20)\d\d-\d\d-\d\d"
)
# Numbers without a place (03, 08) are an organisation's; nobody's desk has one.
_PUBLISHED = re.compile(r"(?:\+?44|0044|0)(?:3\d{9}|8\d{6,9})\Z")
_UK = re.compile(r"(?:(?:\+|00)44)0?([1-9]\d{8,9})\Z|0([12357]\d{8,9})\Z|(0[1-9]\d{8,9})\Z")
_LOCAL = re.compile(r"\d{6,8}\Z")
# A number of the UK, with its 0, has so many figures.
_FIGURES = (10, 11)
_BEFORE = 60


def phones(
    sheet: Sheet, known: Known, taken: Places, stays: Callable[[int, int], bool]
) -> Iterator[Span]:
    """Find telephone numbers that lead to a person.

    `taken` is masked or kept already; `stays` says of a number's place that it is one an
    authority publishes there. What stays once stays wherever it is written.
    """
    own = {_last(number) for number in known.own_phones}
    found = [(start, end) for start, end in _numbers(sheet) if not taken.touches(start, end)]
    own |= {_last(sheet.text[start:end]) for start, end in found if stays(start, end)}
    for start, end in found:
        extension = _EXTENSION.match(sheet.text, end) or _OR.match(sheet.text, end)
        if _last(sheet.text[start:end]) in own and not extension:
            continue
        yield Span(start, extension.end() if extension else end, Kind.PHONE)
    for alone in _ALONE.finditer(sheet.text):
        if not taken.touches(*alone.span(1)):
            whole = alone.group()[0].isdigit()
            yield Span(*alone.span(0 if whole else 1), Kind.PHONE)


def _numbers(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Find runs of figures that are telephone numbers of people."""
    yield from _odd_numbers(sheet)
    for run in _RUN.finditer(sheet.text):
        text = run.group()
        before = sheet.text[max(0, run.start() - _BEFORE) : run.start()].rpartition("\n")[2]
        if _DATE.match(text) or _NO_PHONE.search(before):
            continue
        # A number that begins the row of a table is an account's or an item's.
        row = text.isdigit() and sheet.text[run.end() : run.end() + 3] == "   "
        if (row and not before.strip()) or not _is_phone(text, called=bool(_CUE.search(before))):
            continue
        closed = text.startswith("(") and text.count("(") > text.count(")")
        yield run.start() + closed, run.end()


def _odd_numbers(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Find numbers that a line's end breaks, that a scan misread, or with an exchange's name."""
    for wrapped in _WRAPPED.finditer(sheet.text):
        if sum(sign.isdigit() for sign in wrapped.group()) in _FIGURES:
            yield wrapped.span()
    for scanned in _SCANNED.finditer(sheet.text):
        if re.search(r"[OoIl]", scanned.group()):
            yield scanned.span()
    for mobile in _WITHOUT_0.finditer(sheet.text):
        yield mobile.span(1)
    for local in _EXCHANGE.finditer(sheet.text):
        yield local.span(1)


def _is_phone(text: str, *, called: bool) -> bool:
    """Say whether figures are a telephone number; `called` if the words before say that it is."""
    plain = re.sub(r"\(0\)", "", text)
    figures = re.sub(r"[^\d+]", "", plain)
    if _PUBLISHED.match(figures):
        return False
    if _UK.match(figures):
        return called or not text.isdigit() or _possible(figures)
    if figures.startswith(("+", "00")):
        return _possible("+" + figures.lstrip("+0"))
    return called and bool(_LOCAL.match(figures))


def _possible(figures: str) -> bool:
    """Ask the numbering plans of the world."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(figures, "GB"))
    except phonenumbers.NumberParseException:
        return False


def _last(number: str) -> str:
    """Return what tells numbers apart, however they begin: their last nine figures."""
    return re.sub(r"\D", "", number)[-9:]
