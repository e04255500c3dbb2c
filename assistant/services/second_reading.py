"""What a language model read differently from the rules: proposed on a case, taken or dismissed.

A proposal is a correction of the parts that an officer makes with one button. Nothing is proposed
any more once an officer has corrected the parts by hand, or has begun the work on them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.request.second_reading import Difference, Noticed, Step, differences
from assistant.ports import Clock
from assistant.services import correct_parts as correcting
from assistant.services.parts_record import name
from assistant.store.models import Case, CaseMessage, Event, RequestPart, SecondReading, User

TAKEN, DISMISSED = "taken", "dismissed"
_LAWS = {
    "foi": "freedom of information",
    "eir": "the Environmental Information Regulations",
    "own_data": "subject access, as the sender’s own data",
}
# What a person has begun: from then on the parts are theirs.
_WORK = (
    EventKind.PART_RECORDED,
    EventKind.SEARCH_RECORDED,
    EventKind.REASONING_RECORDED,
    EventKind.ESTIMATE_RECORDED,
    EventKind.DRAFT_EDITED,
    EventKind.GENERATED_ACCEPTED,
    EventKind.RESPONSE_APPROVED,
    EventKind.CLARIFICATION_SOUGHT,
    EventKind.FEES_NOTICE_GIVEN,
    EventKind.TIME_EXTENDED,
    EventKind.OTHER_MERGED_IN,
    EventKind.CASE_SPLIT,
)


@dataclass(frozen=True, slots=True)
class ReadingProposal:
    """A difference, with the names of the parts that it is about."""

    difference: Difference
    parts: tuple[RequestPart, ...]

    @property
    def said(self) -> str:
        """The difference in a sentence."""
        names = [name(part) for part in self.parts]
        return {
            Step.JOIN: f"The model reads {' and '.join(names)} as one question.",
            Step.SPLIT: f"The model reads two questions in {names[0] if names else ''}. "
            "The second:",
            Step.ADD: "The model reads a question that is no part yet:",
            Step.TAKE_AWAY: f"The model reads no question in {names[0] if names else ''}.",
        }[self.difference.step]

    @property
    def button(self) -> str:
        """The step that an officer takes with it."""
        return {
            Step.JOIN: "Join the two",
            Step.SPLIT: "Split it there",
            Step.ADD: "Add it as a part",
            Step.TAKE_AWAY: "Take the part away",
        }[self.difference.step]


@dataclass(frozen=True, slots=True)
class SecondRead:
    """What a model read on a case: its proposals, or why there are none, and its hints.

    `regimes` count its questions by the law that they seem to fall under, `dates` are the words of
    dates and periods, both as it read them.
    """

    row: SecondReading
    proposals: tuple[ReadingProposal, ...] = ()
    closed: bool = False
    regimes: dict[str, int] = field(default_factory=dict)
    dates: tuple[str, ...] = ()

    @property
    def hints(self) -> str:
        """Under which laws the questions seem to fall, in a sentence, or nothing."""
        said = [
            f"{count} under {_LAWS[regime]}"
            for regime, count in sorted(self.regimes.items())
            if regime in _LAWS
        ]
        return f"Of its questions it takes {', '.join(said)}." if said else ""


def second_read(case: Case) -> SecondRead | None:
    """Return what a model read of the request of a case; None where none was asked, or merged."""
    rows = SecondReading.objects.filter(
        message__case_messages__case=case,
        message__case_messages__part=CaseMessage.Part.REQUEST,
    ).select_related("message")
    row = rows.order_by("pk").first()
    if row is None:
        return None
    noticed = [Noticed(**place) for place in row.places]
    text = row.message.text
    closed = _closed(case, row)
    regimes = Counter(each.regime for each in noticed if each.kind == "question")
    return SecondRead(
        row,
        () if closed else tuple(_open(case, row, noticed)),
        closed,
        {regime: count for regime, count in regimes.items() if regime != "none"},
        tuple(text[each.start : each.end] for each in noticed if each.kind == "date"),
    )


def take_proposal(case_id: int, key: str, *, version: int, by: User, clock: Clock) -> str:
    """Correct the parts as a model proposed; return what was done in words.

    It is a correction like any other, made by the officer: the history says whose proposal it was.
    Raises NotAllowed where it is proposed no more, and as each correction does.
    """
    with transaction.atomic():
        case, row, proposal = _proposed(case_id, key, by)
        said = _corrected(case, proposal, row.model, version=version, by=by, clock=clock)
        _settle(row, key, TAKEN, by, clock)
    return said


def dismiss_proposal(case_id: int, key: str, *, by: User, clock: Clock) -> None:
    """Leave the parts as they are in one respect; it is not proposed again."""
    with transaction.atomic():
        _, row, _ = _proposed(case_id, key, by)
        _settle(row, key, DISMISSED, by, clock)


def _proposed(case_id: int, key: str, by: User) -> tuple[Case, SecondReading, ReadingProposal]:
    """Return a proposal that stands, its reading locked; raises NotAllowed otherwise."""
    case = Case.objects.filter(pk=case_id, authority=by.authority).first()
    found = second_read(case) if case else None
    if case is None or found is None:
        raise NotAllowed("There is no such proposal. Look at the parts again.")
    row = SecondReading.objects.select_for_update().get(pk=found.row.pk)
    # Somebody may have settled it while this waited for the row.
    if row.settled != found.row.settled:
        found = second_read(case) or found
    proposal = next((each for each in found.proposals if each.difference.key == key), None)
    if proposal is None:
        raise NotAllowed(
            "This is proposed no more: the parts were corrected, or the work on them was begun. "
            "Nothing was changed. Look at the parts again."
        )
    return case, row, proposal


def _corrected(
    case: Case, proposal: ReadingProposal, model: str, *, version: int, by: User, clock: Clock
) -> str:
    """Take the step that a proposal asks for."""
    found, parts = proposal.difference, proposal.parts
    note = f"Proposed by the language model {model}, and taken by the officer."
    if found.step is Step.JOIN:
        return correcting.join_part(
            case.pk, parts[0].pk, version=version, by=by, clock=clock, note=note
        )
    if found.step is Step.SPLIT:
        return correcting.split_part(
            case.pk, parts[0].pk, found.place, version=version, by=by, clock=clock, note=note
        )
    if found.step is Step.ADD:
        return correcting.add_part(
            case.pk, found.words, version=version, by=by, clock=clock, note=note
        )
    return correcting.take_away_part(
        case.pk, parts[0].pk, note, version=version, by=by, clock=clock
    )


def _settle(row: SecondReading, key: str, how: str, by: User, clock: Clock) -> None:
    """Note what became of a proposal."""
    row.settled = [
        *row.settled,
        {"key": key, "how": how, "by": by.pk, "at": clock.now().isoformat()},
    ]
    row.save(update_fields=["settled"])


def _closed(case: Case, row: SecondReading) -> bool:
    """Say whether an officer has corrected the parts by hand, or begun the work."""
    if case.state != State.OPEN:
        return True
    kinds = Event.objects.filter(case=case, kind__in=[EventKind.PARTS_CORRECTED, *_WORK])
    events = Counter(kinds.values_list("kind", flat=True))
    by_proposal = sum(each["how"] == TAKEN for each in row.settled)
    return events.pop(EventKind.PARTS_CORRECTED, 0) > by_proposal or bool(events)


def _open(case: Case, row: SecondReading, noticed: Sequence[Noticed]) -> list[ReadingProposal]:
    """Return the differences that nobody has settled, against the parts as they are now.

    Only where every part stands in the words of the message: what a file asks was not read.
    """
    text = row.message.text
    parts = list(case.parts.all())
    if not all(
        part.message_id == row.pk and not part.origin and text[part.start : part.end] == part.text
        for part in parts
    ):
        return []
    parts.sort(key=lambda part: part.start)
    asked = [each.span for each in noticed if each.kind == "question"]
    settled = {each["key"] for each in row.settled}
    return [
        ReadingProposal(each, tuple(parts[place] for place in each.parts))
        for each in differences([(part.start, part.end) for part in parts], asked, text)
        if each.key not in settled
    ]
