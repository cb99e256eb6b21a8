from __future__ import annotations

from pathlib import Path

import pytest

from graph.bulk.store import listed, opened, parts_of, text
from graph.errors import AtlasError, StorageError


def test_rows_come_in_parts_and_may_be_read_while_others_are(tmp_path: Path) -> None:
    with opened(tmp_path, 256) as store:
        store.run("CREATE TABLE t AS SELECT range AS n FROM range(50000)")
        parts = store.rows("SELECT n FROM t ORDER BY n")
        assert next(parts)[0] == (0,)
        assert store.count("t") == 50_000
        assert sum(map(len, parts)) == 30_000


def test_what_does_not_fit_into_memory_is_sorted_on_disk(tmp_path: Path) -> None:
    with opened(tmp_path, 128) as store:
        store.run("CREATE TABLE t AS SELECT hash(range)::VARCHAR AS s, repeat('x', 40) AS more FROM range(2000000)")
        store.run("CREATE TABLE sorted AS SELECT s, max(more) AS more FROM t GROUP BY s ORDER BY s")
        assert store.count("sorted") == 2_000_000


def test_a_statement_that_is_wrong_is_a_defect_in_one_sentence(tmp_path: Path) -> None:
    with opened(tmp_path, 256) as store, pytest.raises(AtlasError, match=r"cannot be sorted: .*nowhere") as caught:
        store.run("SELECT * FROM nowhere")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there_is_no_room(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no room to sort"), opened(tmp_path / "gone", 256):
        pass


def test_texts_and_lists_for_sql() -> None:
    assert text("it's") == "'it''s'"
    assert listed(["a", "b"]) == "a, b"


def test_a_table_is_filled_in_parts_that_keep_groups_together(tmp_path: Path) -> None:
    with opened(tmp_path, 256) as store:
        told = "(SELECT range % 7 AS n FROM range(100))"
        store.fill("t", lambda part: f"SELECT n, count(*) AS c FROM {told} WHERE {part} GROUP BY n", "n", 3)  # noqa: S608 - our own names
        assert store.count("t") == 7
        assert sum(row[1] for rows in store.rows("SELECT n, c FROM t") for row in rows) == 100  # type: ignore[misc]


@pytest.mark.parametrize(("rows", "parts"), [(0, 1), (9, 1), (10, 2), (25, 3)])
def test_many_rows_are_combined_in_parts(rows: int, parts: int) -> None:
    assert parts_of(rows, 10) == parts
