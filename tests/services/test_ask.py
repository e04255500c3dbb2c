"""Asking the assistant: answers come from what is on record, say where from, and are kept."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from assistant.domain.case import EventKind
from assistant.domain.chat.answer import Block, Sort, from_plain
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.estimate import EstimateRow
from assistant.domain.letters.grounds import Grounds
from assistant.domain.library.precedents import Precedent
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.ask import ask
from assistant.services.asked.tools import TOOLS
from assistant.services.assign_case import assign_case
from assistant.services.import_knowledge import import_knowledge
from assistant.services.prepare import add_user
from assistant.services.record_estimate import record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_reasoning import record_reasoning
from assistant.services.record_search import record_search
from assistant.store.models import AskedQuestion, Case, Draft, Event, User
from tests.letters import mail
from tests.world import PASSWORD, World

PRECEDENT = Precedent(
    ident="northshire-prevent-2024",
    title="Prevent referrals by year",
    text="Prevent referrals are recorded each year. The figures for single groups are withheld "
    "under section 24(1) and section 31(1)(a).\n",
    reference="FOI-2024-00017",
    dated=date(2024, 5, 14),
    outcome="disclosed_part",
    sections=("FOIA s24(1)", "FOIA s31(1)(a)"),
)
Asks = Callable[..., tuple[Block, ...]]


@pytest.fixture
def case(world: World) -> Case:
    """A case about Prevent referrals, its drafts composed, and one like answer in the library."""
    import_knowledge(world.authority.pk, [PRECEDENT], library=world.library, clock=world.clock)
    return world.case()


@pytest.fixture
def ask_of(world: World) -> Asks:
    """Ask of a case or of none, as the officer where nobody else is named."""

    def asking(of: Case | None, question: str, by: User | None = None) -> tuple[Block, ...]:
        kept = ask(
            question,
            by=by or world.officer,
            register=world.register,
            library=world.library,
            clock=world.clock,
            case_id=of.pk if of else None,
        )
        return from_plain(kept.blocks)

    return asking


@pytest.fixture
def asks(ask_of: Asks, case: Case) -> Asks:
    """Ask of the case, unless another or none is named."""

    def asking(
        question: str, *, of: Case | None = case, by: User | None = None
    ) -> tuple[Block, ...]:
        return ask_of(of, question, by)

    return asking


def texts(blocks: tuple[Block, ...], *sorts: Sort) -> str:
    """Return the words of an answer, of some sorts or of all."""
    return "\n".join(block.text for block in blocks if not sorts or block.sort in sorts)


def pages(blocks: tuple[Block, ...]) -> set[tuple[object, ...]]:
    """Return the pages that the blocks of an answer lead to."""
    return {
        (source.place.page, *source.place.args)
        for block in blocks
        for source in block.sources
        if source.place is not None
    }


def refuse(world: World, case: Case, position: int, sections: list[str]) -> None:
    """Refuse a part of a case under sections."""
    part = case.parts.get(position=position)
    record_part(
        part.pk, version=part.version, held="held", outcome="refused", sections=sections,
        facts="The unit keeps one table.", by=world.officer, register=world.register,
        clock=world.clock,
    )  # fmt: skip


def approve(world: World, case: Case, kind: str) -> None:
    """Approve a letter of a case."""
    draft = Draft.objects.get(case=case, kind=kind)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    approve_draft(
        draft.pk, version=seen.version, fingerprint=seen.fingerprint, by=world.officer,
        register=world.register, clock=world.clock,
    )  # fmt: skip


def test_every_kind_of_question_has_one_tool() -> None:
    assert set(TOOLS) == set(Kind) == set(KINDS)


def test_when_it_is_due_comes_with_the_working_and_the_law(asks: Asks, case: Case) -> None:
    answer = asks("when is this due and why")
    assert "due on Tuesday 31 March 2026: 19 working days left" in texts(answer)
    assert "17 March 2026 (St Patrick’s Day)" in texts(answer)
    assert {("case", case.reference), ("provision", "FOIA s10(1)")} <= pages(answer)


def test_why_a_part_is_refused_is_told_in_the_words_on_record(
    world: World, asks: Asks, case: Case
) -> None:
    refuse(world, case, 2, ["FOIA s24(1)", "FOIA s31(1)(a)"])
    record_reasoning(
        case.pk, Grounds("FOIA s24(1)", harm="Plots would be helped by single figures."),
        version=0, by=world.officer, register=world.register, clock=world.clock,
    )  # fmt: skip
    answer = asks("why is question 2 refused")
    assert "Part 2: refused under FOIA s24(1) and FOIA s31(1)(a)." in texts(answer, Sort.FACT)
    assert "Plots would be helped by single figures." in texts(answer, Sort.QUOTE)
    assert "The unit keeps one table." in texts(answer, Sort.QUOTE)
    assert "No reason is on record for FOIA s31(1)(a)" in texts(answer, Sort.GAP)
    assert ("reasons", case.reference, "foia-s24-1") in pages(answer)
    assert "has no part 12" in texts(asks("why is part 12 refused"), Sort.GAP)
    assert "has no part 12" in texts(asks("is part 12 held"), Sort.GAP)
    assert "has no part 12" in texts(asks("what does part 12 ask"), Sort.GAP)
    assert "has no part 12" in texts(asks("when is part 12 due"), Sort.GAP)


def test_what_is_missing_names_parts_searches_reasons_and_gaps(
    world: World, asks: Asks, case: Case
) -> None:
    refuse(world, case, 2, ["FOIA s24(1)"])
    assert "The response is not composed yet." in texts(asks("what is missing"))
    world.compose(case)
    answer = asks("what is missing")
    assert "Not decided: Part 1," in texts(answer, Sort.GAP)
    assert "No search is recorded: Part 1, Part 2" in texts(answer)
    assert "For FOIA s24(1): what would follow" in texts(answer)
    assert "gaps to fill" in texts(answer)
    case.state = "not_a_request"
    case.save()
    assert "closed as not a request" in texts(asks("what is missing"))


def test_whether_it_is_held_rests_on_the_searches(world: World, asks: Asks, case: Case) -> None:
    record_search(
        case.parts.get(position=1).pk, where="Case system", who="Olwen Price", terms="prevent",
        made_on=date(2026, 3, 3), result="Three totals", by=world.officer, clock=world.clock,
    )  # fmt: skip
    answer = asks("is part 1 held?")
    assert "not recorded yet" in texts(answer, Sort.GAP)
    assert "by Olwen Price: Case system, for “prevent”. Result: Three totals" in texts(answer)
    assert "Olwen Price" in texts(asks("who did the searches"))


def test_whose_case_it_is_and_the_page_that_assigns_it(
    world: World, asks: Asks, case: Case
) -> None:
    answer = asks("whose case is it")
    assert "Nobody is assigned" in texts(answer)
    assert ("assign", case.reference) in pages(answer)
    assign_case(
        case.pk, version=case.version, officer=world.officer, by=world.supervisor, clock=world.clock
    )
    assert "The case is olwen’s." in texts(asks("whos dealing with this"))
    assert "1 case: not answered yet, yours." in texts(asks("my cases", of=None))
    assert "1 case: not answered yet, olwen’s." in texts(
        asks("how many cases does olwen have", of=None)
    )
    assert "No cases" in texts(asks("unassigned cases", of=None))


def test_who_the_requester_is_is_never_kept_with_the_answer(asks: Asks, case: Case) -> None:
    answer = asks("who is the requester")
    assert [block.text for block in answer if block.sort is Sort.IDENTITY] == ["name", "address"]
    assert "Carter" not in str(AskedQuestion.objects.get().blocks)
    elsewhere = asks(f"who is the requester of {case.reference}", of=None)
    assert Sort.IDENTITY not in {block.sort for block in elsewhere}
    assert ("ask-case", case.reference) in pages(elsewhere)
    case.requester.delete()
    assert "Nothing is on record" in texts(asks("who is the requester"))


def test_what_the_requester_wrote_is_looked_up_and_never_copied(
    world: World, asks: Asks, case: Case
) -> None:
    assert "No reply is filed" in texts(asks("has the requester replied"))
    reply = world.deliver(
        mail("When will I hear from you?", message_id="<r@example.org>",
             in_reply_to="<request-1@example.org>")
    )  # fmt: skip
    answer = asks("has the requester replied")
    assert "1 reply is filed" in texts(answer)
    assert ("message", reply.pk) in pages(answer)
    assert "hear from you" not in str(AskedQuestion.objects.values_list("blocks"))
    assert "No reply" in texts(asks("any reply from the requester on 1 january 2020"))


def test_who_approved_and_sent_is_read_from_the_letters(
    world: World, asks: Asks, case: Case
) -> None:
    assert "No letter has been approved" in texts(asks("who approved the last letter"))
    approve(world, case, "acknowledgement")
    answer = asks("who approved the last letter")
    assert "The acknowledgement was approved by olwen on 3 March 2026, 10:00." in texts(answer)
    assert "It waits to leave." in texts(answer)
    assert "No response has been approved" in texts(asks("who approved the response"))
    assert "Draft composed" in texts(asks("who drafted this"))
    assert "Nothing like that" in texts(asks("who changed part 2"))


def test_what_changed_says_which_days_were_read(world: World, asks: Asks, case: Case) -> None:
    answer = asks("what changed since yesterday")
    assert "What happened since 2 March 2026" in texts(answer)
    assert "Case opened (by machine)" in texts(answer)
    assert ("history", case.reference) in pages(answer)
    assert "Nothing is recorded" in texts(asks("what happened last year"))
    assert "from 1 January 2025 to 31 December 2025" in texts(asks("what happened last year"))


def test_a_letter_is_proposed_and_never_begun(world: World, asks: Asks, case: Case) -> None:
    before = (Draft.objects.count(), Event.objects.count())
    answer = asks("draft a clarification for question 2")
    (button,) = [block for block in answer if block.sort is Sort.PROPOSAL]
    assert button.text.startswith("Begin the request for clarification for part 2")
    assert ("begin-letter", case.reference, "clarification") in pages(answer)
    assert "animal rights activism" in texts(answer, Sort.QUOTE)
    assert ("draft", case.reference, "response") in pages(asks("draft a refusal for part 3"))
    assert "does not fit" in texts(asks("draft the outcome of the review"))
    assert ("write-letter", case.reference) in pages(asks("draft a letter"))
    for asked in ("assign this to sam", "approve the response", "reopen this case",
                  "how do i record a search", "mark this as not a request"):  # fmt: skip
        asks(asked)
    assert (Draft.objects.count(), Event.objects.count()) == before


def test_a_step_that_the_workflow_has_not_now_is_not_proposed(asks: Asks) -> None:
    answer = asks("reopen this case")
    assert "not possible while the case is open" in texts(answer, Sort.GAP)
    assert Sort.PROPOSAL not in {block.sort for block in answer}


def test_earlier_answers_are_quoted_with_their_outcome(asks: Asks) -> None:
    for asked in ("have we answered this before", "have we answered question 1 before"):
        answer = asks(asked)
        assert "disclosed in part under FOIA s24(1) and FOIA s31(1)(a)" in texts(answer)
        assert PRECEDENT.text.strip() in texts(answer, Sort.QUOTE)
        assert ("document", PRECEDENT.ident) in pages(answer)
    found = asks("find responses about prevent referrals", of=None)
    assert ("document", PRECEDENT.ident) in pages(found)
    assert "Name the subject" in texts(asks("have we answered this before", of=None))
    nothing = asks("have we answered anything about submarines before", of=None)
    assert [block.sort for block in nothing] == [Sort.GAP]


def test_exemptions_are_counted_over_responses_and_cases_of_the_period(
    world: World, asks: Asks, case: Case
) -> None:
    refuse(world, case, 2, ["FOIA s24(1)"])
    answer = asks("which exemptions did we use for Prevent referrals since 2022", of=None)
    said = texts(answer)
    assert "1 of 1 earlier responses about “prevent referrals” since 1 January 2022" in said
    assert "FOIA s31(1)(a): 1 response." in said
    assert "FOIA s24(1): 1 part of cases about “prevent referrals”" in said
    assert {("document", PRECEDENT.ident), ("case", case.reference)} <= pages(answer)
    late = asks("which exemptions did we use for prevent referrals in 2019", of=None)
    assert [block.sort for block in late] == [Sort.GAP]
    cited = asks("how often did we use s.24 since 2020", of=None)
    assert "1 earlier response relied on FOIA s24" in texts(cited)
    assert "1 case relies on FOIA s24" in texts(cited)
    assert "No earlier response relied on FOIA s38" in texts(
        asks("how often did we use s38", of=None)
    )


LAW = (
    ("what must a s.24 refusal show", "required for the purpose of", "FOIA s24(1)"),
    ("what must a s.24 refusal show", "what tips the balance", "FOIA s17(1)(b)"),
    ("what must a s.31 refusal show", "It is claimed together with", "FOIA s31"),
    ("what must a s.12 refusal show", "appropriate limit", "FOIA s17(5)"),
    ("what must a reg 12(5)(b) refusal show", "adversely affect", "EIR reg 14(3)"),
    ("s.40(2)", "Personal information: of somebody else", "FOIA s40(2)"),
    ("what is s.20", "not in the register", ""),
    ("difference between s.30 and s.31", "cannot both be claimed", "FOIA s30"),
    ("difference between s.40 and s.42", "names no conflict", "FOIA s42"),
    ("how is s.31 different", "to compare, name two", ""),
    ("how long do we have for a review", "within 20 working days", "FOIA s45"),
    ("how long for an eir review", "within 40 working days", "EIR reg 11(4)"),
    ("how long do we have under the eir", "within 20 working days", "EIR reg 5(2)"),
    ("time limit for clarification", "Further information reasonably required", "FOIA s1(3)"),
    ("can we refuse on cost", "18 hours at £25 an hour", "FOIA s12(1)"),
)


def test_the_law_is_told_from_the_register(world: World, ask_of: Asks) -> None:
    for question, said, page in LAW:
        answer = ask_of(None, question)
        assert said in texts(answer), question
        assert not page or ("provision", page) in pages(answer), question


def test_cost_of_a_case_is_its_own_estimate(world: World, asks: Asks, case: Case) -> None:
    assert ("estimate", case.reference) in pages(asks("can we refuse on cost"))
    record_estimate(
        case.pk,
        [EstimateRow("locating", "Looking through 400 paper files", Decimal(20))],
        version=0,
        by=world.officer,
        clock=world.clock,
    )
    assert "20 hours, £500, over the limit" in texts(asks("can we refuse on cost"))
    case.regime = "EIR"
    case.save()
    environmental = asks("can we refuse on cost")
    assert "cost limit does not apply" in texts(environmental)
    assert ("provision", "FOIA s12(2)") not in pages(environmental)


def test_the_work_is_counted_by_what_is_asked(world: World, asks: Asks, case: Case) -> None:
    assert "No cases: not answered yet, overdue." in texts(
        asks("how many cases are overdue", of=None)
    )
    world.clock.advance(timedelta(days=60))
    late = asks("whats overdue", of=None)
    assert "1 case: not answered yet, overdue." in texts(late)
    assert "overdue by" in texts(late)
    assert ("case", case.reference) in pages(late)
    received = asks("how many requests did we get in march 2026", of=None)
    assert "1 case: received from 1 March 2026 to 31 March 2026." in texts(received)
    assert "under the EIR" in texts(asks("how many open eir cases", of=None))
    assert "relying on FOIA s31" in texts(asks("cases using s31", of=None))
    assert "0 messages are held" in texts(asks("how many held messages", of=None))


def test_a_case_is_named_by_its_reference(world: World, asks: Asks, case: Case) -> None:
    answer = asks(f"when is {case.reference} due", of=None)
    assert "due on Tuesday 31 March 2026" in texts(answer)
    assert AskedQuestion.objects.latest("pk").case == case
    other = world.case(
        mail("Please send me the river patrol policy.", message_id="<2@example.org>")
    )
    led = asks(f"when is {other.reference} due")
    assert ("ask-case", other.reference) in pages(led)
    assert "There is no case FOI-1999-00001." in texts(asks("when is FOI-1999-00001 due"))
    assert "about one case" in texts(asks("when is it due", of=None))


def test_what_is_not_understood_is_not_answered(asks: Asks) -> None:
    answer = asks("should we refuse part 3 about prevent referrals")
    offered = [block for block in answer if block.sort is Sort.PROPOSAL]
    assert len(offered) == 3
    assert "do not guess" in answer[0].text
    assert ("document", PRECEDENT.ident) in pages(answer)
    assert AskedQuestion.objects.get().kinds == []
    assert len([b for b in asks("asdf qwer", of=None) if b.sort is Sort.PROPOSAL]) == 3


def test_a_question_is_refused_to_auditors_strangers_and_when_it_is_none(
    world: World, asks: Asks, case: Case
) -> None:
    auditor, _ = add_user(
        username="ada", password=PASSWORD, role="auditor", authority=world.authority
    )
    stranger = User.objects.create(username="nobody", role="officer")
    with pytest.raises(NotAllowed, match="Auditors read"):
        asks("when is it due", by=auditor)
    with pytest.raises(NotAllowed, match="does not belong to an authority"):
        asks("when is it due", by=stranger)
    with pytest.raises(NotAllowed, match="Enter a question"):
        asks("   ")
    with pytest.raises(NotAllowed, match="at most"):
        asks("due " * 400)
    world.officer.authority = None
    world.officer.save()
    with pytest.raises(NotAllowed, match="does not belong to an authority"):
        asks("s24", of=None)
    assert not AskedQuestion.objects.exists()


def test_another_authoritys_case_is_not_there(world: World, asks: Asks, case: Case) -> None:
    council = type(world.authority).objects.create(
        slug="council", name="Northshire Council", regulator_name="R", regulator_address="A"
    )
    cyril, _ = add_user(username="cyril", password=PASSWORD, role="officer", authority=council)
    with pytest.raises(NotAllowed, match="no such case"):
        asks("when is it due", by=cyril)
    assert f"There is no case {case.reference}." in texts(
        asks(f"when is {case.reference} due", of=None, by=cyril)
    )
    for asked in ("how many open cases", "find responses about prevent referrals",
                  "which exemptions did we use for prevent referrals"):  # fmt: skip
        found = asks(asked, of=None, by=cyril)
        assert ("case", case.reference) not in pages(found)
        assert ("document", PRECEDENT.ident) not in pages(found)


def test_asking_changes_nothing_but_what_was_asked(asks: Asks, case: Case) -> None:
    before = Event.objects.filter(case=case).values_list("digest", flat=True).last()
    for row in KINDS.values():
        asks(row.example)
    assert Event.objects.filter(case=case).values_list("digest", flat=True).last() == before
    assert not Event.objects.filter(case=case, kind=EventKind.ASSIGNED).exists()
    assert AskedQuestion.objects.filter(case=case).count() == len(KINDS)
