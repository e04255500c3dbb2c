"""The older messages below a reply, each by itself."""

from assistant.domain.mail.history import older_messages
from assistant.domain.mail.mime import read

HEAD = b"From: foi@northshire.example\nSubject: RE: Owls\nIn-Reply-To: <1@mail.example>\n\n"


def test_a_chain_as_outlook_writes_it_is_taken_apart() -> None:
    chain = (
        b"Dear Ada\n\nWe own 7 owls.\n\n-----Original Message-----\nFrom: FOI\n"
        b"Sent: 1 May 2024 10:00\nTo: Ada\nSubject: RE: Owls\n\nIt is being processed.\n\n"
        b"From: Ada <ada@mail.example>\nSent: 30 April 2024 10:00\nTo: FOI\nSubject: Owls\n\n"
        b"How many owls do you own?\n"
    )
    assert older_messages(read(HEAD + chain)) == (
        "It is being processed.",
        "How many owls do you own?",
    )


def test_a_chain_in_quotation_marks_is_taken_apart() -> None:
    chain = (
        b"We own 7 owls.\n\nOn 1 May 2024 at 10:00, Ada <ada@mail.example> wrote:\n"
        b"> How many owls do you own?\n>\n> On 29 April 2024, Help <help@mail.example> wrote:\n"
        b">> Ask them.\n>> They know.\n"
    )
    assert older_messages(read(HEAD + chain)) == (
        "How many owls do you own?",
        "Ask them.\nThey know.",
    )


def test_a_message_without_history_has_none() -> None:
    assert older_messages(read(HEAD + b"We own 7 owls.\n")) == ()
