"""Maintainers, employers, former logins and ids, out of a counted history."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.sources.git.making import ANN, BOB, EVE, WEB, Made
from tests.ingest.sources.git.reading import counts, edges, facts, history, nodes

NVIDIA = "@".join(("eve", "nvidia.com"))
DEEPSEEK = "@".join(("eve", "mail.deepseek.com"))
EVE_D = "44+eve-d@users.noreply.github.com"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "made.git")


def maintainers(made: Made) -> list[str]:
    told = sorted(edges(history(made.write()), "MAINTAINS"), key=lambda edge: int(str(edge.props["order"])))
    return [str(edge.start.props["login"]) for edge in told]


def test_who_merged_most_in_the_last_half_year_maintains(made: Made) -> None:
    for number in range(9):
        made.commit(f"long ago {number}", BOB, "2024-01-02")
    for number in range(3):
        made.commit(f"change {number} (#{number})", BOB, "2025-04-02", committer=WEB)
        base = made._count
        side = made.commit(f"side {number}", BOB, "2025-04-02", parents=[base])
        made.commit(
            f"Merge pull request #{number + 10} from bob/x", ANN, "2025-04-02", parents=[base, side], committer=WEB
        )
    assert maintainers(made) == ["ann"]


def test_whoever_commits_for_others_maintains(made: Made) -> None:
    for number in range(2):
        made.commit(f"applied {number}", EVE, committer=BOB)
        made.commit(f"own {number}", ANN)
    made.commit("own again", ANN)
    assert maintainers(made) == ["ann", "bob"]


def test_a_single_merge_and_a_bots_merges_are_not_enough(made: Made) -> None:
    made.commit("once", ANN)
    for number in range(4):
        made.commit(f"merged {number}", EVE, committer="bors[bot] <5+bors[bot]@users.noreply.github.com>")
    assert maintainers(made) == []


def test_no_more_than_five_are_named_and_ties_are_by_login(made: Made) -> None:
    for name in "gfedcba":
        for number in range(2):
            made.commit(f"{name} {number}", f"Dev {name} <{ord(name)}+dev-{name}@users.noreply.github.com>")
    assert maintainers(made) == [f"dev-{name}" for name in "abcde"]


def test_an_employer_is_dated_by_the_first_and_last_month_seen(made: Made) -> None:
    made.commit("one", f"Eve Dunn <{EVE_D}>", "2024-01-02")
    made.commit("two", f"Eve Dunn <{NVIDIA}>", "2024-03-02")
    made.commit("three", f"Eve Dunn <{NVIDIA}>", "2024-09-02")
    made.commit("four", f"Eve Dunn <{DEEPSEEK}>", "2025-02-02")
    dataset = history(made.write())
    told = {str(edge.end.props["name"]): edge.props for edge in edges(dataset, "AFFILIATED_WITH")}
    assert (told["NVIDIA"]["from"], told["NVIDIA"]["to"], told["NVIDIA"]["raw"]) == ("2024-03", "2024-09", "nvidia.com")
    assert (told["DeepSeek"]["from"], told["DeepSeek"]["raw"]) == ("2025-02", "mail.deepseek.com")
    assert all((props["rank"], props["source"]) == (3, "git") for props in told.values())


def test_a_co_authors_address_tells_an_employer_too(made: Made) -> None:
    made.commit("one", f"Eve Dunn <{EVE_D}>")
    made.commit(f"two\n\nCo-authored-by: Eve Dunn <{NVIDIA}>\n", ANN)
    (edge,) = edges(history(made.write()), "AFFILIATED_WITH")
    assert (edge.start.props["login"], edge.end.props["name"]) == ("eve-d", "NVIDIA")


def test_employers_of_nobody_are_not_told(made: Made) -> None:
    made.commit("one", f"Eve Dunn <{NVIDIA}>")
    assert edges(history(made.write()), "AFFILIATED_WITH") == []


def test_public_mail_is_no_employer(made: Made) -> None:
    made.commit("one", f"Eve Dunn <{EVE_D}>")
    made.commit("two", "Eve Dunn <" + "@".join(("eve", "gmail.com")) + ">")
    dataset = history(made.write())
    assert edges(dataset, "AFFILIATED_WITH") == []
    assert counts(dataset) == {("eve-d", "2025-04"): 2}


def test_a_renamed_account_is_one_developer_with_a_former_login(made: Made) -> None:
    made.commit("one", "Ann Bell <11+ann@users.noreply.github.com>", "2024-01-02")
    made.commit("two", "Ann Bell <11+ann-new@users.noreply.github.com>", "2025-01-02")
    dataset = history(made.write())
    assert counts(dataset) == {("ann-new", "2024-01"): 1, ("ann-new", "2025-01"): 1}
    (developer,) = nodes(dataset, "Developer")
    assert (developer.props["login"], developer.props["former_logins"]) == ("ann-new", ["ann"])
    assert developer.ref.key == "github:11"


def test_ids_come_from_no_reply_addresses_alone(made: Made) -> None:
    made.commit("one", ANN)
    made.commit("two", "Zed Young <zed-y@users.noreply.github.com>")
    told = {
        edge.start.props["login"]: edge.start.props.get("github_id")
        for edge in edges(history(made.write()), "CONTRIBUTED_TO")
    }
    assert told == {"ann": 11, "zed-y": None}


def test_a_branch_of_an_organizations_fork_is_given_to_whoever_wrote_it(made: Made) -> None:
    base = made.commit("start")
    side = made.commit("a change", BOB, parents=[base])
    made.commit("Merge pull request #3 from NVIDIA/fix", ANN, parents=[base, side])
    assert counts(history(made.write()), "merged_prs") == {("bob", "2025-04"): 1}


def test_a_branch_of_the_former_owners_is_given_to_whoever_wrote_it(made: Made) -> None:
    base = made.commit("start")
    side = made.commit("a change", BOB, parents=[base])
    made.commit("Merge pull request #3 from our/fix", ANN, parents=[base, side])
    assert counts(history(made.write(), "new-owner/project"), "merged_prs") == {("bob", "2025-04"): 1}


def test_the_totals_add_up(made: Made) -> None:
    for author in (ANN, BOB, EVE, "x[bot] <9+x[bot]@users.noreply.github.com>", "Ann Bell <a@work.example.org>"):
        made.commit("work", author)
    read = facts(history(made.write()))
    names = ("commits_attributed", "commits_bot", "commits_unattributed", "commits_total", "commits_linked")
    assert [read[name] for name in names] == [3, 1, 1, 5, 1]
