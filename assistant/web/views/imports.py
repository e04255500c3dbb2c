"""Importing earlier responses: files uploaded, columns agreed to, and how far the worker is."""

import csv
import io

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.services import import_uploads as importing
from assistant.services.import_uploads import QUIET, Upload, columns_of
from assistant.store.models import LibraryImport
from assistant.web.access import OfficerRequest, authority_of
from assistant.web.acting import attempt, attempt_and_tell, posted
from assistant.web.downloads import plain_cell
from assistant.web.forms.base import PageForm
from assistant.web.forms.imports import ColumnsForm, ImportForm, columns_forms
from assistant.web.paging import page_of

State = LibraryImport.State
TAGS = {
    State.QUEUED: "blue",
    State.COLUMNS: "yellow",
    State.READING: "blue",
    State.DONE: "green",
    State.STOPPED: "grey",
    State.FAILED: "red",
}
TABLE = ("Not taken", "File", "Why")


@require_http_methods(["GET", "POST"])
def imports(http_request: OfficerRequest) -> HttpResponse:
    """List the imports there were; by POST, take files and queue their import."""
    authority = authority_of(http_request)
    form = ImportForm(posted(http_request), http_request.FILES or None)
    asked: list[LibraryImport] = []
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: asked.append(
                importing.ask_import(
                    [Upload(each.name or "", each.size or 0, each.read) for each in form.uploads()],
                    authority=authority,
                    by=http_request.user,
                    clock=http_request.ports.clock,
                )
            ),
        )
    ):
        return redirect("web:library-import", asked[0].pk)
    found = LibraryImport.objects.filter(authority=authority)
    page = page_of(
        found,
        ["-pk"],
        http_request.GET.get("page", ""),
        shown=found.select_related("asked_by").defer("tables"),
    )
    context = {"form": form, "page": page}
    return render(http_request, "web/library_imports.html", context)


@require_GET
def library_import(http_request: OfficerRequest, import_id: int) -> HttpResponse:
    """Show how far an import is, what it asks, and what came of it."""
    return _shown(http_request, import_of(http_request, import_id))


@require_POST
def agree_columns(http_request: OfficerRequest, import_id: int) -> HttpResponse:
    """Say what the columns of its logs hold, and go on."""
    row = import_of(http_request, import_id)
    if row.state != State.COLUMNS:
        messages.error(http_request, "The columns were agreed to already.")
        return redirect("web:library-import", row.pk)
    pairs = _forms(row, http_request.POST)
    forms = [form for _, form in pairs]
    if all(form.is_valid() for form in forms) and attempt(
        forms[0],
        lambda: importing.agree_columns(
            row.pk,
            [form.meanings() for form in forms],
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(http_request, "The import goes on with these columns.")
        return redirect("web:library-import", row.pk)
    return _shown(http_request, row, pairs)


@require_POST
def stop_import(http_request: OfficerRequest, import_id: int) -> HttpResponse:
    """Stop an import; what it took stays."""
    row = import_of(http_request, import_id)
    attempt_and_tell(
        http_request,
        lambda: importing.stop_import(row.pk, by=http_request.user, clock=http_request.ports.clock),
        done="The import is stopped. What it took stays in the library.",
    )
    return redirect("web:library-import", row.pk)


@require_GET
def report_csv(http_request: OfficerRequest, import_id: int) -> HttpResponse:
    """Hand out what was not taken, and why, as CSV (RFC 4180)."""
    row = import_of(http_request, import_id)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(TABLE)
    for item in row.items.all():
        cells = (item.get_what_display(), item.file, item.reason)
        writer.writerow([plain_cell(cell) for cell in cells])
    response = HttpResponse(
        text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    name = f"import-{row.pk}-not-taken.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def import_of(http_request: OfficerRequest, import_id: int) -> LibraryImport:
    """Return an import of the person's own authority, or 404."""
    found = LibraryImport.objects.filter(authority=authority_of(http_request))
    return get_object_or_404(found.select_related("asked_by"), pk=import_id)


def _forms(row: LibraryImport, data: object = None) -> list[tuple[list[str], ColumnsForm]]:
    return columns_forms(row.tables, [columns_of(table) for table in row.tables], data)


def _shown(
    http_request: OfficerRequest,
    row: LibraryImport,
    pairs: list[tuple[list[str], ColumnsForm]] | None = None,
) -> HttpResponse:
    """Show an import, with forms as they were posted where something has to be mended."""
    quiet = http_request.ports.clock.now() - row.seen_at >= QUIET
    items = row.items.all()
    asks = row.state == State.COLUMNS
    pairs = pairs or (_forms(row) if asks else [])
    wrong: PageForm | None = next((form for _, form in pairs if form.errors), None)
    context = {
        "row": row,
        "colour": TAGS[State(row.state)],
        "asks": asks,
        "working": row.state in LibraryImport.WORKING,
        "quiet": quiet,
        "pairs": pairs,
        "form": wrong,
        "page": page_of(items, ["pk"], http_request.GET.get("page", ""), shown=items),
    }
    return render(http_request, "web/library_import.html", context)
