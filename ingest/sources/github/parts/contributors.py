"""The list of contributors: commits on the default branch per account, in all; GitHub has no months for them."""

from __future__ import annotations

from ingest.sources.github import queries
from ingest.sources.github.models import Contributor, parse
from ingest.sources.github.reading import Reading
from ingest.web.replies import Json, RefusedError

PART = "contributors"
MOST_PAGES = 5
"""GitHub ties the first 500 addresses of authors to accounts; the rest are anonymous."""


def fetch_contributors(reading: Reading) -> None:
    """Keep the accounts of the list with their commits in the cursor; `note` where GitHub does not give it."""
    rows: list[Json] = []
    note = ""
    try:
        for number in range(1, MOST_PAGES + 1):
            page = reading.github.fetch(
                reading.path(queries.CONTRIBUTORS), {"per_page": queries.PAGE, "page": number}, keep=True
            )
            if page.data is None:
                note = "the repository is empty"
                break
            found = parse(Contributor, page.rows, page.address, reading.refuse)
            rows.extend([one.name, one.id, one.type, one.contributions] for one in found)
            if "next" not in page.links:
                break
    except RefusedError as error:
        # 403 for histories that are too large, 409 for empty repositories.
        if error.code not in {403, 409}:
            raise
        note = "GitHub gives no list of contributors: the repository is empty, or its history too large"
    reading.cursor.put(PART, rows=sorted(rows, key=str), note=note)
