"""How letters fare on their way, in words: what needs a person, and what servers reported."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from assistant.domain.law.timeline import long_day
from assistant.domain.letters.steps import is_answer
from assistant.domain.mail.server_replies import Meaning, meaning_of
from assistant.store.models import Addressee, Case, DeliveryReport, Letter, MailboxFolder, Outbox
from assistant.web.words import LETTERS

Stage = Outbox.Stage
Action = DeliveryReport.Action
# A day so near that whoever sees a letter wait has to think of another way.
NEAR = 3
NEEDS_A_PERSON = (Stage.UNKNOWN, Stage.STOPPED, Stage.REFUSED)
_ARRIVED = (Action.DELIVERED, Action.RELAYED)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A letter that is not where it should be: a tag for lists, a sentence for the case."""

    letter: Letter
    tag: tuple[str, str]
    words: str


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What a server reported: for whom, in plain words, and in its own."""

    heading: str
    at: datetime
    meaning: Meaning | None
    words: str
    waits: bool


def came_back() -> Exists:
    """Return the condition that a letter came back and nobody has seen to it yet."""
    reports = DeliveryReport.objects.filter(
        letter=OuterRef("pk"), action=Action.FAILED, settled_at__isnull=True
    )
    return Exists(reports)


def those_come_back(letters: Iterable[Letter]) -> list[int]:
    """Return the ids of those of some letters that came back and wait for a person."""
    ids = [letter.pk for letter in letters]
    return list(
        DeliveryReport.objects.filter(
            letter_id__in=ids,
            letter__voided_at__isnull=True,
            action=Action.FAILED,
            settled_at__isnull=True,
        ).values_list("letter_id", flat=True)
    )


def needing_a_person(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    """Return those of some letters that a person has to see to.

    Few do: they are found from what is wrong with them, and not by looking at every letter.
    """
    stuck = Outbox.objects.filter(stage__in=NEEDS_A_PERSON).values("letter")
    left_out = Addressee.objects.filter(
        state=Addressee.State.REFUSED, letter__outbox__stage=Stage.PARTIAL
    ).order_by()
    back = DeliveryReport.objects.filter(action=Action.FAILED, settled_at__isnull=True)
    wrong = stuck.union(left_out.values("letter"), back.order_by().values("letter"))
    return letters.filter(voided_at__isnull=True, pk__in=wrong)


def troubles(cases: Iterable[Case], on: date) -> dict[int, list[Trouble]]:
    """Return what is wrong with the letters of some cases on a day, by the case's id.

    The gravest of a letter is named, the newest letter first.
    """
    by_id = {case.pk: case for case in cases}
    late = DeliveryReport.objects.filter(letter=OuterRef("pk"), action=Action.DELAYED)
    letters = (
        Letter.objects.filter(case_id__in=by_id, voided_at__isnull=True)
        .filter(
            Q(outbox__stage__in=(*NEEDS_A_PERSON, Stage.PARTIAL))
            | Q(outbox__stage=Stage.READY, outbox__failing_since__isnull=False)
            | Q(came_back())
            | Q(Exists(late))
        )
        .select_related("outbox")
        .prefetch_related(
            Prefetch("reports", DeliveryReport.objects.select_related("addressee")), "addressees"
        )
        .order_by("-approved_at", "-pk")
    )
    found: dict[int, list[Trouble]] = {}
    for letter in letters:
        letter.case = by_id[letter.case_id]
        shown = next((each for each in (rule(letter, on) for rule in RULES) if each), None)
        if shown:
            found.setdefault(letter.case_id, []).append(shown)
    return found


def reports_of(letter: Letter) -> list[ShownReport]:
    """Return what servers reported of a letter, in the order in which it came."""
    reports = letter.reports.select_related("addressee").order_by("at", "pk")
    return [_shown(report) for report in reports]


def is_searched(letter: Letter) -> bool:
    """Say whether a folder of sent mail is set in which the letter may be found."""
    return MailboxFolder.objects.filter(
        mailbox__authority_id=letter.case.authority_id, role=MailboxFolder.Role.SENT
    ).exists()


def _shown(report: DeliveryReport) -> ShownReport:
    """Return one report in words."""
    copy = report.addressee is not None and report.addressee.place == Addressee.Place.COPY
    whose = f"the server of {report.recipient}" if copy else "the requester’s server"
    heading = {
        Action.DELIVERED: f"Delivered to {whose}",
        Action.RELAYED: f"Passed on towards {whose}, which reports no more",
        Action.DELAYED: f"Late on its way to {whose}",
        Action.FAILED: f"Came back from {whose}",
    }[Action(report.action)]
    bad = report.action not in _ARRIVED
    return ShownReport(
        heading=heading,
        at=report.at,
        meaning=meaning_of(report.status or report.words) if bad else None,
        words=" ".join(filter(None, (report.status, report.words))) if bad else "",
        waits=report.action == Action.FAILED and report.settled_at is None,
    )


def _named(letter: Letter) -> str:
    return LETTERS[letter.kind]


def _due(letter: Letter, on: date) -> str:
    """Say until when the requester has to be answered, where the letter is the answer."""
    due = letter.case.due_on
    if not is_answer(letter.kind, letter.case.purpose) or due is None:
        return ""
    if due < on:
        return f" The answer was due on {long_day(due)}: reach the requester another way today."
    near = (due - on).days <= NEAR
    return f" The answer is due on {long_day(due)}" + (
        ": think of another way to reach the requester." if near else "."
    )


def _came_back(letter: Letter, on: date) -> Trouble | None:
    for report in reversed(letter.reports.all()):
        if report.action != Action.FAILED or report.settled_at is not None:
            continue
        meaning = meaning_of(report.status or report.words)
        whom = report.addressee
        copy = whom is not None and whom.place == Addressee.Place.COPY
        answer = is_answer(letter.kind, letter.case.purpose) and not copy
        tag = ("Answer came back" if answer else "Letter came back", "red")
        unanswered = " The requester has not been answered." if answer else ""
        who = f"{_named(letter)}, copy to {report.recipient}" if copy else _named(letter)
        words = f"{who}: it came back. {meaning.what}{unanswered}{_due(letter, on)}"
        return Trouble(letter, tag, words)
    return None


def _unknown(letter: Letter, on: date) -> Trouble | None:
    if letter.outbox.stage != Stage.UNKNOWN:
        return None
    words = f"{_named(letter)}: nobody knows whether it left. Look, and say which."
    return Trouble(letter, ("Not known whether sent", "red"), words + _due(letter, on))


def _refused(letter: Letter, on: date) -> Trouble | None:
    if letter.outbox.stage != Stage.REFUSED:
        return None
    words = f"{_named(letter)}: the mail server refuses it. {_first_line(letter)}"
    return Trouble(letter, ("Refused by the mail server", "red"), words + _due(letter, on))


def _stopped(letter: Letter, on: date) -> Trouble | None:
    if letter.outbox.stage != Stage.STOPPED:
        return None
    words = f"{_named(letter)}: the checks stopped it before it left."
    return Trouble(letter, ("Stopped by the checks", "red"), words + _due(letter, on))


def _partial(letter: Letter, on: date) -> Trouble | None:
    if letter.outbox.stage != Stage.PARTIAL:
        return None
    missing = [each for each in letter.addressees.all() if each.state != Addressee.State.TAKEN]
    names = ", ".join(each.address for each in missing)
    words = f"{_named(letter)}: it left to some only, not to {names}."
    requester = any(each.place == Addressee.Place.REQUESTER for each in missing)
    if requester:
        words += f" The requester has not got it.{_due(letter, on)}"
    return Trouble(letter, ("Sent to some only", "red" if requester else "orange"), words)


def _waiting(letter: Letter, on: date) -> Trouble | None:
    outbox = letter.outbox
    if outbox.stage != Stage.READY or outbox.failing_since is None:
        return None
    words = (
        f"{_named(letter)}: approved, and waiting to leave while the clock runs. It is tried again "
        f"by itself. {_first_line(letter)}{_due(letter, on)}"
    )
    due = letter.case.due_on
    near = due is not None and (due - on).days <= NEAR
    return Trouble(letter, ("Letter cannot leave yet", "red" if near else "yellow"), words)


def _late(letter: Letter, on: date) -> Trouble | None:
    last = next(iter(reversed(letter.reports.all())), None)
    if last is None or last.action != Action.DELAYED:
        return None
    words = f"{_named(letter)}: a server on the way reports that it is late, and goes on trying."
    return Trouble(letter, ("Letter is late", "yellow"), words + _due(letter, on))


def _first_line(letter: Letter) -> str:
    return letter.outbox.problem.partition("\n")[0]


Rule = Callable[[Letter, date], Trouble | None]
# The gravest first; what a letter suffers from is told by the first that fits.
RULES: tuple[Rule, ...] = (_came_back, _unknown, _refused, _stopped, _partial, _waiting, _late)
