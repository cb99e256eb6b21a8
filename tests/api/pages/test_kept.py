from starlette.requests import Request

from api.pages.kept import KeptPages, plain_page
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database


def request(path: str, query: str = "") -> Request:
    return Request({"type": "http", "path": path, "query_string": query.encode(), "headers": []})


def test_a_page_is_made_once_while_the_data_stay(database: Database) -> None:
    kept, made = KeptPages(Atlas(database, catalogue())), []

    def make() -> str:
        made.append("x")
        return f"page {len(made)}"

    assert [kept.page(request("/a"), make).body for _ in range(2)] == [b"page 1", b"page 1"]
    assert kept.page(request("/a", "limit=2"), make).body == b"page 2"
    database.write("CREATE (:Snapshot {key: 'a', state: 'complete', rows_in: 1})")
    assert kept.page(request("/a"), make).body == b"page 3"


def test_the_pages_not_asked_for_longest_go_first(database: Database) -> None:
    kept = KeptPages(Atlas(database, catalogue()), most=2)
    for path in ("/a", "/b", "/a", "/c"):
        kept.page(request(path), lambda: "old")
    bodies = {path: kept.page(request(path), lambda: "new").body for path in ("/a", "/c", "/b")}
    assert bodies == {"/a": b"old", "/c": b"old", "/b": b"new"}


def test_a_page_without_data_needs_no_neo4j() -> None:
    answer = plain_page(request("/docs"), "text")
    assert (answer.body, answer.media_type) == (b"text", "text/html; charset=utf-8")
