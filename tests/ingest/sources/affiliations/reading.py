"""Short ways for the tests of affiliation files: write one (of invented people), open it, look at what came out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.source import Dataset
from ingest.sources.affiliations import read_affiliations

LIST = """# Invented people.
ann-kay: ann!acme.example, annkay!users.noreply.github.com
\tGoogle LLC until 2018-03-01
\tRed Hat Inc. from 2018-03-01 until 2020-06-01
\tGoogle LLC from 2020-06-01
bob-zed*: bob!bolt.example
\tIndependent until 2019-01-01
\tBolt Widgets from 2019-01-01
Carla Without: carla!cog.example
\tMicrosoft Corporation
dana-q: dana!nvidia.com, dana!gmail.com
\tNotFound
robo-ci: robo!acme.example
\t(Robots)
"""
MAP = """# address, employer, until
bob@bolt.example\tBolt Widgets < 2021-05-01  # Bob
bob@bolt.example\tIntel Corporation
7+eve-io@users.noreply.github.com Acme Gears
nobody@nowhere.example Acme Gears
cog.example Cog Works
"""
USERS = """[
 {"login": "ann-kay", "email": "ann!acme.example", "affiliation": "Google < 2018-03-01, Red Hat < 2020-06-01, Google",
  "country_id": "pl", "sex": null, "name": "Ann Kay"},
 {"login": "finn", "email": "finn!x.example", "affiliation": "(Unknown)", "country_id": null},
 {"login": null, "email": "gus!x.example", "affiliation": "Acme Gears"}
]
"""
EXPORT = """{
 "blacklist": [], "organizations": {"Google": []}, "source": null, "time": "2024-02-03 10:00:00.000000",
 "uidentities": {
  "aaaa": {"uuid": "aaaa",
   "enrollments": [
    {"organization": "Google", "start": "1900-01-01T00:00:00", "end": "2019-05-01T00:00:00", "uuid": "aaaa"},
    {"organization": "Acme Gears", "start": "2019-05-01T00:00:00", "end": "2100-01-01T00:00:00", "uuid": "aaaa"}],
   "identities": [
    {"id": "1", "source": "git", "username": null, "email": "hal@acme.example", "name": "Hal", "uuid": "aaaa"},
    {"id": "2", "source": "github", "username": "hal-9", "email": null, "name": null, "uuid": "aaaa"}],
   "profile": {"country": {"alpha3": "ESP", "code": "ES", "name": "Spain"}, "is_bot": false, "name": "Hal"}},
  "bbbb": {"uuid": "bbbb", "enrollments": [], "profile": {"is_bot": true, "country": null},
   "identities": [{"source": "github", "username": "builder", "email": null}]},
  "cccc": {"uuid": "cccc", "enrollments": [{"organization": "Google", "start": "2015-01-01", "end": "2100-01-01"}],
   "profile": null, "identities": [{"source": "git", "username": null, "email": "ida@x.example"}]}
 }
}
"""


@lru_cache(maxsize=1)
def identities() -> Identities:
    """The shipped rules, read once."""
    return Identities.load()


def desk(folder: Path) -> Desk:
    """A desk with the shipped rules."""
    return Desk(identities(), folder)


def opened(folder: Path, files: dict[str, str], **options: str | bool) -> list[Dataset]:
    """The datasets of files of these names and texts."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    named = [str(folder / name) for name in files]
    return list(read_affiliations(named, desk(folder), **options))  # type: ignore[arg-type]


def taken(dataset: Dataset) -> list[Record]:
    """The records of a dataset, each checked against the schema."""
    found = [item for item in dataset.records if not isinstance(item, BadRowError)]
    for record in found:
        check(record)
    return found


def refused(dataset: Dataset) -> list[str]:
    """What was refused, in words."""
    return [str(item) for item in dataset.records if isinstance(item, BadRowError)]


def stints(dataset: Dataset) -> list[tuple[str, str, object, object, object]]:
    """Login, organization, from, to and rank of each affiliation."""
    edges = [one for one in taken(dataset) if isinstance(one, EdgeRecord) and one.type == "AFFILIATED_WITH"]
    return [
        (
            str(one.start.props["login"]),
            str(one.end.props["name"]),
            one.props.get("from"),
            one.props.get("to"),
            one.props["rank"],
        )
        for one in edges
    ]


def bots(dataset: Dataset) -> set[str]:
    """Logins that are marked as machines."""
    found = taken(dataset)
    nodes = [one for one in found if isinstance(one, NodeRecord)] + [
        one.start for one in found if isinstance(one, EdgeRecord)
    ]
    return {str(one.props["login"]) for one in nodes if one.props.get("bot")}
