from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings, settings
from graph.errors import BadInputError


@pytest.fixture(autouse=True)
def read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_a_wrong_setting_is_named_with_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_PORT", "many")
    with pytest.raises(BadInputError, match=r"the setting OSSATLAS_PORT is 'many': .*integer"):
        settings()


def test_a_setting_out_of_bounds_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_HEAP_MB", "1")
    with pytest.raises(BadInputError, match=r"OSSATLAS_HEAP_MB is '1': .*256"):
        settings()


def test_a_pattern_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_TRACES_URL", "nowhere")
    with pytest.raises(BadInputError, match=r"string should match pattern .*\\S"):
        settings()


def test_a_file_called_env_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    (tmp_path / ".env").write_text("NEO4J_URI=bolt://example:7687\nNEO4J_PASSWORD=hidden\n")
    read = settings()
    assert read.neo4j_uri == "bolt://example:7687"
    assert "hidden" not in repr(read)


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_settings_are_read_once() -> None:
    assert settings() is settings()


@pytest.mark.parametrize(
    "allowed", ["'self'", "'none'", "*", "'self' https://blog.example.org https://*.example.com:8443"]
)
def test_who_may_frame_is_taken_as_a_policy_has_it(allowed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_FRAME_ANCESTORS", allowed)
    assert settings().frame_ancestors == allowed


@pytest.mark.parametrize(
    "wrong", ["self", "https://a.example; script-src *", "https://a.example\r\nX: y", "'self'  *", ""]
)
def test_who_may_frame_cannot_end_the_header(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_FRAME_ANCESTORS", wrong)
    with pytest.raises(BadInputError, match="OSSATLAS_FRAME_ANCESTORS"):
        settings()


def test_a_slip_in_a_name_is_named_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSSATLAS_PROT", "9000")
    with pytest.raises(BadInputError, match=r"OSSATLAS_PROT \(environment\) is no setting; did .* 'OSSATLAS_PORT'"):
        settings()
    monkeypatch.delenv("OSSATLAS_PROT")
    (tmp_path / ".env").write_text("OSSATLAS_HOSTS=::1\nSOMETHING_ELSE=1\n")
    with pytest.raises(BadInputError, match=r"OSSATLAS_HOSTS \(\.env\) is no setting"):
        settings()
