"""What an answer rests on: the snapshots of the sources that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from cypher.problem import near
from graph.errors import BadInputError, NotFoundError
from graph.model import Coverage, Props
from graph.node_kinds import DEVELOPER, REPOSITORY, SNAPSHOT
from graph.version import MEASURE

if TYPE_CHECKING:
    from graph.database import Database


CORRECTED = " + "
"""Between a source and `corrections`, where a correction replaced one of its values."""

_RUNS = f"""
MATCH (s:{SNAPSHOT.label} {{source: $source, state: 'complete'}}) WHERE s.dataset IN $needs
RETURN DISTINCT s.dataset AS metric
"""
_SOURCES = f"MATCH (s:{SNAPSHOT.label}) WHERE s.source <> $measure RETURN DISTINCT s.source AS source ORDER BY source"
_SNAPSHOTS = f"""
MATCH (s:{SNAPSHOT.label} {{state: 'complete'}})
WHERE CASE WHEN s.source = $measure THEN s.dataset IN $needs ELSE $sources IS NULL OR s.source IN $sources END
  AND (size($about) = 0 OR NOT s.method IN ['api', 'events', 'git', 'reference']
       OR NOT EXISTS {{ (s)<-[:COVERED_BY|NOT_COVERED_BY]-() }}
       OR EXISTS {{ (s)<-[:COVERED_BY|NOT_COVERED_BY]-(r:Repository) WHERE r.key IN $about }})
  AND ($told IS NULL OR s.key IN $told)
RETURN s.source AS source, s.method AS method, s.dataset AS dataset, s.title AS title, s.address AS address,
       s.as_of AS as_of, s.covers_from AS covers_from, s.covers_to AS covers_to, s.content_hash AS content_hash,
       s.gaps AS gaps, s.key AS key,
       COUNT {{ (s)<-[:COVERED_BY]-() }} + COUNT {{ (s)<-[:NOT_COVERED_BY]-() }} AS told
ORDER BY source, dataset, as_of, content_hash
"""
_OF_THESE = f"""
MATCH (r:{REPOSITORY.label})-[c:COVERED_BY|NOT_COVERED_BY]->(s:{SNAPSHOT.label}) WHERE r.key IN $about
RETURN s.key AS key, min(c.covers_from) AS first, max(c.covers_to) AS last, count(c) AS told
"""
"""What snapshots tell of the repositories that were asked about."""

_TELLING = f"""
MATCH (d:{DEVELOPER.label}) WHERE d.key IN $people
CALL (d) {{
  UNWIND d.snapshots AS mark RETURN mark UNION MATCH (d)-[e]-() UNWIND e.snapshots AS mark RETURN mark
}}
RETURN collect(DISTINCT split(mark, '|')[2]) AS told
"""
"""The snapshots in whose name something is told of these developers; a mark of one ends in its key."""


def check_needs(database: Database, query: str, needs: Sequence[str]) -> None:
    """Nothing, when every metric of `needs` has been run; BadInputError names the command to run, else."""
    if not needs:
        return
    run = {row[0] for row in database.read(_RUNS, {"source": MEASURE, "needs": list(needs)}).rows}
    missing = next((metric for metric in needs if metric not in run), None)
    if missing:
        raise BadInputError(
            f"{query} needs `{missing}`: run `ossatlas measure {missing}` first", hint=f"ossatlas measure {missing}"
        )


def check_source(database: Database, name: object) -> None:
    """Nothing, when the graph has a source called `name` or none is wanted; NotFoundError with near names, else."""
    if not isinstance(name, str):
        return
    known = known_sources(database)
    if name not in known:
        raise NotFoundError(f"there is no source {name!r}; {near(name, known)}", hint="`ossatlas loaded` lists them")


def known_sources(database: Database) -> list[str]:
    """The names of all sources of which something was loaded, in their order."""
    return [str(row[0]) for row in database.read(_SOURCES, {"measure": MEASURE}).rows]


def read_coverage(
    database: Database,
    sources: Iterable[str] | None,
    needs: Sequence[str] = (),
    about: Sequence[str] = (),
    people: Sequence[str] = (),
) -> Coverage:
    """The coverage of an answer that names `sources`; of one that names none, or none that was loaded: all snapshots.

    Snapshots of metrics count where the answer needs the metric. Of sources that are read repository by repository,
    or month by month, those count that tell of the repositories `about` which (keys) was asked, where any was, and the
    months are those of these repositories; a gap of a snapshot that tells of others too says so. Of a question about
    `people` alone, those count that tell of them.
    """
    named = sorted(set(sources)) if sources is not None else None
    told = database.read(_TELLING, {"people": list(people)}).rows[0][0] if people and not about else None
    parameters = {"measure": MEASURE, "needs": list(needs), "sources": named, "about": list(about), "told": told}
    snapshots = database.read(_SNAPSHOTS, parameters).records()
    if named and not snapshots:  # the rows speak of a publication, which a table of ours has passed on
        snapshots = database.read(_SNAPSHOTS, {**parameters, "sources": None}).records()
    if about:
        told_of = {row["key"]: row for row in database.read(_OF_THESE, parameters).records()}
        snapshots = [_of_these(snapshot, told_of.get(snapshot["key"], {})) for snapshot in snapshots]
    known = {str(snapshot["source"]) for snapshot in snapshots}
    return Coverage(
        sources=tuple(sorted(known | set(named or ()))),
        snapshots=tuple(cast("Props", _public(snapshot)) for snapshot in snapshots),
        covers_from=min(_months(snapshots, "covers_from"), default=None),
        covers_to=max(_months(snapshots, "covers_to"), default=None),
        gaps=tuple(dict.fromkeys(gap for snapshot in snapshots for gap in _texts(snapshot["gaps"]))),
    )


def _of_these(snapshot: Mapping[str, object], told: Mapping[str, object]) -> dict[str, object]:
    """A snapshot with the months of the repositories that were asked about, where it tells by repository at all."""
    if not snapshot["told"]:
        return dict(snapshot)
    gaps = snapshot["gaps"] if isinstance(snapshot["gaps"], list) else []
    of_others = snapshot["told"] != told.get("told")
    return {
        **snapshot,
        "covers_from": told.get("first"),
        "covers_to": told.get("last"),
        "gaps": [f"{snapshot['source']} as a whole: {gap}" for gap in gaps] if of_others else gaps,
    }


def _public(snapshot: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in snapshot.items() if name not in ("key", "told")}


def sources_in(maps: Iterable[Mapping[str, object]]) -> set[str] | None:
    """The sources that `maps` name under `source` or `sources`; None when none of them has such a name."""
    found: set[str] = set()
    for named in maps:
        found.update(_texts(named.get("source")), _texts(named.get("sources")))
    return found or None


def _months(snapshots: Sequence[Mapping[str, object]], name: str) -> list[str]:
    return [value for snapshot in snapshots if isinstance(value := snapshot[name], str)]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split(CORRECTED)
    return [part for item in value for part in _texts(item)] if isinstance(value, list | tuple) else []
