"""Earlier responses of an authority that does not exist, as many as wanted and no two alike.

Subjects, places, services, makers and figures are drawn with a fixed start, so that the same number
always gives the same document; the places and firms are put together from syllables.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.domain.library.precedents import Precedent

SUBJECTS = """
    speed cameras|parking penalty notices|street lighting columns|library opening hours|
    school places|special educational needs assessments|home to school transport|
    children in care|foster carers|agency social workers|adult care packages|
    care home inspections|domiciliary care contracts|bus subsidies|pothole repairs|
    gully clearing|winter gritting|road closures|traffic orders|cycle lanes|
    footpath diversions|tree felling|verge mowing|flood defences|household waste sites|
    recycling rates|fly tipping|litter fines|pest control|food hygiene inspections|
    taxi licences|gambling premises|alcohol licences|planning enforcement|listed buildings|
    building control fees|council tax arrears|business rates relief|housing allocations|
    homelessness applications|temporary accommodation|empty homes|void properties|
    damp and mould complaints|boiler servicing|lift repairs|cladding surveys|asbestos registers|
    fire risk assessments|evacuation drills|body worn video|police dogs|drone flights|
    stop and search|burglary outcomes|vehicle recovery|custody suites|call handling times|
    firearms certificates|hate crime reports|missing persons|shotgun licences|volunteer hours|
    staff sickness|redundancy payments|settlement agreements|apprenticeships|gender pay|
    training budgets|expenses claims|mobile phone contracts|printer leases|cyber incidents|
    data breaches|software licences|email archiving|consultancy spending|legal fees|
    compensation claims|insurance premiums|credit card purchases|translation services|
    catering contracts|cleaning contracts|security guards|energy tariffs|solar panels|
    heat pumps|electric vehicle chargers|fleet mileage|fuel cards|uniform purchases|
    museum loans|archive digitisation|swimming pools|allotments|cemetery plots|cremation fees|
    public toilets|market stalls|beach lifeguards|playground inspections|sports pitches|
    theatre grants|festival policing|
    """.replace("\n", "").split("|")
MEASURES = (
    "the number of {s} recorded",
    "the total cost of {s}",
    "how many complaints were made about {s}",
    "the contract under which {s} are provided, with its supplier and end date",
    "the written policy on {s} and when it was last reviewed",
    "the longest and the average time taken over {s}",
    "the minutes of meetings at which {s} were discussed",
    "the staff employed on {s}, by grade",
    "the budget for {s} and what was spent of it",
    "any audit or review of {s}",
    "the targets set for {s} and whether they were met",
    "correspondence with {f} about {s}",
)
WHERE = (
    "in {p}",
    "at the {p} depot",
    "within {n} miles of {p}",
    "in the wards of {p} and {q}",
    "along {p} Road between numbers {n} and {m}",
    "across the district, by month",
)
ANSWERS = (
    (
        "Between {y} and {z} we recorded {n} in {p} and {m} in {q}; {k} of them were closed within "
        "{j} working days."
    ),
    "The cost was £{m},{n} in {y}, of which £{n},{k} was paid to {f} for work at {p}.",
    "{f} has held the contract since {y}. It runs until {z} and is worth £{m},{k} a year.",
    "The policy was adopted in {y}, amended after a review of {p}, and is due again in {z}.",
    "{n} members of staff work on this at {p} and {k} at {q}, at grades {j} to {k}.",
    "We do not hold a breakdown by street. For {p} as a whole the figure was {n} in {y}.",
    "The average was {j} days in {y} and {k} days in {z}; the longest case, at {q}, took {n}.",
)
REFUSALS = (
    (
        "FOIA s12(1)",
        (
            "To find {s} in {p} we would have to read {m} files, at {j} minutes each. That is "
            "{n} hours, above the limit of 18, so section 12(1) applies."
        ),
    ),
    (
        "FOIA s31(1)(a)",
        (
            "Saying where {s} stand in {p} shows offenders where not to go. Section 31(1)(a) "
            "applies, and on balance the public interest lies in keeping it so."
        ),
    ),
    (
        "FOIA s43(2)",
        (
            "The rates that {f} charges at {p} would help rivals before the tender of {z}. Section "
            "43(2) applies."
        ),
    ),
    (
        "FOIA s40(2)",
        "The {k} people at {q} could be known from their posts. Section 40(2) applies.",
    ),
)
RIGHTS = (
    (
        "You may ask us to review this answer within {j} working days. Write to the team at "
        "{p} House, quoting {n}/{m}. After that you may complain to the Information Commissioner."
    ),
)
FIRST, MIDDLE, LAST, TRADES = (
    words.split()
    for words in (
        "Nor Al Bram Cold Dun East Fen Gar Hal Ing Kel Lang Mel Oak Pen Quar Rys Stan Thorn Up",
        "ber chester den el fer gate ham ing kirk low mar ning over per ring stead",
        "ton bury ford wick ley combe thorpe by worth minster don mouth field well",
        "Services Group Partners Systems Works Solutions Care Transport Holdings Logistics",
    )
)
REFUSED = 0.3
LONG_NAMES = 0.6


def document(number: int) -> Precedent:
    """Return the response of that number."""
    chance = random.Random(number)  # noqa: S311 - no secret, and the same every time
    questions = [_question(chance) for _ in range(chance.randint(1, 5))]
    refused = chance.random() < REFUSED
    section, reason = chance.choice(REFUSALS)
    blocks = ["## Request", *(one for _, one in questions)]
    for at, (subject, _) in enumerate(questions, start=1):
        blocks += [f"## Response > Question {at}", _filled(chance.choice(ANSWERS), subject, chance)]
        blocks.append(_filled(chance.choice(ANSWERS), subject, chance))
    if refused:
        blocks += ["## Prejudice", _filled(reason, questions[0][0], chance)]
    blocks += ["## Your rights", _filled(RIGHTS[0], "", chance)]
    return Precedent(
        ident=f"fictional-{number}",
        title=f"{questions[0][0].capitalize()} in {_place(chance)}",
        text="\n\n".join(blocks) + "\n",
        reference=f"FOI {number}",
        dated=date(2014, 1, 1) + timedelta(days=chance.randrange(4_300)),
        outcome="disclosed_part" if refused else "disclosed_full",
        sections=(section,) if refused else (),
    )


def documents(first: int, last: int) -> Iterator[Precedent]:
    """Yield the responses with these numbers, the last one not included."""
    return map(document, range(first, last))


def question(number: int) -> str:
    """Return a request as it might come in, about what the responses are about."""
    chance = random.Random(-1 - number)  # noqa: S311 - as above
    asked = " ".join(_question(chance)[1] for _ in range(chance.randint(1, 3)))
    return f"Under the Freedom of Information Act please tell me the following. {asked}"


def _question(chance: random.Random) -> tuple[str, str]:
    """Return a subject and a question about it."""
    subject = chance.choice(SUBJECTS).strip()
    text = f"{chance.choice(MEASURES)} {chance.choice(WHERE)} from {{y}} to {{z}}."
    return subject, f"Please provide {_filled(text, subject, chance)}"


def _filled(text: str, subject: str, chance: random.Random) -> str:
    """Fill a template: places p and q, firm f, years y and z, figures."""
    year = chance.randrange(2010, 2024)
    return text.format(
        s=subject,
        p=_place(chance),
        q=_place(chance),
        f=f"{_place(chance)} {chance.choice(TRADES)}",
        y=year,
        z=year + chance.randint(1, 6),
        n=chance.randrange(100, 999),
        m=chance.randrange(2, 99),
        k=chance.randrange(100, 999),
        j=chance.randrange(5, 60),
    )


def _place(chance: random.Random) -> str:
    """Return a place that is on no map."""
    middle = chance.choice(MIDDLE) if chance.random() < LONG_NAMES else ""
    return f"{chance.choice(FIRST)}{middle}{chance.choice(LAST)}"
