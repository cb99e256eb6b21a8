from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api.osgraph import edges, month
from api.osgraph_words import LENSES
from graph.errors import BadInputError
from graph.model import Edge

EP, WHO = "deepseek-ai/DeepEP", "fzyzcjy"
NOW = date(2025, 6, 15)
SUBJECTS = {name: EP if lens.subject == "repository" else WHO for name, lens in LENSES.items()}


def data(web: httpx.Client, name: str, path: str = "", **parameters: str) -> dict[str, Any]:
    answer = web.get(f"/api/graphs/{name}/github/{path or SUBJECTS[name]}", params=parameters)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert (body["status"], body["message"], body["error"]) == (0, "Success", None)
    found: dict[str, Any] = body["data"]
    return found


@pytest.mark.parametrize("name", LENSES)
def test_each_graph_answers_in_the_shape_of_osgraph(web: httpx.Client, name: str) -> None:
    found = data(web, name)
    ids = [node["id"] for node in found["nodes"]]
    assert ids
    assert all(isinstance(each, str) for each in ids)
    assert all({"id", "name", "comment", "source", "size", "nodeType"} == node.keys() for node in found["nodes"])
    shape = {"source", "target", "id", "direction", "comment", "weight", "count", "name", "edgeType"}
    assert found["edges"]
    assert all(shape == edge.keys() for edge in found["edges"])
    assert all(edge["source"] in ids and edge["target"] in ids for edge in found["edges"])
    assert len({edge["id"] for edge in found["edges"]}) == len(found["edges"])
    assert found["coverage"]["snapshots"]


@pytest.mark.parametrize(
    ("name", "types", "edge_types"),
    [
        ("project-contribution", {"Repo", "User"}, {"PullRequestAction"}),
        ("project-community", {"Repo", "User", "Company", "Country"}, {"ContributeRepo", "Belong"}),
        ("project-ecosystem", {"Repo"}, {"CommonDevelop"}),
        ("os-partner", {"User"}, {"CommonRepo"}),
    ],
)
def test_nodes_and_edges_have_the_names_of_osgraph(
    web: httpx.Client, name: str, types: set[str], edge_types: set[str]
) -> None:
    found = data(web, name)
    assert {node["nodeType"] for node in found["nodes"]} == types
    assert {edge["edgeType"] for edge in found["edges"]} == edge_types


def test_counts_are_those_of_our_own_view(web: httpx.Client) -> None:
    names = {node["id"]: node["name"] for node in data(web, "project-contribution")["nodes"]}
    counts = {names[edge["source"]]: edge["count"] for edge in data(web, "project-contribution")["edges"]}
    assert (counts["LyricZhao"], counts["fzyzcjy"]) == (12, 8)


def test_limits_have_the_names_of_osgraph(web: httpx.Client) -> None:
    few = data(web, "project-contribution", **{"repo-limit": "2"})
    assert sum(node["nodeType"] == "User" for node in few["nodes"]) == 2
    assert "more was found than the limits allow" in few["left_out"]
    community = data(web, "project-community", **{"company-limit": "1", "country-limit": "1", "user-limit": "3"})
    known = [node for node in community["nodes"] if not node["id"].startswith("unknown:")]
    assert sorted(node["nodeType"] for node in known) == ["Company", "Country", "Repo", "User", "User", "User"]


def test_edges_are_named_in_the_language_asked_for(web: httpx.Client) -> None:
    assert {edge["name"] for edge in data(web, "os-partner")["edges"]} == {"合作项目"}
    assert {edge["name"] for edge in data(web, "os-partner", lang="en-US")["edges"]} == {"Common Repo"}


def test_what_our_sources_do_not_have_is_said_and_not_made_up(web: httpx.Client) -> None:
    found = data(web, "os-partner")
    assert any("CommonIssue and CommonPR are left out" in told for told in found["left_out"])
    assert not {"CommonIssue", "CommonPR", "CommonStar"} & {edge["edgeType"] for edge in found["edges"]}


def test_each_kind_of_contribution_that_is_told_is_an_edge() -> None:
    edge = Edge("a", "b", "CONTRIBUTED_TO", 3.0, {"opened_prs": 3, "reviews": 1, "stars": 0, "review_comments": 9})
    found = list(edges(edge, LENSES["project-contribution"], "en-US"))
    assert [(one["edgeType"], one["count"], one["name"]) for one in found] == [
        ("CreatePR", 3, "Create PR"), ("CodeReview", 1, "CR"),
    ]  # fmt: skip


