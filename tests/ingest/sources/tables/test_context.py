from __future__ import annotations

import pytest

from graph.model import Where
from tests.ingest.sources.tables.reading import context, identities, name

HERE = Where("t.csv", 2)


def test_bots_are_marked_with_the_rule_that_told_them() -> None:
    bot = context().developer("dependabot[bot]", HERE)
    assert bot.props["bot"] is True
    assert bot.props["bot_reason"]
    assert "bot" not in context().developer("LyricZhao", HERE).props


def test_look_alike_letters_become_the_login_that_they_mean() -> None:
    assert context().login("beginIner") == "beginlner"
    assert context().login("LyricZh\u0430o") == "LyricZhao"


def test_a_name_with_spaces_is_no_login() -> None:
    with pytest.raises(ValueError, match="a login of Latin letters"):
        context().login("Lyric Zhao")


def test_an_organization_has_what_the_alias_files_know_of_it() -> None:
    meta = context().organization_named("@facebook", HERE)
    assert name(meta) == "Meta"
    assert meta.props["kind"] == "company"
    assert meta.props["country"] == "US"


def test_words_that_name_several_or_no_organizations_stand_for_themselves() -> None:
    assert name(context().organization_named("UIUC; ZJU", HERE)) == "UIUC; ZJU"


def test_the_owner_of_a_repository_is_told_by_its_account() -> None:
    owner = context().owner("deepseek-ai/DeepEP", HERE)
    assert owner is not None
    assert name(owner) == "DeepSeek"
    assert context().owner("some-person-nobody-knows/thing", HERE) is None


def test_only_organizations_of_the_alias_files_are_known() -> None:
    about = context()
    (known,) = identities().organizations("Alibaba").matches
    assert about.is_known(known)
    for match in identities().organizations("Zorblax Heavy Industries").matches:
        assert not about.is_known(match)


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.nodes.REMEMBERED", 3)
    about = context()
    for number in range(10):
        about.developer(f"dev{number}", HERE)
        about.repository(f"a/r{number}", HERE)
    assert name(about.developer("dev0", HERE)) == "dev0"
