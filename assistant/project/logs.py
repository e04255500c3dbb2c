"""How the log is written: without personal data, whatever the program or a library wanted to say.

Nothing is trusted to be free of it. Of an exception its kind and the places it passed are written,
and its text only where it is one of our own three, which say what to do. Of our own messages what
was put into them is masked where it is an address or stands in quotation marks. Of other libraries'
messages only the words in their source are written, with the numbers put into them.
"""

import json
import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from numbers import Number
from types import TracebackType
from typing import TextIO

from django.db import OperationalError

from assistant import log_context
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater

HIDDEN = "…"
# Errors whose texts are shown, masked: ours, and what a database says of itself, not of rows.
SAID = (NeedsAPerson, NotAllowed, TryAgainLater, OperationalError)
MOST_FRAMES, MOST_CAUSES = 30, 5
# Of errors of a database only the first sentence: what follows these words are values of rows.
_VALUES = re.compile(r"\s*\b(?:DETAIL|CONTEXT|HINT|LINE \d+):.*", re.DOTALL)
_ADDRESS = re.compile(r"[^\s<>\"'“”‘’(),:;\[\]]+@[^\s<>\"'“”‘’(),:;\[\]/]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]*['’](?!\w)", re.DOTALL)

# Loggers of others that may say at DEBUG and INFO what mail, letters or people said, and from which
# level on they are heard at all. Whatever they say then is stripped like everybody's: this table
# keeps the log short, and the data out of what has to be stripped.
HEARD_FROM: Mapping[str, str] = {
    # Each SQL statement with its values: names, addresses, letters.
    "django.db.backends": "WARNING",
    # Variables that a template looked for in vain, with what was there instead.
    "django.template": "WARNING",
    # Addresses of pages: people type names into them.
    "django.request": "WARNING",
    "django.server": "WARNING",
    # Each IMAP command and answer: senders, subjects, whole messages.
    "imapclient": "WARNING",
    # Each SMTP command and the lines of a message.
    "mail.log": "WARNING",
    # The tasks and connections of the listener, with what they hold.
    "asyncio": "WARNING",
    # Each HTTP request with its address, and its headers: tokens and questions.
    "httpx": "WARNING",
    "httpx2": "WARNING",
    "httpcore": "WARNING",
    "urllib3": "WARNING",
    "requests": "WARNING",
    # Tokens' claims, which name people.
    "msal": "WARNING",
    "google": "WARNING",
    "oauthlib": "WARNING",
    # Passages of letters, as they are stored and asked for.
    "chromadb": "WARNING",
    # What models were told and what they answered.
    "openai": "WARNING",
    "anthropic": "WARNING",
    "botocore": "WARNING",
    "langchain": "WARNING",
    "langchain_core": "WARNING",
    "langchain_openai": "WARNING",
    "langchain_anthropic": "WARNING",
    "langchain_ollama": "WARNING",
    "langsmith": "WARNING",
    # Words and structures of documents that people attached.
    "pypdf": "ERROR",
    "fontTools": "ERROR",
    "openpyxl": "ERROR",
    "PIL": "ERROR",
    # Each task with the text of what went wrong in it; project/working.py says it without.
    "django_tasks": "CRITICAL",
    "django_tasks_db": "CRITICAL",
}


