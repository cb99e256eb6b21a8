"""Every route that reads refuses what it does not take, says what is absent, and keeps limits: by the description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from api.safety.rules import Rules
from cypher.catalogue import catalogue
from tests.api.examples import Operation, operations
from tests.api.safety.keeping import kept

NOBODY = "nobody-at-all/nothing-at-all"
NAMES = {param.name for query in catalogue() for param in query.params if param.type.label}
"""Parameters that hold names of the graph, unless they are numbers elsewhere."""
FOR_OTHERS = ("/healthz", "/readyz", "/github/", "/api/graphs", "/api/v1/badges")
"""Paths in the shape of other services: what asks them adds parameters of its own, against caches mostly."""
FREE = ("/healthz", "/readyz")
LONGEST = 8_000
"""Characters of a value that fit into an address."""


def examples(web: httpx.Client) -> list[Operation]:
    """Every operation that reads and has an example."""
    found = operations(web.get("/openapi.json").json())
    return [operation for operation in found if operation.method == "get" and not operation.lacking]


def refused(answer: httpx.Response, status: int, word: str = "") -> list[str]:
    """What is wrong with a refusal."""
    told = answer.json() if "problem+json" in answer.headers.get("content-type", "") else {}
    if answer.status_code == told.get("status") == status and word in told["detail"]:
        return []
    return [f"{answer.url}: {answer.status_code} {answer.text[:200]}"]


def test_parameters_that_a_route_does_not_have_are_refused(web: httpx.Client) -> None:
    own = [operation for operation in examples(web) if not operation.path.startswith(FOR_OTHERS)]
    answers = [operation.asked(web, nonsense="1") for operation in own]
    assert [fault for answer in answers for fault in refused(answer, 422, "nonsense")] == []


def absent(item: dict[str, Any]) -> dict[str, str]:
    """A parameter with a name that nobody has; of a list the first one, with as many more as it needs."""
    if item["schema"]["type"] != "array":
        return {item["name"]: NOBODY}
    least = item["schema"].get("minItems") or 1
    more = [*map(str, item.get("example", [])[1:]), *(f"{NOBODY}-{number}" for number in range(least))]
    return {item["name"]: ",".join([NOBODY, *more][: max(least, len(item.get("example", [])))])}


def test_names_that_the_graph_does_not_have_are_absent(web: httpx.Client) -> None:
    answers = [
        operation.asked(web, **absent(item))
        for operation in examples(web)
        for item in operation.told.get("parameters", [])
        if item["in"] == "path" or (item["name"] in NAMES and item["schema"]["type"] in ("string", "array"))
    ]
    left = [answer for answer in answers if "needs one of" not in answer.text]
    assert len(left) > 100
    assert [fault for answer in left for fault in refused(answer, 404)] == []


def beyond(schema: dict[str, Any]) -> Iterator[str]:
    """A value just outside of the bounds, where there are any."""
    if "maximum" in schema:
        yield str(schema["maximum"] + 1)
    elif "minimum" in schema:
        yield str(schema["minimum"] - 1)
    elif "maxItems" in schema:
        yield ",".join(f"o/{number}" for number in range(schema["maxItems"] + 1))
    elif "enum" in schema:
        yield "none-of-these"


def test_values_outside_of_their_bounds_are_refused(web: httpx.Client) -> None:
    answers = [
        (item["name"], operation.asked(web, **{item["name"]: value}))
        for operation in examples(web)
        for item in operation.parameters("query")
        for value in beyond(item["schema"])
        if len(value) < LONGEST
    ]
    assert len(answers) > 300
    assert [fault for name, answer in answers for fault in refused(answer, 422, name)] == []


def test_every_route_keeps_the_rate() -> None:
    with kept(Rules(rate="1/hour")) as web:
        found = [operation for operation in examples(web) if operation.path not in FREE]
        assert len(found) > 100
        assert [fault for operation in found for fault in refused(operation.asked(web), 429)] == []
