"""A look at the listener from outside: whether it answers, and whether its settings fit."""

import ipaddress
import socket
from collections.abc import Sequence

from assistant.adapters.tls import is_loopback
from assistant.domain.errors import TryAgainLater


def greeting(host: str, port: int, timeout: float) -> str:
    """Return what the listener says to a mail server that connects, within `timeout` seconds.

    Where it listens on every address it is greeted on this machine's own. Raises TryAgainLater
    where nothing answers.
    """
    where = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - not bound here
    try:
        with socket.create_connection((where, port), timeout=timeout) as connection:
            return connection.recv(512).decode("utf-8", "replace").strip()
    except OSError as error:
        raise TryAgainLater(
            f"Nothing answers at {host}, port {port} ({error.strerror or error}). Start it with "
            "foi-assistant listen; foi-assistant run does so, too."
        ) from error


def doubts(host: str, networks: Sequence[str], *, encrypted: bool) -> tuple[str, str] | None:
    """Return what does not fit in where the listener listens and for whom, and what to do."""
    if is_loopback(host):
        return None
    if all(ipaddress.ip_network(network).is_loopback for network in networks):
        return (
            f"it listens on {host}, and takes mail from this machine alone",
            "Set FOI_LISTEN_NETWORKS to your mail servers, or FOI_LISTEN_HOST to 127.0.0.1.",
        )
    if not encrypted:
        return (
            "requests come to it over the network in the clear",
            "Set FOI_LISTEN_CERTIFICATE and FOI_LISTEN_KEY, and let the mail server use TLS.",
        )
    return None
