"""The words by which questions are known: each of a row's spellings is read as its first word.

A word that stands in no row and is no filler is what a question is about.
"""

from assistant.domain.library.masking_words import words


def _rows(text: str) -> tuple[tuple[str, str], ...]:
    """Return the rows of a table of words: the word, and what else is read as it."""
    lines = text.replace("\n    ", " ").strip().splitlines()
    return tuple(
        (word.strip(), rest.strip()) for word, _, rest in (x.partition(":") for x in lines)
    )


# The word that a rule looks for, then what else is read as it; a row goes on where it is indented.
# Spaces make a phrase; longer ones are tried first.
ROWS: tuple[tuple[str, str], ...] = _rows(
    """
due: deadline, deadlines, due date, target date, statutory date, date due, timescale, due by,
    respond by date, answer by date, latest date
clock: clocks, timer, countdown, counting
overdue: over due, late, running late, past due, missed the due, out of time, breached
refuse: refused, refuses, refusing, refusal, refusals, withhold, withheld, withholding,
    withholds, reject, rejected, rejecting, exempt, exempted, deny, denied, declined, redact,
    redacted, redacting, knock back, knocked back, turn down, turned down, not releasing, not
    disclosing, not giving, hold back, holding back, held back, neither confirmed nor denied,
    neither confirm nor deny, ncnd
refusal notice: refusal notices, s17 notice, refusal letter
exemption: exemptions, exception, exceptions, grounds, exemtion, exemtions, ground relied on
section: sections, sec, sect, provision, provisions, regulation, regulations, subsection, clause
use: used, using, uses, apply, applied, applying, applies, rely, relied, relying, cite, cited,
    citing, engage, engaged, invoked, claim, claimed
decide: decided, decision, decisions, outcome, outcomes, conclusion, ruling, verdict, decides
before: previously, already, in the past, earlier, ever, prior
similar: like this, like these, same question, same thing, same request, alike, repeat
release: released, disclose, disclosed, disclosing, publish, published, gave out, give out
answer: answered, answers, answering, respond, responded, responding, dealt with, handled
response: responses, resp, final letter, final reply
missing: outstanding, incomplete, unfinished, still needed, still to do, left to do, to do,
    todo, left undone, not done, needs doing, need doing, need to do, needs to be done,
    remaining, remains, gaps, gap, blank, blanks, blocking, blocker, blockers, stopping, holding
    up, in the way, preventing
next: next step, next steps, now what, what now
left: remain, to go
ready: good to go, all set, complete, finished, done, in order
status: stand, standing, where are we, where we are, where is this, how far, progress, summary,
    summarise, summarize, overview, sum up, state of play, recap, at a glance, tldr, tl;dr, the
    story, the score, whats up with, what is up with, up to, how are we doing, how is this
    going, how is it going, what stage
closed: close, shut, still open, open or closed
held: hold, holding, holds, hold it, do we have it, do we have this, do we have the, do we have
    any, do we have that, in our possession, do we keep
search: searches, searched, searching, looked, look for, where did we look, trawl, trawled
who: whom, which person, which officer, which colleague, name of the person, name of the officer
whose: who owns, who has got, who has this, who has it, who got this, who is on
owner: owns, case officer, caseworker, case worker, dealing with, dealing, handling, handles,
    working on, responsible, looking after, looks after, in charge, allocated, lead, assignee,
    in whose name, case holder
assign: assigned, reassign, reassigned, allocate, give this to, hand over, pass this to
approve: approved, approves, approving, approval, signed off, sign off, authorised, ok'd
send: sent, sends, sending, went out, gone out, go out, went, gone, issued, issue, dispatched,
    posted, emailed out, leave, left us
change: changed, changes, changing, edit, edited, edits, editing, amended, altered, modified,
    updated, corrected, touched
happen: happened, happening, going on, been done, was done, gone on, new, news, updates, update,
    activity, developments, history, timeline, audit trail, log, movement
record: recorded, entered, logged, noted
open: opened, created, set up
void: voided, took back, taken back, withdrew the approval
requester: requestor, applicant, requesters, the person asking, person who asked, customer,
    enquirer, complainant, member of public, correspondent, requestors, applicants
ask: asked, asks, asking, requested, want, wants, wanted, after, enquire, enquired, seek,
    seeking, looking for
write: wrote, written, writes, say, says, said, saying, email us, emailed, emailed us, back to
    us, come back, came back, been in touch, in touch, got back, get back to us, contact us,
    contacted us, written in
heard: heard from, heard back, heard anything, hear back, hear from
reply: replied, replies, replying
chase: chased, chaser, chasers, chasing, chased up
address: email address, e-mail address, email, e-mail, postal address, contact details, contact
name: names, called, identity
request: requests, foi, foi request, foi requests, enquiry
question: questions
case: cases, file, files, ref, reference
letter: letters, correspondence, mail, message, messages, e-mails, emails, notice
draft: draft a, draft an, drafted, drafting, do a, do an, do up, compose, prepare, prepare a,
    write a,
    write an, write to, write back, write me, produce, create a, do me, make me a, i need a, i
    need an, need a letter, need to send, send a, send an, send out a, send the requester, knock
    up, put together, start a, start an, begin a, begin an, word a, type up, give me a, letter
    to, tell the requester, issue a, issue an
acknowledgement: ack, acks, acknowledgment, acknowledge, acknowledged, acknowledging, receipt
    letter, acknowledgements
clarification: clarify, clarifying, clarif, clarifications, what they mean, what is meant, s1(3)
    letter, more detail from, narrow it down, narrow down
fees notice: fee notice, fees letter, fee letter, invoice
extension: extend, extended, extending, extensions, more time, extra time, longer, ext
transfer: transferred, pass on, passed on, redirect, forward it to
delay: delayed, apology, apologise, apologize, sorry, holding reply, holding letter, holding
    response, delay letter
withdrawal: withdraw, withdrawn, withdrew, withdrawing
invalid: not valid, not a valid
subject access: sar, dsar, subject access request, own data, sars
review: internal review, ir, reviews, internal reviews, reconsideration, appeal, reviewed
environmental: eir, eirs, environmental information
law: act, legislation, foia
cost: costs, fee, fees, charge, charges, charging, charged, expensive, too much work, 18 hours,
    18hrs, 18 hrs, 18h, eighteen hours, £450, £600, 450 pounds, 600 pounds, appropriate limit,
    cost limit, pay, payment, price, estimate, too long to find, too many hours, burden, 24
    hours, how many hours, photocopying, postage
limit: limits, time limit, time limits, time frame, timeframe, statutory limit
how long: how many days, how many working days, how much time, how many weeks, what time, number
    of days, days left, time left, working days, how many months, what period
when: what date, what day, which day, which date, by when, till when, until when, what is the
    date, when abouts, whens
why: how come, for what reason, what reason, what reasons, reason, reasons, how was, explain
    why, basis, justification, rationale, on what basis, working, workings, worked out, how did
    we get
show: covers, covering, shown, showing,
    prove, demonstrate, evidence, establish, satisfy, set out, contain,
    include, cover, requirements, required, need, needs, needed, needed to use, elements,
    ingredients, checklist, test, justify
must: have to, has to, should, got to, required to, supposed to, ought
meaning: mean, means, explain, definition, define, about section, tell me about, details
absolute: qualified, class based, class-based, prejudice based, prejudice-based, pit, public
    interest test, public interest
difference: differences, differ, differs, different, distinguish, distinction, compare,
    comparison, compared, versus, vs, v, tell apart, together, both, as opposed to, rather than,
    instead of, at the same time, alongside
find: finds, finding, show me, list, list all, pull up, dig out, get me, any examples, examples,
    example, precedent, precedents, look up, search the library, search for, search library,
    library, earlier responses, previous responses, past responses, old responses, prior
    responses, past answers, old answers, previous answers, earlier answers, anything on,
    anything about
how many: count, number of, how much, total, volume, tally
which: what ones, which ones
mine: my cases, my case, assigned to me, on my desk, my list, my caseload, my queue, on my
    plate, my work, my own cases, my stuff
nobody: unassigned, unallocated, without an officer, no officer, no one, not assigned, no-one
vexatious: repeated request
part: parts
regime: which law, which act, what law, what act, foi or eir, eir or foi
correct: fix, mend, put right
wrong: error, errors, warning, warnings, findings, checks, complain, complaining, complaint,
    problem, problems, issues, fault, faults, flagged
reopen: re-open, open it again, open again
"""
)

