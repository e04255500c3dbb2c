"""Whether a refusal says why: the reasons of each provision, and how likely the harm is."""

import re
from collections.abc import Iterator

from assistant.domain.law.acts import Basis, Provision, ProvisionKind
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.regions import section_of
from assistant.domain.letters.checks.substance import (
    Substance,
    passages_of,
    reasoning_sentences,
    subject_stems,
)
from assistant.domain.letters.checks.zones import Sentence, Zone
from assistant.domain.letters.naming import provision_in_words

# With fewer words of its own a passage only repeats the provision.
_FEWEST_OWN_WORDS = 5
_FEWEST_OF_SEVERAL = 2
_FEWEST_IF_APPLIED = 1
# Their reasons are the estimate, or the place where the information is: other rules ask for them.
_REASONED_ELSEWHERE = frozenset({"12", "21"})
_HARM = (
    r"(?:\w+ly )?(?:be )?(?:otherwise )?(?:prejudic\w*|harm\w*|undermin\w*|hinder\w*|endanger\w*"
    r"|inhibit\w*|compromis\w*|damag\w*"
    r"|disrupt\w*|have (?:that|this|such an?|the same|a prejudicial"
    r"|both of (?:these|those)|these|those) effects?|imped\w*|impair\w*"
    r"|weaken\w*|frustrat\w*|threaten\w*|jeopardis\w*"
    r"|put (?:\w+ ){1,6}at risk|place (?:\w+ ){1,6}(?:at risk|in danger)|cause|lead|result"
    r"|adversely|be the result|follow|happen|occur)"
)
_LEVEL = re.compile(
    rf"\b(?:would|will|likely to)\s+(?:be likely to\s+|likely\s+|in all likelihood\s+|also\s+"
    rf"|itself\s+|probably\s+|therefore\s+|in turn\s+)*{_HARM}"
    r"|\b(?:prejudice|harm|danger|inhibition|damage)\b[^.;]{0,50}\b(?:would|is likely to"
    r"|likely to) (?:be likely to )?(?:be|occur|result|arise|follow|happen)"
    r"|\breal(?:,)? (?:and|and a) significant (?:risk|chance|possibility|likelihood)|\b(?:risk"
    r"|chance|possibility|likelihood|danger)\b[^.;]{0,40}\breal\b(?:,| and)"
    r"|\bmore (?:probable|likely) than not\b|\bmore probably than not\b|\b(?:higher"
    r"|lower) (?:level|threshold|limb|test)\b"
    r"|[“\"‘'](?:would|would be likely(?: to)?)[”\"’']|\blevel of [“\"‘']?would\b"
    r"|\bwould[- ]be[- ]likely\b[^.]{0,30}\b(?:level|limb|threshold|test)"
    r"|\b(?:is|are) likely to (?:\w+ )?(?:prejudice|harm|endanger|inhibit|damage|undermine)",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:could|may|might|possibly|perhaps|potentially)\b", re.IGNORECASE)
