"""Notes of machines in the languages that reach the UK, and people who write much the same."""

import pytest

from assistant.domain.mail.screening import Verdict, screen
from tests.unit.mail.letters import MAILBOX, OWN, letter

NOTES = [
    "Thank you for your email. I am now on annual leave and will reply on my return.",
    "Hello,\n\nI will be out of the office until Monday. Please ring the duty officer.",
    "I no longer work for the council. Please write to the team.",
    "Sorry, I am on jury service until further notice.",
    "Our offices are closed for the bank holiday. We will answer when we are back.",
    "My working days are Monday to Wednesday.",
    "Diolch am eich e-bost. Rwyf allan o'r swyddfa tan ddydd Llun.",
    "Rydw i ar wyliau tan 4 Mai.",
    "Bonjour,\n\nJe suis actuellement absente du bureau jusqu'au 4 mai.",
    "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis zum 4. Mai nicht im Büro.",
    "Beste,\n\nIk ben tot 4 mei afwezig.",
    "Hola,\n\nEstaré fuera de la oficina hasta el 4 de mayo.",
    "Dzień dobry,\n\nJestem na urlopie do 4 maja.",
    "Ceci est un message automatique, merci de ne pas répondre.",
    "Dies ist eine automatisch generierte Nachricht.",
    "Wiadomość wygenerowana automatycznie, prosimy nie odpowiadać.",
]
SUBJECTS = [
    "Ateb awtomatig: Cŵn",
    "Réponse automatique : Chiens",
    "Abwesenheitsnotiz: Hunde",
    "Automatisch antwoord: Honden",
    "Respuesta automática: Perros",
    "Odpowiedź automatyczna: Psy",
    "Dogs (Out of office)",
]
PEOPLE = [
    "I am away until May with no internet, but please send the following: the dog log.",
    "May I have the list of kennels.\n\nAda Thorne\nI am out of the office but on Mondays.",
    "Thanks. Yes, the two schools alone. I am on holiday on Friday, so ring before then.",
    "Je souhaite obtenir une copie du contrat. Je suis absent la semaine prochaine.",
    'ANOTHER "AUTOMATED RESPONSE". WHO PAID FOR THE KENNELS.',
    'Your notice said "do not reply to this email". I ask for its approval.',
    "I am on annual leave today and want the register of kennels.",
    "Out of hours cover: which vets are on call?",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_note_of_a_machine_is_automatic_in_any_language(text: str) -> None:
    assert screen(letter(text, From="office@example.org"), OWN).verdict is Verdict.AUTOMATIC


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_of_a_machine_is_automatic_in_any_language(subject: str) -> None:
    assert screen(letter("x", Subject=subject), OWN).verdict is Verdict.AUTOMATIC


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person_who_writes_much_the_same_is_a_person(text: str) -> None:
    assert screen(letter(text), OWN).verdict is Verdict.REQUEST


def test_a_person_who_answers_an_automatic_reply_keeps_its_subject() -> None:
    text = "I pressed reply on your note. Could you tell me whether my request is on hold?"
    found = screen(letter(text, Subject="Automatic reply: RE: Dogs", In_Reply_To="<x@y>"), OWN)
    assert found.verdict is Verdict.FOLLOW_UP


def test_an_office_that_takes_note_is_a_machine_and_a_signed_letter_is_not() -> None:
    note = "Thank you for writing to us. A ticket has been raised and its number is #4411."
    assert screen(letter(note, From="Care Team <care@example.org>"), OWN).verdict is (
        Verdict.AUTOMATIC
    )
    signed = f"{note}\n\nKind regards\nAda Thorne\nRecords Officer"
    assert screen(letter(signed, From="Care Team <care@example.org>"), OWN).verdict is (
        Verdict.REQUEST
    )


def test_no_return_path_and_a_note_about_mail_is_a_servers() -> None:
    note = "This is to let you know that your mail arrived. I read mail on Thursdays."
    assert screen(letter(note, Return_Path="<>"), OWN).verdict is Verdict.AUTOMATIC
    assert screen(letter(note), OWN).verdict is Verdict.REQUEST


@pytest.mark.parametrize(
    ("rule", "text", "headers"),
    [
        ("challenge", "Your message requires verification: verify that you are a person.", {}),
        ("recall", "Ada would like to recall the message, Dogs.", {"Subject": "Recall: Dogs"}),
        ("marked_spam", "How many dogs?", {"X_MS_Exchange_Organization_SCL": "5"}),
        ("marked_spam", "How many dogs?", {"X_Forefront_Antispam_Report": "CIP:x;SFV:SPM;"}),
        ("to_ourselves", "How many dogs?", {"From": MAILBOX}),
    ],
)
def test_what_only_a_person_can_decide_is_held(
    rule: str, text: str, headers: dict[str, str]
) -> None:
    found = screen(letter(text, **headers), OWN)
    assert found.verdict is Verdict.HELD
    assert rule in {reason.rule for reason in found.reasons}


def test_a_low_spam_level_holds_nothing() -> None:
    headers = {"X_MS_Exchange_Organization_SCL": "1", "X_Spam_Status": "No, score=1"}
    assert screen(letter("How many dogs?", **headers), OWN).verdict is Verdict.REQUEST


def test_a_form_on_our_own_site_speaks_for_the_requester_in_reply_to() -> None:
    headers = {"From": MAILBOX, "Reply_To": "Ada Thorne <ada@example.org>"}
    assert screen(letter("How many dogs?", **headers), OWN).verdict is Verdict.REQUEST


def test_our_own_mark_of_a_loop_is_automatic() -> None:
    found = screen(letter("How many dogs?", X_Loop=MAILBOX), OWN)
    assert found.verdict is Verdict.AUTOMATIC


def test_precedence_bulk_holds_nobody_who_asks() -> None:
    assert screen(letter("How many dogs?", Precedence="bulk"), OWN).verdict is Verdict.REQUEST
    assert screen(letter("Our offers.", Precedence="bulk"), OWN).verdict is Verdict.HELD
