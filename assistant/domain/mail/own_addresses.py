"""Which addresses are the authority's own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnAddresses:
    """The authority's mailboxes and its mail domains, in lower case."""

    addresses: frozenset[str]
    domains: frozenset[str]
