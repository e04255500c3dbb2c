"""A letter, read once for every rule: its own words, its sentences, and what it relies on."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from assistant.domain.case import Outcome
from assistant.domain.dates import find_dates
from assistant.domain.law.acts import Provision, ProvisionKind, Regime, Register
from assistant.domain.law.citations import Act, Citation, find_citations, parse_citation
from assistant.domain.letters.checks.asked import (
    LEADING_LABEL,
    Answer,
    Asked,
    answers_of,
    asked_of,
)
from assistant.domain.letters.checks.facts import REFUSING, LetterFacts
from assistant.domain.letters.checks.lines import joined
from assistant.domain.letters.checks.zones import (
    Line,
    Sentence,
    Zone,
    lines_of,
    sentences_of,
)

# Shorter lines of a request ("Thank you") stand in many letters by chance.
_FEWEST_QUOTED_WORDS = 4
GROUNDS = frozenset({"12", "14"})
_REFUSING_KINDS = frozenset(
    {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.GROUND}
)
_RELIED_KINDS = _REFUSING_KINDS | {ProvisionKind.NCND}
# These grounds ask for something; nothing is refused under them.
_ASKING = frozenset({"1", "8", "9"})
_DISCLAIMS = re.compile(
    r"\b(?:none|neither|nothing|not|no longer|cannot|nor|isn['’]t|doesn['’]t|don['’]t)\b[^.;]{0,70}"
    r"\b(?:falls? within|appl(?:y|ies)|engaged?|rely|relied|relying|listed in|"
    r"covered by|caught by|relevant|supplied by|relates? to)\b(?:(?!\bby virtue\b|\bunder\b"
    r"|\bbecause\b|\bpursuant\b|\bowing\b|\bin reliance\b)[^.;]){0,60}$"
    r"|\b(?:instead of|rather than|no longer (?:rely|relying) on"
    r"|withdr[ae]w\w* (?:our )?reliance on"
    r"|previously (?:relied|cited|claimed)|body (?:named|listed|specified) in|bodies (?:named"
    r"|listed|"
    r"specified) in|so far as)\s*$",
    re.IGNORECASE,
)
_DISCLAIMED = re.compile(
    r"^(?:(?!so far as|section|regulation)[^.;]){0,30}?\b(?:does not (?:apply|cover|extend)"
    r"|do not apply|did not apply|is not (?:engaged|relied|claimed)"
    r"|are not (?:engaged|relied)|no longer appl|was not engaged|cannot be (?:relied|engaged))",
    re.IGNORECASE,
)
NEITHER = re.compile(
    r"\bneither\s+(?:to\s+)?confirm\w*\s*(?:n?or|and)\s+(?:to\s+)?den\w+|\bNCND\b"
    r"|\b(?:not|cannot|unable to|n['’]t)\s+(?:obliged to\s+|required to\s+|able to\s+|going to\s+"
    r"|willing to\s+"
    r"|prepared to\s+)?(?:confirm\s+or\s+deny|say\s+(?:either way|whether))"
    r"|\b(?:refus|declin)\w+\s+to\s+(?:either\s+)?(?:confirm\s+or\s+deny|say\s+whether)"
    r"|\bdut(?:y|ies) to confirm or deny (?:does|do) not (?:arise|apply)"
    r"|\bduty\b[^.]{0,60}\b(?:does not (?:arise|apply)|is (?:dis)?applied|excluded)"
    r"|\b(?:will|can|do|does) not (?:confirm|say)\b[^.]{0,30}\bor (?:deny|not)\b",
    re.IGNORECASE,
)
# A notice that the weighing is not finished (s.17(2)), or that the time is extended (reg 7).
_UNDECIDED = re.compile(
    r"\bnot (?:yet )?(?:been able to )?(?:reach|ma[dk]e|com(?:e|plete)|conclud|decid"
    r"|finish)\w*[^.]{0,60}"
    r"|\b(?:need|require|taking|take|extend\w*|more|further|additional)\b[^.]{0,60}\btime\b"
    r"|\bsection (?:10\(3\)|17\(2\))|\bstill (?:considering|weighing)",
    re.IGNORECASE,
)


T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """A letter with what is known of its case, read once for every rule.

    Every view of the text has the letter's own offsets.
    """

    text: str
    facts: LetterFacts
    register: Register

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The parts of the request, as given or as its labels divide it."""
        return asked_of(self.facts)

    @cached_property
    def own(self) -> str:
        """The letter with the requester's own words blanked out."""
        blanked = self.text
        for line in self._quotable():
            pattern = r"[\s”“\"]+".join(re.escape(word) for word in line.split())
            blanked = re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), blanked)
        return blanked

    def _quotable(self) -> Iterator[str]:
        """Yield the lines and parts of the request that are long enough to be quotations."""
        texts = [each.text for each in self.asked]
        lines = (self.facts.request or "").splitlines()
        texts += [LEADING_LABEL.sub("", line, count=1) for line in lines]
        for text in sorted(set(texts), key=len, reverse=True):
            if len(text.split()) >= _FEWEST_QUOTED_WORDS:
                yield text

    @cached_property
    def flat(self) -> str:
        """The authority's words with wrapped lines joined."""
        return joined(self.own)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The authority's lines, each with what it is about."""
        return lines_of(self.flat, review=self.facts.review)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The authority's sentences, each with what it is about."""
        return tuple(sentences_of(self.lines))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Where the letter answers which labelled part."""
        return answers_of(self.lines, self.asked)

    @cached_property
    def citations(self) -> tuple[tuple[int, int, Citation], ...]:
        """Every provision that the authority itself cites, with its place."""
        return find_citations(self.flat)

    @cached_property
    def dates(self) -> tuple[tuple[int, int, date], ...]:
        """Every date that the authority itself gives, with its place."""
        return tuple(find_dates(self.flat))

    @cached_property
    def relied(self) -> tuple[tuple[int, int, Citation], ...]:
        """The citations that the letter refuses something under; a disclaimer is none."""
        return tuple(
            each
            for each in self.citations
            if self.can_refuse(each[2])
            and not self._is_disclaimed(*each[:2])
            and not self._is_hypothetical(each[2])
        )

    def _is_hypothetical(self, citation: Citation) -> bool:
        """Tell whether a letter that says neither only tells what would apply if it were held."""
        if self.outcome is not Outcome.NCND or self.kind_of(citation) is ProvisionKind.NCND:
            return False
        return any(
            other.whole == citation.whole and self.kind_of(other) is ProvisionKind.NCND
            for _, _, other in self.citations
        )

    def _is_disclaimed(self, start: int, end: int) -> bool:
        """Tell whether the letter says that it does not rely on a provision."""
        before, after = self.flat[max(0, start - 140) : start], self.flat[end : end + 80]
        return bool(_DISCLAIMS.search(before) or _DISCLAIMED.search(after.split("\n")[0]))

    def can_refuse(self, citation: Citation) -> bool:
        """Tell whether something can be refused under it, or under what lies within it."""
        if citation.section in _ASKING:
            return False
        if citation.act is Act.FOIA and citation.section in GROUNDS:
            return not citation.path or self.kind_of(citation) is ProvisionKind.GROUND
        kind = self.kind_of(citation)
        if kind is not None:
            return kind in _RELIED_KINDS
        return any(
            limb.kind in _RELIED_KINDS and limb.citation.within(citation)
            for limb in self.register.limbs_of(citation)
        )

    def kind_of(self, citation: Citation) -> ProvisionKind | None:
        """Return what a provision, or the nearest above it, is for."""
        provision = self.register.covering(citation)
        return None if provision is None else provision.kind

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """What is relied on and stands in the register, once each."""
        found: dict[Citation, Provision] = {}
        for _, _, citation in self.relied:
            provision = self.register.covering(citation) or self._first_limb(citation)
            if provision is not None:
                found[provision.citation] = provision
        return tuple(found.values())

    def _first_limb(self, citation: Citation) -> Provision | None:
        """Return the first exemption within a citation that stops short of one ("section 31")."""
        limbs = self.register.limbs_of(citation)
        return next(
            (
                limb
                for limb in limbs
                if limb.kind in _REFUSING_KINDS and limb.citation.within(citation)
            ),
            None,
        )

    def named(self, provision: Provision) -> Citation:
        """Return a provision as far as the letter names it: its section where it names no limb."""
        cited = [citation for _, _, citation in self.relied]
        if any(citation.within(provision.citation) for citation in cited):
            return provision.citation
        above = [citation for citation in cited if provision.citation.within(citation)]
        return max(above, key=lambda each: len(each.path), default=provision.citation)

    @cached_property
    def claimed(self) -> tuple[Citation, ...]:
        """What was claimed in the case, as far as something can be refused under it."""
        read = (parse_citation(text) for text in self.facts.claimed or ())
        return tuple(each for each in read if each is not None and self.can_refuse(each))

    @property
    def outcome(self) -> Outcome | None:
        """The outcome of the letter, where it is known."""
        return self.facts.outcome

    @property
    def regime(self) -> Regime | None:
        """The regime of the request, where it is known."""
        return self.facts.regime

    @property
    def is_acknowledgement(self) -> bool:
        """Whether the letter only acknowledges."""
        return self.outcome is Outcome.ACKNOWLEDGEMENT_ONLY

    @cached_property
    def is_undecided(self) -> bool:
        """Whether the letter tells of an exemption whose public interest is not weighed yet."""
        if self.outcome not in {Outcome.OTHER, None} or not (self.relied or self.claimed):
            return False
        return any(
            _UNDECIDED.search(each.text) and "public interest" in self._around(each)
            for each in self.body(Zone.BODY, Zone.INTEREST)
        )

    def _around(self, sentence: Sentence) -> str:
        """Return the words of the paragraph that a sentence stands in, in small letters."""
        return " ".join(
            each.text.lower() for each in self.sentences if each.paragraph == sentence.paragraph
        )

    @cached_property
    def refuses(self) -> bool:
        """Whether the letter refuses something: as recorded, else as its citations say."""
        if self.outcome is not None and self.outcome is not Outcome.OTHER:
            return self.outcome in REFUSING
        if self.outcome is Outcome.OTHER and not self.claimed:
            return False
        return bool(self.claimed or self.relied) and not self.is_undecided

    @cached_property
    def is_notice(self) -> bool:
        """Whether section 17 FOIA or regulation 14 EIR asks for the requester's rights in it."""
        return self.refuses or self.is_undecided

    @cached_property
    def neither(self) -> tuple[Sentence, ...]:
        """The sentences that neither confirm nor deny."""
        return tuple(
            each
            for each in self.sentences
            if each.zone in {Zone.BODY, Zone.REQUEST, Zone.HELP, Zone.INTEREST}
            and NEITHER.search(each.text)
        )

    def body(self, *zones: Zone) -> tuple[Sentence, ...]:
        """Return the sentences of some zones, headings left out."""
        wanted = zones or (Zone.BODY,)
        return tuple(each for each in self.sentences if each.zone in wanted and not each.is_heading)

    def place(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match in the authority's own words."""
        return pattern.search(self.flat)

    def once(self, make: Callable[["Reading"], T]) -> T:
        """Return what a function makes of this letter, made once for all rules that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    @cached_property
    def _made(self) -> dict[Any, Any]:
        """What `once` has kept."""
        return {}

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that stands at a place."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self.sentences[number].end:
            return None
        return self.sentences[number]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each sentence begins."""
        return [each.start for each in self.sentences]
