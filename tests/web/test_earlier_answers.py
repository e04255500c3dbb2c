"""The pages tell of other requests like this one, and of earlier answers that differ."""

from django.test import Client

from assistant.store.models import Draft
from tests.letters import mail
from tests.web.scene import RIVERS, Scene

NEAR = {
    "id": "1/rivers-2024#1", "version": "1", "title": "River patrols <2024>", "date": "2024-05-14",
    "score": 0.82, "part": "", "section": "FOIA s31(1)(a)", "status": "example",
    "outcome": "disclosed_full", "text": "Four officers.",
}  # fmt: skip


def test_a_case_shows_requests_like_it_and_whose_they_are(signed_in: Client, scene: Scene) -> None:
    again = scene.world.case(
        mail(RIVERS.replace("2024", "2025"), message_id="<again@example.org>", subject="Patrols")
    )

    page = signed_in.get(f"/cases/{scene.rivers.reference}/").content.decode()

    assert "Near-identical requests: 1" in page
    assert f'href="/cases/{again.reference}/"' in page
    assert "Not answered yet." in page
    assert "of their words stand in the same order in both" in page


def test_a_case_that_is_like_none_says_nothing_of_others(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/").content.decode()

    assert "Requests like this one" not in page


def test_a_decision_that_differs_from_an_earlier_answer_is_named_on_both_pages(
    signed_in: Client, scene: Scene
) -> None:
    part = scene.prevent.parts.get(position=1)
    part.outcome, part.sections = "refused", ["FOIA s31(1)(a)"]
    part.save()
    response = Draft.objects.filter(case=scene.prevent, kind="response")
    response.update(passages=[{**NEAR, "part": part.key}])

    pages = [
        signed_in.get(f"/cases/{scene.prevent.reference}/{rest}").content.decode()
        for rest in ("parts/1/", "response/")
    ]

    for page in pages:
        assert "Disclosed in “River patrols &lt;2024&gt;” of 14 May 2024; refused now." in page
