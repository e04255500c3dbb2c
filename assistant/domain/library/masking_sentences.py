"""Finds names in sentences: by what is said before and behind, and by given names."""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_cues import (
    BEFORE_A_PLACE,
    BEFORE_PLACES,
    DOES,
    LIKELY,
    NOT_NAMED,
    POST_BEHIND,
    SPEAKS,
    STRONG,
    SURNAMES_TOO,
)
from assistant.domain.library.masking_finding import NameFinders, unknown
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_mail import found_addresses, is_personal, names_in
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    JOBS,
    MONTHS,
    ORDINARY,
    PARTICLES,
)

_MOST = 4
_PAIR = 2
_REFUSED = NOT_NAMED - SURNAMES_TOO
_LEAST_BEFORE = 3
_FOR_SOMEBODY = re.compile(
    r"\b(?:ask(?:ed|ing)? for|meant for|intended for|act(?:s|ed|ing)? for|speak(?:ing)? (?:to"
    r"|with)|"
    r"care of|represent(?:s|ed|ing)?|(?:asked|told|met|saw|thank|thanks to|emailed|phoned|rang"
    r"|with|by"
    r"|from)) (?=[A-Z\u00c0-\u00de])"
)
# Words with a capital that may open a sentence right before a name.
_ROLES = frozenset(
    [
        "caller",
        "officer",
        "complainant",
        "witness",
        "requester",
        "applicant",
        "tenant",
        "driver",
        "neighbour",
        "resident",
        "patient",
        "pupil",
        "student",
        "owner",
        "claimant",
        "appellant",
        "colleague",
        "constable",
        "reporter",
        "solicitor",
        "caseworker",
        "chair",
        "clerk",
    ]
)
_IN_A_SENTENCE = re.compile(r"[,;:]?\s{1,8}(?:\d{1,4}[,;:.] )?\(?\"?")


def said(finders: NameFinders) -> Iterator[Name]:
    """Find what the words before call a name: "my name is", "on behalf of", "the complainant"."""
    for cue in STRONG.finditer(finders.sheet.text):
        index = finders.sheet.index_at(cue.end())
        if index >= len(finders.sheet.words):
            return
        word = finders.sheet.words[index]
        own = (
            cue.group().lower().startswith(("my name", "my full name"))
            or "name" in cue.group().lower()
        )
        small = own and not word.capital and word.bare not in NOT_NAMED
        found = finders.at(cue.end(), small=small and word.bare in GIVEN_NAMES)
        heading = cue.group().lstrip().split()[-1][:1].isupper()
        if found and (
            found.titled
            or word.bare in GIVEN_NAMES
            or not (heading or finders.sheet.ordinary(word))
        ):
            yield found


def likely(finders: NameFinders) -> Iterator[Name]:
    """Find a given name and a surname; an initial and a surname after what leads to a person."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare not in GIVEN_NAMES:
            continue
        found = finders.reader.read(index, most=_MOST)
        if found and len(found[1]) > 1 and not _no_name(sheet, index, found[1][-1]):
            yield name_of(found[1])
    for cue in LIKELY.finditer(sheet.text):
        index = sheet.index_at(cue.end())
        if index >= len(sheet.words) or not sheet.words[index].initial:
            continue
        found = None if sheet.words[index].text in "AI" else finders.reader.read(index, most=_MOST)
        if found and not sheet.ordinary(found[1][-1]):
            yield name_of(found[1])


def _no_name(sheet: Sheet, index: int, last: Word) -> bool:
    """Say whether a given name and what stands behind are a place's, or words of the language."""
    word = sheet.words[index]
    if _of_a_place(sheet, index):
        return True
    return sheet.ordinary(last) and (word.bare in ORDINARY or last.bare not in ORDINARY)


def _of_a_place(sheet: Sheet, index: int) -> bool:
    """Say whether a word with a capital stands before that no person's post ends with."""
    if not index or sheet.gap(index - 1) != " ":
        return False
    before = sheet.words[index - 1]
    return before.capital and before.bare in BEFORE_A_PLACE


