"""Django's entry for the store."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The app that owns every table."""

    name = "assistant.store"
    label = "store"
    verbose_name = "FOI Assistant"
    default_auto_field = "django.db.models.BigAutoField"
