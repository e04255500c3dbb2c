"""Rules of one regime in a letter under another: FOIA, EIR and subject access kept apart."""

import re
from collections.abc import Iterator

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.law.citations import Act
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone
from assistant.domain.letters.naming import provision_in_words

_SUBJECT_ACCESS = re.compile(
    r"\b(?:passport|driving licence|birth certificate|utility bill|proof of (?:your )?(?:identity"
    r"|address)|(?:verify|confirm|prove|establish) (?:who you are|your identity))\b"
    r"|\b(?:one|1)(?: calendar)? month\b(?= (?:to|from|of|in which|after|within|limit|and|that|for"
    r"|period|allowed|deadline|\(|starting|beginning))[^.]{0,60}|\bwithin (?:one|1"
    r"|a)(?: calendar)? month\b|\b(?:a|one) calendar month\b|\bthe month (?:allowed|given|that)\b"
    r"|\bforms? of (?:identification|ID)\b|\bphoto(?:graphic)? (?:ID|identification)\b"
    r"|\b(?:further|additional|another|extra) two months\b|\btwo (?:further|additional|more"
    r"|extra) months\b|\bextend\w* (?:this |the time |it )?by (?:up to )?two months"
    r"|\bsubject access\b|\bdata subject(?:'s|’s)? (?:access|right)|\bmanifestly unfounded\b"
    r"|\breasonable fee\b[^.]{0,60}\bmanifestly excessive\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"12", "15", "16", "17", "18", "20"})
_ASKS_REVIEW = re.compile(r"\breview\b|\bcomplain\b", re.IGNORECASE)
_REDIRECTS = re.compile(
    r"\bsubject access\b[^.]{0,80}\b(?:team|request|separate|instead|handle|dealt|passed|different"
    r"|right|under the UK GDPR|under data protection)|\bsection 40\(1\)"
    r"|\byour own (?:personal )?(?:data|information|records)",
    re.IGNORECASE,
)
_REQUESTED_DATA = re.compile(r"subject access|\bSARs?\b|data subject", re.IGNORECASE)
# Says only that there is such a thing as subject access.
_MENTIONS = re.compile(
    r"\bnot\b|\bexempt from\b|\bif you (?:want|would|wish)|\bmay\b|\bcan\b", re.IGNORECASE
)
_EIR_RULE = re.compile(
    r"\bpresum\w+ in favour of disclosure\b|\bwould (?:be likely to )?adversely affect\b"
    r"|\badversely affect\w* (?:the )?(?:course of"
    r"|confidential|interests? of|intellectual|international|protection|environment)\w*"
    r"|\bcomplex and voluminous\b"
    r"|\bmake representations\b|\bEnvironmental Information Regulations\b|\b(?-i:EIRs?)\b(?![/-])",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:not|no|rather than|instead of|unlike)\b[^.]{0,60}\b(?:environmental|EIR"
    r"|Freedom of Information|FOIA|the Act)|\bsection 39\b|\bsplit\b|\bsome of (?:the|what)\b"
    r"|\bseparately\b|\bas well as\b|\btoo\b",
    re.IGNORECASE,
)
_FOI_RULE = re.compile(
    r"\bappropriate limit\b|\bcost limit\b|£(?:450|600)\b|\brefusal notice under section"
    r"|\bqualified exemption|\babsolute exemption|\bpublic interest\b[^.]{0,60}\b(?:extend|longer"
    r"|more time|further time)|\b(?:extend|longer|more time"
    r"|further time)\b[^.]{0,60}\bpublic interest|\bsection 45 code|\bnot obliged to (?:carry"
    r"|conduct|offer|hold)[^.]{0,20}\b(?:one|review)",
    re.IGNORECASE,
)
_MAY_STAND_IN_EIR = frozenset(
    {"39", "46", "47", "48", "50", "51", "57", "58", "77", "16", "3", "74"}
)
_FOI_PERIOD = re.compile(
    r"\b(?:20|twenty)[ -]working[ -]days?\b|\btwentieth working day\b|\b(?:18|24) hours\b"
    r"|\bappropriate limit\b|\bpublic interest\b|£(?:450|600)\b|\bto the (?:whole )?world\b"
    r"|\binternal review\b[^.]{0,60}\b40 working days",
    re.IGNORECASE,
)


def _mixed(reading: Reading) -> bool:
    """Tell whether the case is under several regimes at once, or under none that is known."""
    return reading.regime in {None, Regime.MIXED, Regime.BAU}


def _redirects(reading: Reading) -> bool:
    """Tell whether the letter passes on a request for own data, which names the rules for it."""
    told = any(
        _REDIRECTS.search(each.text) and "your" in each.text.lower() for each in reading.sentences
    )
    names = any(c.number == "40(1)" for _, _, c in reading.citations)
    return told and (names or reading.outcome in {Outcome.TRANSFERRED, Outcome.OTHER})


def _sar_in_foi(reading: Reading) -> Found:
    """Find a rule of subject access in a letter under FOIA or the EIR."""
    if _mixed(reading) or reading.regime is Regime.SAR or _redirects(reading):
        return
    asks = bool(_REQUESTED_DATA.search(reading.facts.request or ""))
    for sentence in reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP, Zone.INTEREST):
        for match in _SUBJECT_ACCESS.finditer(sentence.text):
            named = _REQUESTED_DATA.search(match[0])
            if named and (asks or _MENTIONS.search(sentence.text)):
                continue
            start = sentence.start + match.start()
            message = "This is a rule of subject access, not of this request’s regime."
            yield message, start, start + len(match[0])
    yield from _articles(reading)


