import json
from pathlib import Path

import pytest

from graph.schema import EDGES, NODES
from tests.api.conftest import Command


@pytest.mark.parametrize("form", ["text", "markdown", "json", "svg", "mermaid"])
def test_every_format_names_every_label_and_type(form: str, command: Command) -> None:
    said = command("schema", "--format", form)
    assert said.code == 0
    assert [name for name in (*NODES, *EDGES) if name not in said.out] == []


def test_json_parses(command: Command) -> None:
    assert set(json.loads(command("schema", "--format", "json").out)) == {"nodes", "edges"}


def test_a_picture_goes_to_a_file(command: Command, tmp_path: Path) -> None:
    assert command("schema", "--format", "svg", "-o", str(tmp_path / "schema.svg")).code == 0
    assert (tmp_path / "schema.svg").read_text().startswith("<svg")