def alone(finders: NameFinders) -> Iterator[Name]:
    """Find a given name by itself: no word of the language, no capital letter beside it."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if (
            word.capital
            and sheet.gap(index) == " "
            and (_speaks(sheet, index) or _with_another(sheet, index))
        ):
            yield name_of((word,))
        if (
            not word.capital
            or word.text.isupper()
            or word.bare not in GIVEN_NAMES
            or word.bare in PARTICLES
        ):
            continue
        if _capital_beside(sheet, index):
            continue
        if sheet.ordinary(word) or word.bare in MONTHS:
            named = _in_a_row(sheet, index)
        else:
            named = not sheet.opens(word) or _does(sheet, index + 1) or _in_a_row(sheet, index)
        if named:
            yield name_of((word,))


def _speaks(sheet: Sheet, index: int) -> bool:
    """Say whether an unknown word does what only a person does: "Del says"."""
    if index + 1 >= len(sheet.words) or sheet.words[index + 1].text not in SPEAKS:
        return False
    word = sheet.words[index]
    alone = not index or not (sheet.gap(index - 1) == " " and sheet.words[index - 1].capital)
    return alone and not word.text.isupper() and unknown(sheet, word)


def _with_another(sheet: Sheet, index: int) -> bool:
    """Say whether an unknown word in a sentence is joined to a given name: "Zahida and Imran"."""
    if index + 2 >= len(sheet.words) or sheet.words[index + 1].text != "and":
        return False
    word, other = sheet.words[index], sheet.words[index + 2]
    alone = not index or not (sheet.gap(index - 1) == " " and sheet.words[index - 1].capital)
    return alone and _is_given(other) and not sheet.opens(word) and unknown(sheet, word)


def _capital_beside(sheet: Sheet, index: int) -> bool:
    """Say whether a word is joined to another with a capital letter, as in the name of a place."""
    words = sheet.words
    before = (
        index > 0 and sheet.gap(index - 1) in (" ", "-", "/", "\n") and words[index - 1].capital
    )
    behind = (
        index + 1 < len(words)
        and sheet.gap(index) in (" ", "-", "/", " & ")
        and words[index + 1].capital
        and not (sheet.gap(index) == " & " and words[index + 1].bare in GIVEN_NAMES)
    )
    figures = sheet.text[words[index].end : words[index].end + 2].strip(" ")[:1].isdigit()
    return (before and not sheet.opens(words[index - 1])) or behind or figures


def _in_a_row(sheet: Sheet, index: int) -> bool:
    """Say whether a given name stands in a row with another: "Priya, Sam and Lee"."""
    words = sheet.words
    for other, gap in (
        (index - 1, sheet.gap(index - 1) if index else None),
        (index + 1, sheet.gap(index)),
    ):
        if 0 <= other < len(words) and gap == ", " and _is_given(words[other]):
            return True
    for joining, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if 0 <= other < len(words) and words[joining].bare == "and" and _is_given(words[other]):
            first = min(index, other)
            return sheet.gap(first) == " " and sheet.gap(first + 1) == " "
    return False


def _is_given(word: Word) -> bool:
    known = word.bare in GIVEN_NAMES and word.bare not in ORDINARY
    return known and word.capital and word.bare not in MONTHS


def posts(finders: NameFinders) -> Iterator[Name]:
    """Find two words with capitals beside a post: "Ifeoma Adeyemi, Head of Legal Services"."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare in NOT_NAMED or _goes_before(sheet, index):
            continue
        found = finders.reader.read(index, most=4)
        if found is None or len(found[1]) < _PAIR or any(sheet.ordinary(each) for each in found[1]):
            continue
        if _has_post(sheet, found[0]) or _does(sheet, found[0]):
            yield name_of(found[1])


def _goes_before(sheet: Sheet, index: int) -> bool:
    """Say whether the word before belongs to the same words with capitals."""
    before = sheet.words[index - 1] if index and sheet.gap(index - 1) == " " else None
    return before is not None and before.capital and before.bare not in NOT_NAMED


def _has_post(sheet: Sheet, at: int) -> bool:
    """Say whether a post stands behind the word before number `at`."""
    end = sheet.words[at - 1].end
    joined = POST_BEHIND.match(sheet.text, end)
    if joined is None:
        return False
    following = sheet.between(joined.end(), joined.end() + 40)[:4]
    capital = [word for word in following if word.bare in JOBS]
    return bool(capital) and (following[0].capital or following[0].bare in JOBS)


