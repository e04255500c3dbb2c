"""What can be asked: a row for each kind of question, in words that an officer would use."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a question asks for."""

    DUE = "due"
    MISSING = "missing"
    STATUS = "status"
    DECISION = "decision"
    HELD = "held"
    OWNER = "owner"
    REQUEST = "request"
    MESSAGES = "messages"
    REQUESTER = "requester"
    WHO_DID = "who_did"
    CHANGED = "changed"
    REGIME = "regime"
    DRAFT = "draft"
    ACTION = "action"
    BEFORE = "before"
    EXEMPTIONS_USED = "exemptions_used"
    SEARCH = "search"
    MUST_SHOW = "must_show"
    PROVISION = "provision"
    DIFFERENCE = "difference"
    REVIEW_TIME = "review_time"
    TIME_LIMIT = "time_limit"
    COST = "cost"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class KindOfQuestion:
    """What a kind of question is called and how it is asked.

    `of_a_case` says that it is about one case and needs to know which; `topic` that any words of
    the question may be what it is about, so that words nobody knows are no reason to doubt it.
    """

    name: str
    example: str
    of_a_case: bool = False
    topic: bool = False


KINDS: Mapping[Kind, KindOfQuestion] = {
    Kind.DUE: KindOfQuestion(
        "When it is due, and why", "When is this due and why?", of_a_case=True
    ),
    Kind.MISSING: KindOfQuestion("What is still missing", "What is left to do?", of_a_case=True),
    Kind.STATUS: KindOfQuestion("How the case stands", "Where are we with this?", of_a_case=True),
    Kind.DECISION: KindOfQuestion(
        "What was decided on a part, and why", "Why is part 3 refused?", of_a_case=True
    ),
    Kind.HELD: KindOfQuestion(
        "Whether it is held, and what was searched", "Is part 1 held?", of_a_case=True
    ),
    Kind.OWNER: KindOfQuestion("Whose case it is", "Whose case is this?", of_a_case=True),
    Kind.REQUEST: KindOfQuestion("What was asked", "What does question 2 ask?", of_a_case=True),
    Kind.MESSAGES: KindOfQuestion(
        "What the requester wrote since", "Has the requester replied?", of_a_case=True
    ),
    Kind.REQUESTER: KindOfQuestion("Who the requester is", "Who is the requester?", of_a_case=True),
    Kind.WHO_DID: KindOfQuestion(
        "Who approved, sent or changed something, and when",
        "Who approved the last letter?",
        of_a_case=True,
    ),
    Kind.CHANGED: KindOfQuestion(
        "What changed since a day", "What changed since yesterday?", of_a_case=True
    ),
    Kind.REGIME: KindOfQuestion(
        "Which law answers it, and why", "Why is this EIR?", of_a_case=True
    ),
    Kind.DRAFT: KindOfQuestion(
        "Beginning a letter", "Draft a clarification for question 2", of_a_case=True
    ),
    Kind.ACTION: KindOfQuestion("The page that does something", "Assign this case", of_a_case=True),
    Kind.BEFORE: KindOfQuestion(
        "Whether it was answered before", "Have we answered this before?", topic=True
    ),
    Kind.EXEMPTIONS_USED: KindOfQuestion(
        "Which exemptions were used for a subject",
        "Which exemptions did we use for Prevent referrals since 2022?",
        topic=True,
    ),
    Kind.SEARCH: KindOfQuestion(
        "Earlier responses about a subject", "Find responses about body-worn video", topic=True
    ),
    Kind.MUST_SHOW: KindOfQuestion("What a refusal has to show", "What must a s.24 refusal show?"),
    Kind.PROVISION: KindOfQuestion("What a section says", "What is s.40(2)?"),
    Kind.DIFFERENCE: KindOfQuestion(
        "How two sections differ", "What is the difference between s.30 and s.31?"
    ),
    Kind.REVIEW_TIME: KindOfQuestion(
        "How long a review may take", "How long do we have for an internal review?"
    ),
    Kind.TIME_LIMIT: KindOfQuestion("How long the law gives", "How long do we have under the EIR?"),
    Kind.COST: KindOfQuestion(
        "Whether cost is a reason, or may be charged", "Can we refuse on cost?"
    ),
    Kind.WORK: KindOfQuestion("How many cases there are, and which", "How many cases are overdue?"),
}
