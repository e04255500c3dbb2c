"""What the library keeps of a response: masked, read, cut, and known by its content."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.library.entries import LONGEST, content_sha256, entry_of, why_unfit
from assistant.domain.library.precedents import Precedent

APART = Precedent(
    ident="FOI 1/24: owls", title="Owls", request="How many owls? ada@mail.example",
    text="Dear Ada Quince,\n\nWe own 7 owls.", people=("Ada Quince",),
)  # fmt: skip


def test_request_and_response_stand_below_headings_and_are_passages() -> None:
    entry = entry_of(APART)
    assert [(cut.kind.value, entry.text[cut.start : cut.end]) for cut in entry.passages] == [
        ("request", "How many owls? [email]"),
        ("answer", "We own 7 owls."),
    ]
    assert entry.ident == "FOI-1-24-owls"


def test_what_is_searched_is_masked_and_the_original_kept_apart_with_the_places() -> None:
    entry = entry_of(APART)
    assert "Quince" not in entry.text
    assert "ada@" not in entry.request
    assert entry.original.text == APART.text
    (start, end, kind) = entry.original.masks["text"][0]
    assert APART.text[int(start) : int(end)] == "Ada Quince"
    assert kind == "name"


def test_wrapping_makes_no_other_content_and_another_request_does() -> None:
    assert content_sha256("We own\n7 owls.") == content_sha256("We own 7 owls. ")
    assert content_sha256("None.", "How many owls?") != content_sha256("None.", "How many cats?")


def test_what_a_file_declares_goes_before_what_is_read() -> None:
    declared = Precedent(
        "a", "A", "Section 40 applies.", outcome="refused", sections=("FOIA s40(2)",)
    )
    assert entry_of(declared).sections == ("FOIA s40(2)",)
    assert entry_of(Precedent("a", "A", "Text", outcome="nothing known")).outcome == "other"


def test_a_text_without_words_or_longer_than_any_letter_is_unfit() -> None:
    assert why_unfit(Precedent("a", "A", " \n\x00 "))
    assert why_unfit(Precedent("a", "A", "x" * (LONGEST + 1)))


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=60))
def test_any_words_make_an_entry_that_a_database_can_keep(
    text: str, request: str, ident: str
) -> None:
    entry = entry_of(Precedent(ident, ident, "x" + text, request=request, source=text))
    for kept in (entry.text, entry.request, entry.title, entry.source, entry.ident):
        assert "\x00" not in kept
        assert kept.encode().decode() == kept
    assert 0 < len(entry.ident) <= 80
    assert "/" not in entry.ident
    assert all(entry.text[each.start : each.end] == each.text for each in entry.passages)
