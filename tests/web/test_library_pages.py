"""Judging earlier responses, looking at originals, and adding a letter that left."""

from django.test import Client

from assistant.store.models import LibraryDocument
from tests.letters import mail
from tests.outgoing import answer, send
from tests.web.scene import Scene
from tests.world import World

DOCUMENT = "/library/northshire-prevent-2024/"
JUDGE = "/library/judge/northshire-prevent-2024/"
ORIGINAL = "/library/original/northshire-prevent-2024/"


def test_a_supervisor_judges_a_response_and_the_page_keeps_why(
    client: Client, world: World, scene: Scene
) -> None:
    client.force_login(world.supervisor)
    page = client.post(JUDGE, {"status": "superseded"}, follow=True).content.decode()
    assert "Enter why" in page
    page = client.post(
        JUDGE, {"status": "superseded", "reason": "The <law> changed."}, follow=True
    ).content.decode()
    assert "Superseded. The &lt;law&gt; changed." in page
    assert LibraryDocument.objects.get().status == "superseded"


def test_an_officer_sees_how_far_a_response_is_trusted_and_cannot_change_it(
    signed_in: Client, scene: Scene
) -> None:
    LibraryDocument.objects.update(
        quality={
            "score": 0.8,
            "findings": [{"severity": "error", "message": "Section <50> is not named."}],
        },
        stale_words="figures to March 2023",
    )
    page = signed_in.get(DOCUMENT).content.decode()
    assert "80 of 100" in page
    assert "Section &lt;50&gt; is not named." in page
    assert "figures to March 2023" in page
    assert "Judge this response" not in page
    page = signed_in.post(JUDGE, {"status": "approved", "reason": "Good."}, follow=True)
    assert "Only a supervisor" in page.content.decode()
    assert LibraryDocument.objects.get().status == "example"


def test_the_original_is_for_supervisors(client: Client, world: World, scene: Scene) -> None:
    row = LibraryDocument.objects.get().original
    row.text, row.masks = "Dear Ada <Quince>,", {"text": [[5, 17, "name"]]}
    row.save()
    client.force_login(world.officer)
    page = client.get(ORIGINAL, follow=True).content.decode()
    assert "only a supervisor may see them" in page
    assert "Quince" not in page
    client.force_login(world.supervisor)
    page = client.get(ORIGINAL).content.decode()
    assert "<mark>Ada &lt;Quince&gt;</mark>" in page
    assert "(masked: name)" in page


def test_a_letter_that_left_is_looked_at_masked_and_then_added(
    signed_in: Client, scene: Scene
) -> None:
    world = scene.world
    letter = answer(
        world,
        world.case(
            mail(
                "How many dogs does the force own?",
                sender="Robin Ashdown-Pryce <robin.ap@example.org>",
                message_id="<dogs@example.org>",
                subject="Dogs",
            )
        ),
    )
    address = f"/letters/{letter.pk}/promote/"
    assert "has left can join" in signed_in.get(address, follow=True).content.decode()
    send(world, letter)

    page = signed_in.get(f"/letters/{letter.pk}/").content.decode()
    assert f'href="{address}"' in page
    page = signed_in.get(address).content.decode()
    assert "Ashdown" not in page
    page = signed_in.post(address, {"hidden": "dogs", "look": "yes"}).content.decode()
    assert "How many dogs" not in page
    assert LibraryDocument.objects.count() == 1
    page = signed_in.post(address, {"hidden": ""}, follow=True).content.decode()
    assert "The letter is in the library now" in page
    assert LibraryDocument.objects.filter(reference=letter.case.reference).exists()
    page = signed_in.post(address, {"hidden": ""}).content.decode()
    assert "in the library already" in page
