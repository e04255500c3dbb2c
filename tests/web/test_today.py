"""Today: what is late, what is due, what is held, what waits for whoever looks, who wrote."""

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import Authority, Case, Draft, User
from assistant.web.views.today import for_approval
from tests.letters import mail
from tests.web.scene import Scene


def words(client: Client) -> str:
    """Return the page, its tags left out, each space once."""
    page = client.get("/").content.decode()
    kept, inside = [], False
    for letter in page:
        inside = letter == "<" or (inside and letter != ">")
        kept.append(" " if inside or letter == ">" else letter)
    return " ".join("".join(kept).split())


def test_what_is_overdue_comes_with_how_late_it_is_and_whose_it_is(
    signed_in: Client, scene: Scene
) -> None:
    assert "Nothing is overdue." in words(signed_in)
    Case.objects.filter(pk=scene.rivers.pk).update(
        due_on=date(2026, 2, 27), officer=scene.world.officer
    )
    Case.objects.filter(pk=scene.prevent.pk).update(due_on=date(2026, 2, 26))
    page = words(signed_in)
    assert "2 overdue, 1 of them yours" in page
    assert "Overdue by 2 working days due 27 Feb 2026, yours" in page
    assert "due 26 Feb 2026, nobody yet" in page
    # The person's own case stands first, though the other is later.
    assert page.index(scene.rivers.reference) < page.index(scene.prevent.reference)
    assert 'href="/cases/?due=overdue"' in signed_in.get("/").content.decode()
    Case.objects.filter(pk=scene.prevent.pk).update(officer=scene.world.officer)
    assert "2 overdue, all yours" in words(signed_in)


def test_what_is_due_within_three_working_days_leads_to_the_list(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(due_on=date(2026, 3, 6))
    Case.objects.filter(pk=scene.prevent.pk).update(due_on=date(2026, 3, 9))
    page = words(signed_in)
    assert "1 due within three working days" in page
    assert f"{scene.rivers.reference} River patrols 3 working days left" in page
    listed = signed_in.get("/cases/?due=3").content.decode()
    assert scene.rivers.reference in listed
    assert scene.prevent.reference not in listed


def test_held_mail_and_letters_in_need_are_named(signed_in: Client, scene: Scene) -> None:
    page = words(signed_in)
    assert "1 held message" in page
    assert "(no text)" in page
    assert "1 letter that needs a person" in page
    assert f'href="/mail/{scene.held.pk}/"' in signed_in.get("/").content.decode()


def test_the_letters_of_own_cases_wait_for_own_approval(signed_in: Client, scene: Scene) -> None:
    page = words(signed_in)
    assert "0 letters waiting for your approval" in page
    assert "(2 letters wait for somebody)" in page
    Case.objects.filter(pk=scene.prevent.pk).update(officer=scene.world.officer)
    assert "1 letter waiting for your approval" in words(signed_in)
    address = f'href="/cases/{scene.prevent.reference}/response/"'
    assert address in signed_in.get("/").content.decode()


def test_where_a_second_person_approves_a_response_waits_for_everybody_else(scene: Scene) -> None:
    Authority.objects.update(four_eyes=True)
    Case.objects.filter(pk=scene.prevent.pk).update(officer=scene.world.officer)
    ready = Draft.objects.filter(state=Draft.State.READY, kind=LetterKind.RESPONSE)
    responses = ready.filter(case=scene.prevent)
    responses.update(drafter=scene.world.officer)

    def waits_for(person: User) -> list[int]:
        person.refresh_from_db()
        found = for_approval(responses, User.objects.get(pk=person.pk))
        return list(found.values_list("case", flat=True))

    assert waits_for(scene.world.officer) == []
    assert waits_for(scene.world.supervisor) == [scene.prevent.pk]


def test_replies_since_the_last_working_day_are_shown(signed_in: Client, scene: Scene) -> None:
    assert "No requester wrote." in words(signed_in)
    scene.world.deliver(
        mail(
            "When can I expect an answer?",
            message_id="<again-1@example.org>",
            sender="Robin Ash <robin.ash@example.org>",
            subject="Re: River patrols",
            in_reply_to="<rivers-1@example.org>",
        )
    )
    page = words(signed_in)
    assert "1 case with replies since yesterday" in page
    assert "last wrote 3 Mar 2026, 10:00" in page
    assert "/cases/?state=all&amp;replied=2026-03-02" in signed_in.get("/").content.decode()


def test_on_a_monday_replies_are_shown_since_friday(signed_in: Client, scene: Scene) -> None:
    scene.world.clock.set(scene.world.clock.now().replace(day=9))
    page = words(signed_in)
    assert "since Friday" in page
    assert "Today, Monday 9 March 2026" in page


def test_another_authority_sees_nothing_of_it(client: Client, scene: Scene, stranger: User) -> None:
    Case.objects.update(due_on=date(2026, 2, 26))
    client.force_login(stranger)
    page = words(client)
    for none in ("0 overdue", "0 held messages", "0 letters waiting", "Nothing is overdue."):
        assert none in page
    assert scene.prevent.reference not in page


def test_the_page_costs_as_few_queries_for_many_cases_as_for_few(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.update(due_on=date(2026, 2, 26), officer=scene.world.officer)
    with CaptureQueriesContext(connection) as few:
        signed_in.get("/")
    scene.prevent.refresh_from_db()
    for number in range(20):
        scene.prevent.pk = None
        scene.prevent.reference = f"FOI-2026-1{number:04}"
        scene.prevent.save()
    with CaptureQueriesContext(connection) as many:
        assert "22 overdue" in words(signed_in)
    assert len(many) <= len(few) <= 20
