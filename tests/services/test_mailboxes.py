"""Several mailboxes: their rows, how each folder stands, and the choice of the first start."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.choose_start import choose_start
from assistant.services.poll_mailboxes import folders_of
from assistant.services.prepare import MailboxDetails, prepare
from assistant.services.show_mailboxes import ShownFolder, show_dispositions, show_mailboxes
from assistant.store.models import Authority, Mailbox, MailboxFolder, Message, User
from assistant.store.threads import own_addresses
from tests.fakes import FixedClock
from tests.letters import mail
from tests.world import DETAILS, World

FOI = "foi@northshire.police.example"
EIR = MailboxDetails(
    "eir@northshire.police.example",
    aliases=("Environment@northshire.police.example",),
    folders=("INBOX", "Junk"),
    sent_folder="Sent",
)
LOOKED = datetime(2026, 3, 3, 9, 50, tzinfo=UTC)


@dataclass
class Police:
    """Northshire Police with one folder, and none of the wording that nothing here needs."""

    authority: Authority
    folder: MailboxFolder
    clock: FixedClock


@pytest.fixture
def police(db: None) -> Police:
    authority = prepare(DETAILS, wordings=())  # type: ignore[arg-type]  # none
    clock = FixedClock(datetime(2026, 3, 3, 10, 0, tzinfo=UTC))
    return Police(authority, MailboxFolder.objects.get(), clock)


def set_up(*mailboxes: MailboxDetails) -> None:
    prepare(replace(DETAILS, mailboxes=mailboxes), wordings=())  # type: ignore[arg-type]  # none


def rows() -> dict[str, tuple[str, bool]]:
    return {str(row): (row.role, row.in_use) for row in MailboxFolder.objects.all()}


def shown(police: Police, folder: str = "INBOX") -> ShownFolder:
    found = show_mailboxes(clock=police.clock, quiet_seconds=900)
    return next(one for one in found if (one.address, one.folder) == (FOI, folder))


def change(police: Police, **values: object) -> None:
    MailboxFolder.objects.filter(pk=police.folder.pk).update(**values)


def test_every_mailbox_has_its_aliases_and_a_row_for_each_folder(police: Police) -> None:
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


def test_mail_from_an_alias_is_the_authoritys_own(police: Police) -> None:
    set_up(*DETAILS.mailboxes, EIR)
    assert own_addresses(police.authority).addresses == {
        FOI,
        EIR.address,
        "environment@northshire.police.example",
    }


def test_a_folder_no_longer_set_keeps_its_mark_and_is_not_in_use(police: Police) -> None:
    change(police, uidvalidity=7, last_uid=41)
    set_up(EIR)
    assert rows()[f"{FOI}/INBOX"] == ("arrivals", False)

    set_up(*DETAILS.mailboxes)
    again = MailboxFolder.objects.get(pk=police.folder.pk)
    assert (again.in_use, again.uidvalidity, again.last_uid) == (True, 7, 41)
    assert not MailboxFolder.objects.filter(mailbox__address=EIR.address, in_use=True).exists()


def test_a_folder_no_longer_set_is_not_looked_at(police: Police) -> None:
    set_up(MailboxDetails(FOI, folders=("Other", "Junk"), sent_folder="Sent"))
    assert [folder.name for folder in folders_of(FOI)] == ["Junk", "Other", "Sent"]


def test_a_folder_may_change_what_it_is_read_for(police: Police) -> None:
    set_up(MailboxDetails(FOI, folders=("Other",), sent_folder="INBOX"))
    assert rows()[f"{FOI}/INBOX"] == ("sent", True)


def test_another_spelling_of_an_address_makes_no_second_mailbox(police: Police) -> None:
    set_up(MailboxDetails(FOI.title(), folders=("INBOX",)))
    assert [mailbox.address for mailbox in Mailbox.objects.all()] == [FOI.title()]
    assert police.folder.pk == MailboxFolder.objects.get().pk


def test_another_authoritys_mailboxes_are_left_alone(police: Police) -> None:
    council = replace(DETAILS, name="Northshire Council", mailboxes=(EIR,))
    prepare(council, wordings=())  # type: ignore[arg-type]  # none
    assert rows()[f"{FOI}/INBOX"] == ("arrivals", True)


@pytest.mark.parametrize(
    ("values", "state", "works"),
    [
        ({}, "not looked at yet", True),
        ({"polled_at": LOOKED, "start": "everything"}, "is read", True),
        (
            {"began_at": LOOKED, "on_server": 12000, "problem": "12,000 messages"},
            "waits for a choice",
            False,
        ),
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
    police: Police, values: dict[str, object], state: str, *, works: bool
) -> None:
    change(police, **values)
    found = shown(police)
    assert (found.state, found.works) == (state, works)
    assert works or found.what_to_do


def test_a_folder_that_waits_names_the_command_to_run(police: Police) -> None:
    change(police, began_at=LOOKED, on_server=9)
    assert f"foi-assistant mailbox start {FOI} INBOX from-now" in shown(police).what_to_do
    change(police, name="Junk Email")
    assert f"start {FOI} 'Junk Email' from-now" in shown(police, "Junk Email").what_to_do


def test_every_message_on_the_server_is_accounted_for(police: Police) -> None:
    assert shown(police).taken_in is None
    change(police, on_server=120, left_alone=100, missing=3, counted_at=LOOKED)
    found = shown(police)
    assert found.taken_in == 17
    assert found.on_server == found.taken_in + found.left_alone + found.missing


def test_every_message_has_one_disposition(world: World) -> None:
    world.deliver(mail())
    world.deliver(mail("I am away.", message_id="<2@example.org>", Auto_Submitted="auto-replied"))
    counts = show_dispositions()
    assert (counts["New case"], counts["Automatic message"]) == (1, 1)
    assert sum(counts.values()) == Message.objects.count() == 2


@pytest.mark.parametrize(("choice", "start"), [("from-now", "from_now"), ("import", "import")])
def test_the_choice_of_the_first_start_is_kept(police: Police, choice: str, start: str) -> None:
    change(police, uidvalidity=7, began_at=LOOKED, on_server=9, old_up_to=500, problem="choose")
    choose_start(police.folder.pk, choice=choice, by=None, clock=police.clock)  # type: ignore[arg-type]  # one of two

    row = MailboxFolder.objects.get(pk=police.folder.pk)
    assert (row.start, row.problem) == (start, "")
    assert row.last_uid == (500 if choice == "from-now" else 0)


def test_an_officer_does_not_choose_the_first_start(police: Police) -> None:
    officer = User(username="olwen", role=User.Role.OFFICER)
    with pytest.raises(NotAllowed, match="supervisor"):
        choose_start(police.folder.pk, choice="import", by=officer, clock=police.clock)


def test_mail_that_is_taken_in_already_is_not_chosen_about(police: Police) -> None:
    change(police, start="everything", began_at=LOOKED)
    with pytest.raises(NotAllowed, match="already"):
        choose_start(police.folder.pk, choice="from-now", by=None, clock=police.clock)
