"""The command line: its commands, and the one place where failures become sentences and exit codes."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.commands.aggregate import aggregate
from api.commands.candidates import candidates
from api.commands.config import app as config
from api.commands.coverage import coverage
from api.commands.cypher import cypher
from api.commands.demo import demo
from api.commands.doctor import doctor
from api.commands.engine import app as engine
from api.commands.forget import forget
from api.commands.graph_hash import graph_hash
from api.commands.identities import identities
from api.commands.load import load
from api.commands.loaded import loaded
from api.commands.mcp import mcp
from api.commands.measure import measure
from api.commands.queries import queries
from api.commands.query import query
from api.commands.refresh import refresh
from api.commands.reproduce import reproduce
from api.commands.reset import reset
from api.commands.schema import schema
from api.commands.serve import serve
from api.commands.shell import shell
from api.commands.snapshot import app as snapshot
from api.commands.token import app as token
from api.commands.unload import unload
from api.complaint import complain, explain_usage
from graph.errors import NO_ROOM, AtlasError, StorageError

DEBUG = "--debug"
INTERRUPTED = 130
DEFECT = 1
ABOUT = """Who works on what in open source, what belongs together, and why: a graph in Neo4j and its answers.

Examples:
  ossatlas demo
  ossatlas query shared-developers --repositories deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
  ossatlas serve --open
"""


class InOrder(TyperGroup):
    """The commands in the order in which a newcomer meets them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's own
        """The names of all commands."""
        return list(COMMANDS)


app = typer.Typer(
    name="ossatlas",
    cls=InOrder,
    no_args_is_help=True,
    # Rich help takes half a second to draw on a small machine; plain help a seventh of one.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110},
)
COMMANDS: dict[str, Callable[..., None] | typer.Typer] = {
    "demo": demo,
    "serve": serve,
    "mcp": mcp,
    "engine": engine,
    "doctor": doctor,
    "config": config,
    "query": query,
    "queries": queries,
    "load": load,
    "refresh": refresh,
    "aggregate": aggregate,
    "measure": measure,
    "reproduce": reproduce,
    "candidates": candidates,
    "identities": identities,
    "coverage": coverage,
    "loaded": loaded,
    "snapshot": snapshot,
    "token": token,
    "schema": schema,
    "cypher": cypher,
    "shell": shell,
    "unload": unload,
    "forget": forget,
    "graph-hash": graph_hash,
    "reset": reset,
}


def helped(text: str | None) -> str:
    """A docstring as help: examples keep their lines (a lone backspace tells click so)."""
    return inspect.cleandoc(text or "").replace("\n\nExample", "\n\n\b\nExample")


def add(name: str, command: Callable[..., None] | typer.Typer) -> None:
    """Add a command, or a group of commands, to the application."""
    if not isinstance(command, typer.Typer):
        app.command(name, help=helped(command.__doc__))(command)
        return
    for each in command.registered_commands:
        each.help = each.help or helped(each.callback.__doc__ if each.callback else "")
    about = command.registered_callback and command.registered_callback.callback
    app.add_typer(command, name=name, help=helped(about.__doc__) if about else command.info.help)


for _name, _command in COMMANDS.items():
    add(_name, _command)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands it over by place
    """Print the version and end, where it is wanted."""
    if wanted:
        from importlib.metadata import version as installed  # noqa: PLC0415 - slow, and rarely asked

        typer.echo(f"ossatlas {installed('ossatlas')}")
        raise typer.Exit


@app.callback(help=helped(ABOUT))
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=print_version)
    ] = False,
    debug: Annotated[bool, typer.Option(DEBUG, help="Show the traceback of an unexpected failure.")] = False,
) -> None:
    """Take the options of the whole program."""


def main() -> None:
    """Run the command that was typed, and end the process with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Exit code of one command line; what went wrong is said in a sentence on the error output."""
    given = [argument for argument in arguments if argument != DEBUG]
    try:
        return _ran([*given, "--help"] if _asks_nothing(given) else given)
    except (KeyboardInterrupt, typer.Abort):
        complain("interrupted; what was committed stays: run it again to go on")
        return INTERRUPTED
    except AtlasError as error:
        complain(str(error), error.hint)
        return error.exit_code
    except typer.TyperException as error:
        complain(*explain_usage(error))
        return error.exit_code
    except BrokenPipeError:
        return _without_reader()
    except Exception as error:  # the last door: nobody should meet a traceback unasked
        return _defect(error, wanted=DEBUG in arguments)


def _asks_nothing(given: Sequence[str]) -> bool:
    """Whether only a group of commands, or nothing at all, was typed."""
    return not given or (len(given) == 1 and isinstance(COMMANDS.get(given[0]), typer.Typer))


def _ran(arguments: list[str]) -> int:
    code = app(args=arguments, prog_name="ossatlas", standalone_mode=False)
    if code == INTERRUPTED:  # typer makes one of an interrupt, and says nothing
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _without_reader() -> int:
    """Exit code after the reader of our output left (`ossatlas … | head`): nothing more may be written there."""
    sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: PTH123, SIM115 - lives until the process ends
    return 0


def _defect(error: Exception, *, wanted: bool) -> int:
    if isinstance(error, OSError) and error.errno in NO_ROOM:  # no defect of ours, wherever it shows
        complain("the disk is full", "free some space and run again; what was committed stays")
        return StorageError.exit_code
    if wanted or _debug_is_set():
        import traceback  # noqa: PLC0415 - rarely needed

        traceback.print_exception(error)
    complain(
        f"unexpected {type(error).__name__}: {str(error).strip() or 'no words'}",
        "this is a defect of ossatlas; run again with --debug and report what it prints",
    )
    return DEFECT


def _debug_is_set() -> bool:
    from api.settings import settings  # noqa: PLC0415 - slow to import

    try:
        return settings().debug
    except AtlasError:
        return False
