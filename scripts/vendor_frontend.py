"""Fetch GOV.UK Frontend and htmx from the npm registry and put what the pages need in place.

Run it again after changing a version below: `python scripts/vendor_frontend.py`. It needs npm.
From GOV.UK Frontend only the minified stylesheet and script are kept. The GDS Transport font and
the royal crest may be used on GOV.UK alone, so the rules that name them are taken out; what is left
names no file that is not here. The npm package carries no licence file: ours is the project's own
MIT licence, kept beside it by hand.
"""

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

GOVUK = "5.8.0"
HTMX = "2.0.11"
PLACE = Path(__file__).resolve().parent.parent / "assistant" / "web" / "static" / "web" / "vendor"

FONT_NOTICE = re.compile(r"/\*!? Copyright \(c\) 2011 by Margaret Calvert.*?\*/", re.DOTALL)
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
ASSET = re.compile(r"background-image:url\(/assets/[^)]*\);?")
SOURCE_MAP = re.compile(r"\n?(//|/\*)# sourceMappingURL=\S+( \*/)?\n?")


def fetch(package: str, version: str, folder: Path) -> Path:
    """Unpack one npm package into `folder` and return where its files are."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm was not found. Install Node.js and try again.")
    subprocess.run([npm, "pack", f"{package}@{version}", "--silent"], cwd=folder, check=True)
    with tarfile.open(folder / f"{package}-{version}.tgz") as archive:
        archive.extractall(folder / package, filter="data")
    return folder / package / "package"


def own_css(css: str) -> str:
    """Take out the font and the crest, which only GOV.UK may show, and name Arial instead."""
    for pattern in (FONT_NOTICE, FONT_FACE, ASSET, SOURCE_MAP):
        css = pattern.sub("", css)
    css = css.replace("GDS Transport,arial,sans-serif", "arial,sans-serif")
    if "/assets/" in css or "GDS Transport" in css:
        sys.exit("The stylesheet still names a font or an image. Mend the patterns above.")
    return css


def main() -> None:
    """Fetch both packages and write the files, each with its version beside it."""
    with tempfile.TemporaryDirectory() as name:
        govuk = fetch("govuk-frontend", GOVUK, Path(name)) / "dist" / "govuk"
        place = PLACE / "govuk-frontend"
        place.mkdir(parents=True, exist_ok=True)
        css = (govuk / "govuk-frontend.min.css").read_text(encoding="utf-8")
        (place / "govuk-frontend.min.css").write_text(own_css(css), encoding="utf-8")
        script = (govuk / "govuk-frontend.min.js").read_text(encoding="utf-8")
        (place / "govuk-frontend.min.js").write_text(SOURCE_MAP.sub("", script), encoding="utf-8")
        (place / "VERSION").write_text(f"govuk-frontend {GOVUK}\n", encoding="ascii")

        htmx = fetch("htmx.org", HTMX, Path(name))
        place = PLACE / "htmx"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(htmx / "dist" / "htmx.min.js", place / "htmx.min.js")
        shutil.copy(htmx / "LICENSE", place / "LICENCE.txt")
        (place / "VERSION").write_text(f"htmx.org {HTMX}\n", encoding="ascii")


if __name__ == "__main__":
    main()
