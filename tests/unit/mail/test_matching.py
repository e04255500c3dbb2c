from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.matching import Known, match, references_in
from tests.unit.mail.letters import letter, parts

ADA = "ada@example.org"
DOGS = Known(1, "FOI-2026-00001", frozenset({"<dogs@x.example>"}), frozenset({ADA}), open=True)
VANS = Known(2, "EIR-2026-00012", frozenset({"<vans@x.example>"}), frozenset({ADA}), open=True)
OTHER = Known(
    3, "FOI-2026-00003", frozenset({"<o@x.example>"}), frozenset({"bea@c.org"}), open=False
)
ALL = (DOGS, VANS, OTHER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Re: [FOI-2026-00001] Dogs", ("FOI-2026-00001",)),
        ("foi 2026 00001 and EIR/2026/00012", ("FOI-2026-00001", "EIR-2026-00012")),
        ("FOI\u20132026\u20130001", ("FOI-2026-00001",)),
        ("FOI-2026-00001, FOI-2026-00001", ("FOI-2026-00001",)),
        ("XFOI-2026-00001", ()),
        ("FOI-2026-1234567", ()),
        ("FOI 2026", ()),
        ("the FOI Act 2000", ()),
    ],
)
def test_case_references_are_found_as_people_type_them(text: str, found: tuple[str, ...]) -> None:
    assert references_in(text) == found


def test_a_message_that_points_nowhere_is_new() -> None:
    found = match(letter("How many vans?"), ALL)
    assert (found.kind, found.case_ids) == ("new", ())
    assert found.reasons


@pytest.mark.parametrize("header", ["In_Reply_To", "References"])
def test_a_thread_and_a_known_sender_make_a_case(header: str) -> None:
    found = match(letter("x", **{header: "<DOGS@x.example>"}, From="Ada <ADA@Example.org>"), ALL)
    assert (found.kind, found.case_ids) == ("case", (1,))
    assert found.reasons[0].rule == "thread"
    assert "FOI-2026-00001" in found.reasons[0].detail


def test_a_thread_with_an_unknown_sender_is_held() -> None:
    found = match(letter("x", In_Reply_To="<dogs@x.example>", From="eve@evil.example"), ALL)
    assert (found.kind, found.case_ids) == ("held", (1,))
    assert [reason.rule for reason in found.reasons] == ["thread", "looks_like_case"]


def test_a_subject_reference_needs_a_known_sender_too() -> None:
    assert match(letter("x", Subject="Re: FOI-2026-00001"), ALL).kind == "case"
    held = match(letter("x", Subject="Re: FOI-2026-00003"), ALL)
    assert (held.kind, held.case_ids) == ("held", (3,))


def test_a_reference_in_the_text_alone_is_for_a_person_to_judge() -> None:
    found = match(letter("Further to FOI-2026-00001, how many cats?"), ALL)
    assert (found.kind, found.case_ids) == ("held", (1,))


def test_a_reference_in_quoted_history_does_not_count() -> None:
    text = "A new question: how many cats?\n\nOn 1 May 2026, we wrote:\n> FOI-2026-00001\n"
    assert match(letter(text, Subject="Re: Dogs"), ALL).kind == "new"


def test_a_message_on_several_cases_joins_all_of_them_if_the_sender_is_known_on_each() -> None:
    both = letter("x", References="<dogs@x.example> <vans@x.example>")
    assert match(both, ALL).case_ids == (1, 2)
    mixed = match(letter("x", References="<dogs@x.example> <o@x.example>"), ALL)
    assert (mixed.kind, mixed.case_ids) == ("held", (1, 3))


def test_a_closed_case_is_still_matched_and_says_so() -> None:
    found = match(letter("x", In_Reply_To="<o@x.example>", From="bea@c.org"), ALL)
    assert found.kind == "case"
    assert "closed" in found.reasons[0].detail


def test_a_bounce_goes_to_the_case_of_the_letter_it_is_about() -> None:
    message = parts(
        "Content-Type: message/delivery-status\n\nAction: failed\n"
        "Final-Recipient: rfc822; ada@example.org\n",
        "Content-Type: message/rfc822\n\nMessage-ID: <dogs@x.example>\n\nx",
        kind="report",
        From="MAILER-DAEMON@mail.example",
    )
    found = match(message, ALL)
    assert (found.kind, found.case_ids) == ("case", (1,))
    assert found.reasons[0].rule == "reported_letter"


def test_a_message_without_a_sender_is_known_nowhere() -> None:
    nobody = Known(4, "FOI-2026-00004", frozenset({"<n@x>"}), frozenset({""}), open=True)
    assert match(letter("x", From="Ada", In_Reply_To="<n@x>"), (nobody,)).kind == "held"


@given(
    st.sampled_from([ADA, "bea@c.org", "eve@evil.example", ""]),
    st.lists(st.sampled_from(["<dogs@x.example>", "<o@x.example>", "<none@x>"]), max_size=3),
    st.sampled_from(["", "FOI-2026-00001", "FOI-2026-00003"]),
)
def test_nobody_joins_a_case_without_being_known_on_it(
    sender: str, references: list[str], subject: str
) -> None:
    message = letter("x", From=sender or "Ada", References=" ".join(references), Subject=subject)
    found = match(message, ALL)
    if found.kind == "case":
        joined = [case for case in ALL if case.case_id in found.case_ids]
        assert joined
        assert all(sender in case.correspondents for case in joined)
    assert found.reasons


def test_a_review_takes_what_is_written_in_the_thread_that_it_shares_with_its_request() -> None:
    shared = frozenset({"<dogs@x.example>", "<review@x.example>"})
    request = replace(DOGS, message_ids=shared)
    review = Known(9, "FOI-2026-00009", shared, frozenset({ADA}), open=True, reviews=1)
    further = letter("And question 2?", From=ADA, In_Reply_To="<review@x.example>")

    assert match(further, (request, review)).case_ids == (9,)
    assert match(further, (request,)).case_ids == (1,)
