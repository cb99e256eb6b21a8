from __future__ import annotations

from pathlib import Path

import pytest

from api.commands.coverage import mark, strip, whole_time
from graph.database import Database
from tests.api.conftest import Command


def row(*spans: str) -> dict[str, object]:
    return {"spans": list(spans)}


def test_a_strip_has_a_character_for_each_month_of_a_short_time() -> None:
    rows = [row("2025-01..2025-02", "2025-04..2025-04?"), row("2025-05..2025-06")]
    assert [strip(each, whole_time(rows)) for each in rows] == ["██·▒··", "····██"]


def test_a_strip_of_a_long_time_is_no_longer_than_a_terminal_bears() -> None:
    rows = [row("2011-02..2026-08")]
    assert strip(rows[0], whole_time(rows)) == "█" * 36


def test_where_nothing_is_covered_there_is_no_strip() -> None:
    assert whole_time([row()]) is None
    assert strip(row(), None) == ""


@pytest.mark.parametrize(
    ("covered", "sign"),
    [
        ([], "·"),
        ([(5, 6, False)], "█"),
        ([(5, 6, True)], "▒"),
        ([(4, 4, True), (6, 9, False)], "█"),
        ([(9, 9, False)], "·"),
    ],
)
def test_a_character_shows_the_best_of_its_months(covered: list[tuple[int, int, bool]], sign: str) -> None:
    assert mark(covered, 4, 8) == sign


def test_coverage_is_a_table_with_a_strip_and_a_picture(atlas: Database, command: Command, tmp_path: Path) -> None:
    assert atlas
    said = command("coverage", "deepseek-ai/DeepEP", "vllm-project/vllm", "--picture", str(tmp_path / "c.svg"))
    assert said.code == 0, said.err
    assert "2023-06..2026-07" in said.out
    (vllm,) = [line for line in said.out.splitlines() if line.startswith(" vllm") and "git-fork-bundled" in line]
    assert "█" in vllm
    assert "history too large to read" in said.out
    assert (tmp_path / "c.svg").read_text("utf-8").startswith("<svg")


def test_a_picture_of_no_known_form_is_one_sentence(atlas: Database, command: Command, tmp_path: Path) -> None:
    assert atlas
    said = command("coverage", "deepseek-ai/DeepEP", "--picture", str(tmp_path / "c.pdf"))
    assert (said.code, "expected svg or png" in said.err) == (2, True)
    assert not list(tmp_path.glob("*.pdf"))
