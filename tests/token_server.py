"""Those who issue tokens, on loopback: Microsoft's addresses and Google's, over real HTTPS."""

import base64
import json
import ssl
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from assistant.adapters.oauth_microsoft import FOR_A_PERSON
from tests.certificate import Certificate

TENANT = "11111111-2222-3333-4444-555555555555"
CLIENT_ID = "66666666-7777-8888-9999-000000000000"
SECRET = "a-fictional-secret"  # noqa: S105 - of an application that exists in tests alone
CODE = "FOI-2026"


def _part(document: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()


@dataclass
class TokenServer:
    """Issues `token-1`, `token-2` and so on, unless a test has put another answer in `answers`.

    An answer is a status and a document (or a text). `forms` holds what was posted, in order.
    """

    folder: Path
    certificate: Certificate
    user: str = "j.hart@northshire.example"
    lifetime: int = 3600
    answers: deque[tuple[int, Any]] = field(default_factory=deque)
    forms: list[dict[str, str]] = field(default_factory=list)
    issued: int = 0

    def __enter__(self) -> Self:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate.file, self.certificate.key)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        self.authority = f"https://localhost:{self._server.server_address[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Go away: from now on nobody listens at the address."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    @property
    def ca_file(self) -> Path:
        """Whom to trust, so that its certificate is."""
        return self.certificate.file

    def refuse(self, error: str, description: str, *, status: int = 400, times: int = 1) -> None:
        """Answer the next requests for a token with an error (RFC 6749 section 5.2)."""
        document = {"error": error, "error_description": description}
        self.answers.extend([(status, document)] * times)

    @property
    def grants(self) -> list[str]:
        """By what each token was asked for."""
        return [form.get("grant_type", "").rsplit(":", 1)[-1] for form in self.forms]

    def google_key(self, **changes: str) -> Path:
        """Write the key file of a service account whose tokens come from here."""
        key = self.certificate.key.read_text()
        document = {
            "type": "service_account",
            "client_email": "foi@northshire.iam.gserviceaccount.example",
            "private_key_id": "1",
            "private_key": key,
            "token_uri": f"{self.authority}/token",
        }
        file = self.folder / "account.json"
        file.write_text(json.dumps(document | changes))
        return file

    def _addresses(self, tenant: str) -> dict[str, str]:
        base = f"{self.authority}/{tenant}"
        return {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        }

    def _invitation(self) -> dict[str, Any]:
        return {
            "user_code": CODE,
            "device_code": "a-device",
            "verification_uri": "https://microsoft.example/devicelogin",
            "expires_in": 900,
            "interval": 0,
            "message": "as above",
        }

    def _token(self) -> tuple[int, Any]:
        if self.answers:
            return self.answers.popleft()
        self.issued += 1
        claims = {
            "aud": CLIENT_ID,
            "iss": f"{self.authority}/{TENANT}/v2.0",
            "exp": int(time.time()) + 3600,
            "sub": "1",
            "oid": "1",
            "tid": TENANT,
            "preferred_username": self.user,
        }
        return 200, {
            "access_token": f"token-{self.issued}",
            "refresh_token": f"refresh-{self.issued}",
            "id_token": f"{_part({'alg': 'none'})}.{_part(claims)}.x",
            "client_info": _part({"uid": "1", "utid": TENANT}),
            "scope": " ".join(FOR_A_PERSON),
            "token_type": "Bearer",
            "expires_in": self.lifetime,
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        place = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                tenant = urlsplit(self.path).path.split("/")[1]
                if tenant == TENANT:
                    self._say(200, place._addresses(tenant))
                else:
                    self._say(400, {"error_description": "AADSTS90002: Tenant not found."})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if self.path.endswith("/devicecode"):
                    self._say(200, place._invitation())
                    return
                place.forms.append(dict(parse_qsl(body)))
                self._say(*place._token())

            def _say(self, status: int, document: Any) -> None:
                text = document if isinstance(document, str) else json.dumps(document)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Say nothing on the terminal."""

        return Handler
