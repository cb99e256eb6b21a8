from __future__ import annotations

import pytest

from graph.model import Where
from ingest.identity import Identities
from ingest.nodes import Nodes

HERE = Where("f.csv", 1)


@pytest.fixture
def nodes() -> Nodes:
    return Nodes(Identities.load())


def test_a_developer_is_known_by_id_and_login_and_a_machine_is_marked(nodes: Nodes) -> None:
    ann = nodes.developer("ann", HERE, number=7)
    assert ann.ref.keys == ("github:7", "github:@ann")
    assert "bot" not in ann.props
    assert nodes.developer("helper[bot]", HERE).props["bot"] is True
    assert nodes.developer("quiet", HERE, account_type="Bot").props["bot"] is True


def test_the_same_name_on_two_platforms_is_two_nodes(nodes: Nodes) -> None:
    here, there = (nodes.repository("o/r", HERE, number=1, platform=platform) for platform in ("github", "gitee"))
    assert (here.ref.key, there.ref.key) == ("github:1", "gitee:1")
    assert (here.props["github_id"], "github_id" in there.props) == (1, False)


def test_the_owner_of_a_repository_is_the_organization_whose_account_it_is(nodes: Nodes) -> None:
    owner = nodes.owner("deepseek-ai/DeepEP", HERE)
    assert owner is not None
    assert owner.props["name"] == "DeepSeek"
    assert nodes.owner("somebody-unheard-of/x", HERE) is None


def test_memory_stays_flat_and_what_is_forgotten_is_made_again(nodes: Nodes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.nodes.REMEMBERED", 3)
    made = [nodes.developer(f"dev{number}", HERE) for number in range(10)]
    assert [one.props["login"] for one in made] == [f"dev{number}" for number in range(10)]
    assert nodes.developer("dev0", HERE) == made[0]
