"""Write what an officer asked for: put a piece of a draft otherwise, and hold it against the rules.

The draft is not touched here: what was written waits for the officer to take it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.letters import refining
from assistant.domain.letters.refining import BLOCK, Action, Put, Weighed
from assistant.domain.letters.verifying import Ruling, Standing
from assistant.domain.letters.welsh import FixedSentence, Unsaid, from_table, weighed_welsh
from assistant.ports import Call, Clock, NotUsable, Offered, RefiningTask, Sentence
from assistant.services.propose_blocks import Writing
from assistant.services.refine_choices import NO_MODEL, REASONS, harm_on_record, part_of, tells
from assistant.services.who_asked import NAMED, masked
from assistant.store.blocks import from_json
from assistant.store.models import Refinement, User

State = Refinement.State


def refine(
    refinement_id: int,
    *,
    writing: Writing | None,
    welsh: Sequence[FixedSentence],
    clock: Clock,
) -> None:
    """Write what was asked for, and hold it against the rules; one that is written is left alone.

    Called outside any transaction: a model may take a minute. Whatever goes wrong is said on the
    row in plain words; the draft is not touched.
    """
    row = Refinement.objects.select_related("draft__case__requester", "draft__case__authority")
    found = row.filter(pk=refinement_id, state=State.ASKED).first()
    if found is None:
        return
    work = _Work(found, writing)
    try:
        result = work.in_welsh(welsh) if found.action == Action.WELSH else work.in_other_words()
    except (TryAgainLater, NotAllowed) as error:
        found.problem = str(error)
        result = Weighed(Standing.DROPPED)
    found.standing, found.reasons = result.standing.value, list(result.reasons)
    found.sentences = [_as_json(each) for each in result.puts]
    found.model, found.state, found.finished_at = work.model[:300], State.READY, clock.now()
    found.save()


def asked_by(refinement_id: int) -> User | None:
    """Return who asked for a piece to be put otherwise."""
    row = Refinement.objects.filter(pk=refinement_id).select_related("by").first()
    return row.by if row else None


@dataclass
class _Work:
    """One piece that is put otherwise now, and the model that was used."""

    row: Refinement
    writing: Writing | None
    model: str = ""

    def in_other_words(self) -> Weighed:
        """Ask for the words, and weigh them."""
        row = self.row
        pieces = _offered(row)
        ruling, action = _ruling(row, pieces), Action(row.action)
        said = self._ask(row.before, ruling, pieces)
        return refining.weighed(said, action, row.before.strip(), ruling)

    def in_welsh(self, welsh: Sequence[FixedSentence]) -> Weighed:
        """Take the fixed sentences from the table, and ask for the rest where a model is set."""
        puts, unsaid = from_table(self.row.before, welsh)
        askable = [each for each in unsaid if not tells(self.row.draft, each.text)]
        said: tuple[Sentence, ...] = ()
        if askable and self.writing is not None:
            said = self._welsh_of(askable)
        return weighed_welsh(puts, askable, said)

    def _welsh_of(self, unsaid: Sequence[Unsaid]) -> tuple[Sentence, ...]:
        """Ask for the Welsh of sentences; where that fails, those of the table stand."""
        text = "\n".join(each.text for each in unsaid)
        offered = (Offered(BLOCK, "fact", text),)
        try:
            return self._ask(text, Ruling("", None, (), offered), offered)
        except (TryAgainLater, NotAllowed) as error:
            self.row.problem = f"Only the fixed sentences are in Welsh. {error}"
            return ()

    def _ask(self, text: str, ruling: Ruling, pieces: Sequence[Offered]) -> tuple[Sentence, ...]:
        """Ask the model, and keep every call."""
        if self.writing is None:
            raise NotAllowed(NO_MODEL)
        task = RefiningTask(
            self.row.action,
            text.strip(),
            ruling.question,
            ruling.sections,
            tuple(pieces),
        )
        try:
            found = self.writing.writer.refine(task)
        except NotUsable as error:
            self._keep(error.calls)
            raise
        self._keep(found.calls)
        used = next((call for call in reversed(found.calls) if not call.problem), None)
        self.model = used.model if used else ""
        return found.sentences

    def _keep(self, calls: Sequence[Call]) -> None:
        """Keep the calls with the case and the draft."""
        if self.writing is not None:
            self.writing.record_calls(calls, self.row.draft.case, self.row.draft)


def _ruling(row: Refinement, offered: Sequence[Offered]) -> Ruling:
    """Return what the new words are held against: the part, its decision, and what is offered."""
    draft = row.draft
    explained = str(row.material.get("source", "")) if row.action == Action.EXPLAIN else ""
    part = part_of(draft, from_json(draft.blocks)[row.first], explained)
    return Ruling(
        question=masked(part.question, draft.case) if part else "",
        outcome=part.outcome if part else None,
        sections=(explained,) if explained else part.sections if part else (),
        offered=offered,
        authority=draft.case.authority.name,
    )


def _offered(row: Refinement) -> tuple[Offered, ...]:
    """Return what the new words may stand on; raises NotAllowed where it tells who asked."""
    source = str(row.material.get("source", ""))
    if row.action == Action.ANSWER:
        passage = next((each for each in row.draft.passages if each["id"] == source), None)
        pieces = [Offered(source, "passage", passage["text"])] if passage else []
    elif row.action == Action.EXPLAIN:
        pieces = [Offered(f"{REASONS}{source}", "fact", harm_on_record(row.draft, source))]
    else:
        pieces = [Offered(BLOCK, "fact", row.before.strip())]
    if any(tells(row.draft, each.text) for each in pieces):
        raise NotAllowed(NAMED)
    if not pieces or not pieces[0].text:
        raise NotAllowed("What the words were to stand on is no longer there. Look at it again.")
    return tuple(pieces)


def _as_json(put: Put) -> dict[str, Any]:
    """Return a sentence as it is kept."""
    return {
        "text": put.text,
        "ident": put.ident,
        "snippet": put.snippet,
        "doubts": list(put.doubts),
        "start": put.start,
        "end": put.end,
    }
