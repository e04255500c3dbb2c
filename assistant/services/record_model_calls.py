"""Keep each call of a language model with its case, and say what a case has cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from assistant.domain.errors import NotAllowed
from assistant.ports import Call, Clock
from assistant.services.allow_model_calls import Prices, cost
from assistant.store.models import Case, Draft, ModelCall, User


@dataclass(frozen=True, slots=True)
class Usage:
    """What a case has taken: calls, those of them that gave nothing to use, tokens and pence."""

    calls: int
    failed: int
    tokens_in: int
    tokens_out: int
    pence: Decimal


def record_model_calls(
    calls: Sequence[Call],
    *,
    case: Case | None,
    clock: Clock,
    prices: Prices,
    draft: Draft | None = None,
    by: User | None = None,
) -> list[ModelCall]:
    """Keep calls as they were made, failed ones too, in their order; return their rows.

    `by` is who asked for them, or None where the assistant did by itself. `prices` are those of
    the settings. Raises NotAllowed where the draft is another case's.
    """
    if draft is not None and (case is None or draft.case_id != case.pk):
        raise NotAllowed("The draft is not one of this case, so its calls cannot be kept there.")
    at = clock.now()
    return ModelCall.objects.bulk_create(
        ModelCall(
            case=case,
            draft=draft,
            by=by,
            at=at,
            purpose=call.purpose,
            model=call.model,
            prompt=call.prompt,
            prompt_version=call.prompt_version,
            prompt_hash=call.prompt_hash,
            parameters=call.parameters,
            inputs=list(call.inputs),
            # PostgreSQL keeps no such character, and none is lost that anybody could read.
            answer=call.answer.replace("\0", ""),
            problem=call.problem,
            tokens_in=call.tokens_in,
            tokens_out=call.tokens_out,
            pence=cost(prices, call.model, call.tokens_in, call.tokens_out),
            milliseconds=call.milliseconds,
        )
        for call in calls
    )


def keeper(
    *, clock: Clock, prices: Prices, by: User | None = None
) -> Callable[[Sequence[Call], Case, Draft], None]:
    """Return what keeps the calls that were made for a draft, with its case and who asked."""

    def keep(calls: Sequence[Call], case: Case, draft: Draft) -> None:
        record_model_calls(calls, case=case, draft=draft, clock=clock, prices=prices, by=by)

    return keep


def reading_keeper(
    *, clock: Clock, prices: Prices
) -> Callable[[Sequence[Call], Case | None], None]:
    """Return what keeps the calls that it took to read a message, with its case if it has one."""

    def keep(calls: Sequence[Call], case: Case | None) -> None:
        record_model_calls(calls, case=case, clock=clock, prices=prices)

    return keep


def usage_of(case: Case) -> Usage:
    """Return what a case has taken so far, in one query."""
    sums = ModelCall.objects.filter(case=case).aggregate(
        calls=Count("pk"),
        # A call that was used may still say what of its answer was left out.
        failed=Count("pk", filter=Q(problem__gt="") & ~Q(problem__startswith="left out ")),
        tokens_in=Sum("tokens_in"),
        tokens_out=Sum("tokens_out"),
        pence=Sum("pence"),
    )
    return Usage(
        calls=sums["calls"],
        failed=sums["failed"],
        tokens_in=sums["tokens_in"] or 0,
        tokens_out=sums["tokens_out"] or 0,
        pence=sums["pence"] or Decimal(0),
    )
