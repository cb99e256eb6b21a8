"""Communities of developers beside the domains that they work in most."""

from __future__ import annotations

import pytest
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from graph.database import Database
from tests.cypher.queries.told import asked, column

MOST = {"ann": "Serving", "amy": "Serving", "abe": "Serving", "bob": "Training", "ben": "Training", "bea": "Training"}
"""Where those work most who have a community: bob's one contribution to a/three is in no domain."""


def test_each_developer_counts_once_in_the_domain_with_most_of_their_contributions(groups: Database) -> None:
    rows = asked(groups, "developer-confusion")
    told = groups.read("MATCH (d:Developer) WHERE d.login IN $of RETURN d.login, d.community", {"of": list(MOST)}).rows
    pairs = [(community, MOST[str(login)]) for login, community in told]
    assert {(row["community"], row["domain"]): row["developers"] for row in rows} == {
        pair: pairs.count(pair) for pair in pairs
    }
    left, right = ([str(pair[side]) for pair in pairs] for side in (0, 1))
    assert rows[0]["nmi"] == pytest.approx(normalized_mutual_info_score(left, right))
    assert rows[0]["ari"] == pytest.approx(adjusted_rand_score(left, right))
    assert (rows[0]["counted"], column(rows, "sources")) == (len(MOST), [["gharchive"]] * len(rows))
    assert all(0 < float(str(row["of_community"])) <= 1 for row in rows)


def test_a_window_without_their_work_has_no_table(groups: Database) -> None:
    assert asked(groups, "developer-confusion", from_="2024-06", to="2024-08") == []


def test_the_developers_who_tie_communities_are_named(groups: Database) -> None:
    rows = asked(groups, "developer-clusters", min_size=1)
    of_bob = next(row for row in rows if "bob" in str(row["top"]))
    assert of_bob["bridges"][0] == "bob"  # type: ignore[index]
    of_dan = next(row for row in rows if "dan" in str(row["top"]))
    assert of_dan["bridges"] == []
