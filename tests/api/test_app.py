import json

import httpx
from jsonschema import Draft202012Validator

from api.web.headers import SECURITY
from cypher.catalogue import catalogue


def test_every_answer_carries_the_security_headers(web: httpx.Client) -> None:
    for path in ("/", "/healthz", "/api/v1/queries", "/nothing", "/static/atlas.css", "/docs", "/openapi.json"):
        headers = web.get(path).headers
        assert {name: headers.get(name) for name in SECURITY} == SECURITY, path


def test_the_description_is_openapi_3_1_with_every_query(web: httpx.Client) -> None:
    described = web.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for query in catalogue():
        assert (f"/api/v1/queries/{query.name}" in described["paths"]) is (query.kind != "metric")
    assert "/queries" not in described["paths"], "pages are no part of the API"


def test_every_reference_in_the_description_leads_somewhere(web: httpx.Client) -> None:
    described = web.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    text = json.dumps(described)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in schemas


def test_answers_are_what_the_description_says(web: httpx.Client) -> None:
    described = web.get("/openapi.json").json()
    for name, parameters in (("contents", {}), ("snapshots", {}), ("search", {"text": "deep"})):
        operation = described["paths"][f"/api/v1/queries/{name}"]["get"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        answer = web.get(f"/api/v1/queries/{name}", params=parameters).json()
        Draft202012Validator({**schema, "components": described["components"]}).validate(answer)


def test_operation_names_are_unique(web: httpx.Client) -> None:
    paths = web.get("/openapi.json").json()["paths"]
    names = [operation["operationId"] for path in paths.values() for operation in path.values()]
    assert len(names) == len(set(names))


def test_the_reference_page_loads_nothing_from_elsewhere(web: httpx.Client) -> None:
    page = web.get("/docs")
    assert page.status_code == 200
    assert "/openapi.json" in page.text
    assert "https://" not in page.text