# Words that say nothing of what is asked for. Those of ROWS are known besides.
FILLERS = words(
    """
a about actual actually afternoon again ago all already also always am an and any anybody anyone
anything are argument arguments around as at back be because been began begin being between bit
but by can check cheers concerning could course current currently date day days did do does
doing down due else end ends ever every everyone everything exact exactly far final first for
from fully get getting give given go going gone got had has have having he hello help her here
hey hi him how i if in info information into is it its itself just kind kindly know last latest
let lets like long lot make many mate matter may maybe me might month months more morning most
much must my myself need no normally not now number of off office officer officers often ok okay
on once one ones only or original other our out over own people person please pls plz possible
put quick quickly rate re really recent recently regarding related relating remind right run
running said same second see shall she should side since so some somebody someone something
sorry sort start still story stuff subject such sure ta team tell than thank thanks that the
their them then there these they thing things think third this those through till time times to
today too topic topics totally type under until up us use usually very want was way we week
weeks were what whatever when where whether which while who whose why will with within without
wording work working would year years yes yet you your
"""
)

# Short forms and slips that no likeness of letters would find.
SHORT = {
    "whats": "what is", "what's": "what is", "wats": "what is", "wat": "what", "wot": "what",
    "wots": "what is", "wht": "what", "whos": "who is", "who's": "who is", "whens": "when is",
    "when's": "when is", "wheres": "where is", "where's": "where is", "hows": "how is",
    "how's": "how is", "whys": "why is", "why's": "why is", "its": "it is", "it's": "it is",
    "thats": "that is", "that's": "that is", "theres": "there is", "there's": "there is",
    "hav": "have",
    "hasnt": "has not", "hasn't": "has not", "havent": "have not", "haven't": "have not",
    "isnt": "is not", "isn't": "is not", "didnt": "did not", "didn't": "did not",
    "cant": "can not", "can't": "can not", "wont": "will not", "won't": "will not",
    "dont": "do not", "don't": "do not", "weve": "we have", "we've": "we have", "ive": "i have",
    "i've": "i have", "youve": "you have", "theyve": "they have", "they've": "they have",
    "gimme": "give me", "pls": "please", "plz": "please", "u": "you", "r": "are", "ur": "your",
    "abt": "about", "bout": "about", "b4": "before", "bfore": "before", "cos": "because",
    "coz": "because", "w": "with", "wk": "week", "wks": "weeks", "yr": "year", "yrs": "years",
    "mth": "month", "mths": "months", "deu": "due", "dew": "due", "duw": "due", "whn": "when",
    "hw": "how", "y": "why", "diff": "difference", "btw": "between", "btwn": "between",
    "approvd": "approved", "apprvd": "approved", "req": "request", "reqs": "requests",
    "rqst": "request", "reqstr": "requester", "clarif": "clarification", "exempts": "exemptions",
    "exs": "exemptions", "yday": "yesterday", "yest": "yesterday", "ystrday": "yesterday",
    "tmrw": "tomorrow", "prev": "previous", "resp": "response",
    "os": "outstanding", "tba": "missing", "tbc": "missing", "howmany": "how many",
    "reponse": "response", "cld": "could", "shld": "should", "gonna": "going to",
    "gotta": "have to", "wanna": "want to", "im": "i am", "i'm": "i am", "lets": "let us",
    "approver": "who approved", "drafter": "who drafted", "sender": "who sent",
}  # fmt: skip

