"""Small files with an attack in them, made by hand so that the bytes are always the same."""

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/><Override '
    'PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-'
    'properties+xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = (
    f'<?xml version="1.0"?><Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/'
    f'officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="{_RELS}/metadata/'
    'core-properties" Target="docProps/core.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'<?xml version="1.0"?><Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/'
    'comments" Target="comments.xml"/></Relationships>'
)
_EPOCH = (2026, 3, 2, 9, 30, 0)


def docx(words: str, *, hidden: bool = False, comment: str = "", title: str = "") -> bytes:
    """Return a Word file that says the words, as hidden text where asked, with a comment."""
    how = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    shown = "<w:p><w:r><w:t>My questions are in the e-mail.</w:t></w:r></w:p>" if hidden else ""
    lines = "".join(
        f'<w:p><w:r>{how}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in words.splitlines()
    )
    noted = (
        f'<w:comment w:id="0" w:author="Sam Idris"><w:p><w:r><w:t>{escape(comment)}</w:t></w:r>'
        "</w:p></w:comment>"
        if comment
        else ""
    )
    mark = '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>' if comment else ""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
        "word/document.xml": (
            f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{shown}'
            f"{lines}{mark}</w:body></w:document>"
        ),
        "word/comments.xml": (
            f'<?xml version="1.0"?><w:comments xmlns:w="{_W}">{noted}</w:comments>'
        ),
        "docProps/core.xml": (
            '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.'
            'openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/'
            f'elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
        ),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text)
    return made.getvalue()


def pdf(words: str, *, size: float = 11, colour: str = "0 0 0 rg", author: str = "") -> bytes:
    """Return a one-page PDF that says the words in this size and colour (a PDF operator)."""
    lines = "".join(f"({_literal(line)}) Tj T* " for line in words.splitlines())
    drawn = (
        f"BT /F1 {size} Tf 14 TL 50 780 Td {colour} {lines}ET\n"
        "BT /F1 11 Tf 0 0 0 rg 50 700 Td (My questions are in the e-mail.) Tj ET"
    ).encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Author (%s) >>" % _literal(author).encode("latin-1", "replace"),
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(made))
    )


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def calendar(words: str) -> bytes:
    """Return an invitation whose summary says the words."""
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1@example.org",
        "DTSTART:20260401T090000Z", f"SUMMARY:{words}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def vcard(address: str, name: str) -> bytes:
    """Return a business card with an address of its own."""
    lines = ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"EMAIL:{address}", "END:VCARD", "")
    return "\r\n".join(lines).encode()
