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
