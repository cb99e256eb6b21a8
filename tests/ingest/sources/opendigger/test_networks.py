"""OpenDigger's networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.source import Dataset
from tests.ingest.sources.opendigger.world import desk, edges, opened, refusals, statics

REPOSITORIES = {"nodes": [["a/b", 9.1], ["c/d", 3.2], ["e/f", 1]], "edges": [["c/d", "a/b", 5.5], ["e/f", "a/b", 2]]}
DEVELOPERS = {"nodes": [["zoe", 9], ["ann", 3]], "edges": [["zoe", "Ann", 7.25]]}
SPAN = "2025-06..2025-08"


def network(tmp_path: Path, content: object, name: str = "repo_network", *, period: str = SPAN) -> Dataset:
    folder = statics(tmp_path / "s", {f"github/a/b/{name}.json": content})
    options = {"from": str(folder), "metrics": (name,), "period": period}
    (dataset,) = opened(desk(tmp_path), "a/b", **options)
    return dataset


def ties(dataset: Dataset) -> list[tuple[str, str, object, object]]:
    return [
        (edge.start.ref.key, edge.end.ref.key, edge.props["weight"], edge.props["period"])
        for edge in edges(dataset, "RELATED_TO")
    ]


def test_repositories_are_tied_from_the_smaller_key_to_the_larger(tmp_path: Path) -> None:
    assert ties(network(tmp_path, REPOSITORIES)) == [
        ("github:a/b", "github:c/d", 5.5, SPAN),
        ("github:a/b", "github:e/f", 2.0, SPAN),
    ]


def test_developers_are_tied_likewise(tmp_path: Path) -> None:
    assert ties(network(tmp_path, DEVELOPERS, "developer_network")) == [("github:@ann", "github:@zoe", 7.25, SPAN)]


def test_the_months_of_a_network_are_its_own_data_set(tmp_path: Path) -> None:
    dataset = network(tmp_path, REPOSITORIES)
    assert dataset.origin.dataset == f"github/a/b repo_network {SPAN}"
    assert (dataset.origin.covers_from, dataset.origin.covers_to) == ("2025-06", "2025-08")


def test_the_order_of_the_edges_changes_no_row(tmp_path: Path) -> None:
    turned = {**REPOSITORIES, "edges": list(reversed(REPOSITORIES["edges"]))}
    assert ties(network(tmp_path / "one", REPOSITORIES)) == ties(network(tmp_path / "two", turned))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], "github/a/b/repo_network.json:1: edges: found a list, expected a list of edges"),
        ({"nodes": []}, ":1: edges: found nothing, expected a list of edges, as OpenDigger writes it"),
        ("{", ":1: edges: found 'no JSON from character 1 on', expected a list of edges"),
        ({"edges": [["a/b", "c/d"]]}, ":1: edges: found a list, expected two names and a weight"),
        ({"edges": [["a/b", "c/d", "x"]]}, ":1: edges.weight: found 'x', expected a finite number, 0 or more"),
        ({"edges": [["a/b", "c/d", -1]]}, ":1: edges.weight: found -1, expected a finite number, 0 or more"),
        ({"edges": [["a/b", 7, 1]]}, ":1: edges: found \"'a/b' and 7\", expected a repository as owner/name"),
        ({"edges": [["a/b", "A/B", 1]]}, ":1: edges: found 'a/b', expected two different names"),
    ],
)
def test_what_is_no_tie_is_refused_by_its_row(tmp_path: Path, content: object, said: str) -> None:
    refused = refusals(network(tmp_path, content))
    assert len(refused) == 1
    assert said in refused[0]


def test_a_network_whose_months_nobody_tells_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (refused,) = refusals(network(tmp_path, REPOSITORIES, period=""))
    assert refused.endswith("expected the months that it stands for: say them with --period, such as 2025-02..2025-04")
