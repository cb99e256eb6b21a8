"""The reference pages in `docs/reference` and those of views, made from commands, catalogue, schema and settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from api.cli import app
from api.complaint import complain
from api.example_answers import Beginning, as_lines, kept
from api.schema_pages.markdown import as_markdown
from api.settings import Settings
from api.view_docs import view_pages
from cypher.catalogue import catalogue
from cypher.query import Query

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Made by `make docs`; do not edit. -->\n"
WIDTH = 100
GENERATED = {"query", "measure"}
"""Groups whose commands are the catalogue's, which has a page of its own; others in them are told as all are."""


def main(arguments: list[str]) -> int:
    """Write the pages; with `--check` only tell, by exit code 1, that some are out of date."""
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        if stale:
            names = ", ".join(path.name for path in stale)
            complain(f"docs are out of date: {names}", "run `make docs` and read the difference")
        return 1 if stale else 0
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    typer.echo(f"{len(stale)} of {len(pages())} pages written anew")
    return 0


def pages() -> dict[Path, str]:
    """Every reference page with its text."""
    texts = {
        "commands": commands_page(),
        "queries": queries_page(list(catalogue())),
        "schema": as_markdown(),
        "settings": settings_page(),
    }
    found = {FOLDER / f"{name}.md": text for name, text in texts.items()} | view_pages(list(catalogue()), kept())
    return {path: f"{MADE}\n{text.rstrip()}\n" for path, text in found.items()}


def commands_page() -> str:
    """The help of every command."""
    root = typer.main.get_command(app)
    lines = ["# Commands", "", "What `--help` prints. [Queries](queries.md) have a page of their own.", ""]
    return "\n".join([*lines, *_helps(root, "ossatlas", None)])


def _helps(command: Any, name: str, parent: Any) -> Iterator[str]:  # noqa: ANN401 - typer keeps click's types to itself
    context = command.context_class(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield from (f"## {context.command_path}", "", "```text", text, "```", "")
    catalogued = {query.name for query in catalogue()} if name in GENERATED else set()
    for each, child in getattr(command, "commands", {}).items():
        if each not in catalogued:
            yield from _helps(child, each, context)


def queries_page(found: list[Query]) -> str:
    """Every query: what it answers, its parameters, columns, and examples."""
    lines = ["# Queries", "", "Each is a command, an address under `/api/v1/queries/`, and a page.", ""]
    answers = kept()
    for query in sorted(found, key=lambda each: (each.family, each.name)):
        lines += _query(query, answers.get(query.name))
    return "\n".join(lines)


def _query(query: Query, answer: Beginning | None) -> list[str]:
    asked = "measure" if query.kind == "metric" else "query"
    examples = [query.command(example).replace("ossatlas query", f"ossatlas {asked}", 1) for example in query.examples]
    needs = [f"Needs the measures {', '.join(query.needs)}.", ""] if query.needs else []
    lines = [f"## {query.name}", "", f"{query.title} ({query.kind}, {query.family}).", "", query.about, "", *needs]
    return [*lines, "```sh", *examples, "```", "", *_parameters(query), *_columns(query), *as_lines(answer)]


def _parameters(query: Query) -> list[str]:
    if not query.params:
        return []
    rows = [
        [f"`{p.name}`", str(p.type), _default(p.default, required=p.required), p.bounds, p.about] for p in query.params
    ]
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return ["| parameter | type | default | bounds | meaning |", "|---|---|---|---|---|", *lines, ""]


def _default(value: object, *, required: bool) -> str:
    if required:
        return "required"
    return ",".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value).lower()


def _columns(query: Query) -> list[str]:
    if not query.returns:
        return []
    rows = [f"| `{column.name}` | {_cell(column.type)} | {_cell(column.about)} |" for column in query.returns]
    return ["| column | type | meaning |", "|---|---|---|", *rows, ""]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def settings_page() -> str:
    """Every setting with its default and meaning."""
    rows = [
        f"| `{field.validation_alias}` | {_setting(field)} | {_cell(field.description or '')} |"
        for field in Settings.model_fields.values()
    ]
    head = ["# Settings", "", "From the environment, or from a file `.env` where the command runs.", ""]
    return "\n".join([*head, "| setting | default | meaning |", "|---|---|---|", *rows])


def _setting(field: Any) -> str:  # noqa: ANN401 - pydantic's own
    if field.default_factory is not None:
        return "the user's data folder"
    hidden = field.default is None or type(field.default).__name__ == "SecretStr"
    return "" if hidden else f"`{str(field.default).lower()}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
