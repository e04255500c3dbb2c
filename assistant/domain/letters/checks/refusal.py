"""What a refusal has to say: the fact, the provision, why it applies (s.17(1) FOIA, reg 14 EIR)."""

import re

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Basis, ProvisionKind, Regime
from assistant.domain.law.citations import Act, Citation, parse_citation
from assistant.domain.letters.checks.framework import Found, Reading, Rule
from assistant.domain.letters.naming import provision_in_words

_REFUSES = re.compile(
    r"\brefus\w+|\bwithh[eo]ld\w*|\bredact\w+|\bdeclin\w+"
    r"|\bexempts (?:this |the )?information\b|\b(?:is|are|be|being) exempt\b"
    r"|\bexempt(?:ed|ing)? (?:from|under|by)\b"
    r"|\bnot (?:be )?(?:disclos|releas|provid)\w+|\bnot (?:obliged|required) to comply\b"
    r"|\bneither confirm(?:s|ed)? (?:n?or|and) den|\bexceeds?\b[^.]{0,60}\b(?:limit|cost)\b"
    r"|\bunable to (?:provide|disclose)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|reasons?|grounds|would|estimates?d?|identif\w+|already|accessible"
    r"|available|published?|personal (?:data|information)|confiden\w+|privilege\w*|relates? to"
    r"|in that|so that|likely|consists?|constitutes?|is held (?:for|with)|intended|draft"
    r"|as (?:it|they|this|the|disclos\w+|releas\w+))\b",
    re.IGNORECASE,
)
_NOT_A_REASON = re.compile(
    r"public interest|internal review|complain|commission|section 17", re.IGNORECASE
)
_RECITAL = re.compile(r"would,?\s+or\s+would\s+be\s+likely\s+to,?", re.IGNORECASE)
_HARM = (
    r"(?:otherwise )?(?:prejudice|harm|undermine|hinder|endanger|inhibit|compromise|damage|"
    r"disrupt|have that effect|impede|impair|weaken|threaten)"
)
_LEVEL = re.compile(
    rf"\b(?:would|likely to)\s+(?:be likely to\s+|likely\s+|in all likelihood\s+)?{_HARM}"
    r"|\bprejudice\b[^.]{0,40}\bwould (?:be likely to )?(?:occur|result|arise|follow)",
    re.IGNORECASE,
)
_ADVERSE = re.compile(
    r"\b(?:would|will)\s+(?:be likely to\s+)?adversely\s+affect|adverse effect", re.IGNORECASE
)
_SAFEGUARD = re.compile(
    r"\b(?:required|necessary|needed)\b[^.]{0,60}\bsafeguard\w*[^.]{0,20}\bnational security",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:we|authority|police|constabulary|force|council|trust|department|ministry|service|it|they"
    r"|team)\b[^.]{0,60}\b(?:holds?|held)\b(?! back| on\b| up\b)"
    r"|\b(?:is|are|was|were|being|not) (?:not |also )?held\b"
    r"|\bno (?:recorded )?information\b|\bconfirm\w*\b[^.]{0,80}\b(?:holds?|held)\b",
    re.IGNORECASE,
)
_RECITES_DUTY = re.compile(
    r"\b(?:dut(?:y|ies)|whether|right to|entitles?d?|section 1\b|any information held"
    r"|public authorit(?:y|ies) (?:holds?|to)|held by (?:a )?public authorit)",
    re.IGNORECASE,
)
# To communicate information, or to say where it is, is to confirm it (s.1(5)).
_NEED_NOT_CONFIRM = frozenset(
    {
        Outcome.NCND,
        Outcome.VEXATIOUS_S14,
        Outcome.DISCLOSED_PART,
        Outcome.ALREADY_ACCESSIBLE_S21,
    }
)
_LIMBS = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.GROUND})
_CONFIRMS = re.compile(
    r"\b(?:we|authority|police|constabulary|council|trust)\b(?: can| do| does)?"
    r"(?: confirm that (?:we|it|[A-Z]\w+(?: [A-Z]\w+)*))?\s+(?:do(?:es)? )?(?:not )?holds?\b",
    re.IGNORECASE,
)
# Subsections that stand in the Act but refuse nothing, so that the register does not list them.
_OTHER_SUBSECTIONS = {
    "21": "23", "23": "234", "24": "34", "27": "35", "28": "25", "30": "456", "32": "4",
    "35": "245", "36": "14567", "40": "345678", "44": "3",
}  # fmt: skip
_WITHIN_SENTENCES = 4
_IN_ANY_LETTER = frozenset(
    {"information", "applicant", "other", "means", "request", "would", "section", "public"}
    | {"authority", "person", "interests", "somebody", "disclosure", "where", "received"}
)


