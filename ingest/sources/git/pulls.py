"""Merged pull requests, by three rules: merge commits, squash subjects that end in `(#N)`, and rebased heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.sources.git.clone import PullHead
from ingest.sources.git.log import Commit, Identity

_MERGE = re.compile(rb"Merge pull request #(?P<number>[0-9]{1,9}) from (?P<owner>[A-Za-z0-9][A-Za-z0-9_-]*)/")
_SQUASH = re.compile(rb"\(#(?P<number>[0-9]{1,9})\)\s*\Z")
BY_MERGE, BY_SQUASH, BY_REBASE = 1, 2, 3


@dataclass(slots=True)
class Merged:
    """A merged pull request: rule, time, the owner of its branch where a subject names one, and who wrote it.

    `author` is the author of the squashed or rebased commit, or of the last commit that was merged.
    """

    rule: int
    time: int
    owner: str = ""
    author: Identity | None = None


@dataclass(slots=True)
class Pulls:
    """The pull requests of a history, found while its commits pass, each before its parents.

    One that two rules find counts once, by the first of them; one that a rule finds twice counts at its oldest commit.
    """

    heads: Iterable[PullHead]
    merged: dict[int, Merged] = field(default_factory=dict)
    _by_commit: dict[bytes, list[int]] = field(default_factory=dict)
    _by_signature: dict[tuple[bytes, bytes, bytes], list[int]] = field(default_factory=dict)
    _numbers: frozenset[int] = frozenset()
    _tips: dict[bytes, list[Merged]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        heads = list(self.heads)
        self._numbers = frozenset(head.number for head in heads)
        for head in heads:
            self._by_commit.setdefault(head.commit, []).append(head.number)
            self._by_signature.setdefault(head.signature, []).append(head.number)

    def see(self, commit: Commit, *, first_line: bool) -> None:
        """Look at a commit; `first_line` says whether it is on the line of first parents."""
        for waiting in self._tips.pop(commit.hash, ()):
            waiting.author = commit.author
        if len(commit.parents) > 1:
            self._see_merge(commit, first_line=first_line)
        elif (found := _SQUASH.search(commit.subject)) and self._is_ours(int(found["number"]), first_line=first_line):
            self._keep(int(found["number"]), Merged(BY_SQUASH, commit.time, author=commit.author))
        else:
            for number in self._by_signature.get(commit.signature, ()):
                self._keep(number, Merged(BY_REBASE, commit.time, author=commit.author))

    def _see_merge(self, commit: Commit, *, first_line: bool) -> None:
        found = _MERGE.match(commit.subject)
        if found is not None and self._is_merge_of(int(found["number"]), commit, first_line=first_line):
            owner = found["owner"].decode("ascii")
            self._keep_merge(int(found["number"]), Merged(BY_MERGE, commit.time, owner), commit.parents[-1])
        elif found is None and first_line:  # somebody gave it a subject of his own, or merged by hand
            for parent, number in self._heads_among(commit.parents[1:]):
                self._keep_merge(number, Merged(BY_MERGE, commit.time), parent)

    def _heads_among(self, parents: list[bytes]) -> Iterator[tuple[bytes, int]]:
        for parent in parents:
            for number in self._by_commit.get(parent, ()):
                yield parent, number

    def _is_merge_of(self, number: int, commit: Commit, *, first_line: bool) -> bool:
        """Off the first line it may be of a fork, whose numbers are its own: then the head has to be the one merged."""
        if first_line or number not in self._numbers:
            return self._is_ours(number, first_line=first_line)
        return any(number in self._by_commit.get(parent, ()) for parent in commit.parents[1:])

    def _is_ours(self, number: int, *, first_line: bool) -> bool:
        return first_line or not self._numbers or number in self._numbers

    def _keep_merge(self, number: int, merged: Merged, tip: bytes) -> None:
        self._tips.setdefault(tip, []).append(merged)
        self._keep(number, merged)

    def _keep(self, number: int, merged: Merged) -> None:
        known = self.merged.get(number)
        if known is None or merged.rule <= known.rule:
            self.merged[number] = merged
