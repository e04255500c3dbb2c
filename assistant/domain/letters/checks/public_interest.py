"""Whether the public interest was weighed, both sides shown, and the burden left where it lies.

Section 2(1)(b) and 2(2)(b) with 17(3) FOIA; regulations 12(1)(b), 12(2) and 14(3)(b) EIR.
"""

import re
from dataclasses import dataclass

from assistant.domain.law.acts import Provision, ProvisionKind, Standing
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.regions import regions_of, section_of
from assistant.domain.letters.checks.weighing import BALANCE, Weighing, weigh
from assistant.domain.letters.checks.zones import Sentence, Zone
from assistant.domain.letters.naming import provision_in_words

_NOTHING_TO_WEIGH = "EIR reg 12(4)(a)"
_BURDEN = re.compile(
    r"\b(?:only|solely|save|except|unless|other than"
    r"|exclusively)\b[^.;]{0,80}\bexceptional (?:circumstances?|cases?|reasons?|grounds)"
    r"|\bexceptional (?:circumstances?|cases?|reasons?)\b[^.;]{0,80}\b(?:required?|needed"
    r"|would (?:have|need)|necessary|before|must)"
    r"|\b(?:only|unless|until|before|require[sd]?|need\w*|absence of|no|without|lack of"
    r"|in the absence of)\b[^.;]{0,60}"
    r"\b(?:overwhelming|overriding|compelling|pressing|very strong|exceptional|cogent|special"
    r"|clear and compelling)\b[^.;]{0,30}\b(?:public interest|reasons?|case|need|justification"
    r"|grounds?|arguments?)"
    r"[^.;]{0,60}\b(?:disclos|releas|publish|publication|open|giv|favour|made public|provid|show"
    r"|confirm)"
    r"|\b(?:overwhelming|overriding|compelling|pressing)\b[^.;]{0,25}\b(?:public interest|reasons?"
    r"|case|need|justification)\b[^.;]{0,60}\b(?:is|are|would be|must be|has to be"
    r"|being) (?:required|needed|shown|demonstrated|established|made out)"
    r"|\b(?:you|the (?:applicant|requester|requestor))\b[^.;]{0,30}\b(?:have|has|did|had) (?:not"
    r"|failed|offered no|given no|provided no|put forward no|advanced no"
    r"|shown no)\b[^.;]{0,70}\b(?:reason|case|public interest|why|argument|need|justif\w*|ground)"
    r"|\b(?:onus|burden)\b[^.;]{0,40}\b(?:on|upon|with|for|lies)\b[^.;]{0,25}\b(?:you|applicant"
    r"|requester|requestor|those (?:who|seeking)|disclosure|favour)"
    r"|\bfor (?:an |the |you, the )?(?:applicant|requester|requestor|you|those (?:who"
    r"|seeking) [^.;]{0,30}) to (?:show|prove|demonstrate|justify|establish|explain|persuade"
    r"|convince|make (?:out )?(?:a|the) case)"
    r"|\b(?:you|applicants?|requesters?)\b[^.;]{0,20}\b(?:must|need to|would (?:have|need) to"
    r"|are required to|should|ought to) (?:first )?(?:show|prove|demonstrate|justify|establish"
    r"|persuade|convince|satisfy)\b"
    r"|\bpresumption (?:in favour of|of|is|that)[^.;]{0,40}\b(?:withh|non-?disclos|confidential"
    r"|secre|maintain|exempt|refus|not (?:be )?(?:disclos|releas))"
    r"|\bunless\b[^.;]{0,60}\b(?:public interest in (?:disclos|releas)\w+|interest in (?:disclos"
    r"|releas)\w+|disclosure)\b[^.;]{0,30}\b(?:clearly |strongly |plainly |significantly "
    r"|can be shown to )*(?:outweigh|prevail|be shown|is (?:shown|proved|demonstrated|established"
    r"|strong))"
    r"|\bdisclosure (?:has to|must|needs to|would have to) be justified|\bmust be (?:withheld"
    r"|refused|kept \w+) unless"
    r"|\bno (?:good |sufficient |convincing |particular )?(?:reason|case"
    r"|justification)\b[^.;]{0,40}\b(?:has been |was |is |been )?(?:shown|given|put forward"
    r"|made out|advanced|demonstrated|offered)\b[^.;]{0,60}(?:disclos|releas|publi)"
    r"|\b(?:before|unless|only (?:where|if|when)|until|whether you (?:had|have)|would have to be"
    r"|must be|needs? to be|without)\b[^.;]{0,80}\b(?:compelling|overwhelming|overriding"
    r"|exceptional|good|strong|special)\b[^.;]{0,20}\b(?:reason|case|justification|grounds?"
    r"|need)\b"
    r"|\b(?:you|requester|applicant|person asking|those asking|whoever asks)\b[^.;]{0,40}\b(?:not"
    r"|can|could|must|has to|have to)\b[^.;]{0,12}\b(?:made?|shown?|make|give|given"
    r"|put)\b[^.;]{0,30}\b(?:one out|case|reason|need|justification)"
    r"|\b(?:stay|remain|are kept|is kept|kept)\b[^.;]{0,20}\b(?:confidential|secret"
    r"|private)\b[^.;]{0,20}\bunless"
    r"|\bnot (?:normally|usually|ordinarily|generally) (?:published|disclosed|released"
    r"|given out)\b[^.;]{0,90}\b(?:unless|reason|depart|exception)"
    r"|\bdepart(?:s|ed)? from (?:this|that|the) (?:position|rule|practice)[^.;]{0,20}\b(?:only"
    r"|unless)"
    r"|\bfor (?:the|a|any) (?:person|one|people) (?:who|that) (?:asks?|wants?"
    r"|seeks?)[^.;]{0,30} to (?:show|prove|demonstrate|justify|say why|explain)"
    r"|\bnot (?:consider|think|believe|find)[^.;]{0,20}\bpublic interest in (?:disclos|releas)\w+"
    r" outweighs|\bnothing\b[^.;]{0,40}\bpersuades? us\b"
    r"|\bwe would need an? (?:\w+ ){0,2}(?:reason|case)\b"
    r"|\bonly\b[^.;]{0,60}\bwhere the public interest\b[^.;]{0,40}\b(?:overwhelming|exceptional"
    r"|compelling)\b|\b(?:very )?high bar\b|\bdefault (?:position|is|being)\b[^.;]{0,40}\b(?:withh"
    r"|refus|not (?:to )?(?:be )?(?:disclos"
    r"|releas))",
    re.IGNORECASE,
)
_NOT_BURDEN = re.compile(
    r"\b(?:not|no) (?:for|need|necessary|required|obliged|expected)\b[^.;]{0,30}\b(?:you|applicant"
    r"|requester|to (?:show|prove|justify))"
    r"|\b(?:you|applicant|requester)s? (?:do|does|did|need|are|is) not (?:need|have|required?)",
    re.IGNORECASE,
)


