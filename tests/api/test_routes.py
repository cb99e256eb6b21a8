import csv
import io
import json
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest

from api.web.atlas import Atlas
from cypher.catalogue import Query, catalogue
from graph.database import Database
from tests.api.conftest import BOTH

SHARED = "/api/v1/queries/shared-developers"


def asked(web: httpx.Client, path: str, **parameters: str) -> dict[str, Any]:
    answer = web.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_shared_developers_answers_with_columns_rows_and_coverage(web: httpx.Client) -> None:
    found = asked(web, SHARED, repositories=BOTH)
    assert {row["developer"]: row["contributions"] for row in found["rows"]} == {
        "LyricZhao": [12, 4],
        "dzhulgakov": [1, 1],
        "fzyzcjy": [8, 1],
        "sleepcoo": [1, 1],
    }
    assert found["query"] == "shared-developers"
    assert found["coverage"]["sources"] == ["deepseek-week"]
    assert found["coverage"]["months"] == {"from": "2025-02", "to": "2025-08"}
    assert found["cut"] is False
    assert all(column["about"] for column in found["columns"])


def test_list_parameters_may_be_repeated_or_comma_separated(web: httpx.Client) -> None:
    repeated = web.get(SHARED, params=[("repositories", name) for name in BOTH.split(",")]).json()
    assert repeated == asked(web, SHARED, repositories=BOTH)


def test_a_cut_answer_says_so(web: httpx.Client) -> None:
    found = asked(web, SHARED, repositories=BOTH, limit="1")
    assert (len(found["rows"]), found["cut"]) == (1, True)


def test_csv_has_the_same_rows(web: httpx.Client) -> None:
    answer = web.get(SHARED, params={"repositories": BOTH, "format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="shared-developers.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["developer"] for row in rows} == {"LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"}


def test_json_lines_have_the_same_rows(web: httpx.Client) -> None:
    answer = web.get(SHARED, params={"repositories": BOTH}, headers={"accept": "application/jsonl"})
    assert answer.headers["content-type"] == "application/jsonl"
    assert [json.loads(line) for line in answer.text.splitlines()] == asked(web, SHARED, repositories=BOTH)["rows"]


def test_parquet_has_the_same_rows(web: httpx.Client) -> None:
    answer = web.get(SHARED, params={"repositories": BOTH}, headers={"accept": "application/vnd.apache.parquet"})
    table = pq.read_table(io.BytesIO(answer.content))
    assert table.num_rows == 4
    assert table.column("total").to_pylist()[0] == 16


@pytest.mark.parametrize("form", ["json", "csv", "jsonl", "parquet"])
def test_pages_have_the_rows_of_the_whole_and_lead_from_one_to_the_next(web: httpx.Client, form: str) -> None:
    whole = asked(web, SHARED, repositories=BOTH)
    assert whole["next"] is None
    address = f"{SHARED}?repositories={BOTH}&fields=developer&page_size=3&format={form}"
    first = web.get(address)
    second = web.get(first.links["next"]["url"])
    assert "link" not in second.headers
    assert first.headers["etag"] != second.headers["etag"]
    if form == "json":
        assert (first.json()["next"], second.json()["next"]) == (first.links["next"]["url"], None)
        rows = [*first.json()["rows"], *second.json()["rows"]]
        assert rows == [{"developer": row["developer"]} for row in whole["rows"]]
    again = web.get(first.links["next"]["url"], headers={"if-none-match": second.headers["etag"]})
    assert again.status_code == 304


def test_a_cursor_of_data_that_have_changed_is_gone(web: httpx.Client, atlas: Database) -> None:
    following = asked(web, SHARED, repositories=BOTH, page_size="1")["next"]
    atlas.write("CREATE (:Snapshot {key: 'passing', state: 'complete', rows_in: 1})")
    try:
        answer = web.get(following)
    finally:
        atlas.write("MATCH (s:Snapshot {key: 'passing'}) DELETE s")
    assert (answer.status_code, answer.headers["content-type"]) == (410, "application/problem+json")
    assert web.get(following).status_code == 200


def test_the_pages_of_an_answer_ask_the_graph_once(atlas: Database) -> None:
    opened = Atlas(atlas, catalogue())
    assert opened.ask("snapshots", {}, "key") is opened.ask("snapshots", {}, "key")
    assert opened.ask("snapshots", {}) is not opened.ask("snapshots", {})


def test_a_network_answers_with_nodes_and_edges(web: httpx.Client) -> None:
    found = asked(web, "/api/v1/queries/overlap-network", repositories=BOTH, shared_only="true")
    assert {node["title"] for node in found["nodes"] if node["label"] == "Developer"} >= {"LyricZhao"}
    assert all(edge["evidence"] for edge in found["edges"])


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "needs `repositories`"),
        ({"repositories": "a/b,c/d", "limit": "x"}, "limit: found 'x', expected a whole number"),
        ({"repositories": "a/b,c/d", "nope": "1"}, "no parameter 'nope'"),
        ({"repositories": BOTH, "fields": "developr"}, "did you mean 'developer'?"),
        ({"repositories": BOTH, "page_size": "0"}, "page_size: found '0'"),
        ({"repositories": BOTH, "cursor": "x"}, "cursor: found 'x'"),
        ({"repositories": "a/b,c/d", "format": "xml"}, "expected one of json, jsonl, csv"),
    ],
)
def test_a_wrong_parameter_is_a_problem_that_names_it(
    web: httpx.Client, parameters: dict[str, str], words: str
) -> None:
    answer = web.get(SHARED, params=parameters)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_an_unknown_repository_is_404_with_near_names(web: httpx.Client) -> None:
    answer = web.get(SHARED, params={"repositories": "deepseek-ai/DeepEPP,deepseek-ai/DeepGEMM"})
    assert answer.status_code == 404
    assert "near are deepseek-ai/DeepEP" in answer.json()["detail"]


