"""Which provisions a response relies on, told from those that it only mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.case import Outcome
from assistant.domain.law.citations import Act, Citation, find_citations
from assistant.domain.letters.reliance import RELYING
from assistant.domain.library.outcome import Verdict
from assistant.domain.library.telling import Role, Told, Unit, of_roles
from assistant.domain.phrases import Phrases

_EXEMPTIONS = frozenset(str(number) for number in range(21, 45)) | {"22A", "35", "36"}
_LIMITS = frozenset({"12", "14"})
# Reg 12(1), (2) and (9) are the test, the presumption and emissions: nothing is refused by them.
_EXCEPTIONS = frozenset({"3", "4", "5", "6", "11"})
# What is not complied with under these is no refusal, and they are named for what they are.
_PROCEDURE = {
    Outcome.OTHER: frozenset({(Act.FOIA, "8"), (Act.EIR, "7"), (Act.FOIA, "10")}),
}
_NOT_RELIED = Phrases(
    r"(?:may|might|could) (?:also |then |well |potentially |still )?(?:be |not be )?"
    r"(?:exempt|withh|refus|redact|exceed|apply|engage|appl|subject|rely|consider|fall)",
    r"(?:if|whether|unless) (?:any|some|the|all|we|it|you|this|your|that|an)\b"
    r"[^.;]{0,80}(?:exempt|withh|refus|exceed|appl|hold|held)",
    r"(?:do|does|did|is|are|was|were|has|have)(?: not|n['’]t) (?:\w+ ){0,3}(?:appl|engag"
    r"|rel(?:y|ied)"
    r"|cit|fall)",
    r"no longer (?:rel|appl)",
    r"(?:guidance|decision notice|tribunal)\b",
    before=r"\b",
)
# "Section 41 notices" are another Act's: these words say that the law of information is meant.
_IS_LAW = Phrases(
    r"exempt",
    r"except",
    r"withh",
    r"disclos",
    r"releas",
    r"refus",
    r"redact",
    r"public interest",
    r"prejudic",
    r"freedom of information",
    r"foia?\b",
    r"eirs?\b",
    r"environmental information",
    r"personal (?:data|information)",
    r"accessible",
    r"appropriate limit",
    r"cost",
    r"hours",
    r"vexatious",
    r"repeated",
    r"extend",
    r"of the act\b",
    r"appl(?:y|ies|ied)\b",
    r"engag",
    r"rel(?:y|ied|ies|ying) (?:up)?on",
    r"confirm or deny",
    r"valid",
    before=r"\b",
)
_OF_ANOTHER_ACT = re.compile(
    r"\s+(?:applications?|notices?|enquir(?:y|ies)|agreements?|orders?|assessments?|costs?"
    r"|payments?"
    r"|duty|duties|contributions?|offences?|consents?|works?|funds?|funding|transactions?|homes?"
    r"|schools?|plans?|referrals?)\b",
    re.IGNORECASE,
)
_LABEL_LENGTH = 4
_CAN_RELY = (Role.SAID, Role.REASON, Role.WEIGHS, Role.COURTESY)


def relied_on(units: Sequence[Unit], verdict: Verdict) -> tuple[Citation, ...]:
    """Return the provisions relied on, each as far as the letter names it, in its order.

    "section 40" beside "section 40(2)" is the same provision and is left out.
    """
    told = list(of_roles(units, *_CAN_RELY))
    cited = list(dict.fromkeys(_cited(told, verdict)))
    if not cited and verdict.outcome in RELYING:
        # What is refused is refused under something: a case that is cited may be its only place.
        cited = list(dict.fromkeys(_cited(told, verdict, strict=False)))
    return tuple(
        each for each in cited if not any(other != each and other.within(each) for other in cited)
    )


def _cited(told: Iterable[Told], verdict: Verdict, *, strict: bool = True) -> Iterator[Citation]:
    """Yield what the letter's own sentences cite, as far as it can be relied on.

    A `strict` look leaves out what might apply, and what guidance or a tribunal said of it.
    """
    for each in told:
        if strict and _NOT_RELIED.occur_in(each.text):
            continue
        is_law = _IS_LAW.occur_in(each.text)
        for start, end, citation in find_citations(each.text):
            # A line that begins with a provision is an entry of a list of them.
            if not is_law and start > _LABEL_LENGTH:
                continue
            if citation.section not in _LIMITS and _OF_ANOTHER_ACT.match(each.text, end):
                continue
            if _can_refuse(citation) or _is_procedure(citation, verdict.outcome):
                yield citation


def _can_refuse(citation: Citation) -> bool:
    """Tell whether something can be refused, or found elsewhere, under a provision."""
    if citation.act is Act.FOIA:
        return citation.section in _EXEMPTIONS or (
            citation.section in _LIMITS and citation.path[:1] in ((), ("1",), ("2",))
        )
    if citation.act is Act.EIR and citation.section == "12":
        return citation.path[:1] != () and citation.path[0] in _EXCEPTIONS
    return citation.act is Act.EIR and citation.section == "13"


def _is_procedure(citation: Citation, outcome: Outcome) -> bool:
    """Tell whether a provision says why there is no answer yet."""
    return (citation.act, citation.section) in _PROCEDURE.get(outcome, frozenset())
