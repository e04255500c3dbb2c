"""The marked letters of tests/masking_set: what is found of their personal data, and what besides.

The floors are a little under what was measured; bench/README.md has the figures.
"""

import pytest

from bench.masking import MAIN, Figures, letters, measure

FLOORS = {
    "name": 0.95, "email": 0.97, "phone": 0.97, "address": 0.88, "postcode": 0.95, "vehicle": 0.94,
    "date_of_birth": 0.89, "ni_number": 0.99,
}  # fmt: skip
MARKED = tuple(letters())


@pytest.fixture(scope="module", params=[True, False], ids=["context known", "context withheld"])
def figures(request: pytest.FixtureRequest) -> Figures:
    return measure(MARKED, known=request.param)


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_personal_data_of_each_kind_is_found(figures: Figures, kind: str) -> None:
    assert figures.recall(kind) >= FLOORS[kind]


def test_names_mail_phones_and_addresses_are_found(figures: Figures) -> None:
    assert figures.recall(*MAIN) >= 0.945


def test_few_masks_stand_where_nothing_is_personal(figures: Figures) -> None:
    assert figures.false_per_letter <= 1.0
    assert figures.over / figures.outside <= 0.03


def test_letters_with_nothing_to_mask_keep_nearly_all_their_words() -> None:
    clean = measure([each for each in MARKED if each.group == "clean"], known=False)
    assert clean.false_per_letter <= 3.0
