"""Asking the assistant in a browser: with and without JavaScript, kept, and saved as a file."""

import csv
import io
import json

from django.test import Client

from assistant.services.prepare import add_user
from assistant.store.models import AskedQuestion, User
from tests.letters import mail
from tests.web.scene import PRECEDENT, Scene
from tests.world import PASSWORD, World


def test_a_question_is_answered_on_the_cases_own_page_and_kept(
    signed_in: Client, world: World, stranger: User
) -> None:
    case = world.case(mail("Please send me the <b>river</b> patrol policy."))
    address = f"/cases/{case.reference}/ask/"
    answered = signed_in.post(address, {"question": "whens this due & why"}, follow=True)
    page = answered.content.decode()
    kept = AskedQuestion.objects.get()
    assert answered.redirect_chain == [(f"{address}#question-{kept.pk}", 302)]
    assert "whens this due &amp; why" in page
    assert "19 working days left" in page
    assert f'href="/cases/{case.reference}/#clock"' in page
    assert "Read as: When it is due, and why" in page

    signed_in.post(address, {"question": "what did the requester ask"})
    page = signed_in.get(address).content.decode()
    assert "&lt;b&gt;river&lt;/b&gt; patrol policy" in page
    alone = signed_in.post(
        address, {"question": "who is the requester"}, headers={"hx-request": "true"}
    )
    assert "Name: Alex Carter" in alone.content.decode()
    assert "<html" not in alone.content.decode()
    assert "Alex" not in str(AskedQuestion.objects.latest("pk").blocks)
    world.deliver(
        mail("Has anything been found?", message_id="<r@example.org>",
             in_reply_to="<request-1@example.org>")
    )  # fmt: skip
    signed_in.post(address, {"question": "has the requester replied"})
    assert "Has anything been found?" in signed_in.get(address).content.decode()
    case.requester.delete()
    page = signed_in.get(address).content.decode()
    assert "Alex Carter" not in page
    assert "No longer on record." in page

    signed_in.force_login(stranger)
    for hidden in (address, f"{address}questions.txt"):
        assert signed_in.get(hidden).status_code == 404
    assert signed_in.post(address, {"question": "due"}).status_code == 404


def test_what_is_no_question_is_said_so_beside_the_box(signed_in: Client, world: World) -> None:
    page = signed_in.post("/ask/", {"question": " "}).content.decode()
    assert '<a href="#question">Enter a question</a>' in page
    alone = signed_in.post("/ask/", {"question": ""}, headers={"hx-request": "true"})
    assert "Enter a question" in alone.content.decode()
    assert (
        'value="What is s.40(2)?"' in signed_in.get("/ask/?q=What+is+s.40(2)%3F").content.decode()
    )
    assert not AskedQuestion.objects.exists()


def test_what_is_asked_of_the_work_is_the_persons_own(client: Client, world: World) -> None:
    client.force_login(world.supervisor)
    client.post("/ask/", {"question": "what must a s.24 refusal show"})
    assert "required for the purpose of" in client.get("/ask/").content.decode()
    client.force_login(world.officer)
    assert "Nothing was asked yet." in client.get("/ask/").content.decode()
    case = world.case()
    led = client.post("/ask/", {"question": f"when is {case.reference} due"})
    assert led["Location"].startswith(f"/cases/{case.reference}/ask/#question-")
    assert client.get("/ask/questions.pdf").status_code == 404


def test_answers_are_saved_as_text_csv_and_json(signed_in: Client, scene: Scene) -> None:
    case = scene.prevent
    address = f"/cases/{case.reference}/ask/"
    signed_in.post(address, {"question": "=have we answered this before"})
    signed_in.post(address, {"question": "draft a clarification for question 2"})
    page = signed_in.get(address).content.decode()
    assert f'href="/cases/{case.reference}/write/clarification/" role="button"' in page
    assert f'href="/library/{PRECEDENT.ident}/"' in page

    text = signed_in.get(f"{address}questions.txt")
    assert f"{case.reference}-questions.txt" in text["Content-Disposition"]
    assert "olwen asked: =have we answered this before" in text.content.decode()
    table = signed_in.get(f"{address}questions.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[1][2] == "'=have we answered this before"
    assert rows[1][3] == "Whether it was answered before"
    document = json.loads(signed_in.get(f"{address}questions.json").content)
    assert [each["kinds"] for each in document["questions"]] == [["before"], ["draft"]]
    sources = [s for b in document["questions"][0]["answer"] for s in b["sources"]]
    assert {"title": PRECEDENT.title, "address": f"/library/{PRECEDENT.ident}/"} in sources

    auditor, _ = add_user(
        username="ada", password=PASSWORD, role="auditor", authority=scene.world.authority
    )
    signed_in.force_login(auditor)
    read = signed_in.get(address).content.decode()
    assert "Prevent referrals are recorded each year." in read
    assert "write/clarification" not in read
    assert 'name="question"' not in read
    assert signed_in.post(address, {"question": "due"}).status_code == 403
