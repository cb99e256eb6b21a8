from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.engine.memory import LARGEST_HEAP, SMALLEST_CACHE, SMALLEST_HEAP, choose_memory, machine_mb
from graph.engine.options import EngineOptions
from graph.errors import BadInputError

DATA = Path("/nowhere")


@given(st.integers(1024, 2**22))
def test_what_is_chosen_fits_into_every_machine_and_stays_within_bounds(machine: int) -> None:
    memory = choose_memory(EngineOptions(DATA), machine)
    assert SMALLEST_HEAP <= memory.heap_mb <= LARGEST_HEAP
    assert memory.page_cache_mb >= SMALLEST_CACHE
    assert memory.heap_mb + memory.page_cache_mb <= machine


@given(st.integers(1024, 2**22), st.integers(0, 2**20))
def test_a_larger_machine_never_gives_less(machine: int, more: int) -> None:
    small, large = (choose_memory(EngineOptions(DATA), size) for size in (machine, machine + more))
    assert small.heap_mb <= large.heap_mb
    assert small.page_cache_mb <= large.page_cache_mb


def test_the_user_has_the_last_word() -> None:
    memory = choose_memory(EngineOptions(DATA, heap_mb=300, page_cache_mb=70), 24_000)
    assert (memory.heap_mb, memory.page_cache_mb) == (300, 70)


def test_more_than_the_machine_has_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadInputError, match=r"a heap of 9000 MiB and .* do not fit into this machine's 4096 MiB"):
        choose_memory(EngineOptions(DATA, heap_mb=9000), 4096)


def test_this_machine_has_memory() -> None:
    assert machine_mb() > 256
