"""From a shelf into the store: the metrics of one repository, developer or label, several at a time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.calendar import shifted
from graph.errors import BadInputError, NotFoundError
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.metrics import Metric
from ingest.sources.opendigger.shelves import Shelf
from ingest.sources.opendigger.store import META, Kept, Store

AT_ONCE = 6
_ABSENT = "OpenDigger has no file of it"
_META = ("id", "updatedAt", "name", "name_zh", "label_type")
"""What is kept of meta.json, which has people's biographies as well; names are kept of labels alone."""


@dataclass(frozen=True, slots=True)
class Collector:
    """Fetches from `shelf` into `store`; `day` is today, `period` the months of networks where the user says them."""

    shelf: Shelf
    store: Store
    day: str
    period: str = ""

    def collect(self, asked: Asked, metrics: Sequence[Metric]) -> None:
        """Have all `metrics` of `asked` in the store, absent ones as such; a SourceError where a shelf fails."""
        self._meta(asked)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for _ in pool.map(lambda metric: self._one(asked, metric), metrics):
                pass

    def _one(self, asked: Asked, metric: Metric) -> None:
        kept = self._fetched(asked, metric.name)
        if metric.shape == "network" and not kept.absent:
            period = self.period or network_period(self.store.meta(asked).get("updatedAt"))
            kept = Kept(kept.day, kept.content, kept.absent, kept.broken, period)
        self.store.keep(asked, metric.name, kept)

    def _fetched(self, asked: Asked, name: str) -> Kept:
        try:
            return Kept(self.day, self.shelf.fetch(f"{asked.path}/{name}.json", personal=name == META))
        except NotFoundError:
            return Kept(self.day, absent=_ABSENT)
        except BadInputError as error:
            return Kept(self.day, broken=str(error))

    def _meta(self, asked: Asked) -> None:
        kept = self._fetched(asked, META)
        found = kept.content if isinstance(kept.content, dict) else {}
        names = _META if asked.kind == "label" else _META[:2]
        told = {name: found[name] for name in names if name in found}
        if told:
            self.store.keep(asked, META, Kept(kept.day, told))


def network_period(updated: object) -> str:
    """The three months that a network stands for, by when (in ms) OpenDigger wrote it; empty where that is not known.

    It is written in the first days of a month, from the three months before.
    """
    if not isinstance(updated, int | float) or isinstance(updated, bool) or not 0 < updated < 4e12:  # noqa: PLR2004
        return ""
    written = datetime.fromtimestamp(updated / 1000, UTC).strftime("%Y-%m")
    return f"{shifted(written, -3)}..{shifted(written, -1)}"
