from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from tests.ingest.sources.tables.reading import edges, open_dataset, records_of, refused, taken, write

TABLE = "repo,Level of autonomy,Expertise,why,email\na/b,0.9,-1,writes whole modules,x@y.z\nc/d,,2,helps,\n"


def test_each_column_of_numbers_is_an_axis_named_by_its_heading(tmp_path: Path) -> None:
    mapping = write(tmp_path, "m.yml", "source: me\nkind: placements\nas_of: 2025-05-10\nignore: [why]\n")
    found = edges(taken(open_dataset(write(tmp_path, "t.csv", TABLE), mapping=mapping)), "MEASURED")
    assert sorted((edge.start.ref.key, edge.props["metric"], edge.props["value"]) for edge in found) == [
        ("github:a/b", "expertise", -1.0), ("github:a/b", "level_of_autonomy", 0.9), ("github:c/d", "expertise", 2.0),
    ]  # fmt: skip
    assert {(edge.props["period"], edge.props["preset"], edge.props["source"]) for edge in found} == {
        ("2025-05", "published", "me")
    }


def test_a_cell_that_is_no_number_is_refused_with_its_axis(tmp_path: Path) -> None:
    table = write(tmp_path, "t.csv", TABLE)
    (first, second) = refused(open_dataset(table, kind="placements", source="me", as_of="2025-05-10"))
    assert first == "t.csv:2: why: found writes whole modules, expected a finite number"
    assert second.startswith("t.csv:3: why")


def test_a_row_without_a_number_places_nothing() -> None:
    assert edges(records_of("placements", repository="a/b", autonomy=""), "MEASURED") == []


def test_it_is_never_guessed_for_any_heading_would_fit(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="do not tell what the table holds"):
        taken(open_dataset(write(tmp_path, "t.csv", TABLE), source="me", as_of="2025-05-10"))
