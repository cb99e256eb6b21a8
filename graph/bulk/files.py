"""The files that Neo4j's importer reads: CSV, a header beside the rows, for each label and relationship type."""

# ruff: noqa: S608 - tables and columns are named by the schema, never by input

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import schema
from graph.bulk.shape import Column, Shape
from graph.bulk.store import Store, listed, text
from graph.engine.importing import Part
from graph.errors import BadInputError
from graph.kinds import EdgeKind
from graph.node_kinds import SNAPSHOT
from graph.statements import TURN

DELIMITERS = ("\x1f", "\x1e", "\x1d", "\x1c", "\uffff", "\ufffe")
"""Signs of which the first one that no text holds parts the texts of a list."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where the files go, and the sign that parts the texts of a list in them."""

    store: Store
    folder: Path
    delimiter: str

    def elements(self, shape: Shape) -> list[Part]:
        """The files of the nodes or edges of `shape`, out of the table of its name."""
        stored = [column for column in shape.settled if column.name not in shape.ends]
        if not isinstance(shape.kind, EdgeKind):
            return [self.part("nodes", shape.name, f'"{shape.name}"', _identified(shape.name, stored), stored)]
        return list(self._between(shape, stored))

    def _between(self, shape: Shape, stored: Sequence[Column]) -> Iterable[Part]:
        pairs = f'SELECT DISTINCT start_label, end_label FROM "{shape.name}" ORDER BY ALL'
        for start, end in [pair for rows in self.store.rows(pairs) for pair in rows]:
            where = f"start_label = '{start}' AND end_label = '{end}'"
            relation = f'(SELECT * FROM "{shape.name}" WHERE {where})'
            header = [f":START_ID({start})", f":END_ID({end})", *(column.header for column in stored)]
            columns = [Column("start"), Column("end"), *stored]
            yield self.part("relationships", shape.name, relation, header, columns, f"{start}-{end}")

    def names(self) -> list[Part]:
        """The files of the aliases, and of what they stand for."""
        alias, edge, said = schema.ALIAS_LABEL, schema.ALIAS_EDGE, [Column("key"), Column("said", "texts")]
        if not self.store.count("meanings"):
            return []
        relation = "(SELECT *, label || ':' || name AS key FROM meanings)"
        parts = [self.part("nodes", alias, relation, _identified(alias, said), said)]
        for (label,) in [
            row for rows in self.store.rows("SELECT DISTINCT label FROM meanings ORDER BY 1") for row in rows
        ]:
            of_label = f"(SELECT * FROM {relation} WHERE label = '{label}')"
            header = [f":START_ID({alias})", f":END_ID({label})"]
            parts.append(
                self.part("relationships", edge, of_label, header, [Column("key"), Column("node")], str(label))
            )
        return parts

    def beside(self, snapshots: str, columns: Sequence[Column]) -> list[Part]:
        """The files of the Snapshots, out of the relation of that name, and of the node by which writers take turns."""
        turn = [Column("key"), Column("taken", "truth"), Column("schema", "whole")]
        label = schema.TURN_LABEL
        taken = f"(SELECT {text(TURN)} AS key, true AS taken, {schema.VERSION} AS schema)"
        return [
            self.part("nodes", SNAPSHOT.label, snapshots, _identified(SNAPSHOT.label, columns), columns),
            self.part("nodes", label, taken, _identified(label, turn), turn),
        ]

    def part(
        self, kind: str, name: str, relation: str, header: Sequence[str], columns: Sequence[Column], beside: str = ""
    ) -> Part:
        """Write one pair of files: the columns `header` out of `relation`."""
        stem = f"{name}-{beside}" if beside else name
        head, rows = self.folder / f"{stem}.header.csv", self.folder / f"{stem}.csv"
        head.write_text(",".join(header) + "\n", encoding="utf-8")
        fields = listed([self._field(column) for column in columns])
        quoted = listed([column.quoted for column in columns if column.kept in ("text", "texts")])
        self.store.run(
            f"COPY (SELECT {fields} FROM {relation}) TO {text(str(rows))} "
            f"(FORMAT csv, HEADER false, QUOTE '\"', ESCAPE '\"', FORCE_QUOTE ({quoted}), NULLSTR '')"
        )
        return Part(kind, name, (head, rows))

    def _field(self, column: Column) -> str:
        if column.kept != "texts":
            return column.quoted
        return f"array_to_string({column.quoted}, chr({ord(self.delimiter)})) AS {column.quoted}"


def delimiter_for(store: Store, shapes: Iterable[Shape], beside: Iterable[str]) -> str:
    """The first of DELIMITERS that no text of any list holds."""
    left = [sign for sign in DELIMITERS if not any(sign in words for words in beside)]
    for shape in shapes:
        for column in [column for column in shape.settled if column.kept == "texts"]:
            left = [sign for sign in left if not _holds(store, shape, column, sign)]
    if not left:
        raise BadInputError("the texts hold every control character that could part them in Neo4j's importer")
    return left[0]


def _holds(store: Store, shape: Shape, column: Column, sign: str) -> bool:
    held = f"contains(array_to_string({column.quoted}, ''), chr({ord(sign)}))"
    return store.count(f'(SELECT 1 FROM "{shape.name}" WHERE {held} LIMIT 1)') > 0


def _identified(label: str, columns: Sequence[Column]) -> list[str]:
    return [f"key:ID({label})", *(column.header for column in columns if column.name != "key")]
