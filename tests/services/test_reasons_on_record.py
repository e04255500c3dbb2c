"""Why a provision applies and what complying would cost: kept, refused, and taken up in drafts."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.estimate import EstimateRow
from assistant.domain.letters.grounds import Grounds
from assistant.services.clear_set_aside import clear_set_aside
from assistant.services.compose_again import compose_again
from assistant.services.edit_draft import edit_block, edit_whole
from assistant.services.record_estimate import estimate_version, record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_reasoning import record_reasoning
from assistant.services.record_search import record_search
from assistant.store.events import broken_link
from assistant.store.models import Authority, Case, Draft, ReasoningRecord, RequestPart
from assistant.store.reasoning import estimates_of
from tests.letters import mail
from tests.world import World

SECTION = "FOIA s31(1)(a)"
HARM = "The list shows which depots have no night guard, so a burglar could choose the depot."
LIST = "A list of depots with their guards, please."


@pytest.fixture
def case(world: World) -> Case:
    """A case of one part, refused under section 31(1)(a), its response composed."""
    made = world.case(mail(LIST))
    decide(world, made.parts.get())
    world.compose(made)
    return made


def decide(world: World, part: RequestPart, **changes: object) -> RequestPart:
    part.refresh_from_db()
    given = {"held": "held", "outcome": "refused", "sections": [SECTION], "facts": ""} | changes
    return record_part(
        part.pk,
        version=part.version,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        **given,  # type: ignore[arg-type]  # fields by name
    )


def reason(world: World, case: Case, *, version: int = 0, **given: object) -> ReasoningRecord:
    grounds = Grounds(**({"citation": SECTION, "harm": HARM} | given))  # type: ignore[arg-type]  # fields by name
    return record_reasoning(
        case.pk,
        grounds,
        version=version,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def estimate(world: World, case: Case, *rows: EstimateRow, **given: object) -> None:
    options = {"version": 0, "by": world.officer} | given
    record_estimate(case.pk, rows, clock=world.clock, **options)  # type: ignore[arg-type]  # options by name


def response(case: Case) -> Draft:
    return Draft.objects.get(case=case, kind="response")


def text_of(case: Case) -> str:
    return "".join(block["text"] for block in response(case).blocks)


def fill(world: World, case: Case, gap: str, words: str) -> None:
    draft = response(case)
    [index] = [
        number
        for number, block in enumerate(draft.blocks)
        if block["kind"] == "gap" and gap in block["text"]
    ]
    edit_block(
        draft.pk,
        version=draft.version,
        index=index,
        text=words,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def test_what_an_officer_records_reaches_the_response(world: World, case: Case) -> None:
    assert HARM not in text_of(case)

    reason(world, case, likelihood="would be likely to", tips="The budget is published")
    world.compose(case)

    assert HARM in text_of(case)
    assert "Disclosure here would be likely to prejudice" in text_of(case)
    assert "The budget is published." in text_of(case)


def test_the_history_names_the_record_and_holds_none_of_its_words(world: World, case: Case) -> None:
    record = reason(world, case)

    event = case.events.filter(kind="reasoning_recorded").get()
    assert event.details == {"reasoning": record.pk, "version": 1}
    assert event.actor == world.officer
    assert broken_link(case) is None


def test_of_two_people_who_reason_at_once_the_second_is_told(world: World, case: Case) -> None:
    reason(world, case)

    with pytest.raises(NotAllowed, match="Somebody changed"):
        reason(world, case, harm=f"{HARM} And another.")
    changed = reason(world, case, version=1, harm=f"{HARM} And another.")

    assert (changed.version, changed.harm) == (2, f"{HARM} And another.")
    with pytest.raises(NotAllowed, match="no longer there"):
        reason(world, case, citation="FOIA s24(1)", version=3)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"citation": "s99(1)"}, "not in the register"),
        ({"harm": "n/a"}, "says nothing"),
        ({"harm": "It would prejudice the prevention of crime."}, "could stand in any letter"),
        ({"likelihood": "may"}, "no level of likelihood"),
        ({"citation": "FOIA s42(1)", "harm": "", "likelihood": "would"}, "no likelihood"),
        ({"citation": "FOIA s41(1)", "harm": "", "tips": "Trust"}, "No public interest test"),
        ({"citation": "FOIA s36(2)(c)", "harm": ""}, "name of the qualified person"),
        (
            {"citation": "FOIA s36(2)(c)", "harm": "", "qualified_person": "Rhys Moor"},
            "date on which",
        ),
    ],
)
def test_a_record_that_could_not_stand_is_refused_with_what_to_do(
    world: World, case: Case, given: dict[str, object], words: str
) -> None:
    with pytest.raises(NotAllowed, match=words):
        reason(world, case, **given)
    assert ReasoningRecord.objects.count() == 0


def test_another_authoritys_case_cannot_be_reasoned_or_estimated(world: World, case: Case) -> None:
    world.officer.authority = Authority.objects.create(slug="other", name="Other")

    with pytest.raises(NotAllowed, match="another authority"):
        reason(world, case)
    with pytest.raises(NotAllowed, match="another authority"):
        estimate(world, case)


def test_a_condition_is_kept_with_the_sections_of_the_parts_that_claim_it(world: World) -> None:
    case = world.case(mail(LIST))
    decide(world, case.parts.get(), sections=["s40(2)", "s40(3B)", "s31(1)(a)"])

    reason(
        world,
        case,
        citation="FOIA s40(2)",
        harm="",
        why="Names of guards",
        companions=("FOIA s40(3A)(a)",),
    )

    assert case.parts.get().sections == ["FOIA s40(2)", "FOIA s40(3A)(a)", SECTION]


def test_what_a_person_typed_stands_when_something_is_recorded(world: World, case: Case) -> None:
    fill(world, case, "likelihood" if "likelihood" in text_of(case) else "“would”", "would")

    reason(world, case)
    world.compose(case)

    assert HARM in text_of(case)
    assert "Disclosure here would prejudice" in text_of(case)
    kinds = {block["text"].strip(): block["kind"] for block in response(case).blocks}
    assert kinds["would"] == "officer"
    assert response(case).set_aside == []


def test_words_recorded_for_a_gap_that_a_person_filled_are_shown_beside_the_letter(
    world: World, case: Case
) -> None:
    fill(world, case, "somebody intent on crime", "Burglars could plan around the guards.")

    reason(world, case)
    world.compose(case)

    draft = response(case)
    assert "Burglars could plan around the guards." in text_of(case)
    assert HARM not in text_of(case)
    assert draft.set_aside == [{"text": HARM, "typed": False}]

    # Composing for another reason does not make it forgotten; seeing to it does.
    reason(world, case, version=1, tips="The budget is published")
    world.compose(case)
    assert response(case).set_aside == [{"text": HARM, "typed": False}]
    draft = response(case)
    clear_set_aside(draft.pk, version=draft.version, by=world.officer)
    assert response(case).set_aside == []
    assert response(case).version == draft.version


def test_a_part_decided_anew_shows_what_had_been_typed_into_its_old_answer(
    world: World, case: Case
) -> None:
    fill(world, case, "somebody intent on crime", "Burglars could plan around the guards.")

    decide(world, case.parts.get(), outcome="disclosed_full", sections=[], facts="See the file.")
    world.compose(case)

    draft = response(case)
    assert "See the file." in text_of(case)
    assert "Burglars" not in text_of(case)
    assert [each["typed"] for each in draft.set_aside if "Burglars" in each["text"]] == [True]
    assert draft.versions.filter(blocks__icontains="Burglars").exists()


def test_a_person_may_choose_a_letter_without_what_was_typed(world: World, case: Case) -> None:
    draft = response(case)
    edit_whole(
        draft.pk,
        version=draft.version,
        text=text_of(case) + "\nPlease call us.\n",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
    world.compose(case)
    kept = text_of(case)
    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock, keep_edits=False)
    # Whatever is recorded before the worker comes does not overturn that choice.
    reason(world, case)
    world.compose(case)

    assert "Please call us." in kept
    assert "Please call us." not in text_of(case)
    assert HARM in text_of(case)


def test_whoever_recorded_the_reasons_counts_as_the_drafter(world: World, case: Case) -> None:
    reason(world, case)

    assert response(case).drafter == world.officer


def test_a_search_composes_the_response_again_and_leaves_its_drafter(
    world: World, case: Case
) -> None:
    record_search(
        case.parts.get().pk,
        where="Depot records",
        who="Sam",
        terms="",
        made_on=date(2026, 3, 3),
        result="One list",
        by=world.supervisor,
        clock=world.clock,
    )

    assert response(case).drafter == world.officer
    world.compose(case)
    assert not [each for each in response(case).findings if each["rule"] == "search-recorded"]


@pytest.mark.parametrize(
    "sections",
    [
        ["s23(1)", "s24(1)"],
        ["s30(1)(a)", "s31(1)(a)"],
        ["s31(1)(b)", "s30(2)"],
        ["s35(1)(a)", "s36(2)(c)"],
    ],
)
def test_sections_that_leave_no_room_for_each_other_are_refused(
    world: World, case: Case, sections: list[str]
) -> None:
    with pytest.raises(NotAllowed, match="cannot both be claimed for the same information"):
        decide(world, case.parts.get(), sections=sections)


def test_neither_confirming_nor_denying_may_rest_on_23_and_24_together(
    world: World, case: Case
) -> None:
    part = decide(world, case.parts.get(), outcome="ncnd", sections=["s23(1)", "s24(1)"])
    assert part.sections == ["FOIA s23(1)", "FOIA s24(1)"]


OPEN_FILES = EstimateRow("locating", "Open 400 case files, three minutes each", Decimal(20))


def test_an_estimate_is_kept_by_part_with_its_sum(world: World, case: Case) -> None:
    part = case.parts.get()
    estimate(world, case, OPEN_FILES)
    estimate(world, case, EstimateRow("extracting", "Copy names", Decimal("1.5")), part_id=part.pk)

    found = estimates_of(case)

    assert (found[""].hours, found[""].cost) == (20, 500)
    assert found[part.key].cost == Decimal("37.5")
    assert found[""].author == world.officer.shown_name
    assert [event.details["part"] for event in case.events.filter(kind="estimate_recorded")] == [
        None,
        part.pk,
    ]


def test_of_two_people_who_estimate_at_once_the_second_is_told(world: World, case: Case) -> None:
    estimate(world, case, OPEN_FILES)

    with pytest.raises(NotAllowed, match="Somebody changed"):
        estimate(world, case, OPEN_FILES)
    estimate(world, case, version=estimate_version(case, None))

    assert estimates_of(case) == {}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (EstimateRow("redacting", "Names", Decimal(3)), "does not count"),
        (EstimateRow("extracting", "Redact the names", Decimal(3)), "Redacting does not count"),
        (EstimateRow("extracting", "Considering exemptions", Decimal(3)), "exemptions does not"),
        (EstimateRow("locating", "Seeking legal advice", Decimal(3)), "Consulting others"),
        (EstimateRow("locating", " ", Decimal(3)), "Say what has to be done"),
        (EstimateRow("locating", "Open files", Decimal(0)), "hours above 0"),
        (EstimateRow("locating", "Open files", Decimal(-1)), "hours above 0"),
        (EstimateRow("locating", "Open files", Decimal("NaN")), "hours above 0"),
        (EstimateRow("locating", "Open files", Decimal(10_001)), "hours above 0"),
    ],
)
def test_only_what_the_fees_regulations_count_is_estimated(
    world: World, case: Case, row: EstimateRow, words: str
) -> None:
    with pytest.raises(NotAllowed, match=words):
        estimate(world, case, row)


@pytest.mark.parametrize("task", ["Search the redaction log", "Open tax exemption certificates"])
def test_a_task_may_name_records_that_are_about_redaction_or_exemption(
    world: World, case: Case, task: str
) -> None:
    estimate(world, case, EstimateRow("locating", task, Decimal(2)))
    assert estimates_of(case)[""].hours == 2


def test_an_estimate_for_a_part_of_another_case_is_refused(world: World, case: Case) -> None:
    other = world.case(mail(f"{LIST}\nThank you.", message_id="<other@example.org>")).parts.get()
    with pytest.raises(NotAllowed, match="no such part"):
        estimate(world, case, OPEN_FILES, part_id=other.pk)
