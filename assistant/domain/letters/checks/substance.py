"""What a sentence says beyond the words of the Act and of the request: the case's own substance.

Every refusal can repeat the words of its exemption. Section 17(1)(c) FOIA asks why it applies, and
that cannot be said without words that neither the Act nor the requester supplied.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.domain.law.acts import Provision
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.regions import regions_of
from assistant.domain.letters.checks.zones import Sentence, Zone

_STEM = 6
_FORMAL = """
able about above absolute accept accordance according account accurate act action actual additional
afresh after again against also although always annex answer answered answers any anything appendix
applicable application applied applies apply applying appropriate april are argument arguments
arise arises article ask asked asks assist attached august authorities authority aware balance
based because been before being believe below both but can cannot care careful carefully carried
case category certain chance circumstance circumstances cited claim claims class clause clear come
comes complaint complaints comply complying concern concerned concerning concerns conclude
concluded conclusion condition conditions confirm confirmed confirming consider considered
considering constitute contained contains contravene copies copy could council cover covered covers
date dated days dear december decide decided decision decline definition deny describe described
description detail detailed details determine did disclose disclosed discloses disclosing
disclosure document documents does doing down drawn due during duties duty each effect either email
enclosed engage engaged engages entire entitled environmental esta every example except exception
exceptions exclude exempt exempted exempting exemption exemptions exempts exist exists explain
explained extent fact factor factors fall falling falls february find first foia following follows
for force form found freedom fresh from full fuller further general genuine give great greater
greatest given gives giving going grounds group had hand handle harm has have having held here
hereby higher hold holding holds how however hypothetical identified identify importance important
include included includes including indicate inference inferences information instance intended
interest interests into involve issue item items its itself january judge july june just kind know
known law legal less letter level likelihood likely limb limbs line list lower made main maintain
maintaining make making march material matter matters may mean means meet meets merely might more
must namely names need needs neither nevertheless none nor not note notice november now number
obligation obliged occur occurs october office officer officers only opinion order other otherwise
ought our out outside over own page paragraph part particular partly parts period permit place
please point police position possible prejudice present prevent probability probable prohibit
protect protected protecting provide provided provides providing provision provisions public
purpose purposes pursuant question questions rather real reason reasonable reasonably reasons
receive received reconsidered recorded records refer reference referred refusal refuse refused
refuses refusing regard regarding regulation regulations relate related relates relating relation
release released releasing relevant relied relies rely relying remain remains remote reply report
request requested requester requests require required requires respect respond response result risk
rule said same satisfied say says scope search second section sections see seek sent september set
seven should show shown significant simply since sincerely some sorry sought specific specified
specify stage state stated statement states still stop sub subject subparagraph subsection
substance such sufficient supplied supply take taken team tell telling terms test than that the
their them then there therefore these they thing things think this those though threat three
threshold through thus time times together two type under unless until upheld uphold upholding upon
use used very view virtue was way were what when where whether which whichever while who whole
wholly whom whose why will with withheld withhold withholding within without word words would
writing written wrote year years you your yours
"""
# What an exemption is about, in words that its title in the register does not use.
_SUBJECTS: dict[str, str] = {
    "12": "cost limit hours minutes estimate exceed",
    "14": "vexatious burden disproportionate repeated identical similar interval",
    "21": "accessible website published available online",
    "22": "publish publication published intended",
    "23": "security service bodies",
    "24": "national security terror terrorist",
    "26": "defence armed forces",
    "27": "international relations abroad foreign diplomatic",
    "28": "relations administrations devolved",
    "29": "economy economic financial",
    "30": "investigation investigations proceedings prosecution charged",
    "31": "crime criminal criminals offenders offences justice enforcement law",
    "32": "court records tribunal inquiry arbitration",
    "33": "audit auditors examination",
    "34": "parliament privilege parliamentary",
    "35": "policy ministers ministerial formulation",
    "36": "frank deliberation qualified inhibit advice conduct",
    "37": "sovereign royal king honours monarch",
    "38": "safety health endanger danger physical mental",
    "40": "data privacy",
    "41": "confidence confidential confidentiality",
    "42": "privilege privileged lawyer solicitor barrister counsel",
    "43": "commercial competitors competitive rivals trade secret bidders prices",
    "44": "prohibited enactment statute bar",
    "12(4)(b)": "manifestly unreasonable burden disproportionate",
    "12(4)(c)": "general formulated",
    "12(4)(d)": "completion unfinished incomplete draft",
    "12(4)(e)": "internal communication communications",
    "12(5)(a)": "international relations defence security safety",
    "12(5)(b)": "justice trial inquiry course",
    "12(5)(c)": "intellectual property copyright",
    "12(5)(d)": "confidentiality proceedings",
    "12(5)(e)": "commercial industrial confidentiality confidential",
    "12(5)(f)": "provided volunteered supplied voluntary supplier",
    "12(5)(g)": "protection environment",
    "13": "data privacy",
}
_RESTATES = re.compile(
    r"\b(?:you (?:have |had |also )?(?:asked|ask|requested|wrote|want|wanted|would like|sent)"
    r"|your (?:request|e-?mail|letter|message|correspondence)|thank you|we received|i refer"
    r"|(?:was|were) received|received (?:on|your)|has been handled|been considered under)\b",
    re.IGNORECASE,
)
_REFUSES_IT = re.compile(r"\b(?:refus|declin)\w+ your request\b", re.IGNORECASE)
_OFFERS = re.compile(
    r"\b(?:you (?:may|can|could|might) (?:wish|like|want|find|also|be interested|consider|ask|see"
    r"|obtain)"
    r"|we can tell you|if it (?:helps|would help|is of)|if it would|may be of interest|happy to"
    r"|glad to"
    r"|you are (?:also )?welcome|outside (?:of )?the act|(?:is|are) (?:attached|enclosed))\b",
    re.IGNORECASE,
)
_CAUSAL = re.compile(r"\b(?:because|since|would|could|so that|therefore|reason)\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:would|likely to)\b[^.;]{0,30}\b(?:prejudic|endanger|inhibit|adversely affect)\w*",
    re.IGNORECASE,
)
_NOT_HELD = Citation(Act.EIR, "12", ("4", "a"))
# A link to what is published says something of its own, in a word that is no word.
_LOCATOR = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+")


@lru_cache(maxsize=1)
def _formal() -> frozenset[str]:
    """Return the stems of words that any letter under the Act may use."""
    return frozenset(word[:_STEM] for word in _FORMAL.split())


def stems(text: str) -> set[str]:
    """Return the stems of a text's longer words: their first six letters."""
    return {word[:_STEM] for word in re.findall(r"[a-z]{4,}", text.lower())}


