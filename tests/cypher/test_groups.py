"""The measure behind the communities that a question names."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.groups import check_communities, needed
from graph.database import Database
from graph.errors import BadInputError


@pytest.mark.parametrize(
    ("name", "by", "expected"),
    [
        ("cluster-confusion", "community", ("shared-ties", "leiden")),
        ("cluster-confusion", "component", ("shared-ties", "leiden", "components")),
        ("community-bridges", "label_propagation", ("leiden", "label-propagation")),
        ("centrality", "degree", ("repository-centrality", "pagerank")),
        ("central-developers", "pagerank", ("developer-centrality", "developer-pagerank")),
        ("bipartite-centrality", "pagerank", ()),
        ("growth", "quarter", ()),
    ],
)
def test_the_metric_behind_the_choice_is_needed_too(name: str, by: str, expected: tuple[str, ...]) -> None:
    assert needed(catalogue().find(name), {"by": by}) == expected


def test_communities_without_a_run_name_the_metric_to_run(database: Database) -> None:
    with pytest.raises(BadInputError, match="bridges needs `leiden`: run `ossatlas measure leiden` first"):
        check_communities(database, catalogue().find("bridges"), {"communities": [1, 2]})
