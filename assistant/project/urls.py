"""Every address of the web pages is the web app's."""

from django.urls import include, path

urlpatterns = [path("", include("assistant.web.urls"))]
