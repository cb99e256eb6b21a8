from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api.views import drawn_queries
from cypher.catalogue import catalogue
from cypher.query import Query
from viz import aggregate, charts

VIEWS = "/api/v1/views"
EP = "deepseek-ai/DeepEP"
ALL = list(drawn_queries(catalogue()))
NETWORKS = [query for query in ALL if query.kind == "graph"]
CHARTS = [query for query in ALL if query.kind != "graph"]
OF_ONE = [query for query in NETWORKS if query.subjects]
HOSTILE = ("</script><script>alert(1)</script>", "\u202egnp.exe", "x" * 900, "a/b/c", "../../etc/passwd", "' OR 1=1 //")


def asked(web: httpx.Client, path: str, **parameters: str) -> dict[str, Any]:
    answer = web.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_list_has_every_view_with_its_addresses(web: httpx.Client) -> None:
    listed = {view["name"]: view for view in asked(web, VIEWS)["views"]}
    assert listed.keys() == {query.name for query in ALL}
    assert listed["project-contribution"]["page_of_one"] == "/views/project-contribution/github/{path}"
    assert listed["overlap-network"]["href_of_one"] is None
    assert {param["name"] for param in listed["project-community"]["parameters"]} >= {"organizations", "countries"}


@pytest.mark.parametrize("query", CHARTS, ids=lambda query: query.name)
def test_every_chart_answers_its_example_with_vega_and_the_table_behind_it(web: httpx.Client, query: Query) -> None:
    found = asked(web, f"{VIEWS}/{query.name}", **query.examples[0])
    assert found["vega"]["$schema"].startswith("https://vega.github.io/schema/vega/")
    assert [column["name"] for column in found["columns"]] == [column.name for column in query.returns]
    assert found["rows"] or query.load
    assert found["page"].startswith(f"/views/{query.name}")


def test_a_chart_may_be_looked_at_in_another_way(web: httpx.Client) -> None:
    looks = {query.name: charts.options(query.name) for query in CHARTS}
    name, option = next((name, found[0]) for name, found in looks.items() if found)
    example = catalogue().find(name).examples[0]
    other = asked(web, f"{VIEWS}/{name}", **{**example, option.name: option.choices[1]})
    assert other["options"][option.name] == option.choices[1]
    assert f"{option.name}={option.choices[1]}" in other["page"]
    wrong = web.get(f"{VIEWS}/{name}", params={**example, option.name: "cubic"})
    assert (wrong.status_code, "expected" in wrong.json()["detail"]) == (422, True)


@pytest.mark.parametrize("query", NETWORKS, ids=lambda query: query.name)
def test_every_network_answers_its_example_as_the_page_draws_it(web: httpx.Client, query: Query) -> None:
    found = asked(web, f"{VIEWS}/{query.name}", **query.examples[0])
    ids = {node["id"] for node in found["nodes"]}
    assert found["query"] == query.name
    assert ids
    assert all({"x", "y", "size", "color", "label", "facts"} <= node.keys() for node in found["nodes"])
    assert all(edge["from"] in ids and edge["to"] in ids for edge in found["edges"])
    assert sum(group["count"] for group in found["groups"]) == len(ids)
    assert found["coverage"]["snapshots"]
    assert found["cypher"] == query.text
    assert found["page"].startswith(f"/views/{query.name}")


@pytest.mark.parametrize("query", OF_ONE, ids=lambda query: query.name)
def test_the_address_of_one_answers_as_its_parameter_does(web: httpx.Client, query: Query) -> None:
    example = dict(query.examples[0])
    subject = example.pop(next(name for name in query.subjects if name in example))
    of_one = asked(web, f"{VIEWS}/{query.name}/github/{subject}", **example)
    assert of_one == asked(web, f"{VIEWS}/{query.name}", **query.examples[0])
    assert of_one["page"] == f"/views/{query.name}/github/{subject}"
    centre = next(node for node in of_one["nodes"] if node["id"] == of_one["centre"])
    assert (centre["title"], centre["x"], centre["y"]) == (subject, 0, 0)


