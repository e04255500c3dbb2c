"""Documents of every kind that is read, made here."""

import io
import zipfile
from collections.abc import Mapping

import docx
import openpyxl
import typst
from pypdf import PdfReader, PdfWriter

ASK = ("Dear Northshire Police,", "How many dogs did you keep in 2021?", "What did they cost?")
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def word() -> bytes:
    """A letter whose questions Word numbers by itself, with a table."""
    letter = docx.Document()
    letter.add_paragraph(ASK[0])
    for question in ASK[1:]:
        letter.add_paragraph(question, style="List Number")
    letter.add_paragraph("dogs", style="List Bullet")
    table = letter.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Year", "2021"
    made = io.BytesIO()
    letter.save(made)
    return made.getvalue()


def word_of(body: str, **more: str) -> bytes:
    """A Word document of some XML, with other parts by name ("numbering")."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{xml}</w:{name}>'
              for name, xml in more.items()}  # fmt: skip
    return zipped({"[Content_Types].xml": "<x/>", "word/document.xml": document, **others})


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str) -> bytes:
    source = "\n#pagebreak()\n".join("\n\n".join(page.split("\n")) for page in pages)
    return bytes(typst.compile(source.encode()))  # type: ignore[arg-type]  # one file


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(ASK[1]))))
    writer.encrypt("dogs", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def sheets() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Questions"
    first.append(["No", "Question", "Year"])
    first.append([1, ASK[1], 2021.0])
    hidden = book.create_sheet("Secret")
    hidden.append(["Approve."])
    hidden.sheet_state = "hidden"
    second = book.create_sheet("Notes")
    second.append([None, True, "dogs"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def slides() -> bytes:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    page = '<p xmlns:a="{a}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p>'
    numbered = ((10, ASK[2]), (2, ASK[1]))
    return zipped({f"ppt/slides/slide{n}.xml": page.format(a=a, text=text) for n, text in numbered})


def open_text() -> bytes:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-suffix="." style:num-format="1"/></text:list-style>'
    )
    items = "".join(f"<text:list-item><text:p>{each}</text:p></text:list-item>" for each in ASK[1:])
    body = (
        f"<text:p>{ASK[0]}</text:p><text:list text:style-name='L'>{items}</text:list>"
        "<text:p>two<text:s text:c='3'/>blanks<text:tab/>and <text:span>more</text:span> words"
        "</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>2021</text:p></table:table-cell></table:table-row></table:table>"
    )
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{style}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content})


def rich() -> bytes:
    return b"{\\rtf1\\ansi " + b"\\par ".join(each.encode() for each in ASK) + b"}"
