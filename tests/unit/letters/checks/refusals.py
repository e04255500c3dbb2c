"""Correct letters that refuse under sections 24 to 43, each in a style of its own."""

# ruff: noqa: E501 - a letter has the lines that its writer gave it

from assistant.domain.case import Outcome
from tests.unit.letters.checks.letters import COUNCIL, POLICE, Letter, case

ROTA = Letter(
    """\
Northshire Police
Freedom of Information Team

FOI-2026-00012
8 January 2026

Dear Alex Morgan

Night cover of the harbour unit

We received your request on 10 December 2025. You asked for the rota of the harbour unit.

Decision

We hold the rota. We are refusing to disclose it, because it is exempt under section 31(1)(a) of the Freedom of Information Act 2000. This letter is our refusal notice under section 17(1).

Why section 31(1)(a) applies

The rota shows which nights have one launch and which have none. Smugglers who knew the empty nights would land their cargo then. Disclosure would be likely to prejudice the prevention and detection of crime for that reason.

Public interest: factors for disclosure

Residents have an interest in knowing whether the harbour is patrolled. An answer would inform the debate about the cost of the launch.

Public interest: factors for maintaining the exemption

There is a strong public interest in preventing smuggling, and the launch cannot be replaced by anything on land.

Balance

On balance, the public interest in maintaining the exemption outweighs the public interest in disclosure.

If you are unhappy with this reply

You may ask for an internal review within 40 working days. Write to foi@northshire-police.example.

If you remain dissatisfied, section 50 of the Act lets you apply to the Information Commissioner for a decision: https://ico.org.uk/make-a-complaint.

Yours sincerely

Priya Nair
Freedom of Information Officer
""",
    case(
        POLICE,
        Outcome.REFUSED,
        "Please send me the rota of the harbour unit for the nights of this winter.",
        "FOIA s31(1)(a)",
    ),
)

CATERING = Letter(
    """\
Northshire Council
Town Hall, Northshire NS1 1AA

Our ref: NC/25/418                                  8 January 2026

Dear Jordan Ekwueme,

We received this request on 10 December 2025 and have dealt with it under the
Freedom of Information Act 2000. We hold the information for both questions.

Q1. Three firms bid for the catering contract.

Q2. The bids are exempt under section 43(2) and we are withholding them; this is
a refusal notice under section 17. Each bid breaks the price down by dish and by
wage. Rivals who saw it would undercut the winner when the contract is let
again in the summer. This would be likely to prejudice the commercial interests
of the three firms.

The public interest. In favour of disclosure: taxpayers should be able to see how
their money is spent, and publication would promote confidence in the tender.
Against it: the council would receive fewer bids, and there is a public interest
in maintaining a market in which firms compete on price. We have decided that
the public interest in maintaining the exemption outweighs the public interest in
disclosure, because the total is published anyway.

Your rights. If you are not satisfied, please ask us for an internal review
within two months of this letter, at foi@northshire.example. After that you can
complain under section 50 of the Act to the Information Commissioner, Wycliffe
House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely
Information Governance
""",
    case(
        COUNCIL,
        Outcome.DISCLOSED_PART,
        "1. How many firms bid for the catering contract?\n2. Please send me their bids.",
        "FOIA s43(2)",
        evidence="Three bids were received for the catering contract.",
    ),
)

BROADCAST = Letter(
    """\
8 January 2026

Ref: FOI-2026-00012

Dear Alex Morgan

1. You asked which radio masts our control room depends on, and where they stand. We hold this information and must refuse to give it to you. Exemption from the duty is required for the purpose of safeguarding national security, so section 24(1) of the Freedom of Information Act 2000 applies.

2. Whoever wished to attack the emergency services would learn from the list which three masts carry every call. A single night's sabotage would then silence all the patrols of the county.

3. Public interest test
+ Those who live here have an interest in knowing that the emergency services are resilient.
+ Disclosure would inform the debate on the money spent on the masts.
- The masts could be attacked together, and the calls of nine districts would be lost.
- Nothing in the list would help people judge how well the masts are run.
We find that the public interest in maintaining the exemption prevails.

4. You have the right to request an internal review by 5 March 2026 from foi@northshire-police.example.

5. You may then apply to the Information Commissioner (https://ico.org.uk) for a decision under section 50.

Northshire Police
""",
    case(
        POLICE,
        Outcome.REFUSED,
        "Which radio masts does your control room depend on, and where do they stand?",
        "FOIA s24(1)",
        evidence="Three masts carry every call in nine districts. Review by 5 March 2026.",
    ),
)

