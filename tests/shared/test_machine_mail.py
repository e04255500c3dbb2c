"""Machine mail told from people's mail on the corpora; every label was given by reading the mail.

REPORTS_AND_REPLIES are delivery reports, receipts and automatic answers. PROGRAMS are other mail
that no person wrote (newsletters, notices of programs): it may be called automatic and need not be.
Everything else was written by people, or is no message at all.
"""

from pathlib import Path

import pytest

from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import OwnAddresses, Verdict, screen
from tests import environment

pytestmark = pytest.mark.shared

MAIL = environment.SHARED / "data" / "mail"
NOBODY = OwnAddresses(frozenset(), frozenset())
BY_MACHINE = {Verdict.AUTOMATIC, Verdict.BOUNCE}

REPORTS_AND_REPLIES = {
    "alaveteli/spec/fixtures/files/email-folding-example-8.txt.expected": "automatic",
    "alaveteli/spec/fixtures/files/humberside-police-odd-mime-type.eml": "bounce",
    "alaveteli/spec/fixtures/files/track-response-exchange-oof-1.eml": "automatic",
    "alaveteli/spec/fixtures/files/track-response-exim-bounce.eml": "bounce",
    "alaveteli/spec/fixtures/files/track-response-generic-oof.eml": "automatic",
    "alaveteli/spec/fixtures/files/track-response-lotus-oof-1.eml": "automatic",
    "alaveteli/spec/fixtures/files/track-response-messagelabs-oof-1.eml": "automatic",
    "alaveteli/spec/fixtures/files/track-response-ms-bounce.eml": "bounce",
    "alaveteli/spec/fixtures/files/track-response-multipart-report.eml": "bounce",
    "alaveteli/spec/fixtures/files/track-response-webshield-bounce.eml": "bounce",
    "discourse/spec/fixtures/emails/auto_generated_allowlisted.eml": "automatic",
    "discourse/spec/fixtures/emails/auto_generated_unblocked.eml": "automatic",
    "discourse/spec/fixtures/emails/invalid_from_2.eml": "bounce",
    "discourse/spec/fixtures/emails/soft_bounce_via_verp.eml": "bounce",
    "flanker/tests/fixtures/messages/bounce/no-mx.eml": "bounce",
    "flanker/tests/fixtures/messages/bounce/zed.eml": "bounce",
    "flanker/tests/fixtures/messages/complaints/aol.eml": "automatic",
    "froide/froide/bounce/testdata/bounce_003.txt": "bounce",
    "froide/froide/foirequest/tests/testdata/test_mail_12.txt": "bounce",
    "froide/froide/foirequest/tests/testdata/test_mail_14.txt": "automatic",
    "mail/spec/fixtures/emails/multipart_report_emails/report_530.eml": "bounce",
    "mimekit/UnitTests/TestData/messages/bounce.txt": "bounce",
    "mimekit/UnitTests/TestData/messages/delivery-status-multiple-blank-lines.txt": "bounce",
    "mimekit/UnitTests/TestData/messages/delivery-status2.txt": "bounce",
    "mimekit/UnitTests/TestData/messages/disposition-notification.anonymized.eml": "automatic",
    "zammad/test/data/mail/mail055.box": "bounce",
    "zammad/test/data/mail/mail078.box": "bounce",
    "zammad/test/data/mail/mail089.box": "automatic",
    "zammad/test/data/mail/mail092.box": "bounce",
}
PROGRAMS = {
    "discourse/spec/fixtures/emails/auto_generated_precedence.eml",
    "imap_tools/tests/messages/att_name_in_content_type.eml",
    "mail/spec/fixtures/emails/error_emails/bad_date_header.eml",
    "mail/spec/fixtures/emails/error_emails/bad_date_header2.eml",
    "mail/spec/fixtures/emails/error_emails/bad_subject.eml",
    "mail/spec/fixtures/emails/error_emails/cant_parse_from.eml",
    "mail/spec/fixtures/emails/error_emails/encoding_madness.eml",
    "mail/spec/fixtures/emails/error_emails/new_line_in_to_header.eml",
    "mail/spec/fixtures/emails/error_emails/trademark_character_in_subject.eml",
    "mail/spec/fixtures/emails/mime_emails/raw_email_encoded_stack_level_too_deep.eml",
    "mail/spec/fixtures/emails/plain_emails/raw_email_multiple_from.eml",
    "mail/spec/fixtures/emails/plain_emails/raw_email_quoted_with_0d0a.eml",
    "mail-parser/tests/mails/mail_test_2",
    "mail-parser/tests/mails/mail_test_5",
    "mail-parser/tests/mails/mail_test_6",
    "mail-parser/tests/mails/mail_test_13",
    "zammad/test/data/mail/mail043.box",
    "zammad/test/data/mail/mail066.box",
    "zammad/test/data/mail/mail103.box",
}


def _verdicts() -> dict[str, Verdict]:
    if not MAIL.is_dir():
        pytest.skip("the folder ../shared is not here")
    files = sorted(path for path in MAIL.rglob("*") if path.is_file())
    return {_name(path): screen(read(path.read_bytes()), NOBODY).verdict for path in files}


def _name(path: Path) -> str:
    return path.relative_to(MAIL).as_posix()


def test_machine_mail_is_found_and_no_persons_mail_is_called_so() -> None:
    verdicts = _verdicts()
    labelled = {name: kind for name, kind in REPORTS_AND_REPLIES.items() if name in verdicts}
    matrix = {
        "machine found": sum(verdicts[name] in BY_MACHINE for name in labelled),
        "machine of the right kind": sum(verdicts[n].value == k for n, k in labelled.items()),
        "machine": len(labelled),
        "programs called automatic": sum(verdicts.get(n) in BY_MACHINE for n in PROGRAMS),
        "programs": len(PROGRAMS),
        "people": len(verdicts) - len(labelled) - len(PROGRAMS),
    }
    suppressed = [
        name
        for name, verdict in verdicts.items()
        if verdict in BY_MACHINE and name not in labelled and name not in PROGRAMS
    ]
    assert suppressed == []
    assert matrix["machine found"] / matrix["machine"] >= 0.95, matrix
    assert matrix["machine of the right kind"] / matrix["machine"] >= 0.95, matrix
