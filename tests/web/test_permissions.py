"""Who may open and change what: every address, by every role, looked at and sent to."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.services.prepare import add_user
from assistant.store.events import record
from assistant.store.models import AccountEvent, Event, User
from assistant.web.permissions import OWN, PAGES, WATCH, may
from tests.web.scene import Scene
from tests.world import PASSWORD, World

ROLES = [str(role) for role in User.Role]
# Everything that an auditor may send anything to: their own account, nothing else.
AUDITORS_POSTS = {
    "account_login", "account_logout", "account_inactive", "first-password",
    "account_change_password", "account_reauthenticate", "openid_connect_login",
    "openid_connect_callback", "mfa_authenticate", "mfa_login_webauthn", "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn", "mfa_index", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_add_webauthn", "mfa_remove_webauthn", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "web:sign-in", "web:sign-out", "web:profile", "web:keep-filter",
    "web:delete-filter",
}  # fmt: skip
# Changed by hand, like the table: these are for supervisors, and these for administrators alone.
SUPERVISORS = {
    "web:second-factor-rule", "web:bring-in", "web:library-imports", "web:library-import",
    "web:agree-columns", "web:stop-import", "web:library-import-csv",
}  # fmt: skip
OVERSEEN = {"web:oversight", "web:oversight-csv", "web:oversight-chart", "web:review-letter"}
ADMINISTRATORS = {
    "web:people", "web:add-person", "web:person", "web:change-role", "web:change-team",
    "web:deactivate", "web:activate", "web:reset-second-factor", "web:new-link",
    "web:mailbox-trial", "web:authority",
}  # fmt: skip

# What machines ask: open to whoever reaches it, and nothing is sent there (test_watching.py).
MACHINES = {"health-live", "health-ready", "metrics"}


def patterns() -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the URL configuration by its name, namespaces before it."""

    def walk(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, URLPattern]]:
        for each in resolver.url_patterns:
            if isinstance(each, URLResolver):
                inner = f"{each.namespace}:" if each.namespace else ""
                yield from walk(each, namespace + inner)
            else:
                yield f"{namespace}{each.name}", each

    yield from walk(get_resolver(), "")


NAMES = sorted({name for name, _ in patterns()})


def _arguments(scene: Scene, person: User) -> dict[str, object]:
    """Return something that is there for every parameter that an address has."""
    return {
        "reference": scene.prevent.reference,
        "position": 1,
        "kind": "response",
        "number": 1,
        "event_id": 1,
        "file_id": 1,
        "form": "docx",
        "provision": "foia-s31-1-i",
        "message_id": scene.held.pk,
        "folder_id": scene.undecided.pk,
        "mailbox_id": scene.mailbox.pk,
        "letter_id": scene.acknowledged.pk,
        "link_id": 1,
        "cited": "FOIA s40",
        "wording_id": "acknowledgement-foi",
        "proposal_id": scene.proposal.pk,
        "ident": "northshire-prevent-2024",
        "person_id": person.pk,
        "uidb64": "MQ",
        "token": "none",
        "refinement_id": scene.refinement.pk,
        "import_id": scene.imported.pk,
        "slug": "volumes",
        "filter_id": 1,
        "pk": 1,
    }


def _address(name: str, arguments: dict[str, object]) -> str:
    """Return the address of a page; reversing it finds the form with what it needs alone."""
    pattern = next(found for each, found in patterns() if each == name)
    needed = pattern.pattern.converters
    return reverse(name, kwargs={each: arguments[each] for each in needed})


@pytest.fixture
def everybody(world: World) -> dict[str, User]:
    """Somebody of each role."""
    return {
        role: add_user(
            username=f"the-{role}", password=PASSWORD, role=role, authority=world.authority
        )[0]
        for role in ROLES
    }


def test_every_address_says_who_may_use_it_and_nothing_is_said_of_others() -> None:
    assert set(NAMES) - set(PAGES) == set(), "add a row to web/permissions.py"
    assert set(PAGES) - set(NAMES) == set(), "a row without a page"


def test_a_page_without_a_row_is_nobodys() -> None:
    assert not any(
        may(role, method, "web:not-thought-of") for role in ROLES for method in ("GET", "POST")
    )


