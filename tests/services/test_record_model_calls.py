"""Each call of a language model is kept with its case, and what the case has cost is known."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.domain.errors import NotAllowed
from assistant.ports import Call
from assistant.services.record_model_calls import Usage, record_model_calls, usage_of
from assistant.store.models import Draft, ModelCall
from tests.letters import mail
from tests.world import World

CALL = Call(
    purpose="write",
    model="openai:a-model",
    prompt="write.md",
    prompt_version="1",
    prompt_hash="a" * 64,
    parameters={"temperature": 0},
    inputs=("part 1", "passage:7"),
    answer='{"parts": []}\0',
    tokens_in=1000,
    tokens_out=500,
    milliseconds=1200,
)
FAILED = replace(CALL, model="ollama:b", answer="", problem="the answer is empty", tokens_out=0)
PARTLY = replace(CALL, problem="left out 1 of 3 parts that were not asked for, or came twice")
PRICES = {"openai:a-model": (Decimal(100), Decimal(400))}


def test_calls_are_kept_as_they_were_made(world: World) -> None:
    case = world.case()
    draft = Draft.objects.filter(case=case)[0]
    record_model_calls(
        [FAILED, CALL], case=case, draft=draft, by=world.officer, clock=world.clock, prices=PRICES
    )

    failed, call = ModelCall.objects.all()
    assert (failed.model, failed.problem) == ("ollama:b", "the answer is empty")
    assert (call.case, call.draft, call.by) == (case, draft, world.officer)
    assert call.at == world.clock.now()
    assert call.answer == '{"parts": []}'
    assert (call.inputs, call.parameters) == (["part 1", "passage:7"], {"temperature": 0})
    assert (call.prompt, call.prompt_version, call.prompt_hash) == ("write.md", "1", "a" * 64)
    assert (call.tokens_in, call.tokens_out, call.milliseconds) == (1000, 500, 1200)
    assert call.pence == Decimal("0.3")
    assert str(call).startswith("openai:a-model, write, ")


def test_what_a_case_has_taken_is_summed_and_other_cases_are_not(world: World) -> None:
    case = world.case()
    other = world.case(mail("How many vans?", message_id="<vans@example.org>"))
    kept = {"clock": world.clock, "prices": PRICES}
    record_model_calls([FAILED, CALL, PARTLY], case=case, **kept)
    record_model_calls([CALL], case=other, **kept)
    record_model_calls([CALL], case=None, **kept)

    assert usage_of(case) == Usage(3, 1, 3000, 1000, Decimal("0.6"))


def test_a_case_that_no_model_saw_has_taken_nothing(world: World) -> None:
    assert usage_of(world.case()) == Usage(0, 0, 0, 0, Decimal(0))


def test_calls_are_not_kept_with_a_draft_of_another_case(world: World) -> None:
    case = world.case()
    other = world.case(mail("How many vans?", message_id="<vans@example.org>"))
    draft = Draft.objects.filter(case=case)[0]
    for wrong in (other, None):
        with pytest.raises(NotAllowed, match="not one of this case"):
            record_model_calls([CALL], case=wrong, draft=draft, clock=world.clock, prices=PRICES)
    assert not ModelCall.objects.exists()
