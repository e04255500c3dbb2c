"""Linked cases on the pages: proposed with why, linked both ways, taken away with a reason."""

import pytest
from django.test import Client

from assistant.services.link_cases import links_of
from assistant.store.models import Case, User
from tests.letters import mail
from tests.web.scene import RIVERS, Scene


@pytest.fixture
def like(scene: Scene) -> Case:
    """Robin asks for last year's figures, too."""
    return scene.world.deliver(
        mail(
            RIVERS.replace("2. A copy of the current", "2. The history of the"),
            subject="River patrols",
            sender="Robin Ash <robin.ash@example.org>",
            message_id="<rivers-3@example.org>",
        )
    ).cases.get()


def answers(case: Case, **more: object) -> dict[str, object]:
    case.refresh_from_db()
    return {"version": case.version, "reason": "The same rivers"} | more


def test_an_officer_links_a_proposed_case_and_takes_the_link_away(
    signed_in: Client, scene: Scene, like: Case
) -> None:
    rivers = scene.rivers
    page = f"/cases/{like.reference}/link/"
    shown = signed_in.get(page).content.decode()
    assert f"?other={rivers.reference}" in shown
    assert "The same requester" in shown
    assert (
        f'value="{rivers.reference}"'
        in signed_in.get(f"{page}?other={rivers.reference}").content.decode()
    )

    sent = answers(like, other=rivers.reference, why="cost")
    assert "The link shows on both" in signed_in.post(page, sent, follow=True).content.decode()
    assert f"?other={rivers.reference}" not in signed_in.get(page).content.decode()
    for case, other in ((like, rivers), (rivers, like)):
        there = signed_in.get(f"/cases/{case.reference}/").content.decode()
        linked = there[there.index('id="linked"') :]
        assert f'href="/cases/{other.reference}/"' in linked
        assert "Counted together for the cost limit (section 12(4)): The same rivers" in linked

    away = f"/cases/{rivers.reference}/links/{links_of(rivers).get().pk}/unlink/"
    assert "The same rivers" in signed_in.get(away).content.decode()
    assert "Enter the reason" in signed_in.post(away, answers(rivers, reason="")).content.decode()
    stale = answers(rivers, version=99)
    assert "Somebody changed this" in signed_in.post(away, stale).content.decode()
    signed_in.post(away, answers(rivers, reason="Another river"))
    assert not links_of(like).exists()
    assert signed_in.get(away).status_code == 404
    history = signed_in.get(f"/cases/{like.reference}/history/").content.decode()
    assert "Cases linked" in history
    assert "Reason: Another river" in history


def test_what_is_wrong_with_a_link_is_said(signed_in: Client, scene: Scene) -> None:
    page = f"/cases/{scene.prevent.reference}/link/"
    empty = signed_in.post(page, answers(scene.prevent, reason="")).content.decode()
    for said in ("Enter the reference of the other case", "Select what the link is for"):
        assert said in empty
    wrong = answers(scene.prevent, other="FOI-1", why="cost")
    assert "There is no case “FOI-1”" in signed_in.post(page, wrong).content.decode()


def test_links_are_made_by_officers_of_the_authority(
    client: Client, scene: Scene, stranger: User
) -> None:
    client.force_login(stranger)
    assert client.get(f"/cases/{scene.prevent.reference}/link/").status_code == 404
