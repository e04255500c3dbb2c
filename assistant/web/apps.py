"""The Django app of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages only: this app has no tables of its own."""

    name = "assistant.web"
    label = "web"
    verbose_name = "FOI Assistant pages"
