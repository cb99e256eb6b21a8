"""Calls and answers as they pass between the wire, the world and the faults."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.ingest.sources.github.server.published import Json


@dataclass(frozen=True, slots=True)
class Call:
    """One request: `text` is its path with query, and for GraphQL the body."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Json = None
    number: int = 0

    @property
    def text(self) -> str:
        """What faults are matched with."""
        asked = "&".join(f"{name}={value}" for name, value in self.query.items())
        return f"{self.method} {self.path}?{asked}" + (f" {json.dumps(self.body)}" if self.body else "")

    @property
    def signed(self) -> bool:
        """Whether it carries a token."""
        return "authorization" in self.headers


@dataclass(slots=True)
class Answer:
    """One answer; `raw` bytes go out in place of `value`; `cut` ends the connection after so many of them."""

    status: int = 200
    value: Json = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    cut: int | None = None
    path: str = ""
    """The path as OpenAPI writes it, so that the answer's shape can be looked at."""

    @property
    def body(self) -> bytes:
        """The bytes of the answer."""
        if self.raw is not None:
            return self.raw
        return b"" if self.value is None else json.dumps(self.value, ensure_ascii=False).encode()

    @property
    def etag(self) -> str:
        """A mark of the bytes."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()}"'


def refusal(status: int, message: str, **more: str) -> Answer:
    """An error as GitHub words it."""
    words = {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}
    return Answer(status, {**words, **more})


def missing() -> Answer:
    """404."""
    return refusal(404, "Not Found")
