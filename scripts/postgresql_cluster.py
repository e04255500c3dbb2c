"""Starts and stops a PostgreSQL server of its own for tests: loopback, a free port, nothing kept.

    postgresql_cluster.py start FOLDER    prints its address
    postgresql_cluster.py stop FOLDER     stops it and removes FOLDER

Standard library only, since .ci/run calls it before anything is installed. PostgreSQL refuses to
run as root; there its programs run as the user `postgres`, whom its package makes.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
ROLE = "foi_tests"


class NotInstalled(Exception):
    """There is no PostgreSQL server here; the message says how to get one."""


def programs() -> Path:
    """Return the folder of the newest server's programs; raises NotInstalled."""
    found = [folder for place in PLACES for folder in Path("/").glob(place.lstrip("/"))]
    on_path = shutil.which("initdb")
    found += [Path(on_path).resolve().parent] if on_path else []
    usable = [folder for folder in found if (folder / "initdb").exists()]
    if not usable:
        raise NotInstalled("PostgreSQL is not installed. Debian and Ubuntu: apt install postgresql")
    return max(usable, key=_version)


def _version(folder: Path) -> int:
    """Read the major version from the folder's name; 0 where the name has none."""
    numbers = re.findall(r"\d+", str(folder))
    return int(numbers[0]) if numbers else 0


def _run(*words: str | Path) -> None:
    """Run one of PostgreSQL's programs, never as root; its output shows when it fails."""
    command = [str(word) for word in words]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise SystemExit(f"{command}: {done.stdout}{done.stderr}")


def start(folder: Path) -> str:
    """Make and start a server under `folder`, which must not exist; return its address."""
    bin_folder = programs()
    folder.mkdir(mode=0o700, parents=True)
    password = secrets.token_urlsafe(16)
    password_file = folder / "password"
    password_file.write_text(password, encoding="ascii")
    if os.geteuid() == 0:
        for path in (folder, password_file):
            shutil.chown(path, "postgres")
    cluster = folder / "cluster"
    _run(
        bin_folder / "initdb", "--pgdata", cluster, "--username", ROLE, "--encoding", "UTF8",
        "--locale", "C.UTF-8", "--auth", "scram-sha-256", "--pwfile", password_file,
    )  # fmt: skip
    port = _free_port()
    # Nothing of this cluster outlives the tests, so it need not wait for the disk.
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c fsync=off"
    options += f" -c unix_socket_directories={folder}"
    _run(
        bin_folder / "pg_ctl", "--pgdata", cluster, "--log", folder / "log", "--wait",
        "--options", options, "start",
    )  # fmt: skip
    return f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/postgres"


def stop(folder: Path) -> None:
    """Stop the server under `folder` at once and remove the folder."""
    cluster = folder / "cluster"
    if (cluster / "postmaster.pid").exists():
        _run(programs() / "pg_ctl", "--pgdata", cluster, "--mode", "immediate", "--wait", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Do what the command line says."""
    verb, folder = sys.argv[1], Path(sys.argv[2])
    if verb == "start":
        print(start(folder))
    else:
        stop(folder)


if __name__ == "__main__":
    try:
        main()
    except NotInstalled as missing:
        raise SystemExit(str(missing)) from None
