"""The requests with decided outcomes: each can be read, decided and cut as it is written."""

import hashlib
import json
from collections import Counter

from assistant import bootstrap
from assistant.services.draft_decisions import read_decisions
from tests.chat_set.judge import found
from tests.evaluate_requests.described import FOLDER, Ends, decided, library

# What an outcome that people recorded may end as; a gap may stand for any.
OF_OUTCOME = {
    "disclosed_full": Ends.GIVEN, "disclosed_part": Ends.PART, "refused": Ends.REFUSED,
    "vexatious_s14": Ends.REFUSED, "not_held": Ends.NOT_HELD, "part_not_held": Ends.PART_NOT_HELD,
    "ncnd": Ends.NCND, "already_accessible_s21": Ends.ELSEWHERE, "cost_s12": Ends.COST,
    "clarification_needed": Ends.CLARIFY, "transferred": Ends.TRANSFERRED,
}  # fmt: skip


def test_there_are_thirty_requests_that_end_in_every_way() -> None:
    given = decided()
    assert len(given) == len({each.id for each in given}) == 30
    ends = Counter(part.ends for each in given for part in each.parts)
    assert set(ends) == set(Ends)
    assert ends[Ends.GAP] >= 5
    assert len(library()) == 12
    assert {each.status for each in library()} == {
        "example", "approved", "superseded", "overturned",
    }  # fmt: skip


def test_what_was_decided_can_be_read_and_agrees_with_how_each_part_ends() -> None:
    register = bootstrap.register()
    for each in decided():
        read = read_decisions(json.dumps(each.decisions), register)
        for part in each.parts:
            outcome = str(read.parts.get(part.key, {}).get("outcome", ""))
            assert part.ends in {Ends.GAP, OF_OUTCOME.get(outcome)}, (each.id, part.key)
            cited = {str(one) for one in read.parts.get(part.key, {}).get("sections", ())}
            assert set(part.sections) <= cited, (each.id, part.key)
            assert bool(part.gaps) == (part.ends is Ends.GAP), (each.id, part.key)
        assert set(read.parts) <= {part.key for part in each.parts}


def test_each_fact_that_a_part_has_to_say_was_recorded_by_somebody() -> None:
    for each in decided():
        recorded = json.dumps(each.decisions, ensure_ascii=False)
        computed = {"42.5 hours", "£1,062.50"}
        for fact in (fact for part in each.parts for fact in part.says if fact not in computed):
            assert found(fact, recorded), (each.id, fact)


def test_what_a_part_must_not_say_of_earlier_responses_stands_in_the_library() -> None:
    earlier = " ".join(each.precedent.text for each in library())
    for fact in ("112", "127", "96", "£412,000", "11 drones", "184,300", "Grane"):
        assert found(fact, earlier)
        assert any(fact in part.excludes for each in decided() for part in each.parts)


def test_no_file_of_the_set_was_changed_after_it_was_written() -> None:
    for line in (FOLDER / "SHA256").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
