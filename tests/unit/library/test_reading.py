"""What is read from earlier responses: the outcome, the sections relied on, and why."""

import pytest

from assistant.domain.library.reading import read_response
from tests.unit.library.responses import RESPONSES


@pytest.mark.parametrize("manner", RESPONSES)
def test_a_response_is_read_as_it_was_meant(manner: str) -> None:
    text, outcome, sections = RESPONSES[manner]
    found = read_response(text)
    assert found.outcome is outcome, [reason.rule for reason in found.reasons]
    assert set(found.sections) == set(sections)
