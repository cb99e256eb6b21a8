import re

import httpx

from api.around import Around
from api.observing.metrics import Metrics
from api.observing.requests import Observer
from graph.database import Database
from tests.api.safety.keeping import serving_with


def value(told: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", told, flags=re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_requests_are_counted_by_route_and_queries_by_name(atlas: Database) -> None:
    around = Around(observer=Observer(Metrics(atlas)))
    with serving_with(around, atlas) as web:
        for path in ("/api/v1/developers/LyricZhao", "/api/v1/developers/nobody-of-that-name", "/made/up", "/made/too"):
            web.get(path)
        web.request("MADEUP", "/api/v1/queries")
        web.get("/openapi.json")
        told = web.get("/metrics")
    assert told.headers["content-type"].startswith("text/plain; version=0.0.4")
    developer = '{method="GET",route="/api/v1/developers/{login}",status="%s"}'
    assert value(told.text, f"ossatlas_requests_total{developer % 200}") == 1
    assert value(told.text, f"ossatlas_requests_total{developer % 404}") == 1
    assert value(told.text, 'ossatlas_requests_total{method="GET",route="none",status="404"}') == 2
    assert value(told.text, 'ossatlas_requests_total{method="GET",route="/openapi.json",status="200"}') == 1
    assert value(told.text, 'ossatlas_request_seconds_count{route="/api/v1/developers/{login}"}') == 2
    assert value(told.text, 'ossatlas_query_seconds_count{query="developer-profile"}') == 2
    assert value(told.text, 'ossatlas_connections{state="resting"}') >= 1
    assert "LyricZhao" not in told.text
    assert "MADEUP" not in told.text


def test_nothing_is_told_unless_asked(web: httpx.Client) -> None:
    assert web.get("/metrics").status_code == 404
