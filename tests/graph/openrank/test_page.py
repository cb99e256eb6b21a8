"""The method page: its example runs, and its numbers are those of the presets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.openrank.presets import COMMUNITY, GLOBAL_2023_DOCS, GLOBAL_2026

PAGE = (Path(__file__).parents[3] / "docs" / "measures" / "openrank.md").read_text(encoding="utf-8")


def row(title: str) -> list[str]:
    """The cells of a line of the page's table, by preset."""
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {title} |"))
    return [cell.strip() for cell in line.split("|")[2:-1]]


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)]


def test_the_example_runs_and_adds_up() -> None:
    found = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    lines = found[1].strip().splitlines()
    scope: dict[str, object] = {}
    exec("\n".join([*lines[:-2], f"value = {lines[-2]}", f"parts = {lines[-1]}"]), scope)  # noqa: S102 - our own page
    assert getattr(scope["parts"], "total") == pytest.approx(scope["value"])  # noqa: B009 - of any type here


def test_weights_on_the_page_are_those_of_the_presets() -> None:
    for cell, preset in zip(row("activity"), (GLOBAL_2026, GLOBAL_2023_DOCS), strict=False):
        assert numbers(cell) == [weight for _, weight in preset.weights]
    assert numbers(row("activity")[2].partition("with")[2]) == [dict(COMMUNITY.weights)["closed_prs"]]


def test_retention_and_shares_on_the_page_are_those_of_the_presets() -> None:
    kept = [
        [preset.developer_retention, preset.repository_retention, preset.background_retention]
        for preset in (GLOBAL_2026, GLOBAL_2023_DOCS)
    ]
    assert [numbers(cell) for cell in row("retention R")] == [kept[0], kept[1][:2], [COMMUNITY.retention]]
    passed_on = [preset.passed_on for preset in (GLOBAL_2026, GLOBAL_2023_DOCS, COMMUNITY)]
    assert [numbers(cell)[0] for cell in row("shares")] == passed_on


def test_what_remains_on_the_page_is_that_of_the_presets() -> None:
    idle = row("a month without activity")
    assert numbers(idle[0]) == [GLOBAL_2026.kept_idle, GLOBAL_2026.dropped]
    assert numbers(idle[1]) == [GLOBAL_2023_DOCS.kept_idle, GLOBAL_2023_DOCS.dropped]
    assert GLOBAL_2026.work is not None
    assert {GLOBAL_2026.work.steepness, GLOBAL_2026.work.middle} <= set(numbers(row("own value c")[0]))
    assert numbers(row("left out")[0]) == [GLOBAL_2026.most_repositories]
