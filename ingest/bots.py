"""Which accounts are machines, each with the rule that says so."""

from __future__ import annotations

import re

from ingest.aliases import Aliases

# `abbot` and `talbot` are people: "bot" counts only when something separates it.
_RULES = (
    (re.compile(r"\[bot\]$"), "ends in [bot]"),
    (re.compile(r"^app/"), "begins with app/"),
    (re.compile(r"-bot$"), "ends in -bot"),
    (re.compile(r"_bot$"), "ends in _bot"),
    (re.compile(r"^bot-"), "begins with bot-"),
)


def bot_rule(aliases: Aliases, login: str, account_type: str = "") -> str | None:
    """The rule by which the account `login` is a machine's, or None; the alias files' `people` never are."""
    name = login.lower()
    if name in aliases.lists["people"]:
        return None
    if account_type.strip().lower() == "bot":
        return "account type Bot"
    if name.removesuffix("[bot]") in aliases.lists["bots"]:
        return "alias file: bots"
    return next((reason for pattern, reason in _RULES if pattern.search(name)), None)
