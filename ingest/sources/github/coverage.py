"""How far what was read of a repository reaches: months, activities, and what is missing, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from graph.calendar import following, preceding
from graph.model import Value
from ingest.pairs import Covered
from ingest.sources.github.counting import Window
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.facts import Facts
from ingest.wording import counted

COUNTED = {
    "issues": ("opened_issues",),
    "pulls": ("opened_prs", "merged_prs"),
    "reviews": ("reviews",),
    "comments": ("issue_comments", "review_comments"),
    "stars": ("stars",),
}
"""Activities that the reading of a part gives."""
LISTS = frozenset({"issues", "pulls", "reviews", "comments"})
"""Parts that are read from a first day on."""
BEGUN = ("issues", "pulls", "reviews", "issue_comments", "review_comments")
"""Parts of a cursor that hold the day from which on their reading began."""
WHOLE, TOLD = "whole", "told"
"""Marks: the first day from which each list was read to its end, and the last day that is told of."""
ENDED = {"issues": "closed_issues", "pulls": "merged_others"}
"""Activities that also need to know who closed and merged."""
WORDS = {
    "opened_prs": ("pull request opened", "pull requests opened"),
    "merged_prs": ("pull request merged", "pull requests merged"),
    "merged_others": ("merge of others' pull requests", "merges of others' pull requests"),
    "reviews": ("review", "reviews"),
    "opened_issues": ("issue opened", "issues opened"),
    "closed_issues": ("issue closed", "issues closed"),
    "issue_comments": ("comment", "comments"),
    "review_comments": ("comment on lines", "comments on lines"),
    "stars": ("star", "stars"),
}
"""Activities in words: one, and several."""


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


def first_days(cursor: Cursor) -> dict[str, str]:
    """The day from which each list that was read to its end is whole; empty where from the beginning."""
    whole = cursor.of(WHOLE)
    begun = max(cursor.text(part, "from")[:10] for part in BEGUN)
    return {part: str(whole.get(part, begun)) for part in sorted(LISTS & read_parts(cursor).keys())}


def window_of(cursor: Cursor) -> Window:
    """The days that are told of: from the day on from which all lists are whole, up to the last that was asked for."""
    return Window(max(first_days(cursor).values(), default=""), cursor.text(TOLD, "until"))


def covered_of(cursor: Cursor, facts: Facts, window: Window, gaps: tuple[str, ...]) -> tuple[Covered, ...]:
    """The months that were read whole, then those that were read in part; none where no list was read."""
    activities = activities_of(cursor)
    if not activities:
        return ()
    created = facts.created_at[:10]
    read = min(day for part, day in read_parts(cursor).items() if part in COUNTED)
    first, last = max(window.since, created), min(read, window.until or read)
    begin = first[:7] if first == created or first.endswith("-01") else following(first[:7])
    end = last[:7] if last < read and _ends_month(last) else preceding(last[:7])
    found: list[Covered] = []
    if begin <= end:
        note = {"note": "; ".join(gaps)} if gaps else {}
        found.append(Covered(facts.name, (begin, end), activities, facts.id, facts=note))
    cut = _cut(first, last, (begin, end), read)
    if cut:
        told: dict[str, Value] = {"partial": True, "note": "read in part: " + "; ".join(map(" ".join, cut.items()))}
        found.append(Covered(facts.name, (min(cut), max(cut)), activities, facts.id, facts=told))
    return tuple(found)


def _ends_month(day: str) -> bool:
    """Whether a day is the last of its month."""
    return (date.fromisoformat(day) + timedelta(days=1)).day == 1


def _cut(first: str, last: str, whole: tuple[str, str], read: str) -> dict[str, str]:
    """The months of the first and the last day that are told of, where they were not read whole, in words."""
    if first > last:
        return {}
    found: dict[str, list[str]] = {}
    if first[:7] < whole[0]:
        found[first[:7]] = [f"from {first} on"]
    if last[:7] > whole[1]:
        found.setdefault(last[:7], []).append(f"up to {last}" if last < read else "before it was over")
    return {month: ", ".join(words) for month, words in found.items()}


def gaps_of(cursor: Cursor, lost: Mapping[str, int]) -> tuple[str, ...]:
    """What is missing, in words."""
    found = [f"{counted(count, *WORDS[name])} by accounts that are gone or not named" for name, count in lost.items()]
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
