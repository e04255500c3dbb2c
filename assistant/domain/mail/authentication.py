"""What the authority's own mail gateway found out about a sender (RFC 8601, RFC 7489).

Anybody can write an Authentication-Results header. Ours is the topmost one that bears a configured
name, and no server of others may have added its Received line above it: below such a line
everything is the sender's word. Nothing follows from a pass, and nothing from silence.
"""

import re

from authres import AuthenticationResultsHeader, AuthResError

from assistant.domain.mail.message import Message
from assistant.domain.mail.own_addresses import OwnAddresses

_BY = re.compile(r"\bby\s+([A-Za-z0-9._-]{1,253})", re.IGNORECASE)
_SERVICE = re.compile(r"\s*([A-Za-z0-9._-]{1,253})(?:\s+\d+)?\s*;")
_RESULT = re.compile(r"\bdmarc\s*=\s*([a-z]{3,10})\b", re.IGNORECASE)
_FAULTS = (AuthResError, LookupError, AttributeError, ValueError, TypeError, RecursionError)
_COUNTRY = 2
_SHORTEST_OWN = 3


def dmarc_result(message: Message, own: OwnAddresses) -> str:
    """Return the result of DMARC that our own gateway wrote, such as "fail", or nothing."""
    if not own.authserv_ids:
        return ""
    headers = message.headers
    for place, (name, value) in enumerate(headers):
        if name == "received" and _foreign(value, own):
            return ""
        if name == "authentication-results" and _ours(place, value, message, own):
            return _dmarc(value)
    return ""


def _ours(place: int, value: str, message: Message, own: OwnAddresses) -> bool:
    """Say whether a header bears one of our gateway's names.

    Exchange Online writes none: there the server counts that the next Received line names.
    """
    named = _SERVICE.match(value)
    if named and "=" not in named.group(0):
        return named.group(1).lower() in own.authserv_ids
    below = (text for name, text in message.headers[place + 1 :] if name == "received")
    host = _by(next(below, ""))
    return any(host == each or host.endswith("." + each) for each in own.authserv_ids)


def _dmarc(value: str) -> str:
    """Return the result of DMARC in a header's value; the library refuses one real one in ten."""
    try:
        parsed = AuthenticationResultsHeader.parse(f"Authentication-Results: {value}")
        results = [each.result for each in parsed.results if each.method.lower() == "dmarc"]
    except _FAULTS:
        # The word itself can still be read.
        results = _RESULT.findall(re.sub(r"\([^()]*\)", " ", value))
    return str(results[0]).lower() if results else ""


def _foreign(received: str, own: OwnAddresses) -> bool:
    """Say whether a Received line was added by a server that is not ours."""
    host = _by(received)
    if "." not in host or re.fullmatch(r"[\d.]+", host):
        return False
    return not any(host == each or host.endswith("." + each) for each in _own_hosts(own))


def _own_hosts(own: OwnAddresses) -> set[str]:
    """Return the names that our own servers are called by or stand below."""
    hosts = {*own.authserv_ids, *own.domains}
    for each in own.authserv_ids:
        above = each.partition(".")[2]
        labels = above.split(".")
        # mx.council.gov.uk and its neighbours are ours; what else is under gov.uk is not.
        if len(labels) >= _SHORTEST_OWN or (len(labels) > 1 and len(labels[-1]) > _COUNTRY):
            hosts.add(above)
    return hosts


def _by(received: str) -> str:
    found = _BY.search(received)
    return found.group(1).lower().rstrip(".") if found else ""
