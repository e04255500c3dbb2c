"""The fast reading of a FETCH answer says what IMAPClient's careful one says, or nothing."""

import contextlib
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from imapclient.response_parser import parse_fetch_response

from assistant.adapters.imap_fetching import MONTHS, usual
from assistant.adapters.imap_reading import SEARCH_WINDOW, number_set, windows

NUMBERS = st.integers(1, 2**32 - 1)
MOMENTS = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 (its zone is drawn as well)
    datetime(2100, 1, 1),  # noqa: DTZ001 (its zone is drawn as well)
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
).map(lambda moment: moment.replace(microsecond=0))


def said(items: list[str], number: int) -> str:
    return f"{number} ({' '.join(items)}"


def date_said(moment: datetime) -> str:
    day = f"{moment.day:2d}-{MONTHS[moment.month - 1]}-{moment.year}"
    return f'INTERNALDATE "{day} {moment:%H:%M:%S %z}"'


@given(NUMBERS, NUMBERS, st.integers(0, 10**9), MOMENTS, st.randoms(use_true_random=False))
def test_what_servers_usually_say_is_read_alike(
    number: int, uid: int, size: int, moment: datetime, chance: object
) -> None:
    items = [f"UID {uid}", f"RFC822.SIZE {size}", date_said(moment)]
    chance.shuffle(items)  # type: ignore[attr-defined]  # it is a random.Random
    lines = [said(items, number).encode() + b")"]
    carefully = parse_fetch_response(lines, normalise_times=False)[uid]
    found = usual(lines)[uid]
    assert found[b"RFC822.SIZE"] == carefully[b"RFC822.SIZE"] == size
    assert found[b"INTERNALDATE"] == carefully[b"INTERNALDATE"] == moment.astimezone(UTC)


@given(NUMBERS, st.binary(max_size=300))
def test_any_bytes_of_a_message_are_read_as_they_are(uid: int, raw: bytes) -> None:
    lines = [(b"7 (UID %d BODY[] {%d}" % (uid, len(raw)), raw), b")"]
    assert usual(lines)[uid][b"BODY[]"] is raw


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    b"1 (UID 5 RFC822.SIZE 3)",
                    b"1 (UID 5 FLAGS (\\Seen))",
                    b"1 (FLAGS ())",
                    b")",
                    b" UID 5)",
                    b'1 (UID 5 INTERNALDATE "31-Feb-2026 12:00:00 +0000")',
                    b"1 (UID 5 BODY[] NIL)",
                    b'1 (UID 5 BODY[] "")',
                    (b"1 (UID 5 BODY[] {2}", b"xy"),
                    (b"1 (BODY[] {2}", b"xy"),
                    (b"1 (UID 5 BODY[HEADER] {2}", b"xy"),
                ]
            ),
            st.binary(max_size=40),
        ),
        max_size=6,
    )
)
def test_what_is_read_at_all_is_what_the_careful_reading_says(lines: list[object]) -> None:
    with contextlib.suppress(ValueError, LookupError):
        found = usual(lines)
        carefully = parse_fetch_response(lines or [None], normalise_times=False)
        for uid, items in found.items():
            assert items.items() <= carefully[uid].items()


@given(st.sets(st.integers(1, 60), max_size=30))
def test_a_set_of_numbers_names_each_of_them_and_no_other(uids: set[int]) -> None:
    named: list[int] = []
    for part in filter(None, number_set(sorted(uids)).split(",")):
        low, _, high = part.partition(":")
        named += range(int(low), int(high or low) + 1)
    assert named == sorted(uids)


@given(NUMBERS, NUMBERS, st.lists(st.booleans(), max_size=40))
def test_ranges_cover_every_number_once_in_order(low: int, uidnext: int, found: list[bool]) -> None:
    ranges = windows(low, uidnext)
    window = next(ranges)
    hits = iter(found)
    expected = low
    while not window.endswith("*"):
        first, last = map(int, window.split(":"))
        assert first == expected
        assert last - first + 1 >= SEARCH_WINDOW
        expected = last + 1
        window = ranges.send(next(hits, False))
    assert window == f"{expected}:*"
