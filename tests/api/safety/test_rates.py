import re
import time

import httpx
import pytest

from api.safety.rates import rate_of
from api.safety.rules import Rules
from tests.api.safety.keeping import kept

PATH = "/api/v1/queries"


def asked(web: httpx.Client, client: str = "") -> httpx.Response:
    return web.get(PATH, headers={"x-forwarded-for": client} if client else {})


def test_what_a_client_asks_beyond_its_rate_is_refused_and_told_when_to_come_again() -> None:
    with kept(Rules(rate="3/hour")) as web:
        answers = [asked(web) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        left = [re.fullmatch(r'"default";r=(\d+);t=\d+', answer.headers["ratelimit"]) for answer in answers]
        assert [found and found[1] for found in left] == ["2", "1", "0", "0"]
        assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=3600'
        refused = answers[3]
        assert refused.json()["title"] == "Too many at once"
        assert 0 < int(refused.headers["retry-after"]) <= 3600


def test_what_a_page_loads_and_what_watches_the_server_is_free() -> None:
    with kept(Rules(rate="1/hour")) as web:
        for path in ("/static/atlas.css", "/healthz"):
            assert [web.get(path).status_code for _ in range(3)] == [200] * 3
        assert [web.get("/healthzfoo").status_code for _ in range(2)] == [404, 429]


def test_each_client_has_its_own_rate_where_a_trusted_proxy_tells_them_apart() -> None:
    with kept(Rules(rate="1/hour", proxies=("127.0.0.1",))) as web:
        assert [asked(web, client).status_code for client in ("192.0.2.1", "192.0.2.2", "192.0.2.1")] == [200, 200, 429]


def test_nobody_else_is_believed_who_asks() -> None:
    for proxies in ((), ("192.0.2.9",)):
        with kept(Rules(rate="1/hour", proxies=proxies)) as web:
            assert [asked(web, client).status_code for client in ("192.0.2.1", "192.0.2.2")] == [200, 429]


@pytest.mark.parametrize("day", [-86_400, 86_400])
def test_nobody_waits_for_longer_because_the_clock_was_set(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    rate, now = rate_of("2/minute"), time.time
    while not rate.excess("ann"):
        pass
    monkeypatch.setattr(time, "time", lambda: now() + day)
    assert rate.excess("ann") is None
    assert rate.excess("ann") is None
    refused = rate.excess("ann")
    assert refused is not None
    assert refused.retry_after <= 60
