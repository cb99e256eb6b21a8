"""How much memory the engine gets."""

from __future__ import annotations

from dataclasses import dataclass

from graph.engine.options import EngineOptions
from graph.errors import BadInputError

SMALLEST_HEAP, LARGEST_HEAP = 512, 4096
SMALLEST_CACHE, LARGEST_CACHE = 128, 2048


@dataclass(frozen=True, slots=True)
class Memory:
    """Heap and page cache of the engine, in MiB."""

    heap_mb: int
    page_cache_mb: int


def choose_memory(options: EngineOptions, machine_mb: int) -> Memory:
    """Heap (an eighth of the machine) and page cache (a sixteenth), within bounds, unless `options` names them.

    BadInputError when together they do not fit into `machine_mb`.
    """
    heap = options.heap_mb or _between(SMALLEST_HEAP, machine_mb // 8, LARGEST_HEAP)
    cache = options.page_cache_mb or _between(SMALLEST_CACHE, machine_mb // 16, LARGEST_CACHE)
    if heap + cache > machine_mb:
        raise BadInputError(
            f"a heap of {heap} MiB and a page cache of {cache} MiB do not fit into this machine's {machine_mb} MiB",
            hint="lower OSSATLAS_HEAP_MB or OSSATLAS_PAGE_CACHE_MB",
        )
    return Memory(heap, cache)


def machine_mb() -> int:
    """Memory of this machine in MiB."""
    import psutil  # noqa: PLC0415 - the command line starts without it

    return int(psutil.virtual_memory().total) // 2**20


def _between(low: int, value: int, high: int) -> int:
    return max(low, min(value, high))
