"""Which addresses are the authority's own, and whose word about other senders it takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnAddresses:
    """The authority's mailboxes with their aliases, and its mail domains, in lower case.

    `authserv_ids` are the names by which its own mail gateway signs Authentication-Results headers
    (RFC 8601 section 2.5); without any, no such header counts.
    """

    addresses: frozenset[str]
    domains: frozenset[str]
    authserv_ids: frozenset[str] = frozenset()

    def holds(self, address: str) -> bool:
        """Say whether an address is a mailbox of ours or stands in a domain of ours."""
        address = address.strip().lower()
        return address in self.addresses or is_of(address.rpartition("@")[2], self.domains)


def is_of(domain: str, domains: frozenset[str]) -> bool:
    """Say whether a domain is one of some domains or below it."""
    domain = domain.lower()
    return any(domain == each or domain.endswith("." + each) for each in domains)
