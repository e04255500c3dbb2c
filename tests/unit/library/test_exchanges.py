"""Who speaks in a thread, what decides nothing, and which request a response answers."""

from datetime import date

import pytest

from assistant.domain.library.exchanges import (
    Exchange,
    Speaker,
    Turn,
    decides_nothing,
    exchanges,
    speaker_of,
    why_no_response,
)

ASKED = "Under the Freedom of Information Act please tell me how many owls you own."
RECEIPT = (
    "Thank you for your request. It has been logged and we will respond within 20 working days."
)
ANSWER = "Thank you for your request. We hold this information: there are 7 owls."


def test_each_answer_of_a_thread_comes_with_what_was_asked_first() -> None:
    review = "Following our internal review the decision is upheld: section 40 applies."
    turns = [
        Turn(Speaker.REQUESTER, ASKED),
        Turn(Speaker.AUTHORITY, RECEIPT),
        Turn(Speaker.AUTHORITY, ANSWER, date(2024, 3, 1)),
        Turn(Speaker.REQUESTER, "Please review this."),
        Turn(Speaker.AUTHORITY, review, date(2024, 4, 1)),
    ]
    assert list(exchanges(turns)) == [
        Exchange(ASKED, ANSWER, date(2024, 3, 1), 3),
        Exchange(ASKED, review, date(2024, 4, 1), 5),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [(ASKED, Speaker.REQUESTER), (ANSWER, Speaker.AUTHORITY), ("See below.", Speaker.UNKNOWN)],
)
def test_the_words_tell_who_wrote(text: str, speaker: Speaker) -> None:
    assert speaker_of(text) is speaker


@pytest.mark.parametrize(
    ("text", "kind", "nothing"),
    [
        (RECEIPT, "", True),
        (RECEIPT, "response", False),
        (ANSWER, "", False),
        (ANSWER, "acknowledgement", True),
        ("We are sorry for the delay and will reply tomorrow.", "", True),
        ("We are sorry for the delay. We do not hold the figures.", "", False),
        ("Could you please clarify which owls you mean?", "", True),
        ("Please find our response attached.", "", False),
    ],
)
def test_a_receipt_decides_nothing_and_an_answer_something(
    text: str, kind: str, *, nothing: bool
) -> None:
    assert decides_nothing(text, kind) is nothing


def test_a_letter_in_doubt_may_be_a_response() -> None:
    assert why_no_response("There were 7 owls in 2023 and 9 in 2024.") == ""
