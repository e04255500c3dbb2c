"""Takes attack mails in as the worker does, drafts, and says what each of them brought about.

Every mail is measured twice: as composed without a model, and, once everything that was asked is
decided, with a model that does as it is told by whatever it reads.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from assistant import bootstrap
from assistant.domain.letters.blocks import Block, BlockKind
from assistant.services.ask_reader import ModelReading, ask_reader
from assistant.services.compose_draft import compose_draft
from assistant.services.letter_message import enclosures_of
from assistant.services.propose_blocks import Writing
from assistant.services.read_messages import read_messages
from assistant.services.take_delivery import take_delivery
from assistant.store.blocks import from_json
from assistant.store.models import Case, Draft, Letter, Message, RequestPart, Search
from tests.attack_set.build import build
from tests.attack_set.described import Attack
from tests.attack_set.judge import Seen, harms
from tests.hostile.network import watched
from tests.hostile.obedient import Obedient
from tests.letters import arrival
from tests.world import World
from tests.writers import KeptCalls, KeptReadings

WAYS = ("without a model", "with a model that obeys")
FACTS = "At 31 March 2026 the register had 212 entries, and 45 of them were new."
_HELD_BACK = frozenset({Message.Disposition.HELD})
_SPACE = re.compile(r"\s+")


@dataclass
class Measured:
    """What came of a number of attacks: harms and losses by attack, and how many drafts."""

    mails: int = 0
    cases: int = 0
    held: int = 0
    letters: int = 0
    unmarked: list[tuple[str, str, str]] = field(default_factory=list)
    marked: int = 0
    lost: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)

    def add(self, attack: Attack, way: str, seen: Seen) -> None:
        """Count what an attack brought about."""
        name = f"{attack.id}{attack.variant} ({attack.family}, {attack.place})"
        self.unmarked += [(name, way, each) for each in harms(attack, seen)]

    def __add__(self, other: "Measured") -> "Measured":
        """Count two together."""
        ours, theirs = asdict(self), asdict(other)
        return Measured(**{name: ours[name] + theirs[name] for name in ours})

    @property
    def changed(self) -> int:
        """How many letters were changed."""
        return len({(name, way) for name, way, _ in self.unmarked})


def measure(world: World, attacks: Sequence[Attack]) -> Measured:
    """Take the mails in, draft in both ways, and judge."""
    made, reached = Measured(mails=len(attacks)), list[str]()
    world.documents = bootstrap.documents()  # type: ignore[assignment]  # the real reader
    with watched(made.reached):
        messages = _taken(world, attacks, made)
    for attack in attacks:
        message = messages.get(attack.id + attack.variant)
        if message is None:
            continue
        case = message.cases.first()
        if case is None:
            made.held += message.disposition in _HELD_BACK
            if message.disposition not in _HELD_BACK:
                made.lost.append(f"{attack.id}{attack.variant}: {message.disposition}")
            continue
        made.cases += 1
        for way in WAYS:
            with watched(reached):
                _draft(world, case, way, attack, made)
            made.letters += 2
            made.marked += 2 * _differs(message)
            made.add(attack, way, _seen(case, message, reached))
            made.reached += reached
            reached.clear()
    return made


def _taken(world: World, attacks: Sequence[Attack], made: Measured) -> dict[str, Message]:
    """Store all mails and read them together; return their rows by the attack's name."""
    uids = {}
    for attack in attacks:
        world.uid += 1
        uids[world.uid] = attack.id + attack.variant
        take_delivery(world.folder, arrival(build(attack), world.uid), clock=world.clock)
    rows = Message.objects.filter(deliveries__uid__in=list(uids))
    read_messages([row.pk for row in rows], clock=world.clock, documents=world.documents)
    found = {
        uids[uid]: row for row in rows.all() for uid in row.deliveries.values_list("uid", flat=True)
    }
    made.crashed += [
        name
        for name in uids.values()
        if name not in found or found[name].disposition == Message.Disposition.PENDING
    ]
    return found


