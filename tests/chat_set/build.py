"""Builds the world of world.toml through the use cases, each step at its own time.

Call it where a test may use the database: `built = build()`. The clock then stands at `now`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from assistant.domain.law.deadline import EventKind
from assistant.domain.letters.blocks import BlockKind, LetterKind
from assistant.domain.letters.estimate import EstimateRow
from assistant.domain.letters.grounds import Grounds
from assistant.domain.library.precedents import Precedent
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.assign_case import assign_case
from assistant.services.change_regime import change_regime
from assistant.services.edit_draft import edit_block
from assistant.services.import_knowledge import import_knowledge
from assistant.services.mark_not_a_request import mark_not_a_request
from assistant.services.prepare import AuthorityDetails, MailboxDetails, add_user, prepare
from assistant.services.read_messages import read_message
from assistant.services.record_clock_event import record_clock_event
from assistant.services.record_estimate import estimate_version, record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_reasoning import record_reasoning
from assistant.services.record_search import record_search
from assistant.services.send_letter import send_letter
from assistant.services.take_delivery import take_delivery
from assistant.store.blocks import draft_of
from assistant.store.models import (
    Authority,
    Case,
    Draft,
    Letter,
    MailboxFolder,
    Message,
    RequestPart,
    User,
)
from tests.chat_set.described import described
from tests.letters import arrival, mail
from tests.world import PASSWORD, World, make_world

Step = Mapping[str, Any]


@dataclass
class Built:
    """The world, its people by user name, its cases by reference, and the other authority."""

    world: World
    people: dict[str, User]
    cases: dict[str, Case] = field(default_factory=dict)
    other: Authority | None = None
    other_case: Case | None = None

    def case(self, step: Step) -> Case:
        """Return the case of a step as it stands now."""
        return Case.objects.get(pk=self.cases[step["case"]].pk)

    def part(self, step: Step) -> RequestPart:
        """Return the part of a step as it stands now."""
        return RequestPart.objects.get(case=self.cases[step["case"]], position=step["part"])

    def by(self, step: Step) -> User:
        """Return who does it."""
        return self.people[step["by"]]


def build() -> Built:
    """Make the whole world; a step that a use case refuses ends it with that refusal."""
    given = described().given
    built = _begin(given)
    opened = [(each["received"], _open, each) for each in given["cases"]]
    done = [(each["at"], STEPS[each["do"]], each) for each in given["steps"]]
    for at, act, what in sorted([*opened, *done], key=lambda row: row[0]):
        built.world.clock.set(at)
        act(built, what)
    built.world.clock.set(given["now"])
    _other(built, given["other"])
    for case in built.cases.values():
        built.world.compose(case)
        case.refresh_from_db()
    return built


def _begin(given: Mapping[str, Any]) -> Built:
    """Set up the authority, its people and its library."""
    world = make_world(given["cases"][0]["received"])
    people = {"olwen": world.officer, "sam": world.supervisor}
    for each in given["people"]:
        name = each["username"]
        if name not in people:
            people[name], _ = add_user(
                username=name, password=PASSWORD, role=each["role"], authority=world.authority
            )
        person = people[name]
        person.first_name, person.last_name = each["name"].split(" ", 1)
        person.save(update_fields=["first_name", "last_name"])
    library = [_precedent(each) for each in given["library"]]
    import_knowledge(world.authority.pk, library, library=world.library, clock=world.clock)
    return Built(world, people)


def _precedent(given: Mapping[str, Any]) -> Precedent:
    return Precedent(
        ident=given["ident"],
        title=given["title"],
        text=f"Response\n\n{given['text'].strip()}\n",
        reference=given["reference"],
        dated=given["dated"],
        outcome=given["outcome"],
        sections=tuple(given["sections"]),
        named=True,
    )


def _message_id(given: Mapping[str, Any]) -> str:
    return f"<{given['reference'].lower()}@example.org>"


def _open(built: Built, given: Step) -> None:
    raw = mail(
        given["text"].strip() + "\n",
        subject=given["subject"],
        sender=given["sender"],
        message_id=_message_id(given),
    )
    case = built.world.deliver(raw, at=given["received"]).cases.get()
    if case.reference != given["reference"]:
        raise AssertionError(f"{case.reference} is not {given['reference']}")
    built.cases[case.reference] = case
    built.world.compose(case)


def _assign(built: Built, step: Step) -> None:
    case = built.case(step)
    assign_case(
        case.pk,
        version=case.version,
        officer=built.people[step["to"]],
        by=built.by(step),
        clock=built.world.clock,
    )


def _search(built: Built, step: Step) -> None:
    record_search(
        built.part(step).pk,
        where=step["where"],
        who=step["who"],
        terms=step["terms"],
        made_on=step["on"],
        result=step["result"],
        by=built.by(step),
        clock=built.world.clock,
    )


def _decide(built: Built, step: Step) -> None:
    part = built.part(step)
    record_part(
        part.pk,
        version=part.version,
        held=step["held"],
        outcome=step["outcome"],
        sections=step.get("sections", []),
        facts=step.get("facts", ""),
        by=built.by(step),
        register=built.world.register,
        clock=built.world.clock,
    )


_GROUNDS = ("likelihood", "harm", "causal_link", "for_disclosure", "against", "tips")


def _reason(built: Built, step: Step) -> None:
    record_reasoning(
        built.case(step).pk,
        Grounds(step["section"], **{name: step.get(name, "") for name in _GROUNDS}),
        version=0,
        by=built.by(step),
        register=built.world.register,
        clock=built.world.clock,
    )


def _estimate(built: Built, step: Step) -> None:
    case, part = built.case(step), built.part(step)
    record_estimate(
        case.pk,
        [EstimateRow(activity, task, Decimal(hours)) for activity, task, hours in step["rows"]],
        version=estimate_version(case, part),
        by=built.by(step),
        clock=built.world.clock,
        part_id=part.pk,
    )


def _clock(built: Built, step: Step) -> None:
    case = built.case(step)
    record_clock_event(
        case.pk,
        version=case.version,
        kind=EventKind(step["kind"]),
        on=step["on"],
        reason=step["reason"],
        by=built.by(step),
        clock=built.world.clock,
    )


def _regime(built: Built, step: Step) -> None:
    case = built.case(step)
    change_regime(
        case.pk,
        version=case.version,
        regime=step["regime"],
        reason=step["reason"],
        by=built.by(step),
        clock=built.world.clock,
    )


def _not_a_request(built: Built, step: Step) -> None:
    case = built.case(step)
    mark_not_a_request(
        case.pk,
        version=case.version,
        reason=step["reason"],
        by=built.by(step),
        clock=built.world.clock,
    )


def _write(built: Built, step: Step) -> None:
    """The requester writes again, in answer to the acknowledgement."""
    given = next(e for e in described().given["cases"] if e["reference"] == step["case"])
    letter = Letter.objects.get(case=built.case(step), kind=LetterKind.ACKNOWLEDGEMENT)
    raw = mail(
        step["text"].strip() + "\n",
        subject=f"Re: {letter.subject}",
        sender=given["sender"],
        message_id=_message_id(given).replace("@", ".again@"),
        In_Reply_To=letter.message_id,
        References=f"{_message_id(given)} {letter.message_id}",
    )
    built.world.deliver(raw, at=step["at"])


def _acknowledge(built: Built, step: Step) -> None:
    _send(built, step, LetterKind.ACKNOWLEDGEMENT)


def _fill(built: Built, step: Step) -> None:
    """Fill the one gap that the composed response has left."""
    world, case = built.world, built.case(step)
    world.compose(case)
    row = Draft.objects.get(case=case, kind=LetterKind.RESPONSE)
    kinds = [block.kind for block in draft_of(row).blocks]
    edit_block(
        row.pk,
        version=row.version,
        index=kinds.index(BlockKind.GAP),
        text=step["words"] + "\n\n",
        by=built.by(step),
        register=world.register,
        clock=world.clock,
    )


def _respond(built: Built, step: Step) -> None:
    _send(built, step, LetterKind.RESPONSE)


def _send(built: Built, step: Step, kind: LetterKind) -> None:
    """Compose, approve as the step's person, and let the letter leave."""
    world, case = built.world, built.case(step)
    world.compose(case)
    draft = Draft.objects.get(case=case, kind=kind)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=built.by(step),
        register=world.register,
        clock=world.clock,
        reason="Read and compared with the decisions." if seen.doubts else "",
    )
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)


