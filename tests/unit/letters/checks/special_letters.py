"""Correct letters about cost, confirming or denying, section 21, 23, 31(1)(g) and 36."""

# ruff: noqa: E501 - a letter has the lines that its writer gave it

from assistant.domain.case import Outcome
from tests.unit.letters.checks.letters import COUNCIL, POLICE, Letter, case

COST = Letter(
    """\
Northshire Council
Information Governance

Reference NC/25/418
8 January 2026

Dear Jordan Ekwueme

The council holds the planning files that you ask about. To find the letters of objection in them would cost more than the law lets us be asked to spend, so we are refusing the request under section 12(1) of the Freedom of Information Act 2000. The appropriate limit for a council is £450, which is 18 hours. This is a notice under section 17(5).

Our estimate

| What has to be done | Hours |
|---|---|
| Locating the boxes in the basement | 8 |
| Retrieving the files from the boxes | 6 |
| Extracting the letters of objection | 30 |

How we can help

If you limit the request to one ward, the work would take less than a day. Please tell us which ward interests you.

If you think that this is wrong

Ask foi@northshire.example for an internal review within 40 working days. If that does not settle it, section 50 gives you the right to complain to the Information Commissioner (https://ico.org.uk).

Yours sincerely

Information Governance
""",
    case(
        COUNCIL,
        Outcome.COST_S12,
        "Please send me every letter of objection to a planning application since the council began.",
        "FOIA s12(1)",
        evidence="Locating 8 hours, retrieving 6 hours, extracting 30 hours. Limit £450, 18 hours.",
    ),
)

VEXATIOUS = Letter(
    """\
Northshire Council                                             NC/25/418

Dear Jordan Ekwueme

Your request of 10 December 2025 for the chairman's parking receipts is refused as vexatious under section 14(1) of the Freedom of Information Act 2000, and this is the notice that section 17(5) requires.

It is the fortieth on that subject since he fined your brother. In the last nine you called two clerks thieves. Answering them has kept one clerk from other work for a month, and no receipt has ever been wrong.

If you write within 40 working days to foi@northshire.example, we will look at this decision again in an internal review. The Information Commissioner (https://ico.org.uk) decides complaints under section 50.

Yours sincerely
Information Governance
""",
    case(
        COUNCIL,
        Outcome.VEXATIOUS_S14,
        "Send me the chairman's parking receipts.",
        "FOIA s14(1)",
        evidence="Fortieth request; nine of them call two clerks thieves.",
    ),
)

UNDERCOVER = Letter(
    """\
Northshire Police
8 January 2026
Our reference: FOI-2026-00012

Dear Alex Morgan

Undercover officers at the county show

Northshire Police neither confirms nor denies that it holds the information you asked for. The duty in section 1(1)(a) of the Freedom of Information Act 2000 does not apply, by virtue of section 31(3). This letter is a refusal notice.

Were any force to say where it has used undercover officers, and where it has not, pickpockets would learn which shows to visit. To confirm or deny would be likely to prejudice the prevention and detection of crime, whatever the answer is.

Public interest in confirming or denying

People who went to the show have an interest in knowing whether they were watched. A plain answer would increase trust in the force.

Public interest in neither confirming nor denying

Each answer given about one show would let criminals compare it with the others, and so undermine the patrols of all of them.

Balance

The public interest in maintaining the exclusion of the duty outweighs the public interest in confirming whether information is held.

Nothing should be inferred from this answer as to whether there is such information.

You may ask for an internal review within 40 working days of this letter: foi@northshire-police.example. Under section 50 you may then apply to the Information Commissioner, https://ico.org.uk/make-a-complaint.

Yours sincerely

Priya Nair
""",
    case(
        POLICE,
        Outcome.NCND,
        "Did you use undercover officers at the county show last summer?",
        "FOIA s31(3)",
    ),
)

WATCHED = Letter(
    """\
Northshire Police, 8 January 2026, FOI-2026-00012

Dear Alex Morgan,

You asked if a neighbour, whom you named, has ever been cautioned.

We can neither confirm nor deny whether we hold anything of that kind. Section 40(5B)(a)(i) of
the Freedom of Information Act 2000 lets us refuse to do so. A yes or a no about
a person's brushes with the law would itself tell the world something private about them, which nobody
expects the police to shout from the rooftops, and it would be unfair under the first data protection principle.

This reply must not be read as a sign of one thing or the other; anyone who asks about anybody gets the same.

Please e-mail foi@northshire-police.example by 5 March 2026 for an internal review. The
Information Commissioner takes complaints under section 50 at https://ico.org.uk.

Priya Nair
""",
    case(
        POLICE,
        Outcome.NCND,
        "Has my neighbour at number 4 ever been cautioned?",
        "FOIA s40(5B)(a)(i)",
        evidence="Review by 5 March 2026.",
    ),
)

