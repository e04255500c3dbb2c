"""The pages of a case: the request with its parts, its deadline, letters and messages, history."""

from datetime import date

from django.test import Client

from assistant.services.add_case import add_case
from tests.letters import mail
from tests.web.scene import Scene


def test_the_request_is_shown_with_its_parts_marked_in_it(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/").content.decode()
    assert page.count('<mark class="foi-mark">') == scene.prevent.parts.count()
    assert f'href="/cases/{scene.prevent.reference}/parts/1/"' in page
    assert "animal rights activism" in page


def test_the_due_date_shows_its_working(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/").content.decode()
    assert "Show the working of the due date" in page
    assert "Tue 17 Mar 2026" in page
    assert "St Patrick’s Day" in page
    assert "FOIA s10(6)" in page
    assert "Not counted: St Patrick’s Day (Northern Ireland)" in page
    assert "Sat 7 and Sun 8 Mar 2026" in page
    assert "0: Received" in page
    assert "20: Answer due; Refusal notice due (s.17)" in page
    assert "Set by law" in page


def test_a_case_added_by_hand_shows_what_was_noted(signed_in: Client, scene: Scene) -> None:
    case = add_case(
        authority=scene.world.authority,
        received_on=date(2026, 3, 2),
        basis="post",
        requester_name="Kim Vale",
        requester_address="",
        postal_address="4 Mill Lane, Northtown",
        subject="Patrol cars",
        text="Please tell me how many patrol cars you have.",
        regime="FOI",
        by=scene.world.officer,
        clock=scene.world.clock,
    )
    page = signed_in.get(f"/cases/{case.reference}/").content.decode()
    assert "how many patrol cars you have" in page
    assert "received by post" in page


def test_only_what_the_state_allows_is_offered(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/").content.decode()
    assert "Mark as not a request" in page
    assert "Reopen the case" not in page


def test_letters_and_messages_lead_to_each(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/correspondence/").content.decode()
    assert f'href="/letters/{scene.acknowledged.pk}/"' in page
    assert "Request about Prevent referrals" in page
    assert ">Sent<" in page


def test_the_history_says_who_did_what_and_when(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get(f"/cases/{scene.prevent.reference}/history/").content.decode()
    for words in ("Case opened", "Search recorded", "Acknowledgement approved", "By machine"):
        assert words in page
    assert "3 Mar 2026, 10:00" in page
    assert "olwen" in page


def test_a_case_that_came_with_old_mail_has_no_acknowledgement_and_its_page(
    signed_in: Client, scene: Scene
) -> None:
    case = scene.world.case(mail("How many boats do you own?", message_id="<old@example.org>"))
    case.drafts.filter(kind="acknowledgement").delete()
    page = signed_in.get(f"/cases/{case.reference}/").content.decode()
    assert f"/cases/{case.reference}/response/" in page
    assert f"/cases/{case.reference}/acknowledgement/" not in page
