"""Whose mailbox an address of the envelope means (RFC 5321 section 2.3.11, RFC 5233)."""

from collections.abc import Container


def mailbox_address(recipient: str, ours: Container[str]) -> str | None:
    """Return which of our addresses a recipient means, or None where it is not ours.

    `ours` are addresses in lower case. Upper and lower case count as the same, and so does an
    address with a detail after a plus sign: foi+anything@ is foi@, unless it is ours by itself.
    """
    local, at, domain = recipient.strip().lower().rpartition("@")
    if not at:
        return None
    if len(local) > 1 and local.startswith('"') and local.endswith('"'):
        local = local[1:-1].replace("\\", "")
    for candidate in (f"{local}@{domain}", f"{local.partition('+')[0]}@{domain}"):
        if candidate in ours:
            return candidate
    return None
