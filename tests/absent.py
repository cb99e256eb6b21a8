"""What a machine may lack: elsewhere its tests are skipped with one line, where CI is set they fail."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def absent(reason: str) -> NoReturn:
    """Skip the test for this reason, or fail it where CI is set: there nothing may be missing."""
    if os.environ.get("CI"):  # noqa: TID251  tests may ask
        pytest.fail(reason)
    pytest.skip(reason)