_ADVERSE = re.compile(
    r"\b(?:would|will)\s+(?:\w+ )?(?:be likely to\s+)?(?:\w+ )?(?:adverse(?:ly)?\s+affect"
    r"|have an adverse effect)"
    r"|\b(?:adverse(?:ly)? (?:affect|effect)\w*)\b[^.]{0,50}\b(?:would|is more|more (?:probable"
    r"|likely) than not)"
    r"|\bmore (?:probable|likely|probably) than not\b",
    re.IGNORECASE,
)
_RECITAL = re.compile(
    r"(?:would,?\s+or\s+would\s+be\s+likely\s+to,?|would\s+or\s+would\s+be\s+likely)"
    r"|\b(?:exempts?|covers?|applies to|protects?) information (?:if|where|whose|which if"
    r"|the disclosure of which)[^.;]{0,160}",
    re.IGNORECASE,
)
_SAFEGUARD = re.compile(
    r"\b(?:require[ds]?|necessary|needed|need)\b[^.;]{0,90}\b(?:safeguard\w*"
    r"|protect\w*)\b[^.;]{0,40}\bnational security"
    r"|\b(?:safeguard\w*|protect\w*)\b[^.;]{0,20}\bnational security\b[^.;]{0,60}\b(?:require[ds]?"
    r"|necessary|needed)"
    r"|\bnational security\b[^.;]{0,40}\b(?:requires|makes it necessary|necessitates)",
    re.IGNORECASE,
)
_TESTED = frozenset({Basis.PREJUDICE, Basis.ENDANGERMENT})
_NCND_OF_PREJUDICE = frozenset({"26", "27", "28", "29", "31", "33", "36", "38", "43"})
# Arguments that only one exemption is made of. Left of them: FOIA's section, the EIR's regulation.
_ARGUMENTS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (section, regs, re.compile(pattern, re.IGNORECASE))
    for section, regs, pattern in (
        (
            "38",
            ("12(5)(a)",),
            (
                r"\b(?:lives|life|safety|health)\b[^.;]{0,40}\b(?:be|being) endangered"
                r"|\bendanger\w* (?:the |their |his |her |any )?(?:\w+ )?(?:physical|mental|safety"
                r"|health|li(?:fe|ves))[^.]{0,60}|\b(?:safety|health) (?:of [^.]{0,50} )?(?:would"
                r"|would be likely to) be endangered"
            ),
        ),
        (
            "43",
            ("12(5)(e)", "12(5)(b)"),
            (
                r"\b(?:prejudic|harm|damag)\w+ (?:to )?(?:the |its |their |our "
                r"|\w+['’]s? )?(?:\w+ ){0,3}commercial interests"
                r"|\bcommercial interests (?:of [^.]{0,60} )?(?:would"
                r"|would be likely to) (?:be )?(?:prejudic|harm|damag|suffer)|\btrade secrets?\b"
            ),
        ),
        (
            "40",
            ("13",),
            (
                r"\bpersonal data\b[^.]{0,140}\b(?:contraven|breach|principle|unlawful|unfair)"
                r"|\bwould (?:not be (?:fair|lawful)|be un(?:fair|lawful))\b[^.]{0,40}"
                r"\b(?:contraven|breach)\w*[^.]{0,30}\bprinciple"
                r"|\b(?:contraven|breach)\w*[^.]{0,60}\bdata protection (?:principle|act|law)"
                r"|\bthird[- ]party personal data\b"
            ),
        ),
        (
            "41",
            ("12(5)(e)", "12(5)(f)", "12(5)(d)"),
            (
                r"\b(?:actionable )?breach of (?:a duty of |that |its |their |the )?confidence\b"
                r"|\bactionable by\b"
            ),
        ),
        (
            "31",
            ("12(5)(b)", "12(5)(a)"),
            (
                r"\bprejudic\w*(?: to)? (?:the )?(?:prevention|detection)(?: (?:and|or) "
                r"(?:prevention|detection))? of crime|\bprejudic\w*(?: to)? the (?:apprehension"
                r"|prosecution"
                r"|administration of justice|assessment or collection of)"
            ),
        ),
        (
            "24",
            ("12(5)(a)",),
            (
                r"\b(?:required|necessary)[^.]{0,60}\bnational security|\b(?:safeguard|damag"
                r"|prejudic|harm|undermin|threat)\w*[^.]{0,25}\bnational security"
            ),
        ),
        (
            "42",
            ("12(5)(b)",),
            (
                r"\blegal(?:ly)? (?:professional )?privileged?\b|\b(?:legal advice|litigation"
                r"|advice) privilege\b|\bsubject to privilege\b"
            ),
        ),
        (
            "36",
            ("12(4)(e)",),
            (
                r"\binhibit\w*[^.]{0,30}\bfree and frank"
                r"|\bprejudice\w* (?:to )?the effective conduct of public affairs"
            ),
        ),
        (
            "27",
            ("12(5)(a)",),
            (r"\bprejudic\w*(?: to)? (?:the )?relations between the United Kingdom"),
        ),
        (
            "29",
            (),
            (
                r"\bprejudic\w*(?: to)? the (?:economic|financial) interests of the "
                r"(?:United Kingdom|UK)"
            ),
        ),
        (
            "35",
            ("12(4)(e)",),
            (
                r"\b(?:formulation|development) (?:or|and|/) ?(?:formulation"
                r"|development) of (?:government )?policy"
            ),
        ),
        (
            "22",
            ("12(4)(d)",),
            (r"\b(?:intended|held with a view) (?:for|to)(?: its)?(?: future)? publication\b"),
        ),
        (
            "21",
            ("6",),
            (r"\breasonably accessible to (?:you|the applicant) (?:by other means|otherwise)"),
        ),
        (
            "12",
            ("12(4)(b)",),
            (
                r"\bexceeds? the (?:appropriate|cost|statutory) limit"
                r"|\bappropriate limit would be exceeded"
            ),
        ),
        ("14", ("12(4)(b)",), r"\b(?:is|as|be) vexatious\b"),
        (
            "44",
            ("12(5)(d)", "6"),
            (
                r"\bprohibited (?:by|under) (?:or under )?(?:an |any )?(?:enactment|statute"
                r"|Act of Parliament)"
            ),
        ),
        ("32", (), r"\bheld (?:only|solely) by virtue of being contained in[^.]{0,60}\bcourt"),
    )
)
# What the arguments have in common: without one of these words a sentence makes none.
_ARGUES = re.compile(
    r"endanger|principle|commercial|trade secret|personal data|data protection|confidence"
    r"|actionable|prejudic|national security|privilege|inhibit|relations|economic|formulation"
    r"|development|publication|accessible|exceed|limit|vexatious|prohibited|virtue",
    re.IGNORECASE,
)
_OF_THE_INFORMATION = re.compile(
    r"^\W*(?:the|this|these|those|it|they|both|each|all|every|what|(?:any |such )?information"
    r"|because (?:it|they))\b[^.;]{0,60}?\b(?:is|are|was|were|has|have|had|contains?|relates?"
    r"|concerns?|forms?|consists?|sets?|records?|came|gives?|names?|shows?|describes?|passed|arose"
    r"|constitutes?|would)\b(?:\W+\w+){3}",
    re.IGNORECASE,
)
_OF_THE_LETTER = re.compile(
    r"\b(?:exempt\w*|exception|refus\w*|withh\w*|notice|absolute|qualified|letter|public interest"
    r"|section applies|applies|engaged)\b",
    re.IGNORECASE,
)
_NOT_ARGUED = re.compile(
    r"\b(?:not|no|nor|never|without|neither|doesn['’]t)\b[^.;]{0,60}$", re.IGNORECASE
)