_BALANCE_HEADING = re.compile(r"\W*(?:the )?balanc(?:e|ing)\b", re.IGNORECASE)


def weighed(reading: Reading) -> tuple[Provision, ...]:
    """Return what is relied on and is qualified, as long as the weighing is due now."""
    if not reading.refuses:
        return ()
    return tuple(
        provision
        for provision in reading.provisions
        if provision.standing is Standing.QUALIFIED and str(provision.citation) != _NOTHING_TO_WEIGH
    )


@dataclass(frozen=True, slots=True)
class _Test:
    """The weighing that one or several provisions need, as the letter makes it."""

    provisions: tuple[Provision, ...]
    weighing: Weighing


def _tests(reading: Reading) -> list[_Test]:
    """Return the tests that the letter has to make: one for all, or one for each section.

    Where each section stands under a heading of its own and is weighed there, what is weighed for
    one says nothing of another; a test under a heading of its own is for all.
    """
    provisions = weighed(reading)
    if not provisions:
        return []
    regions = reading.once(regions_of)
    general = [each for each, owner in regions if owner is None]
    sections = list(dict.fromkeys(section_of(p.citation) for p in provisions))
    owned = {s: [each for each, owner in regions if owner == s] for s in sections}
    apart = [s for s in sections if any(e.zone is Zone.INTEREST for e in owned[s])]
    if len(sections) < 2 or not apart or weigh(general).begun:  # noqa: PLR2004 - one section is weighed as one
        return [_Test(provisions, weigh(reading.sentences))]
    return [
        _Test(tuple(p for p in provisions if section_of(p.citation) == s), weigh(owned[s]))
        for s in sections
        if owned[s]
    ]


def _name(reading: Reading, provisions: tuple[Provision, ...]) -> str:
    """Name the first of the provisions at the head of a sentence."""
    name = provision_in_words(reading.named(provisions[0]))
    return name[:1].upper() + name[1:]


def _missing_all(reading: Reading) -> Found:
    """Find a qualified provision with no public interest test at all."""
    for test in reading.once(_tests):
        if not test.weighing.begun:
            name = _name(reading, test.provisions)
            yield f"{name} is qualified; the letter has no public interest test for it.", 0, 0


