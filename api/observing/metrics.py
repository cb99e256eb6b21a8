"""Counts and times for Prometheus: of requests by route, of queries by name, of the connections to Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from prometheus_client import Metric

    from graph.database import Database

STEPS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120)
"""Upper bounds in seconds: from an answer that the client has already to one that is given up."""


@dataclass(frozen=True, slots=True)
class Connections(Collector):
    """The connections to Neo4j at the moment of the look."""

    database: Database

    def collect(self) -> Iterator[Metric]:
        """Open connections, in use and at rest."""
        told = GaugeMetricFamily("ossatlas_connections", "Connections to Neo4j", labels=["state"])
        used, resting = self.database.connections()
        told.add_metric(["used"], used)
        told.add_metric(["resting"], resting)
        yield told


class Metrics:
    """The metrics of one server."""

    def __init__(self, database: Database) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(Connections(database))
        self._requests = Counter(
            "ossatlas_requests", "Requests answered", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "ossatlas_request_seconds",
            "Seconds until an answer began",
            ["route"],
            buckets=STEPS,
            registry=self.registry,
        )
        self._queries = Histogram(
            "ossatlas_query_seconds", "Seconds of a query of the catalogue", ["query"], buckets=STEPS,
            registry=self.registry,
        )  # fmt: skip

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def query(self, name: str) -> AbstractContextManager[object]:
        """A context in which the query `name` is run."""
        return self._queries.labels(name).time()

    def text(self) -> bytes:
        """All of them, as Prometheus reads it."""
        return generate_latest(self.registry)
