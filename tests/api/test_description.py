"""The description of the API is true: each operation has an example, and its answer keeps to what is said of it."""

import httpx
import pytest

from api.entities import EXAMPLES, LISTED
from graph.database import Database
from tests.api.examples import Operation, operations

PASSING = ("/healthz", "/readyz")
"""What is asked to know how things stand now."""


@pytest.mark.timeout(900)
def test_every_operation_has_an_example_whose_answer_keeps_to_its_description(web: httpx.Client) -> None:
    described = operations(web.get("/openapi.json").json())
    without = {f"one-of-{name}" for name in LISTED.keys() - EXAMPLES.keys()}
    assert {operation.name: operation.lacking for operation in described if operation.lacking} == {
        name: ["name"] for name in without & {operation.name for operation in described}
    }
    faults = [fault for operation in described if not operation.lacking for fault in told(operation, web)]
    assert faults == []


def told(operation: Operation, web: httpx.Client) -> list[str]:
    answer = operation.asked(web)
    faults = operation.faults(answer)
    if operation.method != "get" or operation.path in PASSING:
        kept_by_none = answer.headers.get("cache-control") == "no-store"
        return faults if kept_by_none else [*faults, f"{answer.url}: it does not say that nobody may keep it"]
    again = web.get(answer.url, headers={"if-none-match": answer.headers.get("etag", "")})
    kept = (again.status_code, again.headers.get("cache-control")) == (304, "no-cache")
    return faults if kept else [*faults, f"{answer.url}: {again.status_code} for its own ETag"]


def test_no_operation_describes_a_parameter_twice(web: httpx.Client) -> None:
    for operation in operations(web.get("/openapi.json").json()):
        named = [(item["name"], item["in"]) for item in operation.told.get("parameters", [])]
        assert len(named) == len(set(named)), operation.name


def test_only_kinds_that_the_bundled_data_lack_have_no_example(atlas: Database) -> None:
    bundled = {name for name, elements in LISTED.items() if elements.page(atlas, size=1)}
    profiled = {"repositories", "developers"}
    assert bundled - profiled == set(EXAMPLES)
