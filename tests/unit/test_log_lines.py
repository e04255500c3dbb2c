"""Lines of the log: what is left out of them, what stays, and the ids that they bear."""

import io
import json
import logging
import sys
from collections.abc import Callable

import pytest
from django.db import IntegrityError, OperationalError

from assistant import log_context
from assistant.domain.errors import TryAgainLater
from assistant.project.logs import (
    HEARD_FROM,
    HIDDEN,
    JsonLine,
    StrippedHandler,
    TextLine,
    described,
    hide,
    stripped,
)

NAME, ADDRESS, FILE = "Ada Quince", "ada.quince@mail.example.org", "Quince payslip.pdf"
OURS, THEIRS = "assistant.services.somewhere", "imapclient.imaplib"


def record(
    logger: str, message: object, *arguments: object, error: BaseException | None = None
) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(logger, logging.ERROR, __file__, 7, message, arguments, trace, "func")


def line(given: logging.LogRecord, form: Callable[[], logging.Formatter] = TextLine) -> str:
    stream = io.StringIO()
    handler = StrippedHandler(kept=("FOI@northshire.example",), stream=stream)
    handler.setFormatter(form())
    handler.handle(given)
    return stream.getvalue()


def caught(raising: Callable[[], object]) -> BaseException:
    try:
        raising()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test wants
        return error
    raise AssertionError


def test_what_is_quoted_and_what_is_an_address_is_left_out_of_our_own_messages() -> None:
    said = line(record(OURS, "%s: %s", 5, f"the file “{FILE}” of <{ADDRESS}> and '{NAME}'"))
    assert "5: the file “…” of <…> and “…”" in said
    assert "Quince" not in said
    assert "foi@northshire.example: 3 new" in line(
        record(OURS, "%s: %d new", "foi@northshire.example", 3)
    )


def test_an_apostrophe_is_no_quotation_mark() -> None:
    words = "The authority's server refused the assistant's sign-in"
    assert hide(words) == words


def test_what_a_database_says_of_rows_is_left_out_and_what_it_says_of_itself_stays() -> None:
    broken = IntegrityError(f"duplicate key\nDETAIL:  Key (address)=({NAME}) already exists.")
    assert (
        line(record(OURS, "It failed: %s", broken))
        .strip()
        .endswith("It failed: django.db.utils.IntegrityError")
    )
    assert "disk is full" in line(record(OURS, "%s", OperationalError("disk is full")))
    assert hide(f"it failed DETAIL: Failing row contains ({NAME})") == "it failed"


def test_of_an_error_its_kind_and_its_places_are_written_and_never_its_text() -> None:
    def inner() -> None:
        raise ValueError(f"cannot read {NAME}")

    def outer() -> None:
        try:
            inner()
        except ValueError as error:
            raise OSError(28, f"no space for {NAME}") from error

    said = line(record(OURS, "It broke", error=caught(outer)))
    assert "OSError: No space left on device" in said
    assert "ValueError\n" in said
    assert f"  at {__name__}:" in said
    assert "in inner" in said
    assert "Quince" not in said


def test_what_our_own_errors_say_to_do_stays() -> None:
    error = caught(lambda: (_ for _ in ()).throw(TryAgainLater(f"Wait for “{NAME}”, then go on.")))
    said = line(record(OURS, "Draft %d waits: %s", 3, error, error=error))
    assert said.count("Wait for “…”, then go on.") == 2


def test_of_other_libraries_the_words_of_their_source_are_written_and_numbers_alone() -> None:
    assert "<FETCH …> in 3 ms" in line(record(THEIRS, "<FETCH %s> in %d ms", NAME, 3))
    assert f"{THEIRS} {HIDDEN}\n" in line(record(THEIRS, f"got {NAME}"))
    assert "from …" in line(record(THEIRS, "from %(who)s", {"who": NAME}))
    assert f"{THEIRS} {HIDDEN}\n" in line(record(THEIRS, "%d lines", NAME))
    assert "Quince" not in line(record(THEIRS, ValueError(NAME)))


def test_rows_are_named_by_their_number_and_unknown_things_not_at_all() -> None:
    class Row:
        pk = 12

        def __str__(self) -> str:
            return NAME

    said = line(record(OURS, "%s %s %s", Row(), object(), [1, ADDRESS]))
    assert f"Row 12 object {HIDDEN} [1, '{HIDDEN}']" in said
    assert "Quince" not in said


def test_a_line_bears_the_ids_of_what_is_in_hand_and_later_ones_do_not() -> None:
    with log_context.bound(request="ab12", case=7):
        said = json.loads(line(record(OURS, "Done"), JsonLine))
        assert line(record(OURS, "Done")).endswith("Done [request=ab12 case=7]\n")
    assert (said["request"], said["case"], said["message"]) == ("ab12", 7, "Done")
    assert said["at"].endswith("+00:00")
    assert said["where"] == "test_log_lines:7"
    assert dict(log_context.ids()) == {}


def test_an_http_request_that_failed_has_its_status_and_not_its_address() -> None:
    given = record("django.request", "Not Found: %s", f"/cases/{NAME}/")
    given.status_code = 404
    given.request = NAME
    kept = stripped(given)
    assert NAME not in repr(kept.__dict__)
    assert json.loads(line(given, JsonLine))["status"] == 404


def test_one_message_is_one_line_whatever_is_in_it() -> None:
    assert line(record(OURS, "%s", "a\nb\r\nERROR c")).count("\n") == 1
    assert line(record(OURS, "%s", "a\nb"), JsonLine).count("\n") == 1


def test_a_line_that_cannot_be_written_is_not_printed_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left")

    handler = StrippedHandler(stream=Full())
    handler.setFormatter(TextLine())
    handler.handle(record(OURS, NAME))
    assert "".join(capsys.readouterr()) == ""


def test_libraries_that_tell_all_are_heard_only_when_it_is_grave() -> None:
    told = described("DEBUG", "json", kept=())
    assert told["root"] == {"handlers": ["stderr"], "level": "DEBUG"}
    heard = told["loggers"]
    assert isinstance(heard, dict)
    for name in ("imapclient", "mail.log", "httpx", "django.db.backends", "django.request"):
        assert heard[name]["level"] == "WARNING"
    # Django's own handlers write what is not stripped.
    assert heard["django"]["handlers"] == heard["django.server"]["handlers"] == []
    assert all(level in {"WARNING", "ERROR", "CRITICAL"} for level in HEARD_FROM.values())


def test_faults_that_nobody_catches_go_to_the_log_without_their_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import threading  # noqa: PLC0415 - its hook is put back after the test

    from assistant import running  # noqa: PLC0415 - as above

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    running.log_what_is_uncaught()
    stream = io.StringIO()
    handler = StrippedHandler(stream=stream)
    handler.setFormatter(TextLine())
    logging.getLogger("assistant.running").addHandler(handler)
    try:
        error = caught(lambda: int(NAME))
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=lambda: int(NAME))
        thread.start()
        thread.join()
    finally:
        logging.getLogger("assistant.running").removeHandler(handler)
    assert stream.getvalue().count("ValueError") == 2
    assert "Quince" not in stream.getvalue()
