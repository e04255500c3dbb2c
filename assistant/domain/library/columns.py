"""Which column of a disclosure log holds what, and a row of it as an earlier response."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.dates import find_dates
from assistant.domain.law.citations import find_citations
from assistant.domain.library.precedents import Precedent

# What a column may hold, what that is called for people, and headings that say so; the first
# pattern that fits a heading wins, and each field is taken once, by its best heading.
FIELDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "reference": (
        "reference",
        (
            r"(?:foi|our|case|request|log)? ?(?:ref(?:erence)?|id|number|no)",
            r"(?:foi|eir|case|request|reference|ref).{0,12}(?:ref(?:erence)?|number|no|id|code)",
            r"foi",
        ),
    ),
    "answered": (
        "date of the answer",
        (
            r"(?:date|day).{0,12}(?:respon|answer|repl|sent|disclos|publish|clos|complet|issued)\w*",
            r"(?:respon|answer|repl|disclos|clos|complet|publish|issue)\w*.{0,10}(?:date|on)",
            r"date|sent|published",
        ),
    ),
    "received": (
        "date of the request",
        (r"(?:date).{0,12}(?:receiv|request)\w*", r"(?:receiv|request)\w*.{0,10}(?:date|on)"),
    ),
    "title": (
        "title",
        (
            r"(?:request )?(?:title|subject|topic|heading)",
            r"subject matter|(?:request )?(?:name|theme)|(?:title|subject) of (?:the )?request",
        ),
    ),
    "request": (
        "request",
        (
            (
                r"(?:the |foi |full |original |information )*"
                r"(?:request(?:ed)?|question|query|enquiry)s?"
                r"(?: text| details?| made| summary| description| asked| in full)?"
            ),
            (
                r"(?:details?|summary|text|description|nature|wording) of (?:the )?"
                r"(?:foi |information )?(?:request|question|query)s?"
            ),
            (
                r"(?:what was )?(?:information )?(?:asked|requested|sought)(?: for)?|description"
                r"|information requested"
            ),
        ),
    ),
    "answer": (
        "answer",
        (
            (
                r"(?:the |foi |full |our |final )*(?:response|answer|reply|repl(?:y|ies))s?"
                r"(?: text| details?| given| sent| summary| issued| provided| in full)?"
            ),
            r"(?:details?|summary|text|wording) of (?:the )?(?:response|answer|reply)",
            r"information (?:disclosed|provided|released|supplied)|disclosure|body",
        ),
    ),
    "outcome": (
        "outcome",
        (
            (
                r"(?:request |final )?(?:outcome|decision|result|disposition|conclusion)"
                r"(?: of (?:the )?request)?"
            ),
            r"(?:response|disclosure|decision|outcome|request) (?:type|status|category|code)",
            r"status|disclosed|released|granted",
        ),
    ),
    "sections": (
        "sections",
        (
            (
                r"(?:exemption|exception|section|refusal)s?(?:.{0,3}exceptions?)?"
                r"(?: (?:applied|used|cited|engaged|claimed|relied on|codes?|details|reasons?))*"
            ),
            r"(?:reason|grounds?|basis) (?:for|of) (?:refusal|withholding|exemption)",
        ),
    ),
    "authority": (
        "authority",
        (r"public body|(?:public )?(?:authority|organisation|force|council|trust)",),
    ),
}
_NOT_A_WORD = re.compile(r"[^\w/ ]+|_+")
# Headings under which Outlook exports a mail folder as a table.
_OUTLOOK = {"Subject", "Body", "From: (Address)"}
# A row of headings has at least so many that say what they hold.
FEWEST = 2
_OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), outcome)
    for pattern, outcome in (
        (r"neither (?:confirm|nor)|ncnd|nor den", Outcome.NCND),
        (r"vexatious|repeat|s(?:ection|\.)? ?14\b", Outcome.VEXATIOUS_S14),
        (r"(?:cost|fee|time|priate).{0,12}limit|exceed|s(?:ection|\.)? ?12\b", Outcome.COST_S12),
        (r"clarif", Outcome.CLARIFICATION_NEEDED),
        (r"transfer", Outcome.TRANSFERRED),
        (r"part.{0,20}not held|not held.{0,12}part|part\w* held", Outcome.PART_NOT_HELD),
        (
            (r"(?:^|\b)(?:in )?part|some (?:information|data)|redact|mixed|exempt.*disclos"
            r"|(?:disclos|grant|provid|releas)\w* (?:in|with) (?:part|redact|exempt)"),
            Outcome.DISCLOSED_PART,
        ),
        (r"not held|no (?:information|records?|data)|nil|doesn.?t? hold|does not hold",
         Outcome.NOT_HELD),
        (r"already|s(?:ection|\.)? ?21\b|publicly available|accessible",
         Outcome.ALREADY_ACCESSIBLE_S21),
        ((r"refus|withh|reject|exempt|not (?:disclosed|released|provided|granted)|declin|denied"
         r"|no disclosure|^no$"), Outcome.REFUSED),
        (r"disclos|released|provided|granted|supplied|full|answered|success|^yes$",
         Outcome.DISCLOSED_FULL),
    )
)  # fmt: skip
_BARE_SECTION = re.compile(r"(?<![\w.])(\d{1,2}(?:\(\w{1,3}\))*)(?![\w/])")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$")
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field the columns that hold it, from 0; `headings` is the row that was read.

    `row` is where the headings stand, from 0. Several columns of one field are joined.
    """

    headings: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    row: int = 0

    @property
    def is_mail(self) -> bool:
        """Whether the table is a mail folder that Outlook exported."""
        return set(self.headings) >= _OUTLOOK

    @property
    def usable(self) -> bool:
        """Whether something asked, or named, and something answered can be read by them."""
        return bool({"request", "title"} & set(self.fields)) and bool(
            {"answer", "outcome"} & set(self.fields)
        )


