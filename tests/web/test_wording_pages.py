"""Wording is proposed from its page and from a draft, and a supervisor decides on it."""

import pytest
from django.test import Client

from assistant.services.edit_draft import edit_block
from assistant.store.models import Draft, User, Wording, WordingProposal
from assistant.store.wording import approved
from tests.web.scene import Scene

IDENT = "acknowledgement-foi"
WHY = "It is kinder."


def newest() -> WordingProposal:
    return WordingProposal.objects.latest("pk")


def decide(client: Client, scene: Scene, what: str, **answers: str) -> str:
    given = {what: "yes"} | {f"{what}-{name}": answer for name, answer in answers.items()}
    page = client.post(f"/wording/proposals/{scene.proposal.pk}/", given, follow=True)
    return page.content.decode()


REVIEW = {"review_by_0": "1", "review_by_1": "3", "review_by_2": "2027"}


def test_words_proposed_on_the_page_wait_for_a_supervisor(signed_in: Client, scene: Scene) -> None:
    present = approved(scene.world.authority).get(IDENT)
    text = present.text.replace("Thank you", "We are grateful", 1)
    page = signed_in.post(
        f"/wording/{IDENT}/propose/", {"base": present.version, "text": text, "why": WHY},
        follow=True,
    )  # fmt: skip
    assert "A supervisor reads it" in page.content.decode()
    assert (newest().text, newest().by, newest().state) == (
        text, scene.world.officer, "proposed",
    )  # fmt: skip
    assert approved(scene.world.authority).get(IDENT).text == present.text
    waiting = signed_in.get("/wording/proposals/").content.decode()
    assert f'href="/wording/proposals/{newest().pk}/"' in waiting


def test_what_cannot_be_proposed_is_said_and_the_words_stay_in_the_form(
    signed_in: Client, scene: Scene
) -> None:
    present = approved(scene.world.authority).get(IDENT)
    page = signed_in.post(
        f"/wording/{IDENT}/propose/", {"base": "0", "text": "Changed words", "why": WHY}
    ).content.decode()
    assert "you started from version 0" in page
    assert "Changed words" in page
    page = signed_in.post(
        f"/wording/{IDENT}/propose/", {"base": present.version, "text": present.text, "why": WHY}
    ).content.decode()
    assert "The words are those in use already" in page
    assert WordingProposal.objects.count() == 1
    assert signed_in.get("/wording/no-such-wording/propose/").status_code == 404


def test_a_supervisor_approves_and_the_next_draft_has_the_words(
    client: Client, scene: Scene
) -> None:
    client.force_login(scene.world.supervisor)
    assert "Approved. Drafts composed" in decide(client, scene, "approve", **REVIEW)
    row = Wording.objects.get(ident=IDENT, version="1+1")
    assert (row.reviewed_by, row.review_by.year) == (scene.world.supervisor, 2027)
    history = client.get(f"/wording/{IDENT}/").content.decode()
    assert "Version 1+1, in use" in history
    assert "Approved by" in history
    again = decide(client, scene, "approve", **REVIEW)
    assert "decided already" in again


def test_a_supervisor_returns_with_a_comment_and_not_without(client: Client, scene: Scene) -> None:
    client.force_login(scene.world.supervisor)
    assert "Enter what should be changed" in decide(client, scene, "return", comment="")
    assert "Returned with your comment" in decide(client, scene, "return", comment="Shorter.")
    scene.proposal.refresh_from_db()
    assert (scene.proposal.state, scene.proposal.comment) == ("returned", "Shorter.")
    client.force_login(scene.world.officer)
    page = client.get(f"/wording/proposals/{scene.proposal.pk}/").content.decode()
    assert "Shorter." in page
    assert 'name="approve"' not in page


def test_an_officers_words_in_a_draft_are_proposed_for_the_wording_they_replaced(
    signed_in: Client, scene: Scene
) -> None:
    draft = Draft.objects.get(case=scene.rivers, kind="response")
    index = next(
        number
        for number, block in enumerate(draft.blocks)
        if block["kind"] == "boilerplate" and "disclose it to the world" in block["text"]
    )
    was = draft.blocks[index]["text"]
    new = was.replace("to the world at large", "to everybody", 1)
    edit_block(
        draft.pk, index=index, text=new, version=draft.version, by=scene.world.officer,
        register=scene.world.register, clock=scene.world.clock,
    )  # fmt: skip
    where = f"/cases/{scene.rivers.reference}/response/blocks/{index + 1}/propose/"
    page = signed_in.get(where).content.decode()
    assert "everybody" in page
    assert "Propose other words" in page
    ident = draft.blocks[index]["sources"][0]["id"]
    present = approved(scene.world.authority).get(ident)
    text = present.text.replace("to the world at large", "to everybody", 1)
    signed_in.post(where, {"base": present.version, "text": text, "why": WHY})
    assert (newest().ident, newest().text) == (ident, text)
    assert signed_in.get(where.replace(f"/{index + 1}/", "/999/")).status_code == 404


def test_a_new_wording_is_proposed_for_a_section_and_refused_for_none_there_is(
    signed_in: Client, scene: Scene
) -> None:
    given = {
        "ident": "thanks-for-waiting", "title": "Thanks for waiting", "kind": "letter",
        "section": "", "text": "Thank you for your patience.", "why": WHY,
    }  # fmt: skip
    signed_in.post("/wording/propose/", given)
    assert (newest().ident, newest().base, newest().regime) == ("thanks-for-waiting", "", "any")
    for field, value, says in (
        ("ident", "Not An Id", "small letters, digits and hyphens"),
        ("ident", IDENT, "Propose a new version of it"),
        ("section", "s.999", "not in the register"),
        ("text", "Dear {nobody_knows}", "no slot of a value"),
    ):
        page = signed_in.post("/wording/propose/", given | {field: value}).content.decode()
        assert says in page, field
    assert WordingProposal.objects.count() == 2


@pytest.mark.parametrize("path", ["", "propose-block"])
def test_another_authority_sees_no_proposal_and_no_block(
    client: Client, scene: Scene, stranger: User, path: str
) -> None:
    stranger.role = User.Role.SUPERVISOR
    stranger.save()
    client.force_login(stranger)
    where = (
        f"/cases/{scene.rivers.reference}/response/blocks/1/propose/"
        if path
        else f"/wording/proposals/{scene.proposal.pk}/"
    )
    assert client.get(where).status_code == 404
    assert client.post(where, {"approve": "yes"}).status_code == 404
