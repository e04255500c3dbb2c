"""Letters to save as Word and PDF, and the HTML version to look at; nobody else's are found."""

import io
from collections.abc import Mapping

import docx
import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings

from assistant.domain.letters.render import html_of
from assistant.store.models import Draft, User
from assistant.store.packing import unpack
from tests.web.scene import Scene
from tests.web.test_approval import shown
from tests.world import World


def documents(scene: Scene) -> Mapping[str, str]:
    """Return the address of every document of the scene's first case, by what it is."""
    draft = f"/cases/{scene.prevent.reference}/response/document"
    letter = f"/letters/{scene.acknowledged.pk}/document"
    return {
        "draft as Word": f"{draft}/docx/",
        "draft as PDF": f"{draft}/pdf/",
        "draft as HTML": f"{draft}/html/",
        "PDF to be enclosed": f"{draft}/enclosed-pdf/",
        "letter as Word": f"{letter}/docx/",
        "letter as PDF": f"{letter}/pdf/",
        "letter as HTML": f"{letter}/html/",
    }


def test_documents_are_for_people_of_the_authority_alone(
    client: Client, scene: Scene, stranger: User
) -> None:
    for address in documents(scene).values():
        assert client.get(address)["Location"].startswith("/sign-in/"), address
    client.force_login(stranger)
    for address in documents(scene).values():
        assert client.get(address).status_code == 404, address


def test_word_and_pdf_are_saved_and_never_shown(signed_in: Client, scene: Scene) -> None:
    for name, address in documents(scene).items():
        answer = signed_in.get(address)
        assert answer.status_code == 200, name
        assert answer["X-Content-Type-Options"] == "nosniff"
        if not name.endswith("HTML"):
            assert answer["Content-Type"] == "application/octet-stream", name
            assert answer["Content-Disposition"].startswith("attachment; filename="), name


def test_a_draft_says_that_it_is_one_and_a_letter_does_not(signed_in: Client, scene: Scene) -> None:
    at = documents(scene)
    word = docx.Document(io.BytesIO(signed_in.get(at["draft as Word"]).content))
    assert word.sections[0].header.paragraphs[0].text == "DRAFT: not approved"
    for name, marked in {
        "draft as PDF": True,
        "PDF to be enclosed": False,
        "letter as PDF": False,
    }.items():
        pages = PdfReader(io.BytesIO(signed_in.get(at[name]).content)).pages
        assert all(("DRAFT" in page.extract_text()) is marked for page in pages), name
    assert "-response-draft.docx" in signed_in.get(at["draft as Word"])["Content-Disposition"]
    assert "-acknowledgement.pdf" in signed_in.get(at["letter as PDF"])["Content-Disposition"]


def test_the_html_of_a_letter_is_shown_apart_from_our_pages(
    signed_in: Client, scene: Scene
) -> None:
    answer = signed_in.get(documents(scene)["letter as HTML"])
    policy = answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert policy.startswith("sandbox; default-src 'none'")
    assert "script" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer.content.decode() == html_of(unpack(scene.acknowledged.compressed))


def test_what_a_requester_wrote_is_escaped_in_the_html(signed_in: Client, scene: Scene) -> None:
    draft = Draft.objects.get(case=scene.prevent, kind="response")
    draft.blocks[0]["text"] = "<script>alert(1)</script>\n\n"
    draft.save()
    page = signed_in.get(documents(scene)["draft as HTML"]).content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_pages_offer_the_documents(signed_in: Client, scene: Scene) -> None:
    at = documents(scene)
    draft = signed_in.get(f"/cases/{scene.prevent.reference}/response/").content.decode()
    letter = signed_in.get(f"/letters/{scene.acknowledged.pk}/").content.decode()
    preview = signed_in.get(f"/cases/{scene.prevent.reference}/response/approve/").content.decode()
    assert at["draft as Word"] in draft
    assert at["draft as PDF"] in draft
    assert at["letter as Word"] in letter
    assert at["letter as PDF"] in letter
    assert at["letter as HTML"] in letter
    assert "Plain text and HTML, with the same words" in preview
    assert at["draft as HTML"] in preview
    assert at["PDF to be enclosed"] not in preview


@pytest.mark.parametrize("form", ["exe", "enclosed-pdf"])
def test_there_are_no_other_forms(signed_in: Client, scene: Scene, form: str) -> None:
    letter = f"/letters/{scene.acknowledged.pk}/document/{form}/"
    assert signed_in.get(letter).status_code == 404
    draft = f"/cases/{scene.prevent.reference}/response/document/exe/"
    assert signed_in.get(draft).status_code == 404


def test_a_document_that_cannot_be_made_says_why(signed_in: Client, scene: Scene) -> None:
    draft = Draft.objects.get(case=scene.prevent, kind="response")
    draft.blocks[0]["text"] = "漢字\n\n"
    draft.save()
    answer = signed_in.get(documents(scene)["draft as PDF"], follow=True)
    assert "No typeface has a shape for “漢”" in answer.content.decode()
    assert signed_in.get(documents(scene)["draft as Word"]).status_code == 200


def test_a_letter_that_cannot_be_set_says_why(
    signed_in: Client, scene: Scene, settings: Settings
) -> None:
    settings.PORTS = "tests.web.doors.without_typeface"
    answer = signed_in.get(documents(scene)["letter as PDF"], follow=True)
    assert "There is no typeface “Northshire Sans”" in answer.content.decode()


def test_where_pdfs_go_along_the_preview_shows_the_very_file(
    signed_in: Client, world: World, settings: Settings
) -> None:
    settings.PORTS = "tests.web.doors.with_pdf"
    case = world.case()
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    page = signed_in.get(address).content.decode()
    assert f"{case.reference}-acknowledgement.pdf" in page
    assert "made from this letter" in page
    seen = signed_in.get(f"/cases/{case.reference}/acknowledgement/document/enclosed-pdf/").content
    signed_in.post(address, shown(signed_in, address))
    letter = case.letters.get()
    assert f"{case.reference}-acknowledgement.pdf" in (
        signed_in.get(f"/letters/{letter.pk}/").content.decode()
    )
    assert seen == signed_in.get(f"/letters/{letter.pk}/document/pdf/").content


def test_where_html_is_switched_off_the_pages_say_plain_text(
    signed_in: Client, world: World, settings: Settings
) -> None:
    settings.PORTS = "tests.web.doors.plain_text"
    case = world.case()
    address = f"/cases/{case.reference}/acknowledgement/approve/"
    page = signed_in.get(address).content.decode()
    assert "Look at the HTML version" not in page
    signed_in.post(address, shown(signed_in, address))
    assert "HTML" not in signed_in.get(f"/letters/{case.letters.get().pk}/").content.decode()
