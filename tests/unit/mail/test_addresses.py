import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.addresses import addresses, usable


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ada@example.org", [("", "ada@example.org")]),
        ("Ada Thorne <ada@example.org>", [("Ada Thorne", "ada@example.org")]),
        ('"Thorne, Ada" <ada@example.org>', [("Thorne, Ada", "ada@example.org")]),
        ('"Ada \\"the\\" T" <ada@example.org>', [('Ada "the" T', "ada@example.org")]),
        ("ada@example.org (Ada Thorne)", [("Ada Thorne", "ada@example.org")]),
        ("Ada ada@example.org", [("Ada", "ada@example.org")]),
        ("<ada@example.org>, bea@example.org", [("", "ada@example.org"), ("", "bea@example.org")]),
        ("Ada <ada@example.org>; Bea <b@c.org>", [("Ada", "ada@example.org"), ("Bea", "b@c.org")]),
        (
            "Dogs: ada@example.org, bea@example.org;",
            [("", "ada@example.org"), ("", "bea@example.org")],
        ),
        ("undisclosed-recipients:;", []),
        ("=?utf-8?q?Zo=C3=AB=2C_B?= <zoe@example.org>", [("Zoë, B", "zoe@example.org")]),
        ("Ada <mailto:ada@example.org>", [("Ada", "ada@example.org")]),
        ("Ada <ada @ example.org>", [("Ada", "ada@example.org")]),
        ("'Ada' <'ada@example.org'>", [("Ada", "ada@example.org")]),
        ("Ada Thorne", [("Ada Thorne", "")]),
        ('"Ada <ada@example.org>', [("Ada", "ada@example.org")]),
        ("Ada <ada@example.org", [("Ada", "ada@example.org")]),
        ("", []),
        (",,;", []),
    ],
)
def test_address_lists_are_read_as_people_and_programs_write_them(
    value: str, expected: list[tuple[str, str]]
) -> None:
    assert [(each.name, each.address) for each in addresses(value.encode())] == expected


def test_usable_means_that_it_could_be_written_to() -> None:
    assert usable("ada@example.org")
    assert usable('"ada thorne"@example.org') is False
    assert not usable("ada")
    assert not usable("ada@")
    assert not usable("")


@given(st.text(alphabet='ab@."<>(),;:\\ =?', max_size=80))
def test_no_list_whatever_raises(value: str) -> None:
    for each in addresses(value.encode()):
        assert each.name or each.address
        assert not each.address or "@" in each.address
