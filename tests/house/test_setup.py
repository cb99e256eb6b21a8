"""scripts/setup.sh: finds a Python, says what is missing, and does nothing when all is in place."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

TOOLS = ("sh", "dirname", "cat", "cmp", "sed", "cut", "mkdir")
LOCKS = ("bootstrap", "build", "app", "test")
FINE = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
OLD = "#!/bin/sh\nexit 1\n"
# Fits by version, but has no modules to make an environment with, as on Debian without python3-venv.
BARE = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the script reads, under a path with a space, and a PATH with nothing but the tools it needs."""
    root = tmp_path / "a checkout"
    for name in ("scripts/setup.sh", "pyproject.toml", *(f"requirements/{lock}.txt" for lock in LOCKS)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    return root


def add(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def set_up(checkout: Path, locks: str = "app", **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(checkout.parent / "bin"), "HOME": str(checkout.parent), **variables}
    script = [str(shutil.which("sh")), "scripts/setup.sh", locks]
    return subprocess.run(script, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def put_in_place(checkout: Path, locks: str) -> None:
    add(checkout / ".venv" / "bin" / "python", FINE)
    add(checkout / ".venv" / "bin" / "ossatlas", FINE)
    names = ("requirements/bootstrap.txt", "requirements/build.txt", f"requirements/{locks}.txt", "pyproject.toml")
    made_from = "".join((checkout / name).read_text(encoding="utf-8") for name in names)
    add(checkout / ".stamps" / locks, f"{checkout}\n{made_from}")


def test_without_any_python_one_sentence_says_what_to_install(checkout: Path) -> None:
    done = set_up(checkout)
    assert done.returncode == 1
    assert "No Python from 3.11 to 3.14 was found. Install one" in done.stderr
    assert "not found:" not in done.stderr


def test_an_old_python_is_passed_over(checkout: Path) -> None:
    add(checkout.parent / "bin" / "python3", OLD)
    assert "No Python from 3.11 to 3.14 was found" in set_up(checkout).stderr


def test_a_named_python_that_does_not_fit_is_refused(checkout: Path) -> None:
    old = add(checkout.parent / "bin" / "python2", OLD)
    done = set_up(checkout, PYTHON=str(old))
    assert done.returncode == 1
    assert done.stderr == f"PYTHON={old} is no Python from 3.11 to 3.14.\n"


def test_a_python_without_venv_is_named_with_the_package_to_install(checkout: Path) -> None:
    bare = add(checkout.parent / "bin" / "python3.12", BARE)
    done = set_up(checkout)
    assert done.returncode == 1
    assert f"{bare} lacks the modules venv and ensurepip" in done.stderr
    assert "apt install python3-venv" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(("made", "asked"), [("app", "app"), ("test", "test"), ("test", "app")])
def test_nothing_is_done_when_all_is_in_place(checkout: Path, made: str, asked: str) -> None:
    put_in_place(checkout, made)
    done = set_up(checkout, asked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("changed", ["requirements/app.txt", "requirements/build.txt", "pyproject.toml"])
def test_a_changed_lock_is_noticed(checkout: Path, changed: str) -> None:
    put_in_place(checkout, "app")
    with (checkout / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    add(checkout / ".venv" / "bin" / "python", OLD)
    assert "No Python from 3.11 to 3.14 was found" in set_up(checkout).stderr


def test_a_moved_checkout_is_noticed(checkout: Path) -> None:
    put_in_place(checkout, "app")
    moved = checkout.rename(checkout.with_name("moved"))
    add(moved / ".venv" / "bin" / "python", OLD)
    assert "No Python from 3.11 to 3.14 was found" in set_up(moved).stderr


def test_a_failed_installation_leaves_no_stamp_and_says_to_run_again(checkout: Path) -> None:
    put_in_place(checkout, "app")
    add(checkout / ".venv" / "bin" / "uv", '#!/bin/sh\n[ "$1" = --version ] && echo "uv 0.0.0"\nexit 2\n')
    add(checkout / ".venv" / "bin" / "python", '#!/bin/sh\n[ "$2" != pip ] || [ "$3" = install ]\n')
    (checkout / ".stamps" / "app").unlink()
    done = set_up(checkout)
    assert done.returncode == 1
    assert "run the same command again" in done.stderr
    assert not (checkout / ".stamps" / "app").exists()


def test_the_environment_in_use_was_made_by_this_python(checkout: Path) -> None:
    # The stand-ins above are only worth something while the real Python passes the same question.
    asked = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
    assert asked in (checkout / "scripts" / "setup.sh").read_text(encoding="utf-8")
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
