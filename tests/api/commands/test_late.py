import typer

from api.commands.late import LateGroup


class Counted(LateGroup):
    """A group that counts how often it is filled."""

    fills = 0

    def fill(self, app: typer.Typer) -> None:
        type(self).fills += 1
        app.command("one-thing")(lambda: None)


def test_a_group_is_filled_at_the_first_look_and_only_then() -> None:
    group = Counted(name="things")
    assert Counted.fills == 0
    assert list(group.commands) == ["one-thing"]
    assert list(group.commands) == ["one-thing"]
    assert Counted.fills == 1


def test_underscores_find_the_command() -> None:
    group = Counted(name="things")
    context = typer.Context(group)
    assert group.get_command(context, "one_thing") is not None
    assert group.get_command(context, "another") is None
