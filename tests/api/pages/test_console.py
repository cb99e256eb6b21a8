import json
import re
from html import unescape
from urllib.parse import quote

import httpx
import pytest

from api.pages.found import axes, chart_panel, graph_of, in_words
from graph.model import Column, Table
from viz.templating import LONG

A = {"id": "1", "labels": ["Developer"], "properties": {"login": "ann", "key": "github:@ann", "snapshots": ["s"]}}
B = {"id": "2", "labels": ["Repository"], "properties": {"name": "x/y", "degree": 2}}
TIE = {"id": "9", "type": "CONTRIBUTED_TO", "start": "1", "end": "2", "properties": {"commits": 3, "claims": "…"}}
TABLE = Table((Column("name", "str", ""), Column("month", "str", ""), Column("n", "int", "")), [["a", "2025-01", 3]])


def answered(web: httpx.Client, **body: object) -> str:
    answer = web.post("/console/answer", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return answer.text


def begun(web: httpx.Client, address: str) -> tuple[str, str]:
    """The statement and the parameters that the page begins with."""
    page = web.get(address).text
    return tuple(unescape(found) for found in re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page))  # type: ignore[return-value]


def test_nodes_and_relationships_are_found_wherever_they_stand() -> None:
    path = {"nodes": [A, B], "relationships": [TIE]}
    other = {**TIE, "id": "10", "properties": {"commits": 1}}
    network = graph_of([[[A], {"x": B}], [path, other], [None, 1], [{**TIE, "id": "11", "end": "404"}, None]])
    assert [(node.label, node.title, dict(node.facts)) for node in network.nodes] == [
        ("Developer", "ann", {"login": "ann"}),
        ("Repository", "x/y", {"name": "x/y", "degree": 2}),
    ]
    (edge,) = network.edges
    assert (edge.source, edge.target, edge.weight) == ("1", "2", 2)
    assert edge.evidence == [{"commits": 3}, {"commits": 1}]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (A, "ann (Developer)"),
        (TIE, "CONTRIBUTED_TO commits 3"),
        ({"nodes": [A, B], "relationships": [TIE]}, "ann, x/y"),
        ([{"who": A}, 1], [{"who": "ann (Developer)"}, 1]),
        ({"id": "5", "labels": ["Other"], "properties": {}}, "5 (Other)"),
    ],
)
def test_values_of_the_graph_are_words_in_a_table(value: object, words: object) -> None:
    assert in_words(value) == words


def test_a_chart_takes_the_first_columns_that_fit() -> None:
    assert axes(TABLE, "", "") == ("name", "n")
    assert axes(TABLE, "month", "nosuch") == ("month", "n")
    assert chart_panel(TABLE, "name", "month", "bars") is None
    for x, kind in (("name", "bars"), ("month", "line"), ("n", "points")):
        assert chart_panel(TABLE, x, "n", kind) is not None


def test_the_page_begins_with_a_query_and_what_the_server_sees_of_its_parameters(web: httpx.Client) -> None:
    query = "/console?query=shared-developers&repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"
    statement, parameters = begun(web, query)
    told = web.post("/api/v1/cypher", json={"statement": statement, "parameters": json.loads(parameters)}).json()
    assert len(told["rows"]) == 4
    assert begun(web, "/console")[1] == ""
    assert web.get("/console?query=nosuch").status_code == 404


def test_an_answer_is_a_table_a_network_or_a_chart(web: httpx.Client) -> None:
    body = {"statement": "MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r:Repository) RETURN d, c, r LIMIT 5"}
    assert "<table" in answered(web, **body)
    assert "data-network" in answered(web, **body, shape="network")
    assert "No column has numbers" in answered(web, **body, shape="chart")
    counted = {"statement": "MATCH (r:Repository) RETURN r.name AS name, r.degree AS degree LIMIT 5"}
    assert "data-chart" in answered(web, **counted, shape="chart")
    assert "data-network" not in answered(web, **counted, shape="network")


def test_a_plan_is_no_answer_and_a_profile_is_both(web: httpx.Client) -> None:
    counted = {"statement": "MATCH (r:Repository) RETURN r.name AS name ORDER BY name LIMIT 2"}
    plan, profile = (answered(web, **counted, mode=mode) for mode in ("explain", "profile"))
    assert ("NodeByLabelScan" in plan, "nothing was run" in plan, "rows, " in plan) == (True, True, False)
    assert not re.search("data-save|data-shape|<table", plan)
    assert "NodeByLabelScan" in profile
    assert re.search(r"2 rows, [^<]+ reads of the store, \d", profile)


def test_values_are_told_apart_and_long_texts_are_folded(web: httpx.Client) -> None:
    statement = "RETURN null AS merged_prs, '' AS b, [] AS c, 0.1 + 0.2 AS d, $x AS e, [1, 'x'] AS f"
    page = answered(web, statement=statement, parameters={"x": "x" * (LONG + 2)})
    cells = [
        unescape(re.sub("<[^>]+>", "", cell)).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)
    ]
    assert cells[:4] + cells[5:] == ["null", '""', "[]", "0.30000000000000004", '[1, "x"]']
    assert "… and 2 more characters" in cells[4]
    assert ">merged_prs</th>" in page


def test_remarks_and_cuts_are_said(web: httpx.Client) -> None:
    page = answered(web, statement="MATCH (n:NoSuch) RETURN n.nosuch, n.nothing, n.nosuch + 1 AS more")
    assert page.count("data-remark") == 2
    assert "No node has the label <code>NoSuch</code>." in page
    told = "has the properties <code>nosuch</code>, <code>nothing</code> (in 3 places)."
    assert told in page
    assert "More rows were found" in answered(web, statement="UNWIND range(1, 9) AS x RETURN x", limit=3)


def test_hostile_names_are_text(web: httpx.Client) -> None:
    page = answered(web, statement="RETURN '<script>x</script>' AS `<b>`")
    assert "<script>x" not in page
    assert ">&lt;b&gt;<" in page
    assert (
        "<script>x"
        not in web.get(f"/console?query={quote('<script>x</script>')}", headers={"accept": "text/html"}).text
    )


def test_refused_statements_are_problems(web: httpx.Client) -> None:
    for path in ("/console/answer", "/console/query"):
        assert web.post(path, json={"statement": "CREATE (n)"}).status_code == 403
    assert web.post("/console/answer", json={"statement": "RETURN 1", "shape": "pie"}).status_code == 422


def test_a_statement_becomes_a_file_of_the_catalogue(web: httpx.Client) -> None:
    text = web.post("/console/query", json={"statement": "RETURN $n AS n", "parameters": {"n": 5}}).text
    assert "// param n: int" in text
    assert "// returns n: int" in text
    assert text.endswith("\nRETURN $n AS n\n")


def test_the_editor_offers_what_may_run(web: httpx.Client) -> None:
    words = web.get("/console/words").json()
    names = {row["name"] for row in words["functions"]}
    assert {"count", "apoc.coll.toSet", "date.truncate"} <= names
    assert not {name for name in names if name.startswith(("apoc.cypher", "gds"))}
    assert {"from": "Developer", "to": "Repository", "relType": "CONTRIBUTED_TO"} in words["graphSchema"]
