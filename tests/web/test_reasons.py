"""The pages of why a provision applies and what complying would cost."""

import re

from django.test import Client

from assistant.services.send_letter import send_letter
from assistant.store.models import Draft, Letter, Outbox, ReasoningRecord
from assistant.store.reasoning import estimates_of
from tests.web.scene import Scene, approve, refuse
from tests.world import World

HARM = "The figures show which groups are watched, so members could change how they meet."


def address(scene: Scene, provision: str) -> str:
    return f"/cases/{scene.prevent.reference}/reasons/{provision}/"


def page_of(client: Client, where: str) -> str:
    return client.get(where).content.decode()


def asked(page: str) -> set[str]:
    """Return the names of the fields that a page asks for."""
    names = set(re.findall(r'<(?:input|textarea)[^>]* name="([a-z_]+?)(?:_\d)?"', page))
    return names - {"csrfmiddlewaretoken", "version"}


def rely_on(scene: Scene, *sections: str) -> None:
    part = refuse(scene.world, scene.prevent, list(sections))
    assert part.outcome == "refused"


def test_a_prejudice_based_exemption_asks_for_level_harm_cause_and_balance(
    signed_in: Client, scene: Scene
) -> None:
    rely_on(scene, "s31(1)(a)")
    page = page_of(signed_in, address(scene, "foia-s31-1-a"))
    assert asked(page) == {
        "likelihood", "harm", "causal_link", "for_disclosure", "against", "tips",
    }  # fmt: skip
    assert "Why section 31(1)(a) applies" in page
    assert "more likely than not" in page
    assert "a real and significant chance, more than hypothetical or remote" in page
    assert "The prevention or detection of crime" in page
    assert "6 things missing" in page
    assert "Not verified" not in page


def test_a_class_based_absolute_exemption_asks_for_the_facts_alone(
    signed_in: Client, scene: Scene
) -> None:
    rely_on(scene, "s41(1)")
    page = page_of(signed_in, address(scene, "foia-s41-1"))
    assert asked(page) == {"why"}
    assert "no public interest test follows" in page


def test_personal_data_ask_for_the_condition_and_the_interests(
    signed_in: Client, scene: Scene
) -> None:
    rely_on(scene, "s40(2)")
    where = address(scene, "foia-s40-2")
    assert asked(page_of(signed_in, where)) == {"companions", "why", "legitimate_interests"}
    posted = {"version": 0, "companions": ["FOIA s40(3A)(a)"], "why": "Names of staff"}
    signed_in.post(where, posted)
    part = scene.prevent.parts.order_by("position").last()
    assert part is not None
    assert part.sections == ["FOIA s40(2)", "FOIA s40(3A)(a)"]
    page = page_of(signed_in, where)
    [ticked] = re.findall(r"<input[^>]*checked[^>]*>", page)
    assert 'value="FOIA s40(3A)(a)"' in ticked
    assert "1 thing missing" in page


def test_an_unverified_provision_says_what_that_means(signed_in: Client, scene: Scene) -> None:
    page = page_of(signed_in, address(scene, "foia-s31-1-i"))
    assert "recalled when the register was made, and not seen in the Act" in page
    assert "needs one of" not in page
    case = page_of(signed_in, f"/cases/{scene.prevent.reference}/")
    assert case.count("Not verified") == 4  # two sections, each in its part and in its reasons
    response = page_of(signed_in, f"/cases/{scene.prevent.reference}/response/")
    assert "Not verified: FOIA s31(1)(i), FOIA s36(2)(a)(iii)." in response
    part = page_of(signed_in, f"/cases/{scene.prevent.reference}/parts/1/")
    assert "check FOIA s44(1)(b) against the Act" in part
    assert "check FOIA s44(1)(a) against the Act" not in part


def test_reasons_are_saved_shown_again_and_taken_up(signed_in: Client, scene: Scene) -> None:
    where = address(scene, "foia-s24-1")
    answer = signed_in.post(where, {"version": 0, "harm": HARM}, follow=True)
    page = answer.content.decode()
    assert "recorded. The response is being composed again" in page
    assert HARM in page
    assert "3 things missing" in page
    scene.world.compose(scene.prevent)
    assert HARM in str(Draft.objects.get(case=scene.prevent, kind="response").blocks)


