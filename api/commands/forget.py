"""`ossatlas forget`: remove a person for good."""

from __future__ import annotations

from typing import Annotated

import typer

from api.choices import YesOption
from api.consent import ask_first


def forget(
    login: Annotated[str, typer.Argument(help="The developer's login, at present or before.")],
    *,
    yes: YesOption = False,
) -> None:
    """Remove a developer under every name, and keep later loads from bringing them back.

    Example:
      ossatlas forget somebody

    """
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from graph.backup.folder import files, place  # noqa: PLC0415 - slow to import
    from graph.forget import forget as remove  # noqa: PLC0415 - slow to import

    ask_first(f"Remove {login} for good, from later loads too?", yes=yes)
    with opened() as database:
        barred = remove(database, login)
    names = "1 name or id is" if barred == 1 else f"{barred} names and ids are"
    typer.echo(f"forgot {login}; {names} barred from later loads")
    if older := files(place(settings().data_dir)):
        saved = "1 snapshot was" if len(older) == 1 else f"{len(older)} snapshots were"
        warn(f"{saved} saved before, in {older[0].parent}; delete what still holds {login}")
