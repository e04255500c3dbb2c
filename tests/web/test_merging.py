"""Two cases beside each other, merged by an officer; what cannot be is said in plain words."""

from django.test import Client

from assistant.store.models import Case, User
from assistant.web.permissions import PAGES
from tests.letters import mail
from tests.web.scene import RIVERS, Scene


def again(scene: Scene) -> Case:
    """Robin asks the same once more, and something else, before the first is looked at."""
    text = RIVERS.replace("2. A copy of the current river patrol policy.", "2. The boats’ names.")
    return scene.world.deliver(
        mail(
            text,
            subject="River patrols, once more",
            sender="Robin Ash <robin.ash@example.org>",
            message_id="<rivers-2@example.org>",
        )
    ).cases.get()


def answers(stays: Case, gone: Case, **more: object) -> dict[str, object]:
    for case in (stays, gone):
        case.refresh_from_db()
    return {
        "other": gone.reference,
        "version": stays.version,
        "other_version": gone.version,
        "reason": "It came twice",
    } | more


def test_cases_like_this_one_are_proposed_and_both_are_shown(
    signed_in: Client, scene: Scene
) -> None:
    other, one = again(scene), again_to_another(scene)
    page = signed_in.get(f"/cases/{other.reference}/merge/").content.decode()
    assert f"?other={one.reference}" in page
    assert "The same requester" in page
    both = signed_in.get(f"/cases/{other.reference}/merge/?other={one.reference.lower()}")
    shown = both.content.decode()
    for said in ("robin.ash@example.org", "The boats", "River patrols, once more", "Answer due"):
        assert said in shown
    assert f"/cases/{one.reference}/merge/?other={other.reference}" in shown
    # What both ask is not brought along unless somebody ticks it.
    assert both.context["form"].initial["parts"] == [2]


def again_to_another(scene: Scene) -> Case:
    return scene.world.deliver(
        mail(
            RIVERS.replace("2. A copy of the current", "2. The history of the"),
            subject="River patrols",
            sender="Robin Ash <robin.ash@example.org>",
            message_id="<rivers-3@example.org>",
        )
    ).cases.get()


def test_an_officer_merges_two_cases_and_sees_it_on_both(signed_in: Client, scene: Scene) -> None:
    stays, gone = again_to_another(scene), again(scene)
    page = f"/cases/{stays.reference}/merge/"
    done = signed_in.post(page, answers(stays, gone, parts=[2]), follow=True).content.decode()
    assert "was merged into this case" in done
    assert f'Merged into this case: <a class="govuk-link" href="/cases/{gone.reference}/"' in done
    assert stays.parts.count() == 3

    scene.world.compose(gone)
    left = signed_in.get(f"/cases/{gone.reference}/").content.decode()
    assert "This case was merged into" in left
    assert "Merged into another case" in left
    for of_the_living in ("Change the case", "Running", "Requests like this one"):
        assert of_the_living not in left
    history = signed_in.get(f"/cases/{gone.reference}/history/").content.decode()
    assert "Case merged into another" in history
    assert "Reason: It came twice" in history
    assert "Merged into another case" in signed_in.get("/cases/?state=merged").content.decode()


def test_drafts_of_a_merged_case_can_be_read_and_not_changed(
    signed_in: Client, scene: Scene
) -> None:
    stays, gone = again_to_another(scene), again(scene)
    scene.world.compose(gone)
    signed_in.post(f"/cases/{stays.reference}/merge/", answers(stays, gone))
    draft = signed_in.get(f"/cases/{gone.reference}/response/").content.decode()
    assert "kept to be read" in draft
    assert "Preview and approve" not in draft
    assert "Edit as one letter" not in draft


def test_what_is_wrong_is_said_and_what_was_written_stays(signed_in: Client, scene: Scene) -> None:
    stays, gone = again_to_another(scene), again(scene)
    page = f"/cases/{stays.reference}/merge/"
    assert "There is no case “FOI-1”" in signed_in.get(f"{page}?other=FOI-1").content.decode()
    assert "Enter the reference" in signed_in.get(f"{page}?other=").content.decode()

    stale = answers(stays, gone)
    stale["other_version"] = 99
    shown = signed_in.post(page, stale).content.decode()
    assert "Somebody changed this since you looked" in shown
    assert "It came twice" in shown

    mine = f"/cases/{stays.reference}/merge/?other={scene.rivers.reference}"
    assert "is approved and has not left yet" in signed_in.get(mine).content.decode()
    refused = signed_in.post(page, answers(stays, scene.rivers)).content.decode()
    assert "is approved and has not left yet" in refused
    assert stays.state == "open"


def test_different_requesters_are_confirmed_on_the_page(signed_in: Client, scene: Scene) -> None:
    gone = again(scene)
    page = f"/cases/{scene.prevent.reference}/merge/"
    asked = signed_in.post(page, answers(scene.prevent, gone)).content.decode()
    assert "Confirm that the two are one request" in asked
    sure = answers(scene.prevent, gone, confirmed="on", requesters="Robin is Alex’s clerk")
    assert signed_in.post(page, sure).status_code == 302
    gone.refresh_from_db()
    assert gone.merged_into == scene.prevent


def test_a_case_of_another_authority_is_not_there_to_be_merged(
    client: Client, scene: Scene, stranger: User
) -> None:
    client.force_login(stranger)
    assert client.get(f"/cases/{scene.rivers.reference}/merge/").status_code == 404
    assert "auditor" not in PAGES["web:merge"].look
