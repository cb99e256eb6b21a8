"""An engine with one snapshot in it and nothing besides, for those who answer strangers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.backup.container import opened
from graph.backup.restore import restore
from graph.backup.save import Report
from graph.connection import Connection
from graph.database import Database
from graph.engine import report as engine
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.schema import FORGOTTEN_LABEL

_LEAVE_OUT = f"MATCH (f:{FORGOTTEN_LABEL}) DELETE f"
"""Nothing is loaded here, so nobody has to be kept out; and who knows a login could ask whether it is on that list."""


def filled(options: EngineOptions, file: Path, said: engine.Report, report: Report | None = None) -> Connection:
    """Connection to the engine of `options`, confined as they say, with the graph of the snapshot `file`.

    What the engine had before is deleted where it is anything else. Killed meanwhile, it is filled anew.
    """
    with opened(file) as snapshot:
        wanted = snapshot.manifest.graph_hash
    held = server.paths(options).root / "filled-with"
    if held.exists() and held.read_text(encoding="utf-8") == wanted:
        return server.start(options, said)
    own = replace(options, confined=None)  # to be filled, it has to be written to
    server.remove(own, said)
    with Database(server.start(own, said)) as database:
        restore(database, file, report=report)
        database.write(_LEAVE_OUT)
    held.write_text(wanted, encoding="utf-8")
    return server.start(options, said)
