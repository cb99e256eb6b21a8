"""Neo4j's own cypher-shell on the Neo4j in use: a process of its own, on the terminal of ours."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.engine.home import Home, make_folders
from graph.engine.install import install_shell
from graph.engine.java import find_java
from graph.engine.process import SMALL, class_path, quiet

if TYPE_CHECKING:
    from graph.connection import Connection
    from graph.engine.options import EngineOptions
    from graph.engine.report import Report

MAIN = "org.neo4j.shell.Main"


def run_shell(connection: Connection, arguments: Sequence[str], options: EngineOptions, report: Report) -> int:
    """Exit code of the shell, installed where needed; input, output and interrupts are those of our terminal."""
    home = Home.of(options)
    make_folders(home)
    java = find_java(options.java_home)
    path = class_path(home, install_shell(options, home, report))
    command = [str(java.executable), *SMALL, "-Dfile.encoding=UTF-8", *quiet(java), "-cp", path, MAIN, *arguments]
    with subprocess.Popen(command, env=environment(connection)) as shell:  # noqa: S603 - our own command line
        return _ended(shell)


def environment(connection: Connection) -> Mapping[str, str]:
    """Ours, and how the shell reaches the Neo4j: the process list shows arguments to everybody, and no environment."""
    ours = os.environ  # noqa: TID251 - handed on to a child, nothing is read from it
    told = {
        "NEO4J_ADDRESS": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
        "NEO4J_DATABASE": connection.database,
    }
    return {name: value for name, value in ours.items() if name != "NEO4J_URI"} | told


def _ended(shell: subprocess.Popen[bytes]) -> int:
    """Its exit code. An interrupt is the shell's, which the terminal tells as well: it drops a line and goes on."""
    while True:
        try:
            return shell.wait()
        except KeyboardInterrupt:
            continue
