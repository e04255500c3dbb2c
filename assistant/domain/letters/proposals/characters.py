"""How a proposal is written: what cannot be seen, markup, other scripts, and how long it is."""

import re
import unicodedata
from collections.abc import Iterator

from assistant.domain.letters.proposals.framework import ALL, SAYING, WRITTEN, Rule
from assistant.domain.letters.proposals.reading import Reading, Standing
from assistant.domain.letters.sentences import sentences

LONGEST_SENTENCE = 400
LONGEST_QUOTE = 1_500
_LONGEST_IDENT = 200
# Control, format, private, lone and unassigned characters, and line ends other than a plain one.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Mn", "Me"})
_SPACES = frozenset(" \u00a0")
_MARKUP = re.compile(
    r"[<>\[\]{}|`\\^~]|\*\*|__|&#?\w{1,10};|^\s*(?:#|[-*•>]\s|\d+[.)]\s)", re.MULTILINE
)
_FEWEST_WORDS = 3


def _hidden(reading: Reading) -> Iterator[str]:
    """Find characters that a reader does not see, or that change what stands beside them."""
    proposal = reading.proposal
    for text in (proposal.ident, proposal.snippet, proposal.text):
        for sign in unicodedata.normalize("NFC", text):
            kind = unicodedata.category(sign)
            strange = kind == "Zs" and sign not in _SPACES
            if strange or (
                kind in _UNSEEN and not (sign in "\n\r\t" and text is not proposal.text)
            ):
                yield "holds characters that cannot be seen"
                return


def _other_script(reading: Reading) -> Iterator[str]:
    """Find letters and figures that look like others: they read one way and are another word."""
    known = "".join(reading.evidence)
    for sign in unicodedata.normalize("NFC", reading.said):
        if sign.isascii() or sign in known or not sign.isalnum():
            continue
        latin = unicodedata.name(sign, "").startswith("LATIN")
        if not latin or unicodedata.normalize("NFKC", sign) != sign:
            yield "holds letters or figures of another script"
            return


def _markup(reading: Reading) -> Iterator[str]:
    """Find markup, pictures, placeholders and lists: a letter is plain sentences."""
    if _MARKUP.search(reading.said):
        yield "holds markup or a placeholder"


def _too_long(reading: Reading) -> Iterator[str]:
    """Find what is longer than a sentence, or than a quotation a letter could bear."""
    proposal = reading.proposal
    lengths = (
        (proposal.ident, _LONGEST_IDENT),
        (proposal.snippet, LONGEST_QUOTE),
        (proposal.text, LONGEST_SENTENCE),
    )
    if any(len(text) > longest for text, longest in lengths):
        yield "is too long"


def _one_sentence(reading: Reading) -> Iterator[str]:
    """Find what is no sentence, or several: each is verified and accepted by itself."""
    said = reading.proposal.text
    if len(said.split()) < _FEWEST_WORDS:
        yield "says nothing"
    elif "\n" in said.strip() or len(sentences(said.strip())) > 1:
        yield "is more than one sentence"


# Looked at before all else, so that nothing that is too long costs more than its length.
LENGTH = (Rule("too-long", ALL, Standing.DROPPED, _too_long),)
RULES = (
    Rule("hidden-characters", ALL, Standing.DROPPED, _hidden),
    Rule("one-sentence", WRITTEN, Standing.DROPPED, _one_sentence),
    Rule("other-script", SAYING, Standing.DROPPED, _other_script),
    Rule("markup", SAYING, Standing.DROPPED, _markup),
)
