"""Letters on their way out, for every test that needs one: approved, sent, with copies."""

from collections.abc import Sequence
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from assistant.services.approve_draft import approve_draft, preview
from assistant.services.compose_draft import compose_draft
from assistant.services.pace_sending import USUAL_PACE, Pace
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.services.send_letter import send_letter
from assistant.store.models import Case, Draft, Letter, Outbox
from tests.letters import mail
from tests.world import World

REQUESTER = "alex.carter@example.org"
BO, CHRIS = "bo.lind@example.net", "chris.moor@example.com"
QUESTION = "How many patrol cars do you own?"


def asked(world: World, text: str = QUESTION, **headers: str) -> Case:
    """Take in a request whose writer had two friends in copy; its drafts are composed.

    The same words from the same writer would join their first case: each id has words of its own.
    """
    if "message_id" in headers:
        text = f"{text}\nIt is about {headers['message_id'].strip('<>').partition('@')[0]}."
    return world.case(mail(text, Cc=f"Bo Lind <{BO}>, {CHRIS}", **headers))


def approve(
    world: World, case: Case, kind: str = "acknowledgement", copies: Sequence[str] = ()
) -> Letter:
    """Approve a draft that is ready, as the officer, with these copies ticked."""
    draft = Draft.objects.get(case=case, kind=kind, state=Draft.State.READY)
    seen = preview(draft.pk, register=world.register, clock=world.clock, copies=copies)
    return approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        copies=copies,
    )


def answer(world: World, case: Case, copies: Sequence[str] = ()) -> Letter:
    """Search, decide that all is disclosed, compose the response and approve it."""
    part = case.parts.get()
    record_search(
        part.pk,
        where="Vehicle fleet register",
        who="Olwen Price",
        terms="patrol cars",
        made_on=date(2026, 3, 3),
        result="212 found",
        by=world.officer,
        clock=world.clock,
    )
    part.refresh_from_db()
    record_part(
        part.pk,
        version=part.version,
        held="held",
        outcome="disclosed_full",
        sections=[],
        facts="Northshire Police own 212 patrol cars.",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    draft = Draft.objects.get(case=case, kind="response")
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.QUEUED)
    compose_draft(draft.pk, library=world.library, register=world.register, clock=world.clock)
    return approve(world, case, "response", copies)


def send(world: World, letter: Letter, pace: Pace = USUAL_PACE) -> Outbox:
    """Let a worker take the letter up; return how it stands then."""
    send_letter(
        letter.outbox.pk,
        postbox=world.postbox,
        register=world.register,
        clock=world.clock,
        pace=pace,
    )
    return Outbox.objects.get(letter=letter)


def arrived(world: World) -> list[str]:
    """Return who got a letter, a copy each, in the order of arrival."""
    return [envelope.recipient for envelope in world.postbox.arrived]


def read(raw: bytes) -> EmailMessage:
    """Return a message as a mail program reads it."""
    found = message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def states(letter: Letter) -> dict[str, str]:
    """Return how far the letter has come for each of its addressees."""
    return dict(letter.addressees.values_list("address", "state"))