def _sections(reading: Reading) -> list[Citation]:
    """Return the sections (of the EIR, exceptions) relied on that need reasons of their own."""
    found: dict[Citation, None] = {}
    for provision in reading.provisions:
        if provision.kind is ProvisionKind.PURPOSE or provision.cited_with is not None:
            continue
        found[section_of(provision.citation)] = None
    return list(found)


def _subject(reading: Reading, section: Citation) -> set[str]:
    """Return the words that a section's reasons are known by."""
    return {
        stem
        for provision in reading.provisions
        if provision.citation.within(section)
        for stem in subject_stems(provision)
    }


def passages(reading: Reading, section: Citation) -> list[Sentence]:
    """Return the sentences of reasoning for a section: all there are where it is the only one."""
    return reading.once(_all_passages).get(section, [])


def _all_passages(reading: Reading) -> dict[Citation, list[Sentence]]:
    """Return the sentences of reasoning for each section."""
    sections = _sections(reading)
    if len(sections) == 1:
        return {sections[0]: list(reading.once(reasoning_sentences))}
    return {
        each: list(passages_of(reading, sections, wanted=each, subject=_subject(reading, each)))
        for each in sections
    }


def _reasons_missing(reading: Reading) -> Found:
    """Find a refusal under one provision that does not say why it applies (s.17(1)(c))."""
    sections = _sections(reading)
    if reading.is_notice and len(sections) == 1:
        fewest = _FEWEST_OF_SEVERAL if reading.is_undecided else _FEWEST_OWN_WORDS
        yield from _unreasoned(reading, sections, fewest)


def _claimed_not_argued(reading: Reading) -> Found:
    """Find a provision that is relied on beside another and never explained (s.17(1)(c))."""
    sections = _sections(reading)
    if reading.is_notice and len(sections) > 1:
        yield from _unreasoned(reading, sections, _FEWEST_OF_SEVERAL)


def _unreasoned(
    reading: Reading, sections: list[Citation], fewest: int
) -> Iterator[tuple[str, int, int]]:
    """Yield the sections whose passages say nothing of their own."""
    substance = Substance(reading)
    for section in sections:
        if section.act is Act.FOIA and section.section in _REASONED_ELSEWHERE:
            continue
        own: set[str] = set()
        applied = False
        for sentence in passages(reading, section):
            own |= substance.of(sentence.text)
            applied = applied or _applies(sentence.text)
        if len(own) < (_FEWEST_IF_APPLIED if applied and _by_class(reading, section) else fewest):
            name = provision_in_words(section)
            yield f"The letter does not say why {name} applies to this information.", 0, 0


