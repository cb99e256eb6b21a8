from pathlib import Path

import pytest

from api import docs, view_docs
from api.cli import COMMANDS
from api.settings import Settings
from cypher.catalogue import catalogue


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(docs, "FOLDER", tmp_path / "reference")
    monkeypatch.setattr(view_docs, "FOLDER", tmp_path / "views")
    monkeypatch.setattr(view_docs, "DOCS", tmp_path)
    return tmp_path / "reference"


def test_check_fails_until_the_pages_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.main(["--check"]) == 1
    assert "commands.md" in capsys.readouterr().err
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    (folder / "schema.md").write_text("edited by hand")
    assert docs.main(["--check"]) == 1
    assert "out of date: schema.md" in capsys.readouterr().err


def test_every_command_is_documented() -> None:
    page = docs.commands_page()
    assert [name for name in COMMANDS if f"## ossatlas {name}\n" not in page] == []
    assert "## ossatlas engine status" in page


def test_every_query_is_documented_with_its_parameters_and_example() -> None:
    page = docs.queries_page(list(catalogue()))
    for query in catalogue():
        assert f"## {query.name}\n" in page
        assert all(f"| `{param.name}` |" in page for param in query.params)
    assert "ossatlas measure leiden --seed 42" in page


def test_every_setting_is_documented_and_no_folder_of_this_machine() -> None:
    page = docs.settings_page()
    assert [f for f in Settings.model_fields.values() if f"`{f.validation_alias}`" not in page] == []
    assert str(Path.home()) not in page


def test_pages_end_with_one_line_break_and_say_who_made_them() -> None:
    for text in docs.pages().values():
        assert text.startswith("<!-- Made by")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
