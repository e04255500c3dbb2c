"""When a connection to a mail server is private enough to sign in and read or send mail on it."""

import ipaddress
import ssl
from pathlib import Path
from typing import Literal

from assistant.domain.errors import NotAllowed

Security = Literal["tls", "starttls", "none"]


def is_loopback(host: str) -> bool:
    """Return whether `host` is this very machine, by its address or as "localhost"."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_plain_text(host: str, security: Security) -> None:
    """Raise NotAllowed if `security` is "none" and `host` is another machine.

    Requests and replies hold personal data, and the password would travel in the clear (RFC 8314).
    """
    if security == "none" and not is_loopback(host):
        raise NotAllowed(
            f"The connection to {host} would not be encrypted. Choose tls or starttls; "
            "none is only for a mail server on this machine."
        )


def verifying_context(ca_file: Path | None) -> ssl.SSLContext:
    """Return a context that checks certificate and host name, trusting `ca_file` besides the usual.

    Raises NotAllowed when `ca_file` cannot be read.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise NotAllowed(
                f"The certificates in {ca_file} cannot be read: {error.strerror or error}. "
                "Name a file with certificates in PEM form."
            ) from error
    return context


def serving_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return a context for a server with this certificate and its key, both PEM files.

    Raises NotAllowed when they cannot be read or do not belong together.
    """
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as error:
        raise NotAllowed(
            f"The certificate {certificate} with the key {key} cannot be used: "
            f"{error.strerror or error}. Name two PEM files that belong together."
        ) from error
    return context
