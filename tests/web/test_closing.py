"""Closing a case as withdrawn or transferred, and what its page says then."""

from django.test import Client

from tests.web.scene import Scene
from tests.web.test_actions import act


def on(name: str, day: int) -> dict[str, object]:
    return {f"{name}_0": day, f"{name}_1": 3, f"{name}_2": 2026}


def test_a_case_is_closed_as_withdrawn_and_reopened(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "withdrawn", **on("withdrawn_on", 3), reason="By phone")

    assert scene.prevent.state == "withdrawn"
    assert "Withdrawal confirmed" in page
    assert "Stopped: the case is closed" in page
    listed = signed_in.get("/cases/?state=withdrawn").content.decode()
    assert scene.prevent.reference in listed
    history = signed_in.get(f"/cases/{scene.prevent.reference}/history/").content.decode()
    assert "Withdrawn by the requester on 3 March 2026" in history
    assert "Reason: By phone" in history
    act(signed_in, scene, "reopen", reason="Another requester")
    assert scene.prevent.state == "open"


def test_a_case_is_closed_as_transferred(signed_in: Client, scene: Scene) -> None:
    days = on("agreed_on", 2) | on("transferred_on", 3)
    page = act(
        signed_in, scene, "transferred", **days, holder="Northshire Council", reason="Their ferry"
    )

    assert scene.prevent.state == "transferred"
    assert ">Transfer</a>" in page
    assert scene.prevent.reference in signed_in.get("/cases/?state=transferred").content.decode()


def test_what_is_missing_or_to_come_is_said_at_its_field(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "transferred", **on("agreed_on", 4), holder="", reason="")
    for words in (
        "Enter the name of the authority",
        "must be today or in the past",
        "Enter a date with day, month and year",
        "Enter the reason",
    ):
        assert words in page
    assert scene.prevent.state == "open"
