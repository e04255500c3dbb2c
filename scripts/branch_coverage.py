"""Shows how many branches the tests took, room by room, and fails where a room falls short.

Reads the JSON report of coverage.py. Lines that ran are the easy half: what a rule does when it
does not apply is in the branches, so those are what domain/ and services/ are held to.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

REQUIRED = {"assistant/domain": 95.0, "assistant/services": 95.0}


def rooms(report: dict[str, object]) -> dict[str, tuple[int, int]]:
    """Return (branches taken, branches there are) for every room of the package."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    files = report["files"]
    if not isinstance(files, dict):
        raise TypeError("this is not a report of coverage.py")
    for name, file in files.items():
        parts = Path(name).parts
        # A module that stands alone (cli.py, config.py) is a room of its own.
        totals["/".join(parts[:2])][0] += file["summary"]["covered_branches"]
        totals["/".join(parts[:2])][1] += file["summary"]["num_branches"]
    return {room: (taken, there) for room, (taken, there) in sorted(totals.items())}


def main() -> int:
    """Print a line for each room; return 1 where one is below what it is held to."""
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    short = []
    print("Branches taken by the tests:")
    for room, (taken, there) in rooms(report).items():
        percent = 100.0 * taken / there if there else 100.0
        required = REQUIRED.get(room)
        held_to = f"  (at least {required:.0f} %)" if required else ""
        print(f"  {room:<28} {percent:6.1f} %  {taken:>5} of {there}{held_to}")
        if required and percent < required:
            short.append(room)
    for room in short:
        print(f"Too few branches of {room} were taken.", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
