"""Whether a refusal tells the requester what they can do about it (s.17(7) FOIA, reg 14(5) EIR)."""

import re

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks.facts import REFUSING
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Sentence, Zone

_REVIEW = re.compile(
    r"\binternal reviews?\b|\breview(?:ed|ing)?\b|\b(?:gone|look(?:ed)?|going"
    r"|consider(?:ed)?) into again|\bconsidered? (?:it |this |the matter )?(?:again|afresh)\b"
    r"|\blook into (?:how|the way|this|it)\b|\b(?:challenge|contest)\b|\bappeals?\b(?! (?:to"
    r"|against this to) the (?:Information|ICO|First|Commission))|\blook(?:ed)? (?:at )?(?:it "
    r"|this |your request |the matter |our decision |at it |again)+(?:again|afresh)?"
    r"|\breconsider\w*|\bmake representations\b"
    r"|\bcomplaints? (?:procedure|process|scheme)\b|\bappeal (?:to us|internally)\b"
    r"|\bcomplain to (?:us|the (?:council|trust|university|force|chief|clerk|head))\b"
    r"|\bsecond look\b|\breassess\w*|\blook at (?:the|this|our|your) \w+ (?:again|afresh|anew)\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"\b(?:you|ask|apply|request|write|may|can|right|entitled|e-?mail|want|like|wish|contact|please"
    r"|unhappy|dissatisfied|satisfied|content)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+|https?://\S+|\bwww\.\S+|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b0\d{2,4} ?\d{3} ?\d{3,4}\b"
    r"|\b(?:[Rr]eply|[Ww]rite|replying|respond(?:ing)?|writ(?:e|ing)|e-?mail(?:ing)?"
    r"|contact(?:ing)?"
    r"|addressed?|send(?:ing)?|reach|go|come)\b[^.]{0,40}?\b(?:to this (?:e-?mail|message|letter"
    r"|address)"
    r"|this address|(?:address|details?|team) (?:above|below|at the (?:top|head|foot))|above"
    r"|same address|letterhead|head of this letter)"
    r"|\(address (?:above|below|at)|\bby (?:reply|return)\b|\b(?:to|with"
    r"|by) the (?:(?!Information Commission)[A-Z][\w’'-]+ "
    r"(?:of the |of |for |and )?){1,5}"
    r"(?:at|,)",
)
_PERSON = re.compile(
    r"\b(?:write|writing|apply|address\w*|sen[dt]\w*|ask|e-?mail"
    r"|contact\w*|letter)\b[^.]{0,25}\b(?:to )?(?:the |our )(?!Information Commission|Commission"
    r"|council "
    r"|authority |trust |university )(?:[A-Z][\w’'-]+ ?){1,6}"
)
_NUMBER_WORD = r"(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|sixty)"
_WHEN = re.compile(
    rf"\b{_NUMBER_WORD}\s+(?:\(\d+\)\s+)?(?:further\s+)?(?:working|calendar|school"
    rf"|clear)?\s*(?:days?|weeks?|months?)\b"
    r"|\b(?:by|before|until|no later than) \d{1,2} [A-Z][a-z]+ \d{4}",
    re.IGNORECASE,
)
_WE_ANSWER = re.compile(
    r"\b(?:we|the review(?:er)?|it|outcome|she|he|they)\b[^.]{0,40}\b(?:aim|will|shall|hope"
    r"|endeavour|should|try|expect|normally|usually|reply|respond|answer|take)\b",
    re.IGNORECASE,
)
_IF_YOU = re.compile(
    r"\b(?:if|when|where|provided(?: that)?|as long as) you\b[^.,]{0,60}$", re.IGNORECASE
)
# "Somebody v Information Commissioner" is the name of a case.
_REGULATOR = re.compile(
    r"(?<! v )(?<! v\. )(?<!v the )\bInformation Commission(?:er)?(?:['’]s)?\b(?! v\b)|\bICO\b"
    r"|\bInformation Rights Regulator\b"
)
_ICO = re.compile(
    r"\bico\.org\.uk\b|\bWycliffe House\b|\b0303 ?123 ?1113\b|\bSK9 ?5AF\b", re.IGNORECASE
)
_CONTACT = re.compile(
    r"\bico\.org\.uk|https?://\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|\bWycliffe House\b|\b0\d{3} ?\d{3} ?\d{4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b0\d{3} ?\d{3} ?\d{4}\b"
)
_FURTHER = re.compile(
    r"\bsection 50\b|\bs\.? ?50\b|\bregulator\b|\bcomplain\w*[^.]{0,30}\b(?:further|to the"
    r"|independent)|\bappl(?:y|ication)\b[^.]{0,50}\bfor a decision|\btake (?:the matter|it"
    r"|this) further|\bfurther (?:complaint|appeal|right|step)|\bcomplain further",
    re.IGNORECASE,
)
# Speaks of somebody beyond the authority wherever it stands.
_BEYOND = re.compile(
    r"\btake (?:a|your|the|any) complaint further\b|\bcomplaints?\b[^.]{0,70}\b(?:taken|made|sent"
    r"|put|go|brought) to (?:the|an) (?:independent|body|regulator)|\bindependent regulator\b",
    re.IGNORECASE,
)
_SECTION_50 = re.compile(r"\b(?:section|s\.?)\s*50\b", re.IGNORECASE)
_ASKS_US = re.compile(
    r"\breview|\breconsider|\blook (?:at )?(?:it |this )?again|\bappeal|\brepresentations|\bask us",
    re.IGNORECASE,
)
_NEAR = 320


# No notices, but to be told that there is nothing is a decision to quarrel with (section 45 code).
_TOLD = frozenset({Outcome.NOT_HELD, Outcome.PART_NOT_HELD})


def _owes_review(reading: Reading) -> bool:
    """Tell whether the letter is a notice that has to tell of the internal review."""
    notice = reading.is_notice and reading.regime is not Regime.SAR
    return (notice or _is_told(reading)) and not reading.facts.review


def _is_told(reading: Reading) -> bool:
    """Tell whether a letter that refuses nothing tells of the review by the section 45 code."""
    return reading.outcome in _TOLD and reading.regime is not Regime.SAR


def _owes_regulator(reading: Reading) -> bool:
    """Tell whether the letter has to tell of section 50: a notice, or the outcome of a review."""
    return (
        reading.is_notice
        or _is_told(reading)
        or (
            reading.facts.review
            and not reading.is_acknowledgement
            and (reading.outcome in REFUSING or reading.outcome is Outcome.NOT_HELD)
        )
    )


def _offers(reading: Reading) -> list[Sentence]:
    """Return the sentences that tell of the internal review."""
    found = []
    for each in reading.sentences:
        match = _REVIEW.search(each.text)
        if match is None or each.zone is Zone.FRAME:
            continue
        if each.is_heading or (each.zone is not Zone.RIGHTS and not _ASK.search(each.text)):
            continue
        after = re.search(
            r"\b(?:after|following|outcome of|result of|until) (?:that|the|an|our"
            r"|its) (?:internal )?review|\bafter that\b|\bthe review (?:either|too)\b"
            r"|\bof the (?:internal )?review\b|\binternal review has been\b",
            each.text,
            re.IGNORECASE,
        )
        if (
            after
            and _REGULATOR.search(each.text)
            and not re.search(
                r"\bask|\brequest an?\b|\bwrite\b", each.text[: after.start()], re.IGNORECASE
            )
        ):
            continue
        if _REGULATOR.search(each.text) and not _ASKS_US.search(_REGULATOR.split(each.text)[0]):
            continue
        if re.search(
            r"\b(?:kept|keep|under) review\b|\bdata review\b|\bpolicy review\b",
            each.text,
            re.IGNORECASE,
        ):
            continue
        found.append(each)
    return found


def _no_review(reading: Reading) -> Found:
    """Find a refusal that does not tell of the internal review."""
    if _owes_review(reading) and not reading.once(_offers):
        source = "s.17(7)(a)" if reading.is_notice else "section 45 code of practice"
        yield f"The letter does not tell of the right to an internal review ({source}).", 0, 0


def _no_review_contact(reading: Reading) -> Found:
    """Find a review that is offered without saying whom or where to ask for it."""
    if not _owes_review(reading):
        return
    offers = reading.once(_offers)
    if offers and not any(
        _ADDRESS.search(text) or _PERSON.search(text) for text in _of_review(reading, offers)
    ):
        yield "The letter does not say how or where to ask for an internal review.", 0, 0


def _no_time_limit(reading: Reading) -> Found:
    """Find a review that is offered without saying by when to ask for it."""
    if not _owes_review(reading):
        return
    offers = reading.once(_offers)
    if offers and not any(_asks_by(text) for text in _of_review(reading, offers)):
        yield "The letter does not say by when to ask for an internal review (s.45 code).", 0, 0


def _of_review(reading: Reading, offers: list[Sentence]) -> list[str]:
    """Return what is said about asking for the review, before the regulator is spoken of."""
    texts = []
    for each in offers:
        own = [
            other
            for other in reading.sentences
            if other.zone is Zone.RIGHTS or other in offers
            if each.start - _NEAR <= other.start <= each.end + _NEAR
        ]
        for other in own:
            match = _REGULATOR.search(other.text)
            texts.append(other.text[: match.start()] if match else other.text)
            if match and other.start > each.start:
                break
    return texts


def _asks_by(text: str) -> bool:
    """Tell whether a text limits the time to ask, and not only the time that the answer takes."""
    for clause in re.split(r"[;.]\s", text):
        when = _WHEN.search(clause)
        before = clause[: when.start()] if when else ""
        if when and (_IF_YOU.search(before) or not _WE_ANSWER.search(before)):
            return True
    return False


def _after_review(reading: Reading) -> list[Sentence]:
    """Return the sentences that tell of the regulator."""
    return [
        each
        for each in reading.sentences
        if each.zone is not Zone.FRAME
        and not each.is_heading
        and _REGULATOR.search(each.text)
        and (each.zone is Zone.RIGHTS or _FURTHER.search(each.text) or _CONTACT.search(each.text))
    ]


def _speaks_of_further(reading: Reading) -> bool:
    """Tell whether a letter that does not name the Commissioner speaks of a further complaint."""
    return any(
        _BEYOND.search(each.text)
        or (
            _FURTHER.search(each.text)
            and (each.zone is Zone.RIGHTS or _SECTION_50.search(each.text) is not None)
        )
        for each in reading.sentences
        if each.zone is not Zone.FRAME
    )


def _names_regulator(reading: Reading) -> bool:
    """Tell whether the letter names the Commissioner, or how to reach them."""
    return bool(reading.once(_after_review)) or _ICO.search(reading.flat) is not None


def _no_right(reading: Reading) -> Found:
    """Find a letter with nothing about the right to apply to the Commissioner (s.17(7)(b), 50)."""
    if not _owes_regulator(reading) or _names_regulator(reading):
        return
    if not _speaks_of_further(reading):
        yield "The letter does not tell of the right to complain under section 50.", 0, 0


def _no_regulator(reading: Reading) -> Found:
    """Find a further right with the regulator not named."""
    if not _owes_regulator(reading) or _names_regulator(reading):
        return
    if _speaks_of_further(reading):
        yield "The letter speaks of a further complaint and does not name the Commissioner.", 0, 0


def _no_contact(reading: Reading) -> Found:
    """Find a regulator who is named without any way to reach them."""
    if not _owes_regulator(reading):
        return
    named = reading.once(_after_review)
    if not named or _ICO.search(reading.flat):
        return
    first = named[0].start + (_REGULATOR.search(named[0].text) or re.search("", "")).start()  # type: ignore[union-attr]  # named because it matched
    ours = set(_MAIL.findall(reading.flat[:first]))
    # Behind the rights stands the signature, whose address is the authority's.
    rights = [
        each.end for each in reading.sentences if each.zone is Zone.RIGHTS and each.end > first
    ]
    near = reading.flat[first : min(first + 700, max(rights, default=named[-1].end))]
    before = reading.flat[max(0, named[0].start) : first]
    given = {found[0] for found in _CONTACT.finditer(near)} | {
        found[0] for found in _CONTACT.finditer(before) if "http" in found[0] or "www" in found[0]
    }
    if not {each for each in given if not any(mine in each for mine in ours)}:
        yield "The letter does not say how to reach the Commissioner.", 0, 0


def _section_50(reading: Reading) -> Found:
    """Find a refusal that does not say where the right to complain comes from."""
    if (
        _owes_regulator(reading)
        and reading.once(_after_review)
        and not _SECTION_50.search(reading.flat)
    ):
        yield "Name section 50, which gives the right to complain (s.17(7)(b)).", 0, 0


RULES = (
    Rule("review-missing", "s.17(7)(a) FOIA, regs 11, 14(5) EIR", "error", _no_review),
    Rule("review-no-contact", "s.17(7)(a) FOIA, reg 14(5) EIR", "error", _no_review_contact),
    Rule("review-no-time-limit", "s.17(7)(a), s.45 code; reg 11(2) EIR", "warning", _no_time_limit),
    Rule("no-right-to-complain", "s.17(7)(b), 50 FOIA, reg 14(5), 18 EIR", "error", _no_right),
    Rule("regulator-missing", "s.17(7)(b), 50 FOIA", "error", _no_regulator),
    Rule("regulator-no-contact", "s.17(7)(b), 50 FOIA", "error", _no_contact),
    Rule("section-50-unnamed", "s.17(7)(b) FOIA", "warning", _section_50),
)
