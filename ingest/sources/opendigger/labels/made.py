"""What a label becomes in the graph: a domain with its parts; an organization where it is one; what it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph import edge_kinds as edges
from graph.keys import GITHUB
from graph.model import NodeRecord, Record, Where
from ingest import records
from ingest.identity import chinese_names, country_name
from ingest.nodes import UNKNOWN, Nodes
from ingest.sources.opendigger.labels.entries import Entry
from ingest.sources.opendigger.labels.known import Known
from ingest.sources.opendigger.labels.label import Label
from ingest.sources.opendigger.labels.tree import Tree
from ingest.sources.opendigger.subject import SOURCE

FOUNDATION = "foundation"
ORGANIZATIONS = {
    "company": "company",
    "university": "university",
    FOUNDATION: FOUNDATION,
    "community": "community",
    "institution": UNKNOWN,
    "agency": UNKNOWN,
}
"""First words of the types of labels that are organizations -> the kind of organization."""
LISTED = 0.9
"""How sure it is that someone on a hand-kept, undated list belongs there."""
HOSTED = "hosted"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the records of the labels of one tree, under one taxonomy."""

    tree: Tree
    taxonomy: str
    nodes: Nodes
    known: Known

    def records(self, label: Label) -> Iterator[Record]:
        """All that is told of `label`: its own row first, then a row for each entry."""
        where = label.place.where
        domain, organization = self.domain(label, where), self.organization(label, where)
        yield domain
        for child in self.tree.children(label):
            yield records.link(edges.PART_OF, self.domain(child, where), domain, SOURCE, where)
        if organization is not None:
            yield records.link(edges.PART_OF, domain, organization, SOURCE, where)
            yield from self._belonging(label, organization, where)
        for entry in label.entries:
            yield from self._entry(label, entry, domain, organization)

    def domain(self, label: Label, where: Where) -> NodeRecord:
        """The domain that `label` is."""
        node = records.domain(self.taxonomy, label.path.split("/"), label.level, where)
        handles = sorted(f"{entry.platform}:{entry.name}" for entry in label.of("orgs"))
        props = {**node.props, "name": label.name, "name_zh": label.name_zh, "handles": handles}
        return NodeRecord(node.ref, props, where)

    def organization(self, label: Label, where: Where) -> NodeRecord | None:
        """The organization that `label` is, by the name that the identity rules know, or None for another label."""
        kind = ORGANIZATIONS.get(label.level.partition("-")[0])
        if kind is None:
            return None
        handles = tuple(_handle(entry) for entry in label.of("orgs"))
        found = self.nodes.identities.organizations(label.name).matches
        if len(found) != 1 or not self.nodes.is_known(found[0]):
            names = filter(None, [label.name_zh])
            return records.organization(label.name, where, kind=kind, handles=sorted(handles), names_zh=tuple(names))
        known = self.nodes.organization(found[0], where)
        listed = known.props.get("handles")
        more = sorted({*handles, *(listed if isinstance(listed, list) else [])})
        return NodeRecord(known.ref, {**known.props, "handles": more}, where)

    def _belonging(self, label: Label, organization: NodeRecord, where: Where) -> Iterator[Record]:
        accounts = {(entry.platform, entry.name.lower()) for entry in label.of("orgs")}
        for entry in self.tree.repositories(label):
            if (entry.platform, entry.owner) in accounts:
                yield records.link(edges.OWNS, organization, self.known.node(entry, where), SOURCE, where)
        if label.level == FOUNDATION:
            # What a foundation within this one hosts is hosted by that one; the two are tied by PART_OF.
            for entry in self.tree.repositories(label, stop=frozenset({FOUNDATION})):
                what = self.known.node(entry, where)
                yield records.link(edges.HOSTED_BY, what, organization, SOURCE, where, form=HOSTED)

    def _entry(
        self, label: Label, entry: Entry, domain: NodeRecord, organization: NodeRecord | None
    ) -> Iterator[Record]:
        where = Where(label.file, entry.line)
        if entry.kind == "orgs":
            yield NodeRecord(domain.ref, domain.props, where)  # its account stands there
            return
        node = self.known.node(entry, where)
        yield NodeRecord(node.ref, node.props, where)
        if entry.kind == "repos":
            yield records.classification(node, domain, SOURCE, where)
        elif organization is not None:
            yield records.affiliation(
                node, organization, SOURCE, rank=records.RANK_STATED, confidence=LISTED, raw=label.name, where=where
            )
        elif label.country:
            code = label.country
            country = records.country(code, country_name(code), where, chinese_names().get(code))
            yield records.location(node, country, SOURCE, confidence=LISTED, raw=label.name, where=where)


def _handle(entry: Entry) -> str:
    return entry.name if entry.platform == GITHUB else f"{entry.platform}:{entry.name}"
