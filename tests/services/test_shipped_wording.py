"""Shipped wording in its rows: new versions retire old ones, and files that are gone go too."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.letters.wording import Wording, WordingKind, Wordings
from assistant.store import models
from assistant.store.wording import approved, take_shipped

pytestmark = pytest.mark.django_db

FIRST = Wording(
    "foia-26-1-a-why",
    "1",
    WordingKind.WHY,
    "FOIA s26(1)(a)",
    "Defence: why it applies",
    "Information Rights Manager",
    date(2027, 3, 31),
    "FOI",
    "The first text.",
)
OTHER = replace(FIRST, id="foia-26-1-b-why", section="FOIA s26(1)(b)")


def authority() -> models.Authority:
    return models.Authority.objects.create(name="Northshire Council")


def texts(of: models.Authority) -> dict[str, str]:
    return {wording.id: wording.text for wording in approved(of)}


def test_a_new_version_takes_the_place_of_the_old_and_a_changed_text_without_one_does_not() -> None:
    council = authority()
    assert take_shipped(Wordings([FIRST])) == 1
    assert take_shipped(Wordings([replace(FIRST, text="Changed in silence.")])) == 0
    assert texts(council) == {FIRST.id: "The first text."}
    assert take_shipped(Wordings([replace(FIRST, version="2", text="The second text.")])) == 1
    assert texts(council) == {FIRST.id: "The second text."}
    assert models.Wording.objects.filter(ident=FIRST.id).count() == 2


def test_wording_whose_file_is_gone_is_used_no_more_and_its_row_is_kept() -> None:
    council = authority()
    take_shipped(Wordings([FIRST, OTHER]))
    take_shipped(Wordings([OTHER]))
    assert set(texts(council)) == {OTHER.id}
    assert models.Wording.objects.filter(ident=FIRST.id).count() == 1
    take_shipped(Wordings([FIRST, OTHER]))
    assert set(texts(council)) == {FIRST.id, OTHER.id}


def test_an_authoritys_own_wording_for_a_provision_goes_before_what_was_shipped() -> None:
    council = authority()
    take_shipped(Wordings([FIRST]))
    models.Wording.objects.create(
        authority=council,
        ident="our-defence",
        version="1",
        kind=FIRST.kind.value,
        section=FIRST.section,
        regime=FIRST.regime,
        title=FIRST.title,
        owner=FIRST.owner,
        review_by=FIRST.review_by,
        text="Our own text.",
        status=models.Wording.Status.APPROVED,
    )
    take_shipped(Wordings([replace(FIRST, version="2")]))
    found = approved(council).for_section("FOIA s26(1)(a)", WordingKind.WHY)
    assert found is not None
    assert found.text == "Our own text."
