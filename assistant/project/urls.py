"""Every address of the web pages is the web app's; signing in has names that a library looks for."""

from django.urls import include, path

urlpatterns = [
    path("", include("assistant.web.urls")),
    path("", include("assistant.web.account_urls")),
]
