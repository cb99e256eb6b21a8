"""What can be counted of the code: short functions, short files, a docstring, types, a test for each module."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

from tests.house.checkout import ROOT, modules

Function = ast.FunctionDef | ast.AsyncFunctionDef
MODULES = [(path, tree, (ROOT / path).read_text(encoding="utf-8").count("\n")) for path, tree in modules()]
FUNCTIONS = [
    (f"{path}:{node.lineno} {node.name}", node)
    for path, tree, _ in MODULES
    for node in ast.walk(tree)
    if isinstance(node, Function)
]


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def public(tree: ast.Module) -> list[ast.ClassDef | Function]:
    """The public classes, functions and methods of a module; functions inside functions are private."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    members = [node for body in (tree.body, *(c.body for c in classes)) for node in body]
    return [node for node in members if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_")]


def test_no_function_is_longer_than_forty_lines() -> None:
    assert [name for name, function in FUNCTIONS if length(function) > 40] == []


def test_half_of_the_functions_have_nine_lines_or_fewer() -> None:
    assert statistics.median(length(function) for _, function in FUNCTIONS) <= 9


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    assert [str(path) for path, _, lines in MODULES if lines > 400] == []


def test_half_of_the_files_have_130_lines_or_fewer() -> None:
    assert statistics.median(lines for _, _, lines in MODULES) <= 130


def test_everything_public_says_what_it_is() -> None:
    bare = [f"{path}:{node.lineno} {node.name}" for path, tree, _ in MODULES for node in public(tree) if not doc(node)]
    assert bare == []


def doc(node: ast.ClassDef | Function) -> str | None:
    return ast.get_docstring(node)


def test_every_function_says_what_it_returns() -> None:
    assert [name for name, function in FUNCTIONS if function.returns is None] == []


def test_nearly_every_module_has_a_test_of_its_name() -> None:
    tests = {path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    own = [path for path, tree, _ in MODULES if path.name != "__init__.py" and has_code(tree)]
    lonely = [str(path) for path in own if mirror(path) not in tests]
    assert len(lonely) <= 0.07 * len(own), lonely


def mirror(path: Path) -> Path:
    return path.with_name(f"test_{path.name}")


def has_code(tree: ast.Module) -> bool:
    return any(isinstance(node, Function) for node in ast.walk(tree))
