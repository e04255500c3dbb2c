"""Drafts are lists of typed blocks; a Letter is made by approval and by nothing else.

A draft's text is exactly the texts of its blocks, joined: blocks carry their own line ends. That
is what lets every sentence of a letter be traced to its source, and what an approval is bound to.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from assistant.domain.errors import NotAllowed


class BlockKind(StrEnum):
    """Where the words of a block come from; docs/letters.md explains each."""

    BOILERPLATE = "boilerplate"
    QUOTE = "quote"
    CASE_FACT = "case_fact"
    OFFICER = "officer"
    GENERATED = "generated"
    GAP = "gap"


class LetterKind(StrEnum):
    """What a letter does; domain/letters/kinds.py holds what each says and when it fits."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RESPONSE = "response"
    CLARIFICATION = "clarification"
    FEES_NOTICE = "fees_notice"
    PIT_EXTENSION = "pit_extension"
    EIR_EXTENSION = "eir_extension"
    TRY_ELSEWHERE = "try_elsewhere"
    TRANSFER = "transfer"
    NOT_VALID = "not_valid"
    NOT_INFORMATION = "not_information"
    SUBJECT_ACCESS = "subject_access"
    DELAY_APOLOGY = "delay_apology"
    CHASER_REPLY = "chaser_reply"
    THANKS_REPLY = "thanks_reply"
    QUESTION_REPLY = "question_reply"
    COMPLAINT_REPLY = "complaint_reply"
    WITHDRAWAL = "withdrawal"
    REVIEW_ACKNOWLEDGED = "review_acknowledged"
    REVIEW_OUTCOME = "review_outcome"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a block's words or facts come from.

    `id` and `version` name a wording, a passage of the library, or a fact of the case
    ("case:due_on"); `start` and `end` are code points of the source's text where a passage was
    quoted, and None where the whole of it is meant.
    """

    id: str
    version: str = ""
    title: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence or paragraph of a draft, with its kind and its sources.

    `part` is the key of the part of the request it answers, or empty. `author` and `at` stamp what
    a person typed (OFFICER). Three matter for GENERATED alone: `accepted` is false until a person
    accepts it, `snippet` are the words of its source that it stands on, and `doubts` say why it
    could not be verified against them, each going on from "it ..."; none where it was verified.
    """

    kind: BlockKind
    text: str
    sources: tuple[Source, ...] = ()
    part: str = ""
    author: str = ""
    at: datetime | None = None
    accepted: bool = False
    snippet: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that nobody has approved; it cannot be sent."""

    kind: LetterKind
    blocks: tuple[Block, ...]
    pipeline_version: str

    @property
    def text(self) -> str:
        """Exactly the blocks' texts, joined."""
        return "".join(block.text for block in self.blocks)

    @property
    def gaps(self) -> tuple[Block, ...]:
        """What only an officer can supply, still missing."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.GAP)

    @property
    def unaccepted(self) -> tuple[Block, ...]:
        """A model's sentences that no person has accepted yet."""
        return tuple(
            block
            for block in self.blocks
            if block.kind is BlockKind.GENERATED and not block.accepted
        )


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that leaves with a letter."""

    name: str
    type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that a person approved, word for word, for one recipient. Made by `approve` alone.

    `message` is the whole message as it will leave (RFC 5322 bytes, attachments included) and
    `sha256` its digest; whoever sends it must find the digest unchanged.
    """

    kind: LetterKind
    recipient: str
    message_id: str
    message: bytes = field(repr=False)
    sha256: str


def fingerprint(
    text: str,
    recipient: str,
    subject: str,
    enclosures: Sequence[Enclosure],
    html: str = "",
    copies: Sequence[str] = (),
) -> str:
    """Return the SHA-256 (hex) of what a person sees before approving.

    It covers the words, the recipient, the subject, every file, the HTML version and the addresses
    that get a copy, so that an approval given for what was on the screen cannot reach anything
    else.
    """
    digest = hashlib.sha256()
    copied = ["Cc", *copies] if copies else []
    for piece in (text, recipient, subject, *([html] if html else []), *copied):
        encoded = piece.encode()
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    for enclosure in enclosures:
        for piece_bytes in (enclosure.name.encode(), enclosure.type.encode(), enclosure.content):
            digest.update(len(piece_bytes).to_bytes(8, "big") + piece_bytes)
    return digest.hexdigest()


def approve(
    draft: Draft, *, recipient: str, message_id: str, message: bytes, errors: Sequence[str] = ()
) -> Letter:
    """Make a Letter of a draft that is fit to leave.

    `message` is the rendered message, `errors` the error findings of the checks that nobody has
    overridden. Raises NotAllowed where a gap is open, a generated sentence is not accepted, an
    error stands, or there is nobody to send it to.
    """
    if draft.gaps:
        raise NotAllowed(
            f"The draft has {len(draft.gaps)} gap(s) that only an officer can fill. The first: "
            f"{draft.gaps[0].text.strip()}"
        )
    if draft.unaccepted:
        raise NotAllowed(
            f"{len(draft.unaccepted)} generated sentence(s) have not been accepted. Accept or "
            "replace each of them first."
        )
    if errors:
        raise NotAllowed(
            f"The checks found {len(errors)} error(s). Mend them, or say why the letter is right "
            f"where that is asked. The first: {errors[0]}"
        )
    if not recipient:
        raise NotAllowed("The case has no address to write to. Add one before approving.")
    return Letter(
        kind=draft.kind,
        recipient=recipient,
        message_id=message_id,
        message=message,
        sha256=hashlib.sha256(message).hexdigest(),
    )
