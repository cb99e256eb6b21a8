import httpx
import pytest

from api.entities import EXAMPLES, LISTED
from graph.database import Database

API = "/api/v1"


@pytest.mark.parametrize("name", LISTED)
def test_the_pages_of_a_kind_have_every_node_once(web: httpx.Client, atlas: Database, name: str) -> None:
    keys: list[str] = []
    address: str | None = f"{API}/{name}?fields=key&page_size=1000"
    while address:
        answer = web.get(address)
        assert answer.status_code == 200, answer.text
        keys += [row["key"] for row in answer.json()["rows"]]
        address = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == address
    label = LISTED[name].label
    assert keys == sorted(set(keys))
    assert len(keys) == atlas.read(f"MATCH (n:{label}) RETURN count(n) AS n").rows[0][0]


def test_nodes_are_filtered_by_what_an_index_serves(web: httpx.Client) -> None:
    found = web.get(f"{API}/domains", params={"taxonomy": "llm-landscape-2025", "fields": "taxonomy"}).json()
    assert {row["taxonomy"] for row in found["rows"]} == {"llm-landscape-2025"}
    assert found["parameters"] == {"taxonomy": "llm-landscape-2025"}
    found = web.get(f"{API}/repositories", params={"community": "1", "fields": "community", "format": "csv"})
    assert set(found.text.split()[1:]) == {"1"}


def test_a_list_rests_on_what_is_loaded_and_is_not_sent_twice(web: httpx.Client) -> None:
    first = web.get(f"{API}/organizations")
    assert "deepseek-week" in first.json()["coverage"]["sources"]
    assert len(first.json()["rows"]) == 100
    again = web.get(f"{API}/organizations", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(("name", "example"), EXAMPLES.items())
def test_one_of_a_kind_is_found_by_its_name_or_its_key(web: httpx.Client, name: str, example: str) -> None:
    by_name = web.get(f"{API}/{name}/{example}").json()["profile"]
    by_key = web.get(f"{API}/{name}/{by_name['key']}").json()["profile"]
    assert by_name == by_key
    assert example in (by_name["key"], by_name.get("name"))


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("organizations/deepsek", 404, "near are"),
        ("topics/any", 404, "no topics are loaded"),
        ("developers?nope=1", 422, "not asked for by 'nope'"),
        ("repositories?community=x", 422, "community: found 'x', expected a whole number"),
        ("repositories?name=a&name=b", 422, "name: found several"),
        ("countries?fields=nam", 422, "did you mean 'name'"),
        ("countries?cursor=x", 422, "cursor: found 'x'"),
    ],
)
def test_what_is_not_there_or_cannot_be_taken_is_said(web: httpx.Client, path: str, status: int, words: str) -> None:
    answer = web.get(f"{API}/{path}")
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
