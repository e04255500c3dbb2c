"""Several mailboxes: their rows, how each folder stands, and the choice of the first start."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.choose_start import choose_start
from assistant.services.prepare import MailboxDetails, prepare
from assistant.services.show_mailboxes import ShownFolder, show_mailboxes
from assistant.store.models import Mailbox, MailboxFolder
from assistant.store.threads import own_addresses
from tests.world import DETAILS, World

FOI = "foi@northshire.police.example"
EIR = MailboxDetails(
    "eir@northshire.police.example",
    aliases=("Environment@northshire.police.example",),
    folders=("INBOX", "Junk"),
    sent_folder="Sent",
)
LOOKED = datetime(2026, 3, 3, 9, 50, tzinfo=UTC)


def set_up(*mailboxes: MailboxDetails) -> None:
    prepare(replace(DETAILS, mailboxes=mailboxes), wordings=())  # type: ignore[arg-type]  # none


def rows() -> dict[str, tuple[str, bool]]:
    return {str(row): (row.role, row.in_use) for row in MailboxFolder.objects.all()}


def shown(world: World, folder: str = "INBOX") -> ShownFolder:
    found = show_mailboxes(clock=world.clock, quiet_seconds=900)
    return next(one for one in found if (one.address, one.folder) == (FOI, folder))


def change(world: World, **values: object) -> None:
    MailboxFolder.objects.filter(pk=world.folder.pk).update(**values)


def test_every_mailbox_has_its_aliases_and_a_row_for_each_folder(world: World) -> None:
    set_up(*DETAILS.mailboxes, EIR)

    assert rows() == {
        f"{FOI}/INBOX": ("arrivals", True),
        f"{EIR.address}/INBOX": ("arrivals", True),
        f"{EIR.address}/Junk": ("arrivals", True),
        f"{EIR.address}/Sent": ("sent", True),
    }
    assert Mailbox.objects.get(address=EIR.address).aliases == [
        "environment@northshire.police.example"
    ]


def test_mail_from_an_alias_is_the_authoritys_own(world: World) -> None:
    set_up(*DETAILS.mailboxes, EIR)
    assert own_addresses(world.authority).addresses == {
        FOI,
        EIR.address,
        "environment@northshire.police.example",
    }


def test_a_folder_no_longer_set_keeps_its_mark_and_is_not_in_use(world: World) -> None:
    change(world, uidvalidity=7, last_uid=41)
    set_up(EIR)
    assert rows()[f"{FOI}/INBOX"] == ("arrivals", False)

    set_up(*DETAILS.mailboxes)
    again = MailboxFolder.objects.get(pk=world.folder.pk)
    assert (again.in_use, again.uidvalidity, again.last_uid) == (True, 7, 41)
    assert not MailboxFolder.objects.filter(mailbox__address=EIR.address, in_use=True).exists()


def test_a_folder_may_change_what_it_is_read_for(world: World) -> None:
    set_up(MailboxDetails(FOI, folders=("Other",), sent_folder="INBOX"))
    assert rows()[f"{FOI}/INBOX"] == ("sent", True)


def test_another_spelling_of_an_address_makes_no_second_mailbox(world: World) -> None:
    set_up(MailboxDetails(FOI.title(), folders=("INBOX",)))
    assert [mailbox.address for mailbox in Mailbox.objects.all()] == [FOI.title()]
    assert world.folder.pk == MailboxFolder.objects.get().pk


def test_another_authoritys_mailboxes_are_left_alone(world: World) -> None:
    council = replace(DETAILS, name="Northshire Council", mailboxes=(EIR,))
    prepare(council, wordings=())  # type: ignore[arg-type]  # none
    assert rows()[f"{FOI}/INBOX"] == ("arrivals", True)


@pytest.mark.parametrize(
    ("values", "state", "works"),
    [
        ({}, "not looked at yet", True),
        ({"polled_at": LOOKED, "start": "everything"}, "is read", True),
        ({"began_at": LOOKED, "problem": "12,000 messages"}, "waits for a choice", False),
        ({"problem": "The sign-in is refused.", "start": "everything"}, "cannot be read", False),
        (
            {"polled_at": LOOKED - timedelta(minutes=6), "start": "everything"},
            "not looked at for long",
            False,
        ),
        (
            {"polled_at": LOOKED, "start": "everything", "on_server": 9, "missing": 2},
            "messages are missing here",
            False,
        ),
        ({"in_use": False, "problem": "gone", "missing": 3}, "not in the settings any more", True),
    ],
)
def test_a_folder_says_how_it_stands(
    world: World, values: dict[str, object], state: str, *, works: bool
) -> None:
    change(world, **values)
    found = shown(world)
    assert (found.state, found.works) == (state, works)
    assert works or found.what_to_do


def test_a_folder_that_waits_names_the_command_to_run(world: World) -> None:
    change(world, began_at=LOOKED)
    assert f"foi-assistant mailbox start {FOI} 'INBOX' from-now" in shown(world).what_to_do


def test_every_message_on_the_server_is_accounted_for(world: World) -> None:
    assert shown(world).taken_in is None
    change(world, on_server=120, left_alone=100, missing=3, counted_at=LOOKED)
    found = shown(world)
    assert found.taken_in == 17
    assert found.on_server == found.taken_in + found.left_alone + found.missing


@pytest.mark.parametrize(("choice", "start"), [("from-now", "from_now"), ("import", "import")])
def test_the_choice_of_the_first_start_is_kept(world: World, choice: str, start: str) -> None:
    change(world, uidvalidity=7, began_at=LOOKED, old_up_to=500, problem="choose")
    choose_start(world.folder.pk, choice=choice, by=None, clock=world.clock)  # type: ignore[arg-type]  # one of two

    row = MailboxFolder.objects.get(pk=world.folder.pk)
    assert (row.start, row.problem) == (start, "")
    assert row.last_uid == (500 if choice == "from-now" else 0)


def test_an_officer_does_not_choose_the_first_start(world: World) -> None:
    with pytest.raises(NotAllowed, match="supervisor"):
        choose_start(world.folder.pk, choice="import", by=world.officer, clock=world.clock)


def test_mail_that_is_taken_in_already_is_not_chosen_about(world: World) -> None:
    change(world, start="everything", began_at=LOOKED)
    with pytest.raises(NotAllowed, match="already"):
        choose_start(world.folder.pk, choice="from-now", by=None, clock=world.clock)
