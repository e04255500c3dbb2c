"""Messages to see to, on the page of their case."""

from django.test import Client

from assistant.store.models import Message
from tests.answered import answer
from tests.letters import mail
from tests.web.scene import Scene


def chaser(scene: Scene, text: str = "When can I expect an answer to my request?") -> Message:
    return scene.world.deliver(
        mail(text, message_id="<chaser-1@example.org>", in_reply_to="<request-1@example.org>")
    )


def test_one_button_begins_the_letter_that_fits(signed_in: Client, scene: Scene) -> None:
    message = chaser(scene)
    at = f"/cases/{scene.prevent.reference}/"
    page = signed_in.get(at).content.decode()
    assert "Messages to see to" in page
    assert "Begin: Reply to a chaser" in page

    done = signed_in.post(f"{at}replies/{message.pk}/answer/", follow=True)

    assert done.redirect_chain[-1][0] == f"{at}chaser_reply/"
    assert "Messages to see to" not in signed_in.get(at).content.decode()
    assert "answered by" in signed_in.get(f"{at}correspondence/").content.decode()


def test_a_message_that_needs_none_is_settled_with_a_reason(
    signed_in: Client, scene: Scene
) -> None:
    message = chaser(scene, "Many thanks for your help.")
    at = f"/cases/{scene.prevent.reference}/"
    form = f"{at}replies/{message.pk}/no-reply/"
    assert "Many thanks for your help." in signed_in.get(form).content.decode()
    assert "Enter why it needs no reply" in signed_in.post(form, {"reason": ""}).content.decode()

    page = signed_in.post(form, {"reason": "Thanks alone"}, follow=True).content.decode()

    assert "Messages to see to" not in page
    assert "no reply needed" in signed_in.get(f"{at}correspondence/").content.decode()
    assert "Reason: Thanks alone" in signed_in.get(f"{at}history/").content.decode()
    assert signed_in.get(form).status_code == 404


def test_what_asks_for_a_step_is_led_there_first(signed_in: Client, scene: Scene) -> None:
    answer(scene.world, scene.prevent)
    message = chaser(scene, "I ask for an internal review of your response.")
    at = f"/cases/{scene.prevent.reference}/"
    page = signed_in.get(at).content.decode()
    assert f"{at}open-review/?message={message.pk}" in page
    refused = signed_in.post(f"{at}replies/4711/answer/", follow=True).content.decode()
    assert "no reply on this case" in refused