def _articles(reading: Reading) -> Found:
    """Find the articles of the UK GDPR that subject access stands on."""
    for start, end, citation in reading.citations:
        sentence = reading.sentence_at(start)
        if citation.act is not Act.UK_GDPR or citation.section not in _ARTICLES or not sentence:
            continue
        if not re.search(r"subject|own (?:personal )?data|exempt", sentence.text, re.IGNORECASE):
            name = provision_in_words(citation).capitalize()
            yield f"{name} of the UK GDPR is a rule of subject access.", start, end


def _eir_in_foi(reading: Reading) -> Found:
    """Find a rule of the EIR in a letter under FOIA."""
    if reading.regime is not Regime.FOI:
        return
    explained = any(
        re.search(r"\bEnvironmental Information|\bEIR\b", each.text) and _EXPLAINS.search(each.text)
        for each in reading.sentences
    )
    if explained:
        return
    for start, end, citation in reading.citations:
        if citation.act is Act.EIR and not reading.can_refuse(citation):
            yield f"{provision_in_words(citation).capitalize()} is a rule of the EIR.", start, end
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.RIGHTS):
        match = _EIR_RULE.search(sentence.text)
        if match:
            start = sentence.start + match.start()
            yield (
                (f"“{match[0]}” is of the EIR, and the request is under FOIA."),
                start,
                start + len(match[0]),
            )


def _foi_citations(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the sections of FOIA that a letter of another regime has no use for."""
    for start, end, citation in reading.citations:
        if citation.act is not Act.FOIA or citation.section in _MAY_STAND_IN_EIR:
            continue
        sentence = reading.sentence_at(start)
        if sentence is not None and _EXPLAINS.search(sentence.text):
            continue
        yield start, end, provision_in_words(citation)


def _foi_in_eir(reading: Reading) -> Found:
    """Find a rule of FOIA in a letter under the EIR."""
    if reading.regime is not Regime.EIR:
        return
    for start, end, name in _foi_citations(reading):
        yield (
            (f"{name[:1].upper()}{name[1:]} is of FOIA, and the request is under the EIR."),
            start,
            end,
        )
    for sentence in reading.body(Zone.BODY, Zone.INTEREST):
        match = _FOI_RULE.search(sentence.text)
        if match and not _EXPLAINS.search(sentence.text):
            start = sentence.start + match.start()
            yield (
                (f"“{match[0]}” is of FOIA, and the request is under the EIR."),
                start,
                start + len(match[0]),
            )


def _foi_in_sar(reading: Reading) -> Found:
    """Find a rule of FOIA in a letter about subject access."""
    if reading.regime is not Regime.SAR:
        return
    for start, end, citation in reading.citations:
        if citation.act is Act.FOIA and citation.number not in {
            "40(1)",
            "40(5A)",
            "40",
            "1",
            "1(1)",
        }:
            name = provision_in_words(citation)
            yield f"{name[:1].upper()}{name[1:]} is of FOIA, not of subject access.", start, end
    for sentence in reading.body(Zone.BODY, Zone.HELP, Zone.INTEREST):
        match = _FOI_PERIOD.search(sentence.text)
        if match and not re.search(
            r"\b(?:do|does) not (?:apply|count|matter)\b|\binstead\b|\brather\b"
            r"|\bfreedom of information\b|\bunder (?:that|which|the) Act\b",
            sentence.text,
            re.IGNORECASE,
        ):
            start = sentence.start + match.start()
            yield f"“{match[0]}” is of FOIA, not of subject access.", start, start + len(match[0])


RULES = (
    Rule("sar-rule-in-foi", "UK GDPR arts 12, 15", "error", _sar_in_foi, ("regime",)),
    Rule("eir-rule-in-foi", "regs 7, 11, 12(2), 14 EIR", "error", _eir_in_foi, ("regime",)),
    Rule("foi-rule-in-eir", "s.2, 10(3), 12, 17 FOIA", "error", _foi_in_eir, ("regime",)),
    Rule("foi-rule-in-sar", "s.10, 12 FOIA", "error", _foi_in_sar, ("regime",)),
)
