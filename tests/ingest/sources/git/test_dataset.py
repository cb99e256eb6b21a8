"""Records of a history: the same for the same history, without address and folder, with what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.desk import Desk
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.sources.git import read_git
from ingest.sources.git.trailers import co_authors
from tests.ingest.sources.git.making import ANN, BOB, EVE, Made
from tests.ingest.sources.git.reading import NOW, edges, facts, history, nodes, taken

GITLAB, GITEE = "users.noreply.gitlab.com", "user.noreply.gitee.com"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "made.git")


def fill(made: Made) -> Made:
    """A history with something of everything."""
    for number in range(30):
        who = (ANN, BOB, EVE)[number % 3]
        mark = made.commit(f"work (#{number})", who, f"2025-{number % 9 + 1:02}-02")
    made.tag("v1.0", mark, "2025-09-03")
    return made


def test_the_records_are_the_same_at_each_reading(made: Made) -> None:
    dataset = history(fill(made).write())
    assert taken(dataset) == taken(dataset)
    assert taken(history(made.folder)) == taken(dataset)
    assert dataset.replaces
    assert dataset.rows == len(edges(dataset, "CONTRIBUTED_TO"))


def test_another_commit_ref_or_rule_is_another_content(made: Made, tmp_path: Path) -> None:
    fill(made)
    contents = {history(made.write()).origin.content_hash}
    made.pull(99, made.commit("side", BOB, "2025-03-04"))
    contents.add(history(Made(tmp_path / "b.git", _lines=made._lines).write()).origin.content_hash)
    made.tag("v2.0", 3, "2025-09-04")
    contents.add(history(Made(tmp_path / "c.git", _lines=made._lines).write()).origin.content_hash)
    rules = tmp_path / "rules.yml"
    rules.write_text("bots: [ann]\n")
    desk = Desk(Identities.load(rules), tmp_path, now=lambda: NOW)
    contents.update(one.origin.content_hash for one in read_git([str(made.folder)], desk))
    assert len(contents) == 4


def test_rows_are_counted_on_and_the_whole_is_line_zero(made: Made) -> None:
    dataset = history(fill(made).write())
    lines = [edge.where.line for edge in edges(dataset, "CONTRIBUTED_TO")]
    assert lines == list(range(1, len(lines) + 1))
    assert {record.where.line for record in taken(dataset)[: -len(lines)]} == {0}
    assert {record.where.file for record in taken(dataset)} == {"Git history of our/project (main)"}


def test_the_coverage_says_what_is_counted_and_how_much_of_it(made: Made) -> None:
    read = facts(history(fill(made).write()))
    assert read["activities"] == ["co_authored_commits", "commits", "merged_prs"]
    assert (read["covers_from"], read["covers_to"]) == ("2025-01", "2025-09")
    assert (read["method"], read["rank"], read["commits_total"]) == ("git", 5, 30)
    assert len(str(read["head_commit"])) == 40


def test_releases_are_dated_events(made: Made) -> None:
    (edge,) = edges(history(fill(made).write()), "CONCERNS")
    told = {"date": "2025-09-03", "kind": "release", "name": "version v1.0 tagged", "subject": "our/project"}
    assert edge.start.props == {**told, "source": "git"}
    assert edge.end.ref.key == "github:our/project"


@pytest.mark.parametrize(
    ("origin", "key", "dataset"),
    [
        ("https://gitlab.com/our/sub/project", "gitlab:our/sub/project", "gitlab:our/sub/project"),
        ("https://gitee.com/Our/Project", "gitee:our/project", "gitee:our/project"),
    ],
)
def test_other_hosts_keep_their_identity_and_tell_no_pull_requests(
    tmp_path: Path, origin: str, key: str, dataset: str
) -> None:
    made = Made(tmp_path / "made.git", origin=origin)
    made.commit("work (#3)", f"Ann <7-ann@{GITLAB}>")
    made.commit("work (#4)", f"Ann <7+ann@{GITEE}>")
    found = history(made.write())
    (edge,) = edges(found, "CONTRIBUTED_TO")
    assert (edge.end.ref.key, edge.start.props["platform"], found.origin.dataset) == (
        key,
        key.partition(":")[0],
        dataset,
    )
    assert "merged_prs" not in edge.props
    assert facts(found)["activities"] == ["co_authored_commits", "commits"]
    assert any("merged requests of" in gap for gap in found.origin.gaps)


def test_no_address_outlives_the_count(made: Made) -> None:
    fill(made)
    made.pull(99, made.commit(f"together\n\nCo-authored-by: {BOB}\n", EVE))
    dataset = history(made.write())
    held = [cell.cell_contents for cell in dataset.read.__closure__ or ()]
    told = str([one for one in held if not isinstance(one, Nodes)])
    assert "ann" in told
    assert "work.example.org" not in told
    assert "11+ann" not in told
    assert co_authors.cache_info().currsize == 0


def test_the_owner_is_told_where_its_account_is_known(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git", origin="https://github.com/deepseek-ai/x")
    made.commit("one")
    (edge,) = edges(history(made.write()), "OWNS")
    assert edge.start.props["name"] == "DeepSeek"


def test_a_fork_tells_nothing_of_the_repository_itself(made: Made) -> None:
    dataset = history(fill(made).write(), "up/stream", fork=True)
    assert nodes(dataset, "Repository") == []
    assert edges(dataset, "CONCERNS") == []
    assert edges(dataset, "CONTRIBUTED_TO")
