from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from api.around import Around
from api.observing.observed import observing
from api.settings import Settings
from graph.database import Database
from tests.api.safety.keeping import NOWHERE, serving_with

TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


@contextmanager
def collector() -> Iterator[tuple[str, list[Span]]]:
    """A collector of traces on this machine, and the spans that came."""
    spans: list[Span] = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            import gzip  # noqa: PLC0415

            body = self.rfile.read(int(self.headers["content-length"]))
            body = gzip.decompress(body) if self.headers.get("content-encoding") == "gzip" else body
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                for scope in resource.scope_spans:
                    spans.extend(scope.spans)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", spans
    finally:
        server.shutdown()
        server.server_close()


def test_a_request_and_its_query_are_spans_in_the_trace_of_the_asker() -> None:
    with collector() as (address, spans):
        settings = Settings(traces_url=address)
        with (
            Database(NOWHERE) as away,
            observing(settings, away, "127.0.0.1") as observer,
            serving_with(Around(observer=observer), away) as web,
        ):
            asked = {"traceparent": f"00-{TRACE}-{PARENT}-01"}
            assert web.get("/api/v1/queries/search?text=secret-name", headers=asked).status_code == 503
    request = next(span for span in spans if span.name == "GET /api/v1/queries/search")
    assert (request.trace_id.hex(), request.parent_span_id.hex()) == (TRACE, PARENT)
    assert "secret-name" not in str(spans)


def test_a_collector_has_an_address() -> None:
    with pytest.raises(ValueError, match="OSSATLAS_TRACES_URL"):
        Settings.model_validate({"OSSATLAS_TRACES_URL": "collector:4318"})
