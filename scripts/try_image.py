"""Builds the image with buildah, without a Docker engine, and tries what is inside.

    python3 scripts/try_image.py [WORK-FOLDER]       root; Debian packages buildah and debootstrap

The base image is made here from Debian's packages and tagged as docker/Dockerfile names it, so no
registry of images is asked. Ends with status 0 when the pages, `check` and the health command
answered inside the image, run as the user it names.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = ROOT / "docker" / "Dockerfile"
IMAGE = "localhost/foi-assistant:tried"
RELEASE = "bookworm"
# Where Debian's packages come from; empty: where debootstrap takes them by itself.
MIRROR = os.environ.get("DEBIAN_MIRROR", "")
# What turns sources into programs, or fetches more of either.
BUILD_TOOLS = ("pip", "pip3", "gcc", "cc", "g++", "make", "ld", "as", "git", "curl", "wget")
INSIDE = """
set -eu
test "$(id -u)" = 10001
foi-assistant prepare >/dev/null
printf 'a-fictional-password\\n' | foi-assistant user add olwen --role=officer >/dev/null
foi-assistant chroma >/dev/null 2>&1 & chroma=$!
foi-assistant serve & pages=$!
trap 'kill $pages $chroma' EXIT
for _ in $(seq 120); do
    if foi-assistant health >/dev/null 2>&1; then break; fi
    kill -0 $pages
    sleep 1
done
foi-assistant health
python - <<'END'
from urllib.request import urlopen
page = urlopen("http://127.0.0.1:8000/sign-in/", timeout=30).read().decode()
assert "Sign in" in page, page
print("The page to sign in answered.")
END
foi-assistant check || test $? = 1
pg_dump --version
foi-assistant backup /tmp/tried.foibackup
"""


class ImageTrial:
    """One build in a storage of its own, and what is asked of it."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._environ = {
            **os.environ,
            "BUILDAH_ISOLATION": "chroot",
            "STORAGE_DRIVER": "vfs",
        }

    def buildah(self, *words: str, given: str | None = None, check: bool = True) -> str:
        """Run buildah in that storage; what it prints on standard output is returned."""
        place = ("--root", str(self._work / "storage"), "--runroot", str(self._work / "run"))
        done = subprocess.run(
            ["buildah", *place, *words],  # noqa: S607 - where the system keeps it
            env=self._environ,
            input=given,
            stdout=subprocess.PIPE,
            text=True,
            check=check,
        )
        return done.stdout

    def make_base(self) -> str:
        """Make the base image that the Dockerfile names from Debian's packages; return its name."""
        name = base_name()
        root = self._work / "base"
        words = ["--variant=minbase", "--include=python3,python3-venv,ca-certificates"]
        words += [RELEASE, str(root), *filter(None, [MIRROR])]
        subprocess.run(
            ["debootstrap", *words],  # noqa: S607 - where the system keeps it
            check=True,
            stdout=subprocess.DEVNULL,
        )
        container = self.buildah("from", "scratch").strip()
        self.buildah("add", "--quiet", container, str(root), "/")
        self.buildah("commit", "--quiet", "--format", "docker", "--rm", container, name)
        shutil.rmtree(root)
        return name

    def build(self) -> None:
        """Build the image from the checkout, with the network's own certificates, if any."""
        words = ["--format", "docker", "--pull-never", "--layers=false", "--tag", IMAGE]
        bundle = os.environ.get("PIP_CERT", "")
        if bundle:
            words += ["--build-arg", f"PIP_CERT={bundle}", "--volume", f"{bundle}:{bundle}:ro"]
        self.buildah("build", *words, "--file", str(DOCKERFILE), str(ROOT))

    def settings(self) -> dict[str, object]:
        """Return what the image says of itself: user, command, health check."""
        about = json.loads(self.buildah("inspect", "--type", "image", IMAGE))
        return dict(about["Docker"]["config"])

    def run(self, container: str, script: str) -> str:
        """Run a shell's script inside, as the image's user."""
        words = ("run", "--user", "10001:10001", "--workingdir", "/data", container, "--")
        return self.buildah(*words, "sh", "-c", script)


def base_name() -> str:
    """Return the base image that the Dockerfile names."""
    for line in DOCKERFILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("ARG BASE="):
            return line.removeprefix("ARG BASE=").strip()
    raise SystemExit("docker/Dockerfile names no base image.")


def look_inside(trial: ImageTrial) -> None:
    """Try the image: who it runs as, what is not in it, and whether its programs answer."""
    settings = trial.settings()
    if settings["User"] != "10001:10001" or not settings["Healthcheck"]:
        raise SystemExit(f"The image runs as the wrong user, or has no health check: {settings}")
    container = trial.buildah("from", "--pull-never", IMAGE).strip()
    tools = " ".join(BUILD_TOOLS)
    left = trial.run(container, f"for tool in {tools}; do command -v $tool || true; done")
    left += trial.run(container, "python -c 'import pip' 2>/dev/null && echo pip || true")
    if left.strip():
        raise SystemExit(f"What builds or installs is left in the image: {left}")
    print(trial.run(container, INSIDE), end="")
    trial.buildah("rm", container)


def main() -> int:
    """Build, look, and remove everything."""
    for program in ("buildah", "debootstrap"):
        if not shutil.which(program):
            raise SystemExit(f"{program} is missing. Debian and Ubuntu: apt install {program}")
    if os.geteuid() != 0:
        raise SystemExit("debootstrap and buildah's chroot need root.")
    given = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(prefix="foi-image-", dir=given) as folder:
        trial = ImageTrial(Path(folder))
        print(f"Base image {trial.make_base()} made.")
        trial.build()
        print("Image built.")
        look_inside(trial)
    print("The image was built, and what is inside works.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
