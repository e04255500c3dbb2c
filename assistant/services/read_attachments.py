"""Read the words of a message's attachments, and the questions that stand in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.mail.message import Attachment, Message
from assistant.domain.request.part import Part
from assistant.domain.request.questions import segment
from assistant.ports import Documents, DocumentText

# No letter is longer; what is, is data, and is read for questions and regime up to here.
LONGEST_LETTER = 100_000
_MOST_READ = 20
_MOST_BYTES = 60_000_000
_MOST_STOPPED = 2
_TOO_MANY = "The message has too many attachments for all to be read. Read this one yourself."
# Messages within the message are read with its own text; reports are no letters.
_NOT_A_DOCUMENT = "message/"
# A letter that says so has its questions, or more of them, in what is attached.
_ASKED_IN_FILE = re.compile(
    r"\b(?:attach\w*|enclos\w*)\b.{0,80}\b(?:requests?|questions?|letters?|forms?|list)\b"
    r"|\b(?:requests?|questions?|letters?|forms?|list)\b.{0,60}\b(?:attach\w*|enclos\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a message and its words; `said` is None where its kind is not read."""

    file: Attachment
    said: DocumentText | None

    @property
    def row(self) -> dict[str, object]:
        """The file as it is stored and printed: its words too, but not its bytes."""
        told: dict[str, object] = {
            "name": self.file.name,
            "type": self.file.type,
            "size": self.file.size,
            "sha256": self.file.sha256,
        }
        if self.said is not None:
            told["text"] = self.said.text
            told["problem"] = self.said.problem
        return told


def read_attachments(
    message: Message, documents: Documents, before_each: Callable[[], None] = lambda: None
) -> tuple[Attached, ...]:
    """Return the files of a message in order, each with its words where they can be read.

    How many are read, and for how long, is bounded: a file beyond that has a problem in words.
    `before_each` is called before a file is read, which may take a while.
    """
    attached: list[Attached] = []
    read = size = stopped = 0
    for each in message.attachments:
        known = documents.reads(each.name, each.type, each.content)
        if each.type.startswith(_NOT_A_DOCUMENT) or not known:
            attached.append(Attached(each, None))
            continue
        read, size = read + 1, size + each.size
        if read > _MOST_READ or size > _MOST_BYTES or stopped >= _MOST_STOPPED:
            attached.append(Attached(each, DocumentText("", _TOO_MANY)))
            continue
        before_each()
        said = documents.text(each.name, each.type, each.content)
        stopped += said.stopped
        attached.append(Attached(each, said))
    return tuple(attached)


def asked(
    text: str, spans: Sequence[tuple[int, int]], files: Sequence[tuple[str, str]]
) -> tuple[Part, ...]:
    """Return the questions of a message: in its own text, else in its files.

    `spans` are what the sender wrote of `text`, `files` the name and text of each file that was
    read. Where the letter says that its request is attached, those of the files follow its own.
    The offsets of a question index the text that `origin` names, empty for the message's own.
    """
    text = text[:LONGEST_LETTER]
    own = tuple(segment(text, [(start, min(end, len(text))) for start, end in spans]))
    if own and not any(_ASKED_IN_FILE.search(text, start, end) for start, end in spans):
        return own
    return own + tuple(
        part
        for name, said in files
        for part in segment(said[:LONGEST_LETTER], [(0, min(len(said), LONGEST_LETTER))], name)
    )


def texts_of(attached: Sequence[Attached]) -> tuple[tuple[str, str], ...]:
    """Return name and text of each file that has words, as `asked` takes them."""
    return tuple((each.file.name, each.said.text) for each in attached if each.said)
