"""Traces for OpenTelemetry, where a setting asks for them: a span for each request and each query in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opentelemetry import propagate, trace

from graph.errors import BadInputError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from starlette.types import Scope

NAME = "ossatlas"
FAILED = 500


@dataclass(frozen=True, slots=True)
class Traces:
    """Where spans go. They bear routes and names of queries, and neither parameters nor addresses."""

    provider: TracerProvider

    @contextmanager
    def request(self, scope: Scope) -> Iterator[None]:
        """A context in which a request is answered, in the trace of whoever asks where that is told."""
        carrier = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        asker = propagate.extract(carrier)
        tracer = self.provider.get_tracer(NAME)
        with tracer.start_as_current_span(scope["method"], context=asker, kind=trace.SpanKind.SERVER):
            yield

    def answered(self, method: str, route: str, status: int) -> None:
        """Note on the span of this request what came of it."""
        span = trace.get_current_span()
        span.update_name(f"{method} {route}")
        span.set_attributes({"http.request.method": method, "http.route": route, "http.response.status_code": status})
        if status >= FAILED:
            span.set_status(trace.StatusCode.ERROR)

    def query(self, name: str) -> AbstractContextManager[object]:
        """A context in which the query `name` is run."""
        return self.provider.get_tracer(NAME).start_as_current_span(f"query {name}", attributes={"query": name})

    def close(self) -> None:
        """Send what is left."""
        self.provider.shutdown()


def traces_to(address: str) -> Traces:
    """Traces that are sent to the collector at `address` by OTLP; BadInputError without the extra `traces`."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - an extra
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - the same
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - the same
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - the same
    except ImportError as error:
        raise BadInputError(
            "OSSATLAS_TRACES_URL needs packages that are not installed", hint="pip install 'ossatlas[traces]'"
        ) from error
    provider = TracerProvider(resource=Resource({"service.name": NAME}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{address.rstrip('/')}/v1/traces")))
    return Traces(provider)
