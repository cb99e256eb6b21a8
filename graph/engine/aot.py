"""The ahead-of-time cache of Java 25: made by one training run at install, it halves the time of every start."""

from __future__ import annotations

import hashlib
import platform
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.connection import Connection
from graph.engine.bolt import run_all
from graph.engine.home import Home, make_folders, new_password, write_configuration
from graph.engine.java import Java
from graph.engine.lock import Jar, lock_hash
from graph.engine.memory import Memory
from graph.engine.port import choose_port
from graph.engine.process import Launch, detach, end, find_process, set_initial_password, spawn, wait_until_listening
from graph.engine.report import Report
from graph.errors import GraphUnavailableError

QUIET = ("-Xlog:aot*=off", "-Xlog:cds*=off")
CACHE_BYTES = 200 * 2**20
WRITE_SECONDS = 240.0
MEMORY = Memory(heap_mb=512, page_cache_mb=128)
WORKLOAD = (
    "CREATE CONSTRAINT IF NOT EXISTS FOR (n:T) REQUIRE n.id IS UNIQUE",
    "UNWIND range(0, 999) AS i MERGE (n:T {id: i}) SET n.v = i * 0.5",
    "UNWIND range(0, 2999) AS i MATCH (a:T {id: i % 1000}), (b:T {id: i * 7 % 1000}) MERGE (a)-[:R {w: 1.0}]->(b)",
    "CALL gds.graph.project('t', 'T', {R: {orientation: 'UNDIRECTED', properties: 'w'}}) YIELD nodeCount AS n RETURN n",
    "CALL gds.pageRank.stream('t') YIELD nodeId, score RETURN count(*), max(score)",
    "CALL gds.leiden.stream('t', {concurrency: 1, randomSeed: 1}) YIELD communityId RETURN count(DISTINCT communityId)",
    "CALL gds.graph.drop('t') YIELD graphName RETURN graphName",
    "MATCH (a:T)-[:R]->(b:T) WITH a, count(b) AS n, collect(b.id) AS ids RETURN a.id, n, ids ORDER BY n DESC LIMIT 20",
    "MATCH p = shortestPath((:T {id: 1})-[:R*..9]-(:T {id: 500})) RETURN length(p)",
    "RETURN apoc.version(), gds.version()",
)


def cache_file(home: Home, java: Java) -> Path:
    """The cache for this lock, Java, machine and place of the jars; it may not be there."""
    made_for = f"{lock_hash()} {java.version} {platform.machine()} {home.jars}"
    return home.aot / f"engine-{hashlib.sha256(made_for.encode()).hexdigest()[:16]}.aot"


def start_flags(home: Home, java: Java) -> tuple[str, ...]:
    """Java's options that use the cache; none when there is no cache."""
    file = cache_file(home, java)
    return (f"-XX:AOTCache={file}", *QUIET) if java.has_aot and file.exists() else ()


def is_wanted(home: Home, java: Java) -> bool:
    """Whether a training run is due: Java can use a cache, there is none, and no earlier run failed."""
    file = cache_file(home, java)
    return java.has_aot and not file.exists() and not _failed(file).exists()


def train(home: Home, java: Java, jars: Sequence[Jar], report: Report) -> None:
    """Make the cache: start an engine on an empty home of its own, let it work a little, end it.

    A failed run is remembered, so that starts do without the cache and do not try again; `install` does.
    """
    file = cache_file(home, java)
    _clear(home, keep=file)
    report.say("Preparing fast starts, once (about half a minute)")
    with tempfile.TemporaryDirectory(dir=home.aot, prefix="training-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / file.name
        try:
            _run(Home(Path(folder), home.downloads), java, jars, made)
            made.replace(file)
        except (GraphUnavailableError, OSError) as error:
            _failed(file).touch()
            report.say(f"Starts will take a few seconds longer: {error}")


def _run(home: Home, java: Java, jars: Sequence[Jar], made: Path) -> None:
    make_folders(home)
    port = choose_port(None, None)
    write_configuration(home, port, MEMORY)
    launch = Launch(java, home, jars, MEMORY)
    password = new_password(home)
    set_initial_password(launch, password)
    popen = spawn(replace(launch, extra=(f"-XX:AOTCacheOutput={made}", *QUIET)))
    process = find_process(home, popen.pid)
    detach(popen)
    if process is None:
        raise GraphUnavailableError("the training run did not start")
    try:
        if wait_until_listening(process, port):
            run_all(Connection(f"bolt://127.0.0.1:{port}", "neo4j", password, embedded=True), WORKLOAD)
    except BaseException:  # an interrupt as well: no cache is worth waiting for now
        process.kill()
        raise
    end(process, WRITE_SECONDS)  # the cache is written while Java ends
    if not made.exists():
        raise GraphUnavailableError("the training run wrote no cache")


def _clear(home: Home, keep: Path) -> None:
    """Delete caches of other locks and Javas, and what training runs left that were killed, their engines too."""
    for path in home.aot.iterdir():
        if path.is_dir():
            if process := find_process(Home(path, home.downloads), None):
                end(process, 0)
            shutil.rmtree(path, ignore_errors=True)
        elif path != keep:
            path.unlink(missing_ok=True)


def _failed(file: Path) -> Path:
    return file.with_suffix(".failed")
