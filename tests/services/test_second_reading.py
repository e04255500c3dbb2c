"""A model's reading of a request: shown to an officer, who takes it or not; it changes nothing."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.request.second_reading import MOST_PLACES
from assistant.ports import NotUsable, Span
from assistant.services import correct_parts as correcting
from assistant.services.ask_reader import ModelReading, ask_reader, queue_second_readings
from assistant.services.prepare import add_user
from assistant.services.record_search import record_search
from assistant.services.second_reading import (
    SecondRead,
    dismiss_proposal,
    second_read,
    take_proposal,
)
from assistant.store import queue
from assistant.store.models import Case, Event, Message, RequestPart, SecondReading
from tests.letters import mail
from tests.world import PASSWORD, World
from tests.writers import KeptReadings, ScriptedReader, call

ASKED = """Dear Northshire Police,

1. How many patrol cars do you own, and how many bicycles do you own?

2. How many were sold in 2025?

3. And who bought them?

The mileage of each car would help as well.

Yours faithfully,
Ada Quillfeather

On Monday Bo Lind wrote:
> How many lorries do you own?
"""
SENDER = "Ada Quillfeather <ada.quillfeather@post.example>"


@pytest.fixture
def case(world: World) -> Case:
    found = world.case(mail(ASKED, subject="Patrol cars", sender=SENDER))
    assert [part.key for part in found.parts.all()] == ["1", "2", "3"]
    return found


def span(text: str, words: str, kind: str = "question", regime: str = "none") -> Span:
    start = text.index(words)
    return Span(start, start + len(words), kind, "figures", regime)  # type: ignore[arg-type]  # by name


def message_of(case: Case) -> Message:
    return case.messages.earliest("pk")


def shown(case: Case) -> str:
    """The words that a reader is shown: the sender's own, joined."""
    message = message_of(case)
    return "\n\n".join(message.text[a:b] for a, b in message.reply_spans)


def read(world: World, case: Case, *spans: Span) -> tuple[ScriptedReader, KeptReadings]:
    reader, kept = ScriptedReader(*spans), KeptReadings()
    ask_reader(message_of(case).pk, reading=ModelReading(reader, kept), clock=world.clock)
    return reader, kept


def standing(case: Case) -> SecondRead:
    found = second_read(Case.objects.get(pk=case.pk))
    assert found is not None
    return found


def rows(case: Case) -> list[tuple[object, ...]]:
    """Everything of a case and its parts that a reading could have changed."""
    fields = ("key", "start", "end", "text", "regime", "due_on", "outcome", "held", "version")
    parts = RequestPart.objects.filter(case=case).order_by("position").values_list(*fields)
    whole = Case.objects.values_list("due_on", "decision_due_on", "regime", "state", "version")
    fate = Message.objects.values_list("disposition", "verdict", "intent").get(cases=case)
    events = Event.objects.filter(case=case).count()
    return [*parts, whole.get(pk=case.pk), fate, (events,)]


def as_rules(case: Case) -> list[Span]:
    text = shown(case)
    return [span(text, part.text) for part in case.parts.all()]


def take(world: World, case: Case, key: str) -> str:
    case.refresh_from_db()
    return take_proposal(case.pk, key, version=case.version, by=world.officer, clock=world.clock)


def test_who_asked_and_whom_they_quote_is_not_shown(world: World, case: Case) -> None:
    reader, kept = read(world, case)
    (text,) = reader.shown
    assert "patrol cars" in text
    for secret in ("Ada", "Quillfeather", "lorries", "Bo Lind", "post.example"):
        assert secret not in text
    assert [(each.purpose, of) for each, of in kept.calls] == [("write", case)]


def test_the_same_reading_proposes_nothing(world: World, case: Case) -> None:
    read(world, case, *as_rules(case))
    found = standing(case)
    assert (found.proposals, found.closed, found.row.problem) == ((), False, "")


