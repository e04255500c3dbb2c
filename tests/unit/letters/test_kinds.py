"""Every kind of letter: what it says, what it asks for, and that it invents nothing."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.case import CasePart, EventKind, Held, Outcome, Purpose, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.calendar import uk_calendar
from assistant.domain.letters.blocks import BlockKind, Draft, LetterKind
from assistant.domain.letters.checks import check
from assistant.domain.letters.compose_letter import compose_letter, independent_reviewer
from assistant.domain.letters.context import LetterContext
from assistant.domain.letters.dates import Standing, letter_dates
from assistant.domain.letters.fields import FIELDS, Form, Given
from assistant.domain.letters.kinds import KINDS, KindOfLetter, fitting
from assistant.domain.letters.steps import event_of, is_answer
from tests.unit.letters.samples import (
    CONTEXT,
    EIR_CONTEXT,
    NOW,
    REGISTER,
    WORDINGS,
    facts_of,
    filled,
    prevent_parts,
)

CALENDAR = uk_calendar(2024, 2028)
BEGUN = [row for row in KINDS.values() if row.begun_by_hand]
EACH = [(row, regime) for row in BEGUN for regime in sorted(row.regimes)]
NAMES = [f"{row.kind}-{regime}" for row, regime in EACH]


def context(regime: Regime = Regime.FOI, **changes: object) -> LetterContext:
    base = EIR_CONTEXT if regime is Regime.EIR else CONTEXT
    made = replace(base, regime=regime, **changes)  # type: ignore[arg-type]  # by name
    standing = Standing(
        regime,
        made.received_on,
        made.received_on,
        made.due_on,
        made.letter_date,
        message_on=date(2026, 1, 6),
        responded_on=date(2026, 1, 2),
        review_received_on=date(2026, 1, 5),
    )
    return replace(made, dates=letter_dates(standing, CALENDAR))


def letter(
    kind: str,
    regime: Regime = Regime.FOI,
    parts: list[CasePart] | None = None,
    given: dict[str, str] | None = None,
    **changes: object,
) -> Draft:
    supplied = Given(given or {}, "Priya Nair", NOW)
    return compose_letter(
        LetterKind(kind),
        context(regime, **changes),
        prevent_parts(None) if parts is None else parts,
        WORDINGS,
        REGISTER,
        supplied,
    )


def answers(row: KindOfLetter) -> dict[str, str]:
    """An answer to everything that a letter may ask."""
    found = dict.fromkeys(row.fields, "We looked at this with care.")
    found |= {name: "2 February 2026" for name in row.fields if FIELDS[name].form is Form.DAY}
    return found | ({"decision": "partly"} if "decision" in row.fields else {})


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
def test_every_letter_passes_the_checks_once_its_gaps_are_filled(
    row: KindOfLetter, regime: Regime
) -> None:
    parts = prevent_parts(None)
    draft = letter(row.kind, regime, parts)
    facts = replace(facts_of(context(regime), parts), outcome=row.outcome, claimed=None)
    assert check(filled(draft), facts, REGISTER).findings == ()


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
def test_a_letter_asks_for_nothing_that_its_form_does_not_offer(
    row: KindOfLetter, regime: Regime
) -> None:
    parts = [
        replace(part, sections=(), facts="We asked both teams.")
        for part in prevent_parts(Outcome.NOT_HELD, Held.NOT_HELD)
    ]
    draft = letter(row.kind, regime, parts, answers(row))
    assert [gap.text for gap in draft.gaps] == []


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
def test_every_sentence_stands_in_a_block_with_a_source(row: KindOfLetter, regime: Regime) -> None:
    draft = letter(row.kind, regime, given=answers(row))
    assert "".join(block.text for block in draft.blocks) == draft.text
    assert all(block.sources or block.kind is BlockKind.GAP for block in draft.blocks)
    assert not {block.kind for block in draft.blocks} & {BlockKind.GENERATED, BlockKind.QUOTE}
    assert draft.kind is row.kind


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
def test_every_date_comes_from_the_case_the_clock_or_the_officer(
    row: KindOfLetter, regime: Regime
) -> None:
    made = context(regime)
    known = {made.received_on, made.letter_date, made.due_on, *made.dates.known().values()}
    printed = {f"{day.day} {day:%B %Y}" for day in known if day}
    found = set(re.findall(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", letter(row.kind, regime).text))
    assert found <= printed


@pytest.mark.parametrize("row", BEGUN, ids=lambda row: row.kind)
def test_a_row_says_what_it_is_for_in_a_line_and_what_it_stands_on(row: KindOfLetter) -> None:
    assert row.purpose.endswith(".")
    assert "\n" not in row.purpose
    assert re.search(r"\b(?:FOIA|EIR|GDPR)\b", row.section)
    assert set(row.fields) <= set(FIELDS)
    assert len(row.fields) == len(set(row.fields))
    assert row.regimes
    assert row.states


def test_the_table_has_every_kind_once() -> None:
    assert list(KINDS) == sorted(KINDS, key=list(KINDS).index)
    assert set(KINDS) == set(LetterKind)


def test_only_letters_that_fit_the_regime_and_the_state_are_offered() -> None:
    open_foi = {row.kind for row in fitting(Regime.FOI, State.OPEN)}
    assert LetterKind.PIT_EXTENSION in open_foi
    assert LetterKind.EIR_EXTENSION not in open_foi
    assert LetterKind.RESPONSE not in open_foi
    open_eir = {row.kind for row in fitting(Regime.EIR, State.OPEN)}
    assert LetterKind.PIT_EXTENSION not in open_eir
    assert LetterKind.NOT_VALID not in open_eir
    closed = {row.kind for row in fitting(Regime.FOI, State.ANSWERED)}
    assert closed == {
        LetterKind.THANKS_REPLY,
        LetterKind.QUESTION_REPLY,
        LetterKind.COMPLAINT_REPLY,
        LetterKind.OTHER,
    }
    review = {row.kind for row in fitting(Regime.FOI, State.OPEN, Purpose.REVIEW)}
    assert review == {
        LetterKind.REVIEW_ACKNOWLEDGED,
        LetterKind.REVIEW_OUTCOME,
        LetterKind.THANKS_REPLY,
        LetterKind.OTHER,
    }


def test_the_outcome_answers_a_review_and_moves_no_request() -> None:
    outcome = LetterKind.REVIEW_OUTCOME
    assert event_of(outcome, "sent", Purpose.REVIEW) is EventKind.RESPONSE_SENT
    # One that was begun on a request before reviews were cases of their own.
    assert event_of(outcome, "sent", Purpose.REQUEST) is EventKind.LETTER_SENT
    assert is_answer("review_outcome", "review")
    assert not is_answer("review_outcome", "request")


def test_the_first_two_letters_have_composers_of_their_own() -> None:
    with pytest.raises(NotAllowed, match="comes with the case"):
        letter("response")


def test_an_extension_names_the_exemption_says_why_and_estimates_the_day_by_the_clock() -> None:
    parts = [replace(part, outcome=None, sections=("FOIA s31(1)(a)",)) for part in prevent_parts()]
    draft = letter("pit_extension", parts=parts)
    assert "notice under section 17(1) and (2) of FOIA" in draft.text
    assert "exempt under section 31(1)(a) of FOIA" in draft.text
    assert "We have not yet reached a decision on that." in draft.text
    assert "decision by 10 February 2026" in draft.text
    assert "outweighs the public interest in disclosing the information (section 2(2)(b)" in (
        draft.text
    )
    assert "We have concluded that, in all the circumstances" not in draft.text
    assert any("“would” where the harm" in gap.text for gap in draft.gaps)


def test_an_extension_answers_now_what_is_decided_and_promises_the_rest() -> None:
    first, second, third, *_ = prevent_parts(None)
    parts = [
        replace(first, sections=("FOIA s31(1)(a)",)),
        replace(second, outcome=Outcome.DISCLOSED_FULL, facts="2024: 12"),
        third,
    ]
    text = letter("pit_extension", parts=parts).text
    assert "2024: 12" in text
    assert "still working on this, and will answer it by 13 January 2026" in text
    assert text.count("We have not yet decided whether the public interest allows") == 1


def test_an_extension_of_confirming_or_denying_says_nothing_about_holding() -> None:
    parts = [
        replace(part, outcome=Outcome.NCND, sections=("FOIA s31(1)(a)",))
        for part in prevent_parts()
    ]
    text = letter("pit_extension", parts=parts).text
    assert "section 31(3) of FOIA" in text
    assert "section 2(1)(b) of FOIA" in text
    assert "section 2(2)(b)" not in text
    assert "holds this information" not in text


def test_an_extension_without_an_exemption_asks_for_it() -> None:
    gaps = [gap.text for gap in letter("pit_extension").gaps]
    assert any("each exemption that you are considering" in text for text in gaps)


def test_an_officer_may_estimate_another_day_than_the_clock() -> None:
    draft = letter("pit_extension", given={"decision_on": "20 January 2026"})
    assert "decision by 20 January 2026" in draft.text
    assert "10 February 2026" not in draft.text


def test_the_regulations_give_twenty_further_days_if_told_in_time() -> None:
    draft = letter("eir_extension", Regime.EIR)
    assert "our answer by 10 February 2026" in draft.text
    assert "which this letter does" in draft.text
    late = letter("eir_extension", Regime.EIR, letter_date=date(2026, 1, 20))
    assert "which this letter does" not in late.text
    assert any("no later than 40 working days" in gap.text for gap in late.gaps)


def test_a_fee_may_be_paid_for_three_months_or_sixty_working_days() -> None:
    written = date(2026, 1, 20)
    assert "by 19 April 2026" in letter("fees_notice", letter_date=written).text
    assert "by 7 April 2026" in letter("fees_notice", Regime.EIR).text


def test_a_request_is_closed_only_where_the_officer_says_when() -> None:
    assert "close it" not in letter("clarification").text
    given_day = letter("clarification", given={"close_on": "2 February 2026"}).text
    assert "not heard from you by 2 February 2026" in given_day


def test_the_only_part_of_a_request_is_the_one_to_be_clarified() -> None:
    only = prevent_parts(None)[:1]
    draft = letter("clarification", parts=only)
    assert "How many people did your officers refer to Prevent" in draft.text
    assert not any("which part" in gap.text for gap in draft.gaps)


@pytest.mark.parametrize("held", [Held.UNKNOWN, Held.HELD, Held.PARTLY])
def test_the_machine_never_says_that_nothing_is_held(held: Held) -> None:
    draft = letter("try_elsewhere", parts=prevent_parts(None, held))
    assert "does not hold" not in draft.text
    assert any("as a search found" in gap.text for gap in draft.gaps)


def test_what_a_search_did_not_find_is_said_not_to_be_held() -> None:
    parts = prevent_parts(Outcome.NOT_HELD, Held.NOT_HELD)
    assert "does not hold this information" in letter("try_elsewhere", parts=parts).text


def test_a_request_is_passed_on_only_with_agreement() -> None:
    assert any("agreed to the transfer" in gap.text for gap in letter("transfer").gaps)
    assert "without your agreement" in letter("try_elsewhere").text


def test_an_apology_says_how_late_it_is() -> None:
    late = letter("delay_apology", letter_date=date(2026, 1, 20))
    assert "by 13 January 2026, and did not. It is late by 5 working days." in late.text
    assert "section 50" in late.text
    one = letter("delay_apology", letter_date=date(2026, 1, 14))
    assert "late by 1 working day." in one.text
    ahead = letter("delay_apology").text
    assert "no later than 13 January 2026. We will not be able to answer by then" in ahead
    assert "late by" not in ahead


def test_a_reply_to_a_chaser_says_whether_the_answer_is_in_time() -> None:
    assert "It is within time: our answer is due by 13 January 2026." in letter("chaser_reply").text
    late = letter("chaser_reply", letter_date=date(2026, 1, 20)).text
    assert "late by 5 working days" in late
    assert "within time" not in late
    assert "internal review" in late
    stopped = letter("chaser_reply", due_on=None).text
    assert "not running at present" in stopped


def test_a_review_is_due_by_its_own_clock() -> None:
    assert "the outcome by 2 February 2026" in letter("review_acknowledged").text
    eir = letter("review_acknowledged", Regime.EIR).text
    assert "You will have it by 2 March 2026" in eir


@pytest.mark.parametrize(
    ("decision", "says", "changes"),
    [
        ("upheld", "We uphold our response.", False),
        ("partly", "We uphold our response in part.", True),
        ("overturned", "We do not uphold our response.", True),
    ],
)
def test_a_review_says_what_it_decided_and_what_follows(
    decision: str,
    says: str,
    changes: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    draft = letter("review_outcome", Regime.EIR, given={"decision": decision})
    assert says in draft.text
    assert ("What changes" in draft.text) is changes
    assert ("Regulation 11(5)" in draft.text) is changes
    assert "section 50" in draft.text.lower()


def test_a_late_review_apologises() -> None:
    assert "this outcome is late" not in letter("review_outcome").text
    late = letter("review_outcome", letter_date=date(2026, 2, 20)).text
    assert "You should have had it by 2 February 2026." in late


def test_nobody_reviews_what_they_decided() -> None:
    took_part = ["Priya Nair", "jo"]
    independent_reviewer(Given({"reviewer": "Joanna Field"}), took_part)
    independent_reviewer(Given({}), took_part)
    for name in ("priya  nair", "Ms Priya Nair , Head of Legal", "jo"):
        with pytest.raises(NotAllowed, match="took part in the decision"):
            independent_reviewer(Given({"reviewer": name}), took_part)


def test_ones_own_data_have_a_way_and_rights_of_their_own() -> None:
    text = letter("subject_access").text
    assert "Section 40(1) of FOIA" in text
    assert "Article 15 of the UK GDPR" in text
    assert "by 12 January 2026" in text
    assert "section 165 of the Data Protection Act 2018" in text
    settled = letter("subject_access", Regime.SAR).text
    assert "section 40(1)" not in settled.lower()
    assert "section 50" not in settled


def test_the_officers_words_carry_name_and_time_and_may_hold_braces() -> None:
    draft = letter("other", given={"text": "Please see {due_on} and {x: y}."})
    typed = [block for block in draft.blocks if block.kind is BlockKind.OFFICER]
    assert [block.text for block in typed] == ["Please see {due_on} and {x: y}.\n\n"]
    assert (typed[0].author, typed[0].at) == ("Priya Nair", NOW)


@given(
    kind=st.sampled_from([row.kind for row in BEGUN]),
    regime=st.sampled_from(list(Regime)),
    words=st.text(min_size=1, max_size=80),
    name=st.text(max_size=30),
)
@settings(max_examples=150, deadline=None)
def test_whatever_an_officer_supplies_stands_in_the_letter_as_it_is(
    kind: LetterKind, regime: Regime, words: str, name: str
) -> None:
    row = KINDS[kind]
    if regime not in row.regimes:
        regime = min(row.regimes)
    slot = row.asks[0]
    draft = letter(kind, regime, given={slot: words}, requester_name=name, subject=words)
    assert "".join(block.text for block in draft.blocks) == draft.text
    typed = [block.text for block in draft.blocks if block.kind is BlockKind.OFFICER]
    if words.strip() and kind is not LetterKind.PIT_EXTENSION:
        assert any(words.strip() in text for text in typed)
