"""A supervisor gives a standing approval for what was on the screen, until a day; else void."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from assistant.domain.errors import NotAllowed
from assistant.services.prepare import add_user, prepare
from assistant.services.send_letter import send_letter
from assistant.services.standing_approval import (
    grant,
    in_force,
    latest_day,
    preview,
    revoke,
    standing_of,
)
from assistant.store.models import Outbox, StandingApproval, User, Wording
from tests.fakes import FixedClock
from tests.standing import UNTIL, acknowledge, approve_ahead, mailbox_of
from tests.world import DETAILS, PASSWORD, World


def _grant(world: World, **other: object) -> StandingApproval:
    mailbox = mailbox_of(world)
    given: dict[str, object] = {
        "expires_on": UNTIL,
        "reason": "Requesters should hear from us at once.",
        "fingerprint": preview(mailbox).fingerprint,
        "by": world.supervisor,
        "clock": world.clock,
    }
    return grant(mailbox.pk, **{**given, **other})  # type: ignore[arg-type]  # as the names say


def _why_not(world: World) -> str:
    return " ".join(standing_of(mailbox_of(world), clock=world.clock).why_not)


def test_it_is_off_until_somebody_gives_it(world: World) -> None:
    assert standing_of(mailbox_of(world), clock=world.clock).row is None
    assert in_force(mailbox_of(world), clock=world.clock) is None


def test_the_preview_shows_the_letter_under_each_law_that_is_covered(world: World) -> None:
    shown = preview(mailbox_of(world))

    texts = dict(shown.samples)
    assert list(texts) == ["FOI", "EIR", "MIXED"]
    assert "Freedom of Information Act 2000" in texts["FOI"]
    assert "Environmental Information Regulations 2004" in texts["EIR"]
    assert "01632 960000" in texts["MIXED"]
    assert shown.problems == ()


def test_what_was_on_the_screen_is_kept_with_who_gave_it_until_when_and_why(world: World) -> None:
    shown = preview(mailbox_of(world))

    row = approve_ahead(world)

    assert [(each["regime"], each["text"]) for each in row.samples] == list(shown.samples)
    assert [each["id"] for each in row.wordings] == [each["id"] for each in shown.wordings]
    assert all(len(each["sha256"]) == 64 for each in row.wordings)
    assert (row.approved_by, row.expires_on) == (world.supervisor, UNTIL)
    assert "day they write" in row.reason
    assert in_force(mailbox_of(world), clock=world.clock) == row


def test_an_administrator_may_give_it_and_an_officer_may_not(world: World) -> None:
    chief, _ = add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )

    assert _grant(world, by=chief).approved_by == chief
    with pytest.raises(NotAllowed, match="Only a supervisor"):
        _grant(world, by=world.officer)


def test_another_authoritys_supervisor_finds_no_such_mailbox(world: World) -> None:
    council = prepare(
        replace(DETAILS, name="Northshire Council", mailboxes=()),
        wordings=(),  # type: ignore[arg-type]  # nothing shipped is needed twice
    )
    stranger, _ = add_user(
        username="cyril", password=PASSWORD, role="supervisor", authority=council
    )
    approve_ahead(world)

    with pytest.raises(NotAllowed, match="no such mailbox"):
        _grant(world, by=stranger)
    with pytest.raises(NotAllowed, match="no such mailbox"):
        revoke(mailbox_of(world).pk, reason="Not ours", by=stranger, clock=world.clock)


REFUSED = (
    ({"reason": "  "}, "Say why"),
    ({"expires_on": date(2026, 3, 2)}, "passed already"),
    ({"expires_on": date(2027, 3, 4)}, "twelve months at most"),
    ({"fingerprint": "0" * 64}, "no longer what you were shown"),
)


def test_what_cannot_be_given_is_refused_with_the_reason(world: World) -> None:
    for other, said in REFUSED:
        with pytest.raises(NotAllowed, match=said):
            _grant(world, **other)
    assert not StandingApproval.objects.exists()


def test_it_may_hold_for_today_alone_and_for_twelve_months_to_the_day(world: World) -> None:
    assert _grant(world, expires_on=date(2026, 3, 3)).expires_on == date(2026, 3, 3)
    assert _grant(world, expires_on=date(2027, 3, 3)).expires_on == date(2027, 3, 3)


def test_a_year_from_29_february_ends_on_28_february() -> None:
    assert latest_day(FixedClock(datetime(2028, 2, 29, 12, tzinfo=UTC))) == date(2029, 2, 28)


def test_days_are_those_of_london(world: World) -> None:
    _grant(world, expires_on=date(2026, 6, 30))

    world.clock.set(datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    assert in_force(mailbox_of(world), clock=world.clock)
    # British Summer Time: it is past midnight in London.
    world.clock.set(datetime(2026, 6, 30, 23, 1, tzinfo=UTC))
    assert in_force(mailbox_of(world), clock=world.clock) is None
    assert _why_not(world) == "It ended on 30/06/2026."


def test_a_new_one_ends_the_one_before_and_both_stay_in_the_history(world: World) -> None:
    first = approve_ahead(world)
    second = approve_ahead(world)

    first.refresh_from_db()
    assert first.revoked_at is not None
    assert first.revoke_reason == "Replaced by a new standing approval."
    assert in_force(mailbox_of(world), clock=world.clock) == second
    assert StandingApproval.objects.count() == 2


def test_it_is_never_changed_nor_deleted(world: World) -> None:
    row = approve_ahead(world)

    row.expires_on = date(2030, 1, 1)
    with pytest.raises(NotAllowed, match="never changed"):
        row.save()
    with pytest.raises(NotAllowed, match="never deleted"):
        row.delete()
    rows = StandingApproval.objects.filter(pk=row.pk)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        rows.update(expires_on=date(2030, 1, 1))


def test_ending_it_takes_a_supervisor_and_a_reason_and_is_kept(world: World) -> None:
    approve_ahead(world)
    mailbox = mailbox_of(world)

    with pytest.raises(NotAllowed, match="Only a supervisor"):
        revoke(mailbox.pk, reason="Enough", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="Say why"):
        revoke(mailbox.pk, reason=" ", by=world.supervisor, clock=world.clock)
    row = revoke(mailbox.pk, reason="New wording comes.", by=world.supervisor, clock=world.clock)

    assert (row.revoked_by, row.revoke_reason) == (world.supervisor, "New wording comes.")
    assert standing_of(mailbox, clock=world.clock).row is None
    with pytest.raises(NotAllowed, match="no standing approval to end"):
        revoke(mailbox.pk, reason="Again", by=world.supervisor, clock=world.clock)


def _new_version(world: World) -> None:
    old = Wording.objects.get(ident="acknowledgement-foi", authority=None)
    Wording.objects.create(
        ident=old.ident,
        version="2",
        kind=old.kind,
        regime=old.regime,
        title=old.title,
        owner=old.owner,
        review_by=old.review_by,
        text=old.text,
        status=Wording.Status.APPROVED,
    )


def _own_wording(world: World) -> None:
    old = Wording.objects.get(ident="salutation", authority=None)
    Wording.objects.create(
        authority=world.authority,
        ident=old.ident,
        version=old.version,
        kind=old.kind,
        regime=old.regime,
        title=old.title,
        owner=old.owner,
        review_by=old.review_by,
        text="Hello {requester}",
        status=Wording.Status.APPROVED,
    )


def _other_text(world: World) -> None:
    row = Wording.objects.get(ident="contact-phone", authority=None)
    Wording.objects.filter(pk=row.pk).update(text=row.text + " Or do not.")


def _other_telephone(world: World) -> None:
    prepare(replace(DETAILS, phone="01632 960999"), wordings=())  # type: ignore[arg-type]  # nothing shipped is needed twice


def _no_telephone(world: World) -> None:
    prepare(replace(DETAILS, phone=""), wordings=())  # type: ignore[arg-type]  # nothing shipped is needed twice


def _no_supervisor(world: World) -> None:
    User.objects.filter(pk=world.supervisor.pk).update(role=User.Role.OFFICER)


def _left(world: World) -> None:
    User.objects.filter(pk=world.supervisor.pk).update(is_active=False)


def _wording_gone(world: World) -> None:
    Wording.objects.filter(ident="salutation").update(status=Wording.Status.RETIRED)


CHANGES: dict[Callable[[World], None], str] = {
    _new_version: "“Acknowledgement, FOIA” has version 2 now; version 1 was approved",
    _own_wording: "“Salutation” has another text now under the same version",
    _other_text: "another text now under the same version",
    _other_telephone: "The letter reads otherwise now",
    _no_telephone: "is not part of the acknowledgement any more",
    _wording_gone: "cannot be composed",
    _no_supervisor: "sam, who gave it, no longer supervises here",
    _left: "sam, who gave it, no longer supervises here",
}


def test_any_change_of_what_it_rests_on_voids_it_with_the_reason(world: World) -> None:
    row = approve_ahead(world)
    found = {}
    for change in CHANGES:
        with transaction.atomic():
            change(world)
            assert in_force(mailbox_of(world), clock=world.clock) is None, change
            found[change] = _why_not(world)
            transaction.set_rollback(True)

    assert {change: CHANGES[change] in said for change, said in found.items()} == dict.fromkeys(
        CHANGES, True
    ), found
    assert in_force(mailbox_of(world), clock=world.clock) == row


def test_a_wording_that_the_acknowledgement_is_not_made_of_changes_nothing(world: World) -> None:
    row = approve_ahead(world)
    Wording.objects.filter(ident="refusal-notice-foi").update(text="Other words.")

    assert in_force(mailbox_of(world), clock=world.clock) == row


def test_a_letter_that_has_not_left_when_the_approval_ends_is_stopped(world: World) -> None:
    approve_ahead(world)
    letter = acknowledge(world, world.case())
    assert letter is not None
    world.clock.advance(timedelta(minutes=1))
    revoke(mailbox_of(world).pk, reason="Wrong office.", by=world.supervisor, clock=world.clock)

    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)

    outbox = Outbox.objects.get(letter=letter)
    assert outbox.stage == Outbox.Stage.STOPPED
    assert "has been ended since" in outbox.problem
    assert world.postbox.arrived == []
