"""Published releases: tag and day."""

from __future__ import annotations

from ingest.sources.github import queries
from ingest.sources.github.models import Release, parse
from ingest.sources.github.reading import Reading
from ingest.sources.github.store import RELEASES

PART = "releases"


def fetch_releases(reading: Reading) -> None:
    """Bring all published releases into the store; drafts are left out."""
    for reply in reading.github.pages(reading.path(queries.RELEASES)):
        found = parse(Release, reply.rows, reply.address, reading.refuse)
        reading.keep(
            RELEASES,
            [
                {"id": one.id, "tag": one.tag_name, "prerelease": one.prerelease, "published_at": one.published_at}
                for one in found
                if not one.draft and one.published_at is not None
            ],
        )
    reading.cursor.put(PART, read=True)
