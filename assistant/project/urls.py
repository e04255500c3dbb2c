"""Every address is the web app's, those of signing in that a library looks for, or a machine's.

What machines ask (project/watching.py) is answered before a request comes to this table; it stands
here so that every address has its name, and its row in web/permissions.py.
"""

from collections.abc import Callable
from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import include, path

from assistant.project import watching


def _watched(name: str) -> Callable[..., HttpResponse]:
    view: Callable[..., HttpResponse] = partial(watching.answer, name=name)
    return login_not_required(view)


urlpatterns = [
    path("", include("assistant.web.urls")),
    path("", include("assistant.web.account_urls")),
    path("health/live", _watched("health-live"), name="health-live"),
    path("health/ready", _watched("health-ready"), name="health-ready"),
    path("metrics", _watched("metrics"), name="metrics"),
]