def _missing_for(reading: Reading) -> Found:
    """Find a test without the public interest in disclosure, or in saying whether it is held."""
    for test in reading.once(_tests):
        if test.weighing.opposes and not test.weighing.supports:
            name = _name(reading, test.provisions)
            yield f"{name} is qualified; no factor in favour of disclosure is given.", 0, 0


def _missing_against(reading: Reading) -> Found:
    """Find a test without the public interest in withholding."""
    for test in reading.once(_tests):
        if test.weighing.supports and not test.weighing.opposes:
            name = _name(reading, test.provisions)
            yield f"{name} is qualified; no factor for maintaining it is given.", 0, 0


def _one_for_all(reading: Reading) -> bool:
    """Tell whether one balance under a heading of its own, which names no section, is for all."""
    tests = reading.once(_tests)
    headings = [
        each
        for each in reading.sentences
        if each.is_heading and _BALANCE_HEADING.match(each.text) and each.zone is Zone.INTEREST
    ]
    own = headings and not any(
        start >= headings[0].start and start < headings[0].end for start, _, _ in reading.citations
    )
    return len(headings) == 1 and bool(own) and len(tests) > 1 and tests[-1].weighing.concluded


def _missing_balance(reading: Reading) -> Found:
    """Find a test without a result."""
    if _one_for_all(reading):
        return
    for test in reading.once(_tests):
        if test.weighing.begun and not test.weighing.concluded:
            name = _name(reading, test.provisions)
            message = f"{name} is qualified; the letter does not say where the balance lies."
            yield message, 0, 0


def _burden(reading: Reading) -> Found:
    """Find a weighing that makes disclosure the exception (s.2(2)(b): the exemption must win)."""
    if not reading.is_notice:
        return
    for sentence in reading.body(Zone.BODY, Zone.INTEREST):
        match = _BURDEN.search(sentence.text)
        if match and not _NOT_BURDEN.search(sentence.text):
            yield (
                (
                    "This turns the test round: information is disclosed unless the public "
                    "interest in maintaining the exemption outweighs that in disclosure."
                ),
                sentence.start,
                sentence.end,
            )


def _absolute(reading: Reading) -> Found:
    """Find a public interest test made for nothing but absolute exemptions."""
    if not reading.refuses or weighed(reading) or not reading.provisions:
        return
    if any(p.standing is not Standing.ABSOLUTE for p in reading.provisions):
        return
    seen = weigh(reading.sentences)
    if seen.supports and seen.opposes and seen.concluded:
        yield (
            f"{_name(reading, reading.provisions)} is absolute: no public interest test is made.",
            0,
            0,
        )


def _on_disclosure(reading: Reading) -> Found:
    """Find a test of disclosure where the question is whether to say that information is held."""
    limbs = [p for p in weighed(reading) if p.kind is ProvisionKind.NCND]
    if not limbs or len(limbs) != len(weighed(reading)) or not reading.neither:
        return
    interest = [each for each in reading.sentences if each.zone is Zone.INTEREST]
    results = [each for each in interest if BALANCE.search(each.text) and not each.is_heading]
    for sentence in results[-1:] or interest[-1:]:
        if _speaks_of_contents(sentence):
            yield (
                (
                    "The test here is of saying whether information is held, not of disclosing it "
                    "(s.2(1)(b))."
                ),
                sentence.start,
                sentence.end,
            )
            return


def _speaks_of_contents(sentence: Sentence) -> bool:
    """Tell whether a sentence weighs disclosure, and not confirming or denying."""
    return bool(
        re.search(r"\bdisclos|\breleas|\bpublish|\bwithh", sentence.text, re.IGNORECASE)
    ) and not re.search(
        r"\bconfirm|\bden(?:y|ial)|\bwhether\b|\bis held\b|\beither way\b|\bduty\b"
        r"|\byes or (?:a )?no\b|\bsaying\b",
        sentence.text,
        re.IGNORECASE,
    )


RULES = (
    Rule("pit-missing", "s.2, 17(3) FOIA, reg 12(1)(b) EIR", "error", _missing_all),
    Rule("pit-missing-for", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _missing_for),
    Rule("pit-missing-against", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _missing_against),
    Rule("balance-missing", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _missing_balance),
    Rule("burden-reversed", "s.2(2)(b) FOIA, reg 12(2) EIR", "error", _burden),
    Rule("pit-for-absolute", "s.2(3) FOIA", "warning", _absolute),
    Rule("ncnd-pit-on-disclosure", "s.2(1)(b), 17(3)(a) FOIA", "error", _on_disclosure),
)
