"""What an administrator sets of the authority counts, stays on record, and can be given back."""

from dataclasses import replace

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.services.prepare import add_user, prepare
from assistant.services.set_authority_profile import set_authority_profile
from assistant.store.models import Authority, AuthorityChange, Draft, User
from tests.world import DETAILS, PASSWORD, World

WHY = "We have moved."


@pytest.fixture
def ada(world: World) -> User:
    return add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )[0]


def change(world: World, by: User, *give_back: str, **values: str | int) -> list[AuthorityChange]:
    return set_authority_profile(
        world.authority.pk,
        values=values,
        give_back=give_back,
        reason=WHY,
        by=by,
        clock=world.clock,
    )


def test_what_is_set_is_in_the_next_letter_and_stands_against_the_settings(
    world: World, ada: User
) -> None:
    (made,) = change(world, ada, address="9 Harbour Way, Northshire", phone=world.authority.phone)
    assert (made.field, made.now, made.by, made.reason) == (
        "address", "9 Harbour Way, Northshire", ada, WHY,
    )  # fmt: skip
    prepare(replace(DETAILS, phone="01632 960 999"), wordings=bootstrap.wordings())
    authority = Authority.objects.get(pk=world.authority.pk)
    assert (authority.address, authority.phone) == ("9 Harbour Way, Northshire", "01632 960 999")
    case = world.case()
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    assert "9 Harbour Way" in "".join(block["text"] for block in draft.blocks)


def test_what_is_given_back_is_as_the_settings_say(world: World, ada: User) -> None:
    change(world, ada, signatory="Head of Information Rights", cost_limit=600)
    back = change(world, ada, "signatory", "phone")
    assert [(each.field, each.given_back, each.now) for each in back] == [
        ("signatory", True, DETAILS.signatory)
    ]
    prepare(DETAILS, wordings=bootstrap.wordings())
    authority = Authority.objects.get(pk=world.authority.pk)
    assert (authority.letterhead.signatory, authority.cost_limit) == (DETAILS.signatory, 600)


def test_nothing_is_noted_where_nothing_differs(world: World, ada: User) -> None:
    assert change(world, ada, address=world.authority.address) == []
    assert not AuthorityChange.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("review_contact", " ", "where to ask for a review"),
        ("regulator_address", "", "who the regulator is"),
        ("regulator_url", "http://regulator.example/", "https"),
        ("cost_limit", 500, "£450 or £600"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, ada: User, field: str, value: str | int, says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        change(world, ada, **{field: value, "phone": "01632 960 111"})
    assert Authority.objects.get(pk=world.authority.pk).phone == world.authority.phone


def test_only_an_administrator_with_a_reason_changes_it(world: World, ada: User) -> None:
    with pytest.raises(NotAllowed, match="Only an administrator"):
        change(world, world.supervisor, phone="1")
    with pytest.raises(NotAllowed, match="Say why"):
        set_authority_profile(world.authority.pk, values={}, reason=" ", by=ada, clock=world.clock)
