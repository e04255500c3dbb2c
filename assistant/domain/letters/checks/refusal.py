"""What a refusal has to say: the fact and the provision (s.17(1) FOIA, reg 14 EIR)."""

import re
from collections.abc import Iterator

from assistant.domain.case import Outcome
from assistant.domain.law.acts import ProvisionKind, Regime
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Sentence, Zone
from assistant.domain.letters.naming import provision_in_words

# "This is refused", in any of the ways in which officers say it.
_REFUSES = re.compile(
    r"\brefus(?:e|es|ed|ing)\b|\b(?:our|this|a|is|formal|the) refusal\b(?! (?:of a|of an|by|in) )"
    r"|\brefusal (?:notice|letter)\b|\bwithh(?:e?ld|olds?|olding)\b|\b(?:have|has|been|were|was"
    r"|are) (?:redacted|blacked out|removed|taken out|left out)\b"
    r"|\bdeclin(?:e|es|ed|ing)\b|\b(?:is|are|be|being|was|were|remains?|as) (?:\w+ )?(?:wholly "
    r"|partly |also )?"
    r"(?:exempt|excepted|excluded)\b|\bexempts (?:it|them|this|these|the)\b|\b(?:cannot"
    r"|can['’]t) (?:be )?(?:\w+ )?(?:let you have|give|given|disclos\w+|releas\w+|"
    r"provid\w+|suppl\w+|shar\w+|send|sent|let you|show|publish\w*|tell|answer\w*)"
    r"|\b(?:will not|won['’]t|shall not|shan['’]t|are not|aren['’]t|is not|isn['’]t|am not|do not"
    r"|don['’]t|does not|not (?:going|able|prepared|willing|in a position|obliged|required)|unable"
    r"|decided (?:not|against)|decision (?:is |was )?not|not (?:be|being)|have (?:not|n['’]t)"
    r"|has not)\b(?:, however,)?[^.,;]{0,26}\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+"
    r"|giv(?:e|en|ing)(?! up)|send\w*|sent|sharing|share|enclosed?|attached?"
    r"|(?<!do not )publish\w*|pass(?:ing)?|mak(?:e|ing) (?:it|them|this) (?:available|public)"
    r"|hand\w*"
    r"|comply|deal|answer\w*|process\w*|confirm\w*|includ\w+|let\w*)\b"
    r"|\bneither confirm\w* (?:n?or|and) den\w+|\b(?:hold|held|keep\w*|hold\w+) (?:it|them|this"
    r"|these|(?:the|those) \w+)? ?back\b"
    r"|\bheld back\b|\brefusal notice\b|\b(?:is|are) being kept\b|\bturn(?:ed|ing)? (?:it |this "
    r"|your request )?down\b"
    r"|\b(?:relieves?|releases?|excuses?) us\b|\bneed not (?:comply|answer|confirm|disclose)\b"
    r"|\b(?:it|they|this|these|information|which|that)\b[^.]{0,40}\bfalls? (?:within|under)\b"
    r"|\b(?:disclos|releas|giv|send|provid|suppl)\w+ [^.;]{0,40}\b(?:with the exception of"
    r"|except for"
    r"|except (?:pages?|the|those)|apart from|save for)\b|\bare exempting|\bis exempted\b"
    r"|\bapplied (?:the |an )?exemption|\bsay no\b|\bunable to\b",
    re.IGNORECASE,
)
# Tells of the Act in general, and not of this request.
_OF_THE_ACT = re.compile(
    r"\b(?:unless|where|if|when|any(?:one|body)?|an?|public) (?:\w+ )?(?:authority|authorities"
    r"|exempt\w*|request|information)\b[^.]{0,80}"
    r"\b(?:exempt|refus|withh|comply|disclos)|\b(?:that|which) [^.]{0,30}\b(?:an authority does"
    r"|(?:public )?authorities (?:do|are)) not (?:have|obliged)"
    r"|\bprovides that (?:public )?authorities|\bwe would (?:have|normally|usually)",
    re.IGNORECASE,
)
_WE_REFUSE = re.compile(
    r"\b(?:we|I|council|authority|trust|university|department|force|police|it|request|information"
    r"|therefore|so)\b[^.;]{0,40}"
    r"\b(?:refus(?:e|es|ed|ing)|withh(?:old|olding|eld)|declin\w+|cannot|will not"
    r"|not (?:be )?(?:releas|disclos|provid|giv)\w*)|\b(?:remains?|stays?) (?:refused|withheld)\b",
    re.IGNORECASE,
)
# Says what the exemption asks for, or what somebody else did, and not what is done here.
_OF_THE_TEST = re.compile(
    r"\breasonable (?:in all the circumstances )?(?:\w+ )?to (?:hold|withhold|wait)|^\W*if\b",
    re.IGNORECASE,
)
_GENERAL = frozenset({"1", "2", "8", "10", "11", "16", "17", "45", "50"})
# Sections that letters refusing information have no other reason to cite.
_NO_EXEMPTIONS = frozenset(
    {"3", "4", "5", "6", "7", "15", "18", "20", "47", "48", "49", "52", "53", "54"}
)
_CITABLE = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.GROUND})
_LIMBS = _CITABLE | {ProvisionKind.NCND}
# Subsections that stand in the Act but refuse nothing, so that the register does not list them.
_OTHER_SUBSECTIONS = {
    "21": "23", "22": "", "23": "234", "24": "34", "27": "35", "28": "25", "30": "456", "32": "4",
    "35": "245", "36": "14567", "40": "5678", "44": "3",
}  # fmt: skip
_SCOTTISH = re.compile(
    r"Freedom of Information \(Scotland\)|\bFOISA\b|Information \(Scotland\) Regulations"
    r"|\bScottish Information Commissioner\b",
    re.IGNORECASE,
)
_FIRST_EXEMPTION, _LAST_EXEMPTION = 21, 44


