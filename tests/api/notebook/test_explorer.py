from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from api.notebook.explorer import Explorer, listed
from graph.errors import AtlasError, BadInputError, NotFoundError

BOTH = ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]


def test_a_query_answers_with_rows_and_what_they_rest_on(explorer: Explorer) -> None:
    found = explorer.query("shared-developers", repositories=BOTH)
    assert [row["developer"] for row in found] == ["LyricZhao", "fzyzcjy", "dzhulgakov", "sleepcoo"]
    assert found.coverage.sources == ("deepseek-week",)
    assert (found.coverage.covers_from, found.coverage.covers_to) == ("2025-02", "2025-08")
    assert found.seconds > 0


def test_values_are_those_of_python(explorer: Explorer) -> None:
    assert len(explorer.query("project-contributors", repository=BOTH[0], limit=2, bots=False)) == 2


def test_an_answer_comes_page_by_page(explorer: Explorer) -> None:
    pages = list(explorer.pages("project-contributors", repository=BOTH[0], limit=5, page_size=2))
    assert [len(page) for page in pages] == [2, 2, 1]
    whole = explorer.query("project-contributors", repository=BOTH[0], limit=5)
    assert [row for page in pages for row in page] == whole.records()


def test_a_network_answers_with_nodes_and_edges(explorer: Explorer) -> None:
    found = explorer.network("overlap-network", repositories=BOTH, shared_only=True)
    assert sorted(node.title for node in found.network.nodes if node.label == "Repository") == BOTH
    assert len(found.network.edges) == 8


def test_a_network_asked_as_a_query_is_the_table_of_its_edges(explorer: Explorer) -> None:
    found = explorer.query("overlap-network", repositories=BOTH, shared_only=True)
    assert [column.name for column in found.columns] == ["source", "target", "type", "weight"]
    assert len(found) == 8


def test_a_table_is_no_network(explorer: Explorer) -> None:
    with pytest.raises(BadInputError, match="shared-developers answers with a table"):
        explorer.network("shared-developers", repositories=BOTH)


def test_a_statement_of_ones_own_answers_with_its_rows(explorer: Explorer) -> None:
    statement = "MATCH (r:Repository) WHERE r.name IN $names RETURN r.name AS name, 1 AS one ORDER BY name"
    found = explorer.cypher(statement, {"names": BOTH}, limit=1)
    assert (found.records(), found.cut) == ([{"name": BOTH[0], "one": 1}], True)


def test_a_statement_that_writes_is_refused(explorer: Explorer) -> None:
    with pytest.raises(Exception, match=r"more than read|read access mode"):
        explorer.cypher("CREATE (n:Repository) RETURN n")


def test_names_are_found_and_profiles_told(explorer: Explorer) -> None:
    assert next(iter(explorer.search("deepep", limit=3)))["title"] == BOTH[0]
    assert explorer.repository("DeepSeek-AI/deepep")["repository"] == BOTH[0]
    assert explorer.developer("lyriczhao")["developer"] == "LyricZhao"


def test_the_catalogue_is_a_table(explorer: Explorer) -> None:
    kinds = {row["name"]: row["kind"] for row in explorer.queries()}
    assert (kinds["shared-developers"], kinds["overlap-network"]) == ("table", "graph")


@pytest.mark.parametrize("ending", ["parquet", "csv", "jsonl"])
def test_all_of_a_kind_is_one_file(explorer: Explorer, tmp_path: Path, ending: str) -> None:
    file = explorer.export("countries", tmp_path / f"countries.{ending}", fields=["name", "key"])
    readers: dict[str, Callable[[Path], pd.DataFrame]] = {
        "parquet": pd.read_parquet, "csv": pd.read_csv, "jsonl": lambda lines: pd.read_json(lines, lines=True),
    }  # fmt: skip
    read = readers[ending](file)
    assert list(read.columns) == ["name", "key"]
    assert len(read) == len(explorer.cypher("MATCH (c:Country) RETURN c.key"))


def test_an_export_that_cannot_be_leaves_no_file(explorer: Explorer, tmp_path: Path) -> None:
    for kind, name, words in (("country", "a.csv", "did you mean 'countries'"), ("countries", "a.txt", "its format")):
        with pytest.raises(AtlasError, match=words):
            explorer.export(kind, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_fit_is_named_in_the_same_words(explorer: Explorer) -> None:
    with pytest.raises(NotFoundError, match="shared-developers"):
        explorer.query("shared-developer")
    with pytest.raises(BadInputError, match="limit: found 0"):
        explorer.query("project-contributors", repository=BOTH[0], limit=0)


def test_it_says_where_it_is(explorer: Explorer) -> None:
    assert repr(explorer) == f"<ossatlas at {explorer.address}>"


def test_an_empty_catalogue_is_a_table_too() -> None:
    assert listed([]).table.records() == []
