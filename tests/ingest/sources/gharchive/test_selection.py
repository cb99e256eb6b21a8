"""Whose events are wanted."""

from __future__ import annotations

from pathlib import Path

from ingest.sources.gharchive.selection import Selection, select


def listed(tmp_path: Path, text: str) -> Selection:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    return select(path, (), everything=False)


def test_a_list_has_names_ids_addresses_and_remarks(tmp_path: Path) -> None:
    found = listed(tmp_path, "Team/One # ours\n\n# nothing\n123\ngithub:77\nhttps://github.com/a/b/\n")
    assert (found.names, found.ids) == (("a/b", "team/one"), (77, 123))
    assert found.words == "4 repositories"


def test_the_same_choice_has_the_same_name_in_any_order_and_spelling(tmp_path: Path) -> None:
    assert listed(tmp_path, "a/b\nc/d\n").name == listed(tmp_path, "C/D\nA/B\na/b\n").name
    assert listed(tmp_path, "a/b\n").name != listed(tmp_path, "c/d\n").name


def test_organizations_are_accounts() -> None:
    found = select(None, ("Apache", "@deepseek-ai", "https://github.com/vllm-project"), everything=False)
    assert found.names == ("apache", "deepseek-ai", "vllm-project")
    assert found.words == "repositories of apache, deepseek-ai, vllm-project"
    assert found.name != Selection("repositories", found.names).name


def test_all_is_all() -> None:
    assert select(None, (), everything=True) == Selection("all")
    assert Selection("all").name == "all"