def _not_stated(reading: Reading) -> Found:
    """Find a refusal that never says it is one."""
    if not reading.refuses:
        return
    for sentence in reading.sentences:
        if sentence.zone not in {Zone.FRAME, Zone.RIGHTS} and _states(sentence):
            return
    yield "The letter refuses something and does not say so (s.17(1)(a)).", 0, 0


def _states(sentence: Sentence) -> bool:
    """Tell whether a sentence says that this request, or part of it, is refused."""
    text = sentence.text
    if sentence.zone is Zone.INTEREST and not _WE_REFUSE.search(text):
        return False
    if not _REFUSES.search(text) or _OF_THE_TEST.search(text):
        return False
    if re.search(r"\bpublic interest in (?:maintain|withhold)", text, re.IGNORECASE):
        text = re.sub(r"public interest in .*", "", text, flags=re.IGNORECASE)
        return bool(_REFUSES.search(text))
    concerns = re.match(
        r"\W*(?:section|s\.?|regulation|reg\.?)\s*\d[^.]{0,160}?\b(?:concerns|is about|covers"
        r"|provides|"
        r"allows|permits|says that an|exempts|describes|relates to|deals with|applies to)\b",
        text,
        re.IGNORECASE,
    )
    if concerns:
        rest = text[concerns.end() :]
        return bool(
            re.search(r"\b(?:we|I|so|therefore|accordingly|this request|your request)\b", rest)
        ) and bool(_REFUSES.search(rest))
    return not _OF_THE_ACT.search(text) or bool(
        re.search(
            r"\b(?:we are|we have|I am|I have|is refused|are refused|your request|this request)\b",
            text,
            re.IGNORECASE,
        )
    )


def _not_cited(reading: Reading) -> Found:
    """Find a refusal that names no provision, or leaves out all that was claimed."""
    if reading.is_notice and not reading.relied and reading.regime is not Regime.SAR:
        yield "The letter refuses something and names no exemption or exception for it.", 0, 0


def _part_not_cited(reading: Reading) -> Found:
    """Find a part that is refused with no provision named for it, nor for all parts."""
    if not reading.refuses or not reading.relied or len(reading.answers) < 2:  # noqa: PLR2004 - one part is the whole
        return
    first = min(each.start for each in reading.answers)
    general = any(start < first for start, _, _ in reading.relied)
    after = max(each.end for each in reading.answers)
    general = general or any(start > after for start, _, _ in reading.relied)
    for each in reading.answers:
        named = any(each.start <= start < each.end for start, _, _ in reading.relied)
        if not named and not general and _refused_outright(each.said):
            yield f"Part {each.label} is refused with no exemption named.", each.start, each.end


