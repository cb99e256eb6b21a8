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
    verb: str = ""

    @property
    def method(self) -> str:
        """The verb where one is named, else GET, or POST where something is sent."""
        return self.verb or ("GET" if self.body is None else "POST")


def _said(given: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in given.items() if value is not None}


def below(*parts: str, given: Mapping[str, object] | None = None) -> Call:
    """What stands at these parts of a path under `/api/v1`; a `/` in one stays. What is None is not given."""
    return Call("/".join((addresses.API, *(quote(part, safe="/") for part in parts))), _said(given or {}))


def question(name: str, given: Mapping[str, object]) -> Call:
    """The query `name` with these values."""
    return below("queries", name, given=given)


def statement(text: str, parameters: Mapping[str, object], limit: int) -> Call:
    """A statement of one's own."""
    return Call(f"{addresses.API}/cypher", body={"statement": text, "parameters": dict(parameters), "limit": limit})


def export(kind: str, form: str, fields: Sequence[str]) -> Call:
    """All nodes or all edges of a kind as a file in the format `form`."""
    return below("exports", kind, given={"format": form, "fields": ",".join(fields) or None})


def picture(view: str, of: str, ending: str, given: Mapping[str, object]) -> Call:
    """The file of a view with that ending, of the repository or developer `of` where one is named."""
    return Call(f"{addresses.view(view, of)}.{ending}", _said(given))


def following(document: Mapping[str, Any]) -> Call | None:
    """The page after the one that `document` is; None after the last."""
    address = document["next"]
    return Call(address) if address else None


LISTING = below("queries")


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
