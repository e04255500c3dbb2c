"""Many cases assigned at once, and filters that a person keeps."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.domain.errors import NotAllowed
from assistant.services.assign_cases import assign_cases
from assistant.services.save_filter import MOST, save_filter
from assistant.store.events import broken_link
from assistant.store.models import Case, Event, SavedFilter, User
from tests.web.scene import Scene


def ticked(*cases: Case) -> list[str]:
    """Return what ticking cases posts."""
    return [f"{case.reference}:{Case.objects.get(pk=case.pk).version}" for case in cases]


def test_ticked_cases_are_assigned_and_their_history_says_so(
    signed_in: Client, scene: Scene
) -> None:
    sam = scene.world.supervisor
    posted = {
        "case": ticked(scene.prevent, scene.rivers),
        "to": str(sam.pk),
        "query": "order=title",
    }
    answer = signed_in.post("/cases/assign/", posted, follow=True)
    assert answer.redirect_chain == [("/cases/?order=title", 302)]
    assert "Assigned to sam: " in answer.content.decode()
    for case in (scene.prevent, scene.rivers):
        case.refresh_from_db()
        assert case.officer == sam
        last = Event.objects.filter(case=case).order_by("number").last()
        assert last is not None
        assert (last.kind, last.actor, last.details) == (
            "assigned", scene.world.officer, {"officer": sam.pk}
        )  # fmt: skip
        assert broken_link(case) is None


def test_cases_can_be_taken_back_from_everybody(signed_in: Client, scene: Scene) -> None:
    Case.objects.update(officer=scene.world.officer)
    signed_in.post("/cases/assign/", {"case": ticked(scene.prevent), "to": "nobody"})
    assert Case.objects.get(pk=scene.prevent.pk).officer is None
    assert Case.objects.get(pk=scene.rivers.pk).officer == scene.world.officer


def test_a_case_that_somebody_changed_meanwhile_is_named_and_left_alone(
    signed_in: Client, scene: Scene
) -> None:
    sam = scene.world.supervisor
    posted = {"case": ticked(scene.prevent, scene.rivers), "to": str(scene.world.officer.pk)}
    assign_cases(
        {scene.rivers.reference: Case.objects.get(pk=scene.rivers.pk).version},
        officer=sam, by=sam, clock=scene.world.clock,
    )  # fmt: skip
    page = signed_in.post("/cases/assign/", posted, follow=True).content.decode()
    assert f"left as they are: {scene.rivers.reference}." in page
    assert f"Assigned to olwen: {scene.prevent.reference}." in page
    assert Case.objects.get(pk=scene.rivers.pk).officer == sam
    assert Event.objects.filter(case=scene.rivers, kind="assigned").count() == 1


def test_nothing_ticked_and_nobody_chosen_are_errors_that_keep_what_was_ticked(
    signed_in: Client, scene: Scene
) -> None:
    nothing = signed_in.post("/cases/assign/", {"to": "nobody"}).content.decode()
    assert "Tick the cases to assign" in nothing
    assert "<title>Error: Cases" in nothing
    page = signed_in.post("/cases/assign/", {"case": ticked(scene.prevent)}).content.decode()
    assert "Select an officer" in page
    assert page.count(" checked>") == 1
    assert Event.objects.filter(kind="assigned").count() == 0


def test_cases_and_officers_of_another_authority_are_refused(
    client: Client, scene: Scene, stranger: User
) -> None:
    client.force_login(stranger)
    posted = {"case": ticked(scene.prevent), "to": str(stranger.pk)}
    page = client.post("/cases/assign/", posted, follow=True).content.decode()
    assert "Nothing was changed" in page
    assert Case.objects.get(pk=scene.prevent.pk).officer is None
    with pytest.raises(NotAllowed, match="does not work for this authority"):
        assign_cases(
            {scene.prevent.reference: 0}, officer=stranger, by=scene.world.officer,
            clock=scene.world.clock,
        )  # fmt: skip


def test_many_cases_are_assigned_in_as_few_queries_as_one(signed_in: Client, scene: Scene) -> None:
    to = str(scene.world.supervisor.pk)
    one = {"case": ticked(scene.prevent), "to": to}
    with CaptureQueriesContext(connection) as few:
        signed_in.post("/cases/assign/", one)
    for number in range(20):
        scene.rivers.pk = None
        scene.rivers.reference = f"FOI-2026-1{number:04}"
        scene.rivers.save()
    every = {"case": ticked(*Case.objects.all()), "to": to}
    with CaptureQueriesContext(connection) as many:
        signed_in.post("/cases/assign/", every)
    assert Event.objects.filter(kind="assigned").count() == 23
    assert len(many) <= len(few) <= 20


def test_a_filter_is_kept_under_a_name_used_and_deleted(signed_in: Client, scene: Scene) -> None:
    posted = {"name": " Late  ones ", "query": "due=overdue&officer=me&page=7&nonsense=1"}
    page = signed_in.post("/cases/filters/", posted, follow=True).content.decode()
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.query) == ("Late ones", "officer=me&due=overdue")
    assert 'href="/cases/?officer=me&amp;due=overdue">Late ones</a>' in page
    signed_in.post("/cases/filters/", posted | {"query": "due=3"})
    assert SavedFilter.objects.get().query == "due=3"
    page = signed_in.post(f"/cases/filters/{kept.pk}/delete/", follow=True).content.decode()
    assert "Filter “Late ones” deleted." in page
    assert not SavedFilter.objects.exists()


def test_a_filter_without_a_name_is_refused_at_its_box(signed_in: Client, scene: Scene) -> None:
    page = signed_in.post("/cases/filters/", {"name": " ", "query": "due=3"}).content.decode()
    assert 'href="#name">Enter a name</a>' in page
    assert '<option value="3" selected>' in page


def test_filters_are_each_persons_own(signed_in: Client, client: Client, scene: Scene) -> None:
    sam = scene.world.supervisor
    theirs = save_filter(name="Sam’s", query="due=3", by=sam, clock=scene.world.clock)
    assert "Sam’s" not in signed_in.get("/cases/").content.decode()
    assert signed_in.post(f"/cases/filters/{theirs.pk}/delete/").status_code == 404
    assert SavedFilter.objects.filter(pk=theirs.pk).exists()


def test_nobody_keeps_more_filters_than_a_page_can_show(scene: Scene) -> None:
    by, clock = scene.world.officer, scene.world.clock
    for number in range(MOST):
        save_filter(name=f"Filter {number}", query="due=3", by=by, clock=clock)
    save_filter(name="Filter 1", query="due=5", by=by, clock=clock)
    with pytest.raises(NotAllowed, match="Delete one"):
        save_filter(name="One more", query="due=3", by=by, clock=clock)
