"""Who may come in: an administrator's pages, and the rule for second factors."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.services.add_person import add_person as adding
from assistant.services.change_role import change_role as changing
from assistant.services.change_team import change_team as moving
from assistant.services.deactivate_person import activate_person, deactivate_person
from assistant.services.make_sign_in_link import SignInLink, make_sign_in_link
from assistant.services.reset_second_factor import reset_second_factor as resetting
from assistant.services.set_second_factor_rule import set_second_factor_rule
from assistant.store.models import AccountEvent, User
from assistant.web.access import OfficerRequest, authority_of
from assistant.web.acting import attempt, attempt_and_tell, posted
from assistant.web.forms.people import PersonForm, RoleForm, RuleForm, TeamForm
from assistant.web.sign_in import FACTORS
from assistant.web.views.profile import factors_of

SHOWN = 100


def people_of(http_request: OfficerRequest) -> QuerySet[User]:
    """Return the people of the administrator's own authority."""
    return User.objects.filter(authority=authority_of(http_request))


@require_GET
def people(http_request: OfficerRequest) -> HttpResponse:
    """List everybody: name, role, second factor, when they came last."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    rows = people_of(http_request).annotate(has_factor=Exists(factor))
    context = {"people": rows.order_by("-is_active", "last_name", "username")}
    return render(http_request, "web/people.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def add_person(http_request: OfficerRequest) -> HttpResponse:
    """Add somebody, and show the one-time link to hand over."""
    form = PersonForm(posted(http_request))
    by, clock = http_request.user, http_request.ports.clock
    added: list[User] = []
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: added.append(adding(**form.cleaned_data, by=by, clock=clock)))
    ):
        link = make_sign_in_link(added[0].pk, by=by, clock=clock)
        return _show_link(http_request, added[0], link)
    return render(http_request, "web/add_person.html", {"form": form})


@require_GET
def person(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Show one person's account, what happened to it, and what can be done."""
    return _person(http_request, get_object_or_404(people_of(http_request), pk=person_id))


@require_POST
def change_role(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Give somebody another role."""
    found = get_object_or_404(people_of(http_request), pk=person_id)
    form = RoleForm(http_request.POST)
    by, clock = http_request.user, http_request.ports.clock
    if form.is_valid() and attempt(
        form, lambda: changing(found.pk, **form.cleaned_data, by=by, clock=clock)
    ):
        messages.success(http_request, "Role changed.")
        return redirect("web:person", person_id)
    return _person(http_request, found, form)


@require_POST
def change_team(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Put somebody into another team."""
    found = get_object_or_404(people_of(http_request), pk=person_id)
    form = TeamForm(http_request.POST)
    by, clock = http_request.user, http_request.ports.clock
    if form.is_valid() and attempt(
        form, lambda: moving(found.pk, **form.cleaned_data, by=by, clock=clock)
    ):
        messages.success(http_request, "Team changed.")
        return redirect("web:person", person_id)
    return _person(http_request, found, team_form=form)


@require_POST
def deactivate(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Keep somebody out."""
    return _step(http_request, person_id, deactivate_person, "Deactivated. Their sessions ended.")


@require_POST
def activate(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Let somebody in again."""
    return _step(http_request, person_id, activate_person, "Activated again.")


@require_POST
def reset_second_factor(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Take away somebody's second factors."""
    return _step(http_request, person_id, resetting, "Second factors removed, sessions ended.")


@never_cache
@require_POST
def new_link(http_request: OfficerRequest, person_id: int) -> HttpResponse:
    """Make a one-time link for somebody, and show it this once."""
    found = get_object_or_404(people_of(http_request), pk=person_id)
    made: list[SignInLink] = []
    by, clock = http_request.user, http_request.ports.clock
    if attempt_and_tell(
        http_request,
        lambda: made.append(make_sign_in_link(found.pk, by=by, clock=clock)),
        done="Link made. The password that they had works no more.",
    ):
        return _show_link(http_request, found, made[0])
    return redirect("web:person", person_id)


@require_http_methods(["GET", "POST"])
def second_factor_rule(http_request: OfficerRequest) -> HttpResponse:
    """Say which roles need a second factor."""
    authority = authority_of(http_request)
    form = RuleForm(posted(http_request), initial={"roles": authority.second_factor_roles})
    by, clock = http_request.user, http_request.ports.clock
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: set_second_factor_rule(authority.pk, **form.cleaned_data, by=by, clock=clock),
        )
    ):
        messages.success(http_request, "Rule saved. It holds from everybody’s next click.")
        return redirect("web:second-factor-rule")
    events = authority.account_events.filter(kind=AccountEvent.Kind.RULE_CHANGED)
    context = {"form": form, "events": events.select_related("actor")[:SHOWN]}
    return render(http_request, "web/second_factor_rule.html", context)


def _person(
    http_request: OfficerRequest,
    found: User,
    form: RoleForm | None = None,
    team_form: TeamForm | None = None,
) -> HttpResponse:
    """Show a person's account, with a form as it was posted where something has to be mended."""
    context = {
        "person": found,
        "form": form or RoleForm(initial={"role": found.role}),
        "team_form": team_form or TeamForm(initial={"team": found.team}),
        "factors": factors_of(found),
        "events": found.account_events.select_related("actor")[:SHOWN],
        "is_self": found.pk == http_request.user.pk,
    }
    return render(http_request, "web/person.html", context)


def _step(
    http_request: OfficerRequest, person_id: int, work: Callable[..., object], done: str
) -> HttpResponse:
    """Do what a button says to somebody's account, and return to it."""
    found = get_object_or_404(people_of(http_request), pk=person_id)
    by, clock = http_request.user, http_request.ports.clock
    attempt_and_tell(http_request, lambda: work(found.pk, by=by, clock=clock), done=done)
    return redirect("web:person", person_id)


def _show_link(http_request: OfficerRequest, found: User, link: SignInLink) -> HttpResponse:
    """Show a link the only time it can be shown."""
    address = reverse("first-password", args=[link.uidb64, link.token])
    context = {"person": found, "link": http_request.build_absolute_uri(address)}
    return render(http_request, "web/sign_in_link.html", context)
