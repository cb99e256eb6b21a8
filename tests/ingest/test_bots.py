from __future__ import annotations

import pytest

from ingest.aliases import Aliases, load_aliases
from ingest.bots import bot_rule


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
        ("Release_Bot", "ends in _bot"),
        ("bot-of-acme", "begins with bot-"),
        ("app/renovate-x", "begins with app/"),
    ],
)
def test_a_machine_is_told_by_a_rule_that_is_named(aliases: Aliases, login: str, rule: str) -> None:
    assert bot_rule(aliases, login) == rule


@pytest.mark.parametrize(
    "login", ["abbot", "talbot", "Lancelbot", "robotman", "botond", "bothwell", "LyricZhao", "bot", "[bot]x", ""]
)
def test_a_person_whose_name_only_sounds_like_it_is_no_bot(aliases: Aliases, login: str) -> None:
    assert bot_rule(aliases, login) is None


def test_the_code_hosts_account_type_decides_too(aliases: Aliases) -> None:
    assert bot_rule(aliases, "Copilot-of-Acme", "Bot") == "account type Bot"
    assert bot_rule(aliases, "LyricZhao", "User") is None


def test_the_list_of_bots_holds_logins_without_the_suffix(aliases: Aliases) -> None:
    bots = aliases.lists["bots"]
    assert len(bots) >= 100
    assert not [login for login in bots if login.endswith("[bot]") or " " in login or login != login.lower()]


def test_no_contributor_of_note_is_on_the_list(aliases: Aliases) -> None:
    assert {"torvalds", "gvanrossum", "soumith", "youkaichao"}.isdisjoint(aliases.lists["bots"])
