"""The kinds of letter: what each is for, when it fits, what it says, and what it asks an officer.

A new kind is a row of KINDS with its wording in knowledge/wording/letters and its test.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.domain.case import EventKind, Outcome, Purpose, State
from assistant.domain.law.acts import Regime
from assistant.domain.law.deadline import EventKind as ClockEventKind
from assistant.domain.letters import concerning
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.fields import OVERTURNED, PARTLY, UPHELD
from assistant.domain.letters.sheet import (
    Piece,
    answered,
    given,
    late,
    no,
    review_is_late,
    rights,
    says,
    stopped,
    under,
    when,
)

_FOI, _EIR, _SAR, _BAU, _MIXED = Regime.FOI, Regime.EIR, Regime.SAR, Regime.BAU, Regime.MIXED
_INFORMATION = frozenset({_FOI, _EIR, _MIXED})
_WRITTEN = frozenset({_FOI, _MIXED})
_ENVIRONMENTAL = frozenset({_EIR, _MIXED})
_EVERY = frozenset(Regime)
_OPEN = frozenset({State.OPEN})
_ANSWERED = frozenset({State.ANSWERED})
_NOT_MERGED = frozenset(State) - {State.MERGED}
_REVIEWS = frozenset({Purpose.REVIEW})
_CLOSED_AS_NONE = frozenset({State.OPEN, State.NOT_A_REQUEST})


@dataclass(frozen=True, slots=True)
class KindOfLetter:
    """A kind of letter, as people know it and as the code composes it.

    `purpose` says in a line what it is for, `section` what it stands on. It fits a case of one of
    `regimes` in one of `states`. `body` is what stands between the subject and the contact, in
    order. `asks` are the slots that an officer fills, `may` those that may be left empty; both are
    names of FIELDS. `outcome` is what the checks take the letter to decide, None where its
    citations say. `clock_event` is what its sending means to the statutory clock; None where it
    does not move it. `purposes` says whether it belongs to requests, to internal reviews, or both.
    """

    kind: LetterKind
    name: str
    purpose: str
    section: str
    regimes: frozenset[Regime]
    states: frozenset[State]
    body: tuple[Piece, ...] = ()
    asks: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    outcome: Outcome | None = Outcome.OTHER
    clock_event: ClockEventKind | None = None
    approved: EventKind = field(default=EventKind.LETTER_APPROVED, kw_only=True)
    voided: EventKind = field(default=EventKind.LETTER_VOIDED, kw_only=True)
    sent: EventKind = field(default=EventKind.LETTER_SENT, kw_only=True)
    purposes: frozenset[Purpose] = field(default=frozenset({Purpose.REQUEST}), kw_only=True)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every slot that an officer may fill, those that are needed first."""
        return (*self.asks, *self.may)

    @property
    def begun_by_hand(self) -> bool:
        """Whether an officer begins it; the first two come with every case."""
        return bool(self.body)

    def fits(self, regime: Regime, state: State, purpose: Purpose = Purpose.REQUEST) -> bool:
        """Whether a case of this regime and purpose in this state has a use for it."""
        return regime in self.regimes and state in self.states and purpose in self.purposes


