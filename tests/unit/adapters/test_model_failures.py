"""A failed call is called the same whichever library it went through."""

from types import SimpleNamespace

import pytest

from assistant.adapters.model_failures import BY_NAME, failure


class _Failed(Exception):
    """What a library raises, with whatever it hangs on its errors."""

    def __init__(self, **given: object) -> None:
        super().__init__("Its own words.")
        self.__dict__.update(given)


def _with_header(value: object) -> _Failed:
    response = SimpleNamespace(status_code=429, headers={"retry-after": value})
    return _Failed(response=response)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_class_is_known_by_its_name_and_by_what_it_derives_from(name: str) -> None:
    general = type(name, (Exception,), {})
    special = type("Special", (general,), {})
    found = failure(special("Its own words."))
    assert (found.kind, found.problem) == BY_NAME[name]
    assert found.said == "Its own words."


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, "settings"), (404, "settings"), (429, "passing"), (503, "passing"), (418, "final")],
)
def test_else_the_status_of_the_answer_tells(status: int, kind: str) -> None:
    assert failure(_Failed(status_code=status)).kind == kind
    assert failure(_Failed(response=SimpleNamespace(status_code=status))).kind == kind


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("-1", None),
        ("inf", None),
        ("nan", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
        (None, None),
    ],
)
def test_a_rest_is_taken_where_it_is_a_number_of_seconds(
    value: object, seconds: float | None
) -> None:
    assert failure(_with_header(value)).after == seconds


def test_what_nobody_knows_is_final_and_named() -> None:
    found = failure(_Failed())
    assert (found.kind, found.after, found.worked) == ("final", None, False)
    assert found.problem == "the answer could not be read (_Failed)"


def test_a_call_that_ran_out_of_time_is_paid_for() -> None:
    assert failure(TimeoutError("no answer")).worked
    assert not failure(ConnectionRefusedError("no server")).worked
