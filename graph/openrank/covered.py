"""Which months an OpenRank can be made for: those that a source with the preset's counts covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.calendar import periods
from graph.errors import NotFoundError
from graph.openrank.presets import GlobalPreset

if TYPE_CHECKING:
    from graph.database import Database

_SPANS = (
    "MATCH (:Repository)-[c:COVERED_BY]->(:Snapshot) WHERE any(name IN c.activities WHERE name IN $counted) "
    "AND (c.method <> 'totals' OR c.covers_from = c.covers_to) "
    "RETURN DISTINCT c.covers_from, c.covers_to ORDER BY c.covers_from, c.covers_to"
)
LOADING = "ossatlas load gharchive FROM..TO --organizations NAME"


def window(
    database: Database, preset: GlobalPreset, first: str | None, last: str | None, *, why: str = ""
) -> tuple[str, str]:  # fmt: skip
    """The months to measure, from the first that is covered to the last where they are not given.

    NotFoundError names the months that no source covers: taken as months without activity they would be wrong. `why`
    is the beginning of its sentence, where these are not the months that a user named.
    """
    counted = [name for name, _ in preset.weights if name not in preset.alone]
    spans = [(str(start), str(end)) for start, end in database.read(_SPANS, {"counted": counted}).rows]
    hint = f"`{LOADING}` or `ossatlas load github OWNER/NAME` loads them"
    if not spans:
        message = (
            "nothing that is loaded counts issues, pull requests and comments by month: OpenRank is made from these"
        )
        raise NotFoundError(message, hint=hint)
    first, last = first or spans[0][0], last or max(end for _, end in spans)
    missing = [month for month in periods(first, last) if not any(start <= month <= end for start, end in spans)]
    if missing:
        named = ", ".join(missing[:6]) + (f" and {len(missing) - 6} more" if len(missing) > 6 else "")  # noqa: PLR2004
        message = f"{why}no source covers {named}; covered is from {spans[0][0]} to {max(end for _, end in spans)}"
        raise NotFoundError(message, hint=hint)
    return first, last