def test_an_auditor_sends_nothing_but_to_their_own_account() -> None:
    assert {name for name in NAMES if may("auditor", "POST", name)} == AUDITORS_POSTS
    assert not may("auditor", "GET", "web:original-document")


def test_each_role_may_do_what_the_one_before_it_may_and_only_then_more() -> None:
    ladder = ["auditor", "officer", "supervisor", "administrator"]
    for method in ("GET", "POST"):
        allowed = [{name for name in NAMES if may(role, method, name)} for role in ladder]
        overseen = OVERSEEN if method == "GET" else {"web:review-letter", "web:wording-proposal"}
        assert allowed[0] - allowed[1] == (overseen if method == "GET" else set())
        assert allowed[2] - allowed[1] == SUPERVISORS | overseen
        assert allowed[3] - allowed[2] == ADMINISTRATORS
        assert allowed[1] <= allowed[2] <= allowed[3]


@pytest.mark.parametrize("role", ROLES)
def test_the_door_of_every_page_is_kept_as_the_table_says(
    client: Client, scene: Scene, everybody: dict[str, User], role: str
) -> None:
    arguments = _arguments(scene, everybody["officer" if role != "officer" else "auditor"])
    client.force_login(everybody[role])
    before = (Event.objects.count(), AccountEvent.objects.count())
    wrong = []
    for name in NAMES:
        address = _address(name, arguments)
        for method in ("get", "post"):
            if may(role, method.upper(), name):
                continue
            answer = getattr(client, method)(address)
            if answer.status_code != (405 if name in MACHINES else 403):
                wrong.append((name, method, answer.status_code))
    assert wrong == []
    assert (Event.objects.count(), AccountEvent.objects.count()) == before


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_is_let_in(
    client: Client, scene: Scene, everybody: dict[str, User], role: str
) -> None:
    arguments = _arguments(scene, everybody["officer" if role != "officer" else "auditor"])
    wrong = []
    for name in NAMES:
        address = _address(name, arguments)
        for method in ("get", "post"):
            if not may(role, method.upper(), name):
                continue
            # What a page does is undone, so that the next one finds the same world.
            with transaction.atomic():
                client.force_login(everybody[role])
                status = getattr(client, method)(address).status_code
                transaction.set_rollback(True)
            if status not in {200, 302, 400, 404, 405}:
                wrong.append((name, method, status))
    # An account that is not active is told so by that status on its own page, whoever looks.
    assert [each for each in wrong if each[0] != "account_inactive"] == []


def test_nobody_signed_in_is_sent_to_sign_in_from_all_but_the_entrance(
    client: Client, scene: Scene, everybody: dict[str, User]
) -> None:
    arguments = _arguments(scene, everybody["officer"])
    open_to_all = set()
    for name in NAMES:
        address = _address(name, arguments)
        answers = [client.get(address), client.post(address)]
        if not all(answer.get("Location", "").startswith("/sign-in/?next=") for answer in answers):
            open_to_all.add(name)
    assert open_to_all == {
        "account_inactive", "account_login", "account_logout", "first-password",
        "mfa_authenticate", "mfa_login_webauthn", "openid_connect_callback",
        "openid_connect_login", "web:sign-in", "web:sign-out",
    } | MACHINES  # fmt: skip
    assert all(PAGES[name] is (WATCH if name in MACHINES else OWN) for name in open_to_all)


def test_no_use_case_changes_a_case_for_an_auditor(
    scene: Scene, everybody: dict[str, User]
) -> None:
    with pytest.raises(NotAllowed, match="Auditors read"):
        record(
            scene.prevent,
            EventKind.ASSIGNED,
            by=everybody["auditor"],
            at=scene.world.clock.now(),
        )


def test_an_auditors_pages_offer_nothing_that_changes_a_case(
    client: Client, scene: Scene, everybody: dict[str, User]
) -> None:
    client.force_login(everybody["auditor"])
    case = client.get(f"/cases/{scene.prevent.reference}/").content.decode()
    assert "You read here and change nothing" in case
    assert "foi-reads-only" in case
    for word in ("Change the case", "Record for the clock", "Write another letter", "Add a case"):
        assert word not in case
    assert "foi-reads-only" not in client.get("/profile/").content.decode()