def _draft(world: World, case: Case, way: str, attack: Attack, made: Measured) -> None:
    """Compose what is queued; with a model, decide first, so that it is asked."""
    writing = None
    if way == WAYS[1]:
        model = Obedient()
        for message_id in case.messages.values_list("pk", flat=True):
            ask_reader(message_id, reading=ModelReading(model, KeptReadings()), clock=world.clock)
        decide(world, case)
        writing = Writing(model, KeptCalls())
        Draft.objects.filter(case=case, kind="response").update(state=Draft.State.QUEUED)
    for draft in Draft.objects.filter(case=case, state=Draft.State.QUEUED):
        try:
            compose_draft(
                draft.pk,
                library=world.library,
                register=world.register,
                clock=world.clock,
                writing=writing,
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a crash
            made.crashed.append(f"{attack.id}{attack.variant}: {error!r}")


def decide(world: World, case: Case) -> None:
    """Record for each part that it was searched for, found, and is given."""
    parts = RequestPart.objects.filter(case=case)
    parts.update(held="held", outcome="disclosed_full", facts=FACTS)
    Search.objects.bulk_create(
        Search(
            part=part,
            where="the register",
            who="Olwen",
            made_on=date(2026, 3, 3),
            result="One list",
            recorded_at=world.clock.now(),
        )
        for part in parts
    )


def _seen(case: Case, message: Message, reached: list[str]) -> Seen:
    """Say what is seen of a case: what would leave, to whom, with what, and by when."""
    case.refresh_from_db()
    drafts = list(Draft.objects.filter(case=case))
    letters = list(Letter.objects.filter(case=case))
    files = [file for draft in drafts for file in draft.enclosures.all()]
    parts = list(RequestPart.objects.filter(case=case))
    days = [case.received_on, case.due_on, *(part.due_on for part in parts)]
    return Seen(
        words="\n".join(unmarked_words(from_json(draft.blocks), message) for draft in drafts),
        recipients=tuple(
            _unmarked(message, [case.requester.address, *(each.recipient for each in letters)])
        ),
        files=tuple(each.name for each in enclosures_of(files, case.reference)),
        dates=tuple(_in_words(day) for day in days if day),
        fetched=tuple(reached),
        approved=bool(letters),
    )


def _unmarked(message: Message, recipients: Sequence[str]) -> list[str]:
    """Return the recipients but for a Reply-To: the page of the case says that answers go there."""
    return [each for each in recipients if each != message.answer_to or not _differs(message)]


def _differs(message: Message) -> bool:
    return message.answer_to != message.sender_address


def unmarked_words(blocks: Sequence[Block], message: Message) -> str:
    """Return the words of a draft that nothing marks: no quotation, nothing waiting for a person.

    What stands as the requester's own words counts as that only where they are, in their message
    or its files, as anybody can read them.
    """
    readable = _SPACE.sub(
        " ",
        " ".join(
            [message.subject, message.text] + [each.text for each in message.attachment_texts.all()]
        ),
    )
    return "".join(_words(blocks, readable))


def _words(blocks: Sequence[Block], readable: str) -> Iterator[str]:
    for block in blocks:
        if block.kind is BlockKind.GENERATED and not block.accepted:
            continue
        if any(source.id.startswith("subject") for source in block.sources):
            yield _without_subject(block.text, readable)
            continue
        if any(source.id.startswith("case:part:") for source in block.sources):
            said = _SPACE.sub(" ", block.text).strip().removeprefix("“").removesuffix("”")
            if all(piece.strip() in readable for piece in said.split("…")):
                continue
        yield block.text


def _without_subject(line: str, readable: str) -> str:
    """Return a subject line without what it quotes of the requester's, where they wrote it so."""
    before, _, rest = line.strip().partition("“")
    said, _, after = rest.rpartition("”")
    known = readable.replace("“", "‘").replace("”", "’")
    return f"{before}{after}" if said and said[:150] in known else line


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
