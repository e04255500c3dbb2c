"""What is seen in workbooks: each thing that leaks, and nothing in a plain answer."""

from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

from assistant.adapters.documents.inspector import FileInspector
from tests import hiding

INSPECTOR = FileInspector()


def seen(content: bytes, name: str = "a.xlsx") -> list[tuple[str, str, int]]:
    """What is seen, but for the author, whom each library writes into its files."""
    found = INSPECTOR.inspect(name, "", content)
    return [(each.rule, each.place, each.count) for each in found if each.rule != "author"]


def test_a_plain_workbook_hides_nothing() -> None:
    assert seen(hiding.workbook()) == []


@pytest.mark.parametrize(
    ("state", "rule"), [("hidden", "hidden-sheet"), ("veryHidden", "very-hidden-sheet")]
)
def test_a_hidden_sheet_is_named_with_its_rows(state: str, rule: str) -> None:
    assert seen(hiding.hidden_sheet(214, state)) == [(rule, "Staff", 214)]


def _rows(book: Workbook) -> None:
    book["Answer"].row_dimensions[2].hidden = True
    book["Answer"].row_dimensions[9].hidden = True


def _filter(book: Workbook) -> None:
    _rows(book)
    book["Answer"].auto_filter.ref = "A1:B3"
    book["Answer"].auto_filter.add_filter_column(0, ["2024"])


def _columns(book: Workbook) -> None:
    book["Answer"].column_dimensions["B"].hidden = True
    book["Answer"].column_dimensions["F"].hidden = True


def _comment(book: Workbook) -> None:
    book["Answer"]["A1"].comment = Comment("Ask Jan", "Jan Novak")


def _name(book: Workbook) -> None:
    book.create_sheet("Staff O'Neil")["A1"] = 1
    book["Staff O'Neil"].sheet_state = "hidden"
    book.defined_names["people"] = DefinedName("people", attr_text="'Staff O''Neil'!$A$1")


def _black(book: Workbook) -> None:
    cell = book["Answer"]["B2"]
    cell.fill, cell.font = PatternFill("solid", fgColor="FF000000"), Font(color="FF000000")


def _white(book: Workbook) -> None:
    book["Answer"]["B2"].font = Font(color="FFFFFFFF")


def _header(book: Workbook) -> None:
    cell = book["Answer"]["A1"]
    cell.fill, cell.font = PatternFill("solid", fgColor="FF000000"), Font(color="FFFFFFFF")


def _format(book: Workbook) -> None:
    book["Answer"]["B2"].number_format = ";;;"


def _narrow(book: Workbook) -> None:
    book["Answer"].column_dimensions["B"].width = 0.14
    book["Answer"].column_dimensions["C"].width = 0.14
    book["Answer"].column_dimensions["A"].width = 0.9


def _low(book: Workbook) -> None:
    book["Answer"].row_dimensions[2].height = 0.75
    book["Answer"].row_dimensions[3].height = 6


def _alike(book: Workbook) -> None:
    for place, ink in (("B2", "FFDDEEFF"), ("B3", "FF0B0C0C")):
        book["Answer"][place].fill = PatternFill("solid", fgColor="FFDDEEFF")
        book["Answer"][place].font = Font(color=ink)


def _quotes(book: Workbook) -> None:
    book["Answer"]["B2"].number_format = '[Red]"";" ";_-'
    book["Answer"]["B3"].number_format = '"about "0;;'


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_rows, [("hidden-rows", "Answer", 1)]),
        (_filter, [("filtered-rows", "Answer", 1)]),
        (_columns, [("hidden-columns", "Answer", 1)]),
        (_comment, [("comments", "", 1)]),
        (_name, [("hidden-sheet", "Staff O'Neil", 1), ("hidden-name", "people", 0)]),
        (_black, [("blacked-out", "sheet “Answer”", 1)]),
        (_white, [("white-text", "sheet “Answer”", 1)]),
        (_header, []),
        (_narrow, [("hidden-columns", "Answer", 1)]),
        (_low, [("hidden-rows", "Answer", 1)]),
        (_alike, [("hidden-text", "sheet “Answer”", 1)]),
        (_quotes, [("hidden-text", "sheet “Answer”", 1)]),
        (_format, [("hidden-text", "sheet “Answer”", 1)]),
    ],
)
def test_what_a_sheet_does_not_show_is_counted(change: Any, expected: object) -> None:
    assert seen(hiding.workbook(change)) == expected


def test_a_view_that_somebody_kept_is_a_note() -> None:
    named = '<customWorkbookView name="K. Malik - Personal View"/>'
    views = f"<customWorkbookViews>{named}</customWorkbookViews>"
    book = f"<workbook {hiding.S}><sheets/>{views}</workbook>"
    content = hiding.mended(hiding.workbook(), {"xl/workbook.xml": book})
    assert seen(content) == [("custom-view", "K. Malik - Personal View", 1)]


def test_objects_of_a_drawing_that_are_switched_off_are_counted_but_for_buttons() -> None:
    button = '<cNvPr id="3" hidden="1"><ext><compatExt spid="_x0000_s1"/></ext></cNvPr>'
    shapes = f'<wsDr><cNvPr id="1"/><cNvPr id="2" hidden="1"/>{button}</wsDr>'
    content = hiding.mended(hiding.workbook(), {"xl/drawings/drawing1.xml": shapes})
    assert seen(content) == [("hidden-shape", "the workbook", 1)]


def test_a_pivot_table_is_found_with_the_records_it_keeps() -> None:
    assert seen(hiding.pivot_cache(9480)) == [("pivot-cache", "from “Personnel”, 2 columns", 9480)]


def test_a_link_to_another_file_is_found_with_the_values_it_keeps() -> None:
    assert seen(hiding.external_link()) == [("external-link", "file:///S:/HR/Staff.xlsx", 2)]


def test_connections_macros_models_and_files_inside_are_found() -> None:
    content = hiding.mended(
        hiding.workbook(),
        {
            "xl/connections.xml": f'<connections {hiding.S}><connection id="1" name="HR server"/>'
            "</connections>",
            "xl/vbaProject.bin": b"\0",
            "xl/model/item.data": b"\0",
            "xl/embeddings/book.xlsx": hiding.hidden_sheet(3),
            "docProps/custom.xml": '<Properties><property name="Case officer">'
            "<lpwstr>Jan Novak</lpwstr></property></Properties>",
        },
    )
    found = INSPECTOR.inspect("a.xlsm", "", content)
    assert [(each.rule, each.place, each.count, each.within) for each in found] == [
        ("data-model", "", 0, ""),
        ("data-connection", "HR server", 0, ""),
        ("macros", "", 0, ""),
        ("author", "openpyxl", 0, ""),
        ("properties", "Case officer “Jan Novak”", 0, ""),
        ("embedded-file", "book.xlsx", 1, ""),
        ("hidden-sheet", "Staff", 3, "book.xlsx"),
        ("author", "openpyxl", 0, "book.xlsx"),
    ]


def test_a_workbook_under_another_name_is_looked_into_all_the_same() -> None:
    for name in ("a.docx", "a.zip", "figures", "a.csv"):
        assert ("hidden-sheet", "Staff", 2) in seen(hiding.hidden_sheet(2), name)


def test_a_binary_workbook_is_said_to_be_closed_to_us() -> None:
    content = hiding.packed({"xl/workbook.bin": b"\0"})
    assert seen(content, "a.xlsb") == [("not-inspected", "The workbook", 0)]
