from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from cypher.catalogue import catalogue
from cypher.figures import Ask, Recipe, Reproduced, computed, recipes, reproduce, taken
from graph.database import Database
from graph.errors import BadInputError

ROWS: list[Mapping[str, object]] = [
    {"name": "a", "n": 2, "who": ["x", "y"]},
    {"name": "b", "n": None, "who": ["y"]},
    {"name": "c", "n": 4.5, "who": None},
]


@pytest.fixture
def figures(atlas: Database) -> dict[str, Reproduced]:
    return {figure.id: figure for figure in reproduce(atlas, catalogue())}


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("count", 3), ("first n", 2), ("sum n", 6.5), ("mean n", 3.25), ("least n", 2), ("most n", 4.5),
        ("distinct who", 2), ("distinct name", 3),
    ],
)  # fmt: skip
def test_a_value_is_taken_from_the_rows(what: str, value: float) -> None:
    assert taken(what, ROWS) == value


def test_of_rows_without_a_value_nothing_is_taken() -> None:
    assert taken("first n", ROWS[1:2]) is None
    assert taken("sum n", []) is None


def test_every_question_of_a_recipe_is_in_the_catalogue_and_takes_its_values() -> None:
    for recipe in recipes().values():
        for ask in recipe.asks:
            catalogue().find(ask.query).bind(ask.values)
        assert recipe.asks or recipe.lacks


def test_a_recipe_with_an_unknown_entry_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "f.yml"
    file.write_text("x-01: {asks: [{query: landscape}], guess: 3}")
    with pytest.raises(ValidationError, match="guess"):
        recipes(file)


def test_each_of_the_50_published_figures_is_answered_or_says_what_is_missing(figures: dict[str, Reproduced]) -> None:
    assert len(figures) == 50
    assert set(figures) == set(recipes())
    for figure in figures.values():
        assert figure.ours is not None or figure.reason.startswith("missing: ")
        assert figure.command or "which" in figure.reason


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("llm-06", 135), ("llm-07", 19), ("llm-17", 615.5), ("llm-18", 16.7), ("llm-19", 269), ("llm-26", 455),
        ("llm-28", 191), ("dsw-01", 84), ("dsw-02", 40), ("dsw-04", 8), ("dsw-05", 5), ("dsw-06", 3), ("dsw-07", 2),
        ("dsw-08", 2), ("dsw-09", 2), ("dsw-10", 4), ("dsw-11", 216), ("dsw-12", 164), ("dsw-13", 12),
    ],
)  # fmt: skip
def test_what_the_bundled_data_tell_is_what_is_known_to_be_right(
    figures: dict[str, Reproduced], number: str, value: float
) -> None:
    assert figures[number].ours == pytest.approx(value, abs=0.06)
    assert figures[number].difference == pytest.approx(figures[number].published * -1 + value, abs=0.06)


def test_a_name_that_the_graph_does_not_have_leaves_a_figure_unknown(atlas: Database) -> None:
    unknown = Recipe(asks=(Ask(query="project-contributors", values={"repository": "no/such"}),))
    assert computed(atlas, catalogue(), unknown) is None


def test_a_wrong_value_in_a_recipe_is_not_hidden(atlas: Database) -> None:
    wrong = Recipe(asks=(Ask(query="growth", values={"month": "soon"}),))
    with pytest.raises(BadInputError, match="month"):
        computed(atlas, catalogue(), wrong)
