"""What a model read otherwise, on the page of the parts and beside the reasons of held mail."""

from django.test import Client

from assistant.store.models import RequestPart, SecondReading
from tests.web.scene import Scene


def address(scene: Scene) -> str:
    return f"/cases/{scene.rivers.reference}/parts/"


def settle(client: Client, scene: Scene, what: str, key: str) -> str:
    scene.rivers.refresh_from_db()
    given = {"what": what, "key": key, "version": str(scene.rivers.version)}
    answer = client.post(f"{address(scene)}proposals/", given, follow=True)
    return str(answer.content.decode())


def key_of(scene: Scene) -> str:
    parts = list(scene.rivers.parts.order_by("position"))
    return f"join-{parts[0].start}-{parts[1].end}"


def test_a_difference_is_shown_with_what_it_is_and_taken_by_a_button(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.get(address(scene)).content.decode()
    assert "The model reads Part 1 and Part 2 as one question." in page
    assert "proposals of ollama:a-model" in page
    assert "1 under the Environmental Information Regulations" in page
    assert RequestPart.objects.filter(case=scene.rivers).count() == 2

    said = settle(signed_in, scene, "take", key_of(scene))
    assert "Part 2 was joined to Part 1" in said
    assert "It reads the same parts as the rules" in said
    assert RequestPart.objects.filter(case=scene.rivers).count() == 1


def test_a_difference_is_dismissed_and_an_unknown_one_refused(
    signed_in: Client, scene: Scene
) -> None:
    key = key_of(scene)
    assert "Dismissed" in settle(signed_in, scene, "dismiss", key)
    assert "proposed no more" in settle(signed_in, scene, "take", key)
    assert RequestPart.objects.filter(case=scene.rivers).count() == 2


def test_a_reading_that_failed_is_a_plain_line_and_a_begun_case_shows_none(
    signed_in: Client, scene: Scene
) -> None:
    begun = signed_in.get(f"/cases/{scene.prevent.reference}/parts/").content.decode()
    assert "shown no more" in begun
    SecondReading.objects.update(problem="The server cannot be reached.")
    page = signed_in.get(address(scene)).content.decode()
    assert "did not give anything that can be used" in page
    assert "The server cannot be reached." in page


def test_what_a_model_takes_held_mail_for_is_an_opinion_beside_the_reasons(
    signed_in: Client, scene: Scene
) -> None:
    where = f"/mail/{scene.held.pk}/"
    assert "A language model takes it" not in signed_in.get(where).content.decode()
    SecondReading.objects.create(
        message=scene.held, purpose="chaser", read_at=scene.world.clock.now()
    )
    page = signed_in.get(where).content.decode()
    assert "a question when the answer comes" in page
    assert "it decides nothing" in page
