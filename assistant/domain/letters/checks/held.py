"""Whether the letter says if information is held, part by part, or lawfully says neither.

Section 1(1)(a) FOIA; neither confirming nor denying under section 2(1) and 17(4).
"""

import re

from assistant.domain.case import Outcome
from assistant.domain.law.acts import ProvisionKind, Regime
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import NEITHER, Reading
from assistant.domain.letters.checks.zones import Zone
from assistant.domain.letters.naming import provision_in_words

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
    r"|\bregulation 12\(4\)\(a\)",
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
# What must not stand in a letter that says neither.
_CONFIRMS = re.compile(
    r"\b(?:we|I|authority|police|constabulary|council|trust|force|university|department|service"
    r"|it)\b(?: can| do| does| did| already| still)?"
    r"(?: confirm that (?:we|it|the \w+|[A-Z]\w+(?: [A-Z]\w+)*))?\s+(?:do(?:es)? "
    r"|did )?(?:not )?holds?\b"
    r"|\b(?:the )?(?:information|records?|documents?|material|correspondence|e-?mails?|letters?"
    r"|files?|reports?|copies|data|what) (?:that |which )?(?:we|it|the \w+|our (?:officers|team"
    r"|staff)) (?:do )?(?:hold|holds|have|has|keep|keeps|found|located|received|sent|gathered"
    r"|obtained)\b"
    r"|\b(?:a )?cop(?:y|ies) of (?:the|this|that|these|those) [^.]{0,60}\b(?:is|are) (?:attached"
    r"|enclosed|available|included)"
    r"|\b(?:have|has|had|we) (?:found|located|identified|discovered|traced|uncovered) (?:no"
    r"|nothing|none|some|several|a|an|the|two|three|four|five|\d+|such|relevant|records?|that)\b"
    r"|\b(?:our|the|a) search(?:es)? (?:has |have |of [^.]{0,30} )?(?:found|located|returned"
    r"|showed|shows|produced|identified|revealed|brought)\b|\b(?:found|located|retrieved"
    r"|identified) (?:in|during|by) (?:our|the|a) search"
    r"|\b(?:is|are|was|were) (?:no|some|several|a number of|already|currently|indeed"
    r"|in fact) (?:such )?(?:record|report|information|document|investigation|file|correspondence"
    r"|complaint|referral|case|person|individual|officer)s?\b"
    r"|\bthe (?:\w+ )?(?:report|letter|file|record|correspondence|document|investigation|complaint"
    r"|operation|note|memo)s? (?:\w+ )?(?:is|are|was|were|remains?|has been|have been|concerns?"
    r"|contains?|dates?|shows?|runs?|covers?)\b",
    re.IGNORECASE,
)
# Takes for granted that there is something: a confirmation without the word.
_TAKES_FOR_GRANTED = re.compile(
    r"\b(?:we|I|the \w+) (?:can|are able to|is able to|am able to) (?:tell|say|add|confirm"
    r"|disclose|however)\b(?! neither)|\b(?:is|are) (?:enclosed|attached)\b"
    r"|\bto our (?:investigators|officers|operations)\b|\bwhat (?:we|I) can (?:say|tell)\b"
    r"|\bfor completeness\b|\b(?:we|I) (?:did|have) (?:find|found|locate\w*)\b"
    r"|\b(?:that|which) (?:the (?:force|council|school|trust|university|department|authority"
    r"|service|academy)|we|our \w+) (?:deploys?|uses?|owns?|has|have|holds?|operates?|keeps?|runs?"
    r"|made|took|sent|received|recorded|bought|spent)\b(?! (?:a duty|not|been|such|something"
    r"|anything|any))"
    r"|\bhow (?:often|many|much)\b[^.;,]{0,50}\b(?:was|were|had been|did)\b"
    r"|\bthe (?:outcome|result|conclusion)s? of (?:the|that|his|her|their|our) (?:hearing"
    r"|investigation|inquiry|enquiry|case|matter|complaint|proceedings|meeting|search|review)"
    r"|\bthe (?:matter|case|complaint|allegation|incident|investigation|hearing|concerns?) (?:was"
    r"|has been|is being|were|have been|is|are|remains?) \w+"
    r"|\b(?:on|in) (?:his|her|their) (?:file|record|records|possession)\b|\blessons (?:have been"
    r"|were|are being) learn"
    r"|\b(?:letters?|e-?mails?|reports?|notes?|records?|documents?|files?|papers?) (?:about|on"
    r"|concerning) (?:this|it|him|her|them)\b[^.;]{0,60}\b(?:is|are|was|were|will be|have been)\b"
    r"|\b(?:finish|complete|conclude|continue|pursue)\w* (?:with )?(?:their|our|its|the) (?:enquir"
    r"|inquir|investigat|work|operation)"
    r"|\b(?:the|our) (?:ongoing|current|live|recent|previous|existing|continuing) (?:investigation"
    r"|operation|enquir|inquir|case|deployment|use|proceedings|surveillance)",
    re.IGNORECASE,
)
_GUARDED = re.compile(
    r"\b(?:if|whether|would|were|could|any|might|such as|in general|where)\b", re.IGNORECASE
)
_TELLS = re.compile(
    r"^(?:\W*(?:in fact|indeed|however|though|but|and),? )?(?:the |our |an? |two |three |several "
    r"|some |[A-Z]\w+ )?[^.,;]{0,70}?\b(?:began|started|took place|was used|were used|occurred"
    r"|happened|ended|was opened|were opened|lasted|was deployed|were deployed|was carried out"
    r"|were carried out"
    r"|was made|were made|was received|were received|was recorded|were recorded"
    r"|has been (?:under way|closed|resolved|referred|dealt with)|is (?:ongoing|under way"
    r"|continuing|still open|now closed)|are (?:ongoing|continuing)|remains open|was (?:closed"
    r"|concluded|arrested|interviewed|referred|investigated|spoken to))\b",
)
_HINTS = re.compile(
    r"\b(?:nothing (?:for anyone )?to worry|rest assured|be reassured|you may (?:take|infer|assume"
    r"|conclude|draw)|you (?:can|should) (?:infer|assume|conclude)|reading between"
    r"|unfortunately,? (?:we|I|it)|sadly"
    r"|too sensitive|highly sensitive|so sensitive|is (?:very |highly )?sensitive"
    r"|the sensitivity of (?:the|what we)|given what (?:it|they|the|we)|kept under review"
    r"|remains? confidential|wish we could|would (?:like|love) to (?:help|share|tell|give)"
    r"|not be surprised|as you (?:rightly|correctly) (?:say|suspect|guess)|suspicions"
    r"|you are right)",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|could|might|may|if|were we|whether|any|either way|should|neither|nor|not be taken"
    r"|no inference|hypothetical|can neither|such as|in general|generally|typically|usually)\b",
    re.IGNORECASE,
)
_NO_INFERENCE = re.compile(
    r"\binfer\w*|\bconclusion\b|\b(?:taken|read|regarded|understood|treated|seen|take"
    r"|read) (?:this |it |anything |\w+ ){0,6}(?:as|to)\b|\bindicat\w+|\bsuggest\w*|\bsign\b"
    r"|\bimpl(?:y|ies|ied)|\bshould not be (?:taken|read)|\bno (?:guide|clue|hint|assumption)"
    r"|\bsame (?:answer|reply|response|form)\b|\beither way\b",
    re.IGNORECASE,
)


