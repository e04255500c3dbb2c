"""What a proposal claims: that something is held, given, refused, asked for, promised.

A letter says what was decided and nothing else of these; what a requester has to do, what the
authority will do and which rights there are stands in the letter's frame.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from assistant.domain.case import Outcome
from assistant.domain.law.citations import Citation, parse_citation
from assistant.domain.letters.proposals.framework import SAYING, Rule
from assistant.domain.letters.proposals.reading import Reading, Standing
from assistant.domain.phrases import Phrases


class Claim(StrEnum):
    """A thing that only a decision can say, in the words of a reason."""

    HOLDS = "that information is held"
    LACKS = "that information is not held"
    GIVES = "that information is given or enclosed"
    WITHHOLDS = "that something is refused"
    UNDOES = "that no exemption applies"
    NEITHER = "that we neither confirm nor deny"
    ACCESSIBLE = "that it can be had elsewhere"
    PASSED = "that the request was passed on"
    COST = "that the cost limit is exceeded"
    VEXES = "that the request is vexatious or repeated"


_CLAIMS: tuple[tuple[Claim, Phrases], ...] = (
    (
        Claim.LACKS,
        Phrases(
            r"\b(?:do|does|did|can|could|has|have)(?: not|n[’']t)(?: \w+)? (?:hold|held"
            r"|have|possess"
            r"|record)",
            r"\b(?:is|are|was|were) (?:not|never) (?:\w+ )?(?:held|recorded)",
            r"\b(?:holds?|held|have|has) (?:no|none|nothing)\b",
            r"\bno (?:\w+ ){0,3}(?:is|are|was|were) (?:held|recorded)",
            r"\b(?:no longer|never) (?:holds?|held|exists?)",
            r"\bnot in our possession",
        ),
    ),
    (
        Claim.HOLDS,
        Phrases(
            r"\b(?:we|it|they|police|council|authority|force|trust|university) (?:do |does "
            r"|did |can "
            r"confirm that we |already |still |also )*(?:holds?|held|possess\w*|keeps?|have|has) "
            r"(?!not\b|no\b|none\b|nothing\b|been\b)(?!\w+ed\b)",
            r"\b(?:is|are|was|were) (?:indeed |also |all )?held\b",
            r"\bin our (?:possession|records|files)",
            r"\binformation (?:which |that )?we (?:hold|have|keep)",
        ),
    ),
    (
        Claim.GIVES,
        Phrases(
            r"\benclos\w+",
            r"\battach(?:ed|ing)\b|\bwe attach\b",
            r"\bwe (?:are |have |now |can |hereby |also )*(?:disclos|releas|provid|send|giv"
            r"|suppl)\w*",
            r"\b(?:is|are) (?:set out |given |provided |shown )?(?:below|overleaf)",
            r"\b(?:is|are|was|were) (?:now |hereby )?(?:disclosed|released|provided) to you",
            r"\bannex\b|\bappendix\b",
        ),
    ),
    (
        Claim.UNDOES,
        Phrases(
            r"\bnot (?:\w+ )?(?:exempt|excepted)",
            r"\bno (?:exemptions?|exceptions?)\b",
            r"\b(?:does|do) not (?:apply|engage)",
            r"\b(?:may|can|could|should|must) be (?:disclosed|released|given|published)",
        ),
    ),
    (
        Claim.WITHHOLDS,
        Phrases(
            r"\bexempt(?:ed|ion|ions)?\b",
            r"\bexcepted\b|\bexception\b",
            r"\bwithh[eo]ld\w*",
            r"\brefus\w+",
            r"\bdeclin(?:e|ed|ing) to\b",
            r"\b(?:cannot|can not|can[’']t|will not|won[’']t|do not|unable to|not) (?:be )?"
            r"(?:disclos|releas|provid|giv|shar)\w*",
            r"\bredact\w+",
        ),
    ),
    (Claim.NEITHER, Phrases(r"\bneither confirm\w* n?or den\w+", r"\bconfirm n?or deny\b")),
    (
        Claim.ACCESSIBLE,
        Phrases(
            r"\b(?:already|reasonably|publicly) (?:accessible|available|published)",
            r"\bin the public domain",
        ),
    ),
    (
        Claim.PASSED,
        Phrases(
            r"\b(?:pass|transferr|forward|referr|sen[dt])\w* (?:your|the|this) (?:request"
            r"|question)",
            r"\brequest (?:has been|was|is) (?:passed|transferred|forwarded|referred|sent)",
            r"\bwe (?:have )?(?:consulted|contacted|asked|spoken|spoke|told|informed)\b",
        ),
    ),
    (
        Claim.COST,
        Phrases(
            r"\bexceeds?\b[^.]{0,40}\blimit", r"\b(?:more than|above|over) the [^.]{0,20}limit"
        ),
    ),
    (Claim.VEXES, Phrases(r"\bvexatious", r"\brepeated request", r"\bharass\w*", r"\bnuisance")),
)
_ALL = frozenset(Claim)
# What an outcome says by itself, and what would say the opposite. All else has to be recorded.
_IMPLIED: Mapping[Outcome, frozenset[Claim]] = {
    Outcome.DISCLOSED_FULL: frozenset({Claim.HOLDS}),
    Outcome.DISCLOSED_PART: frozenset({Claim.HOLDS, Claim.WITHHOLDS}),
    Outcome.REFUSED: frozenset({Claim.HOLDS, Claim.WITHHOLDS}),
    Outcome.NOT_HELD: frozenset({Claim.LACKS}),
    Outcome.ALREADY_ACCESSIBLE_S21: frozenset({Claim.HOLDS, Claim.ACCESSIBLE, Claim.WITHHOLDS}),
    Outcome.COST_S12: frozenset({Claim.COST}),
    Outcome.VEXATIOUS_S14: frozenset({Claim.VEXES}),
    Outcome.NCND: frozenset({Claim.NEITHER}),
    Outcome.TRANSFERRED: frozenset({Claim.PASSED}),
}
_OPPOSED: Mapping[Outcome, frozenset[Claim]] = {
    Outcome.DISCLOSED_FULL: _ALL - {Claim.HOLDS, Claim.GIVES, Claim.ACCESSIBLE, Claim.PASSED},
    Outcome.DISCLOSED_PART: frozenset({Claim.LACKS, Claim.NEITHER, Claim.VEXES, Claim.UNDOES}),
    Outcome.REFUSED: frozenset(
        {Claim.LACKS, Claim.GIVES, Claim.NEITHER, Claim.VEXES, Claim.UNDOES, Claim.ACCESSIBLE}
    ),
    Outcome.NOT_HELD: _ALL - {Claim.LACKS, Claim.PASSED, Claim.ACCESSIBLE},
    Outcome.PART_NOT_HELD: frozenset({Claim.NEITHER, Claim.VEXES, Claim.COST}),
    Outcome.ALREADY_ACCESSIBLE_S21: frozenset({Claim.LACKS, Claim.NEITHER, Claim.VEXES}),
    Outcome.COST_S12: frozenset({Claim.GIVES, Claim.NEITHER, Claim.VEXES, Claim.LACKS}),
    Outcome.VEXATIOUS_S14: frozenset({Claim.GIVES, Claim.NEITHER, Claim.HOLDS, Claim.LACKS}),
    Outcome.NCND: _ALL - {Claim.NEITHER, Claim.WITHHOLDS},
}
# "whether we hold it" says neither that we do nor that we do not.
_WHETHER = re.compile(r"\b(?:whether|if)\b[^.;,]{0,120}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def claims(text: str) -> frozenset[Claim]:
    """Return what a text claims of the information or the request."""
    plain = _WHETHER.sub(" ", text)
    found = {claim for claim, phrases in _CLAIMS if phrases.occur_in(plain)}
    if Claim.NEITHER not in found and _named(Claim.NEITHER).occur_in(text):
        found.add(Claim.NEITHER)
    if Claim.UNDOES in found:
        found.discard(Claim.WITHHOLDS)
    return frozenset(found)


def _named(wanted: Claim) -> Phrases:
    """Return the phrases of a claim."""
    return next(phrases for claim, phrases in _CLAIMS if claim is wanted)


def _recorded(reading: Reading) -> frozenset[Claim]:
    """Return what the facts recorded for the part claim: a person put them there."""
    facts = [each.text for each in reading.ruling.offered if each.kind == "fact"]
    return frozenset().union(*map(claims, facts)) if facts else frozenset()


def _contradicts(reading: Reading) -> Iterator[str]:
    """Find what says the opposite of the decision, or decides where nobody has."""
    outcome = reading.ruling.outcome
    for claim in sorted(claims(reading.said)):
        if outcome is None and claim not in _recorded(reading):
            yield f"says {claim}, which nobody has decided"
        elif outcome is not None and claim in _OPPOSED.get(outcome, frozenset()):
            yield f"says {claim}, against what was decided for this part"


def _unrecorded(reading: Reading) -> Iterator[str]:
    """Find what neither the decision nor a fact nor the quoted words say."""
    outcome = reading.ruling.outcome
    implied = _IMPLIED.get(outcome, frozenset()) if outcome else frozenset()
    known = implied | _recorded(reading) | claims(reading.snippet)
    for claim in sorted(claims(reading.said) - known):
        yield f"says {claim}, which is not recorded"


_OF_OTHERS: tuple[tuple[str, Phrases], ...] = (
    (
        "asks the requester for something",
        Phrases(
            r"\bplease\b",
            r"\b(?:could|would|can|will) you\b",
            r"\byou (?:must|should|need|have to|ought|are (?:asked|required|invited))\b",
            r"\bwe (?:need|ask|require|invite|would like|want) (?:you|to know|more)\b",
            r"\bif you (?:pay|send|provide|give|confirm|agree|sign|can|could|let)\b",
            r"\blet us know\b|\bget in touch\b|\bclick\b|\breply to\b|\bwrite to\b"
            r"|\bsend (?:it|your|us)\b",
            r"\?",
        ),
    ),
    (
        "promises something",
        Phrases(
            r"\b(?:we|I|it|they|police|force|council|authority)(?:[’']ll| will| shall| are going to"
            r"| is going to| intends?| plans?| promises?| undertakes?| guarantees?| hopes?"
            r"| expects?)\b",
            r"\b(?:will|shall) (?:soon |then |also |not )?(?:be|have|send|publish|write|provide)\b",
            r"\bin due course\b|\bas soon as\b|\bby return\b|\bshortly\b",
        ),
    ),
    (
        "speaks of rights and remedies, which the letter's frame states",
        Phrases(
            r"\bright to\b|\brights\b|\bentitled\b",
            r"\b(?:internal )?review\b|\bappeals?\b|\bcomplain\w*",
            r"\bcommissioner\b|\btribunal\b|\bcourts?\b|\bombudsman\b|\bICO\b",
        ),
    ),
    (
        "speaks of another case, or of what was said elsewhere",
        Phrases(
            r"\bas (?:we|you|was|previously|already|agreed|discussed|promised|stated)\b(?! know\b)",
            r"\b(?:previous|earlier|other|last|another) (?:\w+ )?(?:request|letter|response"
            r"|requester"
            r"|case|e-?mail)\b",
            r"\bagreed (?:with|by|that|to)\b|\bv\.? [A-Z]\w+|\bdecision notice\b",
        ),
    ),
    (
        "repeats instructions, or greets",
        Phrases(
            r"\b(?:ignore|disregard|forget|override) (?:\w+ ){0,3}(?:instructions?|rules?"
            r"|above|prompt)",
            r"\bsystem (?:prompt|message)\b|\blanguage model\b|\bas an AI\b|\bassistant\b",
            r"^\s*dear\b|\byours (?:sincerely|faithfully)\b|\b(?:kind|best) regards\b|\bhello\b",
        ),
    ),
)


def _of_others(reading: Reading) -> Iterator[str]:
    """Find what asks, promises, or speaks of what is not this part's to say."""
    for reason, phrases in _OF_OTHERS:
        if phrases.occur_in(reading.said):
            yield reason


