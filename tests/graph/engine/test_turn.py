from pathlib import Path
from threading import Event, Thread

import pytest

from graph.engine.report import LogReport
from graph.engine.turn import turn
from graph.errors import LockedError, StorageError


class Heard:
    """A report that keeps its sentences and signals the first."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.first = Event()

    def say(self, message: str) -> None:
        self.sentences.append(message)
        self.first.set()

    def progress(self, task: str, done: int, total: int) -> None:
        raise AssertionError((task, done, total))


def test_a_second_one_is_told_that_it_waits_and_comes_next(tmp_path: Path) -> None:
    heard, order = Heard(), []

    def second() -> None:
        with turn(tmp_path, 30, heard):
            order.append("second")

    with turn(tmp_path, 0, LogReport()):
        thread = Thread(target=second)
        thread.start()
        assert heard.first.wait(30)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert heard.sentences == ["Waiting for another process that is at work on the engine"]


def test_who_waits_too_long_is_told_so(tmp_path: Path) -> None:
    with (
        turn(tmp_path, 0, LogReport()),
        pytest.raises(LockedError, match="another process has been at work on the engine in") as caught,
        turn(tmp_path, 0.01, LogReport()),
    ):
        raise AssertionError
    assert caught.value.exit_code == 9


def test_a_failure_inside_gives_the_turn_back(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path, 0, LogReport()):
        raise ZeroDivisionError
    with turn(tmp_path, 0, LogReport()):
        pass


def test_a_folder_that_cannot_hold_the_lock_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written"), turn(file, 0, LogReport()):
        raise AssertionError
