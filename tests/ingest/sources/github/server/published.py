"""GitHub's own published schemas, from npm packages that are installed at first use and never committed."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from filelock import FileLock
from graphql import GraphQLSchema, build_ast_schema, parse
from platformdirs import user_cache_path

from tests.absent import absent

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules" / "@octokit"
Json = Any
"""A value of a JSON document: these come from outside, and are looked at by their schemas."""


def install() -> None:
    """The packages of package-lock.json, installed where they are not; without npm the test is skipped."""
    with FileLock(user_cache_path("ossatlas-tests", appauthor=False, ensure_exists=True) / "octokit.lock"):
        if (HERE / "node_modules" / ".package-lock.json").exists():
            return
        if shutil.which("npm") is None:
            absent("no npm on PATH: GitHub's published schemas cannot be installed")
        command = ["npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False, timeout=280)
        if done.returncode:
            absent(f"npm ci could not install GitHub's schemas: {done.stderr.strip().splitlines()[-1:]}")


@cache
def openapi() -> dict[str, Json]:
    """GitHub's description of its REST interface."""
    install()
    text = (PACKAGES / "openapi" / "generated" / "api.github.com.json").read_text(encoding="utf-8")
    read: dict[str, Json] = json.loads(text)
    return read


@cache
def graphql_schema() -> GraphQLSchema:
    """GitHub's GraphQL schema."""
    install()
    text = (PACKAGES / "graphql-schema" / "schema.graphql").read_text(encoding="utf-8")
    return build_ast_schema(parse(text, no_location=True), assume_valid=True)