INFORMERS = Letter(
    """\
Northshire Police                                                FOI-2026-00012

Dear Alex Morgan

Part 1: We hold the closing report on the quarry fire. It is being withheld under section 30(1)(a)(i), because our detectives held it for an investigation into whether the night watchman should be charged with arson.

Part 2: We hold the guidance on quarry patrols too. It is exempt under section 31(1)(a). It names the gates that are not overlooked by cameras, and thieves who take copper from quarries would be likely to use them; that would be likely to prejudice the prevention of crime.

| Factors in favour of disclosure | Factors in favour of withholding |
|---|---|
| People near the quarry want to know how the fire began | Witnesses would be less willing to come forward |
| Openness would increase trust in our detectives | The gates would be used by thieves at once |

For both exemptions we have concluded that the public interest favours withholding: witnesses weigh more than curiosity.

A review: please write to foi@northshire-police.example within 40 working days if you would like an internal review of this refusal.

The Information Commissioner can decide on a complaint under section 50 after that; see https://ico.org.uk.

Priya Nair
""",
    case(
        POLICE,
        Outcome.REFUSED,
        "Part 1: Please send me the closing report on the quarry fire.\n"
        "Part 2: Please send me your guidance on quarry patrols.",
        "FOIA s30(1)(a)(i)",
        "FOIA s31(1)(a)",
        evidence="The watchman was suspected of arson; guidance names gates without cameras.",
    ),
)

CONFIDED = Letter(
    """\
Northshire Council
NC/25/418
8 January 2026

Dear Mr Ekwueme

You wrote on 10 December 2025 for the letter that a mining surveyor sent us about the old shaft. The council holds that letter and refuses to disclose it under section 41(1) of the Freedom of Information Act 2000.

The surveyor gave it to us on the express footing that nobody else would read it, while he was negotiating with the landowner. It has the quality of confidence: it is neither trivial nor known. Were it published he could sue, and since no danger to anyone is hidden by it, the council would have no defence.

That exemption is absolute.

Should you disagree, you can ask the council for an internal review within 40 working days, by e-mail to foi@northshire.example. You may afterwards complain to the Information Commissioner under section 50 (https://ico.org.uk/make-a-complaint).

Yours sincerely

Information Governance
""",
    case(
        COUNCIL,
        Outcome.REFUSED,
        "Please send me the letter that a mining surveyor sent you about the old shaft.",
        "FOIA s41(1)",
    ),
)

STAFF = Letter(
    """\
NORTHSHIRE COUNCIL
Our reference NC/25/418

8 January 2026

Dear Jordan Ekwueme

YOUR REQUEST
You asked for the names of the clerks who answered the flood line.

OUR RESPONSE
The council holds the names. It has decided not to disclose them. They are
exempt under section 40(2) of the Freedom of Information Act 2000, by virtue of
section 40(3A)(a).

REASONS
The clerks are junior and were promised when they volunteered that callers would
not learn who they are. Two were followed home after the last flood. To publish
the names would be unfair to them, and no interest of yours or of the public
makes it necessary. It would contravene the first data protection principle.

HOW TO COMPLAIN
Please contact foi@northshire.example within 40 working days of this letter to
request an internal review. If you are still unhappy you have the right under
section 50 to apply to the Information Commissioner at https://ico.org.uk.

Information Governance
""",
    case(
        COUNCIL,
        Outcome.REFUSED,
        "Please send me the names of the clerks who answered the flood line.",
        "FOIA s40(2)",
        evidence="Two clerks were followed home after the last flood.",
    ),
)
ALL = (ROTA, CATERING, BROADCAST, INFORMERS, CONFIDED, STAFF)
