"""A world in which is what the recipes of figures say would have to be loaded, with made values."""

from __future__ import annotations

from graph.calendar import periods
from graph.database import Database
from graph.model import NodeRecord
from ingest import records
from tests.cypher.queries.told import Told, build

VLLM, SGLANG = "vllm-project/vllm", "sgl-project/sglang"
PARTICIPANTS = {
    VLLM: 1000.0,
    SGLANG: 900.0,
    "continuedev/continue": 80.0,
    "cline/cline": 90.0,
    "kvcache-ai/ktransformers": 7.0,
}
PLACES = {
    VLLM: {"ann": "US", "ben": "US", "cid": "CN", "dan": ""},
    SGLANG: {"cid": "CN", "eve": "CN", "fay": "US", "gus": ""},
}
"""Whose profiles state which country."""
FIGURES = {
    "llm-01": 2024, "llm-02": 2023, "llm-13": 800, "llm-16": 80, "llm-22": 50, "llm-23": 25, "llm-24": 50,
    "llm-25": 25, "llm-27": 1000, "llm-29": 900, "llm-31": 7, "llm-37": 220,
}  # fmt: skip
"""What the recipes find here."""


def make(database: Database) -> Database:
    """The world: participants by month, bursts of stars, developers with countries, three labels with OpenRank."""
    github, opendigger = Told("github", "api"), Told("opendigger", "reference")
    for name, value in PARTICIPANTS.items():
        opendigger.series(name, "participants", "2025-01", [value - 1, value])
    github.series("FoundationAgents/OpenManus", "stars_first_day", "2025-03", [800.0])
    github.series("ag-ui-protocol/ag-ui", "stars_first_week", "2025-05", [220.0])
    for repository, people in PLACES.items():
        for login, country in people.items():
            github.did(login, repository, "2024-02")
            if country:
                _lives(github, login, country)
    _labels(opendigger)
    return build(database, github, opendigger)


def _lives(told: Told, login: str, code: str) -> None:
    names = {"US": "United States", "CN": "China"}
    country = records.country(code, names[code], told.where)
    who = records.developer(login, told.where)
    told.others.append(records.location(who, country, "github", confidence=1.0, raw=names[code], where=told.where))


def _labels(told: Told) -> None:
    """AI as a whole as it is published; of the two others a project each."""
    of_ai = _label(told, "Artificial Intelligence", "ai")
    for month in periods("2022-01", "2024-12"):  # each of them: one that is missing is zero
        value = {"2022": 5.0, "2023": 15.0, "2024": 35.0}[month[:4]]
        told.others.append(records.measured(of_ai, "openrank", "opendigger", value, month, "opendigger", told.where))
    for name, path, months in (
        ("Cloud Native", "cloud_native", [20.0, 30.0, 30.0]),
        ("Web Frameworks - Frontend", "web_frameworks/frontend", [10.0, 10.0, 9.0]),
    ):
        project = told.bare(f"made/{path.replace('/', '-')}")
        told.others.append(records.classification(project, _label(told, name, path), "opendigger", told.where))
        for year, value in zip((2022, 2023, 2024), months, strict=True):
            told.others.append(
                records.measured(project, "openrank", "opendigger", value, f"{year}-06", "opendigger", told.where)
            )


def _label(told: Told, name: str, path: str) -> NodeRecord:
    node = records.domain("opendigger", ("technology", *path.split("/")), "tech-0", told.where)
    label = NodeRecord(node.ref, {**node.props, "name": name}, told.where)
    told.others.append(label)
    return label