PUBLISHED = Letter(
    """\
Northshire Council - NC/25/418

Dear Jordan Ekwueme

We hold the minutes of the harbour board. As anybody can read them already, we are refusing to send you copies: section 21(1) of the Freedom of Information Act 2000 exempts information that is reasonably accessible to you by other means. They are at https://www.northshire.example/harbour-board, and the reading room of the town hall has a printed set.

This exemption is absolute.

If you want this decision reviewed, write within 40 working days to foi@northshire.example to ask for an internal review; after that, apply to the Information Commissioner under section 50 at https://ico.org.uk.

Information Governance
""",
    case(
        COUNCIL,
        Outcome.ALREADY_ACCESSIBLE_S21,
        "Please send me the minutes of the harbour board.",
        "FOIA s21(1)",
        evidence="https://www.northshire.example/harbour-board",
    ),
)

FRANK = Letter(
    """\
Northshire Council
NC/25/418

Dear Jordan Ekwueme

Request for the note of the away day

The council holds the note and is withholding it under section 36(2)(b)(ii) of the Freedom of Information Act 2000.

Reasons. The monitoring officer, who is our qualified person, gave her opinion on 5 January 2026. She finds that disclosure would be likely to inhibit the free and frank exchange of views for the purposes of deliberation, because heads of service criticised one another's budgets by name and would fall silent at the next away day.

The arguments for disclosure. Residents are entitled to know how cuts were chosen, and openness would promote accountability.

The arguments for maintaining the exemption. Without candour at such days bad budgets would pass unchallenged.

Our conclusion. The case for maintaining the exemption is the stronger while the budget is still open, so the public interest lies in withholding.

You can request an internal review from foi@northshire.example within 40 working days. You have a further right under section 50 to complain to the Information Commissioner (https://ico.org.uk).

Information Governance
""",
    case(
        COUNCIL,
        Outcome.REFUSED,
        "Please send me the note of the away day.",
        "FOIA s36(2)(b)(ii)",
        evidence="The opinion of the qualified person is dated 5 January 2026.",
    ),
)

LICENSING = Letter(
    """\
Northshire Council
Our reference: NC/25/418

Dear Jordan Ekwueme

We do hold the notes of our visits to the taxi firms, and we are refusing to disclose them. Section 31(1)(g) of the Freedom of Information Act 2000 applies, with the purpose in section 31(2)(c): ascertaining whether circumstances exist that would justify action against a licensed firm. The notes say which firms will be visited again, and on what day. A firm that is warned would park its faulty cars elsewhere, so disclosure would prejudice that work.

Considerations for disclosure: passengers want to know which taxis are safe, and the notes would help people choose.

Considerations for keeping the notes back: a visit that is expected finds nothing, and unsafe cars would stay on the road.

The balance of the public interest lies in maintaining the exemption.

To challenge this, ask us for an internal review (foi@northshire.example, within 40 working days). The Information Commissioner, https://ico.org.uk, hears complaints under section 50.

Information Governance
""",
    case(
        COUNCIL,
        Outcome.REFUSED,
        "Please send me the notes of your visits to taxi firms.",
        "FOIA s31(1)(g)",
        "FOIA s31(2)(c)",
    ),
)

BODIES = Letter(
    """\
Northshire Police
FOI-2026-00012

Dear Alex Morgan

We hold the file on the port exercise and refuse to disclose any of it. To the extent that it was supplied by, or relates to, a body listed in section 23(3), it is exempt under section 23(1) of the Freedom of Information Act 2000; to the extent that it is not, section 24(1) applies in the alternative.

Section 23(1): the exercise was planned together with some of those bodies, and their part in it cannot be told from ours.

Section 24(1): the file says how quickly the port could be closed and by whom. Exemption is required for the purpose of safeguarding national security, since attackers would otherwise know where nobody stands guard.

The public interest under section 24(1)
For disclosure: dockers want to know that the port can be closed.
For maintaining the exemption: the gaps that the exercise found would be open to attackers.
On balance the public interest in maintaining the exemption outweighs that in disclosure.

An internal review can be requested within 40 working days from foi@northshire-police.example. Section 50 gives a right of complaint to the Information Commissioner, https://ico.org.uk.

Priya Nair
""",
    case(
        POLICE,
        Outcome.REFUSED,
        "Please send me the file on the port exercise.",
        "FOIA s23(1)",
        "FOIA s24(1)",
    ),
)
ALL = (COST, VEXATIOUS, UNDERCOVER, WATCHED, PUBLISHED, FRANK, LICENSING, BODIES)
