"""Drafts to and from the JSON their rows hold."""

from datetime import datetime
from typing import Any

from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind, Source
from assistant.domain.letters.fields import Given
from assistant.store import models


def to_json(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """Return blocks as plain values, every field by its own name."""
    return [
        {
            "kind": block.kind.value,
            "text": block.text,
            "sources": [
                {
                    "id": source.id,
                    "version": source.version,
                    "title": source.title,
                    "start": source.start,
                    "end": source.end,
                }
                for source in block.sources
            ],
            "part": block.part,
            "author": block.author,
            "at": block.at.isoformat() if block.at else None,
            "accepted": block.accepted,
            **({"snippet": block.snippet} if block.snippet else {}),
            **({"doubts": list(block.doubts)} if block.doubts else {}),
        }
        for block in blocks
    ]


def from_json(rows: list[dict[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks that `to_json` wrote."""
    return tuple(
        Block(
            kind=BlockKind(row["kind"]),
            text=row["text"],
            sources=tuple(Source(**source) for source in row["sources"]),
            part=row["part"],
            author=row["author"],
            at=datetime.fromisoformat(row["at"]) if row["at"] else None,
            accepted=row["accepted"],
            snippet=row.get("snippet", ""),
            doubts=tuple(row.get("doubts", ())),
        )
        for row in rows
    )


def given_of(row: models.Draft) -> Given:
    """Return what an officer answered when a letter was begun; nothing for the first two kinds."""
    kept = row.supplied
    if not kept:
        return Given()
    return Given(dict(kept["values"]), kept["author"], datetime.fromisoformat(kept["at"]))


def draft_of(row: models.Draft) -> Draft:
    """Return a row's draft as the domain knows it."""
    return Draft(
        kind=LetterKind(row.kind),
        blocks=from_json(row.blocks),
        pipeline_version=row.pipeline_version,
    )