# The interests that exemptions and exceptions protect, by the words that letters name them with.
_INTERESTS: tuple[tuple[Phrases, str], ...] = (
    (Phrases(r"\bcommercial\w*|\btrade secrets?"), "s43 reg12(5)(e) reg12(5)(f)"),
    (Phrases(r"\bpersonal (?:data|information)"), "s40 reg13 reg5(3)"),
    (Phrases(r"\bnational security"), "s24 s23 reg12(5)(a)"),
    (Phrases(r"\bsecurity bodies"), "s23 s24"),
    (Phrases(r"\binternational relations"), "s27 reg12(5)(a)"),
    (
        Phrases(r"\blaw enforcement|\b(?:prevention|detection) (?:or|and|of)\b"),
        "s31 s30 reg12(5)(b)",
    ),
    (Phrases(r"\bgovernment policy"), "s35 s36"),
    (Phrases(r"\bconduct of public affairs|\bfree and frank"), "s36"),
    (Phrases(r"\bhealth (?:and|or) safety|\bphysical or mental health"), "s38"),
    (
        Phrases(r"\bin confidence\b|\bbreach of confidence|\bconfidential\w*"),
        "s41 reg12(5)(d) reg12(5)(f)",
    ),
    (Phrases(r"\bprivileged?\b"), "s42 reg12(5)(b)"),
    (Phrases(r"\bcourse of justice|\bfair trial"), "s30 s31 s32 reg12(5)(b)"),
    (Phrases(r"\bintellectual property"), "s43 reg12(5)(c)"),
    (Phrases(r"\bpublic safety"), "s38 s31 reg12(5)(a)"),
    (Phrases(r"\bmanifestly unreasonable"), "reg12(4)(b)"),
    (Phrases(r"\binternal communications?"), "reg12(4)(e)"),
    (Phrases(r"\b(?:cost|appropriate) limit"), "s12"),
)


