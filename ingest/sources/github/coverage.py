"""How far what was read of a repository reaches: months, activities, and what is missing, in words."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.pairs import Covered
from ingest.sources.github.counting import Window
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.facts import Facts

COUNTED = {
    "issues": ("opened_issues",),
    "pulls": ("opened_prs", "merged_prs"),
    "reviews": ("reviews",),
    "comments": ("issue_comments", "review_comments"),
    "stars": ("stars",),
}
"""Activities that the reading of a part gives."""
ENDED = {"issues": "closed_issues", "pulls": "merged_others"}
"""Activities that also need to know who closed and merged."""
WORDS = {
    "opened_prs": "pull requests opened",
    "merged_prs": "pull requests merged",
    "merged_others": "merges of others' pull requests",
    "reviews": "reviews",
    "opened_issues": "issues opened",
    "closed_issues": "issues closed",
    "issue_comments": "comments",
    "review_comments": "comments on lines",
    "stars": "stars",
}


def read_parts(cursor: Cursor) -> dict[str, str]:
    """The parts that were read to their end, each with the day on which it last was."""
    return {part: str(day) for part, day in cursor.of("done").items() if isinstance(day, str)}


def activities_of(cursor: Cursor) -> tuple[str, ...]:
    """The activities that were counted in full."""
    done = read_parts(cursor)
    found = [name for part, names in COUNTED.items() if part in done for name in names]
    if "endings" in done and not cursor.of("endings").get("cut"):
        found += [name for part, name in ENDED.items() if part in done]
    if cursor.of("stars").get("sampled"):
        found.remove("stars")
    return tuple(sorted(found))


def window_of(cursor: Cursor, until: str) -> Window:
    """The days that are told of: from the last of the days from which parts were read, up to `until`."""
    starts = [cursor.text(part, "from")[:10] for part in _listed(cursor)]
    return Window(max(starts, default=""), until)


def _listed(cursor: Cursor) -> list[str]:
    """Names of the cursor's parts that have a first day, of those that were read."""
    done = read_parts(cursor)
    names = [part for part in ("issues", "pulls", "reviews") if part in done]
    return [*names, *(("issue_comments", "review_comments") if "comments" in done else ())]


def covered_of(cursor: Cursor, facts: Facts, window: Window, gaps: tuple[str, ...]) -> Covered | None:
    """The months and activities that are told of; None where no list was read."""
    activities = activities_of(cursor)
    if not activities:
        return None
    last = min(day for part, day in read_parts(cursor).items() if part in COUNTED)
    last = min(last, window.until) if window.until else last
    first = max(window.since, facts.created_at[:10])
    note = {"note": "; ".join(gaps)} if gaps else {}
    return Covered(facts.name, (min(first, last)[:7], last[:7]), activities, facts.id, facts=note)


def gaps_of(cursor: Cursor, lost: Mapping[str, int]) -> tuple[str, ...]:
    """What is missing, in words."""
    found = [f"{count} {WORDS[name]} by accounts that are gone or not named" for name, count in lost.items()]
    if cursor.of("endings").get("cut"):
        found.append("GitHub shows no older events: who closed issues and merged pull requests is not known for all")
    if cursor.of("stars").get("sampled"):
        found.append("stars: sampled pages of those that GitHub shows, not who gave them")
    note = cursor.text("contributors", "note")
    if note:
        found.append(f"contributors: {note}")
    gone = cursor.text("reading", "gone")
    if gone:
        found.append(gone)
    return tuple(found)