def test_a_fault_is_shown_at_its_own_box_with_what_was_written(
    signed_in: Client, scene: Scene
) -> None:
    where = address(scene, "foia-s24-1")
    page = signed_in.post(where, {"version": 0, "harm": "n/a", "tips": "none"}).content.decode()
    assert "<title>Error: Why section 24(1) applies" in page
    assert page.count("says nothing that could stand in a letter") == 4  # summary and box, twice
    assert 'href="#id_harm"' in page
    assert ReasoningRecord.objects.count() == 0
    generic = {"version": 0, "harm": "It would harm national security."}
    assert "could stand in any letter" in signed_in.post(where, generic).content.decode()


def test_section_36_asks_for_the_qualified_person_and_the_day(
    signed_in: Client, scene: Scene
) -> None:
    where = address(scene, "foia-s36-2-a-iii")
    page = signed_in.post(where, {"version": 0, "opinion": "Debate would suffer"}).content.decode()
    assert "Enter the name of the qualified person" in page
    assert "Enter the date on which" in page
    posted = {
        "version": 0,
        "opinion": "Debate would suffer",
        "qualified_person": "Rhys Moor, Monitoring Officer",
        "opinion_on_0": "2",
        "opinion_on_1": "3",
        "opinion_on_2": "2026",
    }
    signed_in.post(where, posted)
    record = ReasoningRecord.objects.get()
    assert (record.qualified_person, str(record.opinion_on)) == (
        "Rhys Moor, Monitoring Officer",
        "2026-03-02",
    )


def test_reasons_written_on_an_old_version_are_kept_in_the_form(
    signed_in: Client, scene: Scene
) -> None:
    where = address(scene, "foia-s24-1")
    signed_in.post(where, {"version": 0, "harm": HARM})
    page = signed_in.post(where, {"version": 0, "harm": f"{HARM} Mine."}).content.decode()
    assert "Somebody changed this since you looked" in page
    assert "What is recorded now" in page
    assert f"{HARM} Mine." in page
    signed_in.post(where, {"version": 1, "harm": f"{HARM} Mine."})
    assert ReasoningRecord.objects.get().harm.endswith("Mine.")


def test_a_provision_the_case_does_not_rely_on_has_no_page(signed_in: Client, scene: Scene) -> None:
    assert signed_in.get(address(scene, "foia-s43-2")).status_code == 404


def test_reasons_for_what_no_part_relies_on_any_more_are_kept_and_said_to_be(
    signed_in: Client, scene: Scene
) -> None:
    signed_in.post(address(scene, "foia-s24-1"), {"version": 0, "harm": HARM})
    rely_on(scene, "s43(2)")
    page = page_of(signed_in, address(scene, "foia-s24-1"))
    assert "No part relies on it now" in page
    assert HARM in page


def test_sections_that_exclude_each_other_are_refused_on_the_page(
    signed_in: Client, scene: Scene
) -> None:
    part = scene.prevent.parts.get(position=1)
    posted = {
        "version": part.version,
        "held": "held",
        "outcome": "refused",
        "sections": ["FOIA s30(1)(a)", "FOIA s31(1)(a)"],
    }
    where = f"/cases/{scene.prevent.reference}/parts/1/record/"
    page = signed_in.post(where, posted).content.decode()
    assert "cannot both be claimed for the same information" in page


def test_a_section_without_its_purpose_is_warned_of(signed_in: Client, scene: Scene) -> None:
    position = scene.prevent.parts.count()
    page = page_of(signed_in, f"/cases/{scene.prevent.reference}/parts/{position}/")
    assert "FOIA s31(1)(i) cannot be claimed alone: it needs one of FOIA s31(2)(a) to" in page
    signed_in.post(address(scene, "foia-s31-1-i"), {"version": 0, "companions": "FOIA s31(2)(c)"})
    page = page_of(signed_in, f"/cases/{scene.prevent.reference}/parts/{position}/")
    assert "cannot be claimed alone" not in page


def estimate_form(client: Client, where: str) -> dict[str, str]:
    """Return what the page would post back, empty boxes included."""
    page = page_of(client, where)
    boxes = re.findall(r"<input[^>]*>", page)
    found = {}
    for box in boxes:
        name, value = re.search(r'name="([^"]+)"', box), re.search(r'value="([^"]*)"', box)
        if name:
            found[name[1]] = value[1] if value else ""
    return found


