"""Ask a service to do something, and show the person what it says where it will not."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import QueryDict

from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.web.access import OfficerRequest

CHANGED = (
    "Somebody changed this since you looked. What it says now is shown below, and what you wrote "
    "is still in the form. Save again to replace theirs with yours."
)

MOVED = (
    "The parts of the request were corrected since you looked, and another part stands here now. "
    "Nothing was saved: what you wrote is still in the form. Save it only if it is meant for this "
    "part; otherwise copy it to the page of the part it is for."
)


def posted(http_request: OfficerRequest) -> QueryDict | None:
    """Return what was posted, or None where the page is only looked at."""
    return http_request.POST if http_request.method == "POST" else None


def attempt(form: forms.Form, work: Callable[[], object], *, version: int | None = None) -> bool:
    """Run `work` and return whether it was done; a refusal becomes an error of the form.

    `version` is the version the row has now. Where the form was made from an older one, the form
    says so and takes up the present version, so that a second try is a choice and no accident.
    """
    if changed_meanwhile(form, version):
        form.add_error(None, CHANGED)
        return False
    try:
        work()
    except (NotAllowed, TryAgainLater, NeedsAPerson) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def changed_meanwhile(form: forms.Form, version: int | None) -> bool:
    """Whether the row has another version than the form was made from; brings the form up to it."""
    if version is None or form.cleaned_data.get("version") == version:
        return False
    renewed = QueryDict(mutable=True)
    renewed.update(form.data)
    renewed[form.add_prefix("version")] = str(version)
    form.data = renewed
    return True


def attempt_and_tell(
    http_request: OfficerRequest, work: Callable[[], object], *, done: str
) -> bool:
    """Run `work` for a button that has no form: the next page says what came of it."""
    try:
        work()
    except (NotAllowed, TryAgainLater, NeedsAPerson) as refusal:
        messages.error(http_request, str(refusal))
        return False
    messages.success(http_request, done)
    return True
