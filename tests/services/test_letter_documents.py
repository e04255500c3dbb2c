"""Letters as documents, and the forms in which they leave: the same words in every one."""

import io
from email import message_from_bytes, policy

import docx
import pytest
from inscriptis import get_text
from pypdf import PdfReader

from assistant.adapters.typesetter import DocumentTypesetter
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.render import html_of, text_of
from assistant.domain.letters.structure import Heading, structure
from assistant.services.approve_draft import Forms, approve_draft, preview
from assistant.services.edit_draft import edit_whole
from assistant.services.letter_documents import (
    LetterDocument,
    approved_elements,
    draft_document,
    letter_document,
)
from assistant.services.set_letter import Form, day, set_text
from assistant.services.void_approval import void_approval
from assistant.store.models import Case, Draft, DraftVersion, Letter
from assistant.store.packing import unpack
from tests.fakes import FixedClock
from tests.unit.letters.texts import bare
from tests.world import World

TYPESETTER = DocumentTypesetter(None, "Libertinus Serif", None)
WITH_PDF = Forms(pdf=TYPESETTER)


def draft_of(case: Case, kind: str = "acknowledgement") -> Draft:
    return Draft.objects.get(case=case, kind=kind)


def approve(world: World, case: Case, forms: Forms) -> Letter:
    draft = draft_of(case)
    seen = preview(draft.pk, register=world.register, clock=world.clock, forms=forms)
    return approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        forms=forms,
    )


def message(letter: Letter) -> bytes:
    return unpack(letter.compressed)


