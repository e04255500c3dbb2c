"""The table of what is looked for in files that go out: how grave it is, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Raise it when more is looked for than before: files looked into earlier are looked into again.
EDITION = 1


class Severity(StrEnum):
    """How grave a finding is: a person clears or accepts it, or only has to know of it."""

    CLEAR = "clear"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for.

    `says` may hold {place}; {about}, which is the place in brackets where there is one; and
    {count}, which becomes a number with `one` or `many` behind it.
    `to_do` says what an officer does now.
    """

    id: str
    severity: Severity
    says: str
    to_do: str
    one: str = ""
    many: str = ""


_CLEAR, _NOTE = Severity.CLEAR, Severity.NOTE

_INSPECT_DOCUMENT = "In Office: File, Info, Check for Issues, Inspect Document."
_AS_VALUES = (
    "Copy what is to be disclosed into a new workbook as values (Paste Special, Values) and attach "
    "that, or a CSV file."
)
_UNHIDE = "Unhide it and look at all of it; delete what is not to be disclosed. " + _AS_VALUES
_PRINT_ANEW = (
    "Redact with a tool that takes the words out, then print to a new PDF or scan it, and attach "
    "that one."
)
_PROPERTIES = _INSPECT_DOCUMENT + " Remove document properties and personal information."

_ANY_FILE = (
    Rule("not-inspected", _CLEAR, "{place} could not be looked into: nobody knows what it hides.",
         "Save it in a usual form (.xlsx, .docx, .pptx, .csv, .pdf, without a password), or look "
         "at all of it yourself and say so."),
    Rule("locked", _CLEAR, "{place} is locked with a password, so it could not be looked into.",
         "Take the password off, so that it can be looked into; tell it to nobody by e-mail."),
    Rule("partly-inspected", _CLEAR, "Only a part of {place} could be looked into: it is too large "
         "or damaged.", "Split it into smaller files, or look at the rest yourself and say so."),
    Rule("embedded-file", _CLEAR, "It carries {count}: {place}.", "Open each of them. Paste as a "
         "picture or as values instead, so that the file itself stays here.",
         "file inside", "files inside"),
    Rule("author", _NOTE, "Its properties name a person: {place}.", _PROPERTIES),
    Rule("properties", _NOTE, "Its properties say more than the text does: {place}.", _PROPERTIES),
    Rule("thumbnail", _NOTE, "It keeps a small picture of an earlier state of the first page.",
         "Save it without a preview picture (File, Info, Properties, Advanced)."),
    Rule("macros", _CLEAR, "It holds macros, that is, programs{about}.",
         "Save it without macros, as .xlsx or .docx. Most mail servers refuse macros."),
    Rule("hidden-text", _CLEAR, "Text is formatted as hidden: {count}{about}.",
         "Show hidden text and delete what is not to be disclosed. " + _INSPECT_DOCUMENT,
         "character", "characters"),
    Rule("white-text", _NOTE, "Some text is white and cannot be seen on a white page: {count}"
         "{about}.", "Select everything, set the colour to black, and see what comes up.",
         "character", "characters"),
    Rule("tiny-text", _CLEAR, "Some text is too small for anybody to read: {count}{about}.",
         "Select everything, set the size to 12, and delete what is not to be disclosed.",
         "character", "characters"),
    Rule("custom-data", _NOTE, "A program or a form keeps data in it that no page shows: {count}"
         "{about}.", "Remove custom XML data. " + _INSPECT_DOCUMENT, "character", "characters"),
    Rule("blacked-out", _CLEAR, "Text is made black on black and can be read by anybody who "
         "changes its colour: {count}{about}.", "Delete the words and write “[redacted]” in their "
         "place.", "character", "characters"),
    Rule("tracked-changes", _CLEAR, "It keeps {count}, with what was deleted and by whom{about}.",
         "Accept or reject all changes, stop tracking, and save.", "tracked change",
         "tracked changes"),
    Rule("comments", _CLEAR, "It holds {count}{about}.", "Delete all comments and notes. "
         + _INSPECT_DOCUMENT, "comment or note", "comments or notes"),
)  # fmt: skip

_SHEETS = (
    Rule("hidden-sheet", _CLEAR, "Sheet “{place}” is hidden: {count}.", _UNHIDE, "row", "rows"),
    Rule("very-hidden-sheet", _CLEAR, "Sheet “{place}” is hidden so that Excel’s menus do not show "
         "it: {count}.", "Nobody can unhide it by a menu. " + _AS_VALUES, "row", "rows"),
    Rule("hidden-rows", _CLEAR, "Sheet “{place}” has {count}.", _UNHIDE,
         "hidden row with content", "hidden rows with content"),
    Rule("filtered-rows", _CLEAR, "Sheet “{place}” has {count}.", "The filter only hides them. "
         "Take the filter off and delete the rows. " + _AS_VALUES,
         "row that a filter leaves out", "rows that a filter leaves out"),
    Rule("hidden-columns", _CLEAR, "Sheet “{place}” has {count}.", _UNHIDE,
         "hidden column with content", "hidden columns with content"),
    Rule("pivot-cache", _CLEAR, "A pivot table keeps a copy of the data it was made from: "
         "{count}{about}.", "The data can be got back even where the sheet it came from was "
         "deleted. " + _AS_VALUES, "record", "records"),
    Rule("data-model", _CLEAR, "It holds a data model, with all the tables that were loaded.",
         _AS_VALUES),
    Rule("external-link", _CLEAR, "It is linked to another file, {place}, and keeps {count} from "
         "it.", "Break the links (Data, Edit Links) so that neither path nor values leave.",
         "value", "values"),
    Rule("data-connection", _CLEAR, "It holds the connection to a source of data: {place}.",
         "Delete it (Data, Queries and Connections): it may name servers, queries and accounts."),
    Rule("hidden-name", _NOTE, "The name “{place}” is hidden, or points at a hidden or deleted "
         "place.", "Delete it in the Name Manager (Formulas)."),
    Rule("custom-view", _NOTE, "It keeps {count}, often named after a person, that may show other "
         "rows and columns: {place}.", "Delete them (View, Custom Views, or stop sharing it).",
         "view of its own", "views of its own"),
    Rule("slicer", _NOTE, "A slicer lists the values of a column: {place}.", "Delete the slicer."),
)  # fmt: skip

