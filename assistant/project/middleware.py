"""What every HTTP request passes: the ports put on it, who may send it, a strict content policy."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from assistant.project import wiring
from assistant.store.models import User
from assistant.web.permissions import may

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
Next = Callable[[HttpRequest], HttpResponse]


class PortsMiddleware:
    """Put the ports on the HTTP request; tests hand in fakes by the same door."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request with `ports` on it."""
        http_request.ports = wiring.ports()  # type: ignore[attr-defined]  # ours
        return self.get_response(http_request)


class PermissionMiddleware:
    """Let nobody pass whose role has no business on a page, nor anybody on a page without a row."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request."""
        return self.get_response(http_request)

    def process_view(
        self, http_request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        """Raise PermissionDenied where the person's role may not; who is nobody yet signs in."""
        del view, args, kwargs
        user, match = http_request.user, http_request.resolver_match
        if not isinstance(user, User) or match is None:
            return
        if not may(user.role, http_request.method or "GET", match.view_name):
            raise PermissionDenied(_refusal(user))


def _refusal(user: User) -> str:
    """Say why, and what to do."""
    if user.role == User.Role.AUDITOR:
        return "Auditors read; they change nothing and see no personal data that was masked."
    return f"This is not for the role of {user.get_role_display().lower()}. Ask an administrator."


class ContentSecurityMiddleware:
    """Nothing is loaded from elsewhere, and no inline script runs, whatever a requester wrote."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request with the policy on its answer."""
        response = self.get_response(http_request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
