import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import (
    QUESTIONS,
    OwnAddresses,
    Verdict,
    acknowledgeable,
    screen,
)
from tests.unit.mail.letters import MAILBOX, OWN, letter, parts

ASK = "Under the Freedom of Information Act, how many dogs did you keep in 2021?"
AWAY = "I am out of the office until Monday and will read your message then."
FAILED = "Your message could not be delivered to one or more recipients."


def rules(text: str = ASK, **headers: str) -> tuple[Verdict, list[str]]:
    found = screen(letter(text, **headers), OWN)
    return found.verdict, [reason.rule for reason in found.reasons]


def test_a_first_letter_is_a_request_and_says_why() -> None:
    found = screen(letter(ASK), OWN)
    assert found.verdict is Verdict.REQUEST
    assert found.reasons[0].rule == "first_message"


MACHINES = [
    ("auto_submitted", AWAY, {"Auto_Submitted": "auto-replied"}),
    ("auto_submitted", "Weekly figures.", {"Auto_Submitted": "auto-generated; type=x"}),
    ("auto_header", AWAY, {"X_Autoreply": "yes"}),
    ("auto_header", AWAY, {"X_Autorespond": "Dogs"}),
    ("auto_header", AWAY, {"X_POST_MessageClass": "9; Autoresponder"}),
    ("precedence", AWAY, {"Precedence": "auto_reply"}),
    ("precedence", AWAY, {"Precedence": "junk"}),
    (
        "inbox_rule",
        AWAY,
        {"X_MS_Exchange_Inbox_Rules_Loop": "a@b.org", "X_Auto_Response_Suppress": "All"},
    ),
    ("automatic_subject", "Back soon.", {"Subject": "Automatic reply: Dogs"}),
    ("automatic_subject", "Back soon.", {"Subject": "Out of Office AutoReply: Dogs"}),
    ("automatic_subject", "Back soon.", {"Subject": "Out of office"}),
    ("automatic_subject", "Back soon.", {"Subject": "Ateb awtomatig: Cŵn"}),
    ("automatic_subject", "Bin bald da.", {"Subject": "Automatische Antwort: Hunde"}),
    ("absence", AWAY, {}),
    ("absence", "Thank you for your email. I am currently on annual leave until 4 May.", {}),
    ("absence", "I\u2019m away from my desk. I will be back on Tuesday.", {}),
    ("automatic_wording", "This is an automated response. We have received your email.", {}),
    ("automatic_wording", "Thank you. Please do not reply to this email.", {}),
    (
        "bulk_mail",
        "Ten offers for you.",
        {"List_Unsubscribe": "<https://x.example>", "Precedence": "bulk"},
    ),
    ("own_mail", ASK, {"From": f"FOI <{MAILBOX.upper()}>", "To": "ada@example.org"}),
]


@pytest.mark.parametrize(("rule", "text", "headers"), MACHINES)
def test_what_a_machine_wrote_is_automatic(rule: str, text: str, headers: dict[str, str]) -> None:
    verdict, hit = rules(text, **headers)
    assert verdict is Verdict.AUTOMATIC
    assert rule in hit


PEOPLE = [
    (ASK, {"X_Auto_Response_Suppress": "All"}),
    (ASK, {"Auto_Submitted": "no"}),
    (ASK, {"X_MS_Exchange_Inbox_Rules_Loop": "a@b.org"}),
    (
        ASK,
        {"X_MS_Exchange_Inbox_Rules_Loop": "a@b.org", "X_Auto_Response_Suppress": "All"},
    ),
    (ASK, {"Subject": "Out of office hours GP services"}),
    (ASK, {"Subject": "Automatic number plate recognition"}),
    (ASK, {"Subject": "Undelivered post: how much is there?"}),
    (ASK, {"Subject": "Delivery failures of your parcels contract"}),
    (f"{AWAY} Please provide the figures to my other address.", {}),
    ("How many officers were on annual leave in May? I am out of the office a lot.", {}),
    ("Please supply every email that says 'this is an automated response'.", {}),
    ("I asked for figures and got: this is an automated response. What is going on?", {}),
    ("Thank you for your email. Here is my name: Ada Thorne.", {}),
    (ASK, {"Return_Path": "<>"}),
    (ASK, {"Subject": "Mail system errors", "From": "Postma Ster <postma@example.org>"}),
]


@pytest.mark.parametrize(("text", "headers"), PEOPLE)
def test_a_persons_mail_is_never_called_automatic(text: str, headers: dict[str, str]) -> None:
    verdict, _ = rules(text, **headers)
    assert verdict not in {Verdict.AUTOMATIC, Verdict.BOUNCE}


@pytest.mark.parametrize(
    "subject", ["Re: Automatic reply: Dogs", "RE: Out of Office: Dogs", "FW: Undeliverable: Dogs"]
)
def test_an_answer_to_a_machine_is_a_persons(subject: str) -> None:
    verdict, _ = rules("Nobody answers. Please send the figures.", Subject=subject)
    assert verdict in {Verdict.REQUEST, Verdict.FOLLOW_UP}


