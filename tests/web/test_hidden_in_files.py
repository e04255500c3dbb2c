"""A workbook with a hidden sheet is stopped at the approval, and leaves when somebody answers."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from assistant.store.models import CaseFile, FileInspection, Letter, User
from tests import hiding
from tests.web.test_approval import shown
from tests.world import World

KEY = re.compile(r'name="key" value="([0-9a-f]{64})"')


def attached(signed_in: Client, world: World, content: bytes) -> tuple[str, CaseFile]:
    """Attach a workbook to the acknowledgement of a new case; return the draft's address."""
    case = world.case()
    address = f"/cases/{case.reference}/acknowledgement/"
    upload = SimpleUploadedFile("figures.xlsx", content)
    assert signed_in.post(f"{address}attach/", {"file": upload}).status_code == 302
    return address, CaseFile.objects.get()


def test_a_workbook_with_a_hidden_sheet_is_stopped_at_the_approval(
    signed_in: Client, world: World
) -> None:
    address, file = attached(signed_in, world, hiding.hidden_sheet(214))
    for page in (address, f"{address}approve/"):
        text = signed_in.get(page).content.decode()
        assert "Sheet “Staff” is hidden: 214 rows." in text, page
        assert "Unhide it and look at all of it" in text, page
    assert "cannot be approved yet" in text
    assert "Approve and send" not in text
    signed_in.post(f"{address}approve/", {"version": 2, "fingerprint": "0" * 64})
    assert Letter.objects.count() == 0

    [key] = KEY.findall(text)
    accept = f"{address}files/{file.pk}/accept/"
    posted = {"key": key, "page": "approve"}
    answer = signed_in.post(accept, {**posted, "reason": ""}, follow=True)
    assert "Say why the file may leave as it is." in answer.content.decode()
    answer = signed_in.post(accept, {**posted, "reason": "The sheet is published."}, follow=True)
    text = answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"{address}approve/#files"
    assert "The sheet is published." in text
    assert "olwen" in text
    assert KEY.findall(text) == []

    signed_in.post(f"{address}approve/", shown(signed_in, f"{address}approve/"))
    assert Letter.objects.get().approved_by == world.officer
    history = signed_in.get(address.replace("acknowledgement", "history")).content.decode()
    assert "Something a file hides was accepted" in history
    assert "The sheet is published." in history


def test_a_clean_workbook_is_said_to_hide_nothing_but_its_author(
    signed_in: Client, world: World
) -> None:
    address, _ = attached(signed_in, world, hiding.workbook())
    text = signed_in.get(f"{address}approve/").content.decode()
    assert "Its properties name a person: openpyxl." in text
    assert "Approve and send" in text


def test_a_file_from_before_is_looked_into_when_the_letter_is_previewed(
    signed_in: Client, world: World
) -> None:
    address, _ = attached(signed_in, world, hiding.hidden_sheet(3))
    FileInspection.objects.all().delete()
    assert "Nobody has looked into this file yet" in signed_in.get(address).content.decode()
    text = signed_in.get(f"{address}approve/").content.decode()
    assert "Sheet “Staff” is hidden: 3 rows." in text


def test_what_a_file_names_its_sheets_is_shown_as_text(signed_in: Client, world: World) -> None:
    def change(book: Workbook) -> None:
        sheet = book.create_sheet("<b>Staff")
        sheet.sheet_state = "hidden"

    address, _ = attached(signed_in, world, hiding.workbook(change))
    text = signed_in.get(address).content.decode()
    assert "&lt;b&gt;Staff" in text
    assert "<b>Staff" not in text


def test_another_authority_cannot_answer_for_a_file(
    client: Client, world: World, stranger: User, signed_in: Client
) -> None:
    address, file = attached(signed_in, world, hiding.hidden_sheet(3))
    [key] = KEY.findall(signed_in.get(address).content.decode())
    client.force_login(stranger)
    posted = {"key": key, "page": "draft", "reason": "Fine."}
    assert client.post(f"{address}files/{file.pk}/accept/", posted).status_code == 404
