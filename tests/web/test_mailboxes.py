"""Mailboxes: how each folder is read, where every message is, and what somebody has to choose."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from assistant.store.models import Message
from tests.web.scene import Scene, hold, undecided_folder
from tests.world import World


@pytest.fixture
def supervising(world: World, client: Client) -> Client:
    """A browser in which the supervisor of Northshire Police is signed in."""
    client.force_login(world.supervisor)
    return client


def _words(client: Client, address: str = "/mailboxes/") -> str:
    """Return the words of a page, on one line."""
    page = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def _read(world: World, **figures: object) -> None:
    """Note that the folder was looked at a moment ago, with these figures."""
    folder = world.folder
    folder.start, folder.polled_at, folder.counted_at = "everything", world.clock.now(), None
    for name, value in figures.items():
        setattr(folder, name, value)
    folder.save()


def test_a_folder_that_is_read_shows_its_figures(signed_in: Client, world: World) -> None:
    _read(world, on_server=40, left_alone=7, missing=0, counted_at=world.clock.now())

    page = _words(signed_in)

    assert "foi@northshire.police.example" in page
    assert "Folder INBOX Is read" in page
    assert "Read for Mail that arrives" in page
    assert "On the server 40, counted 3 March 2026, 10:00" in page
    assert "Taken in 33" in page
    assert "Left alone as old 7" in page
    assert "Missing here 0" in page


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"problem": "The server refuses the sign-in."}, "Cannot be read The server refuses"),
        ({"on_server": 5, "missing": 2}, "Messages are missing They are on the mail server"),
        ({"polled_at": None}, "Not looked at yet"),
    ],
)
def test_what_is_wrong_with_a_folder_comes_with_what_to_do(
    signed_in: Client, world: World, figures: dict[str, object], said: str
) -> None:
    _read(world, **figures)

    assert said in _words(signed_in)


def test_a_folder_not_looked_at_for_15_minutes_is_warned_of(
    signed_in: Client, world: World
) -> None:
    _read(world)
    world.clock.advance(timedelta(minutes=15))
    assert "Is read" in _words(signed_in)

    world.clock.advance(timedelta(seconds=1))

    page = _words(signed_in)
    assert "Not looked at for 15 minutes" in page
    assert "foi-assistant check" in page


def test_a_folder_that_is_no_longer_set_needs_nobody(signed_in: Client, world: World) -> None:
    _read(world, problem="The server refuses the sign-in.", in_use=False)
    world.clock.advance(timedelta(days=9))

    page = _words(signed_in)
    assert "Read once, and not in the settings any more: INBOX" in page
    assert "No folder of this mailbox is read" in page
    assert "refuses the sign-in" not in page
    assert "Mailboxes (1)" not in signed_in.get("/").content.decode()


def test_the_dispositions_add_up_to_the_messages_taken_in(signed_in: Client, world: World) -> None:
    world.case()
    hold(world)
    _read(world, on_server=2, counted_at=world.clock.now())

    page = _words(signed_in)

    assert "New case 1" in page
    assert "Held for a person 1" in page
    assert f"Taken in altogether {Message.objects.count()}" in page
    assert "does not add up" not in page


def test_missing_messages_say_that_it_does_not_add_up(signed_in: Client, world: World) -> None:
    _read(world, on_server=3, missing=1, counted_at=world.clock.now())

    assert "It does not add up" in _words(signed_in)


def test_a_supervisor_is_asked_what_to_do_with_mail_of_before(
    supervising: Client, world: World
) -> None:
    folder = undecided_folder(world)

    page = _words(supervising)
    assert "1,234 messages from before" in page
    assert "No acknowledgement is drafted for any of it" in page
    assert "Mailboxes (1)" in supervising.get("/").content.decode()

    answer = supervising.post(
        f"/mailboxes/folders/{folder.pk}/start/", {f"folder-{folder.pk}-choice": "import"}
    )

    folder.refresh_from_db()
    assert answer["Location"] == "/mailboxes/"
    assert (folder.start, folder.problem) == ("import", "")
    assert "made into cases. None of it is acknowledged" in _words(supervising)
    assert "Mailboxes (1)" not in supervising.get("/").content.decode()


def test_mail_of_before_can_be_left_where_it_is(supervising: Client, world: World) -> None:
    folder = undecided_folder(world)
    folder.old_up_to = 1300
    folder.save()

    supervising.post(
        f"/mailboxes/folders/{folder.pk}/start/", {f"folder-{folder.pk}-choice": "from-now"}
    )

    folder.refresh_from_db()
    assert (folder.start, folder.last_uid) == ("from_now", 1300)


def test_a_choice_that_was_not_made_is_asked_for(supervising: Client, world: World) -> None:
    folder = undecided_folder(world)

    page = supervising.post(f"/mailboxes/folders/{folder.pk}/start/", {}).content.decode()

    assert "Error: " in page
    assert "Select what should happen to the messages" in page
    folder.refresh_from_db()
    assert folder.start == ""


def test_an_officer_reads_and_cannot_choose(signed_in: Client, world: World) -> None:
    folder = undecided_folder(world)

    page = _words(signed_in)
    assert "A supervisor or an administrator chooses" in page
    assert "Save the choice" not in page

    refused = signed_in.post(
        f"/mailboxes/folders/{folder.pk}/start/", {f"folder-{folder.pk}-choice": "import"}
    )
    assert "Only a supervisor chooses this" in refused.content.decode()
    folder.refresh_from_db()
    assert folder.start == ""


def test_a_second_choice_meets_the_first(supervising: Client, world: World) -> None:
    folder = undecided_folder(world)
    folder.start = "everything"
    folder.save()

    page = supervising.post(
        f"/mailboxes/folders/{folder.pk}/start/", {f"folder-{folder.pk}-choice": "import"}
    )

    assert "being taken in already" in page.content.decode()


def test_a_message_says_how_it_came_and_what_was_read_in_its_files(
    signed_in: Client, scene: Scene
) -> None:
    page = _words(signed_in, f"/mail/{scene.held.pk}/")

    assert "Read from the mailbox foi@northshire.police.example, folder INBOX" in page
    assert "2 March 2026, 09:30" in page
    assert "What was read in it : request.docx" in page
    assert "The minutes &lt;b&gt;of May&lt;/b&gt;, please." in page
    assert "Its words could not be read: It holds pictures and no text." in page


def test_a_message_handed_over_names_the_address_it_was_for(
    signed_in: Client, scene: Scene
) -> None:
    scene.held.deliveries.update(via="lmtp", folder="", uid=None, recipient="eir@police.example")
    scene.held.imported = True
    scene.held.save()

    page = _words(signed_in, f"/mail/{scene.held.pk}/")

    assert "Handed over by LMTP for eir@police.example" in page
    assert "before the assistant was started, so it is not acknowledged" in page