def _does(sheet: Sheet, at: int) -> bool:
    """Say whether what stands before number `at` does what only people do."""
    return at < len(sheet.words) and sheet.gap(at - 1) == " " and sheet.words[at].text in DOES


def in_a_sentence(finders: NameFinders) -> Iterator[Name]:
    """Find two words with capitals in a sentence that can only be a person's name."""
    sheet = finders.sheet
    for index in range(1, len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        if not (one.capital and other.capital) or sheet.gap(index) != " " or _begins(sheet, one):
            continue
        if one.text.isupper() or other.text.isupper() or _belongs(sheet, index):
            continue
        if not unknown(sheet, one) or not (unknown(sheet, other) or _with_particle(sheet, index)):
            continue
        before = sheet.words[index - 1].text
        if (
            before in BEFORE_PLACES and not _behind_another(sheet, index)
        ) or not _IN_A_SENTENCE.fullmatch(sheet.gap(index - 1) or ""):
            continue
        found = finders.reader.read(index, most=_MOST)
        behind = sheet.text[other.end : other.end + 1]
        if (
            found
            and len(found[1]) >= _PAIR
            and found[1][-1].bare not in AFTER_A_NAME
            and behind not in "-/&"
        ):
            yield name_of(found[1])


def _belongs(sheet: Sheet, index: int) -> bool:
    """Say whether the word before has a capital letter and is of the same words: "Upper X Y"."""
    before = sheet.words[index - 1]
    if not before.capital or ":" in (sheet.gap(index - 1) or ""):
        return False
    return not (before.bare in _ROLES and sheet.gap(index - 1) == " ")


def _with_particle(sheet: Sheet, index: int) -> bool:
    """Say whether a particle and an unknown word stand behind a word: "Nizar Al Jabouri"."""
    words = sheet.words
    particle = index + 2 < len(words) and words[index + 1].bare in PARTICLES
    return particle and sheet.gap(index + 1) == " " and unknown(sheet, words[index + 2])


def _behind_another(sheet: Sheet, index: int) -> bool:
    """Say whether "and" or a comma joins two names of two words: "Duc Tran and Vlad Lupu"."""
    words = sheet.words
    if index < _LEAST_BEFORE or words[index - 1].text != "and":
        return False
    one, other = words[index - 3], words[index - 2]
    joined = sheet.gap(index - 3) == " " and (sheet.gap(index - 2) or "") in (" ", ", ")
    names = one.bare in GIVEN_NAMES or (unknown(sheet, one) and unknown(sheet, other))
    return joined and one.capital and other.capital and names


def for_somebody(finders: NameFinders) -> Iterator[Name]:
    """Find two words with capitals behind "ask for" and the like, that may be a person's name."""
    sheet = finders.sheet
    for cue in _FOR_SOMEBODY.finditer(sheet.text):
        index = sheet.index_at(cue.end())
        if index >= len(sheet.words) or sheet.words[index].start != cue.end():
            continue
        found = finders.reader.read(index, most=_MOST)
        if found is None or len(found[1]) < _PAIR or any(w.bare in _REFUSED for w in found[1]):
            continue
        first, last = found[1][0], found[1][-1]
        shown = not last.text.isupper() or first.text.isupper()
        if first.bare in GIVEN_NAMES or (shown and unknown(sheet, first) and unknown(sheet, last)):
            yield name_of(found[1])


def _begins(sheet: Sheet, word: Word) -> bool:
    """Say whether a word begins a sentence or a line."""
    before = sheet.text[max(0, word.start - 3) : word.start].rstrip(' ("')
    return not before or before[-1] in ".!?\u2022*|" or before.endswith("\n\n")


def spelt_in_addresses(finders: NameFinders) -> Iterator[Name]:
    """Find the names that e-mail addresses of this letter spell: jane.smith@, j.smith@."""
    sheet = finders.sheet
    spelt = {
        names
        for start, end in found_addresses(sheet)
        if is_personal(sheet.text[start:end].lower()) and (names := names_in(sheet.text[start:end]))
    }
    firsts = {(first[0], last) for first, last in spelt}
    for index in range(len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        if not (one.capital and other.capital) or sheet.gap(index) not in (" ", ". "):
            continue
        if (one.bare[0], other.bare) in firsts and one.bare not in NOT_NAMED - {"will"}:
            yield name_of((one, other))
