import io

import pandas as pd

from api.formats.delimited import table_csv
from tests.viz import worlds
from tests.viz.export import subjects
from viz.drawing import Drawing
from viz.export.rows import edge_rows, node_rows
from viz.views import draw


def opened(made: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(made), keep_default_na=False, dtype=str)


def drawing() -> Drawing:
    return draw(worlds.overlap())


def test_pandas_reads_every_node_and_every_edge_again() -> None:
    network = worlds.overlap()
    nodes, edges = opened(table_csv(node_rows(drawing()))), opened(table_csv(edge_rows(drawing())))
    assert set(nodes["key"]) == {node.key for node in network.nodes}
    assert sorted(zip(edges["source"], edges["target"], edges["weight"].astype(float), strict=True)) == sorted(
        (edge.source, edge.target, edge.weight) for edge in network.edges
    )
    assert set(edges["source_title"]) == {"LyricZhao", "fzyzcjy", "sphish", "RayWang96"}


def test_nodes_come_in_the_order_of_importance() -> None:
    ranks = {mark.id: mark.rank for mark in drawing().marks}
    assert [ranks[str(row[0])] for row in node_rows(drawing()).rows] == list(range(6))


def test_each_fact_has_a_column_and_its_meaning() -> None:
    table = node_rows(drawing())
    assert {"merged_prs", "organization", "license"} <= {column.name for column in table.columns}
    assert next(column.about for column in edge_rows(drawing()).columns if column.name == "merged_prs") != "merged_prs"
    assert opened(table_csv(table)).set_index("title").loc["fzyzcjy", "organization"] == ""


def test_a_fact_called_like_a_column_of_ours_stands_beside_it() -> None:
    node = worlds.developer("ada")
    named = type(node)(node.key, node.label, node.title, 1.0, None, {"title": "other", "x": 5})
    table = node_rows(draw(type(worlds.overlap())((named,), ())))
    assert table.records()[0]["title"] == "ada"
    assert table.records()[0]["fact_title"] == "other"


def test_no_name_is_a_formula_and_all_names_survive() -> None:
    found = subjects.hostile().drawing
    assert found
    frame = opened(table_csv(node_rows(found)))
    assert sorted(name.removeprefix("'") for name in frame["title"]) == sorted(worlds.HOSTILE)
    assert not [cell for column in frame for cell in frame[column] if cell.startswith(("=", "+", "@"))]
    assert not [name for name in frame.columns if name.startswith(("=", "+", "@"))]
