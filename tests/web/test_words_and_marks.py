"""Every value of every vocabulary has a name, and marking a text changes none of its words."""

import html
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import EventKind, Held, Outcome, ReceiptBasis, State
from assistant.domain.event_words import event_words
from assistant.domain.law.acts import Basis, Need, ProvisionKind, Regime, Standing
from assistant.domain.law.citations import Act
from assistant.domain.letters.blocks import BlockKind, LetterKind
from assistant.store.models import LibraryDocument, Message, Outbox, Passage, RequestPart
from assistant.web import words
from assistant.web.library_text import with_places
from assistant.web.request_text import Mark, disjoint, marked, part_name
from assistant.web.templatetags.foi import as_date, named

MARKS = st.lists(
    st.builds(Mark, st.integers(0, 40), st.integers(0, 40), st.just("Part 1"), st.just("/there/"))
)


def test_every_value_has_a_name() -> None:
    assert set(words.STATES) == {each.value for each in State}
    assert set(words.STAGES) == set(Outbox.Stage.values)
    assert set(words.DISPOSITIONS) == set(Message.Disposition.values)
    assert set(words.BLOCKS) == {each.value for each in BlockKind}
    assert set(words.LETTERS) == {each.value for each in LetterKind}
    assert set(words.RECEIPTS) == {each.value for each in ReceiptBasis}
    assert set(dict(words.HELD)) == {each.value for each in Held}
    assert set(dict(words.OUTCOMES)) == {each.value for each in Outcome}
    assert set(dict(words.ACTS)) == {each.value for each in Act}
    assert set(words.PROVISION_KINDS) == {each.value for each in ProvisionKind}
    assert set(words.STANDINGS) == {each.value for each in Standing}
    assert set(words.BASES) == {each.value for each in Basis}
    assert set(words.NEEDS) == set(Need)
    assert set(dict(words.REGIMES)) == {each.value for each in Regime}
    assert all("_" not in event_words(each.value) for each in EventKind)


@given(st.text(max_size=40), MARKS)
def test_marking_leaves_every_character_of_the_text(text: str, marks: list[Mark]) -> None:
    page = marked(text, marks)
    without_names = re.sub(r'<a class="[^"]*" href="/there/">Part 1</a> ', "", page)
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", without_names)) == html.unescape(
        html.escape(text)
    )


@given(MARKS)
def test_marks_never_overlap(marks: list[Mark]) -> None:
    kept = disjoint(marks, 30)
    assert all(mark.start < mark.end <= 30 for mark in kept)
    assert all(a.end <= b.start for a, b in pairwise(kept))


def test_what_stands_in_a_mark_is_escaped() -> None:
    page = marked("<b>1. Who?</b>", [Mark(3, 10, "<Part>", "/x?a&b")])
    assert "&lt;Part&gt;" in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


@given(st.text(max_size=30), st.lists(st.integers(0, 40), max_size=4))
def test_places_in_a_document_leave_its_words_alone(text: str, starts: list[int]) -> None:
    document = LibraryDocument(ident="d")
    passages = [Passage(document=document, ident=f"d#{at}", start=at, end=at) for at in starts]
    page = with_places(text, passages)
    assert html.unescape(re.sub(r'<span id="[^"]*"></span>', "", page)) == html.unescape(
        html.escape(text)
    )


def test_a_part_is_called_by_its_key_or_its_place() -> None:
    assert part_name(RequestPart(key="3(a)", position=5, label="a")) == "Part 3(a)"
    assert part_name(RequestPart(key="p4", position=4)) == "Part 4"


def test_a_date_of_a_json_column_is_read_or_left_out() -> None:
    assert str(as_date("2026-03-02")) == "2026-03-02"
    assert as_date("2026-02-31") is None
    assert as_date(None) is None


def test_a_value_nobody_named_is_still_readable() -> None:
    assert named("quite_new", "outcome") == "Quite new"
    assert named(None, "outcome") == ""
