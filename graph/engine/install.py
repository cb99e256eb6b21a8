"""Gets what the engine needs onto this machine: the jars of the lock, and the ahead-of-time cache."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from graph.engine import aot, download
from graph.engine.home import Home, check_disk
from graph.engine.java import Java
from graph.engine.lock import SHELL_LOCK_FILE, Jar, locked_jars, locked_versions
from graph.engine.mirror import repository_url
from graph.engine.options import EngineOptions
from graph.engine.report import Report
from graph.engine.turn import turn


def install_missing(options: EngineOptions, home: Home, java: Java, report: Report, *, thorough: bool) -> Sequence[Jar]:
    """The jars of the lock, all in place, with the cache that `java` can use.

    `thorough` reads every byte of the jars that are there, and tries a training run again that failed.
    """
    jars = locked_jars()
    with _downloads_turn(options, home, report):
        find = download.damaged_jars if thorough else download.missing_jars
        missing = find(jars, home.jars)
        train = aot.is_wanted(home, java) or (thorough and java.has_aot and not aot.cache_file(home, java).exists())
        needed = sum(jar.size for jar in missing) + (aot.CACHE_BYTES if train else 0)
        if needed:
            check_disk(home.jars, needed, options.reserve_mb * 2**20)
        if missing:
            _fetch(options, home, missing, _ENGINE, report)
        download.remove_strangers((*jars, *locked_jars(SHELL_LOCK_FILE)), home.jars)
        if train:
            aot.train(home, java, jars, report)
    return jars


def install_shell(options: EngineOptions, home: Home, report: Report) -> Sequence[Jar]:
    """The jars of cypher-shell, all in place; most are the engine's too."""
    jars = locked_jars(SHELL_LOCK_FILE)
    with turn(home.downloads, options.lock_seconds, report):
        if missing := download.missing_jars(jars, home.jars):
            check_disk(home.jars, sum(jar.size for jar in missing), options.reserve_mb * 2**20)
            _fetch(options, home, missing, _SHELL, report)
    return jars


_ENGINE = "Neo4j {v.neo4j} (GPL-3.0), Graph Data Science {v.gds} (GPL-3.0) and APOC {v.apoc} (Apache-2.0)"
_SHELL = "cypher-shell {v.neo4j} (GPL-3.0)"


def _fetch(options: EngineOptions, home: Home, missing: Sequence[Jar], what: str, report: Report) -> None:
    url = repository_url(options)
    report.say(f"Getting {what.format(v=locked_versions())} from {download.public(url)}")
    for jar in missing:
        (home.jars / jar.place).unlink(missing_ok=True)
    download.fetch_jars(missing, download.Download(url, home.jars), report)


def _downloads_turn(options: EngineOptions, home: Home, report: Report) -> AbstractContextManager[None]:
    # Shared downloads need a turn of their own; beside the database, the engine's turn covers them.
    shared = home.downloads != home.root
    return turn(home.downloads, options.lock_seconds, report) if shared else nullcontext()
