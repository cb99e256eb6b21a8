"""What is left of our English on a Chinese page: words that are no name and that our Chinese texts do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from cypher.catalogue import catalogue
from graph.database import Database
from graph.kinds import EdgeKind, NodeKind
from graph.schema import EDGES, NODES
from viz.language.headers import entries
from viz.language.words import words

WORD = re.compile(r"(?<![\w@$./-])[A-Za-z][a-z']+(?![\w/]|[.-]\w|…)")
"""A word as a text has it; no part of a name, of an address, or of what is cut off."""
HOLE = re.compile(r"\{\w+\}|`[^`]*`")
BETWEEN = re.compile(r"[、\uff1b·|\uff08\uff09()\uff1a]|\s{2,}|, |: ")
AMOUNT = re.compile(r"\s[\d,.%+-]+$")
QUOTED = re.compile(r"\'[^\']+\'|https?://\S+")
CUT = re.compile(r"^[^\uff1a]{,30}…$")
"""A name that ends where its mark does."""
FORMATS_AND_KEYS = {"Parquet", "GraphML", "Escape", "Delete"}
TITLES = " + ".join(
    f"COLLECT {{ MATCH (n:{kind.label}) RETURN n.{kind.title} }}"
    for kind in NODES.values()
    if kind.label not in ("Event", "Developer")
)
OTHERS = """
COLLECT { MATCH (r:Repository) WHERE r.project IS NOT NULL RETURN r.project }
+ COLLECT { MATCH (r:Repository) WHERE r.language IS NOT NULL RETURN r.language }
+ COLLECT { MATCH ()-[s:STATED]->() UNWIND [s.company, s.location] AS text RETURN text }
+ COLLECT { MATCH ()-[a:AFFILIATED_WITH]->() RETURN a.raw } + COLLECT { MATCH ()-[l:LOCATED_IN]->() RETURN l.raw }
+ COLLECT { MATCH (d:Domain) RETURN d.taxonomy } + COLLECT { MATCH (s:Snapshot) RETURN s.source }
+ COLLECT { MATCH ()-[m:MEASURED]->() RETURN DISTINCT m.preset }
+ COLLECT { MATCH ()-[i:INTEGRATES]->() RETURN i.evidence }
"""


@dataclass(frozen=True, slots=True)
class Names:
    """What is no English of ours: names, which may stand within a text; logins, which stand alone; longer names."""

    words: frozenset[str]
    logins: frozenset[str]
    phrases: re.Pattern[str]


@cache
def ours() -> frozenset[str]:
    """The words that our Chinese texts have."""
    found = entries("zh")
    messages = [text for m in words("zh").values() for text in ([m] if isinstance(m, str) else m.values())]
    texts = [*messages, *found["texts"].values(), *found["patterns"].values()]
    return frozenset(word for text in texts for word in WORD.findall(HOLE.sub(" ", text)))


def names(database: Database) -> Names:
    """What is called so in every language: what the graph holds, queries and their parameters, kinds, formats."""
    found = database.read(f"RETURN {TITLES} AS titles, {OTHERS} AS others").records()[0]
    titles, others = (_strings(found[name]) for name in ("titles", "others"))
    logins = _strings(database.read("RETURN COLLECT { MATCH (d:Developer) RETURN d.login } AS logins").rows[0][0])
    queries = {name for query in catalogue() for name in (query.name, *(param.name for param in query.params))}
    parts = {name.rpartition("/")[2] for name in titles}
    kinds: list[NodeKind | EdgeKind] = [*NODES.values(), *EDGES.values()]
    props = {prop.name for kind in kinds for prop in kind.props}
    words_of_all = frozenset(titles | others | parts | queries | props | {*NODES, *EDGES} | FORMATS_AND_KEYS)
    several = "|".join(re.escape(name) for name in sorted(words_of_all, key=len, reverse=True) if " " in name)
    return Names(words_of_all, frozenset(logins), re.compile(rf"(?a:(?<!\w)(?:{several})(?!\w))"))


def _strings(told: object) -> set[str]:
    return {str(item) for item in told if item} if isinstance(told, list) else set()


def english(texts: Iterable[str], known: Names) -> list[str]:
    """Those of `texts` in which a word is left that is neither a name nor in a Chinese text of ours."""
    return [text for text in texts if _left(text, known)]


def _left(text: str, known: Names) -> set[str]:
    plain = known.phrases.sub(" ", CUT.sub("", QUOTED.sub(" ", text)))
    parts = [AMOUNT.sub("", part.strip()) for part in BETWEEN.split(plain)]
    found = {word for part in parts if part not in known.logins for word in WORD.findall(part)}
    return {word for word in found if not {word, word.lower()} & known.words} - ours()