def _refused_outright(said: str) -> bool:
    """Tell whether an answer refuses and points to no reason given elsewhere."""
    return bool(
        re.search(r"\b(?:refused|exempt|withheld|withholding|refusing)\b", said, re.IGNORECASE)
    ) and not re.search(
        r"\b(?:same|above|below|reasons? given|as (?:for|in|under)|see|also|again|section|question"
        r"|part|both|those)\b",
        said,
        re.IGNORECASE,
    )


def _without_limb(reading: Reading) -> Found:
    """Find a section that is relied on without saying which of its limbs (LTT101)."""
    yield from _bare(reading, many=True)


def _without_subsection(reading: Reading) -> Found:
    """Find a section that is named without its only subsection."""
    yield from _bare(reading, many=False)


def _bare(reading: Reading, *, many: bool) -> Iterator[tuple[str, int, int]]:
    """Yield the citations that stop short, of sections with many limbs or with one."""
    cited = {citation for _, _, citation in reading.citations if reading.can_refuse(citation)}
    seen: set[Citation] = set()
    for start, end, citation in reading.relied:
        deeper = any(other != citation and other.within(citation) for other in cited)
        if citation in seen or deeper or reading.register.covering(citation) is not None:
            continue
        if re.match(r"[ ,]{1,3}(?:limbs?|paragraphs?) \([a-z]\)", reading.flat[end : end + 18]):
            continue
        seen.add(citation)
        # Regulation 13 has one limb to refuse under, and others for saying neither.
        kinds = _CITABLE if citation.act is Act.EIR and not reading.neither else _LIMBS
        limbs = [
            limb.citation.number
            for limb in reading.register.limbs_of(citation)
            if limb.citation.within(citation) and limb.kind in kinds and limb.cited_with is None
        ]
        if limbs and (len(limbs) > 1) == many:
            name = provision_in_words(citation)
            choice = ", ".join(limbs[:4]) + ("…" if len(limbs) > 4 else "")  # noqa: PLR2004 - what is readable
            message = (
                f"The letter relies on {name} without saying which limb: {choice}"
                if many
                else f"Cite {name} with its subsection: {choice}"
            )
            yield f"{message} (s.17(1)(b)).", start, end


def _does_not_exist(reading: Reading) -> Found:
    """Find a citation of something that is not in the Act, or that refuses nothing."""
    for start, end, citation in reading.citations:
        if citation.act not in {Act.FOIA, Act.EIR} or reading.register.covering(citation):
            continue
        limbs = reading.register.limbs_of(citation)
        known = any(limb.citation.within(citation) for limb in limbs)
        if not known and not _stands_in_act(citation) and (limbs or _is_exemption_number(citation)):
            name = provision_in_words(citation)
            yield f"There is no {name} to refuse information under.", start, end
    yield from _refused_under_what_refuses_nothing(reading)


def _refused_under_what_refuses_nothing(reading: Reading) -> Found:
    """Find "exempt under section 46(1)": it stands in the Act, and exempts nothing."""
    for start, end, citation in reading.citations:
        if citation.act is not Act.FOIA or reading.can_refuse(citation):
            continue
        sentence = reading.sentence_at(start)
        if (
            citation.section in _NO_EXEMPTIONS
            and reading.refuses
            and sentence is not None
            and sentence.zone is Zone.BODY
        ):
            yield f"{provision_in_words(citation).capitalize()} exempts nothing.", start, end
            continue
        before = reading.flat[max(0, start - 60) : start]
        if citation.section not in _GENERAL and re.search(
            r"\bexempt\w*\s+(?:from disclosure\s+)?(?:under|by|in"
            r"|at)\s+(?:virtue of\s+)?(?:the\s+)?$"
            r"|\b(?:refus|withh)\w+[^.]{0,30}\bunder\s+$",
            before,
            re.IGNORECASE,
        ):
            if reading.register.covering(citation) is None and not reading.register.limbs_of(
                citation
            ):
                number = int(re.sub(r"\D", "", citation.section))
                if _FIRST_EXEMPTION <= number <= _LAST_EXEMPTION:
                    continue
            yield f"{provision_in_words(citation).capitalize()} exempts nothing.", start, end


def _stands_in_act(citation: Citation) -> bool:
    """Tell whether the Act has a subsection that the register leaves out, as it refuses none."""
    if citation.act is not Act.FOIA or not citation.path:
        return False
    return citation.path[0] in _OTHER_SUBSECTIONS.get(citation.section, "")


