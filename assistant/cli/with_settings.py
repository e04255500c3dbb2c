"""Runs a command that needs the settings, and perhaps the database."""

import argparse
from importlib import import_module

from assistant import config
from assistant.cli.shown import complain

WRONG_USE = 2


def run(module: str, function: str, arguments: argparse.Namespace, *, database: bool) -> int:
    """Run a command with `arguments.settings`; settings that cannot be used end it with 2.

    Where it needs the database its module is loaded only when Django is, because use cases import
    models.
    """
    try:
        arguments.settings = config.current()
    except config.WrongSettings as error:
        for fault in error.faults:
            complain(fault)
        return WRONG_USE
    if not database:
        return int(getattr(import_module(module), function)(arguments))
    with import_module("assistant.running").database():
        return int(getattr(import_module(module), function)(arguments))
