from pathlib import Path

import pytest

from graph.engine.mirror import read_mirror, repository_url
from graph.engine.options import EngineOptions
from graph.errors import BadInputError

HEAD = '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors>'
BLOCKER = "<mirror><mirrorOf>external:*</mirrorOf><url>http://0.0.0.0/</url><blocked>true</blocked></mirror>"


def settings(tmp_path: Path, *mirrors: str) -> Path:
    file = tmp_path / "settings.xml"
    file.write_text(f"{HEAD}{''.join(mirrors)}</mirrors></settings>", encoding="utf-8")
    return file


def mirror(of: str, url: str = "https://mirror.example/maven/") -> str:
    return f"<mirror><id>m</id><mirrorOf>{of}</mirrorOf><url> {url} </url></mirror>"


@pytest.mark.parametrize("of", ["central", "*", "external:*", "other, central", "*,!internal"])
def test_a_mirror_of_the_public_repository_is_taken(tmp_path: Path, of: str) -> None:
    assert read_mirror(settings(tmp_path, mirror(of))) == "https://mirror.example/maven/"


@pytest.mark.parametrize("of", ["internal", "*,!central", ""])
def test_a_mirror_of_something_else_is_not(tmp_path: Path, of: str) -> None:
    assert read_mirror(settings(tmp_path, mirror(of))) is None


def test_mavens_own_blocker_is_skipped(tmp_path: Path) -> None:
    assert read_mirror(settings(tmp_path, BLOCKER, mirror("*", "https://second.example"))) == "https://second.example"


def test_settings_without_a_namespace_are_read_as_well(tmp_path: Path) -> None:
    file = tmp_path / "settings.xml"
    file.write_text(f"<settings><mirrors>{mirror('*')}</mirrors></settings>", encoding="utf-8")
    assert read_mirror(file) == "https://mirror.example/maven/"


@pytest.mark.parametrize("text", ["", "<settings>", "no xml"])
def test_settings_that_are_no_xml_are_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match=r"settings\.xml is no readable Maven settings file"):
        read_mirror(file)


def test_the_users_address_comes_before_the_mirror(tmp_path: Path) -> None:
    options = EngineOptions(
        tmp_path, maven_url="https://mine.example/m2/", maven_settings=settings(tmp_path, mirror("*"))
    )
    assert repository_url(options) == "https://mine.example/m2"


def test_the_mirror_comes_before_the_public_default(tmp_path: Path) -> None:
    options = EngineOptions(tmp_path, maven_settings=settings(tmp_path, mirror("*")))
    assert repository_url(options) == "https://mirror.example/maven"


def test_without_either_it_is_mavens_public_default(tmp_path: Path) -> None:
    url = repository_url(EngineOptions(tmp_path, maven_settings=settings(tmp_path)))
    assert url.startswith("https://")
    assert not url.endswith("/")
