"""`ossatlas measure betweenness`: betweenness of a network that is too large to be exact, from a sample."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Of(StrEnum):
    """Whose network."""

    repositories = "repositories"
    developers = "developers"


def betweenness(
    of: Annotated[
        Of, typer.Option("--of", help="Repositories tied by developers, or developers tied by repositories.")
    ] = Of.repositories,
    samples: Annotated[
        int, typer.Option("--samples", min=2, help="Nodes whose shortest paths are followed; all: exact.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Seed of the draw.")] = 42,
) -> None:
    """Estimate betweenness from a sample of nodes, and write it with its standard error.

    For networks above the limit up to which the other centralities bring it exactly. Half the error takes four times
    the samples.

    Example:
      ossatlas measure betweenness --of developers --samples 500

    """
    from api.betweenness import sampled_betweenness  # noqa: PLC0415 - slow to import
    from api.measuring import in_words  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.betweenness import bound_of  # noqa: PLC0415 - slow to import

    with opened() as database:
        for name, done in sampled_betweenness(database, of.value, samples, seed):
            typer.echo(in_words(name, done))
    bound = bound_of(done.rows, samples)
    typer.echo(f"with 95 in 100, no value is further off than {bound:.4f}; each has its standard error beside it")
