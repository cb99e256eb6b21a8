from typing import get_args

import typer

from api.commands.generated import Option, add_command, option


def test_a_command_hands_over_its_values_by_name_even_by_keywords() -> None:
    seen: list[dict[str, object]] = []
    app = typer.Typer()
    options = [
        option("from", str | None, "since when", metavar="MONTH"),
        option("at_least", int, "n", metavar="N", default=2),
    ]
    add_command(app, "ask", "Ask.", options, lambda values: seen.append(dict(values)))
    app(["--from", "2025-01"], standalone_mode=False)
    assert seen == [{"from": "2025-01", "at_least": 2}]


def test_an_option_is_spelled_with_hyphens() -> None:
    made = option("at_least", int, "n", metavar="N")
    assert isinstance(made, Option)
    _, declared = get_args(made.annotation)
    assert declared.default == "--at-least"
