"""`ossatlas token …`: who may use the API for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption

if TYPE_CHECKING:
    from api.access.tokens import Tokens
    from api.answer import Answer

ABOUT = """Tokens for the HTTP API: make one, list them, revoke one.

\b
Examples:
  ossatlas token create --name nightly --scope jobs
  ossatlas token revoke nightly
"""

app = typer.Typer(name="token", help=ABOUT, no_args_is_help=True, rich_markup_mode=None)


@app.command()
def create(
    *,
    name: Annotated[str, typer.Option("--name", help="Whose it is, or what for.")],
    scope: Annotated[
        list[str], typer.Option("--scope", help="What it may: read, cypher, jobs, corrections; may be repeated.")
    ],
    days: Annotated[int, typer.Option("--days", min=1, max=3650, help="Days until it expires.")] = 90,
) -> None:
    """Make a token and print it, this once: only its hash is kept, beside the graph.

    Examples:
      ossatlas token create --name nightly --scope jobs --days 30
      ossatlas token create --name console --scope read --scope cypher

    """
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    from api.complaint import warn  # noqa: PLC0415 - slow to import

    made = _tokens().create(name, scope, days, datetime.now(UTC))
    warn("Keep it where nobody else reads it; it is not shown again. Send it as `Authorization: Bearer …`.")
    typer.echo(made)


@app.command(name="list")
def list_tokens(form: FormatOption = FormatChoice.table, output: OutputOption = None) -> None:
    """List the tokens: whose, for what, until when, and whether they are valid.

    Example:
      ossatlas token list

    """
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import

    hand_over(_answer(_tokens()), form, output)


@app.command()
def revoke(
    named: Annotated[str, typer.Argument(metavar="NAME|ID", help="Which one, as `token list` names it.")],
) -> None:
    """Take a token back: from now on it is worth nothing.

    Example:
      ossatlas token revoke nightly

    """
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    typer.echo(f"revoked {_tokens().revoke(named, datetime.now(UTC)).name}")


def _tokens() -> Tokens:
    from api.access.tokens import Tokens  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    return Tokens(settings().data_dir)


def _answer(tokens: Tokens) -> Answer:
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    from api.answer import Answer  # noqa: PLC0415 - slow to import
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("name", "str", "whose it is, or what for"),
        Column("id", "str", "the part of it that is no secret"),
        Column("scopes", "str", "what it may"),
        Column("created_at", "str", "when it was made, UTC"),
        Column("expires_at", "str", "when it expires, UTC"),
        Column("state", "str", "valid, expired or revoked"),
    )
    now = datetime.now(UTC)
    rows = [
        (each.name, each.id, " ".join(each.scopes), each.created_at, each.expires_at, each.state(now))
        for each in tokens.all()
    ]
    return Answer("token list", "", Table(columns, rows))
