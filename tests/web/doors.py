"""The door by which tests hand the fakes of a world to the pages: a factory the settings name."""

from dataclasses import replace

from assistant import bootstrap
from assistant.config import Settings
from assistant.ports.chooser import Chooser
from tests.fakes import FakeWriter
from tests.world import World

FACTORY = "tests.web.doors.ports"
_worlds: list[World] = []


def hand_in(world: World) -> None:
    """From now on the pages are served with this world's clock and library."""
    _worlds[:] = [world]


def ports(settings: Settings) -> bootstrap.Ports:
    """Return the ports of the world handed in last."""
    world = _worlds[-1]
    return bootstrap.Ports(
        clock=world.clock,
        library=world.library,
        register=world.register,
        wordings=bootstrap.wordings(),
        typesetter=bootstrap.typesetter(settings),
        documents=bootstrap.documents(),
        inspector=bootstrap.inspector(),
    )


def with_pdf(settings: Settings) -> bootstrap.Ports:
    """Return the same ports where a PDF of each letter goes along."""
    return replace(ports(settings), attach_pdf=True)


def plain_text(settings: Settings) -> bootstrap.Ports:
    """Return the same ports where letters leave as plain text alone."""
    return replace(ports(settings), html_mail=False)


def with_model(settings: Settings) -> bootstrap.Ports:
    """Return the same ports where a language model is set."""
    return replace(ports(settings), writer=FakeWriter())


def without_typeface(settings: Settings) -> bootstrap.Ports:
    """Return the same ports where the typeface of PDFs is not there."""
    return ports(settings.model_copy(update={"pdf_font": "Northshire Sans"}))


_choosers: list[Chooser] = []


def chooser(given: Chooser) -> None:
    """From now on `with_a_model` has this language model look for answers."""
    _choosers[:] = [given]


def with_a_model(settings: Settings) -> bootstrap.Ports:
    """Return the same ports where a language model looks for answers."""
    return replace(ports(settings), chooser=_choosers[-1])
