"""What the pages keep people from, the use cases refuse too; what changes nothing is no event."""

from collections.abc import Callable

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.request.correcting import places
from assistant.services.accept_finding import accept_finding
from assistant.services.add_person import add_person
from assistant.services.assign_cases import MOST as MOST_CASES
from assistant.services.assign_cases import assign_cases
from assistant.services.change_role import change_role
from assistant.services.correct_parts import join_part, split_part, type_part
from assistant.services.deactivate_person import activate_person
from assistant.services.prepare import add_user
from assistant.services.record_account_event import record_account_event
from assistant.services.rename_person import rename_person
from assistant.services.save_filter import MOST as MOST_FILTERS
from assistant.services.save_filter import forget_filter, save_filter
from assistant.services.set_second_factor_rule import set_second_factor_rule
from assistant.store.models import AccountEvent, Authority, Draft, RequestPart, SavedFilter, User
from tests.letters import mail
from tests.world import PASSWORD, World

TWO = "1. How many cars do you own?\n\n2. How many vans do you own? Who drives them?\n"


@pytest.fixture
def ada(world: World) -> User:
    return add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )[0]


@pytest.fixture
def stranger(world: World) -> User:
    elsewhere = Authority.objects.create(name="Northshire Council", slug="northshire-council")
    return add_user(username="bryn", password=PASSWORD, role="supervisor", authority=elsewhere)[0]


def test_an_officer_adds_and_renames_nobody(world: World) -> None:
    with pytest.raises(NotAllowed, match="administrator"):
        add_person(
            username="petra", first_name="Petra", last_name="Lake", email="", role="officer",
            by=world.officer, clock=world.clock,
        )  # fmt: skip
    with pytest.raises(NotAllowed, match="administrator"):
        rename_person(
            world.supervisor.pk, first_name="A", last_name="B", by=world.officer, clock=world.clock
        )


def test_a_change_that_changes_nothing_leaves_no_trace(world: World, ada: User) -> None:
    events = AccountEvent.objects.count()

    change_role(world.officer.pk, role="officer", by=ada, clock=world.clock)
    activate_person(world.officer.pk, by=ada, clock=world.clock)
    rename_person(
        world.officer.pk,
        first_name=world.officer.first_name,
        last_name=world.officer.last_name,
        by=world.officer,
        clock=world.clock,
    )

    assert AccountEvent.objects.count() == events


def test_who_has_no_authority_leaves_no_trace(world: World) -> None:
    nobody = User.objects.create(username="root")

    record_account_event(nobody, AccountEvent.Kind.SIGNED_IN, by=None, clock=world.clock)

    assert not AccountEvent.objects.filter(person=nobody).exists()


def test_a_name_is_changed_once(world: World) -> None:
    rename_person(
        world.officer.pk, first_name="Olwen", last_name="Price", by=world.officer, clock=world.clock
    )

    world.officer.refresh_from_db()
    assert world.officer.get_full_name() == "Olwen Price"
    assert AccountEvent.objects.get(person=world.officer).kind == "name_changed"


def test_the_rule_of_second_factors_is_for_supervisors_of_the_authority(
    world: World, stranger: User
) -> None:
    for by in (world.officer, stranger):
        with pytest.raises(NotAllowed, match="supervisor"):
            set_second_factor_rule(world.authority.pk, roles=["officer"], by=by, clock=world.clock)


def test_cases_are_assigned_to_nobody_elsewhere_and_not_too_many(
    world: World, stranger: User
) -> None:
    case = world.case()
    with pytest.raises(NotAllowed, match="does not work for this authority"):
        assign_cases(
            {case.reference: case.version}, officer=stranger, by=world.officer, clock=world.clock
        )
    many = {f"FOI-{number}": 0 for number in range(MOST_CASES + 1)}
    with pytest.raises(NotAllowed, match="at once"):
        assign_cases(many, officer=world.officer, by=world.officer, clock=world.clock)


def test_filters_have_names_and_an_end(world: World, stranger: User) -> None:
    with pytest.raises(NotAllowed, match="name"):
        save_filter(name="  ", query="q=x", by=world.officer, clock=world.clock)
    for number in range(MOST_FILTERS):
        save_filter(name=f"mine {number}", query="q=x", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="Delete one"):
        save_filter(name="one more", query="q=x", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="no such filter"):
        forget_filter(SavedFilter.objects.first().pk, by=stranger)


def test_nothing_is_accepted_of_a_file_that_is_not_there(world: World, stranger: User) -> None:
    draft = Draft.objects.get(case=world.case(), kind="acknowledgement")
    for by, file in ((world.officer, 1), (stranger, 1)):
        with pytest.raises(NotAllowed):
            accept_finding(
                draft.pk, file_id=file, key="x", reason="It may.", by=by, clock=world.clock
            )


def test_parts_are_corrected_by_their_own_authority_at_their_own_places(
    world: World, stranger: User
) -> None:
    case = world.case(mail(TWO, subject="Cars and vans"))
    first, second = case.parts.order_by("position")
    with pytest.raises(NotAllowed, match="another authority"):
        join_part(case.pk, first.pk, version=case.version, by=stranger, clock=world.clock)
    with pytest.raises(NotAllowed, match="cannot be split there"):
        split_part(case.pk, second.pk, 1, version=case.version, by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="no such part"):
        join_part(case.pk, 10**9, version=case.version, by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="is the last part"):
        join_part(case.pk, second.pk, version=case.version, by=world.officer, clock=world.clock)
    RequestPart.objects.filter(pk=second.pk).update(regime="EIR")
    with pytest.raises(NotAllowed, match="different regimes"):
        join_part(case.pk, first.pk, version=case.version, by=world.officer, clock=world.clock)
    RequestPart.objects.filter(pk=second.pk).update(message=None, start=0, end=0, regime="FOI")
    with pytest.raises(NotAllowed, match="different texts"):
        join_part(case.pk, first.pk, version=case.version, by=world.officer, clock=world.clock)


def test_a_part_in_an_officers_words_is_split_and_joined_again(world: World) -> None:
    case = world.case(mail(TWO, subject="Cars and vans"))
    words = "How many lorries do you own? Who drives the lorries?"

    def step(work: Callable[..., str], *given: object) -> None:
        case.refresh_from_db()
        work(case.pk, *given, version=case.version, by=world.officer, clock=world.clock)

    step(type_part, words, "Told on the telephone.")
    typed = case.parts.order_by("position").last()
    step(split_part, typed.pk, places(typed.text)[0])
    first, second = case.parts.order_by("position")[2:]
    assert first.text + second.text == words
    step(join_part, first.pk)
    assert case.parts.order_by("position").last().text == words
