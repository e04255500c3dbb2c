"""The process in which the Chroma server runs: it ends when its parent does, however that ends.

Run as a script, with the folder of the vectors, the address to listen on and the port. Standard
input is a pipe whose other end only the parent holds: when that closes, the parent is gone, even if
it was killed. (Linux alone could do without, and its way goes by the thread that started the child,
not by the process.)
"""

import importlib
import os
import signal
import sys
import threading


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Serve the folder named first at the address and port named after it."""
    # Only the server is loaded, and only here: the rest of Chroma takes two seconds more.
    server = importlib.import_module("chromadb_rust_bindings")
    folder, host, port = sys.argv[1:]
    threading.Thread(target=_end_with_parent, daemon=True).start()
    server.cli(["chroma", "run", "--path", folder, "--host", host, "--port", port])


if __name__ == "__main__":
    main()
