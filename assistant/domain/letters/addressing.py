"""What a letter repeats of a name and a subject that a stranger chose, and in which form."""

import re
import unicodedata

NO_SUBJECT = "Request with no subject"
LONGEST_NAME = 6
_LONGEST = 80
_MOST_READ = 400
# "Jan (Mr)", "Ada [she/her]": what is said beside a name is no part of it.
_BESIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ.\-][^\W\d_]*)*[,.]?")
# Words within names that are written small, in the languages that letters come in.
_SMALL = frozenset(
    [
        "af",
        "al",
        "and",
        "ap",
        "av",
        "bin",
        "bint",
        "da",
        "dal",
        "dar",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "et",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "of",
        "on",
        "op",
        "san",
        "st",
        "te",
        "ten",
        "ter",
        "the",
        "till",
        "und",
        "upon",
        "van",
        "ver",
        "verch",
        "vom",
        "von",
        "y",
        "ym",
        "yn",
        "yr",
        "zu",
        "zum",
        "zur",
    ]
)
_SIGNS = frozenset({"&", "+", "/", "-", "–"})


def greeted(name: str) -> str:
    """Return a name as a letter greets by it; empty where what stands there is no name.

    A name is up to six words of letters, each with a capital, or all of them small. What has
    figures, an address, a colon or a sentence in it is greeted as “requester”.
    """
    # What is much longer than any name is not looked at further.
    line = " ".join(unicodedata.normalize("NFC", name[:_MOST_READ]).split())
    plain = _BESIDE.sub("", line).strip("\"“”'‘’")
    words = [word for word in plain.split() if word not in _SIGNS]
    if not words or len(words) > LONGEST_NAME or len(plain) > _LONGEST:
        return ""
    if not all(_WORD.fullmatch(word) for word in words):
        return ""
    if _sentence(words):
        return ""
    return plain


def _sentence(words: list[str]) -> bool:
    """Tell whether words read on as a sentence does: one that is small, beside one that is not.

    Scripts without capitals have neither; a name that is typed small is short.
    """
    small = [word for word in words if word[0].islower() and word.casefold() not in _SMALL]
    return bool(small) and (len(small) < len(words) or len(small) > _SHORT)


_SHORT = 3


def quoted(subject: str) -> str:
    """Return a subject in quotation marks: in our letter it is the requester's, not our, words."""
    plain = " ".join(subject.replace("“", "‘").replace("”", "’").split())
    return plain if plain in {"", NO_SUBJECT} else f"“{plain}”"
