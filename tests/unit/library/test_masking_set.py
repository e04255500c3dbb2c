"""The sets of marked letters: what is found of their personal data, and what is masked besides.

The floors are a little under what was measured; bench/README.md has the figures.
"""

import hashlib

import pytest

from bench.masking import MAIN, SETS, TESTS, Figures, letters, measure

FLOORS = {
    "name": 0.97, "email": 0.98, "phone": 0.98, "address": 0.93, "postcode": 0.98, "vehicle": 0.94,
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
    assert figures.recall(*MAIN) >= 0.97


def test_few_masks_stand_where_nothing_is_personal(figures: Figures) -> None:
    assert figures.false_per_letter <= 1.0
    assert figures.over / figures.outside <= 0.03


def test_letters_with_nothing_to_mask_keep_nearly_all_their_words() -> None:
    clean = measure([each for each in MARKED if each.group == "clean"], known=False)
    assert clean.false_per_letter <= 2.5


@pytest.mark.parametrize(("which", "least"), [("two", 0.96), ("three", 0.97), ("four", 0.985)])
def test_the_other_sets_are_found_as_well_with_few_masks_in_vain(which: str, least: float) -> None:
    measured = measure(tuple(letters(which)), known=True)
    assert measured.recall(*MAIN) >= least
    assert measured.false_per_letter <= 1.5


@pytest.mark.parametrize("which", SETS)
def test_no_letter_of_a_set_was_changed_after_it_was_measured(which: str) -> None:
    folder = TESTS / SETS[which][0]
    for line in (folder / "SHA256").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
