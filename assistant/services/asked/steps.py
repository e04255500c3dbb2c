"""What is still missing on a case, and the pages that begin a letter or do something else."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.domain.case import TRANSITIONS, EventKind, Outcome, Purpose, State
from assistant.domain.chat.answer import Block, Place, Source
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import BlockKind, LetterKind
from assistant.domain.letters.grounds import MISSING, Grounds, missing
from assistant.domain.letters.kinds import KINDS, fitting
from assistant.domain.letters.reliance import argued, reliances
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    fact,
    gap,
    listed,
    name_of,
    note,
    of_case,
    of_part,
    of_reasons,
    proposal,
    quote,
)
from assistant.services.asked.case import letters_of
from assistant.services.asked.words import STATES, letter_name
from assistant.store.cases import parts_of
from assistant.store.models import Case, Draft, Outbox, RequestPart
from assistant.store.reasoning import grounds_of

_CLOSED = frozenset({State.NOT_A_REQUEST, State.WITHDRAWN, State.TRANSFERRED, State.MERGED})
_STUCK = frozenset({Outbox.Stage.STOPPED, Outbox.Stage.REFUSED, Outbox.Stage.UNKNOWN})
# Under these a search is no part of the answer.
_WITHOUT_SEARCH = frozenset(
    {Outcome.COST_S12, Outcome.VEXATIOUS_S14, Outcome.NCND, Outcome.CLARIFICATION_NEEDED,
     Outcome.TRANSFERRED, Outcome.OTHER}
)  # fmt: skip
# What a person may want done: the word for it, the step of the workflow, the page, its name.
_STEPS: tuple[tuple[tuple[str, ...], EventKind | None, str, str], ...] = (
    (("assign", "owner"), EventKind.ASSIGNED, "assign", "Assign the case"),
    (("reopen",), EventKind.REOPENED, "reopen", "Reopen the case"),
    (("regime", "environmental"), EventKind.REGIME_CHANGED, "change-regime", "Change the regime"),
    (("search",), EventKind.SEARCH_RECORDED, "part", "Record a search"),
    (("extension",), EventKind.TIME_EXTENDED, "extend", "Record an extension"),
    (("clarification",), EventKind.CLARIFICATION_RECEIVED, "clarification-received",
     "Record that clarification came"),
    (("address",), EventKind.ADDRESS_CORRECTED, "correct-address",
     "Correct the requester’s address"),
    (("part", "question"), EventKind.PARTS_CORRECTED, "parts", "Correct the parts"),
    (("decide", "refuse", "release"), EventKind.PART_RECORDED, "part", "Record a decision"),
    (("closed", "request"), EventKind.MARKED_NOT_A_REQUEST, "not-a-request",
     "Mark as not a request"),
    (("due", "correct", "change"), EventKind.RECEIPT_CORRECTED, "correct-receipt",
     "Correct the date of receipt"),
)  # fmt: skip


def left_to_do(asking: Asking) -> Blocks:
    """Answer what stands between a case and its answer, as far as anything on record shows it."""
    case = asking.the_case
    if case.state in _CLOSED or (case.state == State.ANSWERED and not case.undelivered_at):
        done = fact(f"{case.reference} is {STATES[case.state]}.", of_case(case, "state"))
        return (done, *_stuck(case))
    missing_now = [
        *_came_back(case), *_undecided(asking), *_reasons(asking), *_drafts(asking), *_stuck(case),
    ]  # fmt: skip
    if missing_now:
        return tuple(missing_now)
    said = fact("Nothing that can be seen here is missing.", of_case(case, "how it stands"))
    return (said, *_approving(asking))


def begin(asking: Asking) -> Blocks:
    """Answer with the page on which a letter is begun, or gone on with; nothing is written here."""
    case, kind = asking.the_case, asking.arguments.letter
    if kind is None:
        return (
            note("Choose the kind of letter. These fit the case now."),
            *_fitting(case),
            proposal("See what each letter is for", "write-letter", case.reference),
        )
    row, name = KINDS[kind], letter_name(kind)
    draft = case.drafts.filter(kind=kind, state__in=Draft.OPEN).first()
    words = tuple(quote(part.text, of_part(case, part)) for part in _asked_about(asking))
    if draft is not None:
        return (
            fact(f"The {name} is being written already.", _draft(case, kind)),
            *words,
            proposal(f"Go on with the {name}", "draft", case.reference, kind.value),
        )
    if not row.begun_by_hand:
        return _comes_with_the_case(case, kind)
    if not row.fits(Regime(case.regime), State(case.state), Purpose(case.purpose)):
        said = (
            f"“{row.name}” ({row.section}) does not fit a case that is {STATES[case.state]} under "
            f"{case.regime}. These do."
        )
        return (note(said), *_fitting(case))
    named = listed(name_of(part) for part in _asked_about(asking)) if words else ""
    of_parts = f" for {named.lower()}" if named else ""
    tick = f" There, choose {named}." if named else ""
    return (
        note(
            f"{row.purpose} It stands on {row.section}. Nothing is written before you begin.{tick}",
            of_case(case, "letters"),
        ),
        *words,
        proposal(f"Begin the {name}{of_parts}", "begin-letter", case.reference, kind.value),
    )


def act(asking: Asking) -> Blocks:
    """Answer with the page on which a step is taken; the chat itself takes none."""
    case, arguments = asking.the_case, asking.arguments
    if arguments.has("approve", "send") and not arguments.has("assign"):
        return (
            note(
                "Nothing is approved or sent from here. Somebody reads the exact words on the page "
                "of the letter and approves them there; only then does it leave."
            ),
            *_open_drafts(asking),
        )
    for words, step, page, name in _STEPS:
        if not arguments.has(*words):
            continue
        if step is not None and (State(case.state), step) not in TRANSITIONS:
            said = f"“{name}” is not possible while the case is {STATES[case.state]}."
            return (gap(said, of_case(case, "state")),)
        if page == "part":
            return _on_parts(asking, name)
        return (
            note("Nothing is changed from here. This page does it."),
            proposal(name, page, case.reference),
        )
    return (
        note("Nothing is changed from here. What can be done stands on the case’s page."),
        proposal("Open the case", "case", case.reference),
    )


def _on_parts(asking: Asking, name: str) -> Blocks:
    """Offer the pages of the parts that are meant."""
    case = asking.the_case
    return (
        note(
            "Nothing is changed from here. It is recorded part by part.",
            *(of_part(case, part) for part in asking.parts()),
        ),
        *(proposal(f"{name}: {name_of(part).lower()}", "part", case.reference, part.position)
          for part in asking.parts()),
    )  # fmt: skip


def _asked_about(asking: Asking) -> list[RequestPart]:
    """Return the parts that the question names, if any."""
    return asking.parts() if asking.arguments.parts else []


def _came_back(case: Case) -> Iterator[Block]:
    """Say that the answer came back."""
    if case.undelivered_at:
        yield gap(
            "The answer came back, and the requester does not have it.", of_case(case, "letters")
        )


def _undecided(asking: Asking) -> Iterator[Block]:
    """Yield which parts are not decided, and which have no search that an answer could rest on."""
    case = asking.the_case
    parts = list(case.parts.order_by("position").prefetch_related("searches"))
    undecided = [part for part in parts if not part.outcome]
    if undecided:
        yield gap(
            f"Not decided: {_names(undecided)}.", *(of_part(case, part) for part in undecided)
        )
    unsearched = [
        part for part in parts if part.outcome not in _WITHOUT_SEARCH and not part.searches.all()
    ]
    if unsearched:
        yield gap(
            f"No search is recorded: {_names(unsearched)}.",
            *(of_part(case, part) for part in unsearched),
        )


def _names(parts: Sequence[RequestPart]) -> str:
    """Return the names of some parts in a row."""
    return listed(name_of(part) for part in parts)


def _reasons(asking: Asking) -> Iterator[Block]:
    """Yield what is not on record yet for each provision that is relied on."""
    case, register = asking.the_case, asking.register
    recorded: Mapping[str, Grounds] = {each.citation: each for each in grounds_of(case)}
    for each in argued(reliances(parts_of(case), register)):
        citation = str(each.citation)
        lacking = missing(each.provision, recorded.get(citation, Grounds(citation)), register)
        if lacking:
            said = f"For {citation}: {listed(MISSING[ask] for ask in lacking)}."
            yield gap(said, of_reasons(case, citation))


def _drafts(asking: Asking) -> Iterator[Block]:
    """Yield the gaps and errors of the letters that are being written."""
    case = asking.the_case
    for draft in case.drafts.filter(state__in=Draft.OPEN).order_by("pk"):
        name, source = letter_name(draft.kind), _draft(case, draft.kind)
        if draft.state == Draft.State.QUEUED:
            yield gap(f"The {name} is not composed yet. {draft.problem}".strip(), source)
            continue
        gaps = sum(1 for block in draft.blocks if block["kind"] == BlockKind.GAP)
        if gaps:
            yield gap(f"The {name} has {gaps} gap{'' if gaps == 1 else 's'} to fill.", source)
        errors = [
            each for each in draft.findings if each["severity"] == "error" and each["rule"] != "gap"
        ]
        for error in errors:
            yield gap(f"The checks of the {name} find: {error['message']}", source)


def _stuck(case: Case) -> Iterator[Block]:
    """Yield the letters that were approved and need a person before they leave."""
    for letter in letters_of(case):
        if letter.outbox.stage in _STUCK:
            name = letter_name(letter.kind)
            said = f"The {name} needs a person: {letter.outbox.get_stage_display().lower()}."
            yield gap(said, Source(f"The {name}", Place("letter", (letter.pk,))))


def _approving(asking: Asking) -> Iterator[Block]:
    """Offer the page on which each letter that is ready is approved."""
    case, wanted = asking.the_case, asking.arguments.letter
    ready = case.drafts.filter(state=Draft.State.READY).order_by("pk")
    found = [draft for draft in ready if wanted is None or draft.kind == wanted]
    if not found:
        yield gap("No letter waits for approval.", of_case(case, "letters"))
    for draft in found:
        name = letter_name(draft.kind)
        yield proposal(f"Look at the {name} to approve it", "approve", case.reference, draft.kind)


def _open_drafts(asking: Asking) -> Iterator[Block]:
    """Offer the letters that are being written, to be read; none of these pages lets one leave."""
    case, wanted = asking.the_case, asking.arguments.letter
    found = [
        draft
        for draft in case.drafts.filter(state__in=Draft.OPEN).order_by("pk")
        if wanted is None or draft.kind == wanted
    ]
    if not found:
        yield gap("No letter waits for approval.", of_case(case, "letters"))
    for draft in found:
        name = letter_name(draft.kind)
        yield proposal(f"Read the {name}", "draft", case.reference, draft.kind)


def _comes_with_the_case(case: Case, kind: LetterKind) -> Blocks:
    """Say where a letter stands that every case has, and nobody begins."""
    newest = case.drafts.filter(kind=kind).exclude(state=Draft.State.DISCARDED).last()
    name = letter_name(kind)
    if newest is None:
        return (gap(f"The case has no {name}.", of_case(case, "letters")),)
    stands = newest.get_state_display().lower()
    return (
        fact(f"The {name} comes with the case: {stands}.", _draft(case, kind)),
        proposal(f"Open the {name}", "draft", case.reference, kind.value),
    )


def _fitting(case: Case) -> Iterator[Block]:
    """Offer every letter that fits a case."""
    for row in fitting(Regime(case.regime), State(case.state), Purpose(case.purpose)):
        yield proposal(f"Begin: {row.name}", "begin-letter", case.reference, row.kind.value)


def _draft(case: Case, kind: str) -> Source:
    """Return the page of a draft as a source."""
    return Source(
        f"{case.reference}: {letter_name(kind)}", Place("draft", (case.reference, str(kind)))
    )
