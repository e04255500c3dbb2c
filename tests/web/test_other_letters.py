"""Writing another letter: choosing among those that fit, answering what it asks, discarding it."""

import pytest
from django.test import Client

from assistant.domain.letters.kinds import KINDS
from assistant.store.models import Case, Draft, Event
from assistant.web.forms.letters import BeginForm
from tests.web.scene import Scene, approve


def at(scene: Scene, then: str = "") -> str:
    return f"/cases/{scene.prevent.reference}/{then}"


def page_of(client: Client, address: str) -> str:
    found = client.get(address)
    assert found.status_code == 200
    return found.content.decode()


def post(client: Client, address: str, **answers: str) -> str:
    found = client.post(address, answers, follow=True)
    assert found.status_code == 200
    return found.content.decode()


CLOCKED = "does not move the clock by itself"
ANSWERS = {
    "message_on_0": "2",
    "message_on_1": "3",
    "message_on_2": "2026",
    "standing": "It is with the duty planning team.",
}


def test_the_case_leads_to_the_letters_that_fit_it(signed_in: Client, scene: Scene) -> None:
    assert f'href="{at(scene, "write/")}"' in page_of(signed_in, at(scene))
    page = page_of(signed_in, at(scene, "write/"))
    for name in ("Request for clarification", "Fees notice", "Public interest extension"):
        assert name in page
    for name in ("EIR extension", "Internal review outcome", "Acknowledgement</a></h2>"):
        assert name not in page
    assert "s.10(3), s.17(1) and (2) FOIA" in page


def test_environmental_cases_have_letters_of_their_own(signed_in: Client, scene: Scene) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(regime="EIR")
    page = page_of(signed_in, at(scene, "write/"))
    assert "EIR extension" in page
    assert "Not a valid request" not in page
    assert "Public interest extension" not in page


def test_a_letter_is_begun_with_its_answers_composed_and_shown(
    signed_in: Client, scene: Scene
) -> None:
    page = post(signed_in, at(scene, "write/chaser_reply/"), **ANSWERS)
    assert "Reply to a chaser begun." in page
    scene.world.compose(scene.prevent)

    page = page_of(signed_in, at(scene, "chaser_reply/"))
    assert "It is with the duty planning team." in page
    assert "2 March 2026" in page
    assert "Preview and approve" in page
    assert "Says where the request stands" in page
    case = page_of(signed_in, at(scene))
    assert f'href="{at(scene, "chaser_reply/")}"' in case
    assert "Being written" in page_of(signed_in, at(scene, "write/"))


def test_what_is_left_empty_becomes_a_gap(signed_in: Client, scene: Scene) -> None:
    post(signed_in, at(scene, "write/clarification/"))
    scene.world.compose(scene.prevent)

    page = page_of(signed_in, at(scene, "clarification/"))

    assert "what exactly is unclear" in page
    assert "gaps to fill" in page


@pytest.mark.parametrize(
    ("kind", "reminds"),
    [
        ("clarification", "clarification was sought"),
        ("fees_notice", "a fees notice was given"),
        ("pit_extension", "told of the extension"),
    ],
)
def test_a_letter_that_moves_the_clock_reminds_the_officer_to_record_it(
    signed_in: Client, scene: Scene, kind: str, reminds: str
) -> None:
    page = page_of(signed_in, at(scene, f"write/{kind}/"))
    assert CLOCKED in page
    assert reminds in page
    post(signed_in, at(scene, f"write/{kind}/"))
    scene.world.compose(scene.prevent)
    assert reminds in page_of(signed_in, at(scene, f"{kind}/"))


def test_other_letters_remind_of_nothing(signed_in: Client, scene: Scene) -> None:
    assert CLOCKED not in page_of(signed_in, at(scene, "write/chaser_reply/"))
    assert CLOCKED not in page_of(signed_in, at(scene, "response/"))


def test_days_that_the_case_knows_are_named(signed_in: Client, scene: Scene) -> None:
    page = page_of(signed_in, at(scene, "write/pit_extension/"))
    assert "If left empty: 30 April 2026, as the case says." in page


def test_a_day_that_does_not_exist_is_refused_at_its_box(signed_in: Client, scene: Scene) -> None:
    page = post(signed_in, at(scene, "write/chaser_reply/"), **{**ANSWERS, "message_on_0": "42"})
    assert "There is a problem" in page
    assert "It is with the duty planning team." in page
    assert not Draft.objects.filter(kind="chaser_reply").exists()


def test_half_a_day_is_a_slip_and_not_an_empty_box(signed_in: Client, scene: Scene) -> None:
    page = post(signed_in, at(scene, "write/clarification/"), close_on_0="12")
    assert "Enter a date with day, month and year" in page
    assert not Draft.objects.filter(kind="clarification").exists()


def test_a_letter_that_does_not_fit_is_not_begun(signed_in: Client, scene: Scene) -> None:
    assert "does not fit the case" in page_of(signed_in, at(scene, "write/review_outcome/"))
    page = post(signed_in, at(scene, "write/review_outcome/"), reviewer="The Head of Legal")
    assert "does not fit a case that is open under FOI" in page


def test_a_letter_is_discarded_and_the_case_has_it_no_more(signed_in: Client, scene: Scene) -> None:
    post(signed_in, at(scene, "write/chaser_reply/"), **ANSWERS)
    scene.world.compose(scene.prevent)
    assert "Discard this letter" in page_of(signed_in, at(scene, "chaser_reply/"))
    assert "Discard this letter" not in page_of(signed_in, at(scene, "response/"))

    page = post(signed_in, at(scene, "chaser_reply/discard/"))

    assert "Reply to a chaser discarded. Nothing of it was sent." in page
    assert signed_in.get(at(scene, "chaser_reply/")).status_code == 404
    assert "Letter discarded: Reply to a chaser" in page_of(signed_in, at(scene, "history/"))


def test_the_response_cannot_be_discarded(signed_in: Client, scene: Scene) -> None:
    assert "they stay" in post(signed_in, at(scene, "response/discard/"))


def test_an_approved_letter_stands_beside_the_next_of_its_kind(
    signed_in: Client, scene: Scene
) -> None:
    post(signed_in, at(scene, "write/chaser_reply/"), **ANSWERS)
    scene.world.compose(scene.prevent)
    approve(scene.world, scene.prevent, "chaser_reply")
    assert "This letter was approved" in page_of(signed_in, at(scene, "chaser_reply/"))

    post(signed_in, at(scene, "write/chaser_reply/"), **{**ANSWERS, "standing": "Nearly done."})
    scene.world.compose(scene.prevent)

    assert "Nearly done." in page_of(signed_in, at(scene, "chaser_reply/"))
    letters = page_of(signed_in, at(scene, "correspondence/"))
    assert letters.count(">Reply to a chaser</a>") == 2  # the letter, and the tab
    assert Event.objects.filter(case=scene.prevent, kind="letter_approved").count() == 1


@pytest.mark.parametrize("row", [row for row in KINDS.values() if row.begun_by_hand])
def test_every_kind_asks_what_its_row_says(row) -> None:
    form = BeginForm(kind=row, known={})
    assert tuple(form.fields) == row.fields
    assert all(field.label for field in form.fields.values())
