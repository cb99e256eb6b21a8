"""The data set of labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadRowError, NotFoundError
from tests.ingest.sources.opendigger.world import desk, label_folder, nodes, opened, refusals

TREE = {
    "technology/database/index": "name: Database\ndata: {labels: [graph, gone]}",
    "technology/database/graph": """
name: Graph
data: {platforms: [{name: GitHub, repos: [{id: 1, name: a/b}, {id: 0, name: c/d}]}]}
""",
    "technology/index": "name: Technology\ndata: {labels: [database]}",
    "companies/acme": "name: Acme\ntype: Company",
}


def test_what_was_refused_is_counted_and_said_as_a_gap(tmp_path: Path) -> None:
    (dataset,) = opened(desk(tmp_path), f"{label_folder(tmp_path / 'l', TREE)}/")
    assert refusals(dataset) == [
        "technology/database/index.yml:1: data.labels: "
        "found ':technology/database/gone', expected a label that there is",
        "technology/database/graph.yml:3: repos.id: found 0, expected a whole number, 1 or more",
    ]
    assert dataset.origin.gaps[1] == "labels that were refused: 1; those above them lack what they hold"
    assert nodes(dataset, "Domain").keys() == {
        "opendigger/technology", "opendigger/technology/database/graph", "opendigger/companies/acme",
    }  # fmt: skip


def test_one_label_is_loaded_with_what_is_below_it(tmp_path: Path) -> None:
    folder = label_folder(tmp_path / "l", TREE)
    (dataset,) = opened(desk(tmp_path), ":technology/database/graph", **{"from": str(folder)})
    assert dataset.origin.dataset == "labels technology/database/graph"
    assert nodes(dataset, "Domain").keys() == {"opendigger/technology/database/graph"}


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        (":technology/databases", NotFoundError, "there is no label :technology/databases; near it are :technology"),
        (":xyz", NotFoundError, "there is no label :xyz"),
        (":technology/database", BadRowError, "found ':technology/database/gone', expected a label that there is"),
    ],
)
def test_one_that_is_not_there_or_was_refused_is_one_sentence(
    tmp_path: Path, name: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as caught:
        opened(desk(tmp_path), name, **{"from": str(label_folder(tmp_path / "l", TREE))})
    assert said in str(caught.value)


def test_the_same_labels_are_the_same_data_set_wherever_they_lie(tmp_path: Path) -> None:
    one, two = label_folder(tmp_path / "l", TREE), label_folder(tmp_path / "m" / "labeled_data", TREE)
    found = [opened(desk(tmp_path / at), f"{folder}/")[0].origin for at, folder in (("1", one), ("2", two))]
    assert found[0] == found[1]
    assert str(tmp_path) not in repr(found)


def test_another_word_in_a_label_is_another_reading_of_the_same(tmp_path: Path) -> None:
    changed = {**TREE, "companies/acme": "name: Acme Inc\ntype: Company"}
    found = [
        opened(desk(tmp_path / name), f"{label_folder(tmp_path / name, tree)}/")[0]
        for name, tree in (("one", TREE), ("two", changed))
    ]
    assert found[0].origin.key != found[1].origin.key
    assert found[0].origin.dataset == found[1].origin.dataset == "labels"
    assert all(dataset.replaces for dataset in found)
