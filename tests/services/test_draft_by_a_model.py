"""The worker's task asks the model that is set, over the network, and keeps each call."""

from dataclasses import replace

from pytest_django import Settings

from assistant import bootstrap, config
from assistant.ports import Writer
from assistant.project import tasks
from assistant.services.compose_again import compose_again
from assistant.store.models import ModelCall
from tests.model_server import ModelServer, answering, failing
from tests.services.test_propose_blocks import SNIPPET, VERIFIED, decided, response, texts
from tests.web import doors
from tests.world import World
from tests.writing import over

PROPOSED = {
    "parts": [
        {
            "label": "1",
            "choices": [
                {
                    "kind": "generated",
                    "ident": VERIFIED.ident,
                    "snippet": SNIPPET,
                    "text": VERIFIED.text,
                }
            ],
        }
    ]
}
_writers: list[Writer] = []


def ports(settings: config.Settings) -> bootstrap.Ports:
    """Return the ports of the world with the writer that a test has set."""
    return replace(doors.ports(settings), writer=_writers[-1])


def test_a_drafted_response_has_what_the_model_proposed_and_the_call_is_kept(
    world: World, settings: Settings
) -> None:
    doors.hand_in(world)
    settings.PORTS = f"{__name__}.ports"
    case = decided(world)
    with ModelServer(answering(PROPOSED), failing(500)) as server:
        _writers.append(over(server))
        compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
        tasks.compose_draft.func(response(case).pk)
        (call,) = ModelCall.objects.all()
        assert (call.case, call.draft, call.purpose, call.problem) == (
            case, response(case), "write", "",
        )  # fmt: skip
        assert texts(response(case), "generated") == [VERIFIED.text]
        said = "\n".join(server.texts("system") + server.texts("user"))
        assert "patrol vans" in said
        for name in ("Quillfeather", "Ada", "ada.quillfeather@post.example"):
            assert name not in said

        compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
        tasks.compose_draft.func(response(case).pk)
        assert ModelCall.objects.exclude(problem="").count() == 1
        draft = response(case)
        assert draft.state == "ready"
        assert "No language model" in draft.proposing["problem"]
