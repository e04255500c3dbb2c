"""Letters that did not simply arrive: what the pages say of them, and what a person can do."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from assistant.services.reconcile_sending import reconcile_sending
from assistant.store.models import Case, Letter, Outbox
from tests.fakes import FakeSentFolder
from tests.outgoing import BO, CHRIS, REQUESTER, answer, approve, arrived, asked, send
from tests.web.fates import came_back, partly_refused, refused, waiting
from tests.web.scene import Scene
from tests.world import DETAILS, World

HIDDEN = re.compile(r'<input type="hidden" name="(version|fingerprint|copy)" value="([^"]*)"')


def page(signed_in: Client, address: str) -> str:
    return signed_in.get(address).content.decode()


def test_copies_are_ticked_on_the_page_and_bound_by_the_approval(
    signed_in: Client, world: World
) -> None:
    case = asked(world)
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    plain = page(signed_in, address)
    assert f"Bo Lind &lt;{BO}&gt;" in plain
    assert "Copies to" not in plain
    chosen = page(signed_in, f"{address}?copy={BO}")
    assert "Copies to" in chosen
    posted = dict(HIDDEN.findall(chosen))
    assert posted["copy"] == BO
    refused_page = signed_in.post(address, {**posted, "copy": CHRIS}).content.decode()
    assert "no longer what you were shown" in refused_page
    signed_in.post(address, posted)
    letter = Letter.objects.get()
    send(world, letter)
    assert arrived(world) == [REQUESTER, BO]
    shown = page(signed_in, f"/letters/{letter.pk}/")
    assert f"{BO} (copy): taken by the mail server" in shown


def test_an_address_typed_into_the_page_gets_no_copy(signed_in: Client, world: World) -> None:
    case = asked(world)
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    answer_to_it = signed_in.get(f"{address}?copy=eve@example.net", follow=True)
    assert "whom the requester had in Cc" in answer_to_it.content.decode()


def test_nobody_can_be_ticked_where_the_requester_wrote_to_us_alone(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    assert "Who gets a copy" not in page(
        signed_in, f"/cases/{case.reference}/acknowledgement/approve/"
    )


def test_a_refused_letter_says_in_plain_words_what_to_do_and_is_tried_again(
    signed_in: Client, world: World
) -> None:
    letter = refused(world)
    case_page = page(signed_in, f"/cases/{letter.case.reference}/")
    assert "There is no mailbox with this address" in case_page
    assert "The answer is due on" in case_page
    assert "Refused by the mail server" in page(signed_in, "/cases/")
    shown = page(signed_in, f"/letters/{letter.pk}/")
    assert "The mail server said: 550 5.1.1" in shown
    world.postbox.recover()
    address = f"/letters/{letter.pk}/try-again/"
    assert "Enter what has changed" in signed_in.post(address, {}).content.decode()
    signed_in.post(address, {"reason": "The mailbox is there now"})
    assert send(world, letter).stage == Outbox.Stage.SENT


def test_a_copy_that_was_refused_can_be_left_at_that(signed_in: Client, world: World) -> None:
    letter = partly_refused(world)
    assert "Sent to some only" in page(signed_in, "/cases/?state=all")
    assert f"not to {BO}" in page(signed_in, f"/cases/{letter.case.reference}/")
    assert letter.case.reference in page(signed_in, "/letters/?show=doubt")
    address = f"/letters/{letter.pk}/enough/"
    assert "Leave it at that" in page(signed_in, f"/letters/{letter.pk}/")
    signed_in.post(address, {"reason": "Bo was told"})
    assert letter.case.reference not in page(signed_in, "/letters/?show=doubt")


def test_a_letter_that_cannot_leave_is_seen_while_the_clock_runs(
    signed_in: Client, world: World
) -> None:
    letter = waiting(world)
    words = page(signed_in, f"/cases/{letter.case.reference}/")
    assert "waiting to leave while the clock runs" in words
    assert 'govuk-tag--yellow">Letter cannot leave yet' in page(signed_in, "/cases/")
    assert "tried again at" in page(signed_in, f"/letters/{letter.pk}/")
    world.clock.set(world.clock.now() + timedelta(days=27))
    assert 'govuk-tag--red">Letter cannot leave yet' in page(signed_in, "/cases/")
    assert "think of another way" in page(signed_in, f"/cases/{letter.case.reference}/")
    world.clock.advance(timedelta(days=10))
    assert "The answer was due on" in page(signed_in, f"/cases/{letter.case.reference}/")


def test_an_answer_that_came_back_counts_as_not_given_everywhere(
    signed_in: Client, world: World
) -> None:
    letter = came_back(world)
    case = letter.case
    listed = page(signed_in, "/cases/")
    assert case.reference in listed
    assert "Answer came back" in listed
    assert "Letters (1)" in listed
    assert "working days left" in listed
    shown = page(signed_in, f"/letters/{letter.pk}/")
    assert "Came back from the requester’s server on 3 March 2026" in shown
    assert "The requester has not been answered" in shown
    world.clock.advance(timedelta(days=40))
    assert "Overdue" in page(signed_in, f"/cases/{case.reference}/")
    address = f"/letters/{letter.pk}/came-back/"
    signed_in.post(address, {"reason": "By post"})
    assert "Answer came back" not in page(signed_in, "/cases/?state=all")
    assert "waits for a person" in signed_in.post(address, {"reason": "x"}).content.decode()


def test_reports_are_told_in_the_order_in_which_they_came(signed_in: Client, world: World) -> None:
    letter = came_back(world, "delayed", "delivered")
    shown = page(signed_in, f"/letters/{letter.pk}/")
    late, delivered = shown.index("Late on its way to"), shown.index("Delivered to the requester")
    assert late < delivered
    assert "Letter is late" not in page(signed_in, "/cases/?state=all")


def test_a_late_letter_is_shown_and_is_no_failure(signed_in: Client, world: World) -> None:
    came_back(world, "delayed")
    listed = page(signed_in, "/cases/?state=all")
    assert "Letter is late" in listed
    assert "Answer came back" not in listed


@pytest.mark.parametrize(
    ("given", "words"),
    [("none", "No folder of sent mail is set"), ("gone", "could not be searched"),
     ("empty", "and the letter was not there")],
)  # fmt: skip
def test_a_doubt_says_whether_the_sent_mail_was_searched_and_what_that_means(
    signed_in: Client, scene: Scene, given: str, words: str
) -> None:
    folder = FakeSentFolder()
    folder.gone = given == "gone"
    sent = {} if given == "none" else {DETAILS.mailbox_address: lambda: folder}
    reconcile_sending(scene.doubtful.outbox.pk, sent=sent, clock=scene.world.clock)
    assert words in page(signed_in, f"/letters/{scene.doubtful.pk}/")
    assert words in page(signed_in, f"/letters/{scene.doubtful.pk}/settle/")


def test_another_authority_cannot_touch_a_letter(
    client: Client, world: World, stranger: object
) -> None:
    letter = refused(world)
    client.force_login(stranger)  # type: ignore[arg-type]  # a user
    for name in ("try-again", "enough", "came-back"):
        assert client.post(f"/letters/{letter.pk}/{name}/", {"reason": "x"}).status_code == 404
    assert Outbox.objects.get(letter=letter).stage == Outbox.Stage.REFUSED
    assert Case.objects.get().reference not in page(client, "/")


def test_the_letters_of_a_person_with_nothing_wrong_show_nothing(
    signed_in: Client, world: World
) -> None:
    case = asked(world)
    send(world, answer(world, case))
    letter = approve(world, asked(world, message_id="<two@example.org>"))
    send(world, letter)
    assert "govuk-warning-text" not in page(signed_in, f"/letters/{letter.pk}/")
    assert "govuk-warning-text" not in page(signed_in, f"/cases/{case.reference}/")


def test_an_answer_that_came_back_is_written_to_another_address(
    signed_in: Client, world: World
) -> None:
    case = came_back(world).case
    address = f"/cases/{case.reference}/correct-address/"
    version = case.version
    wrong = signed_in.post(address, {"version": version, "address": "alex@", "reason": "x"})
    assert "in the correct format" in wrong.content.decode()
    signed_in.post(
        address, {"version": version, "address": "alex@example.net", "reason": "By telephone"}
    )
    case.refresh_from_db()
    signed_in.post(
        f"/cases/{case.reference}/reopen/", {"version": case.version, "reason": "It came back"}
    )
    case.refresh_from_db()
    world.compose(case)
    send(world, approve(world, case, "response"))
    case.refresh_from_db()
    assert (case.state, case.undelivered_at) == ("answered", None)
    assert arrived(world) == [REQUESTER, "alex@example.net"]
    assert "Answer came back" not in page(signed_in, "/cases/?state=all")


def test_a_letter_approved_for_the_old_address_does_not_leave(
    signed_in: Client, world: World
) -> None:
    case = asked(world)
    letter = approve(world, case)
    signed_in.post(
        f"/cases/{case.reference}/correct-address/",
        {"version": case.version, "address": "alex@example.net", "reason": "By telephone"},
    )
    assert send(world, letter).stage == Outbox.Stage.STOPPED
    assert arrived(world) == []