def _says_held(text: str) -> bool:
    """Tell whether a sentence says of this information that it is held, or that it is not."""
    if not _HOLDS.search(text) and not _NOT_HELD.search(text):
        return False
    return not _DUTY.search(text) or bool(_STATES_DESPITE.search(_DUTY.sub(" ", text)))


def _not_said(reading: Reading) -> Found:
    """Find a refusal that neither says that the information is held nor may be silent on it."""
    if not reading.is_notice or reading.outcome in _NEED_NOT or _may_be_silent(reading):
        return
    sentences = reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP, Zone.INTEREST)
    says = [each for each in sentences if _says_held(each.text)]
    if not says:
        if reading.outcome is Outcome.DISCLOSED_PART and _gives(reading):
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
        or p.citation.number in {"12(2)", "14(1)", "14(2)", "14(1)(a)"}
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


def _not_held_unsaid(reading: Reading) -> Found:
    """Find a letter about information that is not held, and that does not say so."""
    if reading.outcome not in {Outcome.NOT_HELD, Outcome.PART_NOT_HELD}:
        return
    if not any(
        _NOT_HELD.search(each.text) for each in reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP)
    ):
        yield "The letter does not say that the information is not held (s.1(1)(a)).", 0, 0


def _wrong_limb(reading: Reading) -> Found:
    """Find NCND under the limb that exempts from disclosure (s.2(1); s.24(2), 31(3), 40(5B) …)."""
    if not reading.neither:
        return
    cited = {c for _, _, c in reading.citations}
    seen: set[Citation] = set()
    for start, end, citation in reading.relied:
        provision = reading.register.covering(citation)
        if provision is None or provision.kind is not ProvisionKind.EXEMPTION or citation in seen:
            continue
        if provision.ncnd is None and citation.section != "21":
            continue
        seen.add(citation)
        limbs = [
            limb.citation
            for limb in reading.register.limbs_of(citation)
            if limb.kind is ProvisionKind.NCND
        ]
        has_limb = any(
            c.within(limb) or (limb.within(c) and c.path) for limb in limbs for c in cited
        )
        if not has_limb and _of_the_neither(reading, start):
            name = provision_in_words(provision.ncnd) if provision.ncnd else "another provision"
            yield (
                f"{provision_in_words(citation).capitalize()} exempts from disclosure; to neither "
                f"confirm nor deny, rely on {name}.",
                start,
                end,
            )


