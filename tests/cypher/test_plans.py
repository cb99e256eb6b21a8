"""How the server would run each query on the bundled atlas: what it looks through is known, the rest is sought.

tests/golden/cypher/scans.txt lists the queries that go through all repositories, developers, nodes or relationships,
because they ask for all. Small labels are left aside: there a scan is as good as an index, and the planner takes
either.
"""

from __future__ import annotations

import re
from pathlib import Path

from cypher.catalogue import catalogue
from graph.database import Database

ALLOWED = Path(__file__).parents[1] / "golden" / "cypher" / "scans.txt"
LARGE = re.compile(
    r"^(?:\w*(?:AllNodes|AllRelationships)Scan|NodeByLabelScan \w+:(?:Repository|Developer)\b"
    r"|\w*RelationshipTypeScan(?=.*:(?P<type>SHARES_DEVELOPERS|COLLABORATES_WITH|CONTRIBUTED_TO|MEASURED)\b))"
)
WHOLE_GRAPH = {"contents", "edge-contents"}
"""They count all that there is."""


def scans(database: Database) -> dict[str, set[str]]:
    """The large scans of each query's first example, without the names of variables."""
    found = {}
    for query in catalogue():
        given = query.bind(query.examples[0]) | ({"graph": "none"} if query.projection else {})
        told = (LARGE.match(scan) for scan in database.explain(query.text, given).scans)
        found[query.name] = {
            " ".join(filter(None, (re.sub(r" \w+:", " ", one[0]), one["type"]))) for one in told if one
        }
    return found


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


def test_a_scan_is_told_and_a_seek_is_none(atlas: Database) -> None:
    assert atlas.explain("MATCH (n) RETURN n").scans == ("AllNodesScan n",)
    assert atlas.explain("MATCH (r:Repository) RETURN r.name").scans == ("NodeByLabelScan r:Repository",)
    assert atlas.explain("MATCH (r:Repository {key: 'github:1'}) RETURN r.name").scans == ()
