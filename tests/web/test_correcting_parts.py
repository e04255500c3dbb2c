"""The page on which the parts of a request are corrected."""

import pytest
from django.test import Client

from assistant.store.models import Case, RequestPart, User
from tests.web.scene import Scene


def address(case: Case) -> str:
    return f"/cases/{case.reference}/parts/"


def step(case: Case, name: str, **answers: object) -> dict[str, object]:
    case.refresh_from_db()
    given = {"version": case.version, **answers}
    return {"step": name} | {f"{name}-{field}": value for field, value in given.items()}


def parts(case: Case) -> list[RequestPart]:
    return list(RequestPart.objects.filter(case=case).order_by("position"))


def test_the_page_shows_the_text_with_its_parts_and_a_form_for_each_step(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.get(address(scene.prevent)).content.decode()
    assert '<mark class="foi-mark">' in page
    for heading in ("Split a part", "Join two parts", "Add a part from", "Take a part away"):
        assert heading in page
    linked = signed_in.get(f"/cases/{scene.prevent.reference}/").content.decode()
    assert f'href="{address(scene.prevent)}"' in linked


def test_a_part_is_split_joined_added_typed_and_taken_away(signed_in: Client, scene: Scene) -> None:
    case = scene.rivers
    where = address(case)
    before = len(parts(case))

    said = signed_in.post(where, step(case, "join", part=parts(case)[0].pk), follow=True)
    assert "was joined to Part 1" in said.content.decode()
    first = parts(case)[0]
    place = first.text.index("2. A copy")
    signed_in.post(where, step(case, "split", place=f"{first.pk}-{place}"))
    assert len(parts(case)) == before
    signed_in.post(where, step(case, "add", words="Please send me the following."))
    signed_in.post(where, step(case, "type", text="Whose boats?", reason="By telephone"))
    assert [parts(case)[0].text, parts(case)[-1].text] == [
        "Please send me the following.",
        "Whose boats?",
    ]
    signed_in.post(where, step(case, "take-away", part=parts(case)[0].pk, reason="A courtesy"))
    assert len(parts(case)) == before + 1

    history = signed_in.get(f"/cases/{case.reference}/history/").content.decode()
    assert "Parts of the request corrected" in history
    assert "was taken away" in history


def test_what_cannot_be_done_is_said_and_what_was_written_stays(
    signed_in: Client, scene: Scene
) -> None:
    case = scene.rivers
    page = signed_in.post(address(case), step(case, "add", words="Words of nobody"))
    assert "do not stand in the text of the request" in page.content.decode()
    assert "Words of nobody</textarea>" in page.content.decode()
    assert "<title>Error: " in page.content.decode()
    page = signed_in.post(address(case), step(case, "take-away", part=parts(case)[0].pk))
    assert "Enter the reason" in page.content.decode()


def test_the_second_of_two_officers_is_told_and_loses_nothing(
    signed_in: Client, scene: Scene
) -> None:
    case = scene.rivers
    late = step(case, "type", text="Whose boats?", reason="By telephone")
    signed_in.post(address(case), step(case, "type", text="Which rivers?", reason="By letter"))

    page = signed_in.post(address(case), late).content.decode()

    assert "Somebody changed this since you looked" in page
    assert "Whose boats?</textarea>" in page
    assert parts(case)[-1].text == "Which rivers?"


@pytest.mark.parametrize("then", ["search/", "record/", "estimate/"])
def test_what_was_meant_for_a_part_that_has_moved_is_not_saved_on_another(
    signed_in: Client, scene: Scene, then: str
) -> None:
    case = scene.rivers
    second = parts(case)[1]
    signed_in.post(address(case), step(case, "add", words="Please send me the following."))
    there = parts(case)[1]
    assert there.pk != second.pk

    answers = {
        "search/": {
            "search-where": "Boat house",
            "search-who": "Olwen Price",
            "search-made_on_0": "2",
            "search-made_on_1": "3",
            "search-made_on_2": "2026",
            "search-result": "Nothing",
        },
        "record/": {"version": there.version, "held": "held", "outcome": "", "facts": "Ten"},
        "estimate/": {
            "version": 0,
            "row-TOTAL_FORMS": 1,
            "row-INITIAL_FORMS": 0,
            "row-0-activity": "locating",
            "row-0-task": "Look in the boat house",
            "row-0-hours": "2",
        },
    }[then]
    page = signed_in.post(f"{address(case)}2/{then}", {**answers, "part_id": second.pk})

    assert "another part stands here now" in page.content.decode()
    there.refresh_from_db()
    assert (there.searches.count(), there.facts, there.estimate_rows.count()) == (0, "", 0)


def test_parts_of_a_case_that_is_not_open_are_only_shown(signed_in: Client, scene: Scene) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(state="answered")
    page = signed_in.get(address(scene.rivers)).content.decode()
    assert "only while the case is open" in page
    assert 'name="step"' not in page
    linked = signed_in.get(f"/cases/{scene.rivers.reference}/").content.decode()
    assert "Correct the parts" not in linked


def test_parts_of_another_authority_are_not_found(
    client: Client, scene: Scene, stranger: User
) -> None:
    client.force_login(stranger)
    assert client.get(address(scene.rivers)).status_code == 404
    posted = step(scene.rivers, "type", text="Whose boats?", reason="By telephone")
    assert client.post(address(scene.rivers), posted).status_code == 404
