"""DuckDB within a fixed memory: what does not fit goes to a folder."""

from __future__ import annotations

from pathlib import Path

import duckdb

MEMORY = "384MB"
THREADS = 2


def bounded(spill: Path, threads: int = THREADS, *, ordered: bool = True) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds at most MEMORY, the rest in `spill`; use it in a `with`.

    spill: a folder that is made when it is needed. ordered: whether rows keep the order in which they are read,
    which takes memory.
    """
    return duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(spill),
            "threads": threads,
            "preserve_insertion_order": ordered,
            "autoinstall_known_extensions": False,
        }
    )
