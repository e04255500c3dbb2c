"""Forms for importing earlier responses: the files, and what the columns of a log hold."""

from collections.abc import Mapping, Sequence

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape

from assistant.domain.library.columns import FIELDS, Columns
from assistant.web.forms.base import PageForm

NOT_TAKEN = ("", "Not taken")
# A log has twenty columns at most; what a strange one has beyond these is not taken.
MOST_COLUMNS = 60
_LONGEST_HEADING = 200


class ManyFilesInput(forms.FileInput):
    """A file input in which several files can be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each checked as one would be."""

    widget = ManyFilesInput

    def clean(self, data: object, initial: object = None) -> object:
        """Return the files, in the order they were chosen."""
        files = data if isinstance(data, list | tuple) else [data]
        return [forms.FileField.clean(self, each, initial) for each in files or [None]]


class ImportForm(PageForm):
    """Files with earlier responses."""

    chosen = FilesField(
        label="Choose files",
        help_text="One or several: letters (.docx, .doc, .pdf, .rtf, .odt, .txt, .md, .html), "
        "mails (.eml, .msg), mailboxes (.mbox), disclosure logs (.csv, .xlsx), threads (.json), or "
        "a .zip of them. At most 50 MB each, and 200 MB together.",
        allow_empty_file=True,
        error_messages={"required": "Choose at least one file", "missing": "Choose the file again"},
    )

    def uploads(self) -> list[UploadedFile[bytes]]:
        """Return the files."""
        found: list[UploadedFile[bytes]] = self.cleaned_data["chosen"]
        return found


class ColumnsForm(PageForm):
    """What each column of a log holds; `prefix` keeps several logs apart."""

    def __init__(self, data: object = None, *, columns: Columns, prefix: str) -> None:
        super().__init__(data, prefix=prefix)  # type: ignore[arg-type]  # what was posted, or None
        held = {place: name for name, places in columns.fields.items() for place in places}
        choices = [NOT_TAKEN, *((name, _begun(words)) for name, (words, _) in FIELDS.items())]
        for place, heading in enumerate(columns.headings[:MOST_COLUMNS]):
            if heading.strip():
                self.fields[f"column-{place}"] = forms.ChoiceField(
                    # crispy-forms-gds takes a label for HTML; a heading is what a file says.
                    label=escape(" ".join(heading.split())[:_LONGEST_HEADING]),
                    choices=choices,
                    required=False,
                    initial=held.get(place, ""),
                )

    def meanings(self) -> dict[int, str]:
        """Return the field that each column holds, by its place; only those that hold one."""
        return {
            int(name.removeprefix("column-")): str(field)
            for name, field in self.cleaned_data.items()
            if field
        }


def columns_forms(
    tables: Sequence[Mapping[str, object]], found: Sequence[Columns], data: object
) -> list[tuple[list[str], ColumnsForm]]:
    """Return a form for each table, with the names of its files."""
    return [
        (list(table["files"]), ColumnsForm(data, columns=columns, prefix=f"table-{number}"))  # type: ignore[call-overload]  # from JSON
        for number, (table, columns) in enumerate(zip(tables, found, strict=True))
    ]


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]