def _report(action: str, status: str) -> str:
    return (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\n"
        f"Final-Recipient: rfc822; ada@example.org\nAction: {action}\nStatus: {status}\n"
    )


ORIGINAL = (
    "Content-Type: message/rfc822\n\nMessage-ID: <ours@northshire.police.example>\n\nDear Ada"
)
SAYS = f"Content-Type: text/plain\n\n{FAILED}"


def test_a_delivery_report_is_a_bounce_and_names_the_letter() -> None:
    message = parts(SAYS, _report("failed", "5.1.1"), ORIGINAL, kind="report")
    found = screen(message, OWN)
    assert found.verdict is Verdict.BOUNCE
    assert found.reasons[0].rule == "delivery_report"
    assert message.report is not None
    assert message.report.action == "failed"
    assert message.report.status == "5.1.1"
    assert message.report.recipient == "ada@example.org"
    assert message.report.original_message_id == "<ours@northshire.police.example>"
    assert "Dear Ada" not in message.text


def test_the_worst_recipient_is_the_one_reported() -> None:
    two = _report("delivered", "2.0.0") + (
        "\nFinal-Recipient: rfc822; bea@example.org\nAction: delayed\nStatus: 4.2.2\n"
    )
    report = parts(SAYS, two, kind="report").report
    assert report is not None
    assert (report.action, report.recipient) == ("delayed", "bea@example.org")


def test_headers_alone_name_the_letter_too() -> None:
    returned = "Content-Type: text/rfc822-headers\n\nMessage-ID: <ours@x.example>\n"
    report = parts(SAYS, _report("failed", "5.0.0"), returned, kind="report").report
    assert report is not None
    assert report.original_message_id == "<ours@x.example>"


def test_a_report_of_success_is_automatic_and_no_bounce() -> None:
    found = screen(parts(SAYS, _report("delivered", "2.0.0"), kind="report"), OWN)
    assert found.verdict is Verdict.AUTOMATIC


def test_a_report_without_fields_is_a_bounce() -> None:
    message = letter(
        f"--edge\n{SAYS}\n--edge\nContent-Type: message/delivery-status\n\n\n--edge--\n",
        Content_Type='multipart/report; report-type="delivery-status"; boundary="edge"',
    )
    assert screen(message, OWN).verdict is Verdict.BOUNCE


def test_a_report_that_a_person_passes_on_is_the_persons() -> None:
    inner = (
        "Content-Type: message/rfc822\n\nFrom: MAILER-DAEMON@example.org\n"
        'Content-Type: multipart/report; boundary="in"\n\n--in\n'
        f"{_report('failed', '5.1.1')}\n--in--\n"
    )
    message = parts(f"Content-Type: text/plain\n\nThis came back. {ASK}", inner)
    assert message.report is None
    assert screen(message, OWN).verdict is Verdict.REQUEST


@pytest.mark.parametrize(
    ("rule", "text", "headers"),
    [
        ("failed_recipients", FAILED, {"X_Failed_Recipients": "ada@example.org"}),
        (
            "daemon_failure",
            FAILED,
            {"From": "Mail Delivery System <MAILER-DAEMON@x.example>", "Subject": "Sorry"},
        ),
        ("daemon_failure", FAILED, {"From": "<postmaster@x.example>", "Subject": "Notice"}),
        ("null_path_failure", "Sorry.", {"Return_Path": "<>", "Subject": "Undeliverable: Dogs"}),
        ("failure_wording", FAILED, {"Subject": "Delivery Status Notification (Failure)"}),
    ],
)
def test_bounces_without_a_report_are_found_by_name_and_wording(
    rule: str, text: str, headers: dict[str, str]
) -> None:
    verdict, hit = rules(text, **headers)
    assert verdict is Verdict.BOUNCE
    assert rule in hit


def test_an_old_bounce_names_the_letter_that_it_copies() -> None:
    text = f"{FAILED}\n\nMessage-ID: <ours@x.example>\nSubject: Dogs\n\n550 5.1.1 unknown user"
    report = letter(text, X_Failed_Recipients="ada@example.org, bea@example.org").report
    assert report is not None
    assert report.original_message_id == "<ours@x.example>"
    assert (report.status, report.recipient) == ("5.1.1", "ada@example.org")


def test_receipts_and_complaint_reports_are_automatic() -> None:
    receipt = parts(
        "Content-Type: text/plain\n\nYour message was read.",
        "Content-Type: message/disposition-notification\n\nDisposition: manual; displayed",
        kind="report",
    )
    assert screen(receipt, OWN).verdict is Verdict.AUTOMATIC
    complaint = letter(
        "--edge\n\nSpam.\n--edge--",
        Content_Type='multipart/report; report-type=feedback-report; boundary="edge"',
    )
    assert screen(complaint, OWN).verdict is Verdict.AUTOMATIC


