"""What an answer says that it lacks: each repository, with the command; nothing where there just is none."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.errors import AtlasError, BadInputError, NotFoundError
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import Told, build

CROWD = [f"n/{number:02}" for number in range(25)]
SERIES = "ossatlas load opendigger {} --metrics openrank"


@pytest.fixture
def world(holding: Holding) -> Database:
    """a/one and a/two have contributions without a developer in common, a/one a series; b/none has neither."""
    return holding("missing", make)


def make(database: Database) -> Database:
    """The world: events, a publication with series, and a run of Leiden."""
    events, table, own = Told(), Told("table", "reference"), Told("measure", "reference")
    events.did("ann", "a/one", "2024-03")
    events.did("bob", "a/two", "2024-03")
    table.series("a/one", "openrank", "2024-01", [20.0] * 18, preset="opendigger")
    table.series("a/short", "openrank", "2025-02", [20.0, 20.0], preset="opendigger")
    own.series("a/own", "openrank", "2024-01", [500.0] * 18, preset="global-2026/1")
    table.domain("Some", "a/one", "a/short", "b/none")
    table.domain("Many", *CROWD)
    build(database, events, table, own)
    database.write("MATCH (r:Repository) WHERE r.name IN ['a/one', 'b/none'] SET r.community = 1")
    database.write("MATCH (r:Repository {name: 'a/two'}) SET r.community = 2")
    database.write("CREATE (s:Snapshot {key: 'leiden', source: 'measure', dataset: 'leiden', state: 'complete'})")
    return database


def gaps(database: Database, name: str, **values: object) -> tuple[str, ...]:
    """What the answer says is missing, without what whole sources lack."""
    answer = run(database, catalogue().find(name), {key.rstrip("_"): value for key, value in values.items()})
    return answer.coverage.gaps


@pytest.mark.parametrize("name", ["growth", "momentum", "rank-race", "spikes", "compare"])
def test_a_repository_without_a_series_is_named_with_the_command_filled_in(world: Database, name: str) -> None:
    said = gaps(world, name, repositories=["a/one", "b/none"])
    command = SERIES.format("b/none")
    assert f"no source has a series of openrank of b/none: `{command}` would load what there is" in said


def test_so_is_one_of_several_where_a_row_for_each_is_expected(world: Database) -> None:
    command = SERIES.format("b/none")
    expected = (f"nothing that is loaded answers this of b/none: `{command}` would load what there is",)
    assert gaps(world, "openrank-series", repositories=["a/one", "b/none"]) == expected


def test_the_stars_of_a_repository_are_loaded_from_its_host(world: Database) -> None:
    (said,) = gaps(world, "star-history", repositories=["a/one"])
    assert "`ossatlas load github a/one --what repository,stars`" in said


def test_a_series_by_another_definition_is_told(world: Database) -> None:
    (said, *_) = gaps(world, "rank-race", repositories=["a/one", "a/own"])
    assert said == "a/own has openrank by another definition alone, which `preset` chooses: global-2026/1"


def test_the_rule_of_the_landscape_names_what_is_unknown_many_at_once(world: Database) -> None:
    some = gaps(world, "landscape-select", domain="Some")
    assert some == (
        f"no source has a series of openrank of b/none: `{SERIES.format('b/none')}` would load what there is",
        "the series of openrank of a/short lacks months that this needs: "
        f"`{SERIES.format('a/short')}` would load what there is",
    )
    (said,) = gaps(world, "landscape-select", domain="Many")
    assert said.startswith("no source has a series of openrank of 25 repositories (n/00, n/01, ")
    assert f"and 5 more): `{SERIES.format(' '.join(CROWD[:20]))}` would load what there is of the first 20" in said


def test_uncovered_repositories_are_told_in_one_sentence_where_they_are_many(world: Database) -> None:
    (said,) = gaps(world, "shared-developers", repositories=["a/one", *CROWD[:6]])
    assert said == (
        f"no source tells of merged_prs of {', '.join(CROWD[:6])}: "
        f"`ossatlas load github {' '.join(CROWD[:6])}` would load what there is"
    )


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("shared-developers", {"repositories": ["a/one", "a/two"]}),
        ("overlap-network", {"repositories": ["a/one", "a/two"]}),
        ("spikes", {"repositories": ["a/one"]}),
        ("spikes", {}),
        ("cut-developers", {}),
        ("project-contributors", {"repository": "a/one", "to": "2024-02"}),
    ],
)
def test_none_is_an_answer_where_all_that_was_asked_about_is_loaded(
    world: Database, name: str, values: dict[str, object]
) -> None:
    assert gaps(world, name, **values) == ()


def test_two_sets_say_of_which_of_their_projects_nobody_tells(world: Database) -> None:
    said = gaps(world, "bridges", communities=[1, 2])
    expected = (
        "b/none: no source tells of any contribution (nothing is loaded); `ossatlas load github b/none` would load one"
    )
    assert said == (expected,)


@pytest.mark.parametrize(
    ("name", "values", "error", "said"),
    [
        ("bridges", {"communities": [1, 999]}, NotFoundError, "there is no community 999; `leiden` found 2: 1 to 2"),
        ("community-bridges", {"community": 3}, NotFoundError, "there is no community 3; `leiden` found 2: 1 to 2"),
        ("cut-developers", {"taxonomy": "nope"}, NotFoundError, "there is no taxonomy 'nope'; known are llm-landsc"),
        ("shared-developers", {"repositories": ["a/one", "a/two"], "at_least": 5}, BadInputError,
         "at_least: found 5, expected at most 2, the number of repositories"),
        ("community-bridges", {"by": "louvain"}, BadInputError,
         "community-bridges needs `louvain`: run `ossatlas measure louvain` first"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(
    world: Database, name: str, values: dict[str, object], error: type[AtlasError], said: str
) -> None:
    with pytest.raises(error, match=said):
        run(world, catalogue().find(name), values)