def test_a_developer_is_meant_by_a_path_without_a_slash(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/ego-network/github/fzyzcjy", depth="1")
    assert found["parameters"]["developer"] == "fzyzcjy"
    assert found["parameters"]["repository"] is None


def test_a_name_in_other_letters_means_the_same_node(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/project-contribution/github/{EP.lower()}")
    assert next(node["title"] for node in found["nodes"] if node["id"] == found["centre"]) == EP


def test_edges_carry_their_evidence(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/project-contribution/github/{EP}", developers="3")
    assert len(found["nodes"]) == 4
    assert all(edge["evidence"][0]["source"] == "deepseek-week" for edge in found["edges"])
    assert found["cut"]


def test_unknown_is_a_node_without_a_page_and_a_group_of_the_legend(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/project-community/github/{EP}")
    unknown = [node for node in found["nodes"] if node["id"].startswith("unknown:")]
    assert unknown
    assert all(node["href"] == "" and node["measure"] > 0 for node in unknown)
    assert any(group["title"].endswith("unknown") for group in found["groups"])


def test_an_answer_that_the_client_has_is_not_sent_again(web: httpx.Client) -> None:
    address = f"{VIEWS}/project-contribution/github/{EP}"
    first = web.get(address)
    again = web.get(address, headers={"if-none-match": first.headers["etag"]})
    other = web.get(address, params={"developers": "2"}, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nothing-such", 404, "there is no view 'nothing-such'"),
        ("shared-developers", 404, "there is no view 'shared-developers'"),
        ("overlap-network/github/a/b", 404, "about no single repository or developer"),
        (f"project-contribution/gitee/{EP}", 404, "there is no platform 'gitee'; there is github"),
        ("project-contribution/github/deepseek-ai/DeepEPP", 404, "near are deepseek-ai/DeepEP"),
        ("developer-activity/github/nobody-of-that-name", 404, "nobody-of-that-name"),
        ("project-contribution", 422, "needs `repository`"),
        (f"project-contribution/github/{EP}?developers=501", 422, "developers: found 501"),
        (f"project-contribution/github/{EP}?developers=x", 422, "developers: found 'x', expected a whole number"),
        (f"project-contribution/github/{EP}?from=2025-13", 422, "from: found '2025-13', expected a month"),
        (f"project-contribution/github/{EP}?from=2025-04&to=2025-01", 422, "expected a first month"),
        (f"project-contribution/github/{EP}?nope=1", 422, "no parameter 'nope'"),
        (f"project-contribution/github/{EP}?source=nowhere", 404, "there is no source 'nowhere'"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_in_a_sentence(
    web: httpx.Client, path: str, status: int, words: str
) -> None:
    answer = web.get(f"{VIEWS}/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_unknown_names(web: httpx.Client, name: str) -> None:
    answer = web.get(f"{VIEWS}/project-contribution/github/{quote(name, safe='')}")
    assert answer.status_code in {404, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_window_without_contributions_is_an_empty_picture_that_tells_its_gap(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/project-contribution/github/{EP}", to="2001-01")
    assert found["nodes"] == []
    assert found["coverage"]["gaps"]


def test_openapi_describes_each_view_and_its_parameters(web: httpx.Client) -> None:
    paths = asked(web, "/openapi.json")["paths"]
    of_one = paths[f"{VIEWS}/project-contribution/github/{{path}}"]["get"]
    assert {"path", "developers", "from", "to", "bots"} <= {param["name"] for param in of_one["parameters"]}
    assert "repository" not in {param["name"] for param in of_one["parameters"]}
    assert of_one["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["edges"]["description"]
    assert {query.name for query in ALL} <= {path.rpartition("/")[2] for path in paths}


BOTH = {"repositories": f"{EP},deepseek-ai/DeepGEMM", "limit": "299"}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that draws three nodes one by one, and no more."""
    monkeypatch.setattr(aggregate, "MOST", 3)
    monkeypatch.setattr(aggregate, "FEW", 2)


@pytest.mark.usefixtures("few")
def test_a_network_with_too_many_nodes_comes_in_groups_which_open(web: httpx.Client) -> None:
    found = asked(web, f"{VIEWS}/overlap-network", **BOTH)
    whole = asked(web, f"{VIEWS}/overlap-network", **BOTH, show="all")
    assert found["holds"] == whole["holds"] == len(whole["nodes"]) > len(found["nodes"])
    group = next(node for node in found["nodes"] if node["id"].startswith("part:"))
    opened = asked(web, f"{VIEWS}/overlap-network", **BOTH, open=group["id"])
    assert [node["part"] for node in opened["nodes"] if "part" in node] == [group["id"]] * group["holds"]
    assert {node["id"] for node in opened["nodes"]} == {node["id"] for node in whole["nodes"]}
    assert "show=all" in whole["page"]
    wrong = web.get(f"{VIEWS}/overlap-network", params={**BOTH, "show": "some"})
    assert (wrong.status_code, "expected all or parts" in wrong.json()["detail"]) == (422, True)


@pytest.mark.usefixtures("few")
def test_data_of_a_large_network_have_all_of_it_and_its_picture_the_groups(web: httpx.Client) -> None:
    whole = asked(web, f"{VIEWS}/overlap-network", **BOTH, show="all")
    rows = web.get("/views/overlap-network.nodes.csv", params=BOTH).text.strip().splitlines()
    assert len(rows) == 1 + len(whole["nodes"])
    picture = web.get("/views/overlap-network.svg", params=BOTH).text
    assert f"marks for {len(whole['nodes'])} nodes" in picture
    page = web.get("/views/overlap-network", params=BOTH).text
    assert "show=all" in page
    assert f"{len(whole['nodes'])} nodes are too many to be seen at once" in page


@pytest.mark.parametrize("query", NETWORKS, ids=lambda query: query.name)
def test_no_query_of_a_network_has_a_parameter_that_is_the_picture_s(query: Query) -> None:
    assert not {param.name for param in query.params} & aggregate.OPTIONS.keys()
