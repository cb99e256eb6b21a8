from __future__ import annotations

import shutil
import subprocess
import tomllib
from filecmp import cmp
from pathlib import Path

import pytest

from tests.absent import absent
from viz.addresses import STATIC_FOLDER

ROOT = Path(__file__).parents[2]
BROWSER = ROOT / "viz" / "browser"


def files(folder: Path) -> dict[str, Path]:
    """All files under `folder`, by their name in it."""
    return {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the browser's sources with the locked packages installed."""
    if shutil.which("npm") is None:
        absent("no npm on PATH: the browser's bundle is not rebuilt")
    copy = tmp_path_factory.mktemp("viz") / "browser"
    shutil.copytree(BROWSER, copy, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(BROWSER.parent / "language", copy.parent / "language", ignore=shutil.ignore_patterns("*.py"))
    done = run(copy, "ci", "--prefer-offline", "--no-audit", "--no-fund")
    if done.returncode:
        absent(f"npm ci could not install the browser's packages: {done.stderr.strip().splitlines()[-1:]}")
    return copy


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What npm said to these arguments."""
    return subprocess.run(
        ["npm", *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=240, shell=False
    )


def test_a_rebuild_gives_the_same_bytes(workshop: Path) -> None:
    done = run(workshop, "run", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    built, kept = files(workshop.parent / "static"), files(STATIC_FOLDER)
    assert built.keys() == kept.keys()
    different = [name for name in built if not cmp(built[name], kept[name], shallow=False)]
    assert different == [], "run `npm ci && npm run build` in viz/browser and commit viz/static"


def test_the_types_hold(workshop: Path) -> None:
    done = run(workshop, "run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wheel_holds_what_is_served_and_not_what_it_is_built_from() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["exclude"] == ["viz/browser"]
    assert {"viz", "api"} <= set(wheel["only-include"])
