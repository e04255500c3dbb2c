"""Signs of life: who counts as alive, for how long, and whose end is missed."""

import os
import time
from pathlib import Path

import pytest

from assistant import running
from assistant.config import Settings
from assistant.heartbeat import STEP, Heartbeat, Seen, seen


def _made_older(file: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_a_program_counts_as_alive_for_as_long_as_it_said(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    Heartbeat(folder, "work-mail-draft").beat(60)
    (fresh,) = seen(folder)
    assert (fresh.program, fresh.good_for, fresh.fresh) == ("work-mail-draft", 60.0, True)
    _made_older(folder / "work-mail-draft.beat", 61)
    (old,) = seen(folder)
    assert not old.fresh
    assert 60 < old.age < 120


def test_a_long_task_is_announced_and_its_worker_is_not_missed_meanwhile(tmp_path: Path) -> None:
    beat = Heartbeat(tmp_path, "work-library")
    beat.beat(60)
    beat.beat(14_400)
    _made_older(tmp_path / "work-library.beat", 3_600)
    (one,) = seen(tmp_path)
    assert one.fresh


def test_a_busy_program_does_not_write_all_the_time(tmp_path: Path) -> None:
    at = [100.0]
    beat = Heartbeat(tmp_path, "poll", now=lambda: at[0])
    beat.beat(60)
    (tmp_path / "poll.beat").unlink()
    at[0] += STEP / 2
    beat.beat(60)
    assert list(seen(tmp_path)) == []
    at[0] += STEP
    beat.beat(60)
    assert len(list(seen(tmp_path))) == 1


def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    beat = Heartbeat(tmp_path / "run", "poll")
    beat.beat(60)
    beat.end()
    assert list(seen(tmp_path / "run")) == []


def test_one_program_is_told_from_the_others_and_the_pages_are_asked_elsewhere(
    tmp_path: Path,
) -> None:
    for name in ("work-mail", "work-send", "poll"):
        Heartbeat(tmp_path, name).beat(60)
    Heartbeat(tmp_path, "serve").beat(None)
    assert [one.program for one in seen(tmp_path, "work")] == ["work-mail", "work-send"]
    assert [one.good_for for one in seen(tmp_path, "serve")] == [None]
    assert Seen("serve", age=1e6, good_for=None).fresh


def test_half_a_heartbeat_counts_for_a_moment(tmp_path: Path) -> None:
    (tmp_path / "poll.beat").write_bytes(b"")
    assert [one.good_for for one in seen(tmp_path)] == [STEP]
    (tmp_path / "poll.beat").write_bytes(b"\xff")
    assert list(seen(tmp_path)) == []


@pytest.mark.parametrize(
    ("end", "missed"), [(KeyboardInterrupt, False), (SystemExit, False), (RuntimeError, True)]
)
def test_only_a_program_that_ends_by_a_fault_is_missed(
    tmp_path: Path, end: type[BaseException], *, missed: bool
) -> None:
    settings = Settings(runtime_folder=str(tmp_path))

    def run() -> None:
        with running.heartbeat(settings, "poll") as given:
            given.beat(60)
            raise end

    with pytest.raises(end):
        run()
    assert bool(list(seen(tmp_path))) is missed


def test_a_program_that_is_done_is_not_missed(tmp_path: Path) -> None:
    with running.heartbeat(Settings(data_folder=tmp_path), "work-mail") as given:
        given.beat(60)
        assert len(list(seen(tmp_path / "run"))) == 1
    assert list(seen(tmp_path / "run")) == []
