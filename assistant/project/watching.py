"""What machines ask of the pages' program: whether it lives, whether it is ready, its figures.

These three addresses need no sign-in and show no personal data. They are answered before names of
hosts, sessions and people are looked at, because whoever watches asks by a machine's own address;
web/permissions.py lists them with all others.
"""

import hmac
import re
import time
import uuid
from collections.abc import Callable, Mapping
from functools import lru_cache
from ipaddress import ip_address, ip_network

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve

from assistant import config, log_context
from assistant.project import figures, wiring
from assistant.project.middleware import Next

# An id as proxies make them: a name that somebody typed is none.
_WELL_FORMED = re.compile(r"[0-9a-fA-F][0-9a-fA-F-]{14,62}[0-9a-fA-F]")
LOOKING = frozenset({"GET", "HEAD"})


class RequestMiddleware:
    """Give each HTTP request an id, which its log lines bear, and measure how long it took."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request; its id is taken from whoever sent it, where it looks like one."""
        given = http_request.headers.get("X-Request-ID", "")
        known_as = given if _WELL_FORMED.fullmatch(given) else uuid.uuid4().hex
        http_request.known_as = known_as  # type: ignore[attr-defined]  # ours, for the log
        began = time.perf_counter()
        with log_context.bound(request=known_as):
            response = self.get_response(http_request)
        response.headers["X-Request-ID"] = known_as
        figures.note_request(
            page=_page(http_request),
            method=http_request.method or "",
            status=response.status_code,
            seconds=time.perf_counter() - began,
        )
        return response


def _page(http_request: HttpRequest) -> str:
    """Return the name of the page that answered; there are as many as the table has rows."""
    match = http_request.resolver_match
    return match.view_name if match is not None else ""


class WatchingMiddleware:
    """Answer those who watch, and hand every other request on."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request."""
        if http_request.path_info.startswith(("/health/", "/metrics")):
            try:
                match = resolve(http_request.path_info)
            except Resolver404:
                return self.get_response(http_request)
            if match.view_name in ANSWERS:
                http_request.resolver_match = match
                return answer(http_request, match.view_name)
        return self.get_response(http_request)


def answer(http_request: HttpRequest, name: str) -> HttpResponse:
    """Answer one of the three addresses; nothing can be sent to any of them."""
    if http_request.method not in LOOKING:
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    response = ANSWERS[name](http_request)
    response.headers["Cache-Control"] = "no-store"
    return response


def live(_http_request: HttpRequest) -> HttpResponse:
    """Say that this program answers; nothing else is looked at."""
    return JsonResponse({"live": True})


def ready(_http_request: HttpRequest) -> HttpResponse:
    """Say whether pages can be served: 200, or 503 with the reason in a sentence."""
    reason = why_not_ready()
    if reason:
        return JsonResponse({"ready": False, "reason": reason}, status=503)
    return JsonResponse({"ready": True})


def metrics(http_request: HttpRequest) -> HttpResponse:
    """Give the figures to whoever may have them; where nobody may, there is nothing here (404)."""
    settings = config.current()
    token = settings.metrics_token.get_secret_value().strip()
    networks = settings.metrics_networks
    if not (token or networks):
        return HttpResponse("Not set up: docs/watching.md\n", "text/plain", status=404)
    if networks and not _within(http_request.META.get("REMOTE_ADDR", ""), networks):
        return HttpResponse("Not from this address\n", "text/plain", status=403)
    if token and not _bears(http_request, token):
        refusal = HttpResponse("A bearer token is needed\n", "text/plain", status=401)
        refusal.headers["WWW-Authenticate"] = "Bearer"
        return refusal
    text, kind = figures.exposed(wiring.ports().clock.now())
    return HttpResponse(text, content_type=kind)


ANSWERS: Mapping[str, Callable[[HttpRequest], HttpResponse]] = {
    "health-live": live,
    "health-ready": ready,
    "metrics": metrics,
}


def _within(address: str, networks: tuple[str, ...]) -> bool:
    """Whether an address lies in one of the networks; one that cannot be read lies in none."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(each, strict=False) for each in networks)


def _bears(http_request: HttpRequest, token: str) -> bool:
    """Whether the request bears the token; compared so that time tells nothing of it."""
    kind, _, given = http_request.headers.get("Authorization", "").partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())


def why_not_ready() -> str:
    """Say why no page can be served, or nothing.

    Pages need the database with its tables, and the law and wording that come with the program.
    They do without Chroma, models and mail servers, so none of these is asked.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            applied = {(app, name) for app, name in cursor.fetchall()}
    except DatabaseError:
        return "The database does not answer, or is empty. Run: foi-assistant check"
    missing = len(_needed() - applied)
    if missing:
        return f"The database lacks {missing} migration(s). Run: foi-assistant prepare"
    return ""


@lru_cache(maxsize=1)
def _needed() -> frozenset[tuple[str, str]]:
    """Return the migrations that this version has; which they are does not change while it runs."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return frozenset(loader.disk_migrations)
