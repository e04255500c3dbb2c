"""Fictional responses in the manners of many authorities, each with what it decided."""

from assistant.domain.case import Outcome

RIGHTS = (
    "If you are unhappy with the way we handled your request you may ask for an internal review "
    "within 40 working days, quoting section 50 if you later complain to the Information "
    "Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF (https://ico.org.uk).\n\n"
    "Yours sincerely,\nJane Doe\nInformation Governance Officer\nNorthshire Council\nS12 4LN\n"
)
ASKED = "Dear Ms Hale,\n\nThank you for your request of 3 March 2026 about {}.\n\n"


def letter(body: str, about: str = "swimming pools") -> str:
    """Return a letter around a body."""
    return f"{ASKED.format(about)}{body}\n\n{RIGHTS}"


# The id names the manner; sections as the register prints them.
RESPONSES: dict[str, tuple[str, Outcome, tuple[str, ...]]] = {
    "questions-and-answers": (
        letter(
            "You asked:\n\n1. How many pools does the council run?\n2. What did they cost in "
            "2024/25?\n\nOur response:\n\n1. Six.\n2. £2,341,000."
        ),
        Outcome.DISCLOSED_FULL,
        (),
    ),
    "table": (
        letter(
            "I can confirm that Northshire Council holds the information you requested, and it is "
            "set out in the table below.\n\nYear | Visits\n2023 | 120,411\n2024 | 131,903"
        ),
        Outcome.DISCLOSED_FULL,
        (),
    ),
    "a-zero-is-an-answer": (
        letter(
            "Question 1: How many lifeguards were assaulted in 2025?\nAnswer: None.\n"
            "Question 2: How many were dismissed?\nAnswer: 0"
        ),
        Outcome.DISCLOSED_FULL,
        (),
    ),
    "spreadsheet": (
        letter(
            "Please find attached a spreadsheet which contains the inspection dates for each pool "
            "since April 2021."
        ),
        Outcome.DISCLOSED_FULL,
        (),
    ),
    "with-a-link-for-one-question": (
        letter(
            "Q1. How many members has the gym?\nAs at 31 January 2026 it had 8,204 members.\n"
            "Q2. What are the opening hours?\nThese are published at "
            "https://www.northshire.example/pools and are exempt under section 21 of the Freedom "
            "of Information Act, because they are reasonably accessible to you."
        ),
        Outcome.DISCLOSED_FULL,
        ("FOIA s21",),
    ),
    "names-redacted": (
        letter(
            "We enclose the minutes of the four meetings. The names of junior staff have been "
            "redacted under section 40(2) of FOIA, as disclosure would contravene the data "
            "protection principles."
        ),
        Outcome.DISCLOSED_PART,
        ("FOIA s40(2)",),
    ),
    "one-question-refused": (
        letter(
            "1. What is the annual value of the contract?\nThe annual value is £418,000.\n"
            "2. What unit rates were agreed?\nThis information is being withheld under section "
            "43(2), because releasing it would be likely to prejudice the commercial interests of "
            "our supplier. On balance the public interest favours maintaining the exemption."
        ),
        Outcome.DISCLOSED_PART,
        ("FOIA s43(2)",),
    ),
    "one-question-too-dear": (
        letter(
            "1. How many complaints were made in 2025?\n214.\n2. What did each say?\nTo answer "
            "this we would have to read every file. We estimate that this would take 41 hours, and "
            "so exceed the appropriate limit under section 12(1) of the Act."
        ),
        Outcome.DISCLOSED_PART,
        ("FOIA s12(1)",),
    ),
    "police-refusal": (
        letter(
            "Northshire Police holds the information you seek. However, it is exempt by virtue of "
            "the following exemptions:\n\nSection 24(1) National Security\nSection 31(1)(a) Law "
            "Enforcement\n\nTo reveal where the cameras stand would tell offenders which roads to "
            "take. Factors favouring disclosure are openness about spending. Factors against "
            "disclosure are that crime would be harder to detect. The public interest therefore "
            "lies in maintaining the exemptions. This letter serves as a refusal notice under "
            "section 17 of the Act.",
            "cameras",
        ),
        Outcome.REFUSED,
        ("FOIA s24(1)", "FOIA s31(1)(a)"),
    ),
    "future-publication": (
        letter(
            "We have decided not to release the report, since it is intended for future "
            "publication "
            "in May 2026 and section 22(1) of the Freedom of Information Act 2000 applies. "
            "There is "
            "a public interest in an orderly publication, which outweighs the interest in "
            "having it "
            "some weeks earlier."
        ),
        Outcome.REFUSED,
        ("FOIA s22(1)",),
    ),
    "environmental-refusal": (
        letter(
            "Your request was considered under the Environmental Information Regulations 2004. We "
            "are refusing it under regulation 12(4)(e), as the information consists of internal "
            "communications. Having applied the presumption in regulation 12(2) and the test in "
            "regulation 12(1)(b), we find that the balance favours withholding it.",
            "the flood wall",
        ),
        Outcome.REFUSED,
        ("EIR reg 12(4)(e)",),
    ),
    "manifestly-unreasonable": (
        letter(
            "The Environmental Information Regulations 2004 apply. We rely on regulation 12(4)(b): "
            "reading 40,000 emails would take one officer half a year, and is manifestly "
            "unreasonable. The public interest in maintaining the exception outweighs that in "
            "disclosure."
        ),
        Outcome.REFUSED,
        ("EIR reg 12(4)(b)",),
    ),
    "cost": (
        letter(
            "It is our estimate that the time taken to comply with your request will exceed the 18 "
            "hours set by the Fees Regulations. There are 3,120 paper files, and each "
            "takes about 5 "
            "minutes: 260 hours. Section 12 of the Freedom of Information Act therefore "
            "applies.\n\n"
            "Advice and assistance\n\nYou might limit your request to one pool and one year."
        ),
        Outcome.COST_S12,
        ("FOIA s12",),
    ),
    "not-held": (
        letter(
            "Following a search of our electronic records I can confirm that the Trust does not "
            "hold this information. Pools are run by Northshire Leisure Ltd, and you may wish to "
            "contact them at hello@leisure.example."
        ),
        Outcome.NOT_HELD,
        (),
    ),
    "nothing-recorded": (
        letter("No information is held by Northshire University in relation to your request."),
        Outcome.NOT_HELD,
        (),
    ),
    "eir-not-held": (
        letter(
            "We have searched for it and hold no such information, and therefore refuse "
            "the request "
            "under regulation 12(4)(a) of the Environmental Information Regulations."
        ),
        Outcome.NOT_HELD,
        ("EIR reg 12(4)(a)",),
    ),
    "partly-held": (
        letter(
            "1) How many rescues were there in 2024?\n17\n2) How many in 1994?\nWe do not hold "
            "records for this period, as they were destroyed after seven years."
        ),
        Outcome.PART_NOT_HELD,
        (),
    ),
    "elsewhere": (
        letter(
            "All of the information you asked for is already in the public domain. It is available "
            "at https://www.northshire.example/spending, and so section 21(1) applies."
        ),
        Outcome.ALREADY_ACCESSIBLE_S21,
        ("FOIA s21(1)",),
    ),
    "link-only": (
        letter("This can be found on our website: https://www.northshire.example/pools/prices"),
        Outcome.ALREADY_ACCESSIBLE_S21,
        (),
    ),
    "vexatious": (
        letter(
            "This is your fourteenth request on the matter since January. Having regard to the "
            "burden, the motive and the distress caused, we consider it to be vexatious, "
            "and refuse "
            "it under section 14(1) of the Act. Section 17(5) requires us to tell you so."
        ),
        Outcome.VEXATIOUS_S14,
        ("FOIA s14(1)",),
    ),
    "repeated": (
        letter(
            "You made an identical request on 2 February 2026, which we answered on 20 February. "
            "Your present request is a repeated request and under section 14(2) we are not obliged "
            "to comply with it."
        ),
        Outcome.VEXATIOUS_S14,
        ("FOIA s14(2)",),
    ),
    "neither": (
        letter(
            "Northshire Police can neither confirm nor deny that it holds the information you "
            "requested, as the duty in section 1(1)(a) of the Act does not apply by virtue of "
            "section 40(5B)(a)(i) and section 31(3).",
            "an officer",
        ),
        Outcome.NCND,
        ("FOIA s40(5B)(a)(i)", "FOIA s31(3)"),
    ),
    "neither-in-other-words": (
        letter(
            "Under section 23(5) the duty to confirm or deny does not arise. This should not be "
            "taken as showing that such information is or is not held.",
            "surveillance",
        ),
        Outcome.NCND,
        ("FOIA s23(5)",),
    ),
    "unclear": (
        (
            "Dear Ms Hale,\n\nThank you for your request. Before we can deal with it we "
            "need some more "
            "information from you: please clarify which pools you mean, and for which "
            "years. If we do "
            "not hear from you within two months we will treat your request as closed. "
            "Section 1(3) of "
            "the Act allows us to ask.\n\nYours sincerely,\nJane Doe\n"
        ),
        Outcome.CLARIFICATION_NEEDED,
        (),
    ),
    "transferred": (
        letter(
            "The Council does not run the canal. We have transferred your request to the "
            "Northshire "
            "Waterways Trust, who will reply to you directly.",
            "the canal",
        ),
        Outcome.TRANSFERRED,
        (),
    ),
    "received": (
        (
            "Dear Ms Hale,\n\nWe acknowledge receipt of your request, which we received on 3 "
            "March 2026 "
            "and have logged as FOI-2026-014. We will reply within 20 working days, by 31 "
            "March 2026. "
            "Some information may be exempt from disclosure, and where section 12 applies "
            "a fee could "
            "be charged; we would tell you before then.\n\nYours sincerely,\nJane Doe\n"
        ),
        Outcome.ACKNOWLEDGEMENT_ONLY,
        (),
    ),
    "received-in-a-line": (
        (
            "Your request has been received and passed to the relevant team for reply. Our "
            "reference is "
            "2026/77.\n\nRegards\nFOI Team"
        ),
        Outcome.ACKNOWLEDGEMENT_ONLY,
        (),
    ),
    "holding": (
        (
            "Dear Ms Hale,\n\nI am sorry that we have not yet been able to send you a full "
            "reply. We "
            "are still waiting for one of our departments, and hope to reply shortly.\n\nYours "
            "sincerely,\nJane Doe\n"
        ),
        Outcome.OTHER,
        (),
    ),
    "extended": (
        letter(
            "We are writing to tell you that we need more time to consider the public "
            "interest test "
            "in section 43(2). Under section 10(3) of the Act we are extending the deadline to 28 "
            "April 2026."
        ),
        Outcome.OTHER,
        ("FOIA s43(2)", "FOIA s10(3)"),
    ),
    "invalid": (
        (
            "Dear requester,\n\nUnder section 8 of the Act a request has to give the real "
            "name of the "
            "person who asks. Please provide your full name, so that we can treat this as a valid "
            "request.\n\nYours faithfully,\nFOI Team\n"
        ),
        Outcome.OTHER,
        ("FOIA s8",),
    ),
    "answer-in-a-file": (
        "Dear Ms Hale,\n\nPlease find our response attached.\n\nYours sincerely,\nJane Doe\n",
        Outcome.OTHER,
        (),
    ),
    "review-upheld": (
        (
            "Dear Ms Hale,\n\nI have carried out an internal review of our reply of 2 "
            "February 2026. I "
            "uphold the decision: the legal advice is exempt from disclosure under section "
            "42(1), and "
            "the public interest in maintaining the exemption outweighs that in its "
            "release. If you "
            "remain dissatisfied you may complain to the Information Commissioner.\n\nYours "
            "sincerely,\nA Reviewer\n"
        ),
        Outcome.REFUSED,
        ("FOIA s42(1)",),
    ),
}
