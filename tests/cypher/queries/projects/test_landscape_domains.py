from __future__ import annotations

from graph import edge_kinds as edges
from graph.database import Database
from ingest import records
from tests.cypher.queries.told import LANDSCAPE, Told, asked, build, column


def test_a_project_in_two_parts_of_a_domain_counts_once(database: Database) -> None:
    told = Told("table", "reference")
    layer, domain = (
        records.domain(LANDSCAPE, path, level, told.where)
        for path, level in ((("Models",), "layer"), (("Models", "Serving"), "domain"))
    )
    told.link(edges.PART_OF, domain, layer)
    told.repository("a/both", openrank_12m_sum=100.0)
    told.repository("a/one", openrank_12m_sum=30.0)
    for twig, names in (("fast", ("a/both", "a/one")), ("small", ("a/both",))):
        part = records.domain(LANDSCAPE, ("Models", "Serving", twig), "subdomain", told.where)
        told.link(edges.PART_OF, part, domain)
        for name in names:
            told.others.append(records.classification(told.bare(name), part, told.origin.source, told.where))
    (row,) = asked(build(database, told), "landscape-domains")
    assert (row["domain"], row["projects"], row["openrank_12m"], row["top"]) == (
        "Serving",
        2,
        130.0,
        ["a/both", "a/one"],
    )
    rows = asked(database, "landscape-map")
    assert sorted(column(rows, "repository", "domain")) == [("a/both", "Serving"), ("a/one", "Serving")]  # type: ignore[type-var]
