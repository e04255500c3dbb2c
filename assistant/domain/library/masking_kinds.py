"""What masking is told, and what it answers: kinds of personal data, their places, the new text."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is masked; the value is what stands in the mark, with a blank for each underscore."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    VEHICLE = "vehicle"
    NI_NUMBER = "ni_number"
    DATE_OF_BIRTH = "date_of_birth"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a letter before it is read; each may be left out.

    `people` and `addresses` (of e-mail, or postal) are the requester's and other people's: always
    masked. The rest is the authority's own and stays: its names, its addresses (of e-mail, or
    postal), phone numbers in any spelling, and domains, whose addresses stay unless they look like
    a person's.
    """

    people: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    own_addresses: tuple[str, ...] = ()
    own_phones: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of personal data: code points `start` up to `end` of the original text."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in place of personal data, and what was found: sorted, disjoint."""

    text: str
    spans: tuple[Span, ...]
