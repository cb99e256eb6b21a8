"""Bad arguments and bad answers: each leads to one clear sentence that names the value and what would be valid."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import AtlasError, BadInputError, StorageError
from ingest.sources.github.plan import plan
from tests.ingest.sources.github.reading import TOKEN, Reading, Room, is_one_sentence
from tests.ingest.sources.github.server import faults
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.world import MAIN

GOOD = {"named": [MAIN], "since": None, "until": None, "depth": "seeds", "what": ()}
ARGUMENTS: dict[str, tuple[Mapping[str, object], str]] = {
    "nothing named": ({"named": []}, "owner/name"),
    "an empty name": ({"named": [""]}, "owner/name"),
    "spaces alone": ({"named": ["   "]}, "owner/name"),
    "no owner": ({"named": ["/engine"]}, "/engine"),
    "three parts": ({"named": ["acme/engine/issues"]}, "acme/engine/issues"),
    "a space inside": ({"named": ["acme/the engine"]}, "acme/the engine"),
    "two at signs": ({"named": ["@@dev"]}, "@@dev"),
    "an at sign alone": ({"named": ["@"]}, "@"),
    "another host": ({"named": ["https://gitlab.com/acme/engine"]}, "gitlab.com"),
    "an address by ssh": ({"named": ["git@github.com:acme/engine.git"]}, "git@github.com"),
    "a way out of the path": ({"named": ["../../etc/passwd"]}, "../../etc"),
    "dots for a name": ({"named": ["acme/.."]}, "acme/.."),
    "a question mark": ({"named": ["acme/engine?page=2"]}, "engine?page=2"),
    "a line break": ({"named": ["acme/eng\nine"]}, "acme"),
    "Chinese letters": ({"named": ["阿里/引擎"]}, "阿里"),
    "a minus in front": ({"named": ["-acme/engine"]}, "-acme"),
    "a login too long": ({"named": ["a" * 60]}, "aaa"),
    "a name too long": ({"named": ["acme/" + "a" * 101]}, "aaa"),
    "a page of text": ({"named": ["x" * 5000]}, "xxx"),
    "one bad among good": ({"named": [MAIN, "not a name"]}, "not a name"),
    "a month in words": ({"since": "February"}, "February"),
    "a thirteenth month": ({"since": "2025-13"}, "2025-13"),
    "a thirtieth of February": ({"since": "2025-02-30"}, "2025-02-30"),
    "month zero": ({"until": "2025-00"}, "2025-00"),
    "a time": ({"since": "2025-02-01T10:00:00Z"}, "2025-02-01T10"),
    "a year alone": ({"until": "2025"}, "2025"),
    "slashes": ({"since": "2025/02/01"}, "2025/02/01"),
    "digits of another script": ({"since": "\uff12025-02"}, "025-02"),
    "before there was a GitHub": ({"since": "1999-01-01"}, "1999"),
    "since after until": ({"since": "2025-03", "until": "2025-02"}, "after until"),
    "an unknown depth": ({"depth": "all"}, "seeds or neighbours"),
    "an unknown part": ({"what": ("issues", "wiki")}, "wiki"),
    "a part in capitals": ({"what": ("Issues",)}, "Issues"),
    "an empty part": ({"what": ("",)}, "''"),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_that_cannot_be_taken_are_named(name: str) -> None:
    changed, said = ARGUMENTS[name]
    values = {**GOOD, **changed}
    with pytest.raises(BadInputError) as caught:
        plan(
            values["named"], values["since"], values["until"], values["depth"], values["what"], wait=False  # type: ignore[arg-type] # that is what is tried
        )  # fmt: skip
    assert said in str(caught.value)
    assert is_one_sentence(caught.value), str(caught.value)


def test_bad_arguments_are_told_before_the_first_call(quick: GitHub, tmp_path: Path) -> None:
    for changed, _ in ARGUMENTS.values():
        named = changed.get("named", GOOD["named"])
        assert isinstance(named, list)
        if "what" not in changed and "depth" not in changed:
            options = {name: str(changed[name]) for name in ("since", "until") if name in changed}
            assert isinstance(Room(quick, tmp_path / "sources").attempt(*(named or [""]), **options), BadInputError)
    assert quick.calls == []


TOKENS = {
    "a line break": f"{TOKEN}\n{TOKEN}",
    "a space": f"{TOKEN} x",
    "no ASCII": "ghp_密码",
    "control": "ghp_\x07abc",
}


@pytest.mark.parametrize("name", TOKENS)
def test_a_token_that_cannot_be_one_is_told_without_being_shown(quick: GitHub, tmp_path: Path, name: str) -> None:
    ended = Room(quick, tmp_path / "sources", TOKENS[name]).attempt()
    assert isinstance(ended, BadInputError)
    assert "token" in str(ended)
    assert is_one_sentence(ended)
    assert quick.calls == []


ADDRESSES = ["", "not an address", "ftp://127.0.0.1", "http://", "http://[::1"]


@pytest.mark.parametrize("address", ADDRESSES[1:])
def test_an_address_that_is_none_is_told(quick: GitHub, tmp_path: Path, address: str) -> None:
    room = Room(quick, tmp_path / "sources")
    quick.address = address
    ended = room.attempt()
    assert isinstance(ended, AtlasError)
    assert is_one_sentence(ended), str(ended)


def without(*names: str) -> faults.Spoil:
    return faults.changed(lambda value: {name: held for name, held in value.items() if name not in names})


def having(**changes: Json) -> faults.Spoil:
    return faults.changed(lambda value: {**value, **changes})


REPOSITORIES: dict[str, faults.Spoil] = {
    "a list": faults.value([]),
    "text": faults.value("acme/engine"),
    "null": faults.value(None),
    "a number": faults.value(7),
    "nothing in it": faults.value({}),
    "no id": without("id"),
    "no owner": without("owner"),
    "no name": without("full_name"),
    "no time": without("created_at"),
    "an id in words": having(id="seven"),
    "a negative id": having(id=-1),
    "an owner without login": having(owner={"id": 3, "type": "User"}),
    "another owner": having(owner={"login": "somebody", "id": 3, "type": "User"}),
    "a name without owner": having(full_name="engine"),
    "a name with a bar": having(full_name="acme/eng|ine"),
    "a time in words": having(created_at="yesterday"),
    "a time as number": having(created_at=1700000000),
    "a year 2900": having(created_at="2900-01-01T00:00:00Z"),
    "fewer than no stars": having(stargazers_count=-5),
    "topics in one text": having(topics="a, b"),
    "topics that are numbers": having(topics=[1, 2]),
    "a flag in words": having(archived="perhaps"),
    "deep nesting": faults.raw(b"[" * 100_000, "application/json"),
    "a huge number": faults.raw(b'{"id": 1' + b"0" * 5000 + b"}", "application/json"),
}


@pytest.mark.parametrize("name", REPOSITORIES)
def test_a_repository_of_another_shape_is_told(quick: GitHub, tmp_path: Path, name: str) -> None:
    quick.faults.add(rf"GET /repos/{MAIN}\?", REPOSITORIES[name])
    ended = Room(quick, tmp_path / "sources").attempt()
    assert isinstance(ended, AtlasError), ended
    assert is_one_sentence(ended), str(ended)


ROWS: dict[str, Json] = {
    "null": None,
    "text": "issue",
    "a list": [],
    "nothing in it": {},
    "no number": {"number": None},
    "a number in words": {"number": "one"},
    "number zero": {"number": 0},
    "a number beyond all": {"number": 2**70},
    "no time": {"created_at": None},
    "a time in words": {"created_at": "soon"},
    "a time without zone": {"created_at": "2024-05-05T10:00:00"},
    "a time as number": {"created_at": 1},
    "the year zero": {"created_at": "0000-01-01T00:00:00Z"},
    "no change": {"updated_at": None},
    "an author in a word": {"user": "dev-001"},
    "an author with a bar": {"user": {"login": "a|b", "id": 5, "type": "User"}},
    "an author with a space": {"user": {"login": "a b", "id": 5, "type": "User"}},
    "an author's id in words": {"user": {"login": "ab", "id": "five", "type": "User"}},
    "an author's negative id": {"user": {"login": "ab", "id": -5, "type": "User"}},
    "a login without end": {"user": {"login": "a" * 4000, "id": 5, "type": "User"}},
    "a lone surrogate": {"user": {"login": "\ud800", "id": 5, "type": "User"}},
    "a merge in words": {"pull_request": {"merged_at": "once"}},
}


def first_row(made: Json) -> faults.Spoil:
    def change(rows: Json) -> Json:
        if not isinstance(rows, list) or not rows:
            return rows
        spoiled = {**rows[0], **made} if isinstance(made, dict) and made else made
        return [spoiled, *rows[1:]]

    return faults.changed(change)


@pytest.mark.parametrize("name", ROWS)
def test_an_issue_of_another_shape_is_refused_or_ends_in_one_sentence(quick: GitHub, tmp_path: Path, name: str) -> None:
    quick.faults.add(r"/issues\?", first_row(ROWS[name]))
    room = Room(quick, tmp_path / "sources")
    ended = room.attempt(what=("repository", "issues"))
    if isinstance(ended, Reading):
        assert ended.refused, "a row that was left out is told"
        assert all(is_one_sentence(error) for error in ended.refused), [str(error) for error in ended.refused]
    else:
        assert is_one_sentence(ended), str(ended)


CURSORS = {"half": b'{"issues": {', "a list": b"[]", "no text": b"\xff\xfe", "empty": b"", "null": b"null"}


@pytest.mark.parametrize("name", CURSORS)
def test_a_damaged_cursor_is_named_with_what_to_do(quick: GitHub, tmp_path: Path, name: str) -> None:
    room = Room(quick, tmp_path / "sources")
    room.read()
    for path in (tmp_path / "sources").rglob("*.json"):
        path.write_bytes(CURSORS[name])
    ended = room.attempt()
    assert isinstance(ended, StorageError)
    assert ".json" in str(ended)


def test_a_damaged_file_of_the_store_is_named(quick: GitHub, tmp_path: Path) -> None:
    room = Room(quick, tmp_path / "sources")
    room.read()
    for path in (tmp_path / "sources").rglob("*.parquet"):
        path.write_bytes(b"PAR1 and no more")
    ended = room.attempt()
    assert isinstance(ended, AtlasError), ended
    assert ".parquet" in str(ended)


def test_a_damaged_cache_is_no_hindrance(quick: GitHub, tmp_path: Path) -> None:
    room = Room(quick, tmp_path / "sources")
    right = room.read().digest
    for path in (tmp_path / "sources" / "github" / "cache").rglob("*"):
        path.write_bytes(b"no database")
    ended = room.attempt()
    assert isinstance(ended, Reading), str(ended)
    assert ended.digest == right


def test_a_folder_that_cannot_be_used_is_named(quick: GitHub, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("a file stands here")
    ended = Room(quick, tmp_path / "sources").attempt()
    assert isinstance(ended, StorageError)
    assert "sources" in str(ended)
