"""An approved letter read back from the exact message, for showing it as it left."""

from dataclasses import dataclass

from assistant.domain.letters.render import enclosures_in, html_of, text_of
from assistant.store.models import Letter
from assistant.store.packing import unpack


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """The words of a letter, the names of the files that go with it, whether HTML goes along."""

    text: str
    files: tuple[str, ...]
    has_html: bool


def shown_letter(letter: Letter) -> ShownLetter:
    """Return what a letter says, from the bytes that were approved (RFC 5322).

    Its lines are those of the draft: a page wraps them by itself, as mail programs do (RFC 3676).
    """
    message = unpack(letter.compressed)
    names = tuple(file.name or "unnamed file" for file in enclosures_in(message))
    try:
        text = text_of(message)
    except ValueError:
        text = ""
    return ShownLetter(text=text, files=names, has_html=bool(html_of(message)))
