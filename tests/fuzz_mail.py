"""T24: mail with bytes changed by chance is read, whatever comes of it.

    python -m tests.fuzz_mail --mutations 100000 [--seed 1] [FOLDER ...]

Takes our own samples and every file below the folders, changes a few bytes of one at a time, reads
it, and asks of the result what must hold for every message (tests/unit/mail/sound.py). Prints what
failed, with the seed that brings it back, and ends with status 1 if anything did.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.unit.mail.hostile import CRASHERS, GROWING
from tests.unit.mail.sample_files import enveloped, mapi_list, signed, stored_rtf, tnef, tnef_file
from tests.unit.mail.sound import faults

# Larger mail is read in the other tests: here the number of changes counts.
LARGEST = 60_000
SLOWEST = 5.0
_TOKENS = (
    b"\r\n",
    b"\n",
    b"\r",
    b"\r\n\r\n",
    b"--",
    b"--e\r\n",
    b"--e--\r\n",
    b"=?utf-8?Q?",
    b"=?utf-8?B?",
    b"?=",
    b"=\r\n",
    b"=3D",
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x1b$B",
    b"<",
    b">",
    b'"',
    b"(",
    b")",
    b";",
    b":",
    b",",
    b"@",
    b"\\",
    b"<!--",
    b"-->",
    b"<style>",
    b"</style>",
    b"<div style='",
    b"display:none",
    b"<blockquote type=cite>",
    b"</blockquote>",
    b"&#0;",
    b"&#xd800;",
    b"> ",
    b"On ",
    b"begin 644 a\r\n",
    b"\r\nend\r\n",
    b"Content-Type: ",
    b"multipart/mixed; boundary=e",
    b"text/html",
    b"message/rfc822",
    b"application/ms-tnef",
    b"application/pkcs7-mime",
    b"charset=utf-16",
    b"charset=utf-7",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"\xe2\x80\x8b",
    b"\xe2\x80\xae",
    b"\xf3\xa0\x81\x81",
    b"\xed\xa0\x80",
    b"BEGIN:VEVENT\r\n",
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A changed message that was not read as it must be."""

    seed: int
    sample: str
    why: str


def own_samples() -> dict[str, bytes]:
    """Return messages of every kind that nobody wrote."""
    inner = b"Content-Type: text/plain\r\n\r\nHow many dogs?\r\n"
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}\f0 dogs\'e9\par\u8217?{\v x}}"
    winmail = tnef(
        (1, 0x8004, b"Dogs\0"),
        (1, 0x9003, mapi_list((0x1009, 0x102, stored_rtf(rtf)), (0x1013, 0x102, b"<p>dogs</p>"))),
        *tnef_file("a.txt", b"dogs"),
    )
    head = b"From: Ada <ada@example.org>\r\nContent-Transfer-Encoding: binary\r\nContent-Type: "
    made = {name: make(30) for name, make in GROWING.items()}
    return {
        **CRASHERS,
        **made,
        "winmail.dat": head + b"application/ms-tnef\r\n\r\n" + winmail,
        "signed": head + b"application/pkcs7-mime\r\n\r\n" + signed(inner, indefinite=True),
        "enveloped": head + b"application/pkcs7-mime\r\n\r\n" + enveloped(),
    }


def files_below(folders: Sequence[Path]) -> dict[str, bytes]:
    """Return the files of folders that are small enough to be changed often."""
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): path.read_bytes() for path in paths if path.stat().st_size <= LARGEST}


def fuzz(
    samples: dict[str, bytes], *, mutations: int, seed: int, seconds: float = float("inf")
) -> Iterator[Failure | int]:
    """Read changed samples until there have been enough, or the time is up.

    Yields failures as they come, and at the end how many messages were read.
    """
    names = sorted(samples)
    ends = time.monotonic() + seconds
    done = 0
    while done < mutations and time.monotonic() < ends:
        number = seed + done
        chance = random.Random(number)  # noqa: S311 - chance that can be repeated, no secret
        name = chance.choice(names)
        raw = changed(samples[name], samples[chance.choice(names)], chance)
        why = verdict(raw)
        if why:
            yield Failure(number, name, why)
        done += 1
    yield done


def verdict(raw: bytes) -> str:
    """Return what is wrong with how some bytes are read, or ""."""
    before = time.process_time()
    try:
        found = faults(raw)
    except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
        return f"{type(error).__name__}: {error}"
    taken = time.process_time() - before
    return "; ".join([*found, *([f"took {taken:.1f} s"] if taken > SLOWEST else [])])


def changed(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return some bytes with one to twelve changes."""
    data = bytearray(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 12))):
        at = chance.randrange(len(data) + 1)
        length = min(len(data) - at, chance.choice((1, 2, 5, 20, 200)))
        match chance.randrange(7):
            case 0 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(data):
                data[at] = chance.randrange(256)
            case 2:
                del data[at : at + length]
            case 3:
                data[at:at] = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 30))
            case 4:
                data[at:at] = data[at : at + length] * chance.choice((1, 2, 10))
            case 5:
                start = chance.randrange(len(other) + 1)
                data[at:at] = other[start : start + chance.choice((5, 50, 500))]
            case _:
                data[at : at + length] = chance.randbytes(length)
    return bytes(data[: 2 * LARGEST])


def main() -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mutations", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folders", type=Path, nargs="*")
    arguments = parser.parse_args()
    samples = own_samples() | files_below(arguments.folders)
    failures = done = 0
    for found in fuzz(samples, mutations=arguments.mutations, seed=arguments.seed):
        if isinstance(found, Failure):
            failures += 1
            print(f"seed {found.seed}, {found.sample}: {found.why}", flush=True)  # noqa: T201 - a command
        else:
            done = found
    print(f"{done:,} changed messages of {len(samples)} samples: {failures} failures")  # noqa: T201 - as above
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
