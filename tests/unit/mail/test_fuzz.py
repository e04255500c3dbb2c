"""T24 within a budget: `python -m tests.fuzz_mail --mutations 100000` is the long form."""

import pytest

from tests import environment
from tests.fuzz_mail import Failure, files_below, fuzz, own_samples

SECONDS = 8.0


@pytest.mark.slow
def test_our_own_samples_with_bytes_changed_by_chance_are_read() -> None:
    found = list(fuzz(own_samples(), mutations=20_000, seed=24, seconds=SECONDS))
    assert [each for each in found if isinstance(each, Failure)] == []
    assert found[-1] > 100  # type: ignore[operator]  # the last is the number read


@pytest.mark.slow
@pytest.mark.shared
def test_real_mail_with_bytes_changed_by_chance_is_read() -> None:
    folder = environment.SHARED / "data" / "mail"
    if not folder.is_dir():
        pytest.skip("the folder ../shared is not here")
    found = list(fuzz(files_below([folder]), mutations=20_000, seed=25, seconds=SECONDS))
    assert [each for each in found if isinstance(each, Failure)] == []
    assert found[-1] > 100  # type: ignore[operator]  # as above