def _of_interest(names: str) -> tuple[Citation, ...]:
    """Read the provisions of a row."""
    found = (parse_citation(name.replace("reg", "EIR reg ")) for name in names.split())
    return tuple(citation for citation in found if citation is not None)


def _other_interest(reading: Reading) -> Iterator[str]:
    """Find an exemption that was not decided, called by what it protects."""
    for phrases, names in _INTERESTS:
        if phrases.occur_in(reading.said) and not any(
            decided.within(each) for decided in reading.decided for each in _of_interest(names)
        ):
            yield "speaks of an interest that no decided exemption protects"
            return


_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}(?:\s+[A-Z][\w’'-]+)*")


def _tells_by_naming(reading: Reading) -> Iterator[str]:
    """Find what the question names, in an answer that neither confirms nor denies."""
    if reading.ruling.outcome is not Outcome.NCND:
        return
    asked = {word for name in _NAME.findall(reading.ruling.question) for word in name.split()}
    usual = set(reading.ruling.authority.split()) | set(re.findall(r"\w+", reading.snippet))
    named = {
        word
        for match in _NAME.finditer(reading.said)
        if match.start() > 0 or " " in match[0]
        for word in match[0].split()
    }
    if named & asked - usual:
        yield "names what the answer is to neither confirm nor deny"


RULES = (
    Rule("contradicts-decision", SAYING, Standing.DROPPED, _contradicts),
    Rule("names-under-ncnd", SAYING, Standing.DROPPED, _tells_by_naming),
    Rule("not-its-to-say", SAYING, Standing.DROPPED, _of_others),
    Rule("other-interest", SAYING, Standing.DROPPED, _other_interest),
    Rule("unrecorded-claim", SAYING, Standing.UNVERIFIED, _unrecorded),
)