def words_of_pdf(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def of_draft(world: World, case: Case, form: Form, **more: bool) -> LetterDocument:
    pk = draft_of(case).pk
    return draft_document(pk, form, typesetter=TYPESETTER, clock=world.clock, **more)


def test_a_letter_leaves_as_text_and_as_html_with_the_same_words(world: World) -> None:
    letter = approve(world, world.case(), Forms())
    plain, html = text_of(message(letter)), html_of(message(letter))
    assert bare(get_text(html)) == bare(plain)
    assert bare(plain) == bare("".join(b["text"] for b in letter.draft.blocks))
    assert "<h1" in html


def test_where_html_is_switched_off_plain_text_leaves_alone(world: World) -> None:
    letter = approve(world, world.case(), Forms(html=False))
    parsed = message_from_bytes(message(letter), policy=policy.default)
    assert parsed.get_content_type() == "text/plain"


def test_a_pdf_goes_along_where_it_is_switched_on_and_is_what_was_shown(world: World) -> None:
    case = world.case()
    shown = of_draft(world, case, Form.PDF, marked=False)
    letter = approve(world, case, WITH_PDF)
    parsed = message_from_bytes(message(letter), policy=policy.default)
    (attached,) = parsed.iter_attachments()
    assert attached.get_filename() == f"{case.reference}-acknowledgement.pdf" == shown.name
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_payload(decode=True) == shown.content
    said = words_of_pdf(shown.content)
    assert "DRAFT" not in said
    assert "Dear Alex Carter" in said


def test_an_approval_of_other_forms_than_were_shown_is_refused(world: World) -> None:
    draft = draft_of(world.case())
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    for forms in (Forms(html=False), WITH_PDF):
        with pytest.raises(NotAllowed, match="no longer what you were shown"):
            approve_draft(
                draft.pk,
                version=seen.version,
                fingerprint=seen.fingerprint,
                by=world.officer,
                register=world.register,
                clock=world.clock,
                forms=forms,
            )


def test_a_pdf_that_cannot_be_made_stands_in_the_way_and_says_why(world: World) -> None:
    draft = draft_of(world.case())
    text = "".join(block["text"] for block in draft.blocks).replace("Alex Carter", "Alex 漢")
    edit_whole(
        draft.pk,
        version=draft.version,
        text=text,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    seen = preview(draft.pk, register=world.register, clock=world.clock, forms=WITH_PDF)
    assert seen.pdf is None
    assert any("“漢”" in problem for problem in seen.problems)


def test_a_draft_is_marked_and_named_as_one(world: World) -> None:
    case = world.case()
    pdf, word = of_draft(world, case, Form.PDF), of_draft(world, case, Form.DOCX)
    assert pdf.name == f"{case.reference}-acknowledgement-draft.pdf"
    assert word.name == f"{case.reference}-acknowledgement-draft.docx"
    assert "DRAFT: not approved" in words_of_pdf(pdf.content)
    made = docx.Document(io.BytesIO(word.content))
    assert made.sections[0].header.paragraphs[0].text == "DRAFT: not approved"
    assert made.core_properties.title == f"Acknowledgement, {case.reference}"


def test_a_draft_that_is_not_composed_yet_is_no_document(world: World) -> None:
    case = world.case()
    Draft.objects.filter(case=case).update(blocks=[])
    with pytest.raises(NotAllowed, match="not been composed"):
        of_draft(world, case, Form.DOCX)


@pytest.mark.parametrize("forms", [Forms(), Forms(html=False)], ids=["html", "plain"])
def test_an_approved_letter_is_set_in_the_words_that_leave(world: World, forms: Forms) -> None:
    letter = approve(world, world.case(), forms)
    text = text_of(message(letter))
    made = {form: letter_document(letter.pk, form, typesetter=TYPESETTER).content for form in Form}
    word = docx.Document(io.BytesIO(made[Form.DOCX]))
    assert bare("\n".join(p.text for p in word.paragraphs)) == bare(text)
    assert set(bare(text)) <= set(bare(words_of_pdf(made[Form.PDF])))
    assert "DRAFT" not in words_of_pdf(made[Form.PDF])
    assert bare(get_text(made[Form.HTML].decode())) == bare(text)
    if forms.html:
        assert made[Form.HTML].decode() == html_of(message(letter))
    again = letter_document(letter.pk, Form.PDF, typesetter=TYPESETTER).content
    assert again == made[Form.PDF]


def test_the_approved_version_tells_the_headings_even_after_the_draft_changed(
    world: World,
) -> None:
    letter = approve(world, world.case(), Forms())
    told = approved_elements(letter, text_of(message(letter)))
    assert any(isinstance(each, Heading) and each.level == 1 for each in told)
    void_approval(letter.pk, reason="A slip", by=world.officer, clock=world.clock)
    draft = Draft.objects.get(pk=letter.draft_id)
    edit_whole(
        draft.pk,
        version=draft.version,
        text="Dear Alex\n\nAnother letter altogether.\n",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    assert approved_elements(letter, text_of(message(letter))) == told


def test_a_version_with_other_words_is_not_believed(world: World) -> None:
    letter = approve(world, world.case(), Forms())
    text = text_of(message(letter))
    rows = DraftVersion.objects.filter(draft=letter.draft)
    rows.update(blocks=[{**rows[0].blocks[0], "text": "Other words.\n"}])
    assert approved_elements(letter, text) == structure(text)
    rows.delete()
    assert approved_elements(letter, text) == structure(text)


def test_a_text_given_as_a_file_is_set_with_its_heading_as_the_title() -> None:
    about = {
        "typesetter": TYPESETTER,
        "authority": "Northshire Police",
        "address": "Castle Street\n\nWexmouth",
        "reference": "FOI-1",
        "dated": day("2026-01-08", FixedClock()),
        "draft": True,
    }
    text = "Dear Alex\r\n\r\nRiver patrols\r\n\r\nWe hold the policy.\r\n"
    made = docx.Document(io.BytesIO(set_text(text, Form.DOCX, **about)))
    assert made.core_properties.title == "River patrols"
    assert [p.text for p in made.sections[0].header.paragraphs] == [
        "DRAFT: not approved",
        "Northshire Police",
        "Castle Street, Wexmouth",
    ]
    assert b"<title>River patrols</title>" in set_text(text, Form.HTML, **about)
    with pytest.raises(NotAllowed, match="no words"):
        set_text(" \n", Form.PDF, **about)


def test_a_letter_without_a_date_bears_todays_in_london() -> None:
    assert day("", FixedClock()).isoformat() == "2026-03-02"
    with pytest.raises(NotAllowed, match="no date"):
        day("8 January", FixedClock())
