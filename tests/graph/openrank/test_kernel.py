"""The compiled round: the same as in plain Python, and compiled once."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from graph.openrank import kernel
from tests.graph.openrank.worlds import SIX_OWN, six


def arguments() -> tuple[Any, ...]:
    graph, own = six(), np.array(SIX_OWN)
    rows = (graph.starts.view(np.uint64), graph.givers.view(np.uint32), graph.shares)
    return (*rows, graph.retention * own, 1 - graph.retention, own)


def test_a_compiled_round_is_the_round_as_written() -> None:
    compiled, plain = arguments(), arguments()
    assert kernel.sweep(*compiled) == cast("Any", kernel.sweep).py_func(*plain)
    np.testing.assert_array_equal(compiled[-1], plain[-1])


def test_there_is_one_signature() -> None:
    kernel.sweep(*arguments())
    assert len(cast("Any", kernel.sweep).signatures) == 1


def test_without_a_folder_for_compiled_code_it_is_compiled_for_the_process() -> None:
    # Code without a file is what numba has no folder for.
    found: dict[str, Any] = {}
    exec("def half(starts, givers, shares, base, keep, values): return 0.5", found)  # noqa: S102 - our own text
    assert kernel.compiled(found["half"])(*arguments()) == 0.5
