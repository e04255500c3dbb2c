"""Approving a letter, taking an approval back, and settling one that a crash left in doubt."""

import re

from django.test import Client

from assistant.services.edit_draft import edit_whole
from assistant.store.models import Draft, Letter, Outbox
from tests.letters import mail
from tests.web.scene import Scene, approve
from tests.world import World

HIDDEN = re.compile(r'name="(version|fingerprint)" value="([^"]*)"')


def shown(signed_in: Client, address: str) -> dict[str, str]:
    """Return what the page would post back."""
    return dict(HIDDEN.findall(signed_in.get(address).content.decode()))


def test_the_page_shows_exactly_what_leaves_and_approves_it(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    page = signed_in.get(address).content.decode()
    assert "alex.carter@example.org" in page
    assert case.reference in page
    assert "exactly what the requester will receive" in page
    answer = signed_in.post(address, shown(signed_in, address))
    assert answer["Location"] == f"/cases/{case.reference}/correspondence/"
    letter = Letter.objects.get()
    assert letter.approved_by == world.officer
    assert signed_in.get(address)["Location"].endswith("/acknowledgement/")


def test_an_approval_of_something_else_than_was_shown_is_refused(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    posted = shown(signed_in, address)
    page = signed_in.post(address, {**posted, "fingerprint": "0" * 64}).content.decode()
    assert "no longer what you were shown" in page
    assert posted["fingerprint"] in page
    page = signed_in.post(address, {**posted, "version": "99"}).content.decode()
    assert "Somebody changed this since you looked" in page
    assert Letter.objects.count() == 0


def test_a_draft_with_a_gap_has_no_button_to_approve(signed_in: Client, world: World) -> None:
    case = world.case()
    address = f"/cases/{case.reference}/response/approve/"
    page = signed_in.get(address).content.decode()
    assert "cannot be approved yet" in page
    assert "Approve and send" not in page
    draft = Draft.objects.get(case=case, kind="response")
    posted = {"version": draft.version, "fingerprint": "0" * 64}
    signed_in.post(address, posted)
    assert Letter.objects.count() == 0


def test_an_error_of_the_checks_asks_for_a_reason(signed_in: Client, world: World) -> None:
    case = world.case()
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    text = "".join(block["text"] for block in draft.blocks).replace(case.reference, "your request")
    edit_whole(
        draft.pk,
        version=draft.version,
        text=text,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    assert "Why is the letter right" in signed_in.get(address).content.decode()
    posted = shown(signed_in, address)
    assert "say why the letter is right" in signed_in.post(address, posted).content.decode()
    assert Letter.objects.count() == 0
    signed_in.post(address, {**posted, "reason": "The subject carries it"})
    assert Letter.objects.count() == 1


def test_a_letter_is_shown_word_for_word(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/letters/{scene.acknowledged.pk}/").content.decode()
    assert scene.acknowledged.sha256 in page
    assert "Dear Alex Carter" in page
    assert "Take the approval back" not in page


def test_an_approval_is_taken_back_with_a_reason(signed_in: Client, world: World) -> None:
    letter = approve(world, world.case(mail("How many vans?", message_id="<other@example.org>")))
    address = f"/letters/{letter.pk}/take-back/"
    page = signed_in.post(address, {"reason": ""}).content.decode()
    assert "Enter why the approval is taken back" in page
    answer = signed_in.post(address, {"reason": "The date is wrong"})
    assert answer["Location"].endswith("/acknowledgement/")
    letter.refresh_from_db()
    assert letter.void_reason == "The date is wrong"


def test_a_letter_that_left_is_not_taken_back(signed_in: Client, scene: Scene) -> None:
    address = f"/letters/{scene.acknowledged.pk}/take-back/"
    page = signed_in.post(address, {"reason": "Too late"}).content.decode()
    assert "cannot be taken back" in page


def test_a_letter_in_doubt_asks_a_person(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/letters/{scene.doubtful.pk}/").content.decode()
    assert "Nobody knows whether this letter left" in page
    address = f"/letters/{scene.doubtful.pk}/settle/"
    page = signed_in.post(address, {}).content.decode()
    assert "Select whether the letter left" in page
    signed_in.post(address, {"left": "yes", "reason": "It is in the Sent folder"})
    assert Outbox.objects.get(letter=scene.doubtful).stage == Outbox.Stage.SENT
    page = signed_in.post(address, {"left": "no", "reason": "Again"}).content.decode()
    assert "no doubt about this letter" in page


def test_the_lists_of_letters_are_told_apart(signed_in: Client, scene: Scene) -> None:
    sent = signed_in.get("/letters/?show=sent").content.decode()
    doubt = signed_in.get("/letters/?show=doubt").content.decode()
    assert (scene.prevent.reference in sent, scene.rivers.reference in sent) == (True, False)
    assert (scene.prevent.reference in doubt, scene.rivers.reference in doubt) == (False, True)
    assert signed_in.get("/letters/?show=nonsense").status_code == 200
