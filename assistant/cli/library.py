"""Commands that use the library: draft, search, knowledge reindex and check."""

import argparse
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant import bootstrap, running
from assistant.cli.files import each_file
from assistant.cli.shown import complain, fields, table, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.check_library import check_library
from assistant.services.draft_decisions import read_decisions
from assistant.services.draft_files import Desk, draft_document, library_authority
from assistant.services.prepare import AuthorityDetails, MailboxDetails
from assistant.services.reindex_library import reindex_library
from assistant.services.search_library import Found
from assistant.services.search_library import search as find

DID_NOT_WORK, WRONG_USE = 1, 2
Document = Mapping[str, Any]


def draft(arguments: argparse.Namespace) -> int:
    """Print the drafts for each message."""
    settings = arguments.settings
    try:
        given = _read(arguments.decisions) if arguments.decisions else "{}"
        decisions = read_decisions(given, bootstrap.register())
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE
    authority_id = library_authority()
    # Before anything is set up the library is empty, and no server is needed to know that.
    chroma = nullcontext(settings) if authority_id is None else running.chroma_at_hand(settings)
    with chroma as reached:
        ports = bootstrap.ports(reached)
        desk = Desk(
            details=details(reached),
            authority_id=authority_id,
            library=ports.library,
            register=ports.register,
            wordings=ports.wordings,
            clock=ports.clock,
        )
        return each_file(
            arguments.files,
            lambda raw, file: {
                "file": file,
                **draft_document(raw, desk, decisions, arguments.letter or ""),
            },
            None if arguments.json else _show_drafts,
        )


def _read(name: str) -> str:
    """Read the decisions; raises NotAllowed where that fails."""
    try:
        return Path(name).read_text("utf-8", "replace")
    except OSError as error:
        raise NotAllowed(f"{name} cannot be read: {error.strerror}. Check its name.") from error


def search(arguments: argparse.Namespace) -> int:
    """Print the passages of the library that answer a text best."""
    if arguments.k < 1:
        complain("-k has to be 1 or more.")
        return WRONG_USE
    settings = arguments.settings
    with running.chroma_at_hand(settings) as reached:
        library = bootstrap.ports(reached).library
        found = find(library_of(), arguments.text, k=arguments.k, library=library)
    results = [_result(passage) for passage in found]
    if arguments.json:
        tell_json({"embeddings": settings.embeddings, "results": results}, one_line=False)
    elif results:
        columns = ("id", "title", "date", "section", "score")
        table(columns, ([one[name] for name in columns] for one in results))
    else:
        tell("Nothing was found.")
    return 0


def reindex(arguments: argparse.Namespace) -> int:
    """Build the index anew and print how many passages it holds."""
    with running.chroma_at_hand(arguments.settings) as reached:
        ports = bootstrap.ports(reached)
        passages = reindex_library(library_of(), library=ports.library, clock=ports.clock)
    if arguments.json:
        tell_json({"passages": passages}, one_line=False)
    else:
        tell(f"{passages} passages are in the index.")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print what searches cannot reach; status 1 if anything is missing."""
    with running.chroma_at_hand(arguments.settings) as reached:
        state = check_library(library_of(), library=bootstrap.ports(reached).library)
    if arguments.json:
        tell_json({**asdict(state), "sound": state.sound}, one_line=False)
    else:
        fields(
            {
                "Passages": state.passages,
                "Missing from full text": state.missing_from_text,
                "Missing from vectors": state.missing_from_vectors,
            }
        )
        tell("All can be found." if state.sound else "Run foi-assistant knowledge reindex.")
    return 0 if state.sound else DID_NOT_WORK


def details(settings: Any) -> AuthorityDetails:
    """Return what the settings say of the authority."""
    said = bootstrap.authority_details(settings)
    mailboxes = [MailboxDetails(**one) for one in said.pop("mailboxes")]
    return AuthorityDetails(**said, mailboxes=mailboxes)


def library_of() -> int:
    """Return the authority whose library it is; raises NotAllowed before `prepare`."""
    found = library_authority()
    if found is None:
        raise NotAllowed("No authority is set up yet. Run foi-assistant prepare first.")
    return found


def _result(passage: Found) -> dict[str, Any]:
    """Return a passage found in the shape that `search --json` promises."""
    return {
        "id": passage.id,
        "title": passage.title,
        "source": passage.source,
        "date": passage.dated.isoformat() if passage.dated else None,
        "section": passage.section,
        "text": passage.text,
        "score": round(passage.score, 6),
        "rank_text": passage.rank_text,
        "rank_vector": passage.rank_vector,
    }


def _show_drafts(document: Document) -> None:
    """Print the drafts for a person, with their sources and what the checks found."""
    tell(f"File: {document['file']}")
    for name in ("acknowledgement", "response", "letter"):
        if name not in document:
            continue
        letter = document[name]
        tell(f"\n--- {name} ---\n\n{letter['text']}\n")
        sources = {
            (str(source["title"]), str(source["version"]))
            for block in letter["blocks"]
            for source in block["sources"]
        }
        table(("Source", "Version"), sorted(sources))
        table(
            ("Finding", "Message"),
            ((f"{one['severity']}: {one['rule']}", one["message"]) for one in letter["findings"]),
        )
    tell()
