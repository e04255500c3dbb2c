"""The command `check`: whether every part can be reached, and what to do where one cannot."""

import argparse
from dataclasses import asdict

from assistant.cli.shown import table, tell_json
from assistant.health import checks


def check(arguments: argparse.Namespace) -> int:
    """Reach every part; status 1 if one does not work."""
    results = checks(arguments.settings)
    if arguments.json:
        tell_json([asdict(one) for one in results], one_line=False)
    else:
        rows = (
            (one.part, "works" if one.works else "does not work", one.detail, one.what_to_do)
            for one in results
        )
        table(("Part", "", "Detail", "What to do"), rows)
    return 0 if all(one.works for one in results) else 1
