"""The same counting in plain Python, event by event, to hold the engines to."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Key = tuple[str, str, str]

SINGLE = {
    ("PullRequestEvent", "opened"): "opened_prs",
    ("PullRequestReviewEvent", "created"): "reviews",
    ("IssuesEvent", "opened"): "opened_issues",
    ("IssuesEvent", "closed"): "closed_issues",
    ("IssueCommentEvent", "created"): "issue_comments",
    ("IssueCommentEvent", ""): "issue_comments",
    ("PullRequestReviewCommentEvent", "created"): "review_comments",
    ("PushEvent", ""): "pushes",
    ("WatchEvent", "started"): "stars",
}


def readable(path: Path) -> bytes:
    """What can be read of a file, without a last line that is cut."""
    data = path.read_bytes()
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return _as_far_as_it_goes(data)


def _as_far_as_it_goes(data: bytes) -> bytes:
    found = b""
    cut = False
    while data.startswith(b"\x1f\x8b") and not cut:
        member = zlib.decompressobj(31)
        for at in range(len(data)):
            try:
                found += member.decompress(data[at : at + 1])
            except zlib.error:
                cut = True
                break
        cut = cut or not member.eof
        data = member.unused_data + data[at + 1 :] if not cut else b""
    return found[: found.rfind(b"\n") + 1] if cut or data else found


def events(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Every event, once, in one form."""
    seen = set[bytes]()
    for path in paths:
        for line in readable(path).removeprefix(b"\xef\xbb\xbf").splitlines():
            try:
                told = json.loads(line)
            except ValueError:
                continue
            whole = isinstance(told, dict) and {"type", "actor", "payload", "created_at"} <= told.keys()
            if whole and line.strip() not in seen:
                seen.add(line.strip())
                yield _plain(told, line)


def _plain(told: dict[str, Any], line: bytes) -> dict[str, Any]:
    payload = told["payload"]
    old = isinstance(told["actor"], str)
    where = told["repository"] if old else told["repo"]
    pull = payload.get("pull_request", {})
    return {
        "id": told.get("id") or hashlib.md5(line, usedforsecurity=False).hexdigest(),
        "type": told["type"], "action": payload.get("action", ""), "at": told["created_at"][:19],
        "who": told["actor"] if old else told["actor"]["login"], "repository": where["id"],
        "number": payload.get("number"), "merged": pull.get("merged"), "author": pull.get("user", {}).get("login"),
        "person": str(told["actor"]).lower() if old else told["actor"]["id"],
        "author_id": pull.get("user", {}).get("id"),
    }  # fmt: skip


def count(paths: Iterable[Path]) -> dict[Key, Counter[str]]:
    """Counts by person, repository and month; a person is an id, or a login in small letters."""
    found: dict[Key, Counter[str]] = defaultdict(Counter)
    everything = sorted(events(paths), key=lambda one: (one["at"], one["id"]))
    for one in everything:
        kind = SINGLE.get((one["type"], one["action"]))
        if kind:
            found[_key(one["person"], one)][kind] += 1
    _merges(everything, found)
    return _identified(found, everything)


def _identified(found: dict[Key, Counter[str]], everything: list[dict[str, Any]]) -> dict[Key, Counter[str]]:
    """A login without an id is the id that goes with it in the same month."""
    ids: dict[tuple[str, str], str] = {}
    for one in everything:
        for person, login in ((one["person"], one["who"]), (one["author_id"], one["author"])):
            if isinstance(person, int):
                ids[(str(one["at"])[:7], str(login).lower())] = str(person)
    whole: dict[Key, Counter[str]] = defaultdict(Counter)
    for (person, repository, month), counted in found.items():
        whole[(ids.get((month, person), person), repository, month)] += counted
    return whole


def _merges(everything: list[dict[str, Any]], found: dict[Key, Counter[str]]) -> None:
    openers: dict[tuple[int, int], Any] = {}
    done = set[tuple[str, int, int]]()
    for one in everything:
        if one["type"] == "PullRequestEvent" and one["action"] == "opened":
            openers.setdefault((one["repository"], one["number"]), one["person"])
    for one in everything:
        merge = (one["action"] == "closed" and one["merged"]) or one["action"] == "merged"
        pull = (one["at"][:7], one["repository"], one["number"])
        if one["type"] == "PullRequestEvent" and merge and pull not in done:
            done.add(pull)
            told = one["author_id"] or (one["author"] or "").lower()
            author = told or openers.get((one["repository"], one["number"]))
            if author:
                found[_key(author, one)]["merged_prs"] += 1
                if author != one["person"] and str(one["author"]).lower() != one["person"]:
                    found[_key(one["person"], one)]["merged_others"] += 1


def _key(person: object, one: dict[str, Any]) -> Key:
    return str(person), str(one["repository"]), str(one["at"])[:7]
