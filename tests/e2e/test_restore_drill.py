"""A small restore drill: `make restore-drill` is the long form, and knows PostgreSQL too."""

from pathlib import Path

import pytest

from tests.dovecot import Dovecot
from tests.e2e.restore_drill import drill

pytestmark = [pytest.mark.dovecot, pytest.mark.slow, pytest.mark.timeout(300)]


def test_after_a_restore_nothing_is_lost_and_nothing_leaves_twice(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    figures = drill(tmp_path, dovecot, messages=18)

    assert not figures.faults, figures.table
    assert (figures.messages, figures.cases, figures.left_twice) == (18, 6, 0)
    assert figures.shown_on_their_case > 0
