"""One node, several names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.opendigger.names import present


@pytest.mark.parametrize(
    ("weights", "name", "former"),
    [
        ({"apache/doris": 1}, "apache/doris", ()),
        ({"Alluxio/alluxio": 1, "alluxio/alluxio": 1}, "Alluxio/alluxio", ()),
        ({"seata/seata": 2, "apache/incubator-seata": 1}, "seata/seata", ("apache/incubator-seata",)),
        ({"apache/incubator-mxnet": 1, "apache/mxnet": 1}, "apache/mxnet", ("apache/incubator-mxnet",)),
        ({"lowcode-demo": 1, "alibaba/lowcode-demo": 1}, "alibaba/lowcode-demo", ("lowcode-demo",)),
        ({"b/x": 1, "a/x": 1}, "a/x", ("b/x",)),
    ],
)
def test_the_name_of_the_greatest_weight_is_shown(
    weights: dict[str, float], name: str, former: tuple[str, ...]
) -> None:
    assert present(weights) == (name, former)


@given(st.dictionaries(st.text("abAB/", min_size=1, max_size=4), st.integers(1, 3), min_size=1))
def test_the_order_in_which_names_came_changes_nothing(weights: dict[str, float]) -> None:
    backwards = dict(reversed(list(weights.items())))
    name, former = present(weights)
    assert (name, former) == present(backwards)
    assert {name.lower(), *(one.lower() for one in former)} == {one.lower() for one in weights}
