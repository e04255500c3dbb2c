"""An identity provider on loopback that speaks OpenID Connect, with one person signed in at it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT_ID = "northshire-foi"


class Issuer(ThreadingHTTPServer):
    """Gives codes for whoever `claims` describes, and tokens for the codes; PKCE is checked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.claims: dict[str, Any] = {}
        self.refuses = False
        self.challenges: dict[str, str] = {}

    @property
    def url(self) -> str:
        """The issuer's own address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def id_token(self) -> str:
        """Return who is signed in here."""
        now = int(time.time())
        given = {"iss": self.url, "aud": CLIENT_ID, "iat": now, "exp": now + 300, **self.claims}
        return jwt.encode(given, "a-fictional-key-of-the-issuer-of-the-tests", algorithm="HS256")


class _Answer(BaseHTTPRequestHandler):
    server: Issuer

    def log_message(self, *args: object) -> None:
        """Keep the test's output clean."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        if asked.path == "/.well-known/openid-configuration":
            self._json(
                {
                    "issuer": self.server.url,
                    "authorization_endpoint": f"{self.server.url}/authorize",
                    "token_endpoint": f"{self.server.url}/token",
                    "userinfo_endpoint": f"{self.server.url}/userinfo",
                    "jwks_uri": f"{self.server.url}/keys",
                }
            )
        elif asked.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri']}?{urlencode(self._given(query))}")
            self.end_headers()
        elif asked.path == "/userinfo":
            self._json(self.server.claims)
        else:
            self.send_error(404)

    def _given(self, query: dict[str, str]) -> dict[str, str]:
        if self.server.refuses:
            return {"error": "access_denied", "state": query["state"]}
        assert query["client_id"] == CLIENT_ID
        assert query["code_challenge_method"] == "S256"
        code = f"code-{len(self.server.challenges)}"
        self.server.challenges[code] = query["code_challenge"]
        return {"code": code, "state": query["state"]}

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert self.server.challenges.pop(sent["code"][0])
        assert sent["code_verifier"][0]
        self._json(
            {"access_token": "token", "token_type": "Bearer", "id_token": self.server.id_token()}
        )

    def _json(self, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running_issuer() -> Iterator[Issuer]:
    """Run the issuer while a test does."""
    issuer = Issuer()
    thread = threading.Thread(target=issuer.serve_forever, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        issuer.shutdown()
        issuer.server_close()
        thread.join()
