"""Whether the dates that a letter promises are those the Acts set.

Sections 10 and 17(2) FOIA, regulations 7 and 14(4) EIR.
"""

import re
from collections.abc import Iterator
from datetime import date

from assistant.domain.dates import find_dates
from assistant.domain.law.acts import Regime
from assistant.domain.law.citations import Act
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone
from assistant.domain.letters.context import long_date

# "due by", "answer by", "expires on": what a date that follows is, where it is the last day.
_LAST_DAY = re.compile(
    r"(?:\b(?:by|before|until|till|than|on or before|the end of|midnight on|close of business on)"
    r"|\b(?:ends?|ended|expires?|expired|due|falls? due)(?: on)?|\b(?:due date|deadline|last day"
    r"|limit|target date|twentieth working day|20 working days|period|time"
    r"|date for (?:our|your|the|an) (?:answer|reply|response))\b[^.;]{0,90}?(?:is|was"
    r"|be|on|:)|\bcomes to)\W*(?:the )?(?:\w+day,? (?:the )?)?$",
    re.IGNORECASE,
)
# What the requester is asked to do by a day, and what others do, is no limit of the Act.
_NOT_OURS = re.compile(
    r"\b(?:pay\w*|paid|fee|cheque|close|closed|if (?:we|you)|hear(?:d)? from you|please"
    r"|let us know|tell us|contact us|you (?:must|should|need|have to|can|may|could)|reaches us"
    r"|meet\w*|publish\w*|appear\w*|decid\w*|complete\w*|finish\w*|ask (?:us )?for)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:should have|ought to have|due|deadline|answer\w*|repl(?:y|ies|ied)|respon[ds]\w*"
    r"|outcome|hear from (?!you)|period|you will (?:have|hear|receive|get)|let you have|send you"
    r"|extend\w*|working days?|we (?:must|will|shall|aim|have to|expect)|last day|the act|the law"
    r"|gave us|time runs|runs until|time limit|twentieth)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\b(?:should|ought to) have\b", re.IGNORECASE)
# The day of the letter, with the word before it or without.
_ALONE = re.compile(r"[ \t]*(?:date[ \t]*:?|dated:?)?[ \t]*(?:\w+day,?[ \t]+)?", re.IGNORECASE)
_FAR = 60
# The weighing is not done, or time is taken for it.
_TAKES_TIME = re.compile(
    r"\b(?:have|has) not (?:yet )?(?:been able to )?(?:reach|ma[dk]e|com(?:e|plete)|conclud|decid"
    r"|finish)\w*\b[^.]{0,60}\b(?:decision|conclusion|view|test|weighing|balance|interest)\b"
    r"|\b(?:are|is) still (?:considering|weighing|assessing) (?:the |where )"
    r"|\b(?:need|require|are taking) (?:more|further|additional|extra) time (?:to|for)"
    r"[^.]{0,60}\bpublic interest\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\b(?:may|might|if|could|would|sometimes|unless)\b", re.IGNORECASE)
_COMPLETES = re.compile(
    r"\bcomplet\w*|\bfinish\w*|\bfinal(?:ised)?\b|\bready\b|\bpublish\w*", re.IGNORECASE
)
_SOME_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|end of|early|mid|late)\b[^.]{0,12}\d{4}"
    r"|\b\d{1,3} (?:working )?(?:days?|weeks?|months?)\b|\b(?:two|three|four|five|six|eight|ten"
    r"|twelve|twenty) (?:working )?(?:days?|weeks?|months?)\b|\b\d{1,2}(?:st|nd|rd"
    r"|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+|\b(?:reply|contact|write|telephone|phone|call|ring|e-?mail)\b"
    r"|\b0\d{2,4} ?\d{3} ?\d{3,4}\b",
    re.IGNORECASE,
)


def _days(*texts: str) -> set[date]:
    """Return the days that stand in some texts."""
    return {day for text in texts for _, _, day in find_dates(text)}


def _last_days(reading: Reading) -> Iterator[tuple[int, int, date]]:
    """Yield the dates that the letter gives as the last day of something."""
    for start, end, day in reading.dates:
        sentence = reading.sentence_at(start)
        if sentence is None or sentence.zone in {Zone.RIGHTS, Zone.FRAME}:
            continue
        before = reading.flat[max(sentence.start, start - 160) : start]
        clause = re.split(r"[;:]|, (?:and|but|so) ", before)[-1]
        last = _LAST_DAY.search(before) and (not _NOT_OURS.search(clause) or _SHOULD.search(clause))
        ours = _OURS.search(before) or sentence.text.lower().startswith("due")
        if last and ours:
            yield start, end, day


def _wrong_due_date(reading: Reading) -> Found:
    """Find a last day that is not the one the Act sets, and that nothing in the case bears out."""
    due = reading.facts.due_on
    if due is None:
        return
    known = _days(*(reading.facts.evidence or ()), reading.facts.request or "")
    known |= {due, *(d for d in (reading.facts.received_on, reading.facts.letter_date) if d)}
    for start, end, day in _last_days(reading):
        if day not in known and (reading.facts.evidence is not None or reading.is_acknowledgement):
            yield f"The answer is due by {long_date(due)}; this is another date.", start, end
    if reading.is_acknowledgement and not any(day == due for _, _, day in reading.dates):
        told = list(_last_days(reading))
        if not told or all(day in known for _, _, day in told):
            yield (
                (f"The acknowledgement does not say that the answer is due by {long_date(due)}."),
                0,
                0,
            )


