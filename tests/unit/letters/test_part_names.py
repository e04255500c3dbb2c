"""What the parts of a request are called in a letter, by what the requester called them."""

from assistant.domain.case import CasePart
from assistant.domain.letters.naming import part_names, parts_in_words
from assistant.domain.request.questions import key_of, segment
from tests.letters import PREVENT


def test_a_rider_is_named_by_the_part_it_follows() -> None:
    found = segment(PREVENT)
    parts = [
        CasePart(key, part.label, part.text, stem=part.stem)
        for key, part in zip(key_of(found), found, strict=True)
    ]
    names = part_names(parts)
    assert list(names.values()) == [
        "part 1",
        "part 2",
        "the question that follows part 2",
        "part 3(a)",
        "part 3(b)",
        "part 3(c)",
        "part 3(d)",
        "the question that follows part 3(d)",
    ]
    assert parts_in_words(["2", "2 (second)"], names) == (
        "part 2 and the question that follows part 2"
    )


def test_a_label_that_is_used_twice_keeps_its_rank() -> None:
    parts = [CasePart("1", "1", "1. Boats?"), CasePart("1 (second)", "1", "1. Dogs?")]
    assert list(part_names(parts).values()) == ["part 1", "part 1 (second)"]
