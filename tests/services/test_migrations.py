"""Migrations that change rows leave an authority's data as it has to be."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from assistant.domain.mail.identity import words_sha256
from assistant.store.case_search import having_words, relying_on
from assistant.store.models import Case

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

BEFORE = ("store", "0006_choices")
AFTER = ("store", "0007_mail_ways")


def migrated(*targets: tuple[str, str]) -> MigrationExecutor:
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return MigrationExecutor(connection)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_folder_that_was_read_before_is_not_asked_about() -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        then = migrated(BEFORE).loader.project_state([BEFORE]).apps
        authority = then.get_model("store", "Authority").objects.create(slug="n", name="N")
        mailbox = then.get_model("store", "Mailbox").objects.create(
            authority=authority, address="foi@northshire.example"
        )
        folders = then.get_model("store", "MailboxFolder").objects
        folders.create(mailbox=mailbox, name="INBOX", uidvalidity=7, last_uid=41)
        folders.create(mailbox=mailbox, name="Junk")

        now = migrated(AFTER).loader.project_state([AFTER]).apps
        rows = now.get_model("store", "MailboxFolder").objects.order_by("name")
        assert [(row.name, row.start, row.in_use) for row in rows] == [
            ("INBOX", "everything", True),
            ("Junk", "", True),
        ]
    finally:
        migrated(*latest)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_requests_and_held_replies_that_are_here_are_found_again() -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before, after = ("store", "0012_standing"), ("store", "0013_found_again")
    try:
        then = migrated(before).loader.project_state([before]).apps
        authority = then.get_model("store", "Authority").objects.create(slug="n", name="N")
        text = "How many cars do you own?\n> Dear all"
        common = {"authority": authority, "size": 1, "received_at": NOW, "queued_at": NOW}
        messages = then.get_model("store", "Message").objects
        messages.create(
            content_sha256="a", disposition="case", text=text, reply_spans=[[0, 26]], **common
        )
        messages.create(
            content_sha256="b", disposition="held", in_reply_to="<1@x.test>",
            references=["<0@x.test>", "<1@x.test>"],
            reasons=[{"rule": "unknown_thread", "detail": ""}], **common
        )  # fmt: skip
        messages.create(
            content_sha256="c", disposition="held", in_reply_to="<1@x.test>",
            reasons=[{"rule": "junk_folder", "detail": ""}], **common
        )  # fmt: skip

        now = migrated(after).loader.project_state([after]).apps
        request = now.get_model("store", "Message").objects.get(content_sha256="a")
        assert request.words_sha256 == words_sha256("how many CARS do you own")
        awaited = now.get_model("store", "AwaitedMessage").objects.order_by("message_id")
        assert [(row.reply.content_sha256, row.message_id) for row in awaited] == [
            ("b", "<0@x.test>"),
            ("b", "<1@x.test>"),
        ]
    finally:
        migrated(*latest)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_cases_that_are_here_are_found_and_known_as_answered_or_not() -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before, after = ("store", "0018_oversight"), ("store", "0020_case_full_text")
    try:
        then = migrated(before).loader.project_state([before]).apps
        authority = then.get_model("store", "Authority").objects.create(slug="n", name="N")
        cases = then.get_model("store", "Case").objects
        for number, (title, state, undelivered_at) in enumerate(
            [("Ferries", "open", None), ("Piers", "answered", None), ("Tugs", "answered", NOW)], 1
        ):
            case = cases.create(
                authority=authority, reference=f"FOI-2026-0000{number}", title=title, state=state,
                regime="FOI", received_at=NOW, received_on=NOW.date(), receipt_basis="server",
                opened_at=NOW, undelivered_at=undelivered_at,
            )  # fmt: skip
            message = then.get_model("store", "Message").objects.create(
                authority=authority, content_sha256=title, size=1, received_at=NOW, queued_at=NOW,
                disposition="case", subject=title, text=f"How many harbours have {title}?",
            )  # fmt: skip
            then.get_model("store", "CaseMessage").objects.create(
                case=case, message=message, part="request", filed_at=NOW
            )
            then.get_model("store", "RequestPart").objects.create(
                case=case, position=1, key="1", message=message, start=0, end=4, text="How",
                regime="FOI", received_on=NOW.date(), sections=["FOIA s31(1)(a)"],
            )  # fmt: skip
            then.get_model("store", "Draft").objects.create(
                case=case, kind="response", state="ready", queued_at=NOW,
                blocks=[{"text": f"The walrus saw {title}."}],
            )  # fmt: skip

        migrated(after)
        migrated(*latest)
        everything = Case.objects.order_by("pk")
        assert list(everything.values_list("unanswered", flat=True)) == [True, False, True]
        assert having_words(everything, "harbours walrus").count() == 3
        assert having_words(everything, "FOI-2026-00002").get().title == "Piers"
        assert having_words(everything, "tugs").get().title == "Tugs"
        assert relying_on(everything, "s.31").count() == 3
    finally:
        migrated(*latest)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_drafts_that_are_here_are_known_by_the_wording_they_were_made_from() -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before, after = ("store", "0024_parts_corrected"), ("store", "0025_wording")
    try:
        then = migrated(before).loader.project_state([before]).apps
        authority = then.get_model("store", "Authority").objects.create(slug="n", name="N")
        case = then.get_model("store", "Case").objects.create(
            authority=authority, reference="FOI-2026-00001", title="Ferries", state="open",
            regime="FOI", received_at=NOW, received_on=NOW.date(), receipt_basis="server",
            opened_at=NOW,
        )  # fmt: skip
        draft = then.get_model("store", "Draft").objects.create(
            case=case, kind="response", state="ready", queued_at=NOW, blocks=[]
        )
        wording = {"kind": "boilerplate", "text": "W", "sources": [{"id": "w", "version": "1"}]}
        passage = {"kind": "precedent", "text": "P", "sources": [{"id": "p", "version": "2"}]}
        versions = then.get_model("store", "DraftVersion").objects
        for number, blocks in enumerate([[wording, passage], [wording], []], 1):
            versions.create(draft=draft, number=number, blocks=blocks, made_at=NOW)

        now = migrated(after).loader.project_state([after]).apps
        uses = now.get_model("store", "WordingUse").objects.values_list(
            "draft_id", "ident", "version"
        )
        assert list(uses) == [(draft.pk, "w", "1")]
    finally:
        migrated(*latest)
