"""From a typed name to its node."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import NotFoundError
from graph.keys import coded, named
from graph.load import load
from graph.model import NodeRecord
from graph.names import alias_key, name_of, near_names, resolve
from tests.graph.worlds import at, origin, person, project


@pytest.fixture
def world(graph: Database) -> Database:
    """A renamed project, a renamed person, a country, an organization, a product."""
    records = [
        project("deepseek-ai/DeepEP", 7, former=["deepseek/ep"], where=at(1)),
        person("anna", 5, former=["ann"], where=at(2)),
        NodeRecord(coded("Country", "CN"), {"name": "China", "code": "CN"}, at(3)),
        NodeRecord(named("Organization", "Ant Group"), {"name": "Ant Group"}, at(4)),
        NodeRecord(
            named("Domain", "labels", "technology", "cloud_native"),
            {"name": "Cloud_Native", "taxonomy": "labels", "level": "tech-0"},
            at(5),
        ),
    ]
    load(graph, origin("git"), records)
    graph.run_alone("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    return graph


@pytest.mark.parametrize(
    ("label", "typed", "key"),
    [
        ("Repository", "deepseek-ai/DeepEP", "github:7"),
        ("Repository", " DEEPSEEK-AI/deepep ", "github:7"),
        ("Repository", "deepseek/EP", "github:7"),
        ("Developer", "Anna", "github:5"),
        ("Developer", "@ann", "github:5"),
        ("Country", "cn", "CN"),
        ("Country", "china", "CN"),
        ("Organization", "ant group", "ant-group"),
        ("Domain", "Labels/technology/Cloud_Native", "labels/technology/cloud_native"),
        ("Domain", "cloud_native", "labels/technology/cloud_native"),
    ],
)
def test_a_name_of_today_or_of_before_finds_its_node(world: Database, label: str, typed: str, key: str) -> None:
    assert resolve(world, label, [typed]) == [key]


def test_several_names_keep_their_order(world: Database) -> None:
    assert resolve(world, "Developer", ["ann", "anna"]) == ["github:5", "github:5"]
    assert resolve(world, "Developer", []) == []


def test_an_unknown_name_is_answered_with_near_ones(world: Database) -> None:
    with pytest.raises(NotFoundError, match=r"no repository 'deepseek-ai/DeepEQ'; near are deepseek-ai/DeepEP"):
        resolve(world, "Repository", ["deepseek-ai/DeepEP", "deepseek-ai/DeepEQ"])


@pytest.mark.parametrize("hostile", ["", "***", "a/b) OR (x:*", "~!:^\"'\\", "AND", "NOT OR", "a " * 1_200])
def test_hostile_names_are_just_not_found(world: Database, hostile: str) -> None:
    with pytest.raises(NotFoundError):
        resolve(world, "Repository", [hostile])
    assert isinstance(near_names(world, "Repository", hostile), list)


def test_an_alias_key_gives_its_name_back() -> None:
    assert name_of("Developer", alias_key("Developer", "github:@ann")) == "github:@ann"
    assert name_of("Repository", alias_key("Developer", "github:@ann")) == ""
