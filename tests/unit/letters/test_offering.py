"""What a model may use for a part: facts, fitting passages, free wording; nothing undecided."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.frame import desk_of
from assistant.domain.letters.offering import Offer, offers
from assistant.domain.letters.wording import Wording, WordingKind, Wordings
from tests.unit.letters.samples import CONTEXT, REGISTER, WORDINGS

PART = CasePart("1", "1", "How many vans?", Held.HELD, Outcome.DISCLOSED_FULL, facts="45 vans.")
PASSAGE = EvidencePassage(
    "p", "1", "Vans", None, 0.9, "Vans are washed.", 5, 21, "1", "", "approved wording"
)


def own(ident: str, text: str, **changes: object) -> Wording:
    given: dict[str, object] = {"kind": WordingKind.PART, "section": ""} | changes
    return Wording(
        id=ident,
        version="1",
        title="",
        owner="",
        review_by=date(2027, 1, 1),
        regime="any",
        text=text,
        **given,  # type: ignore[arg-type]  # fields by name
    )


def offered(
    part: CasePart, *wordings: Wording, passages: tuple[EvidencePassage, ...] = (PASSAGE,)
) -> tuple[Offer, ...]:
    every = Wordings([*WORDINGS, *wordings])
    return offers(part, passages, desk_of(CONTEXT, every, REGISTER, [part]))


def test_facts_and_passages_of_the_part_are_offered() -> None:
    found = offered(PART)
    assert [(each.ident, each.kind) for each in found] == [
        ("case:facts:1", "fact"),
        ("p", "passage"),
    ]
    assert found[0].origin.is_fact
    assert found[1].origin.source.start == 5


def test_shipped_wording_is_placed_by_the_composer_and_not_offered() -> None:
    assert not [each for each in offered(PART) if each.kind == "wording"]


@pytest.mark.parametrize(
    ("wording", "is_offered"),
    [
        (own("our-fleet", "{authority} says more of its fleet on its website."), True),
        (own("of-you", "Dear {requester}, more is on our website."), False),
        (own("to-fill", "More is at {holder: who holds it}."), False),
        (own("outcome-other-thing", "More is on our website."), False),
        (own("why-vans", "More is on our website.", kind=WordingKind.WHY), False),
        (own("of-a-section", "More is on our website.", section="FOIA s31"), False),
    ],
)
def test_the_authoritys_own_wording_is_offered_where_nothing_has_to_be_filled_in(
    wording: Wording,
    is_offered: bool,  # noqa: FBT001 - pytest gives it by its name
) -> None:
    found = {each.ident: each for each in offered(PART, wording)}
    assert (wording.id in found) is is_offered
    if is_offered:
        assert "{" not in found[wording.id].text


@pytest.mark.parametrize(
    "part",
    [replace(PART, outcome=None), replace(PART, held=Held.NOT_HELD)],
    ids=["undecided", "contradicting"],
)
def test_nothing_is_offered_before_the_decision_stands(part: CasePart) -> None:
    assert offered(part) == ()


def test_templates_and_passages_of_other_parts_are_not_offered() -> None:
    others = (replace(PASSAGE, text="Dear [name], no."), replace(PASSAGE, part_key="2"))
    assert [each.kind for each in offered(PART, passages=others)] == ["fact"]