def test_an_unknown_query_is_404_with_a_near_one(web: httpx.Client) -> None:
    answer = web.get("/api/v1/queries/shared-developer")
    assert answer.status_code == 404
    assert "shared-developers" in answer.json()["detail"]


def test_a_metric_is_not_computed_by_a_get(web: httpx.Client) -> None:
    answer = web.get("/api/v1/queries/leiden")
    assert answer.status_code == 404
    assert "ossatlas measure leiden" in answer.json()["detail"]


def test_underscores_in_a_query_name_are_understood(web: httpx.Client) -> None:
    assert asked(web, "/api/v1/queries/shared_developers", repositories=BOTH)["query"] == "shared-developers"


def test_the_catalogue_lists_every_query_with_its_parameters(web: httpx.Client) -> None:
    listed = asked(web, "/api/v1/queries")["queries"]
    assert [query["name"] for query in listed] == [query.name for query in catalogue()]
    shared = next(query for query in listed if query["name"] == "shared-developers")
    assert shared["href"] == SHARED
    assert shared["parameters"][0]["name"] == "repositories"


def test_search_completes_names(web: httpx.Client) -> None:
    found = asked(web, "/api/v1/search", q="deepg", limit="3")["rows"]
    assert "deepseek-ai/DeepGEMM" in [row["title"] for row in found]
    assert {"label", "title", "about", "key"} <= set(found[0])


def test_search_without_text_says_what_is_missing(web: httpx.Client) -> None:
    answer = web.get("/api/v1/search")
    assert answer.status_code == 422
    assert "`q`" in answer.json()["detail"]


@pytest.mark.parametrize("asked", ["q=a&q=b", f"q={'x' * 2000}", "q=a&text=b"])
def test_what_search_cannot_take_is_called_as_the_address_calls_it(web: httpx.Client, asked: str) -> None:
    answer = web.get(f"/api/v1/search?{asked}")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(("q: found", "search has no parameter 'text'"))


def test_a_repository_has_a_profile(web: httpx.Client) -> None:
    found = asked(web, "/api/v1/repositories/deepseek-ai/DeepEP")
    assert found["profile"]["repository"] == "deepseek-ai/DeepEP"
    assert found["profile"]["developers"] > 0


def test_a_developer_has_a_profile(web: httpx.Client) -> None:
    assert asked(web, "/api/v1/developers/lyriczhao")["profile"]["developer"] == "LyricZhao"


@pytest.mark.parametrize("path", ["repositories/no/such", "developers/no-such-person"])
def test_an_unknown_name_has_no_profile(web: httpx.Client, path: str) -> None:
    answer = web.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.json()["title"]) == (404, "Not found")


def test_the_same_question_is_not_sent_twice(web: httpx.Client) -> None:
    first = web.get(SHARED, params={"repositories": BOTH})
    again = web.get(SHARED, params={"repositories": BOTH}, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_another_question_or_format_has_another_tag(web: httpx.Client) -> None:
    tags = {
        web.get(SHARED, params={"repositories": BOTH, **more}).headers["etag"]
        for more in ({}, {"limit": "5"}, {"format": "csv"})
    }
    assert len(tags) == 3


def test_large_answers_are_compressed(web: httpx.Client) -> None:
    answer = web.get("/api/v1/queries", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert json.loads(answer.content)


def test_head_answers_as_get_without_a_body(web: httpx.Client) -> None:
    answer = web.head("/api/v1/queries")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"]


@pytest.mark.parametrize("query", [q for q in catalogue() if q.kind != "metric"], ids=lambda query: query.name)
def test_the_route_of_every_query_takes_its_example(web: httpx.Client, query: Query) -> None:
    for example in query.examples:
        answer = web.get(f"/api/v1/queries/{query.name}", params=example)
        assert answer.status_code == 200, answer.text
        assert answer.json()["title"]
