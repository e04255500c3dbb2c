"""The command `knowledge mask`: what of a letter would be masked; touches nothing stored."""

import argparse
from collections import Counter
from collections.abc import Mapping
from typing import Any

from assistant.cli.files import each_file
from assistant.cli.shown import table, tell
from assistant.services.mask_letters import mask_document, what_stays

Document = Mapping[str, Any]


def mask(arguments: argparse.Namespace) -> int:
    """Print each letter as the library would show it."""
    settings = arguments.settings
    known = what_stays(
        name=settings.authority_name,
        address=settings.authority_address,
        phone=settings.authority_phone,
        mail_addresses=[each for account in settings.accounts for each in account.addresses],
        domains=settings.own_domains,
    )
    return each_file(
        arguments.files,
        lambda raw, file: mask_document(raw, file, known),
        None if arguments.json else _show,
    )


def _show(document: Document) -> None:
    """Print a masked letter for a person, and how much of each kind was masked."""
    tell(f"File: {document['file']}\n\n{document['text']}")
    kinds = Counter(span["kind"].replace("_", " ") for span in document["spans"])
    table(("Masked", "Times"), sorted(kinds.items()))
    if not kinds:
        tell("Nothing was found that has to be masked.")
