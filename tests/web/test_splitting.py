"""The page on which a case is split."""

from django.test import Client

from assistant.store.models import Case
from tests.letters import mail
from tests.web.scene import Scene


def answers(case: Case, **more: object) -> dict[str, object]:
    case.refresh_from_db()
    return {"version": case.version, "reason": "Another team answers it"} | more


def test_an_officer_splits_parts_off_and_sees_both_cases(signed_in: Client, scene: Scene) -> None:
    case = scene.prevent
    page = f"/cases/{case.reference}/split/"
    assert f'href="{page}"' in signed_in.get(f"/cases/{case.reference}/").content.decode()
    before = case.parts.count()
    done = signed_in.post(page, answers(case, parts=[1, 2]), follow=True).content.decode()
    assert f"split from {case.reference}" in done
    assert "One was split from the other: Another team answers it" in done
    assert case.parts.count() == before - 2
    history = signed_in.get(f"/cases/{case.reference}/history/").content.decode()
    assert "became a case of its own" in history


def test_an_officer_makes_a_case_of_a_reply(signed_in: Client, scene: Scene) -> None:
    reply = scene.world.deliver(
        mail(
            "Thank you. Please also send me the policy on drones.",
            message_id="<drones@example.org>",
            in_reply_to="<request-1@example.org>",
        )
    )
    page = f"/cases/{scene.prevent.reference}/split/"
    assert "from Alex Carter" in signed_in.get(page).content.decode()
    signed_in.post(page, answers(scene.prevent, message=reply.pk))
    assert reply.cases.count() == 2


def test_what_cannot_be_split_is_said_on_the_page(signed_in: Client, scene: Scene) -> None:
    case = scene.prevent
    page = f"/cases/{case.reference}/split/"
    assert "Select parts, or one message" in signed_in.post(page, answers(case)).content.decode()
    every = [part.position for part in case.parts.all()]
    assert "At least one part must stay" in (
        signed_in.post(page, answers(case, parts=every)).content.decode()
    )
    # A letter of the other case is in doubt.
    refused = signed_in.post(
        f"/cases/{scene.rivers.reference}/split/", answers(scene.rivers, parts=[1])
    ).content.decode()
    assert "is approved and has not left yet" in refused
    assert Case.objects.count() == 2
