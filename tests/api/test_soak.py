"""A server that is asked for long keeps neither memory nor connections."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx
import psutil
import pytest

from graph.connection import Connection
from graph.database import Database
from tests.api.examples import Operation, operations
from tests.api.server_process import server

WARM, ROUNDS, AT_ONCE = 2, 4, 4
"""Rounds that fill what is kept, those that are measured, and readers at once; a round asks for every example."""
GROWTH = 16
"""MiB that the later half of the rounds may have more than the earlier half: what allocators keep back."""
ENDLESS = {"statement": "UNWIND range(1, 1000000000) AS x RETURN count(x) AS n"}


@dataclass(frozen=True)
class Kept:
    """What a server's process holds."""

    mib: float
    connections: int
    files: int
    threads: int


def kept(process: psutil.Process) -> Kept:
    return Kept(
        process.memory_info().rss / 2**20, len(process.net_connections()), process.num_fds(), process.num_threads()
    )


def ask(address: str, operation: Operation) -> int:
    """As a reader who comes and goes: the connection is new, and ends."""
    with httpx.Client(base_url=address, timeout=120) as web:
        return operation.asked(web).status_code


def leave(address: str) -> None:
    """Go away before the answer: of an export that has begun, and of a statement that never ends."""
    with httpx.Client(base_url=address, timeout=1) as web:
        with web.stream("GET", "/api/v1/exports/contributed_to") as answer:
            next(answer.iter_bytes())
        with pytest.raises(httpx.TimeoutException):
            web.post("/api/v1/cypher", json=ENDLESS)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_rounds_of_all_questions_leave_neither_memory_nor_connections(atlas: Database, connection: Connection) -> None:
    assert atlas
    held: list[Kept] = []
    with server(connection) as (address, run), ThreadPoolExecutor(AT_ONCE) as readers:
        with httpx.Client(base_url=address) as web:
            found = [one for one in operations(web.get("/openapi.json").json()) if not one.lacking]
        found = [one for one in found if "security" not in one.told]  # those need a token
        for _ in range(WARM + ROUNDS):
            statuses = list(readers.map(lambda operation: ask(address, operation), found))
            assert set(statuses) == {200}
            leave(address)
            held.append(kept(psutil.Process(run.pid)))
    early, late = held[WARM : WARM + ROUNDS // 2], held[WARM + ROUNDS // 2 :]
    assert max(each.mib for each in late) <= max(each.mib for each in early) + GROWTH, held
    assert max(each.connections for each in late) <= max(each.connections for each in early) + AT_ONCE, held
    assert max(each.files for each in late) <= max(each.files for each in early) + AT_ONCE, held
    assert max(each.threads for each in late) <= max(each.threads for each in early), held
