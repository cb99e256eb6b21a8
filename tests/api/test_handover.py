"""One server takes over from another: who asks all the time does not notice."""

import signal
import time
from dataclasses import dataclass, field
from threading import Event, Thread

import httpx

from graph.connection import Connection
from graph.database import Database
from tests.api.server_process import server

SLOW = "UNWIND range(1, 3000000) AS x RETURN count(x) AS n"


@dataclass
class Reader:
    """Somebody who asks without end, at whatever address the proxy leads to."""

    at: str
    answers: list[int] = field(default_factory=list)
    enough: Event = field(default_factory=Event)

    def ask(self) -> None:
        while not self.enough.is_set():
            try:
                self.answers.append(httpx.get(f"{self.at}/readyz", timeout=30).status_code)
            except httpx.HTTPError:
                self.answers.append(0)

    def wait_for(self, more: int) -> None:
        wanted = len(self.answers) + more
        while len(self.answers) < wanted:
            time.sleep(0.01)


def test_one_server_takes_over_from_another_without_a_lost_answer(database: Database, connection: Connection) -> None:
    assert database
    slow: list[int] = []

    def ask_slowly(address: str) -> None:
        slow.append(httpx.post(f"{address}/api/v1/cypher", json={"statement": SLOW}, timeout=60).status_code)

    with server(connection) as (old, first), server(connection) as (new, _):
        assert old != new
        reader = Reader(old)
        asking, waiting = Thread(target=reader.ask), Thread(target=ask_slowly, args=(old,))
        asking.start()
        reader.wait_for(5)
        waiting.start()
        reader.wait_for(2)
        reader.at = new
        reader.wait_for(2)  # what was asked of the old one is answered
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) in {0, -signal.SIGTERM}
        reader.wait_for(5)
        reader.enough.set()
        asking.join()
        waiting.join()
    assert (set(reader.answers), slow) == ({200}, [200])
