"""Correct letters that disclose, acknowledge, extend, find nothing, or are not under FOIA."""

# ruff: noqa: E501 - a letter has the lines that its writer gave it

from dataclasses import replace
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from tests.unit.letters.checks.letters import COUNCIL, POLICE, Letter, case
from tests.unit.letters.checks.refusals import ROTA

GIVEN = Letter(
    """\
Northshire Council
Reference: NC/25/418
8 January 2026

Dear Jordan Ekwueme

Thank you for your request, which we received on 10 December 2025. Everything that you asked for is below.

1) Bins emptied in Easter week: 4,210.

2) Bins reported as missed in that week: 37. Most of them were in Mill Lane.

3) The contractor is Greenways Haulage; the contract is at https://www.northshire.example/bins.

If anything in this letter is unclear, please reply to foi@northshire.example.

Within 40 working days you can ask foi@northshire.example for an internal review. After that, section 50 lets you complain to the Information Commissioner (https://ico.org.uk).

Yours sincerely

Information Governance
""",
    case(
        COUNCIL,
        Outcome.DISCLOSED_FULL,
        "1) How many bins were emptied in Easter week?\n"
        "2) How many were reported as missed, and where?\n"
        "3) Who is the contractor?",
        evidence="4,210 emptied; 37 missed, most in Mill Lane. Greenways Haulage. "
        "https://www.northshire.example/bins",
    ),
)

RECEIVED = Letter(
    """\
Northshire Police

Dear Alex Morgan

We received your request on 10 December 2025 and are dealing with it under the Freedom of Information Act 2000. Its reference is FOI-2026-00012. We have to answer it by 13 January 2026, which is 20 working days.

If you wish to ask about it, write to foi@northshire-police.example and quote the reference.

Priya Nair
Freedom of Information Officer
""",
    case(
        POLICE,
        Outcome.ACKNOWLEDGEMENT_ONLY,
        "How many horses do you have?",
        letter_date=date(2025, 12, 11),
    ),
)

NOT_HELD = Letter(
    """\
Northshire Council
NC/25/418

Dear Jordan Ekwueme

You asked for the log of the clock tower. The council does not hold that log. We searched the archive and asked the clockmaker, who has never kept one.

If you are unhappy with this, ask for an internal review within 40 working days (foi@northshire.example), and after that complain to the Information Commissioner (https://ico.org.uk) under section 50.

Information Governance
""",
    case(COUNCIL, Outcome.NOT_HELD, "Please send me the log of the clock tower."),
)

WEIGHING = Letter(
    """\
Northshire Police
FOI-2026-00012
8 January 2026

Dear Alex Morgan

We hold the plan of the cell block. Section 31(1)(f) of the Freedom of Information Act 2000 applies to it, because a prisoner who knew where the wiring runs could cut it; that would be likely to prejudice the maintenance of security in custody. The exemption is qualified, and we have not yet been able to complete the public interest test. Section 10(3) lets us take more time for that. We expect to decide by 10 February 2026.

You can ask for an internal review of this delay within 40 working days: foi@northshire-police.example. Section 50 lets you complain to the Information Commissioner at https://ico.org.uk.

Priya Nair
""",
    case(
        POLICE,
        Outcome.OTHER,
        "Please send me the plan of the cell block.",
        "FOIA s31(1)(f)",
        evidence="The public interest will be decided by 10 February 2026.",
    ),
)

_EIR = replace(COUNCIL, regime=Regime.EIR)
DRAFT_PLAN = Letter(
    """\
Northshire Council
Reference NC/25/418

Dear Jordan Ekwueme

The council holds the draft flood plan and is refusing to release it under regulation 12(4)(d) of the Environmental Information Regulations 2004, because the plan is still in the course of completion: the modelling of the weir has not come back from the engineers. The council expects it to be finished in May 2026.

Public interest. In favour of disclosure, villagers want to know whether their street will be defended. Against it, half a model would mislead buyers and sellers about which houses flood. We presumed that disclosure is right, and find that the public interest in maintaining the exception nevertheless outweighs that in disclosure.

You may make representations to us within 40 working days, asking for an internal review: foi@northshire.example. You may then appeal to the Information Commissioner (https://ico.org.uk) under section 50 of the Freedom of Information Act 2000, which regulation 18 applies.

Information Governance
""",
    case(
        _EIR,
        Outcome.REFUSED,
        "Please send me the draft flood plan.",
        "EIR reg 12(4)(d)",
        evidence="The engineers deliver the model, and the plan will be finished, in May 2026.",
    ),
)

QUARRY = Letter(
    """\
Northshire Council
NC/25/418

Dear Jordan Ekwueme

We hold the operator's blasting costs. We will not disclose them: the exception in regulation 12(5)(e) of the Environmental Information Regulations 2004 is engaged. The operator gave them to us in confidence for its licence. Its two rivals could price every tender just below it, so that disclosure would adversely affect the confidentiality which the law gives to its legitimate economic interest.

We began from the presumption in favour of disclosure. On one side, neighbours of the quarry want to understand why blasting goes on, and the costs would inform that debate. On the other side, an operator who is stripped of its margins would tell the council no more than it must. The second carries more weight, and the public interest lies in maintaining the exception.

If you disagree, you may ask us to reconsider within 40 working days, by writing to foi@northshire.example. The Information Commissioner decides complaints under section 50 of the Freedom of Information Act 2000; see https://ico.org.uk.

Information Governance
""",
    case(
        _EIR,
        Outcome.REFUSED,
        "Please send me what the quarry operator told you of its blasting costs.",
        "EIR reg 12(5)(e)",
        evidence="The operator has two rivals.",
    ),
)

OWN_RECORDS = Letter(
    """\
Northshire Council
NC/25/418

Dear Jordan Ekwueme

This is our answer to your subject access request, which we received on 10 December 2025. You have the right under Article 15 of the UK GDPR to a copy of your personal data.

Enclosed is your whole housing file, with the notes of every visit.

If you think that we have overlooked something, please write to foi@northshire.example. You may also complain to the Information Commissioner: https://ico.org.uk/make-a-complaint.

Information Governance
""",
    case(
        replace(COUNCIL, regime=Regime.SAR),
        Outcome.DISCLOSED_FULL,
        "Please give me my housing file: this is a subject access request.",
        due_on=date(2026, 1, 10),
    ),
)
# The outcome of a review: the regulator's turn has come, and there is no other review to offer.
UPHELD = Letter(
    """\
Northshire Police
FOI-2026-00012

Dear Alex Morgan

Internal review of our refusal

I have looked at the refusal afresh. We hold the rota, and I uphold the refusal to disclose it under section 31(1)(a) of the Freedom of Information Act 2000: smugglers who knew the empty nights would land their cargo then, so disclosure would be likely to prejudice the prevention of crime.

In favour of disclosure, residents want to know whether the harbour is patrolled. Against it, the launch cannot be replaced by anything on land. On balance, the public interest in maintaining the exemption outweighs that in disclosure.

If you remain unhappy you may apply to the Information Commissioner under section 50: https://ico.org.uk.

Priya Nair
""",
    replace(ROTA.facts, review=True),
)
ALL = (GIVEN, RECEIVED, NOT_HELD, WEIGHING, DRAFT_PLAN, QUARRY, OWN_RECORDS, UPHELD)
