"""A load that is killed at random moments until so many kills are counted, and must end as one left alone does.

The same way for every source: its process writes a line when it is ready, and the moments are spread over the time that
a whole run takes from there on. A run that ends before its moment is no kill: the load is forgotten and begun anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from signal import SIGKILL
from subprocess import Popen, TimeoutExpired

KILLS = 20
TRIES = 5
"""Runs for each kill; about half of them are needed, for a load that was killed late has little left to do."""


@dataclass(frozen=True, slots=True)
class Load:
    """How to start the process of a load, how to forget all that it did, and what it has come to."""

    start: Callable[[], Popen[str]]
    forget: Callable[[], None]
    outcome: Callable[[], object]


def kill_again_and_again(load: Load, random: Random, kills: int = KILLS) -> list[float]:
    """The moments of all kills, 0..1 of a whole run, in their order; every load that ended, ended as one left alone."""
    load.forget()
    _, whole = run(load.start())
    right = load.outcome()
    load.forget()
    waiting = [(number + random.random()) / kills for number in range(kills)]
    random.shuffle(waiting)
    killed: list[float] = []
    new = True
    for _ in range(TRIES * kills):
        if len(killed) == kills:
            break
        dead, seconds = run(load.start(), whole * waiting[len(killed)])
        if dead:
            killed.append(waiting[len(killed)])
        else:
            check(load, right)
            load.forget()
            whole = min(whole, seconds) if new else whole  # the first run may have been the slowest
        new = not dead
    assert len(killed) == kills, f"{len(killed)} of {kills} kills came before the end of a run of {whole:.2f} s"
    run(load.start())
    check(load, right)
    return killed


def check(load: Load, right: object) -> None:
    """Nothing where the load ended as one left alone did; an AssertionError else."""
    came_to = load.outcome()
    assert came_to == right, f"after kills it came to {came_to}, left alone to {right}"


def run(process: Popen[str], most: float | None = None) -> tuple[bool, float]:
    """Whether the process was killed, `most` seconds after its first line, and for how many seconds it ran from there.

    One that ends by itself must end well.
    """
    assert process.stdout is not None
    process.stdout.readline()
    began = time.monotonic()
    try:
        _, said = process.communicate(timeout=most)
    except TimeoutExpired:
        process.kill()
        _, said = process.communicate()
    assert process.returncode in (0, -SIGKILL), said
    return process.returncode == -SIGKILL, time.monotonic() - began
