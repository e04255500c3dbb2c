"""What is seen in Word documents, presentations, OpenDocument files, mail, archives, pictures."""

import struct
from email.message import EmailMessage

import pytest
from docx.document import Document

from assistant.adapters.documents.inspector import FileInspector
from tests import hiding
from tests.hiding import run, word

INSPECTOR = FileInspector()
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ' + hiding.R
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
FILTERED, COLLAPSED = (f' table:visibility="{how}"' for how in ("filter", "collapse"))
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "meta", "drawing", "presentation")
)


def seen(content: bytes, name: str = "a.docx") -> list[tuple[str, str, int]]:
    found = INSPECTOR.inspect(name, "", content)
    return [(each.rule, each.place, each.count) for each in found]


def test_a_plain_document_tells_only_its_properties() -> None:
    rules = {rule for rule, _, _ in seen(hiding.document())}
    assert rules <= {"author", "properties", "thumbnail"}


BY = 'w:id="1" w:author="Jan Novak"'
NEW, OLD = "<w:r><w:t>new</w:t></w:r>", "<w:r><w:delText>old</w:delText></w:r>"
STYLES = (
    f'<w:styles {hiding.W}><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Deeper"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:styleId="Ghost"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:styleId="Banner"><w:rPr><w:color w:val="FFFFFF"/><w:shd w:fill="003078"/></w:rPr>'
    "</w:style></w:styles>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (run("Nothing to see."), []),
        (
            f"<w:p><w:ins {BY}>{NEW}</w:ins><w:del {BY}>{OLD}</w:del></w:p>",
            [("tracked-changes", "by Jan Novak", 2)],
        ),
        (run("secret", "<w:vanish/>"), [("hidden-text", "", 6)]),
        (run("shown", '<w:vanish w:val="0"/>'), []),
        (run("secret", '<w:rStyle w:val="Deeper"/>'), [("hidden-text", "", 6)]),
        (
            '<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>all</w:t></w:r></w:p>',
            [("hidden-text", "", 3)],
        ),
        (run("Jan", '<w:highlight w:val="black"/>'), [("blacked-out", "", 3)]),
        (run("Jan", '<w:color w:val="000000"/><w:shd w:fill="000000"/>'), [("blacked-out", "", 3)]),
        (run("Head", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'), []),
        (run("Jan", '<w:color w:val="FFFFFF"/>'), [("white-text", "", 3)]),
        (run("Jan", '<w:rStyle w:val="Ghost"/>'), [("white-text", "", 3)]),
        (run("Jan", '<w:rStyle w:val="Ghost"/><w:color w:val="C00000"/>'), []),
        (run("Head", '<w:rStyle w:val="Banner"/>'), []),
        (run("Jan", '<w:color w:val="FDFDFE"/>'), [("white-text", "", 3)]),
        (run("Jan", '<w:color w:val="F0F0F0"/>'), []),
        (run("Jan", '<w:sz w:val="2"/>'), [("tiny-text", "", 3)]),
        (run("Jan", '<w:sz w:val="13"/>'), []),
    ],
)
def test_what_a_document_does_not_show_is_counted(body: str, expected: object) -> None:
    assert seen(word(body, {"word/styles.xml": STYLES})) == expected


@pytest.mark.parametrize(
    ("kind", "section", "settings", "expected"),
    [
        ("default", "", "", []),
        ("first", "", "", [("unused-header", "", 7)]),
        ("first", "<w:titlePg/>", "", []),
        ("first", '<w:titlePg w:val="0"/>', "", [("unused-header", "", 7)]),
        ("even", "<w:titlePg/>", "", [("unused-header", "", 7)]),
        ("even", "", "<w:evenAndOddHeaders/>", []),
    ],
)
def test_a_header_that_no_page_has_is_a_note(
    kind: str, section: str, settings: str, expected: object
) -> None:
    leads = f'<w:headerReference w:type="{kind}" {hiding.R} r:id="rId7"/>'
    content = word(
        run("Nothing to see.") + f"<w:sectPr>{leads}{section}</w:sectPr>",
        {
            "word/header1.xml": f"<w:hdr {hiding.W}>{run('Draft 3')}</w:hdr>",
            "word/settings.xml": f"<w:settings {hiding.W}>{settings}</w:settings>",
            "word/_rels/document.xml.rels": f"<Relationships {hiding.RELS}><Relationship "
            f'Id="rId7" Type="{hiding.KIND}header" Target="header1.xml"/></Relationships>',
        },
    )
    assert seen(content) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<case><handler>Jan Novak</handler></case>", [("custom-data", "case", 9)]),
        ('<Sources xmlns="urn:a" Style="APA"/>', []),
        (
            '<F xmlns="http://schemas.microsoft.com/sharepoint/v3/contenttype/forms">List</F>',
            [],
        ),
        ("<broken", [("partly-inspected", "customXml/item1.xml", 0)]),
    ],
)
def test_data_that_a_form_keeps_beside_the_text_is_a_note(item: str, expected: object) -> None:
    assert seen(word(run("Nothing to see."), {"customXml/item1.xml": item})) == expected


