"""OpenDigger's export of repositories with the sum of twelve months of OpenRank, under the columns of `COLUMNS`.

One that was renamed within these months has a row for each name, with the months that it bore it: the sums of an id
are added up, and the name of the larger one is shown.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadInputError, BadRowError
from graph.model import NodeRecord, Origin
from ingest import records
from ingest.fingerprint import fingerprint
from ingest.source import Dataset, Item
from ingest.sources.opendigger.names import present
from ingest.sources.opendigger.places import Place, whole
from ingest.sources.opendigger.platforms import platform_key, repository
from ingest.sources.opendigger.shelves import SERVICE
from ingest.sources.opendigger.subject import SOURCE

COLUMNS = ("repo_id", "repo_name", "platform", "total_openrank")
SUM = "a finite number, 0 or more"
LARGEST = 1e15
DATASET = "openrank sums"
GAPS = ("the twelve months of the sums are not published",)


@dataclass(frozen=True, slots=True)
class Total:
    """One row: where it stands, the platform and id of a repository, its name, its sum of OpenRank under this name."""

    place: Place
    platform: str
    number: int
    name: str
    openrank: float

    @property
    def id(self) -> tuple[str, int]:
        """What the repository is known by, whatever its name."""
        return self.platform, self.number


def totals_dataset(path: Path, as_of: str) -> Dataset:
    """The data set of the export in `path`, as of a day; BadInputError where it is no such export."""
    rows = list(read_totals(path))
    told = sorted(
        f"{row.platform} {row.number} {row.name} {row.openrank!r}" if isinstance(row, Total) else str(row)
        for row in rows
    )
    origin = Origin(
        source=SOURCE,
        method="reference",
        dataset=DATASET,
        title=f"{SERVICE}: {DATASET}",
        address="https://github.com/X-lab2017/open-digger",
        content_hash=fingerprint(told),
        as_of=as_of,
        gaps=GAPS,
    )
    return Dataset(origin, lambda: _items(rows), len(rows), replaces=True)


def read_totals(path: Path) -> Iterator[Total | BadRowError]:
    """The rows of the export in `path`, in its order; a refusal for one that cannot be taken."""
    lines = csv.reader(io.StringIO(_text(path), newline=""))
    header = tuple(cell.strip().lower() for cell in next(lines, []))
    if header != COLUMNS:
        raise BadInputError(
            f"{path.name} has the columns {', '.join(header) or 'of nothing'}: expected {', '.join(COLUMNS)}"
        )
    rows = [_total(cells, Place(path.name, line)) for line, cells in enumerate(lines, start=2) if cells]
    if not rows:
        raise BadInputError(f"{path.name} has names of columns and no rows: expected at least one")
    yield from rows


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.name.endswith(".gz") else content).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError(f"{path.name} is not in UTF-8: save it so") from None
    except (OSError, EOFError, zlib.error) as error:
        raise BadInputError(f"{path.name} cannot be read to its end: {str(error) or type(error).__name__}") from None


def _total(cells: Sequence[str], place: Place) -> Total | BadRowError:
    if len(cells) != len(COLUMNS):
        return place.bad("row", f"{len(cells)} cells", f"{len(COLUMNS)}, as many as columns")
    readers: tuple[Callable[[str], object], ...] = (_number, repository, platform_key, _sum)
    for field, read in zip(COLUMNS, readers, strict=True):
        try:
            read(cells[COLUMNS.index(field)])
        except ValueError as error:
            return place.bad(field, cells[COLUMNS.index(field)], str(error))
    platform = platform_key(cells[2])
    return Total(place, platform, _number(cells[0]), repository(cells[1], platform), _sum(cells[3]))


def _number(text: str) -> int:
    plain = text.strip()
    return whole(int(plain) if plain.isascii() and plain.isdigit() else text)


def _sum(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(SUM) from None
    if not 0 <= value <= LARGEST:  # which NaN is not, either
        raise ValueError(SUM)
    return value


def _items(rows: Sequence[Total | BadRowError]) -> Iterator[Item]:
    sums: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    for row in rows:
        if isinstance(row, Total):
            sums[row.id][row.name] = max(row.openrank, sums[row.id].get(row.name, 0.0))
    made: dict[tuple[str, int], NodeRecord] = {}
    for row in sorted(rows, key=_order):
        if isinstance(row, BadRowError):
            yield row
        elif row.id in made:  # another name of the one before
            yield NodeRecord(made[row.id].ref, made[row.id].props, row.place.where)
        else:
            made = {row.id: _repository(row, sums[row.id])}
            yield made[row.id]


def _order(row: Total | BadRowError) -> tuple[int, str, int, str, int]:
    if isinstance(row, BadRowError):
        return 0, "", 0, str(row), row.line
    return 1, row.platform, row.number, row.name, row.place.line


def _repository(row: Total, sums: dict[str, float]) -> NodeRecord:
    name, former = present(sums)
    total = round(sum(sums.values()), 6)
    return records.repository(
        name, row.place.where, number=row.number, former=former, platform=row.platform, openrank_12m_sum=total
    )
