"""Files of views over HTTP, opened again and compared with the query's answer."""

import io
import re

import httpx
import networkx as nx
import pandas as pd
import pytest

from api.formats.views import FILES, NETWORKS_ONLY
from api.pages.exports import SHEET, file_name, named_so
from api.views import page_address
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from cypher.query import Query
from graph import keys
from graph.database import Database
from tests.api.conftest import BOTH
from tests.viz.export.opened import parsed

NETWORKS = [query for query in catalogue() if query.kind == "graph"]
OVERLAP = f"repositories={BOTH}"
SVG = "{http://www.w3.org/2000/svg}"


def taken(web: httpx.Client, ending: str, view: str = "overlap-network", query: str = OVERLAP) -> httpx.Response:
    answer = web.get(f"/views/{view}.{ending}?{query}")
    assert answer.status_code == 200, answer.text[:300]
    return answer


def asked(web: httpx.Client) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = web.get(f"/api/v1/queries/overlap-network?{OVERLAP}").json()
    return found


@pytest.mark.parametrize("ending", FILES)
def test_each_file_has_its_type_and_its_name(web: httpx.Client, ending: str) -> None:
    answer = taken(web, ending)
    assert answer.headers["content-type"] == FILES[ending].media_type
    way = "inline" if ending in ("svg", "png", "pdf") else "attachment"
    assert answer.headers["content-disposition"] == f'{way}; filename="overlap-network.{ending}"'


