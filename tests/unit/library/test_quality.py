"""How far an earlier response can be trusted, by the checks of letters."""

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.domain.case import Outcome
from assistant.domain.library.elements import Element, elements_of
from assistant.domain.library.quality import COSTS, quality
from assistant.domain.library.reading import read_response
from tests.unit.library.responses import letter

REGISTER = load_register(knowledge_folder("law"))
REFUSAL = (
    "Dear Ms Hale,\n\nThis letter is a refusal notice under section 17(1) of the Freedom of "
    "Information Act 2000. We are withholding the report under section {} of the Act.\n"
)


def shipped(name: str) -> str:
    text = (knowledge_folder("responses") / name).read_text(encoding="utf-8")
    return text.split("---", 2)[2]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in knowledge_folder("responses").glob("*.md"))
)
def test_the_sample_responses_have_no_fault(name: str) -> None:
    text = shipped(name)
    found = quality(text, REGISTER, outcome=read_response(text).outcome)
    assert (found.score, found.findings, found.quotable) == (1.0, (), True)


def test_a_refusal_without_reasons_or_rights_scores_low_and_is_not_quotable() -> None:
    found = quality(REFUSAL.format("31"), REGISTER, outcome=Outcome.REFUSED)
    assert found.score < 0.5
    assert not found.quotable
    assert {"subsection-missing", "review-missing"} <= {fault.rule for fault in found.faults}


def test_each_kind_of_fault_costs_once() -> None:
    found = quality(REFUSAL.format("31"), REGISTER, outcome=Outcome.REFUSED)
    expected = 1.0
    for severity in {finding.rule: finding.severity for finding in found.findings}.values():
        expected *= 1 - COSTS[severity]
    assert found.score == pytest.approx(expected, abs=0.001)
    assert len({fault.rule for fault in found.faults}) == len(found.faults)


def test_what_stands_for_a_masked_name_is_no_fault() -> None:
    masked = letter("There were 214.").replace("Ms Hale", "[REQUESTER]")
    unfinished = letter("There were [insert number].")
    assert "placeholder" not in {each.rule for each in quality(masked, REGISTER).faults}
    assert "placeholder" in {each.rule for each in quality(unfinished, REGISTER).faults}


def test_a_refusal_is_asked_for_its_elements_and_a_disclosure_for_none() -> None:
    found = elements_of(shipped("prevent-referrals.md"), Outcome.REFUSED, REGISTER)
    assert found == dict.fromkeys(Element, True)
    bare = elements_of(REFUSAL.format("31"), Outcome.REFUSED, REGISTER)
    assert bare[Element.STATES_REFUSAL] is True
    assert bare[Element.INTERNAL_REVIEW_HOW] is False
    assert bare[Element.NAMES_SUBSECTION] is False
    assert elements_of(letter("214."), Outcome.DISCLOSED_FULL, REGISTER) == {}
