"""`ossatlas snapshot …`: the whole graph as a file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption, YesOption

if TYPE_CHECKING:
    from api.answer import Answer
    from graph.backup.folder import Listed
    from graph.backup.save import Saved

ABOUT = """The whole graph as one file: save it, restore it into any Neo4j, list what was saved.

\b
Examples:
  ossatlas snapshot save
  ossatlas snapshot restore 2025-08-10-0123456789abcdef
"""
WHOLE = "whole"

app = typer.Typer(name="snapshot", help=ABOUT, no_args_is_help=True, rich_markup_mode=None)


@app.command()
def save(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to; a file in `snapshots` of the data folder when absent."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Save the graph with all that was loaded, measured and forgotten; loads wait meanwhile.

    Examples:
      ossatlas snapshot save
      ossatlas snapshot save --output atlas.zip

    """
    from datetime import UTC, datetime  # noqa: PLC0415 - only here
    from importlib.metadata import version  # noqa: PLC0415 - slow to import

    from api.console import counted  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.backup.folder import named  # noqa: PLC0415 - slow to import
    from graph.backup.save import Maker  # noqa: PLC0415 - slow to import
    from graph.backup.save import save as save_graph  # noqa: PLC0415 - slow to import
    from graph.version import data_version  # noqa: PLC0415 - slow to import

    now = datetime.now(UTC).replace(microsecond=0)
    with opened() as database:
        target = output or named(_folder(), now.date(), data_version(database))
        with counted("saving") as report:
            done = save_graph(database, target, Maker(version("ossatlas"), now), force=force, report=report)
    _tell(done, target)


@app.command()
def restore(
    snapshot: Annotated[str, typer.Argument(metavar="NAME|FILE", help="Which one, as `snapshot list` names it.")],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Empty the graph first; asks before.")] = False,
    yes: YesOption = False,
) -> None:
    """Restore a snapshot into an empty graph; one that was interrupted goes on where it stopped.

    Who asked to be forgotten stays forgotten.

    Examples:
      ossatlas snapshot restore 2025-08-10-0123456789abcdef
      ossatlas snapshot restore atlas.zip --replace --yes

    """
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.consent import ask_first  # noqa: PLC0415 - slow to import
    from api.console import counted  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.backup import container  # noqa: PLC0415 - slow to import
    from graph.backup.folder import found  # noqa: PLC0415 - slow to import
    from graph.backup.restore import restore as restore_graph  # noqa: PLC0415 - slow to import

    file = found(_folder(), snapshot)
    with container.opened(file) as there:  # a wrong file is told before Neo4j is started
        saved_at = there.manifest.saved_at
    with opened() as database:
        if replace:
            ask_first(f"Empty the graph at {database.connection.uri}, and restore what was saved {saved_at}?", yes=yes)
        with counted("restoring") as report:
            done = restore_graph(database, file, replace=replace, report=report)
    how = "in the graph already:" if done.already else "restored"
    typer.echo(f"{how} {_contents(done.manifest.nodes, done.manifest.edges)}, saved {saved_at}")
    if done.left_out:
        people = "1 developer" if done.left_out == 1 else f"{done.left_out} developers"
        warn(f"left out, for they asked to be forgotten: {people}, with all edges")


@app.command(name="list")
def list_snapshots(form: FormatOption = FormatChoice.table, output: OutputOption = None) -> None:
    """List the snapshots of the data folder: when, how large, what is in them, whether they are whole.

    Example:
      ossatlas snapshot list

    """
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from graph.backup.folder import listed  # noqa: PLC0415 - slow to import

    hand_over(_answer(list(listed(_folder()))), form, output)


def _answer(found: list[Listed]) -> Answer:
    from api.answer import Answer  # noqa: PLC0415 - slow to import
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("name", "str", "what `snapshot restore` takes"),
        Column("saved_at", "str", "when it was saved, UTC"),
        Column("bytes", "int", "size of the file"),
        Column("nodes", "int", "nodes in it"),
        Column("edges", "int", "edges in it"),
        Column("data_version", "str", "what stands for all that was loaded, measured and forgotten"),
        Column("state", "str", "whole, by its sizes, or what is wrong"),
    )
    return Answer("snapshot list", "", Table(columns, [_row(each) for each in found]))


def _row(found: Listed) -> tuple[object, ...]:
    if (told := found.manifest) is None:
        return (found.path.stem, None, found.bytes, None, None, None, found.wrong)
    nodes, edges = sum(told.nodes.values()), sum(told.edges.values())
    return (found.path.stem, told.saved_at.isoformat(), found.bytes, nodes, edges, told.data_version, WHOLE)


def _tell(done: Saved, target: Path) -> None:
    from api.complaint import warn  # noqa: PLC0415 - slow to import

    told, (nodes, edges) = done.manifest, done.left_out
    typer.echo(f"saved {_contents(told.nodes, told.edges)} to {target}")
    if nodes or edges:
        warn(f"left out, for they are not of ossatlas's schema: {nodes} nodes and {edges} edges")
    for load in told.unfinished:
        warn(f"{load} is in it as far as it was loaded; loading the same again goes on from there")


def _contents(nodes: dict[str, int], edges: dict[str, int]) -> str:
    return f"{sum(nodes.values()):,} nodes and {sum(edges.values()):,} edges"


def _folder() -> Path:
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from graph.backup.folder import place  # noqa: PLC0415 - slow to import

    return place(settings().data_dir)