def _of_the_neither(reading: Reading, place: int) -> bool:
    """Tell whether a citation stands with the statement that says neither."""
    if reading.outcome is Outcome.NCND:
        return True
    sentence = reading.sentence_at(place)
    return sentence is not None and any(
        each.paragraph == sentence.paragraph and abs(each.start - sentence.start) < 400  # noqa: PLR2004 - a few sentences
        for each in reading.neither
    )


def _with_disclosure(reading: Reading) -> Found:
    """Find a confirmation, a denial or a disclosure in a letter that is to give neither."""
    if reading.outcome is not Outcome.NCND:
        return
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP, Zone.REQUEST):
        confirms = _CONFIRMS.search(sentence.text)
        tells = _TELLS.search(sentence.text)
        if (
            not (confirms or tells)
            or _HYPOTHETICAL.search(sentence.text)
            or NEITHER.search(sentence.text)
        ):
            continue
        if re.search(
            r"\byou(?:r)? (?:asked|request|wrote|e-?mail|message|letter|message)|\bwas received\b",
            sentence.text,
        ):
            continue
        yield (
            "The letter is to neither confirm nor deny, and this tells something.",
            sentence.start,
            sentence.end,
        )


def _hint(reading: Reading) -> Found:
    """Find words that give away what a letter neither confirms nor denies."""
    if reading.outcome is not Outcome.NCND:
        return
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP, Zone.REQUEST):
        gives = _CONFIRMS.search(sentence.text) and not _HYPOTHETICAL.search(sentence.text)
        if _HINTS.search(sentence.text) or gives or _granted(sentence.text):
            if NEITHER.search(sentence.text):
                continue
            yield (
                ("This lets the reader guess whether information is held."),
                sentence.start,
                sentence.end,
            )


def _granted(text: str) -> bool:
    """Tell whether a sentence takes for granted, and not only for argument, that there is something."""
    match = _TAKES_FOR_GRANTED.search(text)
    if match is None or re.search(
        r"\byou(?:r)? (?:asked|request|wrote|e-?mail|message|letter)", text
    ):
        return False
    if re.search(
        r"\b(?:say|saying|confirm|know\w*|stat\w+|tell\w*)\b[^,;]{0,14}$", text[: match.start()]
    ):
        return False
    before = re.split(r"[,;:]", text[: match.start()])[-1]
    after = re.split(r"[,;:]", text[match.end() :])[0]
    return not _GUARDED.search(f"{before[-90:]} {match[0]} {after[:60]}")


def _no_inference(reading: Reading) -> Found:
    """Find NCND that does not say that nothing may be inferred from it."""
    if reading.outcome is Outcome.NCND and not any(
        _NO_INFERENCE.search(each.text)
        for each in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP)
    ):
        yield "Say that nothing should be inferred from this answer.", 0, 0


def _neither_missing(reading: Reading) -> Found:
    """Find a letter whose outcome is NCND and that never says so."""
    if reading.outcome is Outcome.NCND and not reading.neither:
        yield "The letter does not say that it neither confirms nor denies.", 0, 0


RULES = (
    Rule("confirm-or-deny-missing", "s.1(1)(a) FOIA", "error", _not_said),
    Rule("not-held-unsaid", "s.1(1)(a) FOIA", "error", _not_held_unsaid, ("outcome",)),
    Rule("ncnd-unsaid", "s.2(1), 17(1)(a) FOIA", "error", _neither_missing, ("outcome",)),
    Rule("ncnd-wrong-limb", "s.2(1) FOIA", "error", _wrong_limb),
    Rule("ncnd-with-disclosure", "s.1(1)(a), 2(1) FOIA", "error", _with_disclosure, ("outcome",)),
    Rule("ncnd-hint", "s.17(4) FOIA", "error", _hint, ("outcome",)),
    Rule("ncnd-no-inference", "s.17(4) FOIA", "warning", _no_inference, ("outcome",)),
)
