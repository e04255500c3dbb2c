"""The day-one actions on a case, and adding one by hand."""

from datetime import date

import pytest
from django.test import Client

from assistant.store.models import Case
from tests.web.scene import Scene

NEW = {
    "basis": "post",
    "received_on_0": "2",
    "received_on_1": "3",
    "received_on_2": "2026",
    "requester_name": "Kim Vale",
    "requester_address": "kim.vale@example.org",
    "postal_address": "",
    "subject": "Patrol cars",
    "text": "1. How many patrol cars do you have?\r\n2. What did they cost?",
    "regime": "FOI",
}


def act(signed_in: Client, scene: Scene, action: str, **posted: object) -> str:
    """Post an action on the Prevent case at its present version; return the page it leads to."""
    scene.prevent.refresh_from_db()
    answer = signed_in.post(
        f"/cases/{scene.prevent.reference}/{action}/",
        {"version": scene.prevent.version, **posted},
        follow=True,
    )
    scene.prevent.refresh_from_db()
    return answer.content.decode()


def day(year: int, month: int, number: int) -> dict[str, object]:
    return {"received_on_0": number, "received_on_1": month, "received_on_2": year}


def test_the_date_of_receipt_is_corrected_with_a_reason(signed_in: Client, scene: Scene) -> None:
    page = act(
        signed_in, scene, "correct-receipt", **day(2026, 2, 27), reason="Sent to a colleague"
    )
    assert scene.prevent.received_on == date(2026, 2, 27)
    assert "corrected by a person" in page
    history = signed_in.get(f"/cases/{scene.prevent.reference}/history/").content.decode()
    assert "2026-03-02 to 2026-02-27" in history
    assert "Reason: Sent to a colleague" in history


def test_a_date_to_come_or_no_reason_is_sent_back(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "correct-receipt", **day(2026, 3, 4), reason="")
    assert "must be today or in the past" in page
    assert "Enter the reason" in page
    assert scene.prevent.received_on == date(2026, 3, 2)


def test_the_regime_is_changed(signed_in: Client, scene: Scene) -> None:
    act(signed_in, scene, "change-regime", regime="SAR", reason="They ask about themselves")
    assert scene.prevent.regime == "SAR"


def test_a_case_is_assigned(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "assign", officer=scene.world.supervisor.pk)
    assert scene.prevent.officer == scene.world.supervisor
    assert "Officer assigned" in page


def test_nobody_from_elsewhere_can_be_assigned(
    signed_in: Client, scene: Scene, stranger: object
) -> None:
    page = act(signed_in, scene, "assign", officer=stranger.pk)  # type: ignore[attr-defined]  # a scene of models
    assert "There is a problem" in page
    assert scene.prevent.officer is None


def test_a_case_is_closed_as_no_request_and_reopened(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "not-a-request", reason="An advertisement")
    assert scene.prevent.state == "not_a_request"
    assert "Reopen the case" in page
    act(signed_in, scene, "reopen", reason="It held a question")
    assert scene.prevent.state == "open"


def test_an_action_the_state_forbids_is_refused_in_words(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "reopen", reason="Why not")
    assert "cannot be" in page
    assert "There is a problem" in page


def test_an_action_on_an_old_version_says_so(signed_in: Client, scene: Scene) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(version=5)
    address = f"/cases/{scene.prevent.reference}/change-regime/"
    posted = {"version": 0, "regime": "SAR", "reason": "Personal"}
    page = signed_in.post(address, posted).content.decode()
    assert "Somebody changed this since you looked" in page
    assert signed_in.post(address, {**posted, "version": 5}).status_code == 302


def test_a_case_is_added_by_hand(signed_in: Client, scene: Scene) -> None:
    answer = signed_in.post("/cases/add/", NEW)
    case = Case.objects.get(title="Patrol cars")
    assert answer["Location"] == f"/cases/{case.reference}/"
    assert case.receipt_basis == "post"
    assert case.parts.count() == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"basis": "spoken"}, "must be in writing"),
        ({"requester_address": ""}, "Enter an e-mail address or a postal address"),
        ({"requester_address": "nobody"}, "Enter an e-mail address like"),
        ({"received_on_2": "2031"}, "must be today or in the past"),
        ({"text": ""}, "Enter the text of the request"),
    ],
)
def test_what_is_missing_or_wrong_is_named_at_its_field(
    signed_in: Client, scene: Scene, change: dict[str, str], message: str
) -> None:
    page = signed_in.post("/cases/add/", {**NEW, **change}).content.decode()
    assert message in page
    assert "<title>Error: Add a case" in page
    assert not Case.objects.filter(title="Patrol cars").exists()
