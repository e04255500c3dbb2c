"""The command `parse`: what an e-mail says; touches nothing stored."""

import argparse
from collections.abc import Mapping
from typing import Any

from assistant import running
from assistant.cli.files import each_file
from assistant.cli.shown import fields, table, tell
from assistant.services.parse_files import parse_document

Document = Mapping[str, Any]


def parse(arguments: argparse.Namespace) -> int:
    """Print what each message says."""
    own = running.own_addresses(arguments.settings)
    documents = running.documents()
    return each_file(
        arguments.files,
        lambda raw, file: parse_document(raw, file, own, documents),
        None if arguments.json else _show,
    )


def _show(document: Document) -> None:
    """Print a message for a person."""
    verdict, sender = document["screening"], document["from"]
    fields(
        {
            "File": document["file"],
            "From": f"{sender['name']} <{sender['address']}>",
            "Subject": document["subject"],
            "Date": document["date"],
            "Verdict": verdict["verdict"],
            "Because": "; ".join(one["detail"] or one["rule"] for one in verdict["reasons"]),
            "Intent": document["intent"]["value"],
            "Regime": document["regime"]["value"],
            "Defects": "; ".join(map(str, document["defects"])),
        }
    )
    table(("", "Question"), ((one["label"], one["text"].strip()) for one in document["questions"]))
    table(
        ("Attached", "Type", "Bytes"),
        ((one["name"], one["type"], one["size"]) for one in document["attachments"]),
    )
    table(
        ("Attached", "Not read, or not all"),
        ((one["name"], one["problem"]) for one in document["attachments"] if one.get("problem")),
    )
    table(("Taken out", "Text"), ((one["what"], one["text"]) for one in document["removed"]))
    table(
        ("Reads as written for a machine", "Where", "Text"),
        ((one["what"], one["where"], one["text"]) for one in document["suspicious"]),
    )
    tell()
