import json
import math

from hypothesis import given
from hypothesis import strategies as st

from api.answer import Answer
from api.formats.document import as_json, document, finite
from graph.model import Column, Coverage, Edge, Network, Node, Table

COVERAGE = Coverage(("git",), ({"source": "git", "as_of": "2025"},), "2025-01", "2025-02", ("a gap",))
TABLE = Table((Column("name", "str", "its name"),), [["zwölf"]], COVERAGE, cut=True)


def test_a_table_is_told_with_all_that_it_rests_on() -> None:
    assert document(Answer("q", "Q", TABLE, {"names": ["a"]})) == {
        "query": "q",
        "title": "Q",
        "parameters": {"names": ["a"]},
        "columns": [{"name": "name", "type": "str", "about": "its name"}],
        "rows": [{"name": "zwölf"}],
        "next": None,
        "coverage": {
            "sources": ["git"],
            "snapshots": [{"source": "git", "as_of": "2025"}],
            "months": {"from": "2025-01", "to": "2025-02"},
            "gaps": ["a gap"],
        },
        "cut": True,
    }


def test_a_network_is_told_with_its_evidence() -> None:
    network = Network(
        (Node("a", "Repository", "o/a"),), (Edge("a", "a", "TIE", evidence=[{"period": "2025"}]),), "size"
    )
    told = document(Answer("q", "Q", network))
    assert json.loads(json.dumps(told["edges"]))[0]["evidence"] == [{"period": "2025"}]
    assert told["size_means"] == "size"


def test_text_is_utf_8_and_readable() -> None:
    text = as_json(Answer("q", "Q", TABLE)).decode()
    assert "zwölf" in text
    assert text.endswith("}\n")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)


@given(VALUES)
def test_every_value_is_valid_json(value: object) -> None:
    text = json.dumps(finite(value), allow_nan=False)
    assert json.loads(text) == finite(value)


def test_what_is_no_number_is_null() -> None:
    assert finite([math.nan, math.inf, 1.5, {"a": -math.inf}]) == [None, None, 1.5, {"a": None}]
