"""What the API answers to pages of our own making: views around a node and of other months, series, employers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qs

from api.formats.document import coverage_document
from graph.model import Network
from tests.viz.worlds import overlap, repository, work
from viz import addresses
from viz.network import AtlasNetwork
from viz.page_data import Field, NetworkPage, Picture
from viz.views import draw

Document = Mapping[str, object]
VIEW = f"{addresses.API}{addresses.VIEWS}"
QUERY = f"{addresses.API}{addresses.QUERIES}"
BOTH = ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]
FIELDS = (
    Field("repositories", "list[str]", BOTH, "the repositories, owner/name"),
    Field("from", "month", None, "first month"),
    Field("to", "month", None, "last month"),
    Field("limit", "int", 5, "most developers", minimum=1, maximum=2000),
)
NEW = ("deepseek-ai/FlashMLA", "deepseek-ai/DualPipe", "deepseek-ai/3FS")
"""What an expansion of any developer brings."""
SERIES = [
    {"repository": "a/b", "month": month, "openrank": value, "preset": "global-2026/1", "source": "measure"}
    for month, value in (("2025-02", 1.0), ("2025-03", 4.0), ("2025-04", 2.5))
]
EMPLOYERS = [{"organization": "DeepSeek", "from": "2024-01", "to": None, "source": "profile"}]
MONTHS = [{"month": f"2025-{month:02}", "contributions": month, "developers": 1} for month in range(1, 9)]
BROKEN = "2025-07"
"""A window that begins here cannot be had."""
NOTHING = "2025-08"
"""In a window that begins here nothing was done."""
LACKING = "2025-04"
"""In a window that begins here no source tells of the second repository."""
GAP = f"{BOTH[1]}: no source tells of merged_prs; `ossatlas load github {BOTH[1]}` would load one"
CUT, SHORT = "2025-06", "2024-12"
"""A window that begins at the first leaves fzyzcjy out unless the largest limit is asked for; at the second always."""

ASKED: dict[str, Callable[[Mapping[str, str]], Document]] = {}
"""Documents of tests of their own by path, made of what is asked."""


def rich() -> Network:
    """The overlap of two repositories, with facts that can be filtered by and drawn."""
    network = overlap()
    places = {"LyricZhao": ("China", ["DeepSeek"]), "fzyzcjy": ("China", []), "sphish": ("Germany", ["DeepSeek"])}
    nodes = []
    for number, node in enumerate(network.nodes):
        country, employers = places.get(node.title, (None, []))
        own = {"countries": [country] if country else [], "organizations": employers, "age": number}
        nodes.append(replace(node, facts={**node.facts, **own}) if node.label == "Developer" else node)
    return replace(network, nodes=tuple(nodes))


def page() -> NetworkPage:
    """The page of the overlap as the catalogue's query has it."""
    values = {"repositories": BOTH, "from": None, "to": None}
    statement = {"repositories": ["github:deepseek-ai/deepep"]}
    picture = Picture(rich(), "overlap-network", "RETURN 1", values, statement=statement)
    return NetworkPage("DeepEP and DeepGEMM", "Who works on both?", picture, "Two.", FIELDS)


def answer(path: str, query: str) -> tuple[int, Document] | None:
    """The status and document of an address of the API; None where it has none."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    if path in ASKED:
        return 200, ASKED[path](asked)
    if path == f"{VIEW}/ego-network":
        return 200, document(around(asked.get("developer") or asked["repository"]))
    if path == f"{VIEW}/overlap-network":
        return months(asked)
    known: dict[str, Document] = {
        f"{QUERY}/openrank-series": {"rows": SERIES},
        f"{QUERY}/activity-by-month": {"rows": MONTHS},
    }
    if path.startswith(f"{addresses.API}/developers/"):
        return 200, {"profile": {"affiliations": EMPLOYERS}}
    return (200, known[path]) if path in known else None


def document(network: Network) -> Document:
    """What the API answers of a network: what a page embeds, what it found, and what that rests on."""
    people = sum(node.label == "Developer" for node in network.nodes)
    found = {"answer": f"{people} developers.", "coverage": coverage_document(network.coverage)}
    return {**AtlasNetwork(draw(network), "").data(), **found}


def around(name: str) -> Network:
    """The network around a developer: the overlap and three more repositories. Around a repository: nobody new."""
    network = overlap()
    if "/" in name:
        return network
    return replace(
        network,
        nodes=(*network.nodes, *(repository(title, 3.0) for title in NEW)),
        edges=(*network.edges, *(work(name, title, 3) for title in NEW)),
    )


def months(asked: Mapping[str, str]) -> tuple[int, Document]:
    """The overlap in some months: before May without sphish, then without RayWang96 and with another repository."""
    begin = asked.get("from", "")
    if begin == BROKEN:
        return 503, {"detail": "the graph does not answer", "hint": "start it"}
    if begin == NOTHING:
        return 200, document(Network((), ()))
    network = rich()
    if begin == LACKING:
        return 200, document(_without(network, BOTH[1], gap=GAP))
    lost = "@sphish" if begin < "2025-05" else "@raywang96"
    seeded = [repository(name, 2.0) for name in asked["repositories"].split(",") if name not in BOTH]
    late = [repository("deepseek-ai/EPLB", 2.0)] if begin >= "2025-05" else []
    ties = [work("LyricZhao", node.title, 2) for node in (*late, *seeded)]
    kept = tuple(node for node in network.nodes if not node.key.endswith(lost))
    held = tuple(edge for edge in network.edges if not edge.source.endswith(lost))
    whole = replace(network, nodes=(*kept, *late, *seeded), edges=(*held, *ties))
    short = replace(_without(whole, "fzyzcjy"), cut=True, left_out=1)
    return 200, document(short if begin == SHORT or (begin, asked["limit"]) == (CUT, "5") else whole)


def _without(network: Network, title: str, gap: str = "") -> Network:
    """The network without one node, and the gap that says why."""
    nodes = tuple(node for node in network.nodes if node.title != title)
    known = {node.key for node in nodes}
    edges = tuple(edge for edge in network.edges if {edge.source, edge.target} <= known)
    gaps = (*((gap,) if gap else ()), *network.coverage.gaps)
    return replace(network, nodes=nodes, edges=edges, coverage=replace(network.coverage, gaps=gaps))
