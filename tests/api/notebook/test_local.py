"""What py2neo does with the Neo4j in use: every line of the table in docs/notebook.md is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from py2neo import Node, NodeMatcher

import ossatlas
from api.notebook.local import Local
from graph.connection import Connection
from graph.database import Database
from tests.house.checkout import ROOT

ROW = re.compile(r"^\| `(.+)` \| (.+) \|$", re.MULTILINE)
TRIED = ROW.findall((ROOT / "docs" / "notebook.md").read_text(encoding="utf-8").partition("## py2neo")[2])
WORKS = [code for code, outcome in TRIED if outcome == "works"]
FAILS = [(code, outcome) for code, outcome in TRIED if outcome != "works"]


@pytest.fixture
def opened(atlas: Database, in_use: Connection) -> Iterator[ossatlas.Explorer]:
    """The bundled atlas by Bolt."""
    assert atlas
    with ossatlas.connect(in_use.uri) as found:
        yield found


def tried(opened: ossatlas.Explorer, code: str) -> Any:  # noqa: ANN401 - py2neo has no types
    known = {"graph": opened.graph, "Node": Node, "NodeMatcher": NodeMatcher}
    return eval(code, known)  # noqa: S307 - of our own docs


def test_what_the_docs_say_works_does(opened: ossatlas.Explorer) -> None:
    assert len(WORKS) > 15
    found = {code: tried(opened, code) for code in WORKS}
    assert found['graph.run("MATCH (n:Note) DELETE n").stats()'] == {"nodes_deleted": 1}
    assert found['graph.nodes.match("Repository", name="deepseek-ai/DeepEP").first()']["name"] == "deepseek-ai/DeepEP"


@pytest.mark.parametrize(("code", "words"), FAILS, ids=[code for code, _ in FAILS])
def test_what_the_docs_say_fails_does_so_in_these_words(opened: ossatlas.Explorer, code: str, words: str) -> None:
    with pytest.raises(Exception, match=re.escape(words)):
        tried(opened, code)


def test_the_graph_is_opened_once_and_closed_with_the_atlas(atlas: Database, in_use: Connection) -> None:
    assert atlas
    opened = ossatlas.connect(in_use.uri)
    assert isinstance(opened, Local)
    assert opened.graph is opened.graph
    opened.close()
