"""A certificate for this machine, signed by nobody, for tests of encrypted connections."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Certificate:
    """A certificate for localhost and 127.0.0.1, and its key, as PEM files."""

    file: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    """Write a new certificate and its key into `folder`."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    subprocess.run(  # noqa: S603 (a fixed command)
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", str(made.key), "-out", str(made.file)),
        ],
        check=True,
        capture_output=True,
    )
    return made
