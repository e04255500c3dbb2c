"""Migrations that change rows leave an authority's data as it has to be."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

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
