"""A supervisor imports earlier responses on a page, and reads what was refused and why."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant import bootstrap
from assistant.services.import_uploads import QUIET
from assistant.services.read_import import read_import
from assistant.store.models import LibraryDocument, LibraryImport, LibraryImportItem
from tests.world import World

LOG = b"<b>Ref</b>,Topic,What we said\nF/1,How many boats do you own?,We own two boats.\nF/2,,\n"


@pytest.fixture
def supervisor(world: World, client: Client) -> Client:
    client.force_login(world.supervisor)
    return client


def choose(client: Client, *files: tuple[str, bytes]) -> str:
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    answer = client.post("/library/imports/", {"chosen": chosen}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def work(world: World) -> str:
    """Let the worker read the latest import; return its address."""
    row = LibraryImport.objects.latest("pk")
    read_import(
        row.pk,
        loader_for=bootstrap.loader,
        uploads=bootstrap.uploads(),
        library=world.library,
        register=world.register,
        clock=world.clock,
    )
    return f"/library/imports/{row.pk}/"


def test_progress_is_looked_at_again_by_itself_and_by_a_link(
    supervisor: Client, world: World
) -> None:
    page = choose(supervisor, ("a.csv", LOG), ("b.exe", b"MZ"))
    assert "Waiting for a worker" in page
    assert 'hx-trigger="every 3s"' in page
    assert "Look again" in page
    world.clock.advance(QUIET)
    row = LibraryImport.objects.get()
    assert "No worker has told" in supervisor.get(f"/library/imports/{row.pk}/").content.decode()


def test_guessed_columns_are_shown_and_corrected_before_anything_is_taken(
    supervisor: Client, world: World
) -> None:
    choose(supervisor, ("log.csv", LOG), ("b.exe", b"MZ"))
    address = work(world)
    page = supervisor.get(address).content.decode()
    assert "What do the columns hold?" in page
    assert "&lt;b&gt;Ref" in page
    assert "<b>Ref" not in page
    assert '<div id="div_id_table-0-column-0" class="govuk-form-group">' in page
    assert '<option value="title" selected>Title</option>' in page
    assert not LibraryDocument.objects.exists()
    given = {"table-0-column-0": "reference", "table-0-column-1": "request"}
    page = supervisor.post(f"{address}columns/", given).content.decode()
    assert "There is a problem" in page
    assert "Say which column holds what was asked" in page
    given["table-0-column-2"] = "answer"
    page = supervisor.post(f"{address}columns/", given, follow=True).content.decode()
    assert "goes on with these columns" in page
    page = supervisor.post(f"{address}columns/", given, follow=True).content.decode()
    assert "agreed to already" in page
    work(world)
    page = supervisor.get(address).content.decode()
    assert "2 of 2 files read, 100 % of all." in page
    assert "hx-trigger" not in page
    assert "no kind that is read here" in page
    report = supervisor.get(f"{address}not-taken.csv")
    lines = report.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Not taken,File,Why"
    assert lines[1].startswith("Left out,log.csv#3,") or lines[1].startswith("Refused,b.exe,")
    assert len(lines) == 3
    assert LibraryDocument.objects.get().request == "How many boats do you own?"


def test_an_import_is_stopped_by_a_button(supervisor: Client, world: World) -> None:
    page = choose(supervisor, ("a.csv", LOG))
    assert "Stop the import" in page
    row = LibraryImport.objects.get()
    page = supervisor.post(f"/library/imports/{row.pk}/stop/", follow=True).content.decode()
    assert "What it took stays in the library" in page
    assert "Stop the import" not in page


def test_no_file_and_too_many_are_refused_in_plain_words(supervisor: Client) -> None:
    page = supervisor.post("/library/imports/", {}).content.decode()
    assert "Choose at least one file" in page
    page = choose(supervisor, *((f"{n}.md", b"x") for n in range(101)))
    assert "Choose at most 100, or pack them into a .zip" in page


def test_a_cell_of_the_report_is_no_formula(supervisor: Client, world: World) -> None:
    choose(supervisor, ("=1+1.exe", b"MZ"))
    address = work(world)
    assert "Refused,'=1+1.exe," in supervisor.get(f"{address}not-taken.csv").content.decode()


def test_a_long_report_costs_no_more_queries(supervisor: Client, world: World) -> None:
    choose(supervisor, ("b.exe", b"MZ"))
    address = work(world)
    with CaptureQueriesContext(connection) as before:
        supervisor.get(address)
    row = LibraryImport.objects.get()
    LibraryImportItem.objects.bulk_create(
        LibraryImportItem(of=row, what="refused", file=f"{n}.exe", reason="No.") for n in range(80)
    )
    with CaptureQueriesContext(connection) as after:
        page = supervisor.get(address).content.decode()
    assert "Page 1 of 4" in page
    assert len(after) <= len(before) + 1 <= 20
