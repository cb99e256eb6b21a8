"""Kills are counted, spread over a run, and what a load ends in is looked at."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen

import pytest

from tests.killing import KILLS, Load, kill_again_and_again

STEPWISE = """
import pathlib, sys, time
held = pathlib.Path(sys.argv[1])
done = held.read_text() if held.exists() else ""
{first}
print("ready", flush=True)
for step in range(len(done), 10):
    time.sleep(0.02)
    done += "."
    held.with_suffix(".part").write_text(done)
    held.with_suffix(".part").replace(held)
"""
AT_ONCE = "print('ready')"
BROKEN = "print('ready', flush=True); raise ValueError('broken')"


def load(held: Path, text: str) -> Load:
    """A load that keeps its steps in the file `held`."""

    def start() -> Popen[str]:
        return Popen([sys.executable, "-c", text, str(held)], stdout=PIPE, stderr=PIPE, text=True)

    return Load(start, lambda: held.unlink(missing_ok=True), lambda: held.exists() and held.read_text())


def ended(process: Popen[str]) -> Popen[str]:
    process.wait()
    return process


def killed(held: Path, text: str, kills: int = KILLS) -> list[float]:
    return kill_again_and_again(load(held, text), Random(1), kills)  # noqa: S311 - moments, not secrets


def test_all_kills_are_counted_and_spread_over_a_whole_run(tmp_path: Path) -> None:
    moments = killed(tmp_path / "held", STEPWISE.format(first=""), 5)
    assert sorted(int(moment * 5) for moment in moments) == [0, 1, 2, 3, 4]
    assert (tmp_path / "held").read_text() == "." * 10


def test_a_process_that_ends_before_all_kills_is_no_proof(tmp_path: Path) -> None:
    whole = load(tmp_path / "held", AT_ONCE)
    never = replace(whole, start=lambda: ended(whole.start()))
    with pytest.raises(AssertionError, match="0 of 3 kills came before the end"):
        kill_again_and_again(never, Random(1), 3)  # noqa: S311 - moments, not secrets


def test_a_load_that_ends_otherwise_after_a_kill_is_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"after kills it came to .*!"):
        killed(tmp_path / "held", STEPWISE.format(first="done += '!' if done else ''"), 5)


def test_a_process_that_fails_by_itself_was_not_killed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="broken"):
        killed(tmp_path / "held", BROKEN)
