"""The sample responses that are shipped are good examples: they pass the checks themselves."""

from pathlib import Path

import frontmatter
import pytest

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import LetterFacts, check
from tests.unit.letters.samples import KNOWLEDGE, REGISTER

FILES = sorted((KNOWLEDGE / "responses").glob("*.md"))


def test_there_are_responses_to_learn_from() -> None:
    assert len(FILES) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_response_passes_the_checks(path: Path) -> None:
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    facts = LetterFacts(
        regime=Regime.EIR if post["reference"].startswith("EIR") else Regime.FOI,
        authority=post["authority"],
        outcome=Outcome(post["outcome"]),
        claimed=tuple(post["sections"]) or None,
        request=post.content.split("## Response")[0],
    )
    assert check(post.content, facts, REGISTER).findings == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_sections_stand_in_the_register(path: Path) -> None:
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    for section in post["sections"]:
        provision = REGISTER.find(section)
        assert provision is not None
        assert str(provision.citation) == section
