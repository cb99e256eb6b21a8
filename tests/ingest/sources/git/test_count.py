"""One walk: commits, helpers, who put what on the branch."""

from __future__ import annotations

from ingest.sources.git.count import IN_NO_MONTH, Times, count
from ingest.sources.git.log import Commit, Identity
from ingest.sources.git.months import Calendar
from ingest.sources.git.pulls import Pulls
from tests.ingest.sources.git.making import at
from tests.ingest.sources.git.reading import NOW

ANN, BOB = (Identity(name, name + b"@work.example.org", name + b"@work.example.org") for name in (b"ann", b"bob"))
TIME = at("2025-04-12")


def commit(name: bytes, *parents: bytes, author: Identity = ANN, time: int = TIME, helpers: bytes = b"") -> Commit:
    return Commit(name, list(parents), time, time, author, author, b"work", helpers)


def test_nothing_is_in_an_empty_history() -> None:
    found = count([], Pulls([]), Calendar(NOW))
    assert (found.seen, found.commits, found.times) == (0, {}, Times())


def test_merges_are_seen_and_are_no_commits() -> None:
    found = count([commit(b"m", b"a", b"b"), commit(b"b", author=BOB), commit(b"a")], Pulls([]), Calendar(NOW))
    assert found.seen == 3
    assert found.commits == {(ANN, "2025-04"): 1, (BOB, "2025-04"): 1}
    assert found.merges == {(ANN, "2025-04"): 2}  # the merge, and `a` behind its first parent


def test_impossible_dates_are_in_no_month_and_do_not_bound_the_history() -> None:
    found = count([commit(b"b", b"a", time=2**32 - 1), commit(b"a", time=5)], Pulls([]), Calendar(NOW))
    assert found.commits == {(ANN, IN_NO_MONTH): 2}
    assert found.times == Times(None, None, 2)


def test_helpers_stand_beside_the_author() -> None:
    helpers = b"Bob <bob@work.example.org>\x1fann <ann@work.example.org>"
    found = count([commit(b"a", helpers=helpers)], Pulls([]), Calendar(NOW))
    told = {(helper.name, author.name) for helper, author, _ in found.helped}
    assert told == {(b"Bob", b"ann"), (b"ann", b"ann")}


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    told: list[int] = []
    commits = (commit(b"%d" % number, b"%d" % (number + 1)) for number in range(12_001))
    count(commits, Pulls([]), Calendar(NOW), told.append)
    assert told == [5_000, 10_000, 12_001]
