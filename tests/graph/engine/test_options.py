from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from graph.engine.options import EngineOptions


def test_a_data_folder_is_all_that_must_be_said() -> None:
    options = EngineOptions(Path("/data"))
    assert (options.bolt_port, options.heap_mb, options.java_home) == (None, None, None)
    assert options.idle_hours > 0


def test_options_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        EngineOptions(Path("/data")).bolt_port = 7687  # type: ignore[misc]
