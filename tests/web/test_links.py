"""Nobody is shown a link to a page that their role may not open: every role walks from Today."""

from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from assistant.services.prepare import add_user
from assistant.store.models import User
from assistant.web.permissions import may
from tests.web.fates import came_back, partly_refused, refused
from tests.web.scene import Scene
from tests.world import PASSWORD

ROLES = [str(role) for role in User.Role]
# Of a page that is there many times over (a case, a letter) so many are opened.
OF_EACH = 1
NAMING = ("href", "hx-get")
# What is saved and not read; each takes long to make.
FILES = {
    "web:draft-document", "web:letter-document", "web:oversight-chart", "web:oversight-csv",
    "web:case-file", "web:attachment", "web:raw-message", "web:export-asked",
    "web:export-asked-case",
}  # fmt: skip


class _Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "link":
            self.found += [value for name, value in attrs if name in NAMING and value]


def links(page: str, address: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of ours that a page leads to, each with the name of its view."""
    parser = _Links()
    parser.feed(page)
    for each in parser.found:
        whole = urljoin(address, each).partition("#")[0]
        try:
            yield whole, resolve(urlsplit(whole).path).view_name
        except Resolver404:
            assert urlsplit(whole).netloc, f"{address} leads nowhere: {whole}"


def walk(client: Client, role: str, starts: list[str]) -> tuple[set[tuple[str, str]], set[str]]:
    """Follow every link; return (page, link) for those not the role's, and what was opened."""
    ways, seen, opened = deque(starts), set(starts), Counter[str]()
    refused_to: set[tuple[str, str]] = set()
    while ways:
        address = ways.popleft()
        name = resolve(urlsplit(address).path).view_name
        if name in FILES or (opened[name] >= OF_EACH and address not in starts):
            continue
        opened[name] += 1
        answer = client.get(address)
        assert answer.status_code in {200, 302}, address
        page = answer.content.decode()
        assert ">Today (" not in page, f"{address} counts what waits at every name of the menu"
        for way, other in links(page, address):
            if not may(role, "GET", other):
                refused_to.add((name, other))
            elif way not in seen:
                seen.add(way)
                ways.append(way)
    return refused_to, set(opened)


def test_no_page_leads_anybody_to_where_they_may_not_go(client: Client, scene: Scene) -> None:
    world = scene.world
    troubled = [came_back(world), refused(world), partly_refused(world), scene.doubtful]
    case = f"/cases/{scene.prevent.reference}"
    starts = ["/", f"{case}/", f"{case}/response/", f"/mail/{scene.held.pk}/"]
    starts += [f"/letters/{letter.pk}/" for letter in troubled]
    opened = {}
    for role in ROLES:
        person, _ = add_user(
            username=f"the-{role}", password=PASSWORD, role=role, authority=world.authority
        )
        client.force_login(person)
        refused_to, opened[role] = walk(client, role, starts)
        assert refused_to == set(), role
    # The walks went far, each as far as its role goes.
    assert {"web:part", "web:letter", "web:history", "web:oversight"} <= opened["auditor"]
    assert {"web:edit-block", "web:approve", "web:settle"} <= opened["officer"] - opened["auditor"]
    assert opened["administrator"] - opened["officer"] >= {"web:person", "web:oversight"}
