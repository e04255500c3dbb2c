"""The door by which tests hand the fakes of a world to the pages: a factory the settings name."""

from assistant import bootstrap
from assistant.config import Settings
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
    )