_ROWS = (
    KindOfLetter(
        LetterKind.ACKNOWLEDGEMENT,
        "Acknowledgement",
        "Says that the request has come, and by when it will be answered.",
        "s.10(1) FOIA, reg 5(2) EIR",
        _EVERY,
        _OPEN,
        outcome=Outcome.ACKNOWLEDGEMENT_ONLY,
        approved=EventKind.ACKNOWLEDGEMENT_APPROVED,
        voided=EventKind.ACKNOWLEDGEMENT_VOIDED,
        sent=EventKind.ACKNOWLEDGEMENT_SENT,
    ),
    KindOfLetter(
        LetterKind.RESPONSE,
        "Response",
        "Answers every part of the request, and closes the case.",
        "s.1(1), s.17 FOIA, reg 5(1), reg 14 EIR",
        _EVERY,
        _OPEN,
        outcome=None,
        approved=EventKind.RESPONSE_APPROVED,
        voided=EventKind.RESPONSE_VOIDED,
        sent=EventKind.RESPONSE_SENT,
    ),
    KindOfLetter(
        LetterKind.CLARIFICATION,
        "Request for clarification",
        "Asks what is meant, where the information cannot be found from the description.",
        "s.1(3), s.16 FOIA, reg 9(2) EIR",
        _INFORMATION,
        _OPEN,
        (
            says("letter-intro"),
            says("clarification"),
            concerning.unclear_parts,
            says("clarification-questions"),
            says("clarification-clock"),
            concerning.other_parts,
            when(given("close_on"), says("clarification-close")),
            says("clarification-help"),
        ),
        asks=("unclear", "questions"),
        may=("unclear_parts", "close_on"),
        outcome=Outcome.CLARIFICATION_NEEDED,
        clock_event=ClockEventKind.CLARIFICATION_SOUGHT,
    ),
    KindOfLetter(
        LetterKind.FEES_NOTICE,
        "Fees notice",
        "Asks for a fee before the request is answered.",
        "s.9 FOIA, reg 8 EIR",
        frozenset({_FOI, _EIR}),
        _OPEN,
        (says("letter-intro"), says("fees-notice"), rights),
        asks=("fee", "fee_for", "how_to_pay"),
        may=("fee_until",),
        clock_event=ClockEventKind.FEES_NOTICE,
    ),
    KindOfLetter(
        LetterKind.PIT_EXTENSION,
        "Public interest extension",
        "Says which exemption is relied on, and that its public interest is still to be weighed.",
        "s.10(3), s.17(1) and (2) FOIA",
        _WRITTEN,
        _OPEN,
        (
            says("letter-intro"),
            says("pit-intro"),
            concerning.pit_notice,
            concerning.pit_parts,
            concerning.pit_reasons,
            concerning.pit_test,
            says("to-the-world"),
            rights,
        ),
        asks=("weighing",),
        may=("pit_exemptions", "decision_on"),
        clock_event=ClockEventKind.EXTENDED,
    ),
    KindOfLetter(
        LetterKind.EIR_EXTENSION,
        "EIR extension",
        "Takes up to 40 working days for a request that is both complex and voluminous.",
        "reg 7 EIR",
        _ENVIRONMENTAL,
        _OPEN,
        (
            says("letter-intro"),
            says("eir-extension", "eir"),
            when(no(late), says("eir-extension-in-time", "eir")),
            rights,
        ),
        asks=("complexity", "volume", "impracticable"),
        may=("extended_due_on",),
        clock_event=ClockEventKind.EXTENDED,
    ),
    KindOfLetter(
        LetterKind.TRY_ELSEWHERE,
        "Try elsewhere",
        "Says that another authority may hold it, and offers to pass the request on.",
        "s.16 FOIA, reg 10 EIR",
        _INFORMATION,
        _OPEN,
        (
            says("letter-intro"),
            concerning.not_held_by_us,
            says("elsewhere"),
            when(under(_EIR), says("to-the-world")),
            rights,
        ),
        asks=("holder",),
        may=("held",),
    ),
    KindOfLetter(
        LetterKind.TRANSFER,
        "Transfer",
        "Says that the request was passed on, with the requester’s agreement.",
        "s.45 code FOIA, reg 10 EIR",
        _INFORMATION,
        frozenset({State.OPEN, State.TRANSFERRED}),
        (says("letter-intro"), says("transfer")),
        asks=("agreed_on", "transferred_on", "holder"),
    ),
    KindOfLetter(
        LetterKind.NOT_VALID,
        "Not a valid request",
        "Says what a request in writing has to have, what is missing, and how to mend it.",
        "s.8 FOIA",
        _WRITTEN,
        _CLOSED_AS_NONE,
        (says("message-received"), says("not-valid")),
        asks=("missing", "mend"),
    ),
    KindOfLetter(
        LetterKind.NOT_INFORMATION,
        "Not a request for recorded information",
        "Says that the message asks for no record, and who will deal with it.",
        "s.1(1), s.84 FOIA, reg 2(1) EIR",
        frozenset({_FOI, _EIR, _MIXED, _BAU}),
        _CLOSED_AS_NONE,
        (says("message-received"), says("not-information")),
        asks=("asked_for", "service"),
    ),
    KindOfLetter(
        LetterKind.SUBJECT_ACCESS,
        "Redirect of a subject access request",
        "Says that somebody’s own data are not for FOIA, and that the right way has begun.",
        "s.40(1) FOIA, reg 5(3) EIR, article 15 UK GDPR",
        frozenset({_FOI, _EIR, _MIXED, _SAR}),
        _CLOSED_AS_NONE,
        (
            says("message-received"),
            says("subject-access"),
            rights,
            when(no(under(_SAR)), says("complaint-own-data")),
        ),
        asks=("identity",),
        may=("sar_due_on",),
    ),
    KindOfLetter(
        LetterKind.DELAY_APOLOGY,
        "Apology for delay",
        "Apologises that the answer is or will be late, with a new date and the right to complain.",
        "s.10(1) FOIA, reg 5(2) EIR",
        _EVERY,
        _OPEN,
        (when(late, says("delay")), when(no(late), says("delay-ahead")), rights),
        asks=("cause", "new_date"),
    ),
    KindOfLetter(
        LetterKind.CHASER_REPLY,
        "Reply to a chaser",
        "Says where the request stands, and when it is due.",
        "s.16 FOIA, reg 9(1) EIR",
        _EVERY,
        frozenset({State.OPEN, State.RESPONSE_APPROVED}),
        (
            says("chaser"),
            when(stopped, says("chaser-stopped")),
            when(no(stopped), when(no(late), says("chaser-in-time"))),
            when(late, says("chaser-late")),
            says("chaser-standing"),
            when(late, rights),
        ),
        asks=("message_on", "standing"),
        may=("new_date",),
    ),
    KindOfLetter(
        LetterKind.THANKS_REPLY,
        "Reply to thanks",
        "Says that a message was received and nothing more is needed.",
        "s.16 FOIA, reg 9(1) EIR",
        _EVERY,
        _NOT_MERGED,
        (says("thanks-reply"),),
        asks=("message_on",),
        purposes=frozenset(Purpose),
    ),
    KindOfLetter(
        LetterKind.QUESTION_REPLY,
        "Reply to a question about the answer",
        "Explains the answer that was given, and what would be a new request.",
        "s.16 FOIA, reg 9(1) EIR",
        _INFORMATION,
        _ANSWERED,
        (says("question-reply"), says("review-after-answer"), says("complaint")),
        asks=("message_on", "responded_on", "explanation"),
    ),
    KindOfLetter(
        LetterKind.COMPLAINT_REPLY,
        "Reply to a complaint",
        "Answers a complaint that asks for no internal review, and tells of the right to one.",
        "s.16 FOIA, s.45 code, reg 11 EIR",
        _INFORMATION,
        _NOT_MERGED - {State.NOT_A_REQUEST},
        (
            says("complaint-reply"),
            when(answered, says("review-after-answer"), says("complaint")),
            when(no(answered), rights),
        ),
        asks=("message_on", "reply"),
    ),
    KindOfLetter(
        LetterKind.WITHDRAWAL,
        "Withdrawal confirmed",
        "Confirms that the requester has withdrawn the request.",
        "s.1(1) FOIA, reg 5(1) EIR",
        _EVERY,
        frozenset({State.OPEN, State.WITHDRAWN, State.NOT_A_REQUEST}),
        (says("withdrawal"),),
        asks=("message_on",),
    ),
    KindOfLetter(
        LetterKind.REVIEW_ACKNOWLEDGED,
        "Internal review acknowledged",
        "Says who reviews the response, and by when.",
        "s.45 code FOIA, reg 11 EIR",
        _INFORMATION,
        _OPEN,
        (says("review-acknowledged"),),
        asks=("review_received_on", "responded_on", "reviewer"),
        may=("review_due_on",),
        purposes=_REVIEWS,
    ),
    KindOfLetter(
        LetterKind.REVIEW_OUTCOME,
        "Internal review outcome",
        "Says whether the response is upheld, and why, with the right to apply to the regulator.",
        "s.45 code, s.50 FOIA, reg 11(4), reg 18 EIR",
        _INFORMATION,
        _OPEN,
        (
            says("review-outcome"),
            when(review_is_late, says("review-late")),
            when(no(given("decision")), says("review-undecided")),
            when(given("decision", UPHELD), says("review-upheld")),
            when(given("decision", PARTLY), says("review-partly")),
            when(given("decision", OVERTURNED), says("review-overturned")),
            says("review-reasons"),
            when(
                given("decision", PARTLY, OVERTURNED),
                says("review-disclosed"),
                when(under(_EIR), says("review-failure")),
            ),
            says("complaint-after-review"),
        ),
        asks=(
            "review_received_on",
            "responded_on",
            "reviewer",
            "issues",
            "decision",
            "review_reasons",
        ),
        may=("disclosed", "action", "review_due_on"),
        # To a review it is what the response is to a request: it closes the case.
        approved=EventKind.RESPONSE_APPROVED,
        voided=EventKind.RESPONSE_VOIDED,
        sent=EventKind.RESPONSE_SENT,
        purposes=_REVIEWS,
    ),
    KindOfLetter(
        LetterKind.OTHER,
        "Another letter",
        "Anything else, in the officer’s own words.",
        "s.16 FOIA, reg 9(1) EIR",
        _EVERY,
        _NOT_MERGED,
        (says("other"),),
        asks=("text",),
        purposes=frozenset(Purpose),
    ),
)

KINDS: Mapping[LetterKind, KindOfLetter] = {row.kind: row for row in _ROWS}


def fitting(
    regime: Regime, state: State, purpose: Purpose = Purpose.REQUEST
) -> Iterable[KindOfLetter]:
    """Return the kinds that an officer may begin on a case, in the order of the table."""
    return (row for row in _ROWS if row.begun_by_hand and row.fits(regime, state, purpose))
