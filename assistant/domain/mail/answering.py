"""Which address an answer to a message goes to (RFC 5322 section 3.6.2)."""

from assistant.domain.mail.addresses import addresses, usable
from assistant.domain.mail.machinewords import DAEMON, NO_REPLY
from assistant.domain.mail.message import Address, Message
from assistant.domain.mail.own_addresses import OwnAddresses


def answered_at(message: Message, own: OwnAddresses) -> Address:
    """Return who an answer goes to: Reply-To where its sender names one that takes mail.

    An address that takes no replies, or that is our own, never counts; where nothing else is
    there, it is the sender all the same, for a person to look at.
    """
    for each in addresses(message.header("reply-to").encode("utf-8", "replace")):
        if takes_answers(each.address) and not own.holds(each.address):
            return Address(each.name or message.sender.name, each.address)
    return message.sender


def takes_answers(address: str) -> bool:
    """Say whether an address could be written to and is not known to take no replies."""
    return usable(address) and not NO_REPLY.search(address) and not DAEMON.search(address)
