from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import BadInputError
from tests.cypher.queries.views.conftest import drawn, sizes


def test_the_network_of_several_seeds_is_their_union_and_tells_who_bridges_them(around: Database) -> None:
    network = drawn(around, "ego-network", repository="v/near", seed_repositories="v/far", depth=1)
    assert sizes(network, "Repository").keys() == {"v/near", "v/far"}
    bridging = {node.title: node.facts["seeds"] for node in network.nodes if node.label == "Developer"}
    assert bridging == {"ann": 2, "ben": 1, "dan": 1, "eve": 1, "fay": 1, "guy": 1}


def test_depth_2_adds_what_the_first_circle_leads_to(around: Database) -> None:
    network = drawn(around, "ego-network", repository="v/near", depth=2)
    assert sizes(network, "Repository").keys() == {"v/near", "v/core", "v/far"}
    assert sizes(network, "Developer").keys() == {"ann", "ben", "dan"}


def test_a_developer_may_be_in_the_middle(around: Database) -> None:
    alone = drawn(around, "ego-network", developer="ann", depth=1)
    assert sizes(alone, "Developer").keys() == {"ann"}
    assert sizes(alone, "Repository").keys() == {"v/core", "v/near", "v/far"}
    wider = drawn(around, "ego-network", developer="ann", depth=2, developers=2)
    assert len(sizes(wider, "Developer")) == 3
    assert "ben" in sizes(wider, "Developer")
    assert wider.cut


def test_repositories_and_developers_mix_as_seeds(around: Database) -> None:
    network = drawn(around, "ego-network", repository="v/alone", seed_developers="ann", depth=1)
    assert sizes(network, "Repository").keys() == {"v/alone", "v/core", "v/near", "v/far"}
    assert sizes(network, "Developer").keys() == {"ann", "cid"}


@pytest.mark.parametrize("given", [{}, {"repository": "v/core", "developer": "ann"}])
def test_just_one_is_in_the_middle(around: Database, given: dict[str, str]) -> None:
    with pytest.raises(BadInputError, match="needs one of `repository`, `developer`"):
        drawn(around, "ego-network", **given)


def test_a_map_of_any_set_shows_its_bridge_developers(atlas: Database) -> None:
    names = "vllm-project/vllm,sgl-project/sglang,milvus-io/milvus,run-llama/llama_index,triton-lang/triton"
    network = drawn(atlas, "collaboration-network", repositories=names, bridges=3)
    assert len(sizes(network, "Repository")) == 5
    people = [node for node in network.nodes if node.label == "Developer"]
    assert 0 < len(people) <= 3
    for person in people:
        communities, repositories = person.facts["communities"], person.facts["repositories"]
        assert isinstance(communities, int)
        assert isinstance(repositories, int)
        assert 2 <= communities <= repositories
    assert len(sizes(drawn(atlas, "collaboration-network", repositories=names), "Developer")) == 0