def test_whoever_comes_from_a_place_contributes_from_it() -> None:
    edge = Edge("repo", "org", "AFFILIATED_WITH", 2.0, {"developers": 2, "contributions": 7})
    (found,) = edges(edge, LENSES["project-community"], "zh-CN")
    assert (found["source"], found["target"], found["edgeType"], found["count"]) == ("org", "repo", "ContributeRepo", 7)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("2025-01-17", "2025-01"), ("1733717926", "2024-12"), ("1", ""), ("1970-01-01", ""), ("2025-06-01", ""),
        ("4102444800", ""),
    ],
)  # fmt: skip
def test_days_and_seconds_are_months_and_bounds_beyond_all_data_are_none(given: str, found: str) -> None:
    assert month("start-time", given, NOW) == found


@pytest.mark.parametrize("given", ["2025-02-30", "yesterday", "-5", "99999999999", "2025-04", ["1", "2"], "1e9"])
def test_what_is_no_time_is_refused_by_its_name(given: object) -> None:
    with pytest.raises(BadInputError, match=r"end-time: found .* expected a day such as"):
        month("end-time", given, NOW)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("project-contribution/github/deepseek-ai/DeepEPP", 404, "near are deepseek-ai/DeepEP"),
        ("os-partner/github/nobody-of-that-name", 404, "nobody-of-that-name"),
        (f"project-contribution/gitee/{EP}", 404, "there is no platform 'gitee'"),
        (f"project-contributions/github/{EP}", 404, "did you mean"),
        (f"project-contribution/github/{EP}?repo-limit=0", 422, "repo-limit: found 0"),
        (f"project-contribution/github/{EP}?repo-limit=many", 422, "repo-limit: found 'many', expected a whole number"),
        (f"project-contribution/github/{EP}?repo-limit=99999999999999999999", 422, "repo-limit: found"),
        (f"project-contribution/github/{EP}?start-time=soon", 422, "start-time: found 'soon'"),
        (f"project-contribution/github/{EP}?user-limit=3", 422, "no parameter 'user-limit'; valid are start-time"),
        (f"project-contribution/github/{EP}?lang=de", 422, "expected one of zh-CN, en-US"),
    ],
)
def test_a_failure_has_its_status_and_a_sentence(web: httpx.Client, path: str, status: int, words: str) -> None:
    answer = web.get(f"/api/graphs/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


def test_the_list_names_the_six_graphs(web: httpx.Client) -> None:
    listed = web.get("/api/graphs/list", params={"lang": "en-US"}).json()["data"]
    assert [graph["path"] for graph in listed] == list(LENSES)
    assert listed[0]["name"] == "Project Contribution"
    assert listed[0]["filter_keys"] == ["start-time", "end-time", "repo-limit"]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (f"/graphs/project-contribution/github/{EP}?lang=en-US", f"/views/project-contribution/github/{EP}"),
        (f"/graphs/os-partner/github/{WHO}?user-limit=7", f"/views/developer-partners/github/{WHO}?partners=7"),
        (
            f"/graphs/project-contribution/github/{EP}?start-time=2025-01-17&repo-limit=3",
            f"/views/project-contribution/github/{EP}?from=2025-01&developers=3",
        ),
        (
            f"/png/graphs/os-interest/github/{WHO}?topic-limit=5",
            f"/views/developer-interests/github/{WHO}.png?topics=5",
        ),
        (f"/svg/graphs/project-community/github/{EP}", f"/views/project-community/github/{EP}.svg"),
    ],
)
def test_links_to_pages_and_pictures_of_osgraph_lead_to_ours(web: httpx.Client, address: str, target: str) -> None:
    answer = web.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, target)


def test_an_answer_that_the_client_has_is_not_sent_again(web: httpx.Client) -> None:
    address = f"/api/graphs/project-contribution/github/{EP}"
    tag = web.get(address).headers["etag"]
    assert web.get(address, headers={"if-none-match": tag}).status_code == 304
    assert web.get(address, params={"lang": "en-US"}, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>", "\r\nset-cookie: a=b", "x" * 900, "../../etc", "//host"]
)
def test_hostile_names_are_unknown_names_and_stay_in_their_address(web: httpx.Client, name: str) -> None:
    path = quote(name, safe="")
    answer = web.get(f"/api/graphs/project-contribution/github/{path}")
    assert answer.status_code in {404, 422}
    led = web.get(f"/graphs/project-contribution/github/{path}", follow_redirects=False)
    assert led.status_code == (404 if "\n" in name else 307)  # no path of a route goes over lines
    place = led.headers.get("location", "/views/project-contribution/github/")
    assert place.startswith("/views/project-contribution/github/")
    assert not {"<", ">", "\r", "\n"} & set(place)
    assert "set-cookie" not in led.headers


def test_ids_and_counts_beyond_what_a_browser_counts_exactly_are_kept() -> None:
    edge = Edge("github:9007199254740993", "github:2", "COLLABORATES_WITH", 1.0, {"repositories": 2**53 + 1})
    (found,) = edges(edge, LENSES["os-partner"], "en-US")
    assert (found["source"], found["count"]) == ("github:9007199254740993", 2**53 + 1)
