"""Which domain a name means that several trees bear."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.domain_names import domains_named
from graph.errors import BadInputError
from graph.names import resolve

WORLD = """
UNWIND [['llm-landscape-2025', 'application', 'domain', 'Agents'], ['a-list', 'agents', 'category', 'Agents'],
        ['llm-landscape-2025', 'serving', 'section', 'Serving'],
        ['llm-landscape-2025', 'serving/engines', 'domain', 'Serving'], ['b-list', 'alone', 'tech', 'Alone'],
        ['a-list', 'tools', 'category', 'Tools'], ['b-list', 'tools', 'category', 'Tools']] AS d
CREATE (:Domain {key: d[0] + '/' + d[1], taxonomy: d[0], level: d[2], name: d[3]})
"""


@pytest.fixture
def world(database: Database) -> Database:
    """Three trees that share names."""
    database.write(WORLD)
    return database


def test_a_name_means_the_domain_of_the_landscape_or_of_the_tree_that_is_asked_for(world: Database) -> None:
    assert domains_named(world, ["agents"]) == {"agents": "llm-landscape-2025/application"}
    assert domains_named(world, ["agents"], "a-list") == {"agents": "a-list/agents"}
    assert resolve(world, "Domain", ["Agents", "ALONE"]) == ["llm-landscape-2025/application", "b-list/alone"]


def test_within_a_tree_it_means_the_one_at_the_level_domain(world: Database) -> None:
    assert domains_named(world, ["serving"]) == {"serving": "llm-landscape-2025/serving/engines"}


def test_a_name_that_means_two_is_refused_with_their_keys(world: Database) -> None:
    expected = "'tools' is the name of 2 domains, expected the key of one: a-list/tools, b-list/tools"
    with pytest.raises(BadInputError, match=expected):
        resolve(world, "Domain", ["Tools"])
    assert resolve(world, "Domain", ["Tools"], "b-list") == ["b-list/tools"]


def test_a_name_that_no_domain_bears_is_left_out(world: Database) -> None:
    assert domains_named(world, ["nothing"]) == {}
