"""The tools that answer: one read-only function for each kind of question, in one table.

Whoever reads a question, rules or a model, chooses among these and can do nothing else: each looks
up what the person who asks may read, and gives blocks that say where they come from.
"""

from collections.abc import Callable, Mapping

from assistant.domain.chat.kinds import KINDS, Kind
from assistant.services.asked import case, clock, history, library, statute, steps, work
from assistant.services.asked.asking import Asking, Blocks, note

Tool = Callable[[Asking], Blocks]
TOOLS: Mapping[Kind, Tool] = {
    Kind.DUE: clock.due,
    Kind.MISSING: steps.left_to_do,
    Kind.STATUS: case.status,
    Kind.DECISION: case.decision,
    Kind.HELD: case.held,
    Kind.OWNER: case.owner,
    Kind.REQUEST: case.request,
    Kind.MESSAGES: case.messages,
    Kind.REQUESTER: case.requester,
    Kind.WHO_DID: history.who_did,
    Kind.CHANGED: history.changed,
    Kind.REGIME: clock.regime,
    Kind.DRAFT: steps.begin,
    Kind.ACTION: steps.act,
    Kind.BEFORE: library.before,
    Kind.EXEMPTIONS_USED: library.exemptions_used,
    Kind.SEARCH: library.search,
    Kind.MUST_SHOW: statute.must_show,
    Kind.PROVISION: statute.provision,
    Kind.DIFFERENCE: statute.difference,
    Kind.REVIEW_TIME: statute.review_time,
    Kind.TIME_LIMIT: statute.time_limit,
    Kind.COST: statute.cost,
    Kind.WORK: work.work,
}


def answer_of(kind: Kind, asking: Asking) -> Blocks:
    """Return what one tool answers; of a case's question asked of no case, where to ask it."""
    if KINDS[kind].of_a_case and asking.case is None:
        return (
            note("That is about one case. Open the case and ask it there, or name its reference."),
        )
    return TOOLS[kind](asking)