def guess(headings: Sequence[str], row: int = 0) -> Columns:
    """Return what the headings of a log say of its columns; a heading nobody knows is left out."""
    plain = [" ".join(_NOT_A_WORD.sub(" ", each).lower().split()) for each in headings]
    found: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    deepest = max(len(patterns) for _, patterns in FIELDS.values())
    for rank in range(deepest):
        for name, (_, patterns) in FIELDS.items():
            if name in found or rank >= len(patterns):
                continue
            fits = re.compile(patterns[rank])
            place = next(
                (n for n, each in enumerate(plain) if n not in taken and fits.fullmatch(each)), None
            )
            if place is not None:
                found[name] = (place,)
                taken.add(place)
    return Columns(tuple(headings), {name: found[name] for name in FIELDS if name in found}, row)


def shown(columns: Columns) -> list[tuple[str, str]]:
    """Return each heading with what it is taken for, in the order of the table."""
    taken = {place: FIELDS[name][0] for name, places in columns.fields.items() for place in places}
    return [
        (heading, taken.get(place, "")) for place, heading in enumerate(columns.headings) if heading
    ]


def headings_in(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the columns by the first row of a few that reads as headings, or None."""
    guesses = [guess(row, number) for number, row in enumerate(rows)]
    best = max(guesses, key=lambda each: len(each.fields), default=None)
    return best if best is not None and len(best.fields) >= FEWEST else None


def headings_or_fullest(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the columns as `headings_in`; else by the first row with the most cells filled in.

    What those hold is for a person to say. None where nothing is written in the rows.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    if not any(filled):
        return None
    fullest = filled.index(max(filled))
    return headings_in(rows) or guess(rows[fullest], fullest)


def chosen(columns: Columns, meanings: Mapping[int, str]) -> Columns:
    """Return columns with what a person says each holds: a field by the place of its column.

    Several columns of one field are joined; those of which nothing is said hold nothing.
    """
    fields = {
        name: tuple(place for place in sorted(meanings) if meanings[place] == name)
        for name in FIELDS
    }
    return Columns(
        columns.headings, {name: places for name, places in fields.items() if places}, columns.row
    )


def declared(rows: Sequence[Sequence[str]], names: Mapping[str, Sequence[str]]) -> Columns:
    """Return the columns that a file names for each field.

    Raises ValueError with what is wrong: a field nobody knows, or a heading that is not there.
    """
    unknown = sorted(set(names) - set(FIELDS))
    if unknown:
        raise ValueError(f"there is no field {unknown[0]!r}; there are {', '.join(FIELDS)}")
    wanted = {_same(each) for several in names.values() for each in several}
    fits = [len(wanted & {_same(cell) for cell in row}) for row in rows]
    row = fits.index(max(fits)) if fits else 0
    headings = tuple(rows[row]) if rows else ()
    places = {_same(cell): number for number, cell in reversed([*enumerate(headings)])}
    missing = [each for several in names.values() for each in several if _same(each) not in places]
    if missing:
        raise ValueError(
            f"it has no column {missing[0]!r}; it has {', '.join(filter(None, headings))}"
        )
    fields = {
        name: tuple(places[_same(each)] for each in several) for name, several in names.items()
    }
    return Columns(headings, fields, row)


def _same(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def of_row(cells: Sequence[str], columns: Columns, *, source: str, kind: str) -> Precedent | None:
    """Return a row as an earlier response, or None where nothing was asked or nothing answered."""
    said = {name: _joined(cells, places) for name, places in columns.fields.items()}
    asked = said.get("request", "")
    title = said.get("title", "") or _short(asked)
    text = said.get("answer", "") or said.get("outcome", "")
    if not title or not text:
        return None
    reference = said.get("reference", "")
    return Precedent(
        ident=reference or source.rpartition("/")[2],
        title=title,
        text=text,
        request=asked,
        reference=reference[:100],
        dated=day_of(said.get("answered", "")) or day_of(said.get("received", "")),
        outcome=outcome_of(said.get("outcome", "")),
        sections=sections_of(said.get("sections", "")),
        authority=said.get("authority", ""),
        source=source,
        kind=kind,
    )


def _joined(cells: Sequence[str], places: Sequence[int]) -> str:
    """Return what the columns of a field say, one below the other."""
    said = (cells[place].strip() for place in places if place < len(cells))
    return "\n\n".join(each for each in said if each)


def _short(text: str) -> str:
    """Return the beginning of a request as its title."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " ..."


def outcome_of(words: str) -> str:
    """Return what a log's own word for an outcome means; empty where it means nothing known."""
    if words in set(Outcome):
        return words
    return next((str(outcome) for form, outcome in _OUTCOMES if form.search(words)), "")


def sections_of(words: str) -> tuple[str, ...]:
    """Return the provisions in a cell: "S.40(2), section 31" or the bare "40(2); 31"."""
    if not any(each.isalpha() for each in re.sub(r"\(\w+\)", "", words)):
        words = ", ".join(f"section {each}" for each in _BARE_SECTION.findall(words))
    return tuple(dict.fromkeys(str(citation) for _, _, citation in find_citations(words)))


def day_of(words: str) -> date | None:
    """Return the day in a cell (2024-03-01, 01/03/2024, 1 March 2024), the first if several."""
    words = words.strip()
    iso = _ISO.match(words)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return next((day for _, _, day in find_dates(words)), None)
    except ValueError:
        return None
