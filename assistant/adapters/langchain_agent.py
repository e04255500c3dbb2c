"""Runs LangChain's agent: a model that calls tools until it answers in the form asked for.

LangChain is loaded with the first question.
"""

from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass
from json import dumps
from typing import Any

# What a model is shown beside the texts, for each message.
_OF_A_MESSAGE = 40


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as a model may call it; `use` is given its arguments and returns what it says."""

    name: str
    answers: str
    takes: Mapping[str, Any]
    use: Callable[[Mapping[str, object]], str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the agent: how much its model is shown, and how any model is asked for it."""

    characters: int
    ask: Callable[[Any], tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Said:
    """How the agent ended: its answer in the form as JSON, or the words of its last message."""

    text: str


def run_agent(
    chat: Any,
    messages: tuple[str, str],
    tools: Sequence[Tool],
    form: Mapping[str, Any],
    take_turn: Callable[[Turn], Any],
) -> Said:
    """Run the agent to its end; `messages` are the system's and the user's.

    `chat` is an opened model. Every call of a model goes through `take_turn`, which asks whichever
    it likes by `Turn.ask` (the response for the agent, and the model's own message) and returns
    the response; what it raises ends the agent.
    """
    from langchain.agents import create_agent
    from langchain.agents.middleware import AgentMiddleware
    from langchain.agents.structured_output import ToolStrategy
    from langchain_core.messages import HumanMessage

    class InTurn(AgentMiddleware):  # type: ignore[misc]  # its types cannot be read (pyproject.toml)
        """Hands every call of a model to `take_turn`."""

        def wrap_model_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
            context = copy_context()

            def ask(model: Any) -> tuple[Any, Any]:
                asked = request.override(model=model)
                # Turns are taken in other threads; what belongs to this run goes along.
                response = context.copy().run(handler, asked)
                return response, response.result[0]

            return take_turn(Turn(_characters(request, tools, form), ask))

    agent = create_agent(
        chat,
        [_as_langchain(tool) for tool in tools],
        system_prompt=messages[0],
        middleware=[InTurn()],
        response_format=ToolStrategy(dict(form)),
    )
    state = agent.invoke({"messages": [HumanMessage(messages[1])]})
    answer = state.get("structured_response")
    if answer is not None:
        return Said(dumps(answer, ensure_ascii=False))
    return Said(str(state["messages"][-1].text))


def _as_langchain(tool: Tool) -> Any:
    """Return a tool as LangChain knows it; its arguments come as the model gave them."""
    from langchain_core.tools import StructuredTool

    def use(**given: object) -> str:
        return tool.use(given)

    return StructuredTool.from_function(
        func=use, name=tool.name, description=tool.answers, args_schema=dict(tool.takes)
    )


def _characters(request: Any, tools: Sequence[Tool], form: Mapping[str, Any]) -> int:
    """Return about how many characters a model is shown in a turn, tools and form too."""
    said = [request.system_message, *request.messages]
    texts = sum(len(str(each.content)) + _OF_A_MESSAGE for each in said if each is not None)
    calls = sum(len(str(getattr(each, "tool_calls", ""))) for each in request.messages)
    offered = sum(len(dumps(dict(tool.takes))) + len(tool.answers) for tool in tools)
    return texts + calls + offered + len(dumps(dict(form)))


def calls_in(message: Any) -> str:
    """Return what a model's message says, and the calls of tools in it, as they are kept."""
    called = [{"tool": each["name"], "arguments": each["args"]} for each in message.tool_calls]
    broken = [str(each.get("args") or "") for each in message.invalid_tool_calls]
    said = dumps(called, ensure_ascii=False, default=str) if called else ""
    return "\n".join(filter(None, (str(message.text), said, *broken)))
