"""Where pages and tasks get their ports: from the factories that the Django settings name."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from assistant import bootstrap, config
from assistant.ports import Postbox
from assistant.services.approve_draft import Forms


def ports() -> bootstrap.Ports:
    """Return this process's ports."""
    return cast(bootstrap.Ports, import_string(settings.PORTS)(config.current()))


def forms() -> Forms:
    """Return in which forms letters leave here."""
    given = ports()
    return Forms(html=given.html_mail, pdf=given.typesetter if given.attach_pdf else None)


def postbox() -> Postbox:
    """Return the post box; raises NotAllowed where no mail server is set."""
    return cast(Postbox, import_string(settings.POSTBOX)(config.current()))
