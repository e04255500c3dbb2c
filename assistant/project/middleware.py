"""What every HTTP request carries: the ports that views may use, and a strict content policy."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from assistant.project import wiring

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


class ContentSecurityMiddleware:
    """Nothing is loaded from elsewhere, and no inline script runs, whatever a requester wrote."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request with the policy on its answer."""
        response = self.get_response(http_request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
