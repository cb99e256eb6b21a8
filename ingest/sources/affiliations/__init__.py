"""Affiliation files of communities: CNCF's and Gitdm's lists, and SortingHat's export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.desk import Desk
from ingest.source import Dataset, Option, source


@source(
    "affiliations",
    takes="FILE",
    options=(
        Option("source", "whose data it is, as answers name it; cncf, gitdm or sortinghat by the format else"),
        Option("as_of", "the day that the data stand for; the newest date in the file if absent", sample="2025-08-10"),
        Option("correction", "the files are right where other sources tell otherwise", "flag"),
    ),
    offers=("affiliations",),
    examples=("developers_affiliations1.txt email-map", "sortinghat.json --source mozilla --as-of 2025-08-10"),
)
def read_affiliations(
    named: Sequence[str],
    desk: Desk,
    *,
    source: str | None = None,
    as_of: str | None = None,
    correction: bool = False,
) -> Iterator[Dataset]:
    """Affiliation files of communities (CNCF, Gitdm, SortingHat): who worked where, from when, until when.

    A map of mail addresses names no logins: it is matched with the files named beside it, in flight.
    """
    from ingest.sources.affiliations.dataset import affiliation_datasets  # noqa: PLC0415 - kept out of the start

    return affiliation_datasets([Path(name) for name in named], desk, source, as_of, correction=correction)
