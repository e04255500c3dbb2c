"""Whether the letter says if information is held, part by part (s.1(1)(a) FOIA)."""

import re

from assistant.domain.case import Outcome
from assistant.domain.law.acts import ProvisionKind, Regime
from assistant.domain.law.citations import Act
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import NEITHER, Reading
from assistant.domain.letters.checks.zones import Zone

_HOLDS = re.compile(
    r"\b(?:we|I|it|they|authority|council|trust|university|department|force|service|constabulary"
    r"|police|school|academy|agency|commission|board|college|team|office|museum|ministry|hospital"
    r"|parish|company|regulator|service)\b(?: (?!could|would|might|may|to|should|that|which"
    r"|who)\w+){0,3}? holds?\b(?! back\b| up\b| on\b)|\b(?:do|does|did) (?:\w+ )?holds?\b"
    r"|\b(?:is|are|was|were|being|be|not|also|information|both|all|records?|documents?|figures?"
    r"|data) (?:\w+ )?held\b(?! back\b| in confidence\b| by a government department\b)"
    r"|^\W*held\b(?! back\b)|\bheld,? but\b"
    r"|\b(?:we|authority|council|trust|university|department|force|service|constabulary|police"
    r"|school|agency|commission|board|college|team|I)\b (?:do |does |still |already |now "
    r"|currently )?(?:have|has|keeps?|possess\w*)"
    r" (?:got )?(?:this|the|these|those|that|some|all|both|a|an|copies|records?|it|them|what|such"
    r"|only|figures|one|two|three|\d+)\b(?! (?:duty|right|obligation|power|legal|legitimate"
    r"|statutory|considered|reason|policy of|strong|genuine))"
    r"|\b(?:in|within) (?:our|its|the council['’]s|the trust['’]s) (?:possession|records|files)\b"
    r"|\bour records (?:show|contain|include)\b"
    r"|\bno (?:recorded )?information\b|\b(?:holds?|have|has|there (?:is|are|were"
    r"|was)) no (?:such |relevant |recorded |written |central )?(?:records?|information|data"
    r"|documents?|figures?|correspondence|cop(?:y|ies)|e-?mails?|reports?)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:whether|if) (?:\w+ ){0,4}(?:\w+ )?(?:it |we |is |are |information |the )*(?:holds?"
    r"|held)\b|\bright to\b|\bentitle[sd]?\b|\bany (?:recorded )?information held\b"
    r"|\bpublic authorit(?:y|ies) (?:holds?|to)\b|\bheld by (?:a |an |any )?(?:public "
    r"|government )?(?:authorit|department|body)|\bduty\b|\bduties\b"
    r"|\binformation (?:which is |that is )?held (?:by|for|with|at any time|in connection)\b"
    r"|\bexempts?\b[^.]{0,60}\bheld\b|\bcovers?\b[^.]{0,60}\bheld\b",
    re.IGNORECASE,
)
# Without one of these no sentence says so; the patterns that tell how are slow.
_HOLDING = re.compile(
    r"h[oe]ld|(?<!\w)(?:no|ha[sdv]e?|keep|kept|not|none|nothing|never)(?!\w)|possess|records|files"
    r"|n.t (?!\w)|12\(4\)"
    r"|Hold|Held|No |None|Nothing|Not "
)
# The first duty, told in general: it says nothing of this information.
_OF_THE_DUTY = re.compile(
    r"\bdut(?:y|ies)\b[^.]{0,70}\bconfirm or deny whether (?:the "
    r"|any )?information\b(?!.*\bwe (?:do|hold))"
    r"|\binformation specified in (?:a|the) request\b(?!.*\bwe (?:do|hold))",
    re.IGNORECASE,
)
_STATES_DESPITE = re.compile(
    r"\b(?:confirm that (?:we|it|the \w+)|we (?:do )?hold|we do not hold|does not hold|is held"
    r"|are held)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:do(?:es)?|did) (?:not|n['’]t)(?: \w+)? (?:hold|have|possess|keep|record|collect\w*"
    r"|exist)\b|\b(?:don|doesn|didn)['’]t (?:hold|have|keep|record)\b|\b(?:has|have) (?:not"
    r"|never) (?:held|had|kept|recorded|received|made|produced|been (?:recorded|created|held))\b"
    r"|\bnot (?:\w+ )?(?:held|hold|holding|recorded|collected|kept|centrally)\b|\b(?:holds?|held"
    r"|have|has|had|are|is|were|was|found|there) (?:\w+ )?no (?:recorded |such |relevant |written "
    r"|further )?(?:information|records?|documents?|data|figures?|correspondence|e-?mails?|copies"
    r"|copy|reports?)\b|\b(?:holds?|have|has) (?:no|none|nothing)\b|^\W*no (?:recorded "
    r"|such )?(?:information|records?|documents?) "
    r"|\bholds? (?:no|none|nothing)\b|\b(?:have|has) (?:no|none|nothing)\b|\bnone (?:is|are|was"
    r"|were) held\b|\bnothing (?:is|was) held\b|\bdo(?:es)? not exist\b|\bno longer (?:hold|held"
    r"|have|exist)\b"
    r"|\bnot all of (?:it|them|this)\b|\bregulation 12\(4\)\(a\)",
    re.IGNORECASE,
)
_NEED_NOT = frozenset({Outcome.NCND, Outcome.VEXATIOUS_S14, Outcome.ALREADY_ACCESSIBLE_S21})
_REFUSES = re.compile(
    r"\brefus\w*|\bexempt\w*|\bexcept(?:ed|ion)\b|\bwithh\w*|\bdeclin\w*|\bnot (?:be )?(?:disclos"
    r"|releas|giv|provid|suppl)\w*|\bsections? (?:2[1-9]|3\d|4[0-4]|12)|\bs\.? ?(?:2[1-9]|3\d"
    r"|4[0-4])\b|\bfalls? (?:within|under)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:attach|enclos|below|as follows|set out|were|was|is|are)\b[^.]{0,60}\d|\b(?:attached"
    r"|enclosed)\b",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"\b(?:hold\w*|held|have|has)\b[^.]{0,60}\b(?:all|both|everything|each|every"
    r"|the (?:\w+ )?information|this information|the (?:\w+ )?(?:documents|data|records|material"
    r"|papers|figures|answers)|what you|that you|you (?:asked|seek|requested|want)|relevant"
    r"|information (?:within|falling|of|in|relating|you|that|on|about|relevant|covered))\b"
    r"|\b(?:all|both|everything|each|information|documents|records)\b[^.]{0,40}\b(?:is"
    r"|are) (?:\w+ )?held\b",
    re.IGNORECASE,
)


