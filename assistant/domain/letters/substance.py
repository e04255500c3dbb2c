"""Whether what an officer puts on record says something: no blanks in words, no generic harm."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from assistant.domain.law.acts import Provision, Register
from assistant.domain.letters.grounds import LIKELIHOODS, Ask, Grounds, asked, companions
from assistant.domain.letters.naming import capital, provision_in_words

Fault = tuple[Ask, str]

_WORDS = (
    Ask.QUALIFIED_PERSON,
    Ask.OPINION,
    Ask.HARM,
    Ask.CAUSAL_LINK,
    Ask.WHY,
    Ask.LEGITIMATE_INTERESTS,
    Ask.FOR_DISCLOSURE,
    Ask.AGAINST,
    Ask.TIPS,
)
_SPECIFIC = (Ask.HARM, Ask.CAUSAL_LINK)
_WEIGHED = (Ask.FOR_DISCLOSURE, Ask.AGAINST, Ask.TIPS)
# What people write in a box that they do not want to fill.
_EMPTY = re.compile(
    r"[\W_]*(?:n\W?a|not applicable|none|nil|nothing|no|yes|tb[acd]"
    r"|to (?:be )?(?:confirm|follow)\w*|as above|see above|x+|test|harm|prejudice"
    r"|as per (?:the )?(?:section|exemption|act))?[\W_]*",
    re.IGNORECASE,
)
# Words with which any harm at all can be asserted; what is left has to say which one.
_GENERAL = frozenset(
    re.findall(
        r"\w+",
        """about above adverse adversely affect affected allow also because been being cause caused
        causes could damage damaged damages damaging detriment detrimental disclose disclosed
        disclosing disclosure domain effect endanger endangered endangers exempt exemption from
        generally harm harmed harmful harms have held hinder impact information inhibit into lead
        leads likely made make negative negatively placed prejudice prejudiced prejudices
        prejudicial public publish published putting real release released releasing request
        requested result risk section serious seriously significant significantly such that their
        there these this undermine undermined very were which will with withheld withhold would
        your""",
    )
)
_FEWEST_OWN_WORDS = 3


def faults(
    provision: Provision, grounds: Grounds, register: Register, today: date
) -> Iterator[Fault]:
    """Yield what cannot be put on record, each with the field and a message for the officer.

    What is missing is no fault: a record may be begun today and finished tomorrow. `today` is the
    day in Europe/London.
    """
    for rule in _RULES:
        yield from rule(provision, grounds, register, today)


def says_nothing(text: str) -> bool:
    """Whether a text only fills the box ("n/a", "none", "-")."""
    return _EMPTY.fullmatch(text.strip()) is not None


def is_generic(text: str, provision: Provision) -> bool:
    """Whether a text asserts the harm in the words of the Act, and says nothing of its own."""
    said = set(_words([text])) - _GENERAL
    own = said - set(_words([provision.title, provision.prejudice_to, provision.threshold]))
    return len(own) < _FEWEST_OWN_WORDS


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of more than three letters."""
    for text in texts:
        yield from re.findall(r"[a-z]{4,}", text.lower())


def _not_asked(
    provision: Provision, grounds: Grounds, register: Register, _today: date
) -> Iterator[Fault]:
    """Refuse what is not asked for: a likelihood for a class, a balance where none follows."""
    wanted = asked(provision, register)
    name = capital(provision_in_words(provision.citation))
    for ask in Ask:
        if ask in wanted or not grounds.has(ask):
            continue
        if ask is Ask.LIKELIHOOD:
            yield (
                ask,
                f"{name} has no “would be likely to”, so no likelihood is stated. Leave it out.",
            )
        elif ask in _WEIGHED:
            yield ask, f"No public interest test follows on {name}. Leave the factors out."
        else:
            yield ask, f"{name} does not ask for this. Leave it out."


def _likelihood(
    _provision: Provision, grounds: Grounds, _register: Register, _today: date
) -> Iterator[Fault]:
    """Refuse a level of likelihood that the Act does not know."""
    if grounds.likelihood and grounds.likelihood not in LIKELIHOODS:
        yield (
            Ask.LIKELIHOOD,
            (
                f"“{grounds.likelihood}” is no level of likelihood. Say “would” or “would be "
                "likely to”."
            ),
        )


def _empty_words(
    _provision: Provision, grounds: Grounds, _register: Register, _today: date
) -> Iterator[Fault]:
    """Refuse words that only fill the box."""
    for ask in _WORDS:
        text = getattr(grounds, ask.value)
        if text.strip() and says_nothing(text):
            yield (
                ask,
                (
                    f"“{text.strip()}” says nothing that could stand in a letter. Say what is the "
                    "case here, or leave the box empty until you know."
                ),
            )


def _generic_harm(
    provision: Provision, grounds: Grounds, _register: Register, _today: date
) -> Iterator[Fault]:
    """Refuse harm that repeats the section: why it applies has to be said (s.17(1)(c) FOIA)."""
    for ask in _SPECIFIC:
        text = getattr(grounds, ask.value).strip()
        if text and not says_nothing(text) and is_generic(text, provision):
            yield (
                ask,
                (
                    f"“{text[:80]}” repeats what the section says and could stand in any letter. "
                    "Say what this information shows, who could do what with it, and what would "
                    "follow."
                ),
            )


def _opinion(
    provision: Provision, grounds: Grounds, register: Register, today: date
) -> Iterator[Fault]:
    """Refuse section 36 without the person who formed the opinion and the day (s.36(5) FOIA)."""
    if Ask.OPINION not in asked(provision, register):
        return
    if not grounds.has(Ask.QUALIFIED_PERSON):
        yield Ask.QUALIFIED_PERSON, "Enter the name of the qualified person who gave the opinion."
    if grounds.opinion_on is None:
        yield Ask.OPINION_ON, "Enter the date on which the qualified person gave the opinion."
    elif grounds.opinion_on > today:
        yield Ask.OPINION_ON, "The opinion cannot have been given in the future."


def _companions(
    provision: Provision, grounds: Grounds, register: Register, _today: date
) -> Iterator[Fault]:
    """Refuse a purpose or condition that does not belong to the provision."""
    known = {str(each.citation) for each in companions(provision, register)}
    if known and (wrong := [each for each in grounds.companions if each not in known]):
        yield Ask.COMPANIONS, f"“{wrong[0]}” does not belong to {provision.citation}."


_RULES: tuple[Callable[[Provision, Grounds, Register, date], Iterator[Fault]], ...] = (
    _companions,
    _not_asked,
    _likelihood,
    _opinion,
    _empty_words,
    _generic_harm,
)
