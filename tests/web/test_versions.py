"""Every version of a draft is kept, compared in words, and can be the draft again."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from assistant.domain.errors import NotAllowed
from assistant.services.edit_draft import restore_version
from assistant.store.models import Draft, DraftVersion, Event
from assistant.web.versions import compared, newest_first
from tests.web.scene import Scene
from tests.world import World


def draft(scene: Scene) -> Draft:
    return Draft.objects.select_related("case").get(case=scene.prevent, kind="response")


def address(scene: Scene, then: str = "") -> str:
    return f"/cases/{scene.prevent.reference}/response/{then}"


def now(scene: Scene) -> int:
    """Return the number of the version that the draft has."""
    return draft(scene).version


def edit(client: Client, scene: Scene, text: str, number: int = 1) -> None:
    posted = {"version": draft(scene).version, "text": text}
    assert client.post(address(scene, f"blocks/{number}/"), posted).status_code == 302


def test_what_people_changed_since_it_was_composed_is_shown_first(
    signed_in: Client, scene: Scene
) -> None:
    composed = now(scene)
    edit(signed_in, scene, "Dear Robin & Ash")

    page = signed_in.get(address(scene, "versions/")).content.decode()

    assert f"From version {composed} to version {composed + 1}" in page
    assert "added: </span>" in page
    assert "Robin &amp; Ash" in page
    assert "Composed from what is recorded" in page


def test_two_versions_are_chosen_by_their_numbers_in_any_order(
    signed_in: Client, scene: Scene
) -> None:
    for text in ("First words", "Second words"):
        edit(signed_in, scene, text)

    new = now(scene)
    there = signed_in.get(address(scene, f"versions/?old={new - 1}&new={new}")).content.decode()
    back = signed_in.get(address(scene, f"versions/?old={new}&new={new - 1}")).content.decode()
    same = signed_in.get(address(scene, f"versions/?old={new}&new={new}")).content.decode()

    for page in (there, back):
        assert f"From version {new - 1} to version {new}" in page
        assert re.search(r'<del class="foi-removed" id="change-1">.{0,80}</span>First', page)
    assert "Both say the same, word for word." in same


@pytest.mark.parametrize("asked", ["?old=1&new=99", "?new=x", "?old=0"])
def test_a_version_that_is_not_there_is_not_found(
    signed_in: Client, scene: Scene, asked: str
) -> None:
    edit(signed_in, scene, "First words")

    assert signed_in.get(address(scene, f"versions/{asked}")).status_code == 404


def test_a_draft_that_nobody_changed_has_one_version(signed_in: Client, scene: Scene) -> None:
    DraftVersion.objects.filter(draft=draft(scene)).exclude(number=now(scene)).delete()
    page = signed_in.get(address(scene, "versions/")).content.decode()

    assert "There is one version so far" in page
    assert "Undo the last change" not in signed_in.get(address(scene)).content.decode()


def test_the_last_change_is_undone_and_kept(signed_in: Client, scene: Scene) -> None:
    composed, before = now(scene), draft(scene).blocks
    edit(signed_in, scene, "A slip of the keys")
    slip = draft(scene)
    assert "Undo the last change" in signed_in.get(address(scene)).content.decode()

    undo = address(scene, f"versions/{composed}/restore/")
    answer = signed_in.post(undo, {"version": slip.version}, follow=True)

    after = draft(scene)
    assert f"The draft says what version {composed} says." in answer.content.decode()
    assert after.blocks == before
    assert after.version == slip.version + 1
    kept = DraftVersion.objects.filter(draft=after, number__gte=composed).order_by("number")
    assert [row.blocks for row in kept] == [before, slip.blocks, before]
    assert Event.objects.filter(case=scene.prevent).latest("pk").kind == "draft_edited"


def test_the_checks_run_again_on_what_was_restored(signed_in: Client, scene: Scene) -> None:
    number = next(n for n, b in enumerate(draft(scene).blocks, 1) if b["kind"] == "gap")
    gaps = sum(each["rule"] == "gap" for each in draft(scene).findings)
    composed = now(scene)
    edit(signed_in, scene, "There were 31.", number)
    assert sum(each["rule"] == "gap" for each in draft(scene).findings) == gaps - 1

    restore = address(scene, f"versions/{composed}/restore/")
    signed_in.post(restore, {"version": now(scene)})

    assert sum(each["rule"] == "gap" for each in draft(scene).findings) == gaps


def test_who_was_too_slow_restores_nothing(signed_in: Client, scene: Scene) -> None:
    edit(signed_in, scene, "Words of a colleague")
    blocks = draft(scene).blocks

    for version in ("1", "nonsense"):
        answer = signed_in.post(
            address(scene, "versions/1/restore/"), {"version": version}, follow=True
        )
        assert "Somebody changed this since you looked" in answer.content.decode()
    assert draft(scene).blocks == blocks


def test_what_cannot_be_restored_is_said(world: World, scene: Scene) -> None:
    row = draft(scene)
    for number, says in ((99, "no such version"), (row.version, "already")):
        with pytest.raises(NotAllowed, match=says):
            restore_version(
                row.pk,
                version=row.version,
                number=number,
                by=world.officer,
                register=world.register,
                clock=world.clock,
            )


def test_the_approval_shows_what_people_changed(signed_in: Client, scene: Scene) -> None:
    composed = now(scene)
    before = signed_in.get(address(scene, "approve/")).content.decode()
    edit(signed_in, scene, "Dear Robin Ash")
    after = signed_in.get(address(scene, "approve/")).content.decode()

    assert "What people changed since it was composed" not in before
    assert f"since it was composed (version {composed} to {composed + 1})" in after


def version(number: int, text: str, person: int | None) -> DraftVersion:
    made: dict[str, Any] = {"made_by_id": person, "made_at": datetime(2026, 3, 2)}  # noqa: DTZ001 - not read
    return DraftVersion(number=number, blocks=[{"text": text}], **made)


def test_what_is_compared_when_nothing_is_asked_begins_with_the_last_composition() -> None:
    rows = [
        version(1, "a", None),
        version(2, "b", 5),
        version(4, "c", None),
        version(5, "d", 5),
        version(6, "e", 5),
    ]

    found = compared(rows, "", "")

    assert found is not None
    assert (found.old.number, found.new.number) == (4, 6)
    assert [(each.row.number, each.before) for each in newest_first(rows)] == [
        (6, 5),
        (5, 4),
        (4, 2),
        (2, 1),
        (1, None),
    ]
