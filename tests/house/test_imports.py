"""The import rule: folders import downwards, and each outside edge has one door, inside functions as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.checkout import FOLDERS, modules

MAY_IMPORT = {
    "graph": set[str](),
    "cypher": {"graph"},
    "ingest": {"graph"},
    "viz": {"cypher", "graph"},
    "api": {"viz", "cypher", "ingest", "graph"},
}
DOORS = {
    "neo4j": ("graph/",),
    "pyvis": ("viz/",),
    "fastapi": ("api/",),
    "starlette": ("api/",),
    "uvicorn": ("api/",),
    "typer": ("api/",),
    "httpx": ("ingest/", "graph/engine/download.py", "api/client.py", "api/calls.py"),
    "py2neo": ("api/notebook/local.py",),
}
NEVER = {"igraph"}


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level names of all absolute imports in `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def breaches(path: Path, tree: ast.Module) -> list[str]:
    """The imports of the module at `path` that the rule does not allow."""
    folder, found = path.parts[0], set(imported(tree))
    upwards = found & (set(FOLDERS) - MAY_IMPORT[folder] - {folder})
    side_doors = {name for name, doors in DOORS.items() if name in found and not path.as_posix().startswith(doors)}
    return sorted(upwards | side_doors | found & NEVER)


def test_every_module_keeps_the_rule() -> None:
    assert {str(path): breaches(path, tree) for path, tree in modules() if breaches(path, tree)} == {}


@pytest.mark.parametrize(
    ("path", "source", "breach"),
    [
        ("graph/load.py", "from cypher.run import run", "cypher"),
        ("ingest/run.py", "def show():\n    import viz.network", "viz"),
        ("viz/network.py", "import neo4j", "neo4j"),
        ("graph/load.py", "import httpx", "httpx"),
        ("graph/openrank.py", "import igraph", "igraph"),
    ],
)
def test_a_breach_is_found(path: str, source: str, breach: str) -> None:
    assert breaches(Path(path), ast.parse(source)) == [breach]


def test_imports_through_the_doors_pass() -> None:
    assert (
        breaches(Path("graph/engine/download.py"), ast.parse("import httpx\nfrom graph.errors import AtlasError")) == []
    )
