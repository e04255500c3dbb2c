"""Finding cases by their words and sections: SQLite's index and PostgreSQL's, the same tests."""

from datetime import UTC, datetime
from importlib import import_module

from django.apps import apps

from assistant.services.edit_draft import edit_whole
from assistant.services.record_part import record_part
from assistant.store.case_search import having_words, relying_on
from assistant.store.models import Case, CaseWords, Draft
from tests.letters import mail
from tests.world import World, make_world

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
POLICY = "Please send the policy on ferries, with the Commissioner’s view of section 43(2)."


def found(text: str) -> set[str]:
    """Return the subjects of the cases that have every word of a text."""
    return set(having_words(Case.objects.all(), text).values_list("title", flat=True))


def cited(section: str) -> set[str]:
    """Return the subjects of the cases that rely on a section."""
    return set(relying_on(Case.objects.all(), section).values_list("title", flat=True))


def check(world: World) -> None:
    """Let cases come, change and go, and look for them after each step."""
    prevent = world.case()
    ferries = world.case(
        mail(POLICY, subject="Ferries & piers", sender="kim@example.org", message_id="<2@x.test>")
    )
    assert found("referral Channel panels") == {prevent.title}
    assert found("FERRY policies") == {ferries.title}
    assert found("ferries referral") == set()
    assert found(ferries.reference) == {ferries.title}
    assert found("s.43(2)") == {ferries.title}
    assert found("section 43") == {ferries.title}
    # Nothing that is typed is an operator of the database's own language.
    assert found("' OR \" NOT * ( : -ferries") == {ferries.title}
    assert found("ferries OR referral") == set()
    assert cited("s.43") == set()

    draft = Draft.objects.get(case=prevent, kind="response")
    text = "Dear Alex,\n\nThe walrus figures are attached.\n\nYours sincerely"
    edit_whole(
        draft.pk, version=draft.version, text=text, by=world.officer,
        register=world.register, clock=world.clock,
    )  # fmt: skip
    assert found("walrus") == {prevent.title}

    part = ferries.parts.order_by("position")[0]
    for sections, held in ((["FOIA s31(1)(a)"], {ferries.title}), ([], set[str]())):
        part = record_part(
            part.pk, version=part.version, held="held",
            outcome="refused" if sections else "disclosed_full", sections=sections, facts="",
            by=world.officer, register=world.register, clock=world.clock,
        )  # fmt: skip
        assert cited("section 31(1)(a)") == cited("s31") == cited("FOIA s31(1)") == held
        assert found("s.31(1)(a)") == held
    assert cited("nothing of the kind") == set()

    CaseWords.objects.filter(case=ferries).delete()
    assert found("ferries") == set()


def test_cases_are_found_by_words_and_sections_as_they_change(db: None) -> None:
    check(make_world(NOW))


def test_cases_that_were_here_before_are_found_by_the_same_words(db: None) -> None:
    world = make_world(NOW)
    first = world.case()
    world.deliver(
        mail(
            "When can I expect the zebra figures?",
            message_id="<again@example.org>",
            in_reply_to="<request-1@example.org>",
        )
    )
    part = first.parts.order_by("position")[0]
    record_part(
        part.pk, version=part.version, held="held", outcome="refused",
        sections=["FOIA s31(1)(a)"], facts="", by=world.officer, register=world.register,
        clock=world.clock,
    )  # fmt: skip
    world.compose(first)
    kept = CaseWords.objects.get()
    CaseWords.objects.all().delete()
    assert found("zebra") == set()

    import_module("assistant.store.migrations.0020_case_full_text").fill(apps, None)

    made = CaseWords.objects.get()
    assert set(made.request.split()) == set(kept.request.split())
    assert made.letters == kept.letters
    assert made.sections == kept.sections
    assert found("zebra referral") == cited("s31") == {first.title}