def test_words_of_no_style_take_the_usual_one() -> None:
    usual = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{}</w:rPr></w:style>'
    )
    for properties, rule in (
        ('<w:color w:val="FFFFFF"/>', "white-text"),
        ("<w:vanish/>", "hidden-text"),
    ):
        styles = f"<w:styles {hiding.W}>{usual.format(properties)}</w:styles>"
        shown = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>all</w:t></w:r></w:p>'
        assert seen(word(run("Jan") + shown, {"word/styles.xml": styles})) == [(rule, "", 3)]


def test_people_who_once_remarked_are_named() -> None:
    people = f'<w:people {hiding.W}><w:person w:author="Kate Malik"/></w:people>'
    assert seen(word(run("Nothing to see."), {"word/people.xml": people})) == [
        ("author", "Kate Malik", 0)
    ]


def test_comments_of_word_are_counted_with_their_writers() -> None:
    def change(made: Document) -> None:
        made.add_comment(made.paragraphs[0].runs, text="Is that all?", author="Jan Novak")

    assert ("comments", "by Jan Novak", 1) in seen(hiding.document(change))


def test_merges_variables_templates_and_charts_with_their_workbooks_are_found() -> None:
    settings = (
        f'<w:settings {hiding.W}><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>'
        '<w:mailMerge><w:query w:val="Staff list"/></w:mailMerge></w:settings>'
    )
    rels = (
        f'<Relationships {hiding.RELS}><Relationship Id="r1" Type="{hiding.KIND}attachedTemplate" '
        'Target="file:///S:/HR/letter.dotx" TargetMode="External"/></Relationships>'
    )
    parts = {
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": rels,
        "word/embeddings/chart.xlsx": hiding.pivot_cache(5),
        "word/media/photo.png": b"\x89PNG",
    }
    found = INSPECTOR.inspect("a.docx", "", word(run("a"), parts))
    assert [(each.rule, each.place, each.count, each.within) for each in found][:5] == [
        ("variables", "", 1, ""),
        ("mail-merge", "Staff list", 0, ""),
        ("linked-file", "file:///S:/HR/letter.dotx", 0, ""),
        ("embedded-file", "chart.xlsx", 1, ""),
        ("pivot-cache", "from “Personnel”, 2 columns", 5, "chart.xlsx"),
    ]


def test_hidden_slides_notes_and_comments_of_a_presentation_are_found() -> None:
    slide = f"<p:sld {P} {A}{{}}><p:cNvPr{{}}/></p:sld>"
    notes = f"<p:notes {P} {A}><a:p><a:r><a:t>Do not say</a:t></a:r></a:p></p:notes>"
    number = f"<p:notes {P} {A}><a:p><a:fld><a:t>1</a:t></a:fld></a:p></p:notes>"

    def leads(kind: str, *targets: str) -> str:
        rows = (
            f'<Relationship Id="r{at}" Type="{hiding.KIND}{kind}" Target="{target}"/>'
            for at, target in enumerate(targets, start=1)
        )
        return f"<Relationships {hiding.RELS}>{''.join(rows)}</Relationships>"

    content = hiding.packed(
        {
            "ppt/presentation.xml": f'<p:presentation {P}><p:sldId id="256" r:id="r1"/>'
            '<p:sldId id="257" r:id="r2"/></p:presentation>',
            "ppt/_rels/presentation.xml.rels": leads("slide", "slides/one.xml", "slides/two.xml"),
            "ppt/slides/one.xml": slide.format("", ' hidden="1"'),
            "ppt/slides/two.xml": slide.format(' show="0"', ""),
            "ppt/slides/_rels/one.xml.rels": leads("notesSlide", "../notesSlides/one.xml"),
            "ppt/slides/_rels/two.xml.rels": leads("notesSlide", "../notesSlides/two.xml"),
            "ppt/notesSlides/one.xml": notes,
            "ppt/notesSlides/two.xml": number,
            "ppt/comments/comment1.xml": f"<p:cmLst {P}><p:cm/></p:cmLst>",
        }
    )
    assert seen(content, "a.pptx") == [
        ("hidden-shape", "slide 1", 1),
        ("hidden-slide", "2", 0),
        ("speaker-notes", "1", 1),
        ("comments", "", 1),
    ]


