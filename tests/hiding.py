"""Files that hide something, written by the usual libraries and mended by hand where those stop."""

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as WordDocument
from openpyxl import Workbook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def workbook(change: Callable[[Workbook], object] = lambda _book: None) -> bytes:
    """A workbook with a sheet "Answer" of three rows and two columns, after a change."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Answer"
    for row in (["Year", "Number"], [2023, 4], [2024, 5]):
        sheet.append(row)
    change(book)
    return saved(book.save)


def hidden_sheet(rows: int = 214, state: str = "hidden") -> bytes:
    """A workbook with a sheet "Staff" behind the one that answers the request."""

    def change(book: Workbook) -> None:
        sheet = book.create_sheet("Staff")
        for number in range(rows):
            sheet.append([number, f"Officer {number}"])
        sheet.sheet_state = state

    return workbook(change)


def document(change: Callable[[WordDocument], object] = lambda _made: None) -> bytes:
    """A Word document of two paragraphs, after a change."""
    made = Document()
    made.add_paragraph("Four dogs were bought in 2024.")
    made.add_paragraph("Nothing else is held.")
    change(made)
    return saved(made.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a library saves."""
    held = io.BytesIO()
    save(held)
    return held.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def mended(content: bytes, parts: Mapping[str, str | bytes] = {}) -> bytes:
    """The same zip with parts added or put in the place of others."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return packed({**held, **parts})


def pivot_cache(records: int = 9480) -> bytes:
    """A workbook whose pivot table keeps records of a sheet that was deleted."""
    fields = "".join(f'<cacheField name="F{number}"><sharedItems/></cacheField>' for number in "12")
    definition = (
        f'<pivotCacheDefinition {S} {R} r:id="rId1" recordCount="{records}"><cacheSource '
        'type="worksheet"><worksheetSource ref="A1:B9" sheet="Personnel"/></cacheSource>'
        f'<cacheFields count="2">{fields}</cacheFields></pivotCacheDefinition>'
    )
    kept = "".join(f'<r><s v="Officer {number}"/><n v="1"/></r>' for number in range(records))
    return mended(
        workbook(),
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": definition,
            "xl/pivotCache/pivotCacheRecords1.xml": f"<pivotCacheRecords {S}>{kept}"
            "</pivotCacheRecords>",
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": f"<Relationships {RELS}>"
            f'<Relationship Id="rId1" Type="{KIND}pivotCacheRecords" '
            'Target="pivotCacheRecords1.xml"/></Relationships>',
        },
    )


def external_link() -> bytes:
    """A workbook that keeps two values of another one."""
    cells = '<cell r="A1"><v>1</v></cell><cell r="A2"><v>2</v></cell>'
    return mended(
        workbook(),
        {
            "xl/externalLinks/externalLink1.xml": f'<externalLink {S} {R}><externalBook r:id="r1">'
            f'<sheetDataSet><sheetData sheetId="0"><row r="1">{cells}</row></sheetData>'
            "</sheetDataSet></externalBook></externalLink>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": f"<Relationships {RELS}>"
            f'<Relationship Id="r1" Type="{KIND}externalLinkPath" '
            'Target="file:///S:/HR/Staff.xlsx" TargetMode="External"/></Relationships>',
        },
    )


def word(body: str, parts: Mapping[str, str | bytes] = {}) -> bytes:
    """A Word document with this body, in XML."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **parts,
        }
    )


def run(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def pdf(
    content: str,
    *,
    page: str = "",
    objects: Mapping[int, str] = {},
    catalog: str = "",
    info: str = "",
) -> bytes:
    """A PDF of one page, 600 by 800 points; `objects` are numbered from 10."""
    listed: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R >> /XObject << /Im 6 0 R /Fm 7 0 R >> "
            f"/ExtGState << /Thin 8 0 R >> >> {page} >>"
        ).encode(),
        4: f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode(),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Length 1 >>\nstream\n\xff\nendstream",
        7: b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 31 >>\nstream\n"
        b"0 g 90 690 300 30 re f         \nendstream",
        8: b"<< /Type /ExtGState /ca 0.3 /CA 0.3 >>",
        9: f"<< {info} >>".encode(),
    }
    listed |= {number: held.encode("latin-1") for number, held in objects.items()}
    made = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, held in listed.items():
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + held + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 1\n{0:010d} 65535 f \n".encode()
    for number, place in places.items():
        made += f"{number} 1\n{place:010d} 00000 n \n".encode()
    trailer = f"trailer\n<< /Size {max(listed) + 1} /Root 1 0 R /Info 9 0 R >>\n"
    return bytes(made) + f"{trailer}startxref\n{start}\n%%EOF\n".encode()


WORDS = "BT /F1 12 Tf 100 700 Td (Jan Novak, 4 Mill Lane) Tj ET\n"
BLACK = "0 g 90 690 300 30 re f\n"
WHITE = "1 g 90 690 300 30 re f\n"
