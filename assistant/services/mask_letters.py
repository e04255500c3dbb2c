"""Show what of a letter would be masked before it joins the library; stores nothing."""

from collections.abc import Iterable
from typing import Any

from assistant.domain.library.masking import Known, mask


def what_stays(
    *,
    name: str,
    address: str = "",
    phone: str = "",
    mail_addresses: Iterable[str] = (),
    domains: Iterable[str] = (),
) -> Known:
    """Return what is known of the authority itself, which is published and stays in its letters."""
    return Known(
        authority=(name,) if name else (),
        own_addresses=(*((address,) if address else ()), *mail_addresses),
        own_phones=(phone,) if phone else (),
        own_domains=tuple(domains),
    )


def mask_document(raw: bytes, file: str, known: Known) -> dict[str, Any]:
    """Return the answer of `knowledge mask` for one letter in UTF-8; other bytes are replaced.

    The places of `spans` are code points of the letter as it was read.
    """
    masked = mask(raw.decode("utf-8", "replace"), known)
    return {
        "file": file,
        "text": masked.text,
        "spans": [
            {"start": span.start, "end": span.end, "kind": span.kind.value} for span in masked.spans
        ],
    }
