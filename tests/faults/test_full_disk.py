"""A disk that runs full beneath the engine, in a file system of a user namespace."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.installation import Ended

UNSHARED = ("unshare", "--user", "--map-root-user", "--mount")


def unshare_is_absent() -> bool:
    try:
        return subprocess.run([*UNSHARED, "true"], capture_output=True, check=False).returncode != 0
    except FileNotFoundError:
        return True


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_full_disk_is_named_nobody_waits_without_end_and_the_load_goes_on(tmp_path: Path, downloads: Path) -> None:
    if unshare_is_absent():
        pytest.skip("needs user namespaces (unshare)")
    done = subprocess.run(
        [*UNSHARED, sys.executable, "-m", "tests.faults.full_disk", str(tmp_path), str(downloads)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    came = {what: Ended(**ended) for what, ended in map(json.loads, done.stdout.splitlines())}
    full = {"not begun", "broken off", "not started"}
    assert {what: ended.code for what, ended in came.items()} == {what: 8 if what in full else 0 for what in came}, came
    for what in full:
        assert "MiB free; the engine needs" in came[what].sentence
        assert "free some space" in came[what].err
    assert "rows taken" in came["gone on"].out + came["gone on"].err
    assert came["hash"].out == came["hash anew"].out
