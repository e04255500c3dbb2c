"""Nobody sees a page without signing in, and nobody sees another authority's rows."""

import pytest
from django.test import Client

from assistant.store.models import User
from tests.web.every_page import addresses, of_one_authority
from tests.web.scene import Scene


def posts(scene: Scene) -> list[str]:
    """Return the addresses that change something and show nothing."""
    case = f"/cases/{scene.prevent.reference}"
    return [
        f"{case}/parts/1/search/",
        f"{case}/parts/1/record/",
        f"{case}/response/compose/",
        f"{case}/response/set-aside/",
        f"{case}/response/attach/",
        f"{case}/response/files/1/remove/",
        f"{case}/response/files/1/accept/",
        f"{case}/response/blocks/1/accept/",
        f"/mail/{scene.held.pk}/open/",
        f"/mail/{scene.held.pk}/file/",
        f"/mail/{scene.held.pk}/set-aside/",
        f"/mailboxes/folders/{scene.undecided.pk}/start/",
        f"/mailboxes/{scene.mailbox.pk}/standing-approval/end/",
    ]


def test_every_page_asks_to_sign_in_first(client: Client, scene: Scene) -> None:
    for address in addresses(scene).values():
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/sign-in/"), address
    for address in posts(scene):
        assert client.post(address)["Location"].startswith("/sign-in/"), address


def test_another_authoritys_rows_are_not_found(
    client: Client, scene: Scene, stranger: User
) -> None:
    client.force_login(stranger)
    files = [f"/mail/{scene.held.pk}/raw/", f"/mail/{scene.held.pk}/files/0/"]
    for address in of_one_authority(scene) + files:
        assert client.get(address).status_code == 404, address
    for address in posts(scene):
        assert client.post(address).status_code == 404, address


def test_lists_of_another_authority_are_empty(client: Client, scene: Scene, stranger: User) -> None:
    client.force_login(stranger)
    for address in ("/cases/?state=all", "/mail/", "/mailboxes/", "/letters/"):
        page = client.get(address).content.decode()
        assert scene.prevent.reference not in page
        assert scene.held.subject not in page
    assert "0 responses" in client.get("/library/?q=prevent+referrals").content.decode()


@pytest.mark.parametrize("address", ["/cases/FOI-1999-00001/", "/mail/999/", "/letters/999/"])
def test_what_does_not_exist_is_not_found(signed_in: Client, address: str) -> None:
    assert signed_in.get(address).status_code == 404
