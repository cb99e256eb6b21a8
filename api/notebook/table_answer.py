"""An answer in a notebook: shown as a table with what it rests on, and handed on as pandas, polars or Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from api.answer import Answer
from api.formats.arrow import as_arrow
from api.formats.words import resting_on

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from graph.model import Column, Coverage

MOST_ROWS = 20
"""Rows that a notebook shows; the answer has all."""


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Rows with columns, what they rest on, and in how many `seconds` they came."""

    answer: Answer
    seconds: float = 0.0

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns: name, type, meaning."""
        return self.answer.table.columns

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """The rows, in the order of the columns."""
        return self.answer.table.rows

    @property
    def coverage(self) -> Coverage:
        """Sources, snapshots, months and known gaps."""
        return self.answer.coverage

    @property
    def cut(self) -> bool:
        """Whether a cap left rows out."""
        return self.answer.result.cut

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, object]]:
        return iter(self.records())

    def records(self) -> list[dict[str, object]]:
        """The rows as one map per row."""
        return self.answer.table.records()

    def to_arrow(self) -> pa.Table:
        """A table of Arrow, with the meanings of the columns and the coverage in its metadata."""
        return as_arrow(self.answer)

    def to_pandas(self) -> pd.DataFrame:
        """A frame of pandas; whole numbers stay whole beside unknown ones, and `attrs` tell what they rest on."""
        import pandas as pd  # noqa: PLC0415 - slow to import

        kinds = {"int": "Int64", "float": "float64", "bool": "boolean"}
        frame = pd.DataFrame(self.records(), columns=pd.Index([column.name for column in self.columns]))
        frame = frame.astype({column.name: kinds[column.type] for column in self.columns if column.type in kinds})
        frame.attrs |= {"query": self.answer.query, "rests_on": resting_on(self.answer)}
        return frame

    def to_polars(self) -> pl.DataFrame:
        """A frame of polars, which comes with the extra `notebook`; maps are JSON text."""
        import polars as pl  # noqa: PLC0415 - slow to import, and of an extra

        return pl.DataFrame(self.to_arrow())

    def __repr__(self) -> str:
        names = ", ".join(column.name for column in self.columns)
        return f"<{self.answer.query}: {resting_on(self.answer)}; columns {names}>"

    def _repr_html_(self) -> str:
        table = self.to_pandas().to_html(max_rows=MOST_ROWS, border=0, index=False)
        return captioned(self.answer.title, resting_on(self.answer)) + table


def captioned(title: str, rests_on: str) -> str:
    """A title, if there is one, and what an answer rests on as HTML, to stand above what it shows."""
    named = f"<b>{escape(title)}</b><br>" if title else ""
    return f"<p>{named}<small>{escape(rests_on)}</small></p>"
