"""A small world for the catalogue's own tests: two repositories, three people, two sources, one finished measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.catalogue import Catalogue, read_catalogue
from graph.database import Database
from graph.statements import constraints

HERE = Path(__file__).parent

WORLD = """
CREATE (engine:Repository {key: 'github:acme/engine', name: 'acme/engine', platform: 'github'}),
       (wheels:Repository {key: 'github:acme/wheels', name: 'acme/wheels', platform: 'github', license: 'MIT'}),
       (alone:Repository {key: 'github:acme/alone', name: 'acme/alone', platform: 'github'}),
       (old:Alias {key: 'Repository:github:acme/motor'})-[:ALIAS_OF]->(engine),
       (ann:Developer {key: 'github:@ann', login: 'Ann', platform: 'github'}),
       (bob:Developer {key: 'github:@bob', login: 'bob', platform: 'github'}),
       (bot:Developer {key: 'github:@robot', login: 'robot', platform: 'github', bot: true}),
       (ann)-[:CONTRIBUTED_TO {key: '1', period: '2025-03', merged_prs: 3, source: 'table'}]->(engine),
       (ann)-[:CONTRIBUTED_TO {key: '2', period: '2025-04', merged_prs: 2, source: 'git'}]->(wheels),
       (bob)-[:CONTRIBUTED_TO {key: '3', period: '2025-04', merged_prs: 1, source: 'table'}]->(engine),
       (bot)-[:CONTRIBUTED_TO {key: '4', period: '2025-04', merged_prs: 90, source: 'table'}]->(engine),
       (engine)-[:SHARES_DEVELOPERS {key: '5', developers: 1, jaccard: 0.5, lift: 1.5, run: 'x'}]->(wheels)
WITH 1 AS done
UNWIND [
  {key: 'table:a:1', source: 'table', dataset: 'a', state: 'complete', title: 'A table', as_of: '2025-05-01',
   covers_from: '2025-02', covers_to: '2025-08', content_hash: 'aa', gaps: ['no reviews']},
  {key: 'git:b:1', source: 'git', dataset: 'b', state: 'complete', title: 'Histories', as_of: '2025-06-01',
   covers_from: '2024-01', covers_to: '2025-06', content_hash: 'bb', gaps: ['no reviews', 'one month']},
  {key: 'other:c:1', source: 'other', dataset: 'c', state: 'complete', title: 'Other', as_of: '2025',
   content_hash: 'cc'},
  {key: 'git:d:1', source: 'git', dataset: 'd', state: 'loading', title: 'Half', as_of: '2025', content_hash: 'dd'},
  {key: 'measure:ties:1', source: 'measure', dataset: 'ties', state: 'complete', title: 'Ties', as_of: '2025',
   content_hash: 'ee'}
] AS snapshot
CREATE (s:Snapshot) SET s = snapshot
"""


@pytest.fixture
def world(database: Database) -> Database:
    """A database with the small world."""
    for statement in constraints():
        database.run_alone(statement)
    database.write(WORLD)
    return database


@pytest.fixture(scope="session")
def proving() -> Catalogue:
    """The queries beside these tests."""
    return read_catalogue(HERE / "queries", fragments=HERE / "fragments")
