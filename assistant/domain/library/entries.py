"""An earlier response made ready for the library: masked, read, cut, and known by its content."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Register
from assistant.domain.library.masking import Known, Masked, mask
from assistant.domain.library.passages import Cut, cut, request_in
from assistant.domain.library.precedents import Precedent
from assistant.domain.library.quality import quality
from assistant.domain.library.reading import read_response

# Anything longer is no letter, and would be cut into thousands of passages.
LONGEST = 1_000_000
TOO_LONG = "It has more than a million characters, which no letter has. Import the letter alone."
NO_WORDS = "There are no words in it."
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]")
_UNFIT_FOR_IDENT = re.compile(r"[^\w.]+")
_LONGEST_IDENT = 80
_MOST_FINDINGS = 50
_BLANK = re.compile(r"\n{4,}")
_ANSWER_HEAD = "\n\n## Response\n\n"
_REQUEST_HEAD = "## Request\n\n"

Masks = dict[str, list[list[int | str]]]


@dataclass(frozen=True, slots=True)
class Original:
    """What was imported, before anything was masked, and which places are masked now."""

    title: str
    request: str
    text: str
    masks: Masks


@dataclass(frozen=True, slots=True)
class Entry:
    """A response as the library keeps it; `text` is masked and its passages are places in it."""

    ident: str
    title: str
    text: str
    request: str
    reference: str
    dated: date | None
    outcome: str
    sections: tuple[str, ...]
    authority_name: str
    source: str
    kind: str
    figures_to: date | None
    stale_words: str
    quality: dict[str, object]
    passages: tuple[Cut, ...]
    original: Original
    content_sha256: str
    file_sha256: str
    named: bool

    @property
    def version(self) -> str:
        """A short name of this content."""
        return self.content_sha256[:12]


def why_unfit(precedent: Precedent) -> str:
    """Return why a response cannot be taken in, or nothing."""
    if len(precedent.text) + len(precedent.request) > LONGEST:
        return TOO_LONG
    return "" if _clean(precedent.text) else NO_WORDS


def entry_of(
    precedent: Precedent, *, own: Known | None = None, register: Register | None = None
) -> Entry:
    """Return a response ready for the library.

    What the file itself declares (outcome, sections, date) goes before what is read from its words.
    `own` is what of names and addresses is the authority's and stays; with the `register` the
    letter checks say how far the response can be trusted.
    """
    title, request, text = (
        _clean(each) for each in (precedent.title, precedent.request, precedent.text)
    )
    known = _known(precedent, own or Known())
    masked = {
        name: mask(said, known)
        for name, said in (("title", title), ("request", request), ("text", text))
    }
    response = masked["text"].text
    apart = masked["request"].text
    whole = f"{_REQUEST_HEAD}{apart}{_ANSWER_HEAD}{response}" if apart else response
    ends = len(whole) - len(response) if apart else 0
    asked = apart or request_in(response)
    read = read_response(response, request=asked, dated=precedent.dated)
    outcome = Outcome(precedent.outcome) if precedent.outcome in set(Outcome) else read.outcome
    sections = precedent.sections or read.sections
    return Entry(
        ident=_ident(precedent),
        title=" ".join(masked["title"].text.split()),
        text=whole,
        request=asked,
        reference=_one_line(precedent.reference, 100),
        dated=read.dated,
        outcome=str(outcome or ""),
        sections=sections,
        authority_name=_one_line(precedent.authority, 200),
        source=_clean(precedent.source),
        kind=precedent.kind[:20],
        figures_to=read.figures_to,
        stale_words=_one_line(read.stale_words, 200),
        quality=_quality(response, register, outcome, sections, asked, read.dated),
        passages=cut(whole, request_ends=ends),
        original=Original(title, request, text, _masks(masked)),
        content_sha256=content_sha256(text, request),
        file_sha256=precedent.file_sha256,
        named=precedent.named,
    )


def _known(precedent: Precedent, own: Known) -> Known:
    """Return what is known of names and addresses: the authority's own, and the requester's."""
    return replace(
        own,
        people=tuple(each for each in precedent.people if "@" not in each),
        addresses=tuple(each for each in precedent.people if "@" in each),
        authority=(*own.authority, *filter(None, (precedent.authority,))),
    )


def _quality(
    text: str,
    register: Register | None,
    outcome: Outcome | None,
    sections: tuple[str, ...],
    asked: str,
    dated: date | None,
) -> dict[str, object]:
    """Return the score of a response and what was found, as they are stored."""
    if register is None:
        return {}
    found = quality(text, register, outcome=outcome, sections=sections, request=asked, dated=dated)
    return {
        "score": found.score,
        "findings": [
            {
                "rule": each.rule,
                "severity": str(each.severity),
                "message": each.message,
                "start": each.start,
                "end": each.end,
            }
            for each in found.findings[:_MOST_FINDINGS]
        ],
    }


def content_sha256(text: str, request: str = "") -> str:
    """Return what the same response to the same request has in common, however it is wrapped."""
    content = " ".join(text.split())
    if request.strip():
        content += "\n\n" + " ".join(request.split())
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()


def distinct_ident(entry: Entry) -> str:
    """Return an ident that tells a response from another of the same name elsewhere."""
    place = hashlib.sha256(entry.source.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{entry.ident}-{place}"


def _ident(precedent: Precedent) -> str:
    """Return a short name that an address of the pages can hold."""
    short = _UNFIT_FOR_IDENT.sub("-", _clean(precedent.ident)).strip("-")
    return short[:_LONGEST_IDENT].strip("-.") or "response"


def _masks(masked: dict[str, Masked]) -> Masks:
    """Return the masked places of each text, as they are stored."""
    return {
        name: [[span.start, span.end, str(span.kind)] for span in each.spans]
        for name, each in masked.items()
        if each.spans
    }


def _clean(text: str) -> str:
    """Return a text without what no database keeps, its line ends alike, no blank stretches."""
    whole = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK.sub("\n\n\n", _UNFIT.sub("", whole)).strip()


def _one_line(text: str, longest: int) -> str:
    return " ".join(_clean(text).split())[:longest]
