"""Opening an internal review, on its page and from the case."""

from django.test import Client

from assistant.store.models import Case
from tests.answered import answer
from tests.letters import mail
from tests.web.scene import Scene

DAY = {"received_on_0": 3, "received_on_1": 3, "received_on_2": 2026}


def page_of(client: Client, case: Case, rest: str = "") -> str:
    return client.get(f"/cases/{case.reference}/{rest}").content.decode()


def opened(client: Client, scene: Scene, **posted: object) -> str:
    scene.rivers.refresh_from_db()
    answered = client.post(
        f"/cases/{scene.rivers.reference}/open-review/",
        {"version": scene.rivers.version, **posted},
        follow=True,
    )
    return answered.content.decode()


def test_a_review_is_opened_from_the_reply_that_asks_for_it_and_both_pages_show_the_link(
    signed_in: Client, scene: Scene
) -> None:
    assert "open-review" not in page_of(signed_in, scene.rivers)
    answer(scene.world, scene.rivers)
    reply = scene.world.deliver(
        mail(
            "I ask for an internal review of your response.",
            sender="Robin Ash <robin.ash@example.org>",
            message_id="<review-1@example.org>",
            in_reply_to="<rivers-1@example.org>",
        )
    )
    form = page_of(signed_in, scene.rivers, "open-review/")
    assert "Asks for an internal review" in form
    assert f'value="{reply.pk}"' in form
    # Those who decided are not offered.
    assert ">olwen<" not in form.partition("Who carries it out")[2]

    page = opened(signed_in, scene, message=reply.pk)

    review = Case.objects.get(parent=scene.rivers)
    assert review.reference in page
    assert f"/cases/{scene.rivers.reference}/" in page
    assert "What is reviewed" in page
    assert "Not held" in page.partition("What is reviewed")[2]
    assert f"/cases/{review.reference}/" in page_of(signed_in, scene.rivers)
    assert "open-review" not in page_of(signed_in, review)
    assert "Internal review opened" in page_of(signed_in, scene.rivers, "history/")


def test_what_no_message_asks_for_is_written_down_with_its_day(
    signed_in: Client, scene: Scene
) -> None:
    answer(scene.world, scene.rivers)
    page = opened(signed_in, scene, message="")
    assert "Enter the day, or choose a message above" in page
    assert "Enter what was asked, or choose a message above" in page

    page = opened(signed_in, scene, message="", text="Please look again at part 1.", **DAY)

    assert "Please look again at part 1." in page


def test_assigning_a_review_to_somebody_who_decided_is_refused_in_words(
    signed_in: Client, scene: Scene
) -> None:
    answer(scene.world, scene.rivers)
    opened(signed_in, scene, message="", text="Please look again.", **DAY)
    review = Case.objects.get(parent=scene.rivers)

    said = signed_in.post(
        f"/cases/{review.reference}/assign/",
        {"version": review.version, "officer": scene.world.officer.pk},
    ).content.decode()
    bulk = signed_in.post(
        "/cases/assign/",
        {"case": f"{review.reference}:{review.version}", "to": scene.world.officer.pk},
    ).content.decode()

    for page in (said, bulk):
        assert "handled or approved the response" in page
