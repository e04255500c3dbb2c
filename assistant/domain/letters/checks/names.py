"""Finds the names of people and bodies in a letter that its case does not know."""

import re
from collections.abc import Iterator

from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone

_WORD = r"[A-Z][a-zà-ÿ’']*[a-zà-ÿ](?:-[A-Z]?[a-zà-ÿ’']*[a-zà-ÿ])*"
_RUN = re.compile(rf"{_WORD}(?:[ \t]+(?:(?:and|of|the|for|on|upon|&)[ \t]+)?{_WORD})+")
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Cllr|Councillor|PC|DC|DS|DI|Sgt"
    rf"|Sergeant|Inspector|Superintendent|Constable)\.?[ \t]+(?P<name>{_WORD}(?:[ \t]+{_WORD})*)"
)
# Whose words make names that any letter may use: the law, the regulator, offices, the calendar.
_COMMON_WORDS = """
act acts regulation regulations section sections article articles schedule part parts freedom
information environmental data protection general united kingdom england wales scotland northern
ireland great britain european union british english welsh scottish irish commissioner commission
office house water lane wilmslow cheshire wycliffe supreme court upper tribunal first tier high
appeal chamber department business trade monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december christmas
day boxing good friday easter new year bank holiday king crown majesty parliament government
minister ministers secretary state home cabinet treasury human rights public interest test balance
refusal notice internal review request response decision exemption exemptions exception reasons
advice assistance annex appendix table yours sincerely faithfully kind regards dear sir madam
enclosed code practice fees appropriate limit standard terms open licence officer manager head
director team unit service services governance compliance disclosure legal corporate complaints
records management customer relations police council trust university authority board force
constabulary chief constable executive clerk mayor vice chancellor principal governor question
questions answer answers item point right your our the this that these those for against why how
what when where who and in on of to a an we you it if thank please conclusion background harm
prejudice law enforcement national security personal commercial interests health safety policy uk
gdpr foia eir ico foi sar special category committee report annual statement accounts plan
programme strategy scheme website web page e-mail email equality criminal justice enterprise local
planning education children evidence investigatory powers official secrets theft fraud misuse
drugs road traffic
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_FEWEST_LETTERS = 3
# Whom a letter greets is a question of its own.
_SALUTATION = re.compile(r"^[ \t]*Dear[^\n]{0,90}", re.MULTILINE | re.IGNORECASE)


def unknown_names(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield names with their places that have a word which nothing in the case knows.

    A name is several capitalised words together, or one after a title. Headings and the letterhead
    are read too; the titles of Acts are not names.
    """
    known = {word.lower() for word in re.findall(r"[A-Za-zà-ÿ’']+", reading.facts.known)}
    known |= {word.rstrip("’'") for word in known}
    known |= {word.removesuffix("'s").removesuffix("’s") for word in known} | _COMMON
    taken: list[tuple[int, int]] = [match.span() for match in _SALUTATION.finditer(reading.flat)]
    for pattern in (_TITLED, _RUN):
        for match in pattern.finditer(reading.flat):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            name = _name(reading, match, known)
            if name:
                yield name, match.start(), match.end()


def names_in(text: str, known: str) -> tuple[str, ...]:
    """Return the people of a text by their last names, else the things that it names in full.

    People are told by the title before them. Left out is whose every word is common or stands in
    what is known.
    """
    usual = {word.lower() for word in re.findall(r"[A-Za-zà-ÿ’']+", known)} | _COMMON
    people = [match["name"].split()[-1:] for match in _TITLED.finditer(text)]
    things = [match[0].split() for match in _RUN.finditer(text)]
    return tuple(
        " ".join(words)
        for words in people or things
        if any(word[0].isupper() and not _is_known(word, usual) for word in words)
    )


def _name(reading: Reading, match: re.Match[str], known: set[str]) -> str:
    """Return the name at a place where the case does not know it, else nothing."""
    sentence = reading.sentence_at(match.start())
    titled = match.re is _TITLED
    if sentence is None or (sentence.is_heading and not titled) or _of_law(reading, match):
        return ""
    words = (match["name"] if titled else match[0]).split()
    if not titled and match.start() <= sentence.start + 2:
        # A sentence begins with a capital letter whatever it begins with.
        words = words[1:]
    strange = [
        word
        for word in words
        if word[0].isupper() and len(word) >= _FEWEST_LETTERS and not _is_known(word, known)
    ]
    if not strange or (sentence.zone is Zone.FRAME and not titled and len(strange) < 2):  # noqa: PLR2004 - one strange word of a letterhead is a place
        return ""
    return match[0]


def _is_known(word: str, known: set[str]) -> bool:
    """Tell whether a word, or what it is the plural or genitive of, is known."""
    bare = re.sub(r"['’]s?$", "", word.lower())
    return all(
        piece in known or piece.removesuffix("s") in known or f"{piece}s" in known
        for piece in bare.split("-")
    )


def _of_law(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether a name is that of an Act, of a case before a court, or of a place in either."""
    around = reading.flat[max(0, match.start() - 4) : match.end() + 24]
    return bool(
        re.search(r"\b(?:Acts?|Regulations|Order|Rules|Directive|Convention|Code)\b", match[0])
        or re.search(r"\bv\.? |\[\d{4}\]|\b(?:Act|Regulations|Order|Rules) \d{4}", around)
    )
