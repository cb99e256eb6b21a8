from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.batch import gathered
from graph.bulk.combine import combine
from graph.bulk.files import DELIMITERS, Files, delimiter_for
from graph.bulk.names import learn
from graph.bulk.shape import NODE_SHAPES, Shape
from graph.bulk.spill import Spill
from graph.bulk.store import Store, opened
from graph.errors import BadInputError
from graph.model import Record
from tests.graph.worlds import origin, person, project, work


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, 256) as found:
        yield found


def settled(store: Store, folder: Path, rows: list[Record]) -> list[Shape]:
    spill = Spill(folder)
    spill.take(gathered(rows, origin("git")), origin("git"))
    learn(store, spill)
    return combine(store, spill)


def test_nodes_are_written_with_a_header_and_every_text_in_quotes(store: Store, tmp_path: Path) -> None:
    settled(store, tmp_path, [project("o/A", 7, former=["o/b", "o/c"], project='a "b"\nc,')])
    [part] = Files(store, tmp_path, "\x1f").elements(NODE_SHAPES["Repository"])
    header, rows = (file.read_text("utf-8") for file in part.files)
    assert header.startswith("key:ID(Repository),name:string,platform:string,github_id:long,former_names:string[],")
    assert header.endswith("snapshots:string[],claims:string\n")
    assert rows.startswith('"github:7","o/A","github",7,"o/b\x1fo/c","a ""b""\nc,",,')
    assert part.argument == f"--nodes=Repository={part.files[0]},{part.files[1]}"


def test_edges_are_written_between_two_labels_each(store: Store, tmp_path: Path) -> None:
    shapes = settled(store, tmp_path, [work(person("ann", 5), project("o/a"), commits=3)])
    [part] = Files(store, tmp_path, "\x1f").elements(next(each for each in shapes if each.ends))
    header, rows = (file.read_text("utf-8") for file in part.files)
    assert header.startswith(":START_ID(Developer),:END_ID(Repository),key:string,period:string,")
    assert rows.startswith('"github:5","github:o/a","github:5|github:o/a|git|2025-04","2025-04",')


def test_names_stand_for_their_nodes(store: Store, tmp_path: Path) -> None:
    settled(store, tmp_path, [person("ann", 5), project("o/b", former=["o/a"])])
    aliases, developers, repositories = Files(store, tmp_path, "\x1f").names()
    assert len(aliases.files[1].read_text("utf-8").splitlines()) == 3
    assert developers.files[1].read_text("utf-8") == '"Developer:github:@ann","github:5"\n'
    assert sorted(repositories.files[1].read_text("utf-8").splitlines()) == [
        '"Repository:github:o/a","github:o/b"',
        '"Repository:github:o/b","github:o/b"',
    ]


def test_a_graph_without_other_names_has_no_aliases(store: Store, tmp_path: Path) -> None:
    settled(store, tmp_path, [project("o/a")])
    assert Files(store, tmp_path, "\x1f").names() == []


def test_lists_are_parted_by_a_sign_that_no_text_holds(store: Store, tmp_path: Path) -> None:
    shapes = settled(store, tmp_path, [project("o/a", former_names=["x\x1fy"])])
    assert delimiter_for(store, shapes, []) == "\x1e"
    assert delimiter_for(store, shapes, ["refused \x1e row"]) == "\x1d"


def test_texts_that_hold_every_such_sign_are_refused(store: Store, tmp_path: Path) -> None:
    shapes = settled(store, tmp_path, [project("o/a")])
    with pytest.raises(BadInputError, match="every control character"):
        delimiter_for(store, shapes, ["".join(DELIMITERS)])
