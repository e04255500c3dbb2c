"""Where lines join and sentences end."""

import pytest

from assistant.domain.request.sentences import continues, is_unfinished, is_wrapped, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def test_sentences_end_at_stops_before_white_space() -> None:
    assert split("One. Two? Three! Four") == ["One.", "Two?", "Three!", "Four"]


@pytest.mark.parametrize(
    "text",
    [
        "Please ask Mr. Sample about it.",
        "Vehicles, e.g. Vans and lorries.",
        "It cost 1.5 million.",
        "See no. 5 of the list.",
        "I asked for vans etc. in May.",
    ],
)
def test_abbreviations_and_figures_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_firm_name_may_end_a_sentence() -> None:
    assert len(split("Please list payments to Sample Ltd. Please list payments to others.")) == 2


def test_a_line_goes_on_where_its_sentence_is_open() -> None:
    assert continues("the number of vans and", "Lorries in use", wrapped=False)
    assert continues("the number of vans", "in use", wrapped=False)
    assert not continues("How many vans?", "Who drives them?", wrapped=False)
    assert not continues("Please provide:", "the number of vans", wrapped=False)


def test_a_full_line_goes_on_only_in_a_wrapped_text() -> None:
    full = "Please send me the minutes of the meetings that the council held with the"
    assert continues(full[:-4] + " x", "Northport Trust in May", wrapped=True)
    assert not continues(full[:-4] + " x", "Northport Trust in May", wrapped=False)
    assert is_wrapped([full, "trust in May"])
    assert not is_wrapped(["How many vans?", "Who drives them?"])


def test_a_broken_off_sentence_is_seen() -> None:
    assert is_unfinished("please confirm if")
    assert not is_unfinished("please confirm the title")
