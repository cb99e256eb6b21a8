"""Jobs that really run: each a process, worked off by a process."""

import json
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from api.jobs.processes import Process, is_alive, signal_group
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.api.jobs.conftest import ENDLESS, NOTHING, PATH, Office, office_in, wait_until

TABLE = "developer,repo_name,merged_prs\nann,deepseek-ai/DeepEP,3\n"


def heard(web: httpx.Client, job: str, last: str = "") -> list[dict[str, str]]:
    """The events of a job up to its end, those behind the line `last`."""
    with web.stream("GET", f"{PATH}/{job}/events", headers={"last-event-id": last} if last else {}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        packs = "".join(answer.iter_text()).replace("\r\n", "\n").split("\n\n")
    split = [dict(line.partition(": ")[::2] for line in pack.splitlines() if line[0] != ":") for pack in packs if pack]
    return [event for event in split if event]


def processes(office: Office, job: str) -> tuple[Process, Process]:
    """The worker's process and the job's own, once both run."""

    def found() -> tuple[Process, Process] | None:
        for key, worker, process in office.jobs.running():
            if key == job and process:
                return worker, process
        return None

    wait_until(lambda: found() is not None)
    both = found()
    assert both
    return both


def test_a_job_is_done_and_heard_to_its_end_and_from_where_one_left_off(office: Office) -> None:
    job = office.start(NOTHING)
    events = heard(office.web, job)
    lines = [event for event in events if event["event"] == "line"]
    states = [json.loads(event["data"])["state"] for event in events if event["event"] == "state"]
    assert states[-1] == "done"
    assert states in (["done"], ["running", "done"], ["queued", "done"], ["queued", "running", "done"])
    assert lines[0]["data"].startswith("Nothing was loaded yet")
    assert [line["id"] for line in lines] == [str(number) for number in range(1, len(lines) + 1)]
    rest = heard(office.web, job, lines[-1]["id"])
    assert [event["event"] for event in rest] == ["state"]
    told = office.web.get(f"{PATH}/{job}").json()
    assert (told["exit_code"], told["started_at"] <= told["ended_at"]) == (0, True)


def test_a_job_that_fails_says_why(office: Office) -> None:
    job = office.start({"command": "measure", "arguments": ["leiden"]})
    assert office.wait(job, "failed", "done") == "failed"
    assert office.web.get(f"{PATH}/{job}").json()["exit_code"] == 5
    assert any("Neo4j does not answer" in line.text for line in office.jobs.lines(job))


def test_one_job_runs_at_a_time_and_a_cancelled_one_makes_way(office: Office, silent: socket.socket) -> None:
    first, second = office.start(ENDLESS), office.start(NOTHING)
    _, process = processes(office, first)
    call, _ = silent.accept()  # it is at work
    assert (office.state(first), office.state(second)) == ("running", "queued")
    assert office.web.delete(f"{PATH}/{first}").status_code == 202
    assert office.wait(first, "cancelled", "failed", "done") == "cancelled"
    assert not is_alive(process)
    assert office.jobs.find(first).exit_code == 130, "it ended by itself, as after Ctrl-C"
    assert office.jobs.lines(first)[-1].text.endswith("interrupted; what was committed stays: run it again to go on")
    call.close()
    assert office.wait(second, "done", "failed") == "done"


def test_a_job_whose_worker_was_killed_is_lost_and_the_next_one_runs(office: Office) -> None:
    lost = office.start(ENDLESS)
    worker, process = processes(office, lost)
    signal_group(worker, signal.SIGKILL)
    wait_until(lambda: not is_alive(worker))
    assert office.state(lost) == "lost"
    wait_until(lambda: not is_alive(process))
    assert office.wait(office.start(NOTHING), "done", "failed") == "done"
    assert heard(office.web, lost)[-1]["event"] == "state"


def test_what_runs_outlives_the_server(lonely: Path) -> None:
    with office_in(lonely, ending=False) as before:
        running, waiting = before.start(ENDLESS), before.start(NOTHING)
        _, process = processes(before, running)
    with office_in(lonely, "another") as after:
        assert (after.state(running), after.state(waiting), is_alive(process)) == ("running", "queued", True)
        after.web.delete(f"{PATH}/{running}")
        assert after.wait(waiting, "done", "failed") == "done"


def test_a_server_that_starts_has_run_what_waits(lonely: Path) -> None:
    job = Jobs(lonely).add(["refresh", "--list"], "nightly", datetime.now(UTC))
    with office_in(lonely) as office:
        assert office.wait(job.id, "done", "failed") == "done"


def test_a_server_that_only_reads_writes_nothing(lonely: Path) -> None:
    Bureau(Jobs(lonely), lambda: None).wake()
    assert not lonely.exists()


def test_a_table_is_loaded_into_the_graph(
    database: Database, connection: Connection, lonely: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(database)
    for name, value in (("URI", connection.uri), ("USERNAME", connection.username), ("PASSWORD", connection.password)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    file = lonely / "tables" / "contributors.csv"
    file.parent.mkdir(parents=True)
    file.write_text(TABLE)
    arguments = ["tables", str(file), "--source", "my-list", "--period", "2025-01..2025-06"]
    with office_in(lonely) as office:
        job = office.start({"command": "load", "arguments": arguments})
        assert office.wait(job, "done", "failed", seconds=240) == "done", office.jobs.lines(job)
        assert heard(office.web, job)[0]["event"] == "line"
    assert database.read("MATCH (d:Developer {login: 'ann'})-[:CONTRIBUTED_TO]->(r) RETURN r.name").rows == [
        ["deepseek-ai/DeepEP"]
    ]
