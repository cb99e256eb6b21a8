"""The server as a process of its own, for benchmarks: `python -m tests.ingest.sources.github.server --pulls 4000`.

It writes its address on a line, serves until its input ends, and then writes how many calls it had.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields

from tests.ingest.sources.github.server.published import graphql_schema, openapi
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.world import Size, make_world

UNBOUNDED = 10**9


def main() -> None:
    """Serve a world of the size that was asked for, without limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    for field in fields(Size):
        parser.add_argument(f"--{field.name}", type=int, default=field.default)
    told = vars(parser.parse_args())
    world = make_world(told.pop("seed"), Size(**told))
    openapi()
    graphql_schema()
    limits = dict.fromkeys(("core", "graphql", "search"), UNBOUNDED)
    with serving(GitHub(world, limits=limits)) as github:
        sys.stdout.write(f"{github.address}\n")
        sys.stdout.flush()
        sys.stdin.read()
        sys.stdout.write(f"{len(github.calls)}\n")


if __name__ == "__main__":
    main()
