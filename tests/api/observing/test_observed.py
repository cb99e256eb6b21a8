import socket
from threading import active_count

import httpx
import pytest

from api.around import Around
from api.observing.observed import observing
from api.safety.rules import Rules
from api.settings import Settings
from graph.database import Database
from graph.errors import BadInputError
from tests.api.safety.keeping import NOWHERE, serving_with


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_metrics_have_a_server_of_their_own_where_a_port_is_named() -> None:
    port, before = free_port(), active_count()
    with Database(NOWHERE) as away, observing(Settings(metrics=str(port)), away, "127.0.0.1") as observer:
        assert "ossatlas_connections" in httpx.get(f"http://127.0.0.1:{port}/metrics").text
        assert observer.metrics is not None
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/metrics")
    assert active_count() == before


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, Database(NOWHERE) as away:
        port = taken.getsockname()[1]
        with (
            pytest.raises(BadInputError, match=f"OSSATLAS_METRICS names port {port}"),
            observing(Settings(metrics=str(port)), away, "127.0.0.1"),
        ):
            pass


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a-1.B_2", True), ("0" * 64, True), ("0" * 65, False), ("a b", False), ("a;b", False), ("", False)],
)
def test_a_request_keeps_its_id_and_gets_one_where_it_has_none(given: str, kept: bool) -> None:  # noqa: FBT001
    with serving_with(Around(Rules())) as web:
        answer = web.get("/api/v1/queries/no-such-query", headers={"x-request-id": given})
        told = answer.headers["x-request-id"]
        assert (told == given) is kept
        assert answer.json()["request_id"] == told
        assert web.get("/readyz").json()["request_id"] != told
