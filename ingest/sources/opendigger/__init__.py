"""OpenDigger: series, networks and labels that X-lab publishes, from its address, a mirror, or its exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.desk import Desk
from ingest.source import Dataset, Option, source


@source(
    "opendigger",
    takes="NAME|LABEL|FILE",
    options=(
        Option("metrics", "names of metrics, or all; the usual counts if absent", sample="openrank,stars", many=True),
        Option("from", "a folder of its files or labels, or a mirror's address, in place of OpenDigger's own"),
        Option(
            "period", "the months that networks stand for, where their files do not tell", sample="2025-02..2025-04"
        ),
        Option("as_of", "the day that labels and exports stand for; the day of the first reading if absent"),
    ),
    offers=("monthly series", "activity by developer", "networks", "labels", "sums of OpenRank", "topics"),
    examples=(
        "apache/doris gitee:dromara/hutool @frank-zsy --metrics openrank,activity",
        ":companies/alibaba --from ./labeled_data.tar.gz",
        "top50000_repos_total_openrank.csv.gz",
    ),
)
def read_opendigger(
    named: Sequence[str], desk: Desk, *, metrics: tuple[str, ...] = (), **order: str | None
) -> Iterator[Dataset]:
    """OpenDigger's series, networks and labels of repositories, developers and organizations.

    `order` may hold `from`, `period` and `as_of`.
    """
    from ingest.sources.opendigger.opening import Order, open_datasets  # noqa: PLC0415 - kept out of the command's start

    told = {name: str(order.get(name) or "") for name in ("period", "as_of")}
    return open_datasets(named, desk, Order(metrics, source=str(order.get("from") or ""), **told))
