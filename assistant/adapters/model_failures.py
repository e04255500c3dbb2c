"""What went wrong with a call of a model, in plain words, whichever library it went through.

Each provider's library has failures of its own. They are known by the names of their classes and of
what these derive from, and by the status of the answer (RFC 9110 section 15).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

Kind = Literal["settings", "passing", "final"]
# More than this of a server's own words tells nobody more.
LONGEST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed call.

    `kind` is "settings" where a person has to change them, "passing" where it may do in a moment,
    and "final" where the same question would fail again. `after` is for how many seconds the server
    asks to be left alone; `said` holds its own words, or what the model had said by then. `worked`
    says that the model did work for it, which is paid for.
    """

    kind: Kind
    problem: str
    after: float | None = None
    said: str = ""
    worked: bool = False
    tokens_in: int = 0
    tokens_out: int = 0


# By name of a class; the first row that fits counts, so what is special stands before the general.
BY_NAME: Mapping[str, tuple[Kind, str]] = {
    "ModelAuthenticationError": ("settings", "the server refused the key"),
    "ModelPermissionDeniedError": ("settings", "the key may not use this model"),
    "ModelNotFoundError": ("settings", "the server has no such model, or is no model’s server"),
    "ModelRateLimitError": ("passing", "the server takes no more calls at the moment"),
    "ModelTimeoutError": ("passing", "the server did not answer in time"),
    "ModelConnectionError": ("passing", "the server cannot be reached"),
    "ModelAPIError": ("passing", "the server failed"),
    "ContextOverflowError": ("final", "the question is longer than the model can take"),
    "ModelInvalidRequestError": (
        "final",
        "the server refused the question, or its form (FOI_MODEL_SCHEMA)",
    ),
    "LengthFinishReasonError": ("final", "the answer was cut off at its greatest length"),
    "ContentFilterFinishReasonError": ("final", "the model refused to answer"),
    "NoCredentialsError": ("settings", "no key is set"),
    "TimeoutException": ("passing", "the server did not answer in time"),
    "TransportError": ("passing", "the server cannot be reached"),
    "HTTPClientError": ("passing", "the server cannot be reached"),
    "TimeoutError": ("passing", "the server did not answer in time"),
    "ConnectionError": ("passing", "the server cannot be reached"),
}
BY_STATUS: Mapping[int, tuple[Kind, str]] = {
    401: BY_NAME["ModelAuthenticationError"],
    403: BY_NAME["ModelPermissionDeniedError"],
    404: BY_NAME["ModelNotFoundError"],
    408: BY_NAME["ModelTimeoutError"],
    429: BY_NAME["ModelRateLimitError"],
}


def failure(error: Exception, *, secret: str = "") -> Failure:
    """Say what an error of a provider's library means; `secret` is taken out of its words."""
    status = _status(error)
    names = {each.__name__ for each in type(error).__mro__}
    named = next((row for name, row in BY_NAME.items() if name in names), None)
    kind, problem = named or BY_STATUS.get(status) or _otherwise(status)
    text, tokens_in, tokens_out = _completion(error)
    said = text or str(error)[:LONGEST_WORDS]
    return Failure(
        kind=kind,
        problem=problem or f"the answer could not be read ({type(error).__name__})",
        after=_retry_after(error),
        said=said.replace(secret, "…") if secret else said,
        worked=bool(text) or "in time" in problem,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
    )


def _completion(error: Exception) -> tuple[str, int, int]:
    """Return what a model had said, and its tokens, where its library minds how it ended."""
    completion: Any = getattr(error, "completion", None)
    if completion is None or not getattr(completion, "choices", None):
        return "", 0, 0
    usage = getattr(completion, "usage", None)
    return (
        str(completion.choices[0].message.content or ""),
        int(getattr(usage, "prompt_tokens", 0) or 0),
        int(getattr(usage, "completion_tokens", 0) or 0),
    )


def _otherwise(status: int) -> tuple[Kind, str]:
    """Tell a server's fault (5xx) from an answer that nobody could read."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return BY_NAME["ModelAPIError"]
    return "final", ""


def _status(error: Exception) -> int:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return 0


def _retry_after(error: Exception) -> float | None:
    """Return the seconds of a Retry-After header; a date in it is left unread."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None)
    value = headers.get("retry-after") if hasattr(headers, "get") else None
    try:
        seconds = float(value) if value is not None else None
    except (TypeError, ValueError):
        return None
    return seconds if seconds is not None and 0 <= seconds < float("inf") else None