# Exemptions as officers call them, and the section that is meant.
NAMED: tuple[tuple[str, str], ...] = (
    ("otherwise accessible", "FOIA s21"), ("already accessible", "FOIA s21"),
    ("accessible by other means", "FOIA s21"), ("future publication", "FOIA s22"),
    ("intended for publication", "FOIA s22"), ("security bodies", "FOIA s23"),
    ("national security", "FOIA s24"), ("international relations", "FOIA s27"),
    ("the economy", "FOIA s29"), ("ongoing investigation", "FOIA s30"),
    ("investigations exemption", "FOIA s30"), ("investigations and proceedings", "FOIA s30"),
    ("law enforcement", "FOIA s31"), ("court records", "FOIA s32"),
    ("parliamentary privilege", "FOIA s34"), ("policy formulation", "FOIA s35"),
    ("formulation of government policy", "FOIA s35"), ("government policy", "FOIA s35"),
    ("effective conduct of public affairs", "FOIA s36"), ("conduct of public affairs", "FOIA s36"),
    ("qualified person", "FOIA s36"), ("health and safety", "FOIA s38"),
    ("personal data", "FOIA s40"), ("personal information", "FOIA s40"),
    ("provided in confidence", "FOIA s41"), ("breach of confidence", "FOIA s41"),
    ("confidential information", "FOIA s41"), ("legal privilege", "FOIA s42"),
    ("legal professional privilege", "FOIA s42"), ("lpp", "FOIA s42"),
    ("trade secret", "FOIA s43(1)"), ("trade secrets", "FOIA s43(1)"),
    ("commercial interests", "FOIA s43"), ("commercially sensitive", "FOIA s43"),
    ("commercial sensitivity", "FOIA s43"), ("commercial interest", "FOIA s43"),
    ("prohibitions on disclosure", "FOIA s44"), ("statutory bar", "FOIA s44"),
    ("vexatious", "FOIA s14"), ("repeated request", "FOIA s14"), ("cost limit", "FOIA s12"),
    ("cost exemption", "FOIA s12"), ("advice and assistance", "FOIA s16"),
    ("manifestly unreasonable", "EIR reg 12(4)(b)"),
    ("internal communications", "EIR reg 12(4)(e)"),
    ("unfinished documents", "EIR reg 12(4)(d)"), ("course of justice", "EIR reg 12(5)(b)"),
)  # fmt: skip
