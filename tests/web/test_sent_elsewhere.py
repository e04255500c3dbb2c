"""Recording a reply sent elsewhere, and how lists tell it apart."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.scene import Scene
from tests.web.test_actions import act


def test_a_reply_sent_elsewhere_closes_the_case_and_shows_on_it_and_in_the_list(
    signed_in: Client, scene: Scene
) -> None:
    page = act(
        signed_in,
        scene,
        "sent-elsewhere",
        on_0=3,
        on_1=3,
        on_2=2026,
        how="post",
        outcome="disclosed_full",
        answered_by=scene.world.officer.pk,
        text="We sent the figures.",
        file=SimpleUploadedFile("reply.pdf", b"%PDF"),
    )

    assert scene.prevent.state == "answered"
    for words in ("Sent elsewhere", "We sent the figures.", "reply.pdf", "by post"):
        assert words in page
    listed = signed_in.get("/cases/?state=all&letter=elsewhere").content.decode()
    assert scene.prevent.reference in listed
    assert scene.rivers.reference not in listed
    sent = signed_in.get("/cases/?state=all&letter=sent").content.decode()
    assert scene.prevent.reference not in sent
    history = signed_in.get(f"/cases/{scene.prevent.reference}/history/").content.decode()
    assert "Answered elsewhere on 3 March 2026" in history


def test_what_is_missing_is_said_at_its_field(signed_in: Client, scene: Scene) -> None:
    page = act(signed_in, scene, "sent-elsewhere", on_0=4, on_1=3, on_2=2026, text="")
    for words in (
        "must be today or in the past",
        "Select how it left",
        "Select an outcome",
        "Enter what was said, or choose the file that was sent",
    ):
        assert words in page
    assert scene.prevent.state == "open"