def _applies(text: str) -> bool:
    """Tell whether a sentence says of the information, in the Act's words, what its class asks."""
    own = re.sub(r"\b(?:and|so)\b[^.]{0,30}\bexempt\b.*", "", text)
    own = re.sub(r"^.*?\b(?:exempt|refus\w+|withh\w+)\b.*?\b(?=because (?:it|they)\b)", "", own)
    return bool(_OF_THE_INFORMATION.match(own)) and not _OF_THE_LETTER.search(own)


def _by_class(reading: Reading, section: Citation) -> bool:
    """Tell whether a section exempts a class, so that belonging to it is the reason."""
    return any(p.citation.within(section) and p.basis is Basis.CLASS for p in reading.provisions)


def _argued_not_claimed(reading: Reading) -> Found:
    """Find the argument of an exemption that the letter does not rely on (s.17(1)(b))."""
    if not reading.refuses:
        return
    foia = {c.section for _, _, c in reading.citations if c.act is Act.FOIA}
    eir = {c.number for _, _, c in reading.citations if c.act is Act.EIR}
    arguing = [each for each in reading.body(Zone.BODY, Zone.INTEREST) if _ARGUES.search(each.text)]
    for section, regs, pattern in _ARGUMENTS:
        named = section in foia or any(each.startswith(reg) for reg in regs for each in eir)
        if named:
            continue
        for sentence in arguing:
            match = pattern.search(sentence.text)
            if match and not _NOT_ARGUED.search(sentence.text[: match.start()]):
                yield (
                    f"This argues section {section}, which the letter does not rely on.",
                    sentence.start,
                    sentence.end,
                )
                break


def _level_missing(reading: Reading) -> Found:
    """Find a prejudice-based provision without its level: would, or would be likely to."""
    if not reading.is_notice:
        return
    seen: set[Citation] = set()
    for provision in reading.provisions:
        section = section_of(provision.citation)
        if section in seen or not _is_tested(provision):
            continue
        seen.add(section)
        test = _ADVERSE if section.act is Act.EIR else _LEVEL
        said = {each.text for each in passages(reading, section)} | {
            each.text
            for start, _, c in reading.relied
            if c.within(section) and (each := reading.sentence_at(start)) is not None
        }
        if not any(test.search(_RECITAL.sub(" ", text)) for text in said):
            name = provision_in_words(reading.named(provision))
            words = (
                "would adversely affect"
                if section.act is Act.EIR
                else "would, or would be likely to,"
            )
            yield f"For {name} the letter does not say how likely the harm is ({words} …).", 0, 0


def _is_tested(provision: Provision) -> bool:
    """Tell whether a provision rests on what disclosure, or saying whether it is held, would do."""
    if provision.kind is ProvisionKind.NCND:
        return (
            provision.citation.act is Act.FOIA and provision.citation.section in _NCND_OF_PREJUDICE
        )
    return provision.basis in _TESTED


def _safeguarding(reading: Reading) -> Found:
    """Find s.24 argued as harm: its test is what safeguarding national security requires."""
    relied = [
        p for p in reading.provisions if p.citation.act is Act.FOIA and p.citation.section == "24"
    ]
    if (
        reading.is_notice
        and relied
        and not any(
            _SAFEGUARD.search(each.text)
            for each in reading.sentences
            if each.zone is not Zone.RIGHTS
        )
    ):
        yield (
            (
                "Section 24 needs exemption to be required for the purpose of safeguarding "
                "national security; the letter does not say so."
            ),
            0,
            0,
        )


RULES = (
    Rule("reasons-missing", "s.17(1)(c) FOIA, reg 14(3)(a) EIR", "error", _reasons_missing),
    Rule("claimed-not-argued", "s.17(1)(c) FOIA, reg 14(3)(a) EIR", "error", _claimed_not_argued),
    Rule("argued-not-claimed", "s.17(1)(b) FOIA", "error", _argued_not_claimed),
    Rule("prejudice-level-missing", "s.17(1)(c) FOIA, reg 12(5) EIR", "error", _level_missing),
    Rule("s24-not-required-for-safeguarding", "s.24(1), (2) FOIA", "error", _safeguarding),
)
