import httpx

from api.safety.rules import Rules
from tests.api.safety.keeping import kept

PATH = "/api/v1/queries"
PAGE = "https://page.example"
ASKING = {"origin": PAGE}


def preflight(web: httpx.Client, origin: str) -> httpx.Response:
    asks = {"origin": origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    return web.options("/api/v1/cypher", headers=asks)


def test_pages_of_other_origins_ask_nothing_by_default() -> None:
    with kept(Rules()) as web:
        assert "access-control-allow-origin" not in web.get(PATH, headers=ASKING).headers
        assert preflight(web, PAGE).status_code == 405


def test_pages_of_named_origins_may_ask() -> None:
    with kept(Rules(origins=(PAGE,), rate="2/hour")) as web:
        assert preflight(web, PAGE).headers["access-control-allow-origin"] == PAGE
        assert preflight(web, "https://evil.example").status_code == 400
        answer = web.get(PATH, headers=ASKING)
        assert answer.headers["access-control-allow-origin"] == PAGE
        assert "ETag" in answer.headers["access-control-expose-headers"]
        assert "access-control-allow-credentials" not in answer.headers
        refused = [web.get(PATH, headers=ASKING) for _ in range(2)][-1]
        assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (429, PAGE)


def test_only_who_came_by_https_is_told_to_keep_to_it() -> None:
    with kept(Rules(proxies=("127.0.0.1",))) as web:
        assert "strict-transport-security" not in web.get(PATH).headers
        for ask in (web.get, web.head):
            assert "max-age=" in ask(PATH, headers={"x-forwarded-proto": "https"}).headers["strict-transport-security"]
    with kept(Rules()) as web:
        assert "strict-transport-security" not in web.get(PATH, headers={"x-forwarded-proto": "https"}).headers
