import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.message import Span
from assistant.domain.mail.quoting import reply_spans
from tests.unit.mail.letters import letter

MINE = "Thank you, but the answer to question 2 is missing."
THEIRS = "Northshire Police holds 12 dogs. Do you need anything else?"

OUTLOOK = f"""{MINE}

From: Northshire Police <foi@northshire.police.example>
Sent: 01 May 2026 10:00
To: Ada Thorne
Subject: RE: Dogs

{THEIRS}
"""


def written(text: str, subject: str = "Re: Dogs", *, answers: bool = True) -> str:
    spans = reply_spans(text, subject, answers=answers)
    return "\n".join(text[span.start : span.end].strip() for span in spans)


HISTORIES = {
    "marked lines": f"{MINE}\n\nOn 1 May 2026, Northshire Police wrote:\n> {THEIRS}\n> Regards\n",
    "wrapped attribution": (
        f"{MINE}\n\nOn Fri, 1 May 2026 at 10:00, Northshire Police\n"
        f"<foi@northshire.police.example> wrote:\n\n> {THEIRS}\n"
    ),
    "marks without attribution": f"{MINE}\n\n> {THEIRS}\n> Regards\n",
    "attribution without marks": f"{MINE}\n\nOn 1 May 2026, Northshire Police wrote:\n\n{THEIRS}\n",
    "outlook": OUTLOOK,
    "outlook in bold": OUTLOOK.replace("From:", "*From:*").replace("Sent:", "*Sent:*"),
    "outlook below a rule": OUTLOOK.replace("From:", "________________________________\nFrom:"),
    "original message": f"{MINE}\n\n-----Original Message-----\n\nDear Ada,\n{THEIRS}\n",
    "welsh": f"{MINE}\n\nAr 1 Mai 2026, ysgrifennodd Heddlu Northshire:\n> {THEIRS}\n",
    "german": f"{MINE}\n\nAm 1. Mai 2026 um 10:00 schrieb Northshire Police:\n> {THEIRS}\n",
    "french": f"{MINE}\n\nLe 1 mai 2026 à 10:00, Northshire Police a écrit :\n> {THEIRS}\n",
}


@pytest.mark.parametrize("form", HISTORIES)
def test_history_in_the_forms_of_mail_programs_is_not_the_senders(form: str) -> None:
    assert written(HISTORIES[form]) == MINE


def test_answers_between_quoted_lines_stay() -> None:
    text = (
        "Hello,\n\nOn 1 May 2026, Northshire Police wrote:\n> Which period do you mean?\n\n"
        "The year 2021.\n\n> Which stations?\n\nAll of them.\n"
    )
    assert written(text).split("\n") == ["Hello,", "The year 2021.", "All of them."]


def test_what_stands_below_marked_history_stays() -> None:
    text = f"On 1 May 2026, Northshire Police wrote:\n> {THEIRS}\n\n{MINE}\n"
    assert written(text) == MINE


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Please see my answers below.",
        "My replies are in red.",
        "FYI",
        "One for you, please log this.",
        "Answers in-line.",
    ],
)
def test_a_history_that_the_sender_points_into_is_kept(above: str) -> None:
    text = OUTLOOK.replace(MINE, above)
    assert THEIRS in written(text)


@pytest.mark.parametrize("subject", ["FW: Dogs", "Fwd: Dogs", "WG: Dogs", "Ymlaen: Dogs"])
def test_a_forwarded_request_is_not_history(subject: str) -> None:
    text = OUTLOOK.replace(MINE, "Dear team, this came to my own mailbox, can you take it on?")
    assert THEIRS in written(text, subject, answers=False)


def test_a_forwarding_mark_ends_the_search_for_history() -> None:
    text = OUTLOOK.replace("From:", "---------- Forwarded message ----------\nFrom:")
    assert THEIRS in written(text)


def test_a_first_message_may_paste_headers_and_use_arrows() -> None:
    assert THEIRS in written(OUTLOOK, "Dogs", answers=False)
    arrows = "Please tell me:\n> how many dogs\n> how many vans\n"
    assert "how many vans" in written(arrows, "Dogs", answers=False)


def test_a_reply_of_nothing_but_history_is_kept_whole() -> None:
    text = f"> {THEIRS}\n> Regards\n"
    assert THEIRS in written(text)


def test_what_a_request_site_adds_is_not_the_requesters() -> None:
    text = (
        "Dear Northshire Police,\n\nHow many dogs?\n\nYours faithfully,\n\nAda Thorne\n\n"
        "-------------------------------------------------------------------\n\n"
        "Please use this email address for all replies to this request:\nrequest-1@site.example\n\n"
        "Is foi@northshire.police.example the wrong address for Freedom of Information requests to "
        "Northshire Police?\n\n"
        "-------------------------------------------------------------------\n\n"
        "-----Original Message-----\n\nDear Ada,\n\nWe hold 12.\n"
    )
    first = text.partition("-----Original")[0]
    assert written(first, "Freedom of Information request - Dogs", answers=False).endswith(
        "Ada Thorne"
    )
    assert written(text, "Re: Freedom of Information request - Dogs").endswith("Ada Thorne")


def test_a_sentence_that_begins_with_from_is_no_header_block() -> None:
    text = f"{MINE}\n\nFrom: 2019\nTo: 2021\nhow many dogs were kept?\n"
    assert "how many dogs were kept" in written(text)


def test_a_long_sentence_about_what_somebody_wrote_is_no_attribution() -> None:
    text = f"{MINE}\nOn the matter of dogs your colleague wrote:\nthat there are 12.\n"
    assert "that there are 12" in written(text)


def test_spans_leave_the_blank_edges_out() -> None:
    assert reply_spans("\n\nhello\n\n") == (Span(2, 8),)
    assert reply_spans("   \n") == ()
    assert reply_spans("") == ()


def test_headers_make_a_message_an_answer() -> None:
    message = letter(OUTLOOK, Subject="Dogs", In_Reply_To="<x@example.org>")
    assert message.written.strip() == MINE


LINES = st.sampled_from(
    [
        "",
        "How many dogs?",
        "> quoted",
        ">> deeper",
        "On 1 May 2026, Ada wrote:",
        "From: Ada <ada@example.org>",
        "Sent: 1 May 2026",
        "To: Bea",
        "Subject: Dogs",
        "-----Original Message-----",
        "---------- Forwarded message ----------",
        "-------------------------------------",
        "Please use this email address for all replies to this request:",
        "see below",
        "\t",
    ]
)


@given(st.lists(LINES, max_size=25), st.sampled_from(["", "Re: a", "FW: a"]), st.booleans())
def test_spans_are_ordered_disjoint_inside_and_never_leave_nothing(
    lines: list[str],
    subject: str,
    answers: bool,  # noqa: FBT001 - hypothesis hands it in by name
) -> None:
    text = "\n".join(lines)
    spans = reply_spans(text, subject, answers=answers)
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(text)
        last = span.end
    assert bool(spans) == bool(text.strip())


@given(st.lists(LINES, max_size=25), st.booleans())
def test_unmarked_words_above_all_history_are_never_lost(
    lines: list[str],
    answers: bool,  # noqa: FBT001 - hypothesis hands it in by name
) -> None:
    text = "\n".join(["I would like to know about vans", *lines])
    assert "about vans" in written(text, "Re: a", answers=answers)
