"""Git histories: commits, merged pull requests, releases and maintainers of a repository, out of a clone of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.desk import Desk
from ingest.source import Dataset, Option, source


@source(
    "git",
    takes="PATH_OR_ADDRESS",
    options=(
        Option("repository", "whose history it is, where the address does not tell", sample="deepseek-ai/DeepEP"),
        Option("fork", "it is a fork's copy of the history of --repository, and answers after others", "flag"),
    ),
    offers=("commits", "merged pull requests", "co-authors", "releases", "maintainers", "employers by mail domain"),
    examples=("https://github.com/deepseek-ai/DeepEP", "clones/DeepEP.git --repository deepseek-ai/DeepEP"),
)
def read_git(
    named: Sequence[str], desk: Desk, *, repository: str | None = None, fork: bool = False
) -> Iterator[Dataset]:  # fmt: skip
    """Git histories, out of clones of any kind or from an address: who wrote, helped and merged, month by month."""
    from ingest.sources.git.opening import open_histories  # noqa: PLC0415 - kept out of the command's start

    return open_histories(named, desk, repository=repository, fork=fork)
