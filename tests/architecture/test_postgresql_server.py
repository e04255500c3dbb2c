"""The server that tests on PostgreSQL are given is real, empty and private."""

import psycopg
import pytest


@pytest.mark.postgresql
def test_each_test_is_given_an_empty_database(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone()
    assert tables == (0,)


@pytest.mark.postgresql
def test_a_wrong_password_opens_nothing(postgresql_url: str) -> None:
    credentials, _, place = postgresql_url.rpartition("@")
    wrong = f"{credentials[:-1]}@{place}"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(wrong)
