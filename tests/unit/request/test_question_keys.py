"""The keys by which officers call the parts of a request."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.request.part import Part
from assistant.domain.request.questions import key_of


def part(label: str = "", parent: str = "") -> Part:
    return Part(label=label, parent=parent, start=0, end=1, text="x")


def test_a_labelled_part_is_called_by_its_path() -> None:
    assert key_of([part("1"), part("a", "3"), part("ii", "3(a)")]) == ("1", "3(a)", "3(a)(ii)")


def test_a_rider_is_called_second_after_its_part_and_first_under_a_heading() -> None:
    assert key_of([part("2"), part("", "2")]) == ("2", "2 (second)")
    assert key_of([part("a", "3"), part("", "3")]) == ("3(a)", "3 (first)")


def test_a_label_used_twice_is_told_apart() -> None:
    assert key_of([part("1"), part("1"), part("1")]) == ("1", "1 (second)", "1 (third)")


def test_a_part_without_any_label_is_called_by_its_place() -> None:
    assert key_of([part("1"), part(), part()]) == ("1", "p2", "p3")


def test_the_tenth_of_a_name_is_counted_in_figures() -> None:
    assert key_of([part("1")] * 10)[-1] == "1 (no. 10)"


@given(
    st.lists(
        st.builds(
            part,
            st.sampled_from(["", "1", "a", "p2", "1 (second)"]),
            st.sampled_from(["", "1", "p2"]),
        )
    )
)
def test_keys_are_unique_and_one_for_each_part(parts: list[Part]) -> None:
    keys = key_of(parts)
    assert len(keys) == len(parts) == len(set(keys))
    assert all(keys)
