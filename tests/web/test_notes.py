"""The page of notes."""

from django.test import Client

from tests.web.scene import Scene


def test_a_note_is_added_and_stands_on_the_case_and_in_its_history(
    signed_in: Client, scene: Scene
) -> None:
    at = f"/cases/{scene.prevent.reference}/"
    page = signed_in.post(f"{at}notes/", {"text": "<b>Ask</b> the archivist"}, follow=True)

    assert "Note added" in page.content.decode()
    for rest in ("", "notes/", "history/"):
        shown = signed_in.get(f"{at}{rest}").content.decode()
        assert "&lt;b&gt;Ask&lt;/b&gt; the archivist" in shown
    listed = signed_in.get("/cases/?state=all&q=archivist").content.decode()
    assert scene.prevent.reference in listed


def test_an_empty_note_is_sent_back_and_an_auditor_only_reads(
    signed_in: Client, scene: Scene
) -> None:
    at = f"/cases/{scene.prevent.reference}/notes/"
    assert "Enter the note" in signed_in.post(at, {"text": " "}).content.decode()
    scene.world.officer.role = "auditor"
    scene.world.officer.save()
    assert "Add the note" not in signed_in.get(at).content.decode()
    assert signed_in.post(at, {"text": "Well done"}).status_code == 403
