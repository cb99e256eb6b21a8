"""Which accounts are machines, each with the rule that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.aliases import Aliases

# `abbott` and `talbot` are people: "bot" counts only when something separates it, or after a machine's work.
_RULES = (
    (re.compile(r"\[bot\]$"), "ends in [bot]"),
    (re.compile(r"^app/"), "begins with app/"),
    (re.compile(r"[-_]bot\d*$"), "ends in -bot"),
    (re.compile(r"^bot[-_]"), "begins with bot-"),
    (re.compile(r"[-_]bot[-_]"), "has -bot- in it"),
    (re.compile(r"[-_]robot\d*$"), "ends in -robot"),
    (re.compile(r"[-_](?:auto)?ci(?:[-_]user)?$"), "ends in -ci"),
    (
        re.compile(r"[-_](?:automation|autoroll(?:er)?|buildkite|travis|circleci|gha|actions)$"),
        "ends in a machine's work",
    ),
    (
        re.compile(
            r"(?:merge|release|deploy|build|builder|cherrypick|cherry-pick|backport|label|triage|commit|review|sync|updater?|"
            r"publish|lint|format|stale|changelog|version|probot|nightly|ci)[-_]?(?:ro)?bot\d*$"
        ),
        "ends in a machine's work and bot",
    ),
    (
        re.compile(
            r"^(?:dependabot|renovate|greenkeeper|copybara|mergify|semantic-release|github-actions|gitlab-ci|travis-ci|"
            r"allcontributors|codecov|coveralls|sonarcloud|sonarqube|pre-commit-ci|release-please|release-drafter|deepsource|"
            r"scala-steward|snyk|depfu|pyup|imgbot|restyled|whitesource|azure-pipelines|readthedocs|jenkins)(?:[-_]|$)"
        ),
        "name of a service",
    ),
)

_IN_CAPITALS = re.compile(r"[A-Z].*[a-z\d]Bot$")

MOST_ACTIONS = 3_000
"""Actions in one month that no person does: a hundred on each day of it."""
BY_HAND = (
    "opened_prs",
    "merged_others",
    "reviews",
    "opened_issues",
    "closed_issues",
    "issue_comments",
    "review_comments",
)
"""What is done one by one; pushes, commits and stars come in heaps from people as well."""


def bot_rule(aliases: Aliases, login: str, account_type: str = "") -> str | None:
    """The rule by which the account `login` is a machine's, or None; the alias files' `people` never are."""
    name = login.lower()
    if name in aliases.lists["people"]:
        return None
    if account_type.strip().lower() == "bot":
        return "account type Bot"
    if name.removesuffix("[bot]") in aliases.lists["bots"]:
        return "alias file: bots"
    told = next((reason for pattern, reason in _RULES if pattern.search(name)), None)
    return told or ("ends in Bot, set apart by its capital" if _IN_CAPITALS.search(login) else None)


def busy_rule(aliases: Aliases, login: str, month: str, counts: Mapping[str, int]) -> str | None:
    """Why what `login` did in `month` is a machine's, or None; for accounts that no other rule tells.

    counts: activities by the names of `records.ACTIVITIES`, summed over all repositories that are known.
    """
    if login.lower() in aliases.lists["people"]:
        return None
    done = sum(counts.get(name, 0) for name in BY_HAND)
    return f"{done:,} actions in {month}, more than {MOST_ACTIONS:,}" if done > MOST_ACTIONS else None
