"""`ossatlas candidates`: rounds told line by line, and a list that a second run respects."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.database import Database
from tests.api.conftest import Command
from tests.cypher.queries.projects.around import make

SEEDS = ("--seeds", "seed/one,seed/two")


@pytest.fixture
def seeds(database: Database) -> Database:
    return make(database)


def test_a_first_run_makes_the_list_and_a_second_keeps_what_was_decided(
    seeds: Database, command: Command, tmp_path: Path
) -> None:
    assert seeds
    path = tmp_path / "review.csv"
    said = command("candidates", str(path), *SEEDS)
    assert (said.code, said.out.splitlines()) == (0, [
        "round 1: 1 project, such as near/first", "round 2: 1 project, such as near/second", "nothing new passes",
        f"wrote {path}: 2 open, 0 accept, 0 reject",
    ])  # fmt: skip
    edited = path.read_text(encoding="utf-8").replace("near/first,open,", "near/first,reject,another matter")
    path.write_text(edited + "not/loaded,open,,,,,,,,\n", encoding="utf-8")
    said = command("candidates", str(path), *SEEDS)
    assert (said.code, said.out.splitlines()) == (0, [
        "nothing new passes", "1 project of the list is not in the graph or there twice",
        f"wrote {path}: 2 open, 0 accept, 1 reject",
    ])  # fmt: skip
    assert "near/first,reject,another matter,1," in path.read_text(encoding="utf-8")


def test_thresholds_and_rounds_can_be_set(seeds: Database, command: Command, tmp_path: Path) -> None:
    assert seeds
    said = command("candidates", str(tmp_path / "a.csv"), *SEEDS, "--min-lift", "1", "--rounds", "1")
    assert said.out.splitlines()[:2] == [
        "round 1: 2 projects, such as near/first, giant/all", "stopped before nothing new passed: --rounds allows more",
    ]  # fmt: skip


def test_a_bad_list_is_one_sentence_and_is_left_as_it_is(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("repository,verdict\na/b,perhaps\n", encoding="utf-8")
    said = command("candidates", str(path))
    assert said.code == 2
    assert f"{path}:2: verdict: found 'perhaps', expected accept, reject or open" in said.err
    assert path.read_text(encoding="utf-8") == "repository,verdict\na/b,perhaps\n"


def test_an_unknown_seed_is_named(seeds: Database, command: Command, tmp_path: Path) -> None:
    assert seeds
    said = command("candidates", str(tmp_path / "a.csv"), "--seeds", "seed/nine")
    assert (said.code, "'seed/nine'" in said.err, (tmp_path / "a.csv").exists()) == (3, True, False)