def _states_refusal(reading: Reading) -> Found:
    """Find a refusal that never says it is one."""
    if reading.refuses and not reading.place(_REFUSES):
        yield "The letter refuses something but does not say so.", 0, 0


def _names_provision(reading: Reading) -> Found:
    """Find a refusal that names no provision at all."""
    if reading.refuses and not reading.relied:
        yield "The letter refuses something but names no exemption or exception.", 0, 0


def _names_limb(reading: Reading) -> Found:
    """Find a section with several limbs that is relied on without saying which (LTT101)."""
    if not reading.refuses:
        return
    cited = {citation for _, _, citation in reading.relied}
    seen: set[Citation] = set()
    for start, end, citation in reading.relied:
        deeper = any(other != citation and other.within(citation) for other in cited)
        if citation in seen or deeper or reading.register.covering(citation) is not None:
            continue
        seen.add(citation)
        limbs = [
            limb.citation.number
            for limb in reading.register.limbs_of(citation)
            if limb.citation.within(citation) and limb.kind in _LIMBS and limb.cited_with is None
        ]
        if len(limbs) > 1:
            name = provision_in_words(citation)
            choice = ", ".join(limbs[:4])
            yield f"The letter relies on {name} without saying which of {choice}…", start, end


def _foia(citation: Citation) -> bool:
    """Tell whether a provision is of the Act, whose limbs for confirming stand among the others."""
    return citation.act is Act.FOIA


def _provision_exists(reading: Reading) -> Found:
    """Find a citation of something that is not in the Act."""
    for start, end, citation in reading.citations:
        if citation.act not in {Act.FOIA, Act.EIR} or reading.register.covering(citation):
            continue
        limbs = reading.register.limbs_of(citation)
        known = any(limb.citation.within(citation) for limb in limbs)
        if not known and not _stands_in_act(citation) and (limbs or _is_exemption_number(citation)):
            name = provision_in_words(citation)
            yield f"{name[0].upper()}{name[1:]} is not in the register of provisions.", start, end


def _stands_in_act(citation: Citation) -> bool:
    """Tell whether a subsection stands in the Act although nothing is refused under it."""
    if citation.act is Act.EIR:
        # Regulations 12 and 13 have many paragraphs that say how the exceptions work.
        return citation.section in {"12", "13"} and citation.path[:1] not in {("4",), ("5",)}
    return bool(citation.path) and citation.path[0] in _OTHER_SUBSECTIONS.get(citation.section, "")


def _is_exemption_number(citation: Citation) -> bool:
    """Tell whether the register would hold it: Part II FOIA, or beyond the last regulation."""
    digits = int(re.sub(r"\D", "", citation.section) or 0)
    if citation.act is Act.EIR:
        return digits > 21  # noqa: PLR2004 - the last of the Regulations
    return 21 <= digits <= 44  # noqa: PLR2004 - Part II


def _fits_regime(reading: Reading) -> Found:
    """Find an exemption in an EIR letter, or an exception in one under FOIA."""
    wrong = {Regime.FOI: Act.EIR, Regime.EIR: Act.FOIA}.get(reading.facts.regime or Regime.MIXED)
    both = any(c.act is Act.FOIA and c.section == "39" for _, _, c in reading.citations)
    for start, end, citation in reading.relied:
        if citation.act is wrong and not both and reading.refuses:
            name = provision_in_words(citation)
            yield (
                f"The case is under {reading.facts.regime}, but the letter relies on {name}.",
                start,
                end,
            )


def _claimed_is_named(reading: Reading) -> Found:
    """Find a provision that was claimed and is not named in the letter."""
    cited = {citation for _, _, citation in reading.citations}
    for text in reading.facts.claimed or ():
        claimed = parse_citation(text)
        if claimed and not any(citation.within(claimed) for citation in cited):
            yield f"{text} is claimed but the letter does not name it.", 0, 0


def _only_claimed(reading: Reading) -> Found:
    """Find a provision that the letter relies on though nobody claimed it."""
    claimed = [c for text in reading.facts.claimed or () if (c := parse_citation(text))]
    seen: set[Citation] = set()
    for start, end, citation in reading.relied:
        if citation in seen or any(
            citation.within(each) or each.within(citation) for each in claimed
        ):
            continue
        seen.add(citation)
        provision = reading.register.covering(citation)
        if provision is None or provision.cited_with not in claimed:
            name = provision_in_words(citation)
            yield f"The letter cites {name}, which was not claimed in this case.", start, end


