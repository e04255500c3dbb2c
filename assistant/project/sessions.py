"""When a session ends, and what a person does before anything else: set up a second factor."""

from datetime import datetime, timedelta

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from assistant import config
from assistant.project.middleware import Next
from assistant.store.models import User
from assistant.web.permissions import WITHOUT_SECOND_FACTOR
from assistant.web.sign_in import FACTORS, HAS_FACTOR

BEGAN, SEEN = "session_began", "session_seen"
ENDED = "You were signed out because nothing happened for a while. Sign in to go on."
TOO_LONG = "You were signed out because your day’s session was over. Sign in to go on."
NEEDS_FACTOR = "Your role needs a second factor. Set one up to go on."
# So often is it written down that a session is in use; a write for every page would be waste.
STEP = timedelta(minutes=1)


class SessionMiddleware:
    """End what is too old or idle, and keep people at their second factor until there is one."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, http_request: HttpRequest) -> HttpResponse:
        """Serve the request, or send the person to the sign-in page where the session is over."""
        if http_request.user.is_authenticated:
            over = _over(http_request)
            if over:
                logout(http_request)
                messages.error(http_request, over)
        return self.get_response(http_request)

    def process_view(
        self, http_request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Let somebody whose role needs a second factor and has none do nothing else."""
        del view, args, kwargs
        match = http_request.resolver_match
        if match is None or match.view_name in WITHOUT_SECOND_FACTOR:
            return None
        user = http_request.user
        if not isinstance(user, User) or not _lacks_factor(http_request, user):
            return None
        messages.error(http_request, NEEDS_FACTOR)
        return redirect("mfa_index")


def _over(http_request: HttpRequest) -> str:
    """Say why a session is over, or nothing; notes that it is in use, once a minute at most.

    By the machine's own time, which no case depends on.
    """
    session, now = http_request.session, timezone.now()
    chosen = config.current()
    began, seen = _time(session.get(BEGAN)), _time(session.get(SEEN))
    if began is None or seen is None:
        session[BEGAN] = session[SEEN] = now.isoformat()
        return ""
    if now - began >= timedelta(hours=chosen.session_hours):
        return TOO_LONG
    if now - seen >= timedelta(minutes=chosen.session_idle_minutes):
        return ENDED
    # A page that asks by itself whether a draft is ready is no sign of a person.
    if now - seen >= STEP and "HX-Request" not in http_request.headers:
        session[SEEN] = now.isoformat()
    return ""


def _time(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def _lacks_factor(http_request: HttpRequest, user: User) -> bool:
    """Whether a person's role needs a second factor that they neither have nor left to the issuer.

    Asked of the database once a session; taking one away, or resetting it, ends that.
    """
    if user.authority is None or user.role not in user.authority.second_factor_roles:
        return False
    if http_request.session.get(HAS_FACTOR):
        return False
    by_issuer = any(
        each.get("method") == "socialaccount"
        for each in get_authentication_records(http_request, user)
    )
    if by_issuer or is_mfa_enabled(user, list(FACTORS)):
        http_request.session[HAS_FACTOR] = True
        return False
    return True
