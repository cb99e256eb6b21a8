from __future__ import annotations

import pytest

from graph.errors import BadRowError
from tests.ingest.sources.tables.reading import edges, name, nodes, records_of


def test_a_product_has_its_maker_and_the_open_project_beside_it() -> None:
    found = records_of(
        "products",
        name="Zilliz Cloud",
        kind="product",
        maker="Zilliz",
        since="2024",
        open_counterpart="milvus-io/milvus",
        counterpart_since="2019-10",
    )
    assert nodes(found, "Product")[0].props == {"name": "Zilliz Cloud", "kind": "product", "since": "2024"}
    (made,), (beside,) = edges(found, "MADE_BY"), edges(found, "OPEN_COUNTERPART_OF")
    assert name(made.end) == "Zilliz"
    assert (name(beside.start), name(beside.end), beside.props["since"]) == (
        "milvus-io/milvus",
        "Zilliz Cloud",
        "2019-10",
    )


def test_a_product_may_stand_alone() -> None:
    assert len(records_of("products", name="Cursor", kind="product", maker="")) == 1


def test_an_organization_has_kind_seat_and_accounts() -> None:
    (found,) = records_of("organizations", name="Zorblax", kind="company", country="Germany", handles="zorblax;zbx")
    assert found.props == {"name": "Zorblax", "kind": "company", "country": "DE", "handles": ["zorblax", "zbx"]}


def test_an_organization_has_the_name_that_the_alias_files_give_it() -> None:
    (found,) = nodes(records_of("organizations", name="@facebook", kind="company"), "Organization")
    assert name(found) == "Meta"


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadRowError, match="kind: found club, expected one of company, university, foundation"):
        records_of("organizations", name="X", kind="club")
