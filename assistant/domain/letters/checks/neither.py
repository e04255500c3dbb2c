"""Whether a letter that neither confirms nor denies says so, lawfully, and gives nothing away.

Sections 2(1), 17(1) and 17(4) FOIA.
"""

import re

from assistant.domain.case import Outcome
from assistant.domain.law.acts import ProvisionKind
from assistant.domain.law.citations import Citation
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import NEITHER, Reading
from assistant.domain.letters.checks.zones import Zone
from assistant.domain.letters.naming import provision_in_words

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
    r"|\b(?:attached|enclosed) (?:is|are)\b|\byou (?:have )?asked for is held\b"
    r"|\bthere is on (?:the|his|her|their) file\b|\b(?:have|has|had|we) (?:found|located"
    r"|identified|discovered|traced|uncovered) (?:no"
    r"|nothing|none|some|several|a|an|the|two|three|four|five|\d+|such|relevant|records?|that)\b"
    r"|\b(?:our|the|a) search(?:es)? (?:has |have |of [^.]{0,30} )?(?:found|located|returned"
    r"|showed|shows|produced|identified|revealed|brought)\b|\b(?:found|located|retrieved"
    r"|identified) (?:in|during|by) (?:our|the|a) search"
    r"|\b(?:is|are|was|were) (?:no|some|several|a number of|already|currently|indeed"
    r"|in fact) (?:such )?(?:deployment|use|operation|record|report|information|document"
    r"|investigation|file|correspondence"
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
    r"^(?:\W*(?:in fact|indeed|however|though|but|and),? |to be [^.,;]{1,40}, )?(?:the |our |an? "
    r"|two |three |several "
    r"|some |[A-Z]\w+ )?[^.,;]{0,70}?\b(?:began|started|took place|did (?:call|attend"
    r"|visit|go)|was (?:fitted|flown|installed)|was used|were used|occurred"
    r"|happened|ended|was opened|were opened|lasted|was deployed|were deployed|was carried out"
    r"|were carried out"
    r"|was made|were made|was received|were received|was recorded|were recorded"
    r"|has been (?:under way|closed|resolved|referred|dealt with)|is (?:ongoing|under way"
    r"|continuing|still open|now closed)|are (?:ongoing|continuing)|remains open|was (?:closed"
    r"|concluded|arrested|interviewed|referred|investigated|spoken to))\b",
)
_HINTS = re.compile(
    r"\b(?:nothing (?:for anyone )?to worry|rest assured|(?:you|please) (?:\w+ )?be reassured"
    r"|no (?:reason|cause|need) to (?:be )?(?:worr|concern|alarm)\w+|unable to go into"
    r"|such a sensitive|(?:operation|investigation|inquiry|enquiry) (?:that|which) is (?:still "
    r"|now |currently )?(?:running|open|live|under way|going on)|as long as we (?:are using|use"
    r"|have)"
    r"|you may (?:take|infer|assume"
    r"|conclude|draw)|you (?:can|should) (?:infer|assume|conclude)\b(?! no)|reading between"
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


# A confirmation is one wherever it stands, below the rights too.
_ANYWHERE = (Zone.BODY, Zone.INTEREST, Zone.HELP, Zone.REQUEST, Zone.RIGHTS)


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
                (
                    f"{provision_in_words(citation).capitalize()} exempts from disclosure; to "
                    f"neither confirm nor deny, rely on {name}."
                ),
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
    for sentence in reading.body(*_ANYWHERE):
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
    """Tell whether a sentence takes for granted, not only for argument, that there is something."""
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
    Rule("ncnd-unsaid", "s.2(1), 17(1)(a) FOIA", "error", _neither_missing, ("outcome",)),
    Rule("ncnd-wrong-limb", "s.2(1) FOIA", "error", _wrong_limb),
    Rule("ncnd-with-disclosure", "s.1(1)(a), 2(1) FOIA", "error", _with_disclosure, ("outcome",)),
    Rule("ncnd-hint", "s.17(4) FOIA", "error", _hint, ("outcome",)),
    Rule("ncnd-no-inference", "s.17(4) FOIA", "warning", _no_inference, ("outcome",)),
)
