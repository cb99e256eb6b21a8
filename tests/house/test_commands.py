"""Makefile, .ci/run and the hooks: every command is listed, and runs what is locked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import Any, cast

import pytest
import yaml

from tests.house.checkout import ROOT, lock

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, flags=re.MULTILINE))
CI = ROOT / ".ci" / "run"


def make(*arguments: str) -> str:
    """What make prints for `arguments`."""
    done = subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_make_alone_lists_every_command_with_a_line() -> None:
    lines = make("--no-print-directory").splitlines()
    assert {line.split()[1] for line in lines} == TARGETS
    assert all(len(line.split()) > 3 for line in lines)


def test_no_command_is_mistaken_for_a_file() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, flags=re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == TARGETS


@pytest.mark.parametrize("target", ["demo", "serve", "test", "test-long", "check", "fix", "golden", "docs", "bench"])
def test_every_command_sets_up_what_is_missing_first(target: str) -> None:
    assert "sh scripts/setup.sh" in make("--dry-run", target).splitlines()[0]


def test_demo_hands_its_options_on() -> None:
    assert make("--dry-run", "demo", "NO_SERVE=1").splitlines()[-1].split() == [
        ".venv/bin/ossatlas",
        "demo",
        "--no-serve",
    ]
    assert make("--dry-run", "demo", "ARGS=--no-serve").splitlines()[-1].split()[-1] == "--no-serve"


def test_the_check_covers_format_lint_types_imports_and_docs() -> None:
    commands = make("--dry-run", "check")
    wanted = ["ruff format --check", "ruff check", "mypy", "lint-imports", "api.docs --check"]
    assert [command for command in wanted if command not in commands] == []


def test_the_makefile_needs_no_newer_make_than_that_of_macos() -> None:
    # What came after GNU make 3.81: these pass here unnoticed and fail there.
    assert not re.search(r"!=|::=|^\.ONESHELL|\$\(file |\$\(intcmp |\$\(let |&:", MAKEFILE, flags=re.MULTILINE)


def test_the_ci_script_can_be_run_and_stops_at_the_first_failure() -> None:
    assert os.access(CI, os.X_OK)
    text = CI.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert "export CI=true" in text
    bash = shutil.which("bash")
    assert bash
    assert subprocess.run([bash, "-n", str(CI)], check=False).returncode == 0


def test_the_ci_script_runs_all_tests() -> None:
    text = CI.read_text(encoding="utf-8")
    assert re.findall(r"make --no-print-directory (\S+)", text) == ["setup", "audit", "test", "test-long"]


def test_hooks_are_local_and_run_what_is_locked() -> None:
    hooks = cast("dict[str, Any]", yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    for hook in hooks["repos"][0]["hooks"]:
        program = hook["entry"].split()[0]
        package = {"lint-imports": "import-linter"}.get(
            program.removeprefix(".venv/bin/"), program.removeprefix(".venv/bin/")
        )
        assert hook["language"] == "system"
        assert re.search(rf"^{package}==", lock("test"), flags=re.MULTILINE)