def described(level: str, form: str, kept: Sequence[str]) -> dict[str, object]:
    """Return Django's LOGGING: everything to standard error, stripped; `form` is text or json.

    `kept` are the authority's own addresses, which may stand in the log.
    """
    heard: dict[str, dict[str, object]] = {
        name: {"level": level} for name, level in HEARD_FROM.items()
    }
    # Django gives these handlers of its own, which would write what is not stripped.
    for name in ("django", "django.server"):
        heard[name] = {**heard.get(name, {}), "handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"()": "assistant.project.logs.TextLine"},
            "json": {"()": "assistant.project.logs.JsonLine"},
        },
        "handlers": {
            "stderr": {
                "()": "assistant.project.logs.StrippedHandler",
                "kept": tuple(kept),
                "formatter": form,
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": heard,
    }


class StrippedHandler(logging.StreamHandler[TextIO]):
    """Writes lines to standard error, each made anew without what may be personal data."""

    def __init__(self, kept: Sequence[str] = (), stream: TextIO | None = None) -> None:
        """Remember which addresses may stand in the log, in lower case."""
        super().__init__(stream)
        self._kept = frozenset(address.lower() for address in kept)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        super().emit(stripped(record, self._kept))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing of a line that cannot be written: Python would print what was in it."""


def stripped(record: logging.LogRecord, kept: frozenset[str] = frozenset()) -> logging.LogRecord:
    """Return a new record that holds no personal data; nothing of the given one is kept with it."""
    ours = record.name.partition(".")[0] == "assistant"
    message = _put_together(record.msg, record.args, kept if ours else None)
    made = logging.LogRecord(
        record.name, record.levelno, record.pathname, record.lineno, message, None, None
    )
    made.created, made.msecs = record.created, record.msecs
    made.funcName, made.module = record.funcName, record.module
    made.ids = {**_of_request(getattr(record, "request", None)), **log_context.ids()}
    status = getattr(record, "status_code", None)
    made.status = status if isinstance(status, int) else None
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    made.trace = list(_told(error, kept)) if error is not None else []
    return made


def _of_request(http_request: object) -> dict[str, int | str]:
    """Return the id of an HTTP request and its page's name: Django logs after all middleware."""
    told = {"request": getattr(http_request, "known_as", "")}
    match = getattr(http_request, "resolver_match", None)
    told["page"] = getattr(match, "view_name", "")
    return {name: value for name, value in told.items() if isinstance(value, str) and value}


def _put_together(template: object, given: object, kept: frozenset[str] | None) -> str:
    """Return a message with what was put into it made safe; `kept` is None for other libraries."""
    if not isinstance(template, str):
        return str(_safe(template, kept))
    if not given:
        # Words of a library that are ready made may hold anything.
        return hide(template, kept) if kept is not None else HIDDEN
    safe: object
    if isinstance(given, Mapping):
        safe = {name: _safe(value, kept) for name, value in given.items()}
    else:
        each = given if isinstance(given, tuple) else (given,)
        safe = tuple(_safe(value, kept) for value in each)
    try:
        return template % safe
    except (TypeError, ValueError, KeyError):
        return HIDDEN


def _safe(value: object, kept: frozenset[str] | None) -> object:
    """Return a value as it may stand in the log."""
    if value is None or isinstance(value, Number):
        return value
    if kept is None:
        return HIDDEN
    if isinstance(value, list | tuple | set | frozenset):
        return [_safe(one, kept) for one in value]
    return _worded(value, kept)


def _worded(value: object, kept: frozenset[str]) -> str:
    """Return what is said in our own messages of a text, an error or a row."""
    if isinstance(value, str):
        return hide(value, kept)
    if isinstance(value, BaseException):
        return _kind(value, kept)
    number = getattr(value, "pk", HIDDEN)
    return f"{type(value).__name__} {number if isinstance(number, int) else HIDDEN}"


def hide(text: str, kept: frozenset[str] | None = frozenset()) -> str:
    """Return a text without addresses, without what is quoted, and without values of rows."""

    def address(found: re.Match[str]) -> str:
        return found[0] if found[0].lower() in (kept or ()) else HIDDEN

    return _ADDRESS.sub(address, _QUOTED.sub(f"“{HIDDEN}”", _VALUES.sub("", text)))


def _told(error: BaseException, kept: frozenset[str]) -> Iterator[str]:
    """Yield what is said of an exception and of what caused it, the last cause last.

    Its kind and the places it passed, without the texts of either: a text may be anything, and a
    line of source is to be had at its place.
    """
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < MOST_CAUSES:
        seen.add(id(one))
        yield f"{_kind(one, kept)}"
        yield from _places(one.__traceback__)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _kind(error: BaseException, kept: frozenset[str]) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, SAID):
        return f"{name}: {hide(str(error), kept)}"
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f"{name}: {os.strerror(error.errno)}"
    return name


def _places(trace: TracebackType | None) -> list[str]:
    """Return where an exception passed, the last place last."""
    places = []
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        places.append(f"  at {module}:{trace.tb_lineno} in {frame.f_code.co_name}")
        trace = trace.tb_next
    return places[-MOST_FRAMES:]


class TextLine(logging.Formatter):
    """A line for people: when, how grave, who says it, what, and the ids it is about."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a stripped record as text, its trace on lines of its own."""
        about = " ".join(f"{name}={value}" for name, value in _ids(record).items())
        line = (
            f"{self.formatTime(record)} {record.levelname} {record.name} "
            f"{_one_line(record.getMessage())}{f' [{about}]' if about else ''}"
        )
        return "\n".join((line, *_trace(record)))


class JsonLine(logging.Formatter):
    """An object a line, for programs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a stripped record as JSON; times are UTC."""
        shown: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "where": f"{record.module}:{record.lineno}",
            **_ids(record),
        }
        if trace := _trace(record):
            shown["trace"] = trace
        return json.dumps(shown)


def _ids(record: logging.LogRecord) -> dict[str, object]:
    """Return the ids of a stripped record, and the status of an HTTP request that failed."""
    status = getattr(record, "status", None)
    return {**getattr(record, "ids", {}), **({"status": status} if status else {})}


def _trace(record: logging.LogRecord) -> list[str]:
    return list(getattr(record, "trace", ()))


def _one_line(text: str) -> str:
    """Return a text that cannot pretend to be several lines of the log."""
    return " ".join(text.split())
