import psutil
import pytest

from api.jobs.processes import is_alive, of, this


def test_a_process_is_known_by_number_and_start() -> None:
    number, start = this()
    assert is_alive((number, start))
    assert not is_alive((number, start - 1)), "numbers are given out again"
    assert of(2**22 + 1) is None


@pytest.mark.skipif(not psutil.LINUX, reason="elsewhere the start of a process stays when the clock is set")
@pytest.mark.parametrize("day", [-86_400, 86_400])
def test_a_process_is_known_again_when_the_clock_was_set(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    process, since = this(), psutil.boot_time()
    monkeypatch.setattr("psutil._pslinux.boot_time", lambda: since + day)
    assert is_alive(process)
