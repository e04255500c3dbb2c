"""Measure reading and drafting: time per message, and the peak memory of the whole run."""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from assistant import bootstrap, config

bootstrap.start()

from assistant.domain.mail.screening import OwnAddresses  # noqa: E402 - after Django is loaded
from assistant.services.draft_files import Desk, draft_document  # noqa: E402 - as above
from assistant.services.parse_files import parse_document  # noqa: E402 - as above
from assistant.services.prepare import AuthorityDetails  # noqa: E402 - as above


def timed(files: list[Path], do: Callable[[bytes], object]) -> list[tuple[float, Path]]:
    """Return the seconds that each file took, longest first."""
    taken = []
    for file in files:
        raw = file.read_bytes()
        began = time.perf_counter()
        do(raw)
        taken.append((time.perf_counter() - began, file))
    return sorted(taken, reverse=True)


def tell(name: str, taken: list[tuple[float, Path]]) -> None:
    """Print the figures of one command."""
    seconds = [one for one, _ in taken]
    longest, file = taken[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{name}: {len(taken)} messages, median {statistics.median(seconds) * 1000:.1f} ms, "
        f"mean {statistics.mean(seconds) * 1000:.1f} ms, longest {longest * 1000:.0f} ms "
        f"({file.name}), peak memory {peak:.0f} MB\n"
    )


def main() -> None:
    """Print time per message and peak memory for parse, then for draft."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    files = parser.parse_args().files
    settings = config.current()
    ports = bootstrap.ports(settings)
    desk = Desk(
        details=AuthorityDetails(**bootstrap.authority_details(settings)),  # type: ignore[arg-type]  # by name
        authority_id=None,
        library=ports.library,
        register=ports.register,
        wordings=ports.wordings,
        clock=ports.clock,
    )
    own = OwnAddresses(frozenset(), frozenset())
    tell("parse", timed(files, lambda raw: parse_document(raw, "", own)))
    tell("draft", timed(files, lambda raw: draft_document(raw, desk)))


if __name__ == "__main__":
    main()
