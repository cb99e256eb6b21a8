import httpx

from api.web.headers import SECURITY


def test_a_page_may_load_nothing_from_elsewhere() -> None:
    policy = SECURITY["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_head_is_answered_on_every_kind_of_route(web: httpx.Client) -> None:
    for path in ("/", "/healthz", "/openapi.json", "/static/atlas.css"):
        answer = web.head(path)
        assert (answer.status_code, answer.content) == (200, b""), path
