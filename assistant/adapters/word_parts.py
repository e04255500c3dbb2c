"""What python-docx does not make by itself: numbering, links, fields, language, fixed bytes.

Everything here works on the document's own XML (ECMA-376 part 1, WordprocessingML).
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.shared import Emu
from docx.styles.style import BaseStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from assistant.domain.letters.listings import Counting, Listing

LANGUAGE = "en-GB"
_LINK_COLOUR = "1D4F91"
_FORMATS = {
    Counting.DECIMAL: "decimal",
    Counting.LETTER: "lowerLetter",
    Counting.ROMAN: "lowerRoman",
}
# The oldest date a zip file can carry: the same for every file of every document.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def made(name: str, content: str = "", **attributes: str) -> BaseOxmlElement:
    """Return the element w:name; `content` is XML, attributes are of the same namespace."""
    given = "".join(f" w:{key}={quoteattr(value)}" for key, value in attributes.items())
    return parse_xml(f"<w:{name} {nsdecls('w')}{given}>{content}</w:{name}>")


def add_numbering(document: Document, listing: Listing) -> str:
    """Define how one list is counted, exactly as its letter writes the labels; return its id."""
    numbering = _numbering(document).element
    definitions = numbering.findall(qn("w:abstractNum"))
    ident = str(max((int(each.get(qn("w:abstractNumId"))) for each in definitions), default=0) + 1)
    used = numbering.findall(qn("w:num"))
    number = str(max((int(each.get(qn("w:numId"))) for each in used), default=0) + 1)
    how = listing.numbering
    shown, start, kind = "•", 1, "bullet"
    if how:
        shown, start, kind = f"{how.before}%1{how.after}", how.start, _FORMATS[how.counting]
    level = (
        f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="425"/></w:pPr>'
    )
    definition = made(
        "abstractNum",
        f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">{level}</w:lvl>',
        abstractNumId=ident,
    )
    # Definitions stand before the numbers that use them (section 17.9.15).
    if used:
        used[0].addprevious(definition)
    else:
        numbering.append(definition)
    numbering.append(made("num", f'<w:abstractNumId w:val="{ident}"/>', numId=number))
    return number


def number(paragraph: WordParagraph, ident: str) -> None:
    """Make a paragraph an entry of the list that `ident` counts."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no numbering
    chosen = properties.get_or_add_numPr()
    chosen.append(made("ilvl", val="0"))
    chosen.append(made("numId", val=ident))


def add_link(paragraph: WordParagraph, text: str, href: str) -> None:
    """Add a link to a paragraph."""
    relation = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = paragraph.add_run(text)
    run.font.underline = True
    run._r.get_or_add_rPr().append(made("color", val=_LINK_COLOUR))  # noqa: SLF001 - see above
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}" w:history="1"/>')
    run._r.addprevious(link)  # noqa: SLF001 - see above
    link.append(run._r)  # noqa: SLF001 - see above


def add_field(paragraph: WordParagraph, instruction: str) -> None:
    """Add a field that the program fills, such as PAGE, in the type of the run before it."""
    before = paragraph.runs[-1].font.size
    size = f'<w:sz w:val="{round(before.pt * 2)}"/>' if before else ""
    shown = f"<w:r><w:rPr>{size}</w:rPr><w:t>1</w:t></w:r>"
    field = made("fldSimple", shown, instr=instruction)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def rule_below(paragraph: WordParagraph) -> None:
    """Draw a thin line below a paragraph."""
    border = '<w:bottom w:val="single" w:sz="4" w:space="4" w:color="787878"/>'
    paragraph._p.get_or_add_pPr().append(made("pBdr", border))  # noqa: SLF001 - see above


def finish_table(table: WordTable, *, has_header: bool) -> None:
    """Draw a table's lines, and say of its first row that it names the columns, on every page."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="787878"/>' for side in _BORDERS
    )
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has neither
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    properties.append(made("tblBorders", lines))
    first = "1" if has_header else "0"
    properties.append(made("tblLook", val="0000", firstRow=first, firstColumn="0", noVBand="1"))
    if has_header:
        row = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - see above
        row.append(made("tblHeader"))


def set_widths(table: WordTable, widths: Sequence[int]) -> None:
    """Make a table's columns so wide, in EMU; cells say it too, because Word goes by them."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)


def set_face(style: BaseStyle, face: str) -> None:
    """Set a style in a typeface, whatever the theme says."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in list(fonts.attrib):
        del fonts.attrib[each]
    for each in _FACES:
        fonts.set(qn(f"w:{each}"), face)


def set_language(document: Document) -> None:
    """Say in the document's defaults that it is British English, for spelling and read-aloud."""
    styles = document.styles.element
    for defaults in styles.iter(qn("w:rPrDefault")):
        for properties in defaults.iter(qn("w:rPr")):
            for language in properties.findall(qn("w:lang")):
                properties.remove(language)
            properties.append(made("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def fixed(document: Document) -> bytes:
    """Return the document's bytes, the same for the same document: no clock gets into them."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name, content in _files(source):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, content)
    return packed.getvalue()


def _files(source: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a package in the order in which they were written."""
    for entry in source.infolist():
        yield entry.filename, source.read(entry)


def _numbering(document: Document) -> NumberingPart:
    """Return the part that holds a document's numbering, made where a letterhead has none."""
    try:
        return document.part.numbering_part
    except NotImplementedError:
        part = NumberingPart.load(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            f"<w:numbering {nsdecls('w')}/>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return document.part.numbering_part