def _says_held(text: str) -> bool:
    """Tell whether a sentence says of this information that it is held, or that it is not."""
    if not _HOLDING.search(text):
        return False
    if _OF_THE_DUTY.search(text) or not (_HOLDS.search(text) or _NOT_HELD.search(text)):
        return False
    return not _DUTY.search(text) or bool(_STATES_DESPITE.search(_DUTY.sub(" ", text)))


def _not_said(reading: Reading) -> Found:
    """Find a refusal that neither says that the information is held nor may be silent on it."""
    if not reading.is_notice or reading.outcome in _NEED_NOT or _may_be_silent(reading):
        return
    sentences = reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP, Zone.INTEREST)
    says = [each for each in sentences if _says_held(each.text)]
    if not says:
        if reading.outcome in {Outcome.DISCLOSED_PART, None} and _gives(reading):
            return
        yield "The letter does not say whether the information is held (s.1(1)(a)).", 0, 0
        return
    yield from _parts_not_said(reading)


def _gives(reading: Reading) -> bool:
    """Tell whether a letter without labelled answers communicates something: that confirms it."""
    return not reading.answers and any(_GIVES.search(each.text) for each in reading.body(Zone.BODY))


def _may_be_silent(reading: Reading) -> bool:
    """Tell whether all that is relied on lifts the duty (s.2(1), 12(2), 14), or is of the EIR."""
    if reading.regime is Regime.EIR or reading.regime is Regime.SAR:
        return True
    lifting = [
        p.kind is ProvisionKind.NCND
        or p.citation.number in {"21(1)", "12(2)", "14(1)", "14(2)", "14(1)(a)"}
        or p.citation.act is Act.EIR
        for p in reading.provisions
    ]
    return bool(lifting) and all(lifting)


def _parts_not_said(reading: Reading) -> Found:
    """Find the refused parts of which nothing says that they are held."""
    if len(reading.answers) < 2 or reading.facts.review:  # noqa: PLR2004 - one part is the whole
        return
    outside = [
        each
        for each in reading.body(Zone.BODY, Zone.REQUEST)
        if not any(a.start <= each.start < a.end for a in reading.answers)
    ]
    if any(_says_held(each.text) and _EVERYTHING.search(each.text) for each in outside):
        return
    named = {
        label
        for each in outside
        if _says_held(each.text)
        for label in _labels_in(each.text, reading)
    }
    for answer in reading.answers:
        if answer.label in named or not _REFUSES.search(answer.said.split("\n")[0][:400]):
            continue
        if NEITHER.search(answer.said) or re.search(
            r"\b14\(|\b12\(2\)|\b21\(1\)|\bsection 21\b", answer.said
        ):
            continue
        if not any(_says_held(line) for line in _sentences(answer.said)):
            yield (
                f"Part {answer.label} is refused without saying whether it is held (s.1(1)(a)).",
                answer.start,
                answer.end,
            )


def _labels_in(text: str, reading: Reading) -> set[str]:
    """Return the labels that a sentence names."""
    return {
        answer.label
        for answer in reading.answers
        if re.search(rf"\b{re.escape(answer.label)}\b", text, re.IGNORECASE)
    }


def _sentences(text: str) -> list[str]:
    """Cut an answer roughly into sentences."""
    return re.split(r"(?<=[.;:])\s+|\n", text)


_SAY_NOT_HELD = frozenset({Outcome.NOT_HELD, Outcome.PART_NOT_HELD, Outcome.TRANSFERRED})


def _not_held_unsaid(reading: Reading) -> Found:
    """Find a letter about information that is not held, and that does not say so."""
    if reading.outcome not in _SAY_NOT_HELD or reading.regime is Regime.SAR:
        return
    if not any(
        _NOT_HELD.search(each.text) for each in reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP)
    ):
        yield "The letter does not say that the information is not held (s.1(1)(a)).", 0, 0


RULES = (
    Rule("confirm-or-deny-missing", "s.1(1)(a) FOIA", "error", _not_said),
    Rule("not-held-unsaid", "s.1(1)(a) FOIA", "error", _not_held_unsaid, ("outcome",)),
)