def test_an_estimate_counts_four_activities_and_says_whether_it_is_over(
    signed_in: Client, scene: Scene
) -> None:
    where = f"/cases/{scene.prevent.reference}/estimate/"
    posted = estimate_form(signed_in, where)
    assert {posted[name] for name in posted if name.endswith("-activity")} == {
        "determining", "locating", "retrieving", "extracting",
    }  # fmt: skip
    posted |= {"row-2-task": "Open 400 files", "row-2-hours": "20", "row-0-task": "Ask two teams"}
    page = signed_in.post(where, posted).content.decode()
    assert "Enter the hours for “Ask two teams”" in page
    posted["row-0-hours"] = "0.5"
    page = signed_in.post(where, posted, follow=True).content.decode()
    assert "20.50 hours, £512.50" in page
    assert "Over the limit" in page
    assert "£450, which is 18 hours" in page
    posted = estimate_form(signed_in, where)
    posted |= {name: "2" for name, value in posted.items() if value == "20"}
    page = signed_in.post(where, posted, follow=True).content.decode()
    assert "Section 12 cannot be relied on" in page
    assert estimates_of(scene.prevent)[""].hours == 2.5


def test_what_does_not_count_is_refused_on_the_page(signed_in: Client, scene: Scene) -> None:
    where = f"/cases/{scene.prevent.reference}/parts/1/estimate/"
    posted = estimate_form(signed_in, where)
    redacting = posted | {"row-6-task": "Redact the names", "row-6-hours": "3"}
    assert "Redacting does not count" in signed_in.post(where, redacting).content.decode()
    minus = posted | {"row-6-task": "Copy the names", "row-6-hours": "-3"}
    assert "Enter hours above 0" in signed_in.post(where, minus).content.decode()
    other = posted | {"row-6-activity": "redacting", "row-6-task": "x", "row-6-hours": "3"}
    assert signed_in.post(where, other).status_code == 200
    assert estimates_of(scene.prevent) == {}


def test_words_that_gave_way_are_shown_until_somebody_has_seen_to_them(
    signed_in: Client, scene: Scene
) -> None:
    draft = Draft.objects.get(case=scene.prevent, kind="response")
    draft.set_aside = [{"text": "Their <own> words", "typed": True}]
    draft.save()
    where = f"/cases/{scene.prevent.reference}/response/"
    page = page_of(signed_in, where)
    assert "Their &lt;own&gt; words" in page
    signed_in.post(f"{where}set-aside/", {"version": draft.version})
    assert "Their &lt;own&gt; words" not in page_of(signed_in, where)


def test_composing_without_what_was_typed_is_offered_where_something_was(
    signed_in: Client, scene: Scene
) -> None:
    where = f"/cases/{scene.prevent.reference}/response/"
    assert "without what was typed" not in page_of(signed_in, where)
    draft = Draft.objects.get(case=scene.prevent, kind="response")
    signed_in.post(f"{where}blocks/1/", {"version": draft.version, "text": "Ours."})
    assert "without what was typed" in page_of(signed_in, where)
    signed_in.post(f"{where}compose/", {"edits": "drop"})
    scene.world.compose(scene.prevent)
    assert "Ours." not in page_of(signed_in, where)


def test_a_letter_that_the_checks_stopped_says_why_and_what_to_do(
    signed_in: Client, world: World
) -> None:
    letter: Letter = approve(world, world.case())
    letter.case.requester.address = "other@example.org"
    letter.case.requester.save()
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    assert Outbox.objects.get(letter=letter).stage == Outbox.Stage.STOPPED
    page = page_of(signed_in, f"/letters/{letter.pk}/")
    assert "Nothing was sent" in page
    assert "The requester has another address now" in page
    assert "Take the approval back" in page
    assert "Stopped by the checks" in page_of(signed_in, "/cases/")
    assert letter.case.reference in page_of(signed_in, "/letters/?show=doubt")
    answer = signed_in.post(f"/letters/{letter.pk}/take-back/", {"reason": "Other address"})
    assert answer["Location"].endswith("/acknowledgement/")