def test_each_difference_is_said_and_taken_one_by_one(world: World, case: Case) -> None:
    text = shown(case)
    both = span(text, "How many were sold in 2025?\n\n3. And who bought them?")
    one, two = span(text, "How many patrol cars do you own"), span(text, "how many bicycles do you")
    more = span(text, "The mileage of each car would help as well.", regime="eir")
    before = rows(case)
    read(world, case, one, two, both, more, span(text, "2025", "date"))

    assert rows(case) == before
    found = standing(case)
    assert [each.said.split(":")[0] for each in found.proposals] == [
        "The model reads two questions in Part 1. The second",
        "The model reads Part 2 and Part 3 as one question.",
        "The model reads a question that is no part yet",
    ]
    assert [each.button for each in found.proposals][1] == "Join the two"
    assert found.dates == ("2025",)
    assert "1 under the Environmental Information Regulations" in found.hints

    assert "was joined to Part 2" in take(world, case, found.proposals[1].difference.key)
    assert [part.key for part in case.parts.all()] == ["1", "2"]
    event = Event.objects.filter(case=case, kind="parts_corrected").get()
    assert event.actor == world.officer
    assert "Proposed by the language model scripted-1" in event.note.text
    # What one took away from is proposed still, against the parts as they are now.
    left = standing(case).proposals
    assert [each.difference.step for each in left] == ["split", "add"]
    take(world, case, left[1].difference.key)
    take(world, case, left[0].difference.key)
    assert [part.text for part in case.parts.all()][1].startswith("and how many bicycles")
    assert standing(case).proposals == ()
    assert standing(case).closed is False


def test_a_part_without_a_question_is_taken_away_where_nothing_is_recorded(
    world: World, case: Case
) -> None:
    read(world, case, *as_rules(case)[:2])
    (proposal,) = standing(case).proposals
    assert proposal.said == "The model reads no question in Part 3."
    assert "was taken away" in take(world, case, proposal.difference.key)
    assert case.parts.count() == 2


def test_what_is_dismissed_is_not_proposed_again(world: World, case: Case) -> None:
    read(world, case, *as_rules(case)[:2])
    key = standing(case).proposals[0].difference.key
    before = rows(case)
    dismiss_proposal(case.pk, key, by=world.officer, clock=world.clock)
    assert rows(case) == before
    assert standing(case).proposals == ()
    with pytest.raises(NotAllowed, match="proposed no more"):
        take(world, case, key)


@pytest.mark.parametrize("begun", ["corrected", "searched", "closed"])
def test_nothing_is_proposed_once_an_officer_has_begun(
    world: World, case: Case, begun: str
) -> None:
    read(world, case, *as_rules(case)[:2])
    key = standing(case).proposals[0].difference.key
    case.refresh_from_db()
    if begun == "corrected":
        correcting.join_part(
            case.pk, case.parts.all()[0].pk, version=case.version, by=world.officer,
            clock=world.clock,
        )  # fmt: skip
    elif begun == "searched":
        record_search(
            case.parts.all()[0].pk, where="the fleet register", who="Olwen", terms="cars",
            made_on=date(2026, 3, 3), result="One list", by=world.officer, clock=world.clock,
        )  # fmt: skip
    else:
        Case.objects.filter(pk=case.pk).update(state="withdrawn")
    assert standing(case).closed
    before = rows(case)
    with pytest.raises(NotAllowed, match="proposed no more"):
        take(world, case, key)
    assert rows(case) == before


def test_another_authority_s_officer_settles_nothing(world: World, case: Case) -> None:
    read(world, case, *as_rules(case)[:2])
    key = standing(case).proposals[0].difference.key
    stranger, _ = add_user(username="eve", password=PASSWORD, role="officer", authority=None)
    with pytest.raises(NotAllowed, match="no such proposal"):
        dismiss_proposal(case.pk, key, by=stranger, clock=world.clock)


def test_a_model_that_fails_leaves_a_plain_line(world: World, case: Case) -> None:
    before = rows(case)
    for failing in (
        NotUsable("No language model gave an answer.", (call("It gave no JSON."),)),
        TryAgainLater("The day’s budget is spent."),
        NotAllowed("The key was refused."),
    ):
        SecondReading.objects.all().delete()
        reader, kept = ScriptedReader(), KeptReadings()
        reader.failing = failing
        for _ in range(2):
            ask_reader(message_of(case).pk, reading=ModelReading(reader, kept), clock=world.clock)
        assert rows(case) == before
        assert len(reader.shown) == 1
        assert len(kept.calls) == isinstance(failing, NotUsable)
        found = standing(case)
        assert (found.row.problem, found.proposals) == (str(failing), ())


