"""How the server would run each query on the bundled atlas: what it looks through is known, the rest is sought.

tests/golden/cypher/scans.txt lists the queries that go through all repositories, developers, nodes or relationships,
because they ask for all. Small labels are left aside: there a scan is as good as an index, and the planner takes
either; whole plans are not kept, for with the statistics of a small graph they turn about from run to run. Where a
query can be asked for all and for some, both branches are in its plan, and a run tells which of them was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from cypher.catalogue import catalogue
from cypher.query import Query
from cypher.run import keyed
from graph.database import Database

ALLOWED = Path(__file__).parents[1] / "golden" / "cypher" / "scans.txt"
LARGE = re.compile(
    r"^(?:\w*(?:AllNodes|AllRelationships)Scan|\w*NodeByLabelsScan \w+:(?=.*\b(?:Repository|Developer)\b).+"
    r"|NodeByLabelScan \w+:(?:Repository|Developer)\b"
    r"|\w*RelationshipTypes?Scan"
    r"(?=.*[:|](?P<type>SHARES_DEVELOPERS|COLLABORATES_WITH|CONTRIBUTED_TO|MEASURED|COVERED_BY)\b))"
)
WHOLE_GRAPH = {"contents", "edge-contents"}
"""They count all that there is."""
NAMED = {
    "repositories": ["vllm-project/vllm", "sgl-project/sglang"],
    "seeds": ["vllm-project/vllm", "sgl-project/sglang"],
    "repository": "vllm-project/vllm",
    "developer": "youkaichao",
}
"""What is asked for by name, where a query can also be asked for all."""
NODES = ("repository", "developer")
OF_ALL = {"landscape-candidates": {"NodeByLabelScan Developer"}}
"""What a query looks through whoever is named: lift is over chance among all developers."""


def large(scans: Iterable[str]) -> set[str]:
    """Those of `scans` that are large, without the names of variables."""
    told = (LARGE.match(scan) for scan in scans)
    return {" ".join(filter(None, (re.sub(r" \w+:", " ", one[0]), one["type"]))) for one in told if one}


def scans(database: Database) -> dict[str, set[str]]:
    """The large scans of each query's examples."""
    found = {}
    for query in catalogue():
        graph = {"graph": "none"} if query.projection else {}
        plans = (database.explain(query.text, query.bind(example) | graph) for example in query.examples)
        found[query.name] = large(scan for plan in plans for scan in plan.scans)
    return found


def by_name(query: Query) -> list[dict[str, object]]:
    """The questions for some that `query` takes although it can be asked for all."""
    optional = [p.name for p in query.params if p.type.base in NODES and p.name in NAMED and not p.required]
    rest = {name: value for name, value in query.examples[0].items() if name not in query.one_of}
    return [] if query.projection else [{**rest, name: NAMED[name]} for name in optional]


def allowed() -> dict[str, set[str]]:
    """The scans of the golden file."""
    lines = (line.partition(": ") for line in ALLOWED.read_text("utf-8").splitlines())
    return {name: set(told.split("; ")) for name, _, told in lines}


def test_only_who_asks_for_all_goes_through_all(atlas: Database) -> None:
    known = allowed()
    more = {name: of - known.get(name, set()) for name, of in scans(atlas).items()}
    assert {name: of for name, of in more.items() if of} == {}
    whole = {name for name, of in known.items() if any("All" in scan for scan in of)}
    assert whole == WHOLE_GRAPH
    assert known.keys() <= {query.name for query in catalogue()}


def test_who_asks_for_some_does_not_go_through_all(atlas: Database) -> None:
    looked = {}
    for query in catalogue():
        for given in by_name(query):
            asked = keyed(atlas, query, query.bind(given))
            looked[query.name] = large(atlas.looked_through(query.text, asked)) - OF_ALL.get(query.name, set())
    assert len(looked) > 10
    assert {name: of for name, of in looked.items() if of} == {}


def test_the_scans_that_are_looked_for_have_these_names() -> None:
    names = (
        "UnionNodeByLabelsScan n:Repository|Developer", "NodeByLabelScan r:Repository", "NodeByLabelScan m:Month",
        "DirectedRelationshipTypeScan (r)-[c:COVERED_BY]->(s)", "UndirectedRelationshipTypeScan (a)-[o:OWNS]-(b)",
        "DirectedUnionRelationshipTypesScan (r)-[c:COVERED_BY|NOT_COVERED_BY]->(s)",
    )  # fmt: skip
    assert large(names) == {
        "UnionNodeByLabelsScan Repository|Developer", "NodeByLabelScan Repository",
        "DirectedRelationshipTypeScan COVERED_BY", "DirectedUnionRelationshipTypesScan COVERED_BY",
    }  # fmt: skip


def test_a_branch_that_is_not_taken_is_not_looked_through(atlas: Database) -> None:
    text = "UNWIND CASE WHEN $all THEN [1] ELSE [] END AS one MATCH (r:Repository) RETURN count(r)"
    assert atlas.looked_through(text, {"all": False}) == ()
    assert atlas.looked_through(text, {"all": True}) == ("NodeByLabelScan r:Repository",)


def test_a_scan_is_told_and_a_seek_is_none(atlas: Database) -> None:
    assert atlas.explain("MATCH (n) RETURN n").scans == ("AllNodesScan n",)
    assert atlas.explain("MATCH (r:Repository) RETURN r.name").scans == ("NodeByLabelScan r:Repository",)
    assert atlas.explain("MATCH (r:Repository {key: 'github:1'}) RETURN r.name").scans == ()
