"""What the pages call the things of the domain: one table for each vocabulary."""

from collections.abc import Iterable

from assistant.domain.case import Held, Outcome, ReceiptBasis, State, Way
from assistant.domain.law.acts import Basis, Need, ProvisionKind, Regime, Standing
from assistant.domain.law.citations import Act
from assistant.domain.law.deadline import EventKind as ClockEventKind
from assistant.domain.letters.blocks import BlockKind
from assistant.domain.letters.kinds import KINDS, KindOfLetter
from assistant.domain.letters.wording import WordingKind
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.store.models import Message, Outbox

HELD = (
    (Held.UNKNOWN.value, "Not known yet"),
    (Held.HELD.value, "Held"),
    (Held.PARTLY.value, "Held in part"),
    (Held.NOT_HELD.value, "Not held"),
)
OUTCOMES = (
    (Outcome.DISCLOSED_FULL.value, "Disclosed in full"),
    (Outcome.DISCLOSED_PART.value, "Disclosed in part"),
    (Outcome.REFUSED.value, "Refused"),
    (Outcome.NOT_HELD.value, "Not held"),
    (Outcome.PART_NOT_HELD.value, "Partly not held"),
    (Outcome.ALREADY_ACCESSIBLE_S21.value, "Already accessible (s.21)"),
    (Outcome.COST_S12.value, "Over the cost limit (s.12)"),
    (Outcome.VEXATIOUS_S14.value, "Vexatious or repeated (s.14)"),
    (Outcome.NCND.value, "Neither confirmed nor denied"),
    (Outcome.CLARIFICATION_NEEDED.value, "Clarification needed (s.1(3))"),
    (Outcome.TRANSFERRED.value, "Transferred to another authority"),
    (Outcome.ACKNOWLEDGEMENT_ONLY.value, "Acknowledgement only"),
    (Outcome.OTHER.value, "Something else"),
)
REGIMES = (
    (Regime.FOI.value, "Freedom of Information Act (FOI)"),
    (Regime.EIR.value, "Environmental Information Regulations (EIR)"),
    (Regime.SAR.value, "Subject access (SAR)"),
    (Regime.BAU.value, "Business as usual"),
    (Regime.MIXED.value, "More than one"),
)
ACTS = (
    (Act.FOIA.value, "Freedom of Information Act 2000"),
    (Act.EIR.value, "Environmental Information Regulations 2004"),
    (Act.UK_GDPR.value, "UK General Data Protection Regulation"),
    (Act.DPA.value, "Data Protection Act 2018"),
)
PROVISION_KINDS = {
    ProvisionKind.EXEMPTION.value: "Exemptions",
    ProvisionKind.EXCEPTION.value: "Exceptions",
    ProvisionKind.NCND.value: "Limbs for neither confirming nor denying",
    ProvisionKind.PURPOSE.value: "Purposes cited with section 31(1)(g) to (i)",
    ProvisionKind.GROUND.value: "Other grounds for not complying",
    ProvisionKind.DUTY.value: "Duties and procedure",
    ProvisionKind.RIGHT.value: "Rights",
    ProvisionKind.SUPPLEMENT.value: "Definitions and certificates",
}
STANDINGS = {
    Standing.ABSOLUTE.value: ("Absolute", "purple"),
    Standing.QUALIFIED.value: ("Qualified", "blue"),
    Standing.PARTLY.value: ("Partly absolute", "turquoise"),
    Standing.NONE.value: ("Nothing is weighed", "grey"),
}
BASES = {
    Basis.CLASS.value: "Class-based",
    Basis.PREJUDICE.value: "Prejudice-based",
    Basis.ENDANGERMENT.value: "Endangerment",
    Basis.NECESSITY.value: "Necessity",
    Basis.NONE.value: "",
}
RECEIPTS = {
    ReceiptBasis.SERVER.value: "when our mail server received it",
    ReceiptBasis.CORRECTED.value: "corrected by a person",
    ReceiptBasis.POST.value: "received by post",
    ReceiptBasis.SPOKEN.value: "spoken request",
    ReceiptBasis.BROUGHT_IN.value: "as the system says that it was brought in from",
}
NEEDS = {
    Need.QUALIFIED_PERSON.value: "the opinion of the qualified person",
    Need.PURPOSE.value: "a purpose of section 31(2)",
    Need.ENACTMENT.value: "the enactment that prohibits disclosure",
    Need.LEGITIMATE_INTERESTS.value: "legitimate interests, weighed",
    Need.COMPLETION.value: "who completes the material, and when",
}
STATES = {
    State.OPEN.value: ("Open", "blue"),
    State.RESPONSE_APPROVED.value: ("Response approved", "turquoise"),
    State.ANSWERED.value: ("Answered", "green"),
    State.NOT_A_REQUEST.value: ("Not a request", "grey"),
    State.WITHDRAWN.value: ("Withdrawn", "grey"),
    State.TRANSFERRED.value: ("Transferred", "grey"),
    State.MERGED.value: ("Merged into another case", "grey"),
}
SENT_ELSEWHERE = ("Sent elsewhere", "green")
WAYS = {
    Way.POST.value: "By post",
    Way.OWN_MAILBOX.value: "By e-mail from another mailbox",
    Way.IN_PERSON.value: "By hand",
    Way.PHONE.value: "By phone",
    Way.OTHER.value: "Another way",
}
CAME_BACK = ("Answer came back", "red")
STAGES = {
    Outbox.Stage.READY.value: ("Waiting to leave", "blue"),
    Outbox.Stage.TRANSMITTING.value: ("Leaving now", "blue"),
    Outbox.Stage.SENT.value: ("Sent", "green"),
    Outbox.Stage.PARTIAL.value: ("Sent to some only", "orange"),
    Outbox.Stage.STOPPED.value: ("Stopped by the checks", "red"),
    Outbox.Stage.REFUSED.value: ("Refused by the mail server", "red"),
    Outbox.Stage.UNKNOWN.value: ("Not known whether it left", "red"),
    Outbox.Stage.VOID.value: ("Approval taken back", "grey"),
}
DISPOSITIONS = {
    Message.Disposition.PENDING.value: "Not read yet",
    Message.Disposition.CASE.value: "New case",
    Message.Disposition.FILED.value: "Filed on a case",
    Message.Disposition.AUTOMATIC.value: "Automatic message",
    Message.Disposition.BOUNCE.value: "Delivery failure",
    Message.Disposition.HELD.value: "Held for a person",
}
LETTERS = {kind.value: row.name for kind, row in KINDS.items()}
# What an officer has to record once a letter has left that moves the clock.
CLOCK_REMINDERS = {
    ClockEventKind.CLARIFICATION_SOUGHT: "that clarification was sought, and on which day",
    ClockEventKind.FEES_NOTICE: "that a fees notice was given, and on which day",
    ClockEventKind.EXTENDED: "that the requester was told of the extension, and on which day",
}
CLOCK_EVENTS = {
    ClockEventKind.CLARIFICATION_SOUGHT.value: "Clarification sought",
    ClockEventKind.CLARIFICATION_RECEIVED.value: "Clarification received",
    ClockEventKind.FEES_NOTICE.value: "Fees notice given",
    ClockEventKind.FEES_PAID.value: "Fee received",
    ClockEventKind.EXTENDED.value: "Requester told of an extension",
}
# What a message seems to be for, by the reader of mail.
INTENTS = {
    IntentKind.NEW_REQUEST.value: "A new request",
    IntentKind.CHASER.value: "Asks when the answer comes",
    IntentKind.CLARIFICATION_SUPPLIED.value: "Explains the request",
    IntentKind.INTERNAL_REVIEW_REQUEST.value: "Asks for an internal review",
    IntentKind.WITHDRAWAL.value: "Withdraws the request",
    IntentKind.THANKS.value: "Thanks",
    IntentKind.NEW_REQUEST_IN_THREAD.value: "A new request in the thread",
    IntentKind.QUESTION_ABOUT_RESPONSE.value: "Asks about the answer",
    IntentKind.COMPLAINT_ICO.value: "Complains, or speaks of the regulator",
    IntentKind.OUT_OF_OFFICE_OR_AUTO.value: "An automatic message",
    IntentKind.BOUNCE.value: "A delivery failure",
    IntentKind.OTHER.value: "Something else",
}
# What a language model takes a message for; "other" says nothing.
PURPOSES = {
    "request": "a request for information",
    "clarification": "an explanation of an earlier request",
    "chaser": "a question when the answer comes",
    "review": "a complaint, or a request for an internal review",
    "withdrawal": "a withdrawal of the request",
    "thanks": "thanks, with nothing asked",
    "automatic": "a message that a program sent",
}
# Kind of block: what it is called, a sign beside the word, and what the word means.
BLOCKS = {
    BlockKind.BOILERPLATE.value: ("Approved wording", "§", "Standing wording of the authority."),
    BlockKind.QUOTE.value: ("Quoted", "“", "Copied word for word from an earlier response."),
    BlockKind.CASE_FACT.value: ("From the case", "#", "A value of this case."),
    BlockKind.OFFICER.value: ("Typed by a person", "✎", "Words of an officer."),
    BlockKind.GENERATED.value: ("Written by a model", "△", "Has to be accepted by an officer."),
    BlockKind.GAP.value: ("Gap to fill", "?", "Only an officer can supply this."),
}
WORDING_KINDS = {
    WordingKind.LETTER.value: "Text of letters",
    WordingKind.PART.value: "Text on a part of a request",
    WordingKind.WHY.value: "Why a provision applies",
    WordingKind.FOR.value: "For disclosure",
    WordingKind.AGAINST.value: "Against disclosure",
    WordingKind.BALANCE.value: "How the sides compare",
}


def clock_reminder(row: KindOfLetter) -> str:
    """Return what an officer has to record once a letter has left, or nothing."""
    if row.clock_event is None:
        return ""
    return (
        "Sending this letter does not move the clock by itself. When it has left, record on the "
        f"case {CLOCK_REMINDERS[row.clock_event]}."
    )


def number_runs(numbers: Iterable[int]) -> str:
    """Return numbers in rising order as people write them: “1 to 4, 7”."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