@pytest.mark.parametrize(
    ("rule", "text", "headers"),
    [
        ("colleague", ASK, {"From": "Bo <bo@northshire.police.example>", "Subject": "FW: Dogs"}),
        ("colleague", ASK, {"From": "Bo <bo@ops.northshire.police.example>"}),
        ("form_mail", f"{ASK} Please provide figures.", {"Auto_Submitted": "auto-generated"}),
        ("mailing_list", ASK, {"List_Id": "<dogs.example.org>"}),
        ("bulk_precedence", "Our offers this week.", {"Precedence": "bulk"}),
        ("to_ourselves", ASK, {"From": f"FOI <{MAILBOX}>"}),
        ("nothing_readable", "", {}),
        ("no_sender", ASK, {"From": "Ada"}),
        ("no_reply_sender", ASK, {"From": "no-reply@forms.example"}),
        ("marked_spam", ASK, {"X_Spam_Flag": "YES"}),
        ("encrypted", "-----BEGIN PGP MESSAGE-----\nx", {}),
    ],
)
def test_what_needs_a_person_is_held_with_the_reason(
    rule: str, text: str, headers: dict[str, str]
) -> None:
    verdict, hit = rules(text, **headers)
    assert verdict is Verdict.HELD
    assert rule in hit


def test_an_automatic_reply_of_a_colleague_is_automatic() -> None:
    verdict, hit = rules(AWAY, From="bo@northshire.police.example", Subject="Automatic reply: Dogs")
    assert verdict is Verdict.AUTOMATIC
    assert "colleague" in hit


def test_a_letter_in_an_attachment_is_held_and_not_lost() -> None:
    message = parts(
        "Content-Type: text/plain\n\n", "Content-Type: application/pdf; name=a.pdf\n\nx"
    )
    found = screen(message, OWN)
    assert found.verdict is Verdict.HELD
    assert "attached" in found.reasons[0].detail


def test_our_own_mailbox_may_be_a_list() -> None:
    assert rules(List_Id="FOI <foi.northshire.police.example>")[0] is Verdict.REQUEST
    assert rules(List_Post=f"<mailto:{MAILBOX}>")[0] is Verdict.REQUEST


@pytest.mark.parametrize(
    ("rule", "text", "headers"),
    [
        ("answers", ASK, {"In_Reply_To": "<x@y.example>"}),
        ("answers", ASK, {"References": "<x@y.example>"}),
        ("names_a_case", ASK, {"Subject": "Re: foi/2026/1"}),
        ("names_a_case", ASK, {"Subject": "Re: [FOI-2026-00001] Dogs"}),
        ("quotes_history", f"{ASK}\n\n> We hold 12.\n> Regards", {"Subject": "Re: Dogs"}),
    ],
)
def test_what_answers_something_is_a_follow_up(
    rule: str, text: str, headers: dict[str, str]
) -> None:
    verdict, hit = rules(text, **headers)
    if "foi/2026/1" in headers.get("Subject", ""):
        assert verdict is Verdict.REQUEST
        return
    assert verdict is Verdict.FOLLOW_UP
    assert rule in hit


def test_every_rule_that_hits_is_kept_as_a_reason() -> None:
    _, hit = rules(AWAY, Auto_Submitted="auto-replied", Subject="Automatic reply: Dogs")
    assert hit == ["auto_submitted", "automatic_subject", "absence"]


def test_rules_have_names_of_their_own() -> None:
    names = [question.rule for question in QUESTIONS]
    assert len(set(names)) == len(names)


def test_a_plain_request_may_be_acknowledged() -> None:
    assert acknowledgeable(letter(ASK, Return_Path="<ada@example.org>"), OWN) is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Return_Path": "<>"},
        {"X_Auto_Response_Suppress": "OOF"},
        {"Precedence": "list"},
        {"List_Help": "<mailto:x@example.org>"},
        {"X_Loop": "yes"},
        {"From": "noreply@example.org", "Reply_To": "ada@example.org"},
        {"From": "bounce@example.org"},
        {"Reply_To": "other@example.org"},
        {"In_Reply_To": "<x@y.example>"},
        {"Auto_Submitted": "auto-generated"},
    ],
)
def test_any_sign_of_a_machine_or_a_list_keeps_an_acknowledgement_back(
    headers: dict[str, str],
) -> None:
    assert acknowledgeable(letter(ASK, **headers), OWN)


@given(st.binary(max_size=600))
def test_any_bytes_get_a_verdict_with_reasons(raw: bytes) -> None:
    nobody = OwnAddresses(frozenset(), frozenset())
    found = screen(read(raw), nobody)
    assert found.reasons
    acknowledgeable(read(raw), nobody)
