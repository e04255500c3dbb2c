"""A language model's server on loopback: it speaks like OpenAI's, and says what a test tells it."""

import json
import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Completion = dict[str, Any]


@dataclass
class Reply:
    """One answer of the server: a status, a body, headers, or a way to fail."""

    body: Any = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    # Only so many bytes of the body, then the connection is cut; 0 cuts before the first.
    cut_after: int | None = None
    # Send spaces for ever, one at a time, as proxies do that keep a connection alive.
    drip: bool = False
    # Wait until the test is over before answering.
    slow: bool = False


def saying(content: str | None, *, finish: str = "stop", **message: Any) -> Reply:
    """Answer with a completion that says `content`."""
    return Reply(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "a-model",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **message},
                }
            ],
            "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366},
        }
    )


def answering(document: Any) -> Reply:
    """Answer with a document as JSON."""
    return saying(json.dumps(document))


def failing(status: int, **headers: str) -> Reply:
    """Answer with an error, in OpenAI's form."""
    return Reply(
        {"error": {"message": f"It went wrong ({status}).", "type": "error", "code": None}},
        status,
        {name.replace("_", "-"): value for name, value in headers.items()},
    )


class ModelServer:
    """Gives its `replies` in turn, and keeps what it was asked in `asked`, in order.

    A reply may be a function of what was asked. When none is left it answers with `always`, or with
    500.
    """

    def __init__(
        self,
        *replies: Reply | Callable[[dict[str, Any]], Reply],
        always: Callable[[dict[str, Any]], Reply] | None = None,
    ) -> None:
        self.replies = deque(replies)
        self.otherwise = always or failing(500)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.over = threading.Event()

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    @property
    def address(self) -> str:
        """Where it is, as FOI_MODEL_BASE_URL names it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def texts(self, role: str) -> list[str]:
        """What stood in the messages of a role, of everything that was asked."""
        return [
            message["content"]
            for body in self.asked
            for message in body["messages"]
            if message["role"] == role
        ]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        return type("Handler", (_Handler,), {"place": self})


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection after the other, each with the next reply."""

    protocol_version = "HTTP/1.1"
    place: ModelServer

    def do_POST(self) -> None:
        place = self.place
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        place.asked.append(asked)
        place.keys.append(self.headers.get("Authorization", ""))
        reply = place.replies.popleft() if place.replies else place.otherwise
        reply = reply(asked) if callable(reply) else reply
        if reply.slow:
            place.over.wait(30)
        # Whoever asked may have given up waiting.
        with suppress(OSError):
            self._drip() if reply.drip else self._say(reply)
        self.close_connection = True

    def _drip(self) -> None:
        self._head(200, 1_000_000)
        while not self.place.over.wait(0.1):
            self.wfile.write(b" ")

    def _say(self, reply: Reply) -> None:
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
        body = text.encode()
        if reply.cut_after != 0:
            self._head(reply.status, len(body), **reply.headers)
            self.wfile.write(body[: reply.cut_after])
            self.wfile.flush()
        if reply.cut_after is not None:
            self.connection.shutdown(socket.SHUT_RDWR)

    def _head(self, status: int, length: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(length))
        # Clients of some libraries leave their connections open otherwise, and Python minds.
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Say nothing on the terminal."""