def subject_stems(provision: Provision) -> set[str]:
    """Return the stems of the words that say what a provision is about."""
    citation = provision.citation
    key = citation.number if citation.act is Act.EIR and citation.section == "12" else ""
    words = _SUBJECTS.get(key) or _SUBJECTS.get(citation.section, "")
    return stems(words)


def title_stems(provisions: Iterable[Provision]) -> set[str]:
    """Return the stems of the words that the register describes provisions with."""
    found: set[str] = set()
    for each in provisions:
        found |= stems(f"{each.title} {each.prejudice_to} {each.threshold}") | subject_stems(each)
    return found


class Substance:
    """What a letter says that neither the Act nor the request nor its letterhead has said."""

    def __init__(self, reading: Reading) -> None:
        """Gather the words that say nothing of their own in this letter."""
        facts = reading.facts
        known = " ".join(filter(None, (facts.authority, facts.requester_name, facts.request)))
        self._idle = _formal() | title_stems(reading.provisions) | stems(known)

    def of(self, text: str) -> set[str]:
        """Return the stems of a text that are its own."""
        if _LOCATOR.search(text):
            return set()
        return stems(text) - self._idle


def reasoning_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences in which a letter can say why something is refused.

    Not among them: headings, what is repeated of the request, offers of help, the weighing of the
    public interest, and the requester's rights.
    """
    places = [start for start, _, _ in reading.relied]
    # That something is not held is told first, and the exception named for it afterwards.
    places += [
        max(
            (each.start for each in reading.lines if each.is_heading and each.end < start),
            default=0,
        )
        for start, _, citation in reading.relied
        if citation.within(_NOT_HELD)
    ]
    first = min(places, default=0)
    return tuple(
        each
        for each in reading.sentences
        if each.zone in {Zone.BODY, Zone.REQUEST}
        and not each.is_heading
        and not _RESTATES.search(_REFUSES_IT.sub(" ", each.text))
        and not _OFFERS.search(each.text)
        # What stands before the provision is named may be the answer to another question.
        and (each.end > first or _CAUSAL.search(each.text))
    )


def passages_of(
    reading: Reading, sections: Iterable[Citation], *, wanted: Citation, subject: set[str]
) -> Iterator[Sentence]:
    """Yield the reasoning that belongs to one of several sections.

    What follows its citation or a heading that names it, up to where another is named; and any
    sentence in which a word of its subject stands.
    """
    others = [each for each in sections if each != wanted]
    places = {
        each: [start for start, _, c in reading.citations if c.within(each)]
        for each in (wanted, *others)
    }
    reasoning = {each.start for each in reading.once(reasoning_sentences)}
    current = False
    for sentence, owner in reading.once(regions_of):
        named = any(sentence.start <= at < sentence.end for at in places[wanted])
        other = any(sentence.start <= at < sentence.end for each in others for at in places[each])
        about = bool(stems(sentence.text) & subject)
        if sentence.zone is Zone.RIGHTS or (sentence.is_heading and not (named or about)):
            current = False
        elif named or (about and sentence.is_heading):
            # A sentence that names several says of each only that it applies.
            current = sentence.is_heading or not other
        elif other:
            current = False
        elif about and _HARM.search(sentence.text):
            # What states the harm is followed by how it would come about.
            current = True
        elsewhere = owner is not None and owner != wanted
        if sentence.start in reasoning and not elsewhere and (current or owner == wanted or about):
            yield sentence
