from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.jobs.store import LONGEST_LINE, MOST_KEPT, MOST_LINES, Jobs
from graph.errors import NotFoundError

NOW = datetime(2026, 5, 1, tzinfo=UTC)
WORKER = (1, 0.5)


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path)


def test_jobs_are_taken_in_the_order_in_which_they_came_and_each_once(jobs: Jobs) -> None:
    first, second = (jobs.add(["refresh"], "ann", NOW) for _ in range(2))
    taken = [jobs.take(WORKER, NOW) for _ in range(3)]
    assert [job and (job.id, job.state) for job in taken] == [(first.id, "running"), (second.id, "running"), None]
    assert [job.id for job in jobs.all()] == [second.id, first.id]


def test_a_job_that_is_over_stays_as_it_is(jobs: Jobs) -> None:
    job = jobs.add(["refresh"], "ann", NOW)
    jobs.take(WORKER, NOW)
    jobs.end(job.id, "lost", None, NOW)
    jobs.end(job.id, "done", 0, NOW)
    assert (jobs.cancel(job.id, NOW).state, jobs.find(job.id).exit_code) == ("lost", None)


def test_what_a_job_says_is_kept_in_order_up_to_an_end(jobs: Jobs) -> None:
    job = jobs.add(["refresh"], "ann", NOW)
    jobs.say(job.id, ["one", "x" * 2 * LONGEST_LINE], NOW)
    jobs.say(job.id, ["more"] * MOST_LINES, NOW)
    lines = jobs.lines(job.id)
    assert (len(lines), lines[0].text, len(lines[1].text)) == (MOST_LINES, "one", LONGEST_LINE)
    assert [line.number for line in jobs.lines(job.id, MOST_LINES - 2)] == [MOST_LINES - 1, MOST_LINES]


def test_old_jobs_are_forgotten_with_what_they_said_and_running_ones_are_not(jobs: Jobs) -> None:
    running = jobs.add(["refresh"], "ann", NOW)
    jobs.take(WORKER, NOW)
    old = jobs.add(["refresh"], "ann", NOW)
    jobs.say(old.id, ["said"], NOW)
    jobs.cancel(old.id, NOW)
    for _ in range(MOST_KEPT):
        jobs.cancel(jobs.add(["refresh"], "ann", NOW).id, NOW)
    assert jobs.find(running.id).state == "running"
    assert jobs.lines(old.id) == []
    with pytest.raises(NotFoundError):
        jobs.find(old.id)
