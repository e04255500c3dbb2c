"""On the day the assistant goes live, the cases open elsewhere come in from a list."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assistant.domain.errors import NotAllowed
from assistant.services import bring_in_cases as bringing
from assistant.store.models import Case, Draft, Event, Message, User
from tests.world import World

LIST = """Reference,Received,Name,Email,Subject,Request,Regime,Officer
F/7,2/2/2026,Robin Ash,robin@example.org,Boats,How many boats do you own? Where are they?,,olwen
F/8,soon,Alex Carter,alex@example.org,Cars,How many cars?,FOI,
F/9,2026-02-16,Bo Dale,,Nothing to write to,How many vans?,FOI,
F/10,2026-02-16,Bo Dale,bo@example.org,,How much water leaked last year?,EIR,
F/11,2026-02-16,Bo Dale,bo@example.org,Dogs,How many dogs?,FOI,nobody
"""


@pytest.fixture
def supervisor(world: World, client: Client) -> Client:
    client.force_login(world.supervisor)
    return client


def choose(client: Client, do: str, content: str = LIST) -> str:
    file = SimpleUploadedFile("open.csv", content.encode(), content_type="text/csv")
    answer = client.post("/cases/bring-in/", {"file": file, "do": do})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_list_is_checked_before_anything_is_stored(supervisor: Client) -> None:
    page = choose(supervisor, "check")

    assert "2 cases to bring in, 0 here already, 3 rows refused." in page
    for words in ("“soon” is no date", "has to be answered", "Nobody here is called “nobody”"):
        assert words in page
    assert not Case.objects.exists()
    assert not Message.objects.exists()


def test_each_row_that_is_fit_becomes_a_case_with_its_own_clock(
    supervisor: Client, world: World
) -> None:
    page = choose(supervisor, "bring-in")

    assert "2 cases opened, 0 here already, 3 rows refused." in page
    boats, water = Case.objects.order_by("pk")
    assert (boats.title, boats.regime, boats.officer) == ("Boats (F/7)", "FOI", world.officer)
    assert (boats.received_on, boats.due_on) == (date(2026, 2, 2), date(2026, 3, 2))
    assert boats.parts.count() == 2
    assert (boats.requester.name, boats.requester.address) == ("Robin Ash", "robin@example.org")
    assert (water.title, water.regime) == ("How much water leaked last year? (F/10)", "EIR")
    assert water.receipt_basis == "brought_in"
    told = Event.objects.get(case=boats, kind="opened").note.text
    assert told == "Brought in from another system, where it was F/7."
    for case in (boats, water):
        assert f"/cases/{case.reference}/" in page
        # The other system's people have acknowledged it.
        assert [*Draft.objects.filter(case=case).values_list("kind", flat=True)] == ["response"]
        assert supervisor.get(f"/cases/{case.reference}/").status_code == 200


def test_a_mended_list_brings_in_what_was_missing_and_nothing_twice(supervisor: Client) -> None:
    choose(supervisor, "bring-in")
    mended = LIST.replace("soon", "2/3/2026")

    page = choose(supervisor, "bring-in", mended)

    assert "1 case opened, 2 here already, 2 rows refused." in page
    assert Case.objects.count() == 3


def test_a_row_that_stands_twice_is_one_case(supervisor: Client) -> None:
    rows = LIST.splitlines()
    twice = "\n".join([rows[0], rows[1], rows[1]])

    for do in ("check", "bring-in"):
        assert "The same row stands further up in the list." in choose(supervisor, do, twice)
    assert Case.objects.count() == 1


def test_a_file_that_is_no_list_is_refused_in_the_form(supervisor: Client) -> None:
    page = choose(supervisor, "bring-in", "nothing,of,use\n1,2,3\n")

    assert "There is a problem" in page
    assert "The list has no column" in page
    page = supervisor.post("/cases/bring-in/", {"do": "check"}).content.decode()
    assert "Choose a CSV file" in page


def test_a_file_that_is_too_large_is_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing, "LARGEST", 10)
    with pytest.raises(NotAllowed, match="Cut the list"):
        bringing.bring_in_cases(
            b"x" * 11,
            only_check=True,
            authority=world.authority,
            by=world.supervisor,
            clock=world.clock,
        )


def test_only_supervisors_of_the_authority_bring_cases_in(
    signed_in: Client, world: World, stranger: User
) -> None:
    assert signed_in.get("/cases/bring-in/").status_code == 403
    assert "bring-in" not in signed_in.get("/cases/add/").content.decode()
    stranger.role = User.Role.SUPERVISOR
    for nobody in (world.officer, stranger):
        with pytest.raises(NotAllowed, match="Only a supervisor"):
            bringing.bring_in_cases(
                LIST.encode(),
                only_check=False,
                authority=world.authority,
                by=nobody,
                clock=world.clock,
            )
    assert not Case.objects.exists()