def _says_why(reading: Reading) -> Found:
    """Find a provision that is named with nothing that says why it applies (s.17(1)(c))."""
    if not reading.refuses:
        return
    listed = reading.sentences
    reasons = [bool(_REASON.search(s)) and not _NOT_A_REASON.search(s) for s in listed]
    sections = {(c.act, c.section) for _, _, c in reading.relied}
    starts, at = [], 0
    for sentence in listed:
        starts.append(at)
        at += len(sentence)
    for act, section in sorted(sections):
        places = [
            max(n for n, first in enumerate(starts) if first <= start)
            for start, _, c in reading.relied
            if (c.act, c.section) == (act, section)
        ]
        near = any(any(reasons[place : place + _WITHIN_SENTENCES]) for place in places)
        words = _subject(reading, Citation(act, section))
        if not near and not any(
            r and words & _words(s) for r, s in zip(reasons, listed, strict=True)
        ):
            name = provision_in_words(Citation(act, section))
            yield f"The letter does not say why {name} applies.", 0, 0


def _subject(reading: Reading, section: Citation) -> set[str]:
    """Return the words that the register describes the provisions relied on with."""
    described = [
        f"{provision.title} {provision.prejudice_to}"
        for provision in reading.provisions
        if provision.citation.within(section)
    ]
    return _words(" ".join(described)) - _IN_ANY_LETTER


def _words(text: str) -> set[str]:
    """Return the longer words of a text."""
    return set(re.findall(r"[a-z]{5,}", text.lower()))


def _likelihood(reading: Reading) -> Found:
    """Find a prejudice-based provision without its level: would, or would be likely to."""
    if not reading.refuses:
        return
    text = _RECITAL.sub(" ", reading.own)
    for provision in reading.provisions:
        if provision.basis not in {Basis.PREJUDICE, Basis.ENDANGERMENT}:
            continue
        if provision.kind is ProvisionKind.NCND:
            continue
        eir = provision.citation.act is Act.EIR
        if not (_ADVERSE if eir else _LEVEL).search(text):
            name = provision_in_words(provision.citation)
            test = "would adversely affect" if eir else "would, or would be likely to,"
            yield f"For {name} the letter does not say how likely the harm is ({test}).", 0, 0


def _national_security(reading: Reading) -> Found:
    """Find s.24(1) argued as harm: its test is what safeguarding national security requires."""
    relied = any(str(provision.citation) == "FOIA s24(1)" for provision in reading.provisions)
    if reading.refuses and relied and not reading.place(_SAFEGUARD):
        message = (
            "Section 24(1) needs exemption to be required for the purpose of safeguarding national "
            "security; the letter does not say so."
        )
        yield message, 0, 0


def _says_whether_held(reading: Reading) -> Found:
    """Find a refusal that neither confirms nor denies and relies on nothing that allows that."""
    if not reading.refuses or reading.outcome in _NEED_NOT_CONFIRM:
        return
    exempt = any(
        provision.kind is ProvisionKind.NCND
        or str(provision.citation) in {"FOIA s12(2)", "FOIA s14(1)", "FOIA s14(2)"}
        or provision.citation.act is Act.EIR
        for provision in reading.provisions
    )
    says = any(
        _HOLDS.search(sentence) and not _RECITES_DUTY.search(sentence)
        for sentence in reading.sentences
    )
    if not exempt and not says:
        yield "The letter does not say whether the information is held.", 0, 0


def _keeps_ncnd(reading: Reading) -> Found:
    """Find a confirmation or denial in a letter that is to give neither."""
    if reading.outcome is not Outcome.NCND:
        return
    for match in _CONFIRMS.finditer(reading.own):
        before = reading.own[max(0, match.start() - 40) : match.start()]
        if not re.search(r"whether|neither|if\s$", before, re.IGNORECASE):
            yield "The letter is to neither confirm nor deny, but says this.", *match.span()


RULES = (
    Rule("refusal-stated", "s.17(1)(a) FOIA, reg 14(1) EIR", "error", _states_refusal),
    Rule("provision-named", "s.17(1)(b) FOIA, reg 14(3) EIR", "error", _names_provision),
    Rule("limb-named", "s.17(1)(b) FOIA", "error", _names_limb),
    Rule("provision-exists", "s.17(1)(b) FOIA", "error", _provision_exists),
    Rule("regime-fits", "s.39 FOIA", "error", _fits_regime, ("regime",)),
    Rule("claimed-named", "s.17(1)(b) FOIA", "error", _claimed_is_named, ("claimed",)),
    Rule("only-claimed", "s.17(1)(b) FOIA", "error", _only_claimed, ("claimed",)),
    Rule("why-applies", "s.17(1)(c) FOIA, reg 14(3)(a) EIR", "error", _says_why),
    Rule("likelihood-stated", "s.17(1)(c) FOIA", "error", _likelihood),
    Rule("national-security-test", "s.24(1) FOIA", "error", _national_security),
    Rule("held-stated", "s.1(1)(a) FOIA", "error", _says_whether_held),
    Rule("ncnd-kept", "s.2(1) FOIA", "error", _keeps_ncnd, ("outcome",)),
)
