"""Commands that run other programs: demo and run, and the Chroma server by itself."""

import argparse
import os
from pathlib import Path

from assistant import running
from assistant.cli.shown import tell
from assistant.demo.folder import usual_place
from assistant.demo.start import model_settings, start_demo


def demo(arguments: argparse.Namespace) -> int:
    """Run the demonstration until it is ended."""
    given = arguments.folder
    place = Path(given) if given else usual_place(os.environ)
    start_demo(
        place.expanduser().absolute(),
        fresh=arguments.fresh,
        web_port=arguments.port,
        model=model_settings(os.environ, arguments.model or ""),
        tell=tell,
        say=(lambda _line: None) if arguments.quiet else _aside,
    )
    return 0


def run(arguments: argparse.Namespace) -> int:
    """Run everything for one authority until it is ended."""
    settings = arguments.settings
    running.refuse_port_in_use(settings.web_host, settings.web_port, "FOI_WEB_PORT")
    if settings.listen:
        running.refuse_port_in_use(settings.listen_host, settings.listen_port, "FOI_LISTEN_PORT")

    def started() -> None:
        tell(f"The pages are at http://{settings.web_host}:{settings.web_port}/. Ctrl+C ends it.")

    running.run_together(running.everything(settings), say=_aside, started=started)
    return 0


def chroma(arguments: argparse.Namespace) -> int:
    """Run the assistant's own Chroma server until it is ended."""
    running.chroma(arguments.settings)
    return 0


def _aside(line: str) -> None:
    tell(line, aside=True)
