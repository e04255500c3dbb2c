"""Installs the built wheel into an empty environment and runs the demo from an empty folder.

    python3 scripts/try_wheel.py     after `make wheel`

What a user gets has to work without the checkout: knowledge, prompts, templates and sample mail
must be inside. Ends with status 0 when the pages answered and everything ended on Ctrl+C.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
START_WITHIN, END_WITHIN = 180.0, 60.0
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def install(folder: Path) -> Path:
    """Make an environment with the locked libraries and the newest wheel; return its programs."""
    wheels = sorted((ROOT / "dist").glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    if not wheels:
        raise SystemExit("There is no wheel in dist/. Run `make wheel` first.")
    subprocess.run(["sh", str(ROOT / "scripts/make_venv.sh"), str(folder)], check=True)  # noqa: S607  # the shell of the system
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--no-input"]
    lock = ["--require-hashes", "--requirement", str(ROOT / "requirements/base.txt")]
    subprocess.run([*pip, *lock], check=True)
    subprocess.run([*pip, "--no-deps", str(wheels[-1])], check=True)
    return folder / "bin"


def environment() -> dict[str, str]:
    """Return the environment without anything that is set for the assistant."""
    ours = {"DATABASE_URL", "CHROMA_URL", "DJANGO_SETTINGS_MODULE", "PYTHONPATH"}
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("FOI_")
    }


def wait_for_pages(demo: subprocess.Popen[bytes], said: Path) -> str:
    """Wait until the demo has named its pages and they answer; return their address."""
    give_up = time.monotonic() + START_WITHIN
    while time.monotonic() < give_up and demo.poll() is None:
        for address in ADDRESS.findall(said.read_text(encoding="utf-8", errors="replace")):
            if answers(address):
                return str(address)
        time.sleep(0.2)
    raise SystemExit(f"The demo did not start:\n{said.read_text(encoding='utf-8')}")


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Tell whether a page of ours answers at this address."""
    try:
        with urlopen(address, timeout=10) as page:  # noqa: S310  # a loopback address
            return bool(page.status == 200)  # noqa: PLR2004  # HTTP's "OK"
    except (URLError, OSError):
        return False


def main() -> int:
    """Install, start, look, end; return 0 where all of it worked."""
    with tempfile.TemporaryDirectory(prefix="foi-wheel-") as place:
        programs = install(Path(place) / "venv")
        said, empty = Path(place) / "said", Path(place) / "empty"
        empty.mkdir()
        begun = time.monotonic()
        with said.open("wb") as output:
            demo = subprocess.Popen(
                [
                    str(programs / "foi-assistant"),
                    "demo",
                    "--folder",
                    str(empty / "demo"),
                    "--port",
                    str(free_port()),
                ],
                cwd=empty,
                env=environment() | {"PYTHONUNBUFFERED": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                address = wait_for_pages(demo, said)
                print(f"{address} answered after {time.monotonic() - begun:.0f} s.")
            finally:
                # Ctrl+C reaches the whole group, as it does on a terminal.
                os.killpg(demo.pid, signal.SIGINT)
                demo.wait(timeout=END_WITHIN)
    print("The wheel runs the demo from an empty folder, and all of it ended on Ctrl+C.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