def test_a_message_that_is_gone_or_says_nothing_is_asked_about_by_nobody(world: World) -> None:
    empty = world.deliver(mail("", subject="x", message_id="<empty-9@example.org>"))
    Message.objects.filter(pk=empty.pk).update(text="")
    reader = ScriptedReader()
    for message_id in (empty.pk, 999_999):
        ask_reader(message_id, reading=ModelReading(reader, KeptReadings()), clock=world.clock)
    assert reader.shown == []


def test_held_mail_and_replies_of_no_plain_kind_are_read_and_stay_what_they_are(
    world: World, case: Case
) -> None:
    reply = world.deliver(
        mail(
            "The tulips are out.", sender=SENDER, subject="Re: Patrol cars",
            message_id="<tulips@post.example>", in_reply_to=message_of(case).message_id,
        )
    )  # fmt: skip
    held = world.deliver(mail("hm", sender="", subject="", message_id="<hm@example.org>"))
    Message.objects.filter(pk=held.pk).update(disposition="held", reply_spans=[])
    Message.objects.filter(pk=reply.pk).update(disposition="filed", intent="other")
    thanks = Message.objects.create(
        authority=world.authority, content_sha256="9" * 64, size=1, received_at=world.clock.now(),
        queued_at=world.clock.now(), disposition="filed", intent="thanks", text="Thank you.",
    )  # fmt: skip
    ids = [message_of(case).pk, reply.pk, held.pk, thanks.pk]
    assert queue_second_readings(ids) == 3
    assert queue.waiting(queue.READ_BY_MODEL) == set(ids[:3])

    kept = KeptReadings()
    reading = ModelReading(ScriptedReader(purpose="chaser"), kept)
    for message_id in ids[:3]:
        ask_reader(message_id, reading=reading, clock=world.clock)
    assert queue_second_readings(ids[:3]) == 0
    assert [of for _, of in kept.calls] == [case, case, None]
    held.refresh_from_db()
    assert (held.disposition, held.second_reading.purpose) == ("held", "chaser")


def test_the_worst_reader_there_could_be_proposes_what_stands_in_the_text_and_changes_nothing(
    world: World, case: Case
) -> None:
    text = shown(case)
    noise = [
        *(Span(i % 90, i % 90 + i % 7, "question") for i in range(10_000)),
        Span(-5, 20, "question"),
        Span(0, 10**9, "question"),
        span(text, "Dear", "instruction"),
    ]
    before = rows(case)
    read(world, case, *noise)
    assert rows(case) == before
    row = SecondReading.objects.get()
    assert len(row.places) <= MOST_PLACES
    assert all(0 <= each["start"] < each["end"] <= len(row.message.text) for each in row.places)
    assert len(standing(case).proposals) <= MOST_PLACES


_SPANS = st.lists(
    st.builds(
        Span,
        st.integers(-3, 320),
        st.integers(-3, 320),
        st.sampled_from(["question", "date", "context", "courtesy", "instruction"]),
        st.sampled_from(["figures", "documents", "facts", "reasons", "nothing"]),
        st.sampled_from(["foi", "eir", "own_data", "none"]),
    ),
    max_size=8,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_SPANS, st.sampled_from(["request", "withdrawal", "automatic", "other"]))
def test_whatever_the_reader_returns_parts_and_clocks_are_as_before(
    world: World, case: Case, spans: Sequence[Span], purpose: str
) -> None:
    SecondReading.objects.all().delete()
    before = rows(case)
    reader = ScriptedReader(*spans, purpose=purpose)  # type: ignore[arg-type]  # by name
    reading = ModelReading(reader, KeptReadings())
    ask_reader(message_of(case).pk, reading=reading, clock=world.clock)
    standing(case)
    assert rows(case) == before
