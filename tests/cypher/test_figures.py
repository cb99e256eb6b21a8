from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from cypher.catalogue import catalogue, read_catalogue
from cypher.figures import Answers, Ask, Recipe, Reproduced, computed, recipes, reproduce, reproduced
from graph.database import Database
from graph.errors import BadInputError
from tests.cypher import figures_world
from tests.ingest.sources.opendigger.world import real_labels

SLOW = """// title: Slow
// about: Counts for very long.
// kind: table
// budget: 0.01 s
// returns n: int many
// example:
UNWIND range(1, 100000000) AS i
RETURN count(i) AS n
LIMIT 1
"""


@pytest.fixture
def figures(atlas: Database) -> dict[str, Reproduced]:
    return {figure.id: figure for figure in reproduce(atlas, catalogue())}


def test_every_question_of_a_recipe_is_in_the_catalogue_and_takes_its_values() -> None:
    for recipe in recipes().values():
        for ask in recipe.asks:
            catalogue().find(ask.query).bind(ask.values)
        assert recipe.asks or recipe.lacks


def test_every_recipe_that_names_a_load_has_a_question_that_then_answers() -> None:
    assert [number for number, recipe in recipes().items() if recipe.load and not recipe.asks] == []


def test_every_label_that_a_recipe_names_is_one_of_opendigger() -> None:
    labels = real_labels().labels
    for recipe in recipes().values():
        loaded = re.findall(r" :(\S+)", recipe.load)
        assert set(loaded) <= set(labels)
        if recipe.between:
            assert [f"opendigger/{path}" for path in loaded] == recipe.asks[0].values["domains"].split(",")
            assert [labels[path].name for path in loaded] == list(recipe.between["domain"])


def test_a_recipe_with_an_unknown_entry_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "f.yml"
    file.write_text("x-01: {asks: [{query: landscape}], guess: 3}")
    with pytest.raises(ValidationError, match="guess"):
        recipes(file)


def test_each_of_the_50_published_figures_is_answered_or_says_what_is_missing(figures: dict[str, Reproduced]) -> None:
    assert sum(not figure.further for figure in figures.values()) == 50
    assert set(figures) == set(recipes())
    for figure in figures.values():
        assert figure.ours is not None or figure.reason.startswith(("missing: ", "the question ran longer"))
        assert figure.command or "which" in figure.reason or "no source keeps" in figure.reason


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("llm-06", 135), ("llm-07", 19), ("llm-17", 615.5), ("llm-18", 16.7), ("llm-19", 269), ("llm-26", 455),
        ("llm-27", 3161), ("llm-28", 191), ("llm-29", 1107), ("dsw-01", 84), ("dsw-02", 40), ("dsw-03", 38),
        ("dsw-04", 8), ("dsw-05", 5), ("dsw-06", 3), ("dsw-07", 2),
        ("dsw-08", 2), ("dsw-09", 2), ("dsw-10", 4), ("dsw-11", 216), ("dsw-12", 164), ("dsw-13", 12),
    ],
)  # fmt: skip
def test_what_the_bundled_data_tell_is_what_is_known_to_be_right(
    figures: dict[str, Reproduced], number: str, value: float
) -> None:
    assert figures[number].ours == pytest.approx(value, abs=0.06)
    published = figures[number].published
    assert published is not None
    assert figures[number].difference == pytest.approx(value - published, abs=0.06)


@pytest.mark.parametrize(
    ("number", "published", "ours"),
    [
        ("mean-dify", 473, 473.0), ("mean-elasticsearch", 349, 349.3), ("mean-airflow", 276, 275.8),
        ("mean-ray", 227, 226.7), ("mean-airbyte", 203, 203.3), ("mean-spark", 199, 199.2),
        ("rule-passes", 135, 23), ("rule-fails", None, 0), ("rule-unknown", None, 112),
    ],
)  # fmt: skip
def test_beside_the_figures_stand_means_of_the_top_20_and_the_rule(
    figures: dict[str, Reproduced], number: str, published: float | None, ours: float
) -> None:
    assert (figures[number].further, figures[number].published) == (True, published)
    assert figures[number].ours == pytest.approx(ours, abs=0.06)
    assert (figures[number].difference is None) == (published is None)


@pytest.mark.parametrize("number", ["llm-26", "llm-28"])
def test_a_note_that_was_published_is_added_to_the_reason(figures: dict[str, Reproduced], number: str) -> None:
    assert "a lower bound; " in figures[number].reason
    assert "probably exchanged with" in figures[number].reason


def test_a_few_known_countries_do_not_make_a_share(figures: dict[str, Reproduced]) -> None:
    assert figures["llm-23"].ours is None
    assert "--what repository,contributors" in figures["llm-23"].command


def test_what_no_command_brings_names_none(figures: dict[str, Reproduced]) -> None:
    assert (figures["llm-03"].ours, figures["llm-03"].command) == (None, "")


def test_a_figure_appears_when_what_its_load_brings_is_there(database: Database) -> None:
    promised = figures_world.FIGURES
    before = Answers(database, catalogue())
    assert {number: computed(before, recipes()[number]) for number in promised} == dict.fromkeys(promised)
    after = Answers(figures_world.make(database), catalogue())
    assert {number: computed(after, recipes()[number]) for number in promised} == pytest.approx(promised)


def test_a_question_that_ran_too_long_is_not_called_missing(atlas: Database, tmp_path: Path) -> None:
    (tmp_path / "slow").mkdir()
    (tmp_path / "slow" / "landscape.cypher").write_text(SLOW)
    answers = Answers(atlas, read_catalogue(tmp_path))
    figure = reproduced(answers, recipes()["llm-06"], Reproduced("llm-06", "a", "b", "c", 135, None, "note", ""))
    assert (figure.ours, figure.command) == (None, "ossatlas query landscape")
    assert figure.reason.startswith("the question ran longer than it may")


def test_a_name_that_the_graph_does_not_have_leaves_a_figure_unknown(atlas: Database) -> None:
    unknown = Recipe(asks=(Ask(query="project-contributors", values={"repository": "no/such"}),))
    assert computed(Answers(atlas, catalogue()), unknown) is None


def test_a_wrong_value_in_a_recipe_is_not_hidden(atlas: Database) -> None:
    wrong = Recipe(asks=(Ask(query="growth", values={"month": "soon"}),))
    with pytest.raises(BadInputError, match="month"):
        computed(Answers(atlas, catalogue()), wrong)