def test_what_open_document_files_hide_is_found() -> None:
    cell = "<table:table-cell><text:p>a</text:p></table:table-cell>"
    row = f"<table:table-row{{}}>{cell}</table:table-row>"
    body = (
        '<style:style style:name="off"><style:table-properties table:display="false"/>'
        "</style:style>"
        f'<table:table table:name="Staff" table:style-name="off">{row.format("") * 3}</table:table>'
        f'<table:table table:name="Answer">{row.format("")}'
        f"{row.format(FILTERED)}{row.format(COLLAPSED)}"
        "</table:table><office:annotation/><text:tracked-changes><text:changed-region/>"
        '</text:tracked-changes><text:section text:display="none"/>'
    )
    content = hiding.packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {ODF}>{body}</office:document-content>",
            "meta.xml": f"<office:document-meta {ODF}><meta:initial-creator>Jan Novak"
            "</meta:initial-creator></office:document-meta>",
        }
    )
    assert seen(content, "a.ods") == [
        ("hidden-sheet", "Staff", 3),
        ("hidden-rows", "Answer", 1),
        ("filtered-rows", "Answer", 1),
        ("tracked-changes", "", 1),
        ("comments", "", 1),
        ("hidden-section", "", 1),
        ("author", "Jan Novak", 0),
    ]


def test_an_email_is_said_to_be_one_and_its_files_are_looked_into() -> None:
    message = EmailMessage()
    message["From"] = "jan.novak@northshire.police.example"
    message.set_content("See attached.")
    message.add_attachment(
        hiding.hidden_sheet(2), maintype="application", subtype="octet-stream", filename="b.xlsx"
    )
    found = INSPECTOR.inspect("a.eml", "message/rfc822", bytes(message))
    assert [(each.rule, each.place, each.within) for each in found[:2]] == [
        ("email-file", "b.xlsx", ""),
        ("hidden-sheet", "Staff", "b.xlsx"),
    ]


def test_each_file_of_an_archive_is_looked_into_or_said_not_to_be() -> None:
    inner = hiding.packed({"deep/book.xlsx": hiding.hidden_sheet(2), "old.xls": b"\xd0\xcf\0"})
    content = hiding.packed({"inner.zip": inner, "a.csv": "a,b\n", "program.exe": b"MZ\0"})
    found = [
        (each.rule, each.place, each.within)
        for each in INSPECTOR.inspect("a.zip", "", content)
        if each.rule != "author"
    ]
    assert found == [
        ("hidden-sheet", "Staff", "inner.zip › deep/book.xlsx"),
        ("not-inspected", "“old.xls”", "inner.zip › old.xls"),
        ("not-inspected", "“program.exe”", "program.exe"),
    ]


def test_rich_text_tells_changes_comments_and_hidden_words() -> None:
    content = (
        rb"{\rtf1{\info{\author Jan Novak}}{\revised new}{\v secret}{\*\annotation x}\viewkind4}"
    )
    assert seen(content, "a.rtf") == [
        ("tracked-changes", "", 1),
        ("comments", "", 1),
        ("hidden-text", "", 1),
        ("author", "Jan Novak", 0),
    ]


def test_a_photograph_says_where_it_was_taken() -> None:
    tiff = b"II*\0" + struct.pack("<IHHHII", 8, 1, 0x8825, 4, 1, 26)
    photograph = b"\xff\xd8\xff\xe1\0\x20Exif\0\0" + tiff
    assert seen(photograph, "a.jpg") == [("picture-place", "", 0), ("picture-data", "Exif", 0)]
    assert seen(b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a.jpg") == []


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "figures", "a.json", "a.ics"])
def test_text_hides_nothing(name: str) -> None:
    assert seen("Jahr,Zahl\n2024,5 €\n".encode(), name) == []
