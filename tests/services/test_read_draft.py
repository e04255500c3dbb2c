"""What is refused of noting what was opened and read of a draft."""

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.provenance import sources_used
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.prepare import AuthorityDetails, add_user, prepare
from assistant.services.read_draft import confirm_read, open_sources
from assistant.store.blocks import from_json
from assistant.store.models import Draft, DraftReading, User
from tests.world import DETAILS, PASSWORD, World


def ready(world: World) -> Draft:
    case = world.case()
    return Draft.objects.select_related("case").get(case=case, kind="acknowledgement")


@pytest.fixture
def stranger(world: World) -> User:
    """An officer of another authority."""
    details = AuthorityDetails(
        **{
            **{each: getattr(DETAILS, each) for each in DETAILS.__dataclass_fields__},
            "name": "Northshire Council",
            "mailbox_address": "foi@northshire.council.example",
            "mailboxes": (),
        }
    )
    other = prepare(details, wordings=())  # type: ignore[arg-type]  # shipped ones are not needed
    return add_user(username="cyril", password=PASSWORD, role="officer", authority=other)[0]


def test_a_stranger_opens_nothing_and_confirms_nothing(world: World, stranger: User) -> None:
    draft = ready(world)
    with pytest.raises(NotAllowed, match="another authority"):
        open_sources(draft, sources_used(from_json(draft.blocks)), by=stranger, clock=world.clock)
    with pytest.raises(NotAllowed, match="a draft that is ready"):
        confirm_read(draft.pk, version=draft.version, numbers=[1], by=stranger, clock=world.clock)
    assert not DraftReading.objects.exists()


def test_an_auditor_confirms_nothing(world: World) -> None:
    draft = ready(world)
    auditor, _ = add_user(
        username="ada", password=PASSWORD, role="auditor", authority=world.authority
    )
    with pytest.raises(NotAllowed, match="Auditors read"):
        confirm_read(draft.pk, version=draft.version, numbers=[1], by=auditor, clock=world.clock)


def test_what_is_opened_after_the_approval_is_not_counted(world: World) -> None:
    draft = ready(world)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    draft.refresh_from_db()
    open_sources(draft, sources_used(from_json(draft.blocks)), by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="a draft that is ready"):
        confirm_read(
            draft.pk, version=draft.version, numbers=[1], by=world.officer, clock=world.clock
        )
    assert not DraftReading.objects.exists()
    assert letter.unread["sources"] == ["acknowledgement-foi"]
    event = letter.case.events.get(kind="acknowledgement_approved")
    assert event.details["not_opened"] == [1, 1]
    assert event.details["not_read"] == [len(draft.blocks)] * 2


def test_opening_and_reading_again_is_noted_once_at_a_version(world: World) -> None:
    draft = ready(world)
    used = sources_used(from_json(draft.blocks))
    for _ in range(2):
        open_sources(draft, used, by=world.officer, clock=world.clock)
        confirm_read(
            draft.pk, version=draft.version, numbers=[1, 1], by=world.officer, clock=world.clock
        )
    assert DraftReading.objects.count() == len(used) + 1
