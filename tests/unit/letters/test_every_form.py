"""Whatever letter the assistant composes: every form of it says the same words."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from inscriptis import get_text

from assistant.adapters.typesetter import DocumentTypesetter
from assistant.domain.case import CasePart
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.html_mail import html_letter
from assistant.domain.letters.kinds import KindOfLetter
from assistant.domain.letters.render import render_text
from assistant.domain.letters.structure import Heading, structure_of, words
from assistant.ports import Particulars
from tests.contract.test_typesetter import docx_words, pdf_words
from tests.unit.letters.test_kinds import EACH, NAMES, answers, letter
from tests.unit.letters.test_response_properties import composed, requests
from tests.unit.letters.texts import bare

TYPESETTER = DocumentTypesetter(None, "Libertinus Serif", None)
ABOUT = Particulars("A letter", date(2026, 1, 8), approved=True)


def assert_every_form_says(draft: Draft) -> None:
    said = bare(draft.text)
    elements = structure_of(draft)
    assert bare(" ".join(words(elements))) == said
    assert bare(render_text(draft)) == said
    assert bare(get_text(html_letter(elements, "A letter"))) == said
    assert bare(" ".join(docx_words(TYPESETTER.docx(elements, ABOUT)))) == said
    assert bare(" ".join(pdf_words(TYPESETTER.pdf(elements, ABOUT)))) == said


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
@pytest.mark.parametrize("given_of", [answers, lambda row: None], ids=["filled", "gaps"])
def test_every_kind_of_letter_has_the_same_words_in_every_form(
    row: KindOfLetter, regime: Regime, given_of: Callable[[KindOfLetter], dict[str, str] | None]
) -> None:
    assert_every_form_says(letter(row.kind, regime, given=given_of(row)))


@given(given_parts=requests())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_response_has_the_same_words_in_every_form(
    given_parts: tuple[Regime, Sequence[CasePart]],
) -> None:
    regime, parts = given_parts
    assert_every_form_says(composed(regime, list(parts)))


@pytest.mark.parametrize(("row", "regime"), EACH, ids=NAMES)
def test_every_letter_has_one_heading_of_its_own_and_no_sentence_is_one(
    row: KindOfLetter, regime: Regime
) -> None:
    draft = letter(row.kind, regime, given=answers(row))
    found = [each for each in structure_of(draft) if isinstance(each, Heading)]
    assert [each.level for each in found].count(1) == 1
    assert not [each.text for each in found if each.text.endswith((".", "?", ":"))]
    assert not [each.text for each in found if "Officer to supply" in each.text]
