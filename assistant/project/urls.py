"""Every address is the web app's; those of signing in have names that a library looks for."""

from django.urls import include, path

urlpatterns = [
    path("", include("assistant.web.urls")),
    path("", include("assistant.web.account_urls")),
]
