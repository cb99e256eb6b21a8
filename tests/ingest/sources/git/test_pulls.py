"""Merged pull requests by three rules, each counted once."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.sources.git.clone import PullHead
from ingest.sources.git.log import Commit, Identity
from ingest.sources.git.pulls import BY_MERGE, BY_REBASE, BY_SQUASH, Pulls

ANN, BOB = (Identity(name, name + b"@work.example.org", name + b"@work.example.org") for name in (b"ann", b"bob"))
HEAD = PullHead(7, b"h7", (ANN.written, b"500", b"Fix it"))


def commit(
    name: bytes, subject: bytes, *parents: bytes, author: Identity = ANN, time: int = 1000, committed: int = 1000
) -> Commit:
    return Commit(name, list(parents), time, committed, author, author, subject, b"")


def seen(*commits: Commit, heads: Iterable[PullHead] = (), line: Iterable[bytes] = ()) -> Pulls:
    """Pulls that saw the commits; all are on the first line where none is said to be."""
    pulls, on = Pulls(heads), set(line) or {one.hash for one in commits}
    for one in commits:
        pulls.see(one, first_line=one.hash in on)
    return pulls


def test_a_merge_commit_names_number_and_owner_and_its_last_commit_the_author() -> None:
    merge = commit(b"m", b"Merge pull request #7 from bob/patch-1", b"p", b"t", author=ANN)
    (found,) = seen(merge, commit(b"t", b"Fix", b"p", author=BOB)).merged.items()
    assert found[0] == 7
    assert (found[1].rule, found[1].owner, found[1].author) == (BY_MERGE, "bob", BOB)


def test_a_squash_names_its_number_at_the_end_of_the_subject() -> None:
    merged = seen(
        commit(b"a", b"Fix it (#12)"), commit(b"b", b'Revert "Fix it (#12)" (#13)'), commit(b"c", b"(#5) no")
    ).merged
    assert {number: one.rule for number, one in merged.items()} == {12: BY_SQUASH, 13: BY_SQUASH}


def test_a_revert_without_a_number_of_its_own_is_no_pull_request() -> None:
    assert seen(commit(b"a", b'Revert "Fix it (#12)"')).merged == {}


def test_a_rebase_keeps_author_time_and_subject_of_the_head() -> None:
    (number,) = merged = seen(commit(b"x", b"Fix it", time=500, committed=900), heads=[HEAD]).merged
    assert (number, merged[7].rule, merged[7].author) == (7, BY_REBASE, ANN)


def test_another_author_time_or_subject_is_no_rebase() -> None:
    others = (
        commit(b"a", b"Fix it", time=501),
        commit(b"b", b"Fix it!", time=500),
        commit(b"c", b"Fix it", time=500, author=BOB),
    )
    assert seen(*others, heads=[HEAD]).merged == {}


def test_a_head_that_is_on_the_branch_itself_was_merged() -> None:
    assert list(seen(commit(b"h7", b"Fix it", time=500), heads=[HEAD]).merged) == [7]


def test_a_merge_by_hand_of_a_head_counts_on_the_first_line_only() -> None:
    merge = commit(b"m", b"Bring in the fix", b"p", b"h7")
    assert seen(merge, heads=[HEAD]).merged[7].rule == BY_MERGE
    assert seen(merge, heads=[HEAD], line=[b"other"]).merged == {}


def test_an_octopus_merge_merges_all_heads_that_it_has() -> None:
    heads = [HEAD, PullHead(8, b"h8", (BOB.written, b"600", b"More"))]
    merge = commit(b"m", b"Merge branches 'a' and 'b'", b"p", b"h7", b"h8")
    merged = seen(merge, commit(b"h8", b"More", b"p", author=BOB), commit(b"h7", b"Fix it", b"p"), heads=heads).merged
    assert {number: one.author for number, one in merged.items()} == {7: ANN, 8: BOB}


def test_a_merge_in_a_contributors_fork_has_a_number_of_the_fork() -> None:
    inner = commit(b"m", b"Merge pull request #7 from carl/main", b"p", b"q")
    assert seen(inner, heads=[HEAD], line=[b"other"]).merged == {}
    assert list(seen(inner, heads=[HEAD]).merged) == [7]


def test_a_squash_off_the_first_line_needs_a_head_of_its_number() -> None:
    squash = commit(b"s", b"Vendored (#7000)", b"p")
    assert seen(squash, heads=[HEAD], line=[b"other"]).merged == {}
    assert list(seen(squash, line=[b"other"]).merged) == [7000]  # no heads are known: nothing speaks against it


def test_one_that_two_rules_find_counts_once_by_the_first_of_them() -> None:
    merge = commit(b"m", b"Merge pull request #7 from bob/x", b"p", b"h7")
    for order in ((merge, commit(b"s", b"See (#7)", b"p")), (commit(b"s", b"See (#7)", b"p"), merge)):
        merged = seen(*order, commit(b"h7", b"Fix it", b"p", time=500), heads=[HEAD]).merged
        assert [one.rule for one in merged.values()] == [BY_MERGE]


def test_one_that_was_applied_again_counts_at_its_oldest_commit() -> None:
    merged = seen(commit(b"b", b"Fix (#9)", time=2000), commit(b"a", b"Fix (#9)", time=1000)).merged
    assert merged[9].time == 1000


def test_a_head_that_is_a_squash_of_another_number_is_not_merged_by_it() -> None:
    head = PullHead(70, b"s", (ANN.written, b"1000", b"Fix (#9)"))  # from main into a release branch
    assert list(seen(commit(b"s", b"Fix (#9)"), heads=[head]).merged) == [9]


def test_a_merge_subject_on_a_plain_commit_is_no_merge() -> None:
    assert seen(commit(b"a", b"Merge pull request #7 from bob/x", b"p")).merged == {}
