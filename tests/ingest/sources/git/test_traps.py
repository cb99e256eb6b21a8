"""The traps of git histories: each a history made for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.sources.git import read_git
from tests.ingest.sources.git.making import ANN, BOB, EVE, WEB, Made, at, git
from tests.ingest.sources.git.reading import NOW, counts, desk, edges, facts, history, nodes, taken


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "made.git")


def test_months_are_author_dates_in_utc(made: Made) -> None:
    made.commit("late in the evening", when=at("2025-03-31T23:30"), zone="-0800", committed="2025-05-01")
    made.commit("early in the morning", when=at("2025-04-01T00:10"), zone="+0800", committed="2025-05-01")
    dataset = history(made.write())
    assert counts(dataset) == {("ann", "2025-03"): 1, ("ann", "2025-04"): 1}
    assert (dataset.origin.covers_from, dataset.origin.covers_to) == ("2025-03", "2025-05")


def test_merges_are_nobodys_commits_but_pull_requests(made: Made) -> None:
    base = made.commit("start")
    side = made.commit("a change", BOB, parents=[base])
    made.commit("Merge pull request #3 from bob/patch", ANN, "2025-06-02", parents=[base, side], committer=WEB)
    dataset = history(made.write())
    assert counts(dataset) == {("ann", "2025-04"): 1, ("bob", "2025-04"): 1}
    assert counts(dataset, "merged_prs") == {("bob", "2025-06"): 1}
    assert facts(dataset)["commits_total"] == 2


def test_squashes_are_given_to_their_author(made: Made) -> None:
    made.commit("start")
    made.commit("A change\nthat wraps (#4)\n\nbody (#9)", BOB, committer=WEB)
    assert counts(history(made.write()), "merged_prs") == {("bob", "2025-04"): 1}


def test_rebases_are_found_by_the_heads_of_pull_requests(made: Made) -> None:
    base = made.commit("start")
    head = made.commit("A change", BOB, "2025-05-02", parents=[base], branch="refs/heads/side")
    made.commit("meanwhile", ANN, "2025-05-03", parents=[base])
    made.commit("A change", BOB, "2025-05-02", committer=ANN, committed="2025-05-04")
    made.pull(5, head)
    assert counts(history(made.write()), "merged_prs") == {("bob", "2025-05"): 1}


def test_an_octopus_merge_is_one_merge(made: Made) -> None:
    base = made.commit("start")
    heads = [made.commit(f"change {n}", BOB, parents=[base]) for n in range(3)]
    made.commit("Merge branches 'a', 'b' and 'c'", parents=[base, *heads])
    for number, head in enumerate(heads, start=1):
        made.pull(number, head)
    dataset = history(made.write())
    assert facts(dataset)["commits_total"] == 4
    assert counts(dataset, "merged_prs") == {("bob", "2025-04"): 3}


def test_a_branch_of_the_owners_is_given_to_whoever_wrote_it(made: Made) -> None:
    base = made.commit("start")
    side = made.commit("a change", BOB, parents=[base])
    made.commit("Merge pull request #3 from our/patch", ANN, parents=[base, side])
    other = made.commit("another", EVE, parents=[base])
    made.commit("Merge pull request #4 from our/other", ANN, parents=[3, other])
    dataset = history(made.write())
    assert counts(dataset, "merged_prs") == {("bob", "2025-04"): 1}
    assert dataset.notes[0].endswith("1 of 2 merged pull requests given")


@pytest.mark.parametrize("time", [0, at("1970-01-01T00:00:07"), 2**32 - 1, at("2027-01-01")])
def test_clock_errors_are_reported_and_in_no_month(made: Made, time: int) -> None:
    made.commit("fine", when="2025-04-12")
    made.commit("the clock was never set", when=time)
    made.commit("fine again", when="2025-05-12")
    dataset = history(made.write())
    assert counts(dataset) == {("ann", "2025-04"): 1, ("ann", "2025-05"): 1}
    assert facts(dataset)["commits_total"] == 3
    assert "1 commit with an impossible date is in no month" in dataset.origin.gaps
    assert dataset.origin.as_of == "2025-05-12"


def test_a_history_of_clock_errors_alone_covers_nothing(made: Made) -> None:
    made.commit("the clock was never set", when=5)
    dataset = history(made.write())
    (gap,) = edges(dataset, "NOT_COVERED_BY")
    assert gap.props["note"] == "none of its commits has a date that can be"


def test_a_month_that_was_the_future_counts_when_it_has_come(made: Made, tmp_path: Path) -> None:
    made.commit("tomorrow", when="2026-12-12")
    folder = made.write()
    later = desk(tmp_path, now=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    (dataset,) = read_git([str(folder)], later)
    assert counts(dataset) == {("ann", "2026-12"): 1}
    assert dataset.origin.content_hash != history(folder).origin.content_hash


def test_unusual_encodings_do_not_part_a_person(made: Made) -> None:
    for encoding, header in (("utf-8", ""), ("gbk", "GBK"), ("gbk", ""), ("gb18030", "GB18030")):
        made.commit(
            "改".encode(encoding), "张三丰 <33+zhang@users.noreply.github.com>".encode(encoding), encoding=header
        )
        made.commit("改".encode(encoding), "张三丰 <zhang@work.example.org>".encode(encoding), encoding=header)
    made.commit(b"caf\xe9 (#8)", b"Ren\xe9e <ren\xe9e@work.example.org>")
    made.commit(b"\xff\xfe\x00"[:2], b"\xc3\x28 <\xc3\x28@\xff>")
    dataset = history(made.write())
    assert counts(dataset) == {("zhang", "2025-04"): 8}
    assert facts(dataset)["commits_unattributed"] == 2


def test_a_hundred_weird_names_are_people_or_nobody(made: Made) -> None:
    odd = [
        '"',
        "'",
        "\\",
        "%aN",
        "%x00",
        "$(id)",
        "`id`",
        "<>"[:0],
        "-",
        "--all",
        "|",
        ";",
        "\u202e",
        "\u200b",
        "🦊",
        "NULL",
    ]
    for number in range(100):
        name = f"{odd[number % len(odd)]}{number}".replace("<", "").replace(">", "")
        made.commit(f"{name} (#{number + 1})", f"{name} <{number}+dev-{number}@users.noreply.github.com>")
    dataset = history(made.write())
    assert len(counts(dataset)) == 100
    assert set(counts(dataset, "merged_prs").values()) == {1}


def test_an_empty_repository_is_a_gap(made: Made) -> None:
    dataset = history(made.write())
    (gap,) = edges(dataset, "NOT_COVERED_BY")
    assert gap.props["note"] == "its history has no commits"
    assert len(taken(dataset)) == 1


def test_an_empty_repository_stands_for_the_day_of_its_reading_and_is_the_same_on_another(
    made: Made, tmp_path: Path
) -> None:
    folder = str(made.write())
    days = iter([NOW, NOW + timedelta(days=9)])
    first, second = (next(read_git([folder], desk(tmp_path, now=lambda: next(days)))).origin for _ in range(2))
    assert (first.as_of, second.as_of) == ("2026-11-01", "2026-11-10")
    assert first.key == second.key


def test_submodules_are_not_entered(made: Made, tmp_path: Path) -> None:
    inner = Made(tmp_path / "inner.git")
    inner.commit("inside", BOB)
    told = git("rev-parse", "HEAD", folder=inner.write())
    made.commit(
        "with a part",
        files={".gitmodules": f'[submodule "p"]\n\tpath = p\n\turl = {inner.folder}\n'},
        links={"p": told},
    )
    assert counts(history(made.write())) == {("ann", "2025-04"): 1}


def test_a_shallow_clone_is_named_as_incomplete(made: Made, tmp_path: Path) -> None:
    for month in range(1, 7):
        made.commit(f"work {month}", when=f"2025-{month:02}-03")
    git("clone", "-q", "--depth=2", f"file://{made.write()}", str(tmp_path / "shallow"))
    git("config", "remote.origin.url", "https://github.com/our/project", folder=tmp_path / "shallow")
    dataset = history(tmp_path / "shallow")
    assert counts(dataset) == {("ann", "2025-05"): 1, ("ann", "2025-06"): 1}
    assert dataset.origin.source == "git-shallow", "it takes nothing away from a whole history"
    assert any("shallow" in gap for gap in dataset.origin.gaps)
    assert facts(dataset)["partial"] is True
    (repository,) = nodes(dataset, "Repository")
    assert "first_commit_at" not in repository.props


def test_grafts_and_replacements_do_not_change_what_was_published(made: Made) -> None:
    for number in range(4):
        made.commit(f"work {number}")
    folder = made.write()
    before = history(folder).origin
    tip = git("rev-parse", "HEAD", folder=folder)
    root = git("commit-tree", "-m", "rewritten", f"{tip}^{{tree}}", folder=folder)
    git("replace", tip, root, folder=folder)
    (folder / "info").mkdir(exist_ok=True)
    (folder / "info" / "grafts").write_text(f"{tip}\n")
    assert history(folder).origin == before


def test_a_detached_head_is_read_and_said(made: Made) -> None:
    made.commit("one")
    made.commit("two", branch="refs/heads/other")
    folder = made.write()
    (folder / "HEAD").write_text(git("rev-parse", "main", folder=folder) + "\n")
    dataset = history(folder)
    assert counts(dataset) == {("ann", "2025-04"): 1}
    assert any("HEAD names no branch" in note for note in dataset.notes)


def test_a_head_that_is_not_there_is_the_usual_branch(made: Made) -> None:
    made.commit("one")
    made.commit("two", branch="refs/heads/feature")
    dataset = history(made.write(head="refs/heads/gone"))
    assert counts(dataset) == {("ann", "2025-04"): 1}
    assert any("main was read" in note for note in dataset.notes)


def test_only_the_default_branch_counts(made: Made) -> None:
    base = made.commit("one")
    made.commit("elsewhere", BOB, parents=[base], branch="refs/heads/feature")
    assert counts(history(made.write())) == {("ann", "2025-04"): 1}


def test_of_a_full_clone_the_remotes_branch_is_read_and_not_the_one_checked_out(made: Made, tmp_path: Path) -> None:
    made.commit("one")
    git("clone", "-q", f"file://{made.write()}", str(tmp_path / "work"))
    git("checkout", "-q", "-b", "mine", folder=tmp_path / "work")
    git("commit", "-q", "--allow-empty", "-m", "not published", folder=tmp_path / "work")
    assert facts(history(tmp_path / "work", "our/project"))["commits_total"] == 1


def test_an_added_worktree_is_the_repository(made: Made, tmp_path: Path) -> None:
    made.commit("one", files={"a": "b"})
    git("worktree", "add", "-q", "-b", "more", str(tmp_path / "tree"), "main", folder=made.write())
    assert facts(history(tmp_path / "tree", "our/project"))["commits_total"] == 1


def test_co_authors_count_beside_the_author_and_never_as_him(made: Made) -> None:
    helpers = f"\n\nCo-authored-by: {BOB}\nCo-Authored-By: {ANN}\nco-authored-by: Nobody <n@work.example.org>\n"
    made.commit("together" + helpers, ANN)
    made.commit("alone")
    dataset = history(made.write())
    assert counts(dataset) == {("ann", "2025-04"): 2}
    assert counts(dataset, "co_authored_commits") == {("bob", "2025-04"): 1}


def test_a_mailmap_joins_addresses(made: Made) -> None:
    others = ("44+eve-d@users.noreply.github.com", "e@home.example.org")
    mailmap = "".join(f"Eve Dunn <eve@work.example.org> <{other}>\n" for other in others)
    made.commit("one", "E <44+eve-d@users.noreply.github.com>", files={".mailmap": mailmap})
    made.commit("two", "Somebody Else <e@home.example.org>")
    made.commit("three", EVE)
    assert counts(history(made.write())) == {("eve-d", "2025-04"): 3}


def test_a_mailmap_whose_content_is_not_there_is_said_and_not_fatal(made: Made, tmp_path: Path) -> None:
    made.commit("one", files={".mailmap": "A <a@work.example.org> <b@work.example.org>\n"})
    folder = made.write()
    git("config", "uploadpack.allowFilter", "true", folder=folder)
    git("clone", "-q", "--mirror", "--filter=blob:none", f"file://{folder}", str(tmp_path / "blobless.git"))
    dataset = history(tmp_path / "blobless.git", "our/project")
    assert counts(dataset) == {("ann", "2025-04"): 1}
    assert any(".mailmap" in gap for gap in dataset.origin.gaps)


def test_a_mailmap_in_the_folder_from_which_it_runs_is_not_read(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit("one", EVE)
    (tmp_path / ".mailmap").write_text("Ann <11+ann@users.noreply.github.com> <eve@work.example.org>\n")
    monkeypatch.chdir(tmp_path)
    assert counts(history(made.write())) == {}


def test_bots_are_counted_apart_and_flagged(made: Made) -> None:
    made.commit("bump (#2)", "dependabot[bot] <49+dependabot[bot]@users.noreply.github.com>")
    dataset = history(made.write())
    (edge,) = edges(dataset, "CONTRIBUTED_TO")
    assert edge.start.props["bot"] is True
    assert (facts(dataset)["commits_bot"], facts(dataset)["commits_attributed"]) == (1, 0)


def test_linked_commits_are_marked(made: Made) -> None:
    made.commit("one", ANN)
    made.commit("two", "Ann Bell <ann.bell@work.example.org>")
    dataset = history(made.write())
    assert counts(dataset) == {("ann", "2025-04"): 2}
    assert counts(dataset, "commits_linked") == {("ann", "2025-04"): 1}
    assert facts(dataset)["commits_linked"] == 1


def test_people_without_a_login_are_counted_and_not_invented(made: Made) -> None:
    made.commit("one", EVE)
    made.commit("two (#2)", EVE)
    dataset = history(made.write())
    assert edges(dataset, "CONTRIBUTED_TO") == []
    assert facts(dataset)["commits_unattributed"] == 2
    assert "eve" not in str(taken(dataset)).lower()
