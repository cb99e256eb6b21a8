from graph import schema
from graph.bulk.shape import EDGE_SHAPES, NODE_SHAPES, Column, edge_shape, node_shape


def test_every_label_and_loaded_type_has_a_shape() -> None:
    assert set(NODE_SHAPES) == set(schema.NODES) - {"Snapshot"}
    assert set(EDGE_SHAPES) == {name for name, kind in schema.EDGES.items() if not kind.derived}


def test_measured_properties_are_not_loaded() -> None:
    names = {column.name for column in node_shape("Repository").props}
    assert "pagerank" not in names
    assert "former_names" in names


def test_columns_of_edges_name_their_ends_and_those_of_nodes_themselves() -> None:
    assert [column.name for column in edge_shape("OWNS").spilled] == [
        "mark", "start_label", "start", "end_label", "end", "source",
    ]  # fmt: skip
    assert [column.name for column in node_shape("Topic").settled] == ["key", "name", "snapshots", "claims"]
    assert node_shape("Topic").ends == ()


def test_a_name_that_sql_knows_is_quoted() -> None:
    assert Column("from").quoted == '"from"'
