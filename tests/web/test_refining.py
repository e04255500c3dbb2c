"""A block put otherwise, from its link on the response's page to the two buttons."""

import re

from django.test import Client
from pytest_django import Settings

from assistant.store.models import Draft, Refinement
from tests.web.scene import Scene


def response(scene: Scene) -> Draft:
    return Draft.objects.get(case=scene.prevent, kind="response")


def draft_text(scene: Scene) -> str:
    return str(response(scene).blocks[0]["text"]).strip()


def test_without_a_model_only_fixed_sentences_are_offered(signed_in: Client, scene: Scene) -> None:
    base = f"/cases/{scene.prevent.reference}/response/"
    edited = signed_in.get(f"{base}blocks/1/").content.decode()
    assert f'href="{base}blocks/1/refine/"' in edited
    # What stands there is said, and which block it is.
    assert "Change block 1" in edited
    assert draft_text(scene) in edited.split("<textarea")[0]
    page = signed_in.get(f"{base}blocks/1/refine/").content.decode()
    assert "No language model is set" in page
    assert "shorter" not in page
    assert signed_in.get(f"{base}blocks/999/refine/").status_code == 404


def test_a_block_is_put_otherwise_and_the_difference_taken(
    signed_in: Client, scene: Scene, settings: Settings
) -> None:
    settings.PORTS = "tests.web.doors.with_model"
    base = f"/cases/{scene.prevent.reference}/response/"
    draft = response(scene)
    number = len(draft.blocks)
    where = f"{base}blocks/{number}/refine/"
    assert "Put otherwise" in signed_in.get(base).content.decode()
    assert "never who asked" in signed_in.get(where).content.decode()
    nothing = signed_in.post(where, {"version": draft.version})
    assert "Select what you want" in nothing.content.decode()
    asked = signed_in.post(where, {"version": draft.version, "choice": 0}, follow=True)
    assert "The words are being written" in asked.content.decode()

    ready = f"{base}refinements/{scene.refinement.pk}/"
    page = signed_in.get(ready).content.decode()
    assert re.search(r"<ins[^>]*>.*Yn gywir", page)
    assert "Not verified" in page
    refused = signed_in.post(ready, {"what": "take"}).content.decode()
    assert "tick that you have" in refused
    taken = signed_in.post(ready, {"what": "take", "checked": "yes"}, follow=True)
    assert "Yn gywir" in taken.content.decode()
    assert response(scene).version == draft.version + 1
    assert "This proposal was taken" in signed_in.get(ready).content.decode()


def test_a_proposal_is_left_and_one_for_a_letter_that_changed_is_not_taken(
    signed_in: Client, scene: Scene
) -> None:
    ready = f"/cases/{scene.prevent.reference}/response/refinements/{scene.refinement.pk}/"
    Draft.objects.filter(pk=response(scene).pk).update(version=99)
    assert "it cannot be taken" in signed_in.get(ready).content.decode()
    left = signed_in.post(ready, {"what": "leave"}, follow=True)
    assert "Left. The letter is as it was." in left.content.decode()
    Refinement.objects.update(
        state="ready", standing="dropped", reasons=["cites section 1"], problem="It is away."
    )
    page = signed_in.get(ready).content.decode()
    assert "A proposal was left out: it cites section 1" in page
    assert "It is away." in page
