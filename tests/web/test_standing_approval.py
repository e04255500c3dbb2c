"""Standing approval: read what would leave, approve it ahead until a day, end it, see its work."""

import re

import pytest
from django.test import Client

from assistant.store.models import StandingApproval, Wording
from tests.letters import mail
from tests.standing import acknowledge, approve_ahead, mailbox_of
from tests.world import World

PRINT = re.compile(r'name="fingerprint" value="([0-9a-f]{64})"')


@pytest.fixture
def supervising(world: World, client: Client) -> Client:
    """A browser in which the supervisor of Northshire Police is signed in."""
    client.force_login(world.supervisor)
    return client


def _address(world: World) -> str:
    return f"/mailboxes/{mailbox_of(world).pk}/standing-approval/"


def _page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def _posted(client: Client, world: World, **other: str) -> dict[str, str]:
    found = PRINT.search(_page(client, _address(world)))
    assert found is not None
    return {
        "fingerprint": found[1],
        "expires_on_0": "30",
        "expires_on_1": "9",
        "expires_on_2": "2026",
        "reason": "Requesters should hear from us at once.",
        **other,
    }


def test_it_is_off_and_the_page_shows_what_would_leave(supervising: Client, world: World) -> None:
    page = _page(supervising, _address(world))

    assert "govuk-tag--grey" in page
    assert "Each acknowledgement waits for a person" in page
    assert "Freedom of Information Act 2000: “Sample request”" in page
    assert "Environmental Information Regulations 2004: “Sample request”" in page
    assert "Acknowledgement, FOIA, version 1" in page
    assert "At most twelve months ahead: 3 3 2027" in page


def test_a_supervisor_approves_what_was_shown(supervising: Client, world: World) -> None:
    answer = supervising.post(_address(world), _posted(supervising, world))

    assert answer["Location"] == _address(world)
    row = StandingApproval.objects.get()
    assert (row.approved_by, str(row.expires_on)) == (world.supervisor, "2026-09-30")
    page = _page(supervising, _address(world))
    assert "leave by machine until 30/09/2026" in page
    assert "until 30 September 2026" in page
    assert "In force" in _page(supervising, "/mailboxes/")


def test_what_has_changed_since_it_was_shown_is_not_approved(
    supervising: Client, world: World
) -> None:
    posted = _posted(supervising, world)
    Wording.objects.filter(ident="salutation").update(text="Hello {requester}")

    answer = supervising.post(_address(world), posted)

    page = answer.content.decode()
    assert "no longer what you were shown" in page
    assert "Hello Alex Sample" in page
    # The page carries the fingerprint of what it shows now: a second try is a choice.
    again = PRINT.findall(page)
    assert len(again) == 1
    assert again != [posted["fingerprint"]]
    assert not StandingApproval.objects.exists()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"reason": ""}, "Enter why"),
        ({"expires_on_2": ""}, "Enter a date with day, month and year"),
        ({"expires_on_2": "2030"}, "twelve months at most"),
        ({"expires_on_2": "2025"}, "passed already"),
    ],
)
def test_what_is_missing_or_impossible_is_said(
    supervising: Client, world: World, other: dict[str, str], said: str
) -> None:
    page = supervising.post(_address(world), _posted(supervising, world, **other))

    assert said in page.content.decode()
    assert not StandingApproval.objects.exists()


def test_an_officer_reads_and_can_neither_give_nor_end_it(signed_in: Client, world: World) -> None:
    approve_ahead(world)

    page = _page(signed_in, _address(world))
    assert "A supervisor or an administrator gives and ends it" in page
    assert "Approve acknowledgements ahead" not in page
    assert "End the standing approval" not in page

    ended = signed_in.post(f"{_address(world)}end/", {"end-reason": "Because"})
    assert "Only a supervisor" in ended.content.decode()
    assert StandingApproval.objects.get().revoked_at is None


def test_ending_it_asks_why_and_keeps_it_in_the_history(supervising: Client, world: World) -> None:
    approve_ahead(world)

    empty = supervising.post(f"{_address(world)}end/", {"end-reason": ""}).content.decode()
    assert "Enter why it ends" in empty
    done = supervising.post(f"{_address(world)}end/", {"end-reason": "A new letter comes."})

    assert done["Location"] == _address(world)
    page = _page(supervising, _address(world))
    assert "From now on each acknowledgement waits" in page
    assert "by sam: A new letter comes." in page
    assert "day they write" in page


def test_a_void_one_says_why_and_what_to_do(supervising: Client, world: World) -> None:
    approve_ahead(world)
    Wording.objects.filter(ident="salutation").update(text="Hello {requester}")

    page = _page(supervising, _address(world))

    assert "It is void, so each acknowledgement waits for a person." in page
    assert "“Salutation” has another text now" in page
    assert "approve it again if it is right" in page
    assert "“Salutation” has another text now" in _page(supervising, "/mailboxes/")


def test_wording_that_is_missing_is_said_and_nothing_can_be_approved(
    supervising: Client, world: World
) -> None:
    Wording.objects.filter(ident="salutation").delete()

    page = _page(supervising, _address(world))

    assert "The acknowledgement cannot be composed" in page
    assert "Approve acknowledgements ahead" not in page


def test_the_pages_say_under_which_approval_a_letter_was_sent(
    signed_in: Client, world: World
) -> None:
    approve_ahead(world)
    case = world.case()
    letter = acknowledge(world, case)
    assert letter is not None
    said = "under the standing approval of sam of 2 March 2026"

    for address in (
        f"/letters/{letter.pk}/",
        "/letters/",
        f"/cases/{case.reference}/correspondence/",
        f"/cases/{case.reference}/history/",
        f"/cases/{case.reference}/acknowledgement/",
    ):
        assert said in _page(signed_in, address), address
    assert f'Approved by machine<span class="govuk-visually-hidden"> on {case.reference}' in _page(
        signed_in, _address(world)
    )


def test_a_draft_that_waits_says_why(signed_in: Client, world: World) -> None:
    approve_ahead(world)
    case = world.case(mail(X_Loop="yes"))
    assert acknowledge(world, case) is None

    for address in (f"/cases/{case.reference}/acknowledgement/", _address(world)):
        assert "Its header marks a loop." in _page(signed_in, address), address
