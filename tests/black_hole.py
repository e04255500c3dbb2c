"""A proxy on loopback that stops forwarding, as a firewall does that has forgotten a connection."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self


class BlackHole:
    """Forwards to a server; a connection that was swallowed stays open and carries nothing more.

    `swallow_after` gives the number of bytes from the server after which each of the next
    connections goes silent, one entry for each; those without an entry are forwarded whole.
    """

    def __init__(self, port: int, *swallow_after: int) -> None:
        self._target = port
        self._limits = list(swallow_after)
        self._sockets: list[socket.socket] = []
        self._swallowed: set[int] = set()
        self._threads: list[threading.Thread] = []
        self.connections = 0

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for sock in (self._listener, *self._sockets):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
        for sock in (self._listener, *self._sockets):
            sock.close()

    def swallow(self) -> None:
        """From now on nothing comes through any of the present connections."""
        self._swallowed.update(range(1, self.connections + 1))

    def _start(self, work: object, *arguments: object) -> None:
        assert callable(work)
        self._threads.append(threading.Thread(target=work, args=arguments, daemon=True))
        self._threads[-1].start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [client, server]
                self.connections += 1
                limit = self._limits.pop(0) if self._limits else None
                self._start(self._pump, self.connections, client, server, None)
                self._start(self._pump, self.connections, server, client, limit)

    def _pump(
        self, number: int, source: socket.socket, sink: socket.socket, limit: int | None
    ) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if limit is not None and passed + len(data) > limit:
                    sink.sendall(data[: limit - passed])
                    self._swallowed.add(number)
                    limit = None
                if number not in self._swallowed:
                    sink.sendall(data)
                    passed += len(data)
            if number not in self._swallowed:
                sink.shutdown(socket.SHUT_RDWR)
