"""Puts many phrases into one pattern that is quick to search with."""

from collections.abc import Iterable
from itertools import groupby

_WORD_BEGINS = r"\b(?=\w)"
_OPEN = "(?:"
_MAY_BE_LEFT_OUT = ("?", "*", "{0")


def alternatives(patterns: Iterable[str]) -> str:
    """Return one pattern that finds whichever of `patterns` stands first, as a|b|c would.

    An engine tries each alternative at each character. Neighbours that can stand nowhere but at the
    beginning of a word, or of the text, are tried there alone, which is several times as quick.
    """
    rows = [row for pattern in patterns for row in _split(pattern)]
    found = []
    for lead, group in groupby(rows, key=_lead):
        rest = "|".join(row[2:] if lead == _WORD_BEGINS else row[len(lead) :] for row in group)
        found.append(f"{lead}(?:{rest})" if lead else rest)
    return "|".join(found)


def at_words(patterns: Iterable[str]) -> str:
    r"""Return one pattern that finds whichever of `patterns` stands first after \b."""
    body = "|".join(f"(?:{pattern})" for pattern in patterns)
    lead = _WORD_BEGINS if _begins_with_letter(f"(?:{body})") else r"\b"
    return f"{lead}(?:{body})"


def _lead(row: str) -> str:
    """Return what an alternative asks for before anything else, if it is one of the two."""
    if row.startswith(r"\b") and _begins_with_letter(row[2:]):
        return _WORD_BEGINS
    return "^" if row.startswith("^") else ""


def _begins_with_letter(row: str) -> bool:
    """Say whether whatever matches begins, for sure, with a letter or a figure."""
    if row.startswith(r"\b"):
        return _begins_with_letter(row[2:])
    if row.startswith(_OPEN):
        end = _closing(row)
        if row[end + 1 :].startswith(_MAY_BE_LEFT_OUT):
            return False
        return all(_begins_with_letter(each) for each in _split(row[len(_OPEN) : end]))
    return row[:1].isalnum() and not row[1:].startswith(_MAY_BE_LEFT_OUT)


def _split(pattern: str) -> list[str]:
    """Cut a pattern at each | that stands in no bracket."""
    rows, start = [], 0
    for at, depth, character in _walk(pattern):
        if character == "|" and depth == 0:
            rows.append(pattern[start:at])
            start = at + 1
    return [*rows, pattern[start:]]


def _closing(pattern: str) -> int:
    """Return where the bracket that a pattern begins with is closed."""
    return next(at for at, depth, sign in _walk(pattern) if sign == ")" and depth == 0)


def _walk(pattern: str) -> Iterable[tuple[int, int, str]]:
    """Yield the place, depth and sign of each |, ( and ) that is not escaped or in a class."""
    depth, in_class, at = 0, False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "|()":
            depth -= sign == ")"
            yield at, depth, sign
            depth += sign == "("
        at += 1