def _is_exemption_number(citation: Citation) -> bool:
    """Tell whether a number is where exemptions stand, so that a missing one is a fault."""
    if citation.act is Act.EIR:
        return citation.section in {"12", "13"}
    number = int(re.sub(r"\D", "", citation.section))
    return _FIRST_EXEMPTION <= number <= _LAST_EXEMPTION


def _other_regime(reading: Reading) -> Found:
    """Find a refusal under the law of another regime (s.39 FOIA)."""
    others = {Regime.FOI: Act.EIR, Regime.EIR: Act.FOIA, Regime.SAR: Act.FOIA}
    other = others.get(reading.regime) if reading.regime else None
    for start, end, citation in reading.relied:
        if citation.act is other and not _explains(reading, start, citation):
            name = provision_in_words(citation)
            yield (
                f"The letter is under {reading.regime} and relies on {name} of the other regime.",
                start,
                end,
            )
    if reading.regime is not None:
        for match in _SCOTTISH.finditer(reading.flat):
            yield "The Scottish law does not apply to this authority.", match.start(), match.end()


def _explains(reading: Reading, start: int, citation: Citation) -> bool:
    """Tell whether a citation of the other regime only says why this one applies (s.39, 40(1))."""
    if str(citation.whole) == "FOIA s39" or str(citation) == "FOIA s40(1)":
        return True
    if reading.regime is Regime.SAR:
        return False
    if citation.act is Act.EIR and citation.section == "12" and citation.path[:1] == ("2",):
        return True
    sentence = reading.sentence_at(start)
    return sentence is not None and sentence.zone is Zone.RIGHTS


def _not_in_force(reading: Reading) -> Found:
    """Find a limb that another had replaced by the date of the letter."""
    on = reading.facts.letter_date
    for start, end, citation in reading.citations:
        provision = reading.register.covering(citation)
        if on is None or provision is None or provision.in_force(on):
            continue
        if reading.register.find(provision.citation, on) is None:
            name = provision_in_words(citation)
            yield (
                (f"{name[:1].upper()}{name[1:]} was not in force on the date of the letter."),
                start,
                end,
            )


def _claimed_not_named(reading: Reading) -> Found:
    """Find a provision that was claimed in the case and is not named in the letter."""
    cited = {citation for _, _, citation in reading.citations}
    for claimed in reading.claimed:
        if not any(citation.within(claimed) or claimed.within(citation) for citation in cited):
            yield f"{claimed} is claimed in the case and the letter does not name it.", 0, 0


def _named_not_claimed(reading: Reading) -> Found:
    """Find a provision that the letter relies on though nobody claimed it."""
    seen: set[Citation] = set()
    for start, end, citation in reading.relied:
        close = any(c.within(citation) or citation.within(c) for c in reading.claimed)
        if citation in seen or close or reading.outcome is None:
            continue
        seen.add(citation)
        provision = reading.register.covering(citation)
        belongs = provision is not None and (
            provision.cited_with in reading.claimed
            or provision.kind is ProvisionKind.PURPOSE
            or (
                reading.neither
                and provision.kind is ProvisionKind.EXEMPTION
                and reading.outcome is Outcome.NCND
            )
        )
        if not belongs:
            name = provision_in_words(citation)
            yield f"The letter relies on {name}, which was not claimed in this case.", start, end


RULES = (
    Rule("refusal-not-stated", "s.17(1)(a), 17(5) FOIA, reg 14(1) EIR", "error", _not_stated),
    Rule("exemption-not-cited", "s.17(1)(b) FOIA, reg 14(3) EIR", "error", _not_cited),
    Rule("part-without-exemption", "s.17(1)(b) FOIA, reg 14(3) EIR", "error", _part_not_cited),
    Rule("subsection-missing", "s.17(1)(b) FOIA", "error", _without_limb),
    Rule("only-subsection-missing", "s.17(1)(b) FOIA", "warning", _without_subsection),
    Rule("exemption-does-not-exist", "s.17(1)(b) FOIA", "error", _does_not_exist),
    Rule("exemption-of-other-regime", "s.39 FOIA", "error", _other_regime, ("regime",)),
    Rule("not-in-force", "s.17(1)(b) FOIA", "error", _not_in_force, ("letter_date",)),
    Rule("claimed-not-named", "s.17(1)(b) FOIA", "error", _claimed_not_named, ("claimed",)),
    Rule("named-not-claimed", "s.17(1)(b) FOIA", "error", _named_not_claimed, ("claimed",)),
)
