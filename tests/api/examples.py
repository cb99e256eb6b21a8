"""The description of the API as its readers take it: every operation with its example, asked of the real server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
from jsonschema import Draft202012Validator

Document = dict[str, Any]
METHODS = ("get", "post")


@dataclass(frozen=True)
class Operation:
    """One operation of the description."""

    document: Document
    path: str
    method: str
    told: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.told["operationId"])

    def parameters(self, place: str) -> list[dict[str, Any]]:
        return [item for item in self.told.get("parameters", []) if item["in"] == place]

    @property
    def lacking(self) -> list[str]:
        """What cannot be asked without and has no example."""
        needed = [item for item in self.told.get("parameters", []) if item.get("required")]
        missing = [str(item["name"]) for item in needed if "example" not in item]
        return [*missing, *(["body"] if "requestBody" in self.told and self.body is None else [])]

    @property
    def body(self) -> object:
        content = self.told.get("requestBody", {}).get("content", {}).get("application/json", {})
        examples = self.resolved(content.get("schema", {})).get("examples")
        return examples[0] if examples else None

    def resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        name = schema.get("$ref", "").rpartition("/")[2]
        found: dict[str, Any] = self.document["components"]["schemas"][name] if name else schema
        return found

    def asked(self, web: httpx.Client, **changed: str) -> httpx.Response:
        """The answer to the example, with those parameters `changed`."""
        path = self.path
        for item in self.parameters("path"):
            value = changed.pop(item["name"], None) or str(item["example"])
            path = path.replace(f"{{{item['name']}}}", quote(value, safe="/"))
        query = {item["name"]: _text(item["example"]) for item in self.parameters("query") if "example" in item}
        query |= changed
        if self.body is None:
            return web.request(self.method, path, params=query)
        return web.request(self.method, path, params=query, json=self.body)

    def faults(self, answer: httpx.Response) -> list[str]:
        """What is wrong with the answer to the example."""
        said = f"{self.method} {answer.request.url}"
        if not answer.is_success:
            return [f"{said}: {answer.status_code} {answer.text[:200]}"]
        kind = answer.headers.get("content-type", "").partition(";")[0]
        content = self.told["responses"].get(str(answer.status_code), {}).get("content", {})
        if kind not in content:
            return [f"{said}: {kind} is not among {list(content)}"]
        if kind != "application/json":
            return []
        schema = {**content[kind].get("schema", {}), "components": self.document["components"]}
        return [f"{said}: {fault.json_path} {fault.message[:200]}" for fault in validator(schema, answer)]


def validator(schema: dict[str, Any], answer: httpx.Response) -> Iterator[Any]:
    """What in the answer does not keep to the schema."""
    return Draft202012Validator(schema).iter_errors(answer.json())


def operations(document: Document) -> list[Operation]:
    """Every operation of the description that reads."""
    return [
        Operation(document, path, method, told)
        for path, found in document["paths"].items()
        for method, told in found.items()
        if method in METHODS
    ]


def _text(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
