"""Groups whose commands are made when they are needed: making them all would slow every `--help`."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import typer
from typer.core import TyperGroup

Commands = MutableMapping[str, Any]


class LateGroup(TyperGroup):
    """A group that is filled at the first look into it."""

    _made: Commands | None = None

    def fill(self, app: typer.Typer) -> None:
        """Add the commands to `app`."""
        raise NotImplementedError

    def missing(self, name: str) -> None:
        """Say in the group's own words that there is no command `name`, where it has better ones."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - typer keeps click's types to itself
        """The command `cmd_name`, with hyphens or underscores."""
        found = super().get_command(ctx, cmd_name.replace("_", "-"))
        if found is None and not ctx.resilient_parsing and not cmd_name.startswith("-"):
            self.missing(cmd_name)
        return found

    @property
    def commands(self) -> Commands:
        """The commands by name."""
        if self._made is None:
            app = typer.Typer(rich_markup_mode=None, add_completion=False)
            app.callback()(lambda: None)  # keeps a group of one command a group
            self.fill(app)
            self._made = dict(getattr(typer.main.get_command(app), "commands", {}))
        return self._made

    @commands.setter
    def commands(self, value: Commands) -> None:
        """Take no commands: typer sets those that are there before the first look, and there are none."""