@pytest.mark.parametrize("query", NETWORKS, ids=lambda query: query.name)
@pytest.mark.parametrize(("ending", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_finds_what_the_query_answered(web: httpx.Client, query: Query, ending: str, read: object) -> None:
    assert callable(read)
    told = web.get(f"/api/v1/queries/{query.name}", params=query.examples[0]).json()
    example = str(httpx.QueryParams(query.examples[0]))
    found = read(io.BytesIO(taken(web, ending, query.name, example).content))
    assert {key: data["label"] for key, data in found.nodes(data=True)} == {n["key"]: n["title"] for n in told["nodes"]}
    weights = sorted((*sorted(ends), float(data["weight"])) for *ends, data in found.edges(data=True))
    assert weights == sorted((*sorted((e["source"], e["target"])), e["weight"]) for e in told["edges"])


def test_pandas_finds_what_the_query_answered(web: httpx.Client) -> None:
    told = asked(web)
    edges = pd.read_csv(io.BytesIO(taken(web, "csv").content))
    nodes = pd.read_csv(io.BytesIO(taken(web, "nodes.csv").content))
    assert sorted(zip(edges["source"], edges["target"], edges["weight"], strict=True)) == sorted(
        (e["source"], e["target"], e["weight"]) for e in told["edges"]
    )
    assert set(nodes["key"]) == {node["key"] for node in told["nodes"]}


def test_json_is_what_the_page_draws(web: httpx.Client) -> None:
    found, told = taken(web, "json").json(), asked(web)
    assert {node["id"] for node in found["nodes"]} == {node["key"] for node in told["nodes"]}
    assert all({"x", "y", "color", "legend"} <= node.keys() for node in found["nodes"])


def test_a_picture_tells_question_answer_and_its_own_address(web: httpx.Client) -> None:
    root = parsed(taken(web, "svg", query=f"{OVERLAP}&theme=dark&width=640").text)
    said = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert "4 developers: LyricZhao, fzyzcjy, dzhulgakov and sleepcoo." in said
    assert f"{str(web.base_url).rstrip('/')}/views/overlap-network?{OVERLAP}"[:60] in said
    assert "theme" not in said
    assert root.get("width") == "640"


def test_the_language_stays_in_the_address_of_the_live_page(web: httpx.Client) -> None:
    assert "&amp;lang=zh</text>" in taken(web, "svg", query=f"{OVERLAP}&lang=zh").text


def test_a_picture_may_do_nothing_and_is_kept_for_minutes(web: httpx.Client) -> None:
    answer = taken(web, "svg")
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'self'; sandbox"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert not re.search(r"<script|<style|href|url\(|javascript:", answer.text)


def test_a_client_that_has_it_gets_304_and_another_size_is_another_file(web: httpx.Client) -> None:
    tag = taken(web, "svg").headers["etag"]
    again = web.get(f"/views/overlap-network.svg?{OVERLAP}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert taken(web, "svg", query=f"{OVERLAP}&width=900").headers["etag"] != tag
    assert web.get(f"/views/overlap-network.svg?{OVERLAP}", headers={"Host": "localhost:1"}).headers["etag"] != tag


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "gexf", "csv"])
def test_the_same_question_gives_the_same_bytes(web: httpx.Client, ending: str) -> None:
    one, other = (taken(web, ending, query=f"{OVERLAP}&bots={bots}").content for bots in ("false", "FALSE"))
    if ending in ("svg", "png", "pdf"):  # they carry their address
        one, other = (taken(web, ending).content for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("address", "status", "why"),
    [
        ("/views/no-such-view.svg", 404, "no-such-view"),
        ("/views/overlap-network.svg?repositories=no/such,nor/this", 404, "no/such"),
        ("/views/overlap-network.svg?theme=sepia", 422, "sepia"),
        ("/views/overlap-network.svg?width=9", 422, "width"),
        ("/views/contents.svg", 404, "contents"),
    ],
)
def test_a_picture_that_fails_says_why_under_its_status(web: httpx.Client, address: str, status: int, why: str) -> None:
    answer = web.get(address, headers={"Accept": "image/*,*/*"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    said = " ".join(element.text or "" for element in parsed(answer.text).iter(f"{SVG}text"))
    assert why in said.lower()


def test_a_failed_png_is_a_png(web: httpx.Client) -> None:
    answer = web.get("/views/no-such-view.png")
    assert (answer.status_code, answer.content[:4]) == (404, b"\x89PNG")


def test_failed_data_are_problem_details(web: httpx.Client) -> None:
    answer = web.get("/views/no-such-view.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_short_names_have_files_too(web: httpx.Client) -> None:
    assert web.get(f"/views/overlap.csv?{OVERLAP}").content == taken(web, "csv").content


@pytest.mark.parametrize("ending", FILES)
def test_a_chart_has_its_picture_and_its_rows_and_is_no_network(web: httpx.Client, ending: str) -> None:
    answer = web.get(f"/views/rank-race.{ending}")
    if ending in NETWORKS_ONLY:
        assert (answer.status_code, answer.json()["detail"]) == (422, "rank-race is a chart and no network")
    else:
        assert answer.status_code == 200, answer.text[:300]


def test_the_rows_of_a_chart_are_the_querys(web: httpx.Client) -> None:
    told = web.get("/api/v1/queries/rank-race").json()["rows"]
    frame = pd.read_csv(io.BytesIO(taken(web, "csv", "rank-race", "").content))
    assert len(frame) == len(told) > 0
    assert list(frame.columns) == list(told[0])


def test_no_question_has_a_parameter_called_like_one_of_the_picture() -> None:
    taken_names = {*SHEET, "lang"}
    assert not [query.name for query in catalogue() if taken_names & {param.name for param in query.params}]


def test_a_file_is_named_by_plain_letters() -> None:
    assert file_name("ego-network", 'vercel/next.js"\r\nSet-Cookie: x') == "ego-network-vercel-next.js-Set-Cookie-x"
    assert file_name("rank-race", "") == "rank-race"


def small(database: Database, *names: str) -> Atlas:
    """A graph that has just these repositories."""
    for name in names:
        given = {"key": keys.repository(name).key, "name": name}
        database.write("CREATE (:Repository {key: $key, name: $name, platform: 'github'})", given)
    return Atlas(database, catalogue())


@pytest.mark.parametrize(
    ("loaded", "is_name"),
    [
        (("owner/data.json",), True),
        (("owner/data",), False),
        (("owner/data", "owner/data.json"), False),
        ((), False),
    ],
)
def test_an_ending_is_the_names_only_where_nothing_else_explains_it(
    database: Database,
    loaded: tuple[str, ...],
    is_name: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert named_so(small(database, *loaded), "project-contribution", "owner/data", "json") is is_name


def test_a_login_has_no_ending(database: Database) -> None:
    assert not named_so(small(database, "ada.json"), "developer-partners", "ada", "json")


def test_a_name_that_ends_otherwise_is_a_name(web: httpx.Client) -> None:
    page = web.get("/views/project-contribution/github/vercel/next.js")
    picture = web.get("/views/project-contribution/github/vercel/next.js.svg")
    assert "vercel/next.js" in page.text
    assert page.headers["content-type"] != "image/svg+xml; charset=utf-8"
    assert "vercel/next.js" in picture.text
    assert "next.js.svg" not in picture.text


def test_links_of_ours_name_such_a_repository_by_its_parameter() -> None:
    query = catalogue().find("project-contribution")
    assert page_address(query, {"repository": "a/data.json"}) == "/views/project-contribution?repository=a%2Fdata.json"
    assert page_address(query, {"repository": "vercel/next.js"}).endswith("/github/vercel/next.js")