def _no_estimate(reading: Reading) -> Found:
    """Find more time taken for the public interest test with no estimated date (s.17(2))."""
    if not reading.is_undecided:
        return
    past = {d for d in (reading.facts.received_on, reading.facts.letter_date) if d}
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP):
        days = {day for _, _, day in find_dates(sentence.text)} - past
        later = {day for day in days if not past or day > max(past)}
        if later or re.search(
            r"\bwithin (?:a further )?\w+ (?:further )?working days\b", sentence.text
        ):
            return
    yield "The letter does not estimate the date of the decision on the public interest.", 0, 0


def _unnamed_extension(reading: Reading) -> Found:
    """Find more time taken for the public interest test that names no exemption (s.17(1), (2))."""
    if reading.relied or reading.claimed or reading.regime in {Regime.EIR, Regime.SAR}:
        return
    for sentence in reading.body(Zone.BODY, Zone.INTEREST):
        around = [e.text for e in reading.sentences if e.paragraph == sentence.paragraph]
        weighs = any("public interest" in each.lower() for each in around)
        if weighs and _TAKES_TIME.search(sentence.text) and not _PERHAPS.search(sentence.text):
            yield (
                (
                    "More time is taken for the public interest test, and no exemption is named: "
                    "say which applies and why."
                ),
                sentence.start,
                sentence.end,
            )
            return


def _own_days(reading: Reading) -> list[tuple[int, int, date]]:
    """Return the days that the head of the letter gives as its own: they stand alone in a line."""
    greeting = re.search(r"^[ \t]*dear\b", reading.text, re.IGNORECASE | re.MULTILINE)
    head = greeting.start() if greeting else 0
    found = []
    for start, end, day in find_dates(reading.text[:head]):
        before = reading.text[:start].rpartition("\n")[2]
        after = reading.text[end:].partition("\n")[0]
        if _ALONE.fullmatch(before) and not after.strip(" \t.,"):
            found.append((start, end, day))
    return found


def _before_request(reading: Reading) -> Found:
    """Find a letter that is dated before the request that it answers was received."""
    received, own = reading.facts.received_on, _own_days(reading)
    if received and own and all(day < received for _, _, day in own):
        start, end, _ = own[0]
        yield (
            f"The letter is dated before the request was received on {long_date(received)}.",
            start,
            end,
        )


def _other_day(reading: Reading) -> Found:
    """Find a letter whose date is months from the day on which it is written."""
    today, own = reading.facts.letter_date, _own_days(reading)
    received = reading.facts.received_on
    if today and own and all(abs((day - today).days) > _FAR for _, _, day in own):
        start, end, day = own[0]
        if received is None or day >= received:
            yield f"The letter is written on {long_date(today)} and bears another date.", start, end


def _no_completion(reading: Reading) -> Found:
    """Find reg 12(4)(d) without when the material will be complete (reg 14(4))."""
    relied = any(
        c.act is Act.EIR and c.section == "12" and c.path[:2] == ("4", "d")
        for _, _, c in reading.relied
    )
    if relied and not any(
        _COMPLETES.search(each.text)
        and (_SOME_DAY.search(each.text) or list(find_dates(each.text)))
        for each in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP)
    ):
        yield "The letter does not say when the material will be complete (reg 14(4)).", 0, 0


def _no_reference(reading: Reading) -> Found:
    """Find an acknowledgement without the reference of the case."""
    reference = reading.facts.reference or ""
    if reading.is_acknowledgement and reference.lower() not in reading.text.lower():
        yield f"The acknowledgement does not give the reference, {reference}.", 0, 0


def _no_contact(reading: Reading) -> Found:
    """Find an acknowledgement that gives nobody to write to."""
    if reading.is_acknowledgement and not reading.place(_CONTACT):
        yield "The acknowledgement does not say whom to write to.", 0, 0


RULES = (
    Rule(
        "wrong-due-date",
        "s.10(1), (6) FOIA, regs 5(2), 7(1) EIR",
        "error",
        _wrong_due_date,
        ("due_on",),
    ),
    Rule("ack-no-reference", "s.45 code", "error", _no_reference, ("reference",)),
    Rule("ack-no-contact", "s.16 FOIA", "warning", _no_contact),
    Rule("pit-extension-no-estimate", "s.17(2) FOIA", "error", _no_estimate),
    Rule("pit-extension-no-exemption", "s.17(1), (2) FOIA", "error", _unnamed_extension),
    Rule("dated-before-request", "s.10(1) FOIA", "error", _before_request, ("received_on",)),
    Rule("other-letter-date", "house rule", "warning", _other_day, ("letter_date",)),
    Rule("eir-no-completion-estimate", "reg 14(4) EIR", "error", _no_completion),
)
