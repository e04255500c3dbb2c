"""Runs a command that needs the settings, and perhaps the database, or an empty one of its own."""

import argparse
import os
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import config
from assistant.cli.shown import complain
from assistant.domain.errors import NotAllowed

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


def run_apart(module: str, function: str, arguments: argparse.Namespace) -> int:
    """Run a command over an empty database in a new folder, which goes when the command ends.

    Whatever is set or stored stays untouched: the folder is the data folder of this process, and
    neither a database nor a Chroma server that the settings name is used.
    """
    with TemporaryDirectory(prefix="foi-assistant-") as folder:
        os.environ.update({"FOI_DATA_FOLDER": folder, "DATABASE_URL": "", "CHROMA_URL": ""})
        try:
            arguments.settings = settings = config.current()
        except config.WrongSettings as error:
            for fault in error.faults:
                complain(fault)
            return WRONG_USE
        if settings.data_folder.resolve() != Path(folder).resolve() or settings.database_url:
            raise NotAllowed("The settings were read before. Start the command by itself.")
        with import_module("assistant.running").database():
            import_module("assistant.bootstrap").migrate(settings)
            return int(getattr(import_module(module), function)(arguments))
