"""A server that takes jobs, whose worker is a real process, and a GitHub that never answers."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.jobs.processes import signal_group, start_worker
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from tests.api.safety.keeping import serving_with

PATH = "/api/v1/jobs"
NOTHING = {"command": "refresh", "arguments": ["--list"]}
"""A job that is done at once: nothing was loaded yet."""
ENDLESS = {"command": "load", "arguments": ["github", "deepseek-ai/DeepEP"]}
"""A job that waits for GitHub, which says nothing."""


@dataclass(frozen=True)
class Office:
    """A client that may start jobs, their list, and the data folder."""

    web: httpx.Client
    jobs: Jobs
    folder: Path

    def start(self, asked: dict[str, Any]) -> str:
        answer = self.web.post(PATH, json=asked)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    def state(self, job: str) -> str:
        return str(self.web.get(f"{PATH}/{job}").json()["state"])

    def wait(self, job: str, *states: str, seconds: float = 120) -> str:
        """The job's state, once it is one of `states`."""
        wait_until(lambda: self.state(job) in states, seconds)
        return self.state(job)


def wait_until(true: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.1)


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A GitHub that takes calls and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(120)
        yield listener


@pytest.fixture
def lonely(silent: socket.socket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The data folder of a machine with that GitHub, and without a Neo4j."""
    monkeypatch.setenv("OSSATLAS_GITHUB_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("GITHUB_TOKEN", "none")
    return tmp_path / "data"


@pytest.fixture
def office(lonely: Path) -> Iterator[Office]:
    """A server on that machine."""
    with office_in(lonely) as opened:
        yield opened


@contextmanager
def office_in(folder: Path, name: str = "nightly", *, ending: bool = True) -> Iterator[Office]:
    """A server that takes jobs, as `ossatlas serve` makes it; what still runs at the end is ended, if `ending`."""
    tokens, jobs = Tokens(folder), Jobs(folder)
    token = tokens.create(name, ["jobs"], 1, datetime.now(UTC))
    bureau = Bureau(jobs, lambda: start_worker(folder), (folder / "tables",))
    bureau.wake()
    try:
        with serving_with(Around(access=Access(tokens), bureau=bureau)) as web:
            web.headers["authorization"] = f"Bearer {token}"
            yield Office(web, jobs, folder)
    finally:
        for job in jobs.all() if ending else ():
            jobs.cancel(job.id, datetime.now(UTC))
        for _, worker, process in jobs.running() if ending else ():
            for each in filter(None, (worker, process)):
                signal_group(each, signal.SIGKILL)
