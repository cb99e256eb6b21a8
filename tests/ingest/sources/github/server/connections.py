"""Pages of GraphQL: cursors that name the last thing seen, and the bounds that GitHub sets."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphql import GraphQLError

from tests.ingest.sources.github.server.published import Json

MOST = 100


@dataclass(frozen=True, slots=True)
class Edge:
    """One thing of a page with its cursor, and what the edge itself says."""

    node: Json
    cursor: str
    facts: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connection:
    """A page of `total` things."""

    edges: Sequence[Edge]
    total: int
    before: bool
    after: bool
    unbounded: str = ""
    """The connection's name where neither `first` nor `last` was given: then only its total can be asked for."""

    def field(self, name: str) -> Json:
        """The value of one of its fields."""
        if self.unbounded and name in ("edges", "nodes"):
            raise refused(
                "MISSING_PAGINATION_BOUNDARIES",
                f"You must provide a `first` or `last` value to properly paginate the `{self.unbounded}` connection.",
            )
        ends = self.edges[-1:], self.edges[:1]
        info = {
            "hasNextPage": self.after, "hasPreviousPage": self.before,
            "endCursor": ends[0][0].cursor if ends[0] else None, "startCursor": ends[1][0].cursor if ends[1] else None,
        }  # fmt: skip
        values = {"edges": self.edges, "nodes": [edge.node for edge in self.edges], "pageInfo": info}
        return values.get(name, self.total)


def cursor(thing: Json) -> str:
    """An opaque name of a thing's place, as GitHub's are."""
    mark = str(getattr(thing, "id", None) or getattr(getattr(thing, "account", None), "id", None) or thing)
    return base64.b64encode(f"cursor:v2:{mark}".encode()).decode()


def connection(
    things: Sequence[Json], args: Mapping[str, Json], name: str, facts: Mapping[int, Mapping[str, Json]] | None = None
) -> Connection:
    """The page of `things` that `args` asks for; `facts` are what edges say, by place."""
    if not (args.get("first") or args.get("last")):
        return Connection((), len(things), before=False, after=False, unbounded=name)
    size = _size(args, name)
    start = _place(things, args["after"], name) + 1 if args.get("after") else 0
    end = min(start + size, len(things))
    if args.get("last") and not args.get("first"):
        end = _place(things, args["before"], name) if args.get("before") else len(things)
        start = max(end - size, 0)
    edges = [Edge(things[at], cursor(things[at]), (facts or {}).get(at, {})) for at in range(start, end)]
    return Connection(edges, len(things), start > 0, end < len(things))


def _size(args: Mapping[str, Json], name: str) -> int:
    size = args.get("first") or args["last"]
    if size > MOST:
        words = f"Requesting {size} records on the `{name}` connection exceeds the `first` limit of {MOST} records."
        raise refused("EXCESSIVE_PAGINATION", words)
    return int(size)


def _place(things: Sequence[Json], after: str, name: str) -> int:
    for place, thing in enumerate(things):
        if cursor(thing) == after:
            return place
    raise refused("INVALID_CURSOR_ARGUMENTS", f"`{after}` does not appear to be a valid cursor for `{name}`.")


def refused(kind: str, message: str) -> GraphQLError:
    """An error with GitHub's `type` beside its message."""
    return GraphQLError(message, extensions={"type": kind})
