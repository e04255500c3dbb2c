"""Cuts a letter into sentences without losing a character."""

import re

# A full stop after these ends no sentence. "etc." may, so it is not among them.
_ABBREVIATION = re.compile(
    r"arts?|approx|cf|ch|cl|co|dr|e\.?g|i\.?e|inc|insp|jr|ltd|messrs|mr|mrs|ms|nos?|p|paras?|pp|"
    r"prof|pt|refs?|regs?|rev|s|sch|sect|sgt|ss|st|supt|tel|v|viz|vols?|vs"
)
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n")
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_NOT_SPACE = re.compile(r"\S")
_LOOK_BACK = 40
_LABEL = re.compile(r"^\W*(?:\d{1,3}|[a-z]|[ivx]{1,5})$", re.IGNORECASE)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; joined, they are exactly the text.

    Every line end also ends a sentence, because letters are free of wrapping. White space belongs
    to the sentence before it. Abbreviations ("s. 31", "No. 5", "e.g."), labels of lists ("1."),
    citations, dates and e-mail addresses do not end one.
    """
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match):
            continue
        end = match.end()
        while end < len(text) and text[end].isspace():
            end += 1
        if text[start:end].strip() or not found:
            found.append(text[start:end])
        else:
            found[-1] += text[start:end]
        start = end
    if start < len(text):
        found.append(text[start:])
    return tuple(found)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a full stop, or its like, ends the sentence that began at `start`."""
    if match[0] == "\n" or match[0][0] in "!?…":
        return True
    after = _NOT_SPACE.search(text, match.end())
    following = after[0] if after else ""
    if following.islower():
        return False
    # What stands directly before is enough, and keeps the time in step with the text's length.
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    if match.start() - start <= _LOOK_BACK and _LABEL.match(before):
        return False
    word = _LAST_WORD.search(before)
    last = word[0].lower().strip("'’-") if word else ""
    if _ABBREVIATION.fullmatch(last):
        # "No. 5" goes on; so does "Mr. Hale". "The answer is no. We hold…" is the price of "no".
        return last in {"no", "co", "p", "s", "v"} and following.isalpha()
    return not (len(last) == 1 and last.isalpha() and last != "i")