STEPS = {
    "acknowledge": _acknowledge,
    "assign": _assign,
    "clock": _clock,
    "decide": _decide,
    "estimate": _estimate,
    "fill": _fill,
    "not_a_request": _not_a_request,
    "reason": _reason,
    "regime": _regime,
    "respond": _respond,
    "search": _search,
    "write": _write,
}


def _other(built: Built, given: Mapping[str, Any]) -> None:
    """Put another authority on the same deployment: one case, one earlier response."""
    world = built.world
    address = "foi@northshire.council.example"
    council = prepare(
        AuthorityDetails(
            name=given["name"],
            address="2 Station Road, Northtown NT1 1AB",
            phone="",
            mailbox_address=address,
            mailboxes=(MailboxDetails(address, folders=("INBOX",)),),
            own_domains=("northshire.council.example",),
            review_contact="",
            signatory="",
            regulator_name="Information Commissioner’s Office",
            regulator_address="Wycliffe House",
            regulator_url="https://ico.org.uk/make-a-complaint/",
            four_eyes=False,
        ),
        wordings=(),  # type: ignore[arg-type]  # nothing shipped is needed twice
    )
    import_knowledge(
        council.pk, [_precedent(given["library"])], library=world.library, clock=world.clock
    )
    received: datetime = given["received"]
    raw = mail(
        given["text"].strip() + "\n",
        subject=given["subject"],
        sender=given["sender"],
        message_id="<council-1@example.net>",
    ).replace(b"foi@northshire.police.example", address.encode())
    folder = MailboxFolder.objects.get(mailbox__authority=council)
    take_delivery(folder, arrival(raw, 1, at=received), clock=world.clock)
    message = Message.objects.get(authority=council)
    read_message(message.pk, clock=world.clock, documents=world.documents)
    built.other, built.other_case = council, message.cases.get()
