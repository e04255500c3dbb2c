"""The command `law`: what the register says of a provision; touches nothing stored."""

import argparse
from collections.abc import Mapping
from typing import Any

from assistant import bootstrap
from assistant.cli.shown import complain, fields, table, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.show_law import law_document

WRONG_USE = 2
Document = Mapping[str, Any]


def law(arguments: argparse.Namespace) -> int:
    """Print one provision with all that is known of it, or a list of several."""
    try:
        document = law_document(
            bootstrap.register(), arguments.citation or "", on=arguments.on or ""
        )
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE
    if arguments.json:
        tell_json(document, one_line=False)
    elif len(document["provisions"]) == 1:
        _show(document["provisions"][0])
    else:
        _list(document)
    return 0


def _show(provision: Document) -> None:
    """Print a provision for a person."""
    fields(
        {
            "Provision": provision["in_words"],
            "Title": provision["title"],
            "Kind": provision["kind"],
            "Standing": provision["standing"],
            "Basis": provision["basis"],
            "Interest": provision["prejudice_to"],
            "Test": provision["threshold"],
            "Absolute for": provision["absolute_for"],
            "Needs": ", ".join(provision["needs"]),
            "Who may use it": provision["who_may_use"],
            "Cited with": provision["cited_with"],
            "Public interest": provision["public_interest_test"],
            "Neither confirm nor deny": provision["ncnd"],
            "Not together with": ", ".join(provision["excludes"]),
            "In force from": provision["valid_from"],
            "Until": provision["valid_until"],
            "Replaced by": provision["replaced_by"],
            "Source": provision["source"],
            "Note": provision["note"],
        }
    )
    tell("Verified." if provision["verified"] else "Not verified: check it against the Act.")


def _list(document: Document) -> None:
    """Print several provisions for a person."""
    table(
        ("Provision", "Title", "Kind", "Standing", ""),
        (
            (
                one["citation"],
                one["title"],
                one["kind"],
                one["standing"],
                "" if one["verified"] else "not verified",
            )
            for one in document["provisions"]
        ),
    )
    tell(f"{len(document['provisions'])} provisions, {document['unverified']} not verified.")
