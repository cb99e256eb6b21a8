from __future__ import annotations

import pytest

from api.osgraph_words import KINDS, LENSES, NODE_TYPES, TIES, Lens
from cypher.catalogue import catalogue
from graph.schema import EDGES, NODES


def test_the_words_speak_of_what_the_schema_has() -> None:
    assert NODE_TYPES.keys() <= NODES.keys()
    assert TIES.keys() <= EDGES.keys()
    assert KINDS.keys() <= {prop.name for prop in EDGES["CONTRIBUTED_TO"].props}


@pytest.mark.parametrize("lens", LENSES.values(), ids=lambda lens: lens.name)
def test_each_graph_is_a_view_of_ours_with_the_parameters_that_it_names(lens: Lens) -> None:
    query = catalogue().find(lens.view)
    named = {*lens.parameters.values(), *lens.fixed, lens.subject, "bots"}
    assert named <= {param.name for param in query.params}
    assert query.subjects == (lens.subject,)


def test_a_word_has_two_languages() -> None:
    word = KINDS["commits"]
    assert (word.named("zh-CN"), word.named("en-US")) == ("提交", "Commit")
