"""What the HTTP API is asked and how its replies are read: plain values, so that both clients share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from graph.errors import AtlasError, BadInputError, SourceError, TooManyError
from viz import addresses

if TYPE_CHECKING:
    import httpx

FLEETING = frozenset({429, 503})
"""Statuses that another try may mend."""
FAILURES = {kind.status: kind for kind in AtlasError.__subclasses__()}
FIRST_REFUSAL, FIRST_FAILURE = 400, 500
PATIENCE = 60.0
"""Seconds that a client waits at most because a reply asks for it; longer waits are the caller's to decide."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a path below the server's address, its parameters, and what is sent as JSON."""

    path: str
    params: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, object] | None = None

    @property
    def method(self) -> str:
        """GET, or POST where something is sent."""
        return "GET" if self.body is None else "POST"


def question(name: str, given: Mapping[str, object]) -> Call:
    """The query `name` with these values; what is None is not given."""
    asked = {key: value for key, value in given.items() if value is not None}
    return Call(f"{addresses.API}/queries/{quote(name, safe='')}", asked)


def statement(text: str, parameters: Mapping[str, object], limit: int) -> Call:
    """A statement of one's own."""
    return Call(f"{addresses.API}/cypher", body={"statement": text, "parameters": dict(parameters), "limit": limit})


def export(kind: str, form: str, fields: Sequence[str]) -> Call:
    """All nodes or all edges of a kind as a file in the format `form`."""
    asked = {"format": form} | ({"fields": ",".join(fields)} if fields else {})
    return Call(f"{addresses.API}/exports/{quote(kind, safe='')}", asked)


def following(document: Mapping[str, Any]) -> Call | None:
    """The page after the one that `document` is; None after the last."""
    address = document["next"]
    return Call(address) if address else None


LISTING = Call(f"{addresses.API}/queries")


def wait_for(reply: httpx.Response) -> float | None:
    """Seconds that a reply asks to wait before another try, 0 where it names none; None where that would not help."""
    seconds = _asked_for(reply)
    return seconds if reply.status_code in FLEETING and seconds <= PATIENCE else None


def read(reply: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    """The JSON of a reply; the error of ours that a problem document tells."""
    document = _json(reply)
    if reply.status_code < FIRST_REFUSAL:
        return document
    told = document if isinstance(document, Mapping) else {}
    detail = str(told.get("detail") or f"{reply.url} answers {reply.status_code} {reply.reason_phrase}")
    hint = str(told.get("hint") or "")
    if reply.status_code == TooManyError.status:
        raise TooManyError(detail, _asked_for(reply), hint=hint)
    other = BadInputError if reply.status_code < FIRST_FAILURE else AtlasError
    raise FAILURES.get(reply.status_code, other)(detail, hint=hint)


def _asked_for(reply: httpx.Response) -> float:
    told = reply.headers.get("retry-after", "")
    return float(told) if told.isdigit() else 0.0


def _json(reply: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    try:
        return reply.json()
    except ValueError as error:
        if reply.status_code >= FIRST_REFUSAL:
            return None
        raise SourceError(f"{reply.url} answers no JSON", hint="is that the address of `ossatlas serve`?") from error
