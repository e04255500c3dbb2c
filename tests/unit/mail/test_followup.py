import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.followup import IntentKind, intent, intent_of_text
from assistant.domain.mail.followup_cues import ALL_CUES
from assistant.domain.mail.screening import screen
from tests.unit.mail.letters import OWN, letter

LETTERS = {
    IntentKind.CHASER: [
        "I asked in March and have heard nothing. When can I expect a reply?",
        "This is now overdue.",
        "Any news on this please?",
        "I have had no reply to this.",
        "Any chance of a response on this one?",
        "It has been 25 working days. If I hear nothing by Friday I will complain to the ICO.",
        "When will the internal review be finished? It is three months late.",
        "Did you get my message of 3 May?\nI am still waiting.",
    ],
    IntentKind.INTERNAL_REVIEW_REQUEST: [
        "I would like an internal review of your decision to refuse question 2.",
        "I am not satisfied with this answer. Please look at it again and review the decision.",
        "You have wrongly applied section 31. I wish to appeal against the refusal.",
    ],
    IntentKind.CLARIFICATION_SUPPLIED: [
        "My full name is Ada Thorne.",
        "To clarify, I mean patrol dogs only.",
        "Ada Thorne.",
        "It should include vans of all makes.",
        "In answer to your question, the period is January to March 2021.",
        "Ideally both figures, but I would prefer the total if that is not possible.",
    ],
    IntentKind.WITHDRAWAL: [
        "Please withdraw my request.",
        "I no longer need this, thank you. You may close the request.",
    ],
    IntentKind.THANKS: [
        "Thank you very much, that is most helpful.",
        "Many thanks for your help.",
    ],
    IntentKind.NEW_REQUEST_IN_THREAD: [
        "To bring it within the cost limit, please limit the request to 2022 only.",
        "I would also like to request the number of vans. How many vans were there in 2020?",
    ],
    IntentKind.QUESTION_ABOUT_RESPONSE: [
        "The spreadsheet you sent does not open. Could you send it as a PDF?",
        "In your response you say that 12 dogs were kept. What does kept mean here?",
        "Where are the pictures that your letter speaks of?",
        "Two of the pages are missing from the document you attached.",
    ],
    IntentKind.COMPLAINT_ICO: [
        "I have referred this matter to the Information Commissioner.",
        "I am now complaining to the ICO about your silence.",
    ],
    IntentKind.OTHER: ["The weather in Northshire is fine today."],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in LETTERS.items() for text in texts]
)
def test_what_a_letter_is_for(kind: IntentKind, text: str) -> None:
    found = intent_of_text(f"Dear FOI team,\n\n{text}\n\nYours faithfully,\nAda Thorne")
    assert found.value is kind
    assert found.reasons


def test_a_first_letter_is_a_new_request() -> None:
    text = "Please provide the number of dogs kept in 2021."
    assert intent_of_text(text, in_thread=False).value is IntentKind.NEW_REQUEST


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            IntentKind.CHASER,
            "I am still waiting for an answer to my request of 3 March, which is now overdue.",
        ),
        (
            IntentKind.INTERNAL_REVIEW_REQUEST,
            "I am writing to request an internal review of my request about dogs.",
        ),
        (IntentKind.NEW_REQUEST, "How many requests were withdrawn by requesters in 2021?"),
        (IntentKind.NEW_REQUEST, "Please list the complaints that went to the ICO in 2021."),
    ],
)
def test_outside_a_thread_only_plain_words_make_it_something_else(
    kind: IntentKind, text: str
) -> None:
    assert intent_of_text(text, in_thread=False).value is kind


def test_the_words_of_others_in_quotation_marks_do_not_count() -> None:
    quoted = '"We need more time to carry out the internal review and will write to you soon."'
    text = f"It is a month overdue. You wrote: {quoted} When can I expect it?"
    assert intent_of_text(text).value is IntentKind.CHASER


def test_a_subject_that_asks_for_a_review_counts() -> None:
    found = intent_of_text("Dogs were kept.", "Internal review of request - Dogs")
    assert found.value is IntentKind.INTERNAL_REVIEW_REQUEST


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            IntentKind.BOUNCE,
            "Subject: Undeliverable: Dogs\nFrom: <postmaster@x.example>\n\nUser unknown.",
        ),
        (
            IntentKind.BOUNCE,
            "Subject: Sorry\nX-Failed-Recipients: a@b.org\n\nNot delivered.",
        ),
        (
            IntentKind.OUT_OF_OFFICE_OR_AUTO,
            "Subject: Automatic reply: Dogs\nFrom: Bo\n\nBack on Monday.",
        ),
        (
            IntentKind.OUT_OF_OFFICE_OR_AUTO,
            "Subject: Dogs\nAuto-Submitted: auto-replied\n\nBack on Monday.",
        ),
        (IntentKind.OUT_OF_OFFICE_OR_AUTO, "I am on annual leave until 4 May."),
        (
            IntentKind.OUT_OF_OFFICE_OR_AUTO,
            "Thank you for your message. We have received your enquiry and aim to respond soon.",
        ),
    ],
)
def test_headers_kept_with_a_text_and_wording_give_machines_away(
    kind: IntentKind, text: str
) -> None:
    assert intent_of_text(text).value is kind


def test_a_text_that_only_looks_like_headers_is_read_whole() -> None:
    text = "Reference: 12\nThis is overdue: please answer."
    assert intent_of_text(text).value is IntentKind.CHASER


def test_the_screening_decides_about_machines() -> None:
    bounce = letter("Gone.", X_Failed_Recipients="a@b.org")
    away = letter("Gone.", Subject="Automatic reply: x")
    person = letter("This is overdue.", Subject="Re: Dogs")
    found = [intent(each, screen(each, OWN), in_thread=True) for each in (bounce, away, person)]
    assert [each.value for each in found] == [
        IntentKind.BOUNCE,
        IntentKind.OUT_OF_OFFICE_OR_AUTO,
        IntentKind.CHASER,
    ]
    assert all(each.reasons for each in found)


def test_history_does_not_count() -> None:
    text = (
        "Thank you very much.\n\nOn 1 May 2026, we wrote:\n> You may request an internal review.\n"
    )
    message = letter(text, Subject="Re: Dogs")
    found = intent(message, screen(message, OWN), in_thread=True)
    assert found.value is IntentKind.THANKS


def test_cues_match_lower_case_text() -> None:
    for cue in ALL_CUES:
        assert 1 <= cue.weight <= 8
        assert cue.says == cue.says.strip()


@given(st.text(max_size=300), st.text(max_size=40), st.booleans())
def test_any_text_has_an_intent_with_reasons(
    text: str,
    subject: str,
    in_thread: bool,  # noqa: FBT001 - hypothesis hands it in by name
) -> None:
    assert intent_of_text(text, subject, in_thread=in_thread).reasons
