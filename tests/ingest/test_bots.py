from __future__ import annotations

from pathlib import Path

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.bots import bot_rule, busy_rule


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


@pytest.mark.parametrize(
    ("login", "rule"),
    [
        ("dependabot", "alias file: bots"),
        ("dependabot[bot]", "alias file: bots"),
        ("github-actions[bot]", "alias file: bots"),
        ("pre-commit-ci", "alias file: bots"),
        ("codecov-commenter", "alias file: bots"),
        ("PyTorchMergeBot", "alias file: bots"),
        ("k8s-ci-robot", "alias file: bots"),
        ("my-own-app[bot]", "ends in [bot]"),
        ("release-bot", "ends in -bot"),
        ("Release_Bot", "ends in -bot"),
        ("acme-bot2", "ends in -bot"),
        ("acme-bot-staging", "has -bot- in it"),
        ("acme-build-robot", "ends in -robot"),
        ("acme-ci", "ends in -ci"),
        ("acme-automation", "ends in a machine's work"),
        ("acme-buildkite", "ends in a machine's work"),
        ("jenkins-acme", "name of a service"),
        ("CocoaPodsBot", "ends in Bot, set apart by its capital"),
        ("acmemergebot", "ends in a machine's work and bot"),
        ("AcmeReleaseBot", "ends in a machine's work and bot"),
        ("renovate-acme", "name of a service"),
        ("copybara-acme", "name of a service"),
        ("dependabot-preview", "alias file: bots"),
        ("renovate", "alias file: bots"),
        ("bot-of-acme", "begins with bot-"),
        ("app/renovate-x", "begins with app/"),
    ],
)
def test_a_machine_is_told_by_a_rule_that_is_named(aliases: Aliases, login: str, rule: str) -> None:
    assert bot_rule(aliases, login) == rule


@pytest.mark.parametrize(
    "login",
    [
        "abbot",
        "talbot",
        "Lancelbot",
        "robotman",
        "botond",
        "bothwell",
        "LyricZhao",
        "bot",
        "[bot]x",
        "",
        "abbott",
        "robotics-fan",
        "robot",
        "cabot-j",
        "ci-wang",
        "luci",
        "travis-hunt",
        "jenkinson",
        "marci",
        "Abbot-Smith",
        "botany-lover",
        "renovator",
        "snykers",
        "robotnik",
        "embedded-robots",
        "botsford",
        "ciara",
        "jacob-otto",
        "automation-fan",
        "Matthew-Jenkins",
        "TALBOT",
        "Talbot",
        "MotorBottle",
    ],
)
def test_a_person_whose_name_only_sounds_like_it_is_no_bot(aliases: Aliases, login: str) -> None:
    assert bot_rule(aliases, login) is None


def test_the_code_hosts_account_type_decides_too(aliases: Aliases) -> None:
    assert bot_rule(aliases, "Copilot-of-Acme", "Bot") == "account type Bot"
    assert bot_rule(aliases, "LyricZhao", "User") is None


def test_more_actions_in_a_month_than_a_person_does_are_a_machines_and_the_count_is_the_evidence(
    aliases: Aliases,
) -> None:
    done = {"issue_comments": 2_900, "reviews": 200, "commits": 50_000}
    assert busy_rule(aliases, "quiet-name", "2025-04", done) == "3,100 actions in 2025-04, more than 3,000"
    assert busy_rule(aliases, "quiet-name", "2025-04", {"issue_comments": 3_000}) is None
    assert busy_rule(aliases, "quiet-name", "2025-04", {"commits": 50_000, "stars": 9_000, "pushes": 9_000}) is None


def test_who_is_listed_as_a_person_is_never_a_machine(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text("people: [talk-bot]\n")
    known = load_aliases(own)
    assert bot_rule(known, "Talk-Bot", "Bot") is None
    assert busy_rule(known, "talk-bot", "2025-04", {"issue_comments": 9_000}) is None


def test_the_list_of_bots_holds_logins_without_the_suffix(aliases: Aliases) -> None:
    bots = aliases.lists["bots"]
    assert len(bots) >= 100
    assert not [login for login in bots if login.endswith("[bot]") or " " in login or login != login.lower()]


def test_no_contributor_of_note_is_on_the_list(aliases: Aliases) -> None:
    assert {"torvalds", "gvanrossum", "soumith", "youkaichao"}.isdisjoint(aliases.lists["bots"])