_TEXTS = (
    Rule("linked-file", _NOTE, "It names a file or template on your own computers: {place}.",
         "Unlink it, so that its path does not leave."),
    Rule("unused-header", _NOTE, "It keeps headers or footers that no page shows: {count}.",
         "Switch “Different first page” and “Different odd and even pages” on, delete the words, "
         "and switch them off again.", "character", "characters"),
    Rule("mail-merge", _CLEAR, "It is set up for mail merge with a list of recipients: {place}.",
         "Mailings, Start Mail Merge, Normal Word Document; then save."),
    Rule("variables", _NOTE, "It holds {count} that no page shows.", _INSPECT_DOCUMENT,
         "variable", "variables"),
    Rule("hidden-slide", _CLEAR, "Slide {place} is hidden.", "Delete it if it is not to be "
         "disclosed."),
    Rule("speaker-notes", _CLEAR, "Speaker’s notes stand below {count}: {place}.",
         "Delete the notes. " + _INSPECT_DOCUMENT, "slide", "slides"),
    Rule("hidden-shape", _CLEAR, "In {place} there are objects that are not shown: {count}.",
         "Open the Selection Pane and delete them.", "object", "objects"),
    Rule("hidden-section", _CLEAR, "It holds hidden sections or paragraphs: {count}{about}.",
         "Show them and delete what is not to be disclosed.", "section", "sections"),
)  # fmt: skip

_PDFS = (
    Rule("pdf-text-under-box", _CLEAR, "Page {place}: {count} under a dark box. They can be "
         "selected, copied and searched.", _PRINT_ANEW, "character", "characters"),
    Rule("pdf-text-covered", _CLEAR, "Page {place}: {count} covered by a light box. They can be "
         "selected, copied and searched.", _PRINT_ANEW, "character", "characters"),
    Rule("pdf-redaction-not-applied", _CLEAR, "Page {place}: {count} but never applied. The words "
         "are still there.", "Apply the redactions in the tool they were marked with, and save.",
         "redaction was marked", "redactions were marked"),
    Rule("pdf-annotations", _CLEAR, "Page {place}: {count}.", "Delete them, or print to a new PDF "
         "without comments.", "comment, mark or drawn note", "comments, marks or drawn notes"),
    Rule("pdf-hidden-field", _CLEAR, "Page {place}: {count}.", _PRINT_ANEW,
         "hidden form field that is filled in", "hidden form fields that are filled in"),
    Rule("pdf-field-off-page", _CLEAR, "It keeps {count} in a form that no page shows.",
         _PRINT_ANEW, "answer", "answers"),
    Rule("pdf-invisible-text", _CLEAR, "Page {place}: {count} that no reader sees, and no scanned "
         "picture above them.", _PRINT_ANEW, "invisible character", "invisible characters"),
    Rule("pdf-scan-text", _NOTE, "Behind the scanned picture of {count} stands the text that a "
         "program recognised.", "Where words were blacked out in the picture, search the PDF for "
         "them: the text behind may still hold them.", "page", "pages"),
    Rule("pdf-outside-page", _CLEAR, "Page {place}: {count} outside the visible page, cut off and "
         "not deleted.", _PRINT_ANEW, "character", "characters"),
    Rule("pdf-hidden-layer", _CLEAR, "It has layers that are switched off: {place}.", _PRINT_ANEW),
    Rule("pdf-earlier-versions", _CLEAR, "It keeps {count} of itself, from before it was last "
         "saved.", "Anybody can get the earlier state back. Print to a new PDF, or save under "
         "another name (“Save as”, not “Save”).", "earlier version", "earlier versions"),
)  # fmt: skip

_OTHERS = (
    Rule("email-file", _CLEAR, "It is an e-mail as a file: with its addresses, the names of "
         "servers, and all that is attached to it{about}.", "Print it to a PDF and redact that."),
    Rule("picture-place", _CLEAR, "The picture says where it was taken (GPS).",
         "Save it without its properties (Properties, Details, Remove Properties)."),
    Rule("picture-data", _NOTE, "The picture carries data of the camera or the program: {place}.",
         "Save it without its properties (Properties, Details, Remove Properties)."),
)  # fmt: skip

RULES: Mapping[str, Rule] = {
    rule.id: rule for rule in (*_ANY_FILE, *_SHEETS, *_TEXTS, *_PDFS, *_OTHERS)
}
