"""The command `health`: whether the programs here are alive, for a container to ask every minute.

It loads neither the settings' checks nor Django, so that asking costs little: programs leave a
heartbeat (assistant/heartbeat.py), and the pages are asked at their port on loopback.
"""

import argparse
import json
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from assistant import environment, heartbeat
from assistant.cli.shown import complain, tell

DID_NOT_WORK, WELL = 1, 200
PATIENCE = 5.0
PAGES = "serve"
_EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - asked, not bound


def health(arguments: argparse.Namespace) -> int:
    """Look at one program, or at all that run here; status 1 if one is not alive or not ready."""
    values = environment.values()
    folder = _folder(values)
    found = list(heartbeat.seen(folder, arguments.of or ""))
    asked = arguments.of == PAGES or any(one.good_for is None for one in found)
    faults = [
        f"{one.program} gave its last sign of life {one.age:.0f} seconds ago; it should have "
        f"within {one.good_for:.0f}. See what it says, and start it again."
        for one in found
        if not one.fresh
    ]
    if asked:
        faults += _pages(values)
    elif not found:
        who = f"foi-assistant {arguments.of or 'run'}"
        faults.append(f"There is no sign of life in {folder}. Does {who} run here?")
    for fault in faults:
        complain(fault)
    if faults:
        return DID_NOT_WORK
    tell(f"alive: {', '.join([one.program for one in found] or [PAGES])}")
    return 0


def _folder(values: Mapping[str, str]) -> Path:
    """Return where programs leave their heartbeats, as config.py says it."""
    given = values.get("FOI_RUNTIME_FOLDER", "").strip()
    usual = Path(values.get("FOI_DATA_FOLDER", "").strip() or "data") / "run"
    return (Path(given) if given else usual).expanduser().absolute()


def _pages(values: Mapping[str, str]) -> list[str]:
    """Ask the pages' program whether it is ready; return what is wrong."""
    host = values.get("FOI_WEB_HOST", "127.0.0.1").strip()
    host = _EVERYWHERE.get(host, host)
    port = values.get("FOI_WEB_PORT", "").strip() or "8000"
    if not port.isdecimal():
        return [f"FOI_WEB_PORT: “{port}” is no port."]
    connection = HTTPConnection(host, int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        said = answer.read(10_000)
    except (OSError, HTTPException) as error:
        return [f"The pages do not answer at {host}:{port}: {error or type(error).__name__}."]
    finally:
        connection.close()
    return [] if answer.status == WELL else [f"The pages are not ready: {_reason(said)}"]


def _reason(said: bytes) -> str:
    try:
        return str(json.loads(said)["reason"])
    except (ValueError, KeyError, TypeError):
        return "they gave no reason."
