"""The data set of a tree of labels, or of the part of one below a label."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.model import Origin
from ingest.fingerprint import fingerprint
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.source import Dataset, Item
from ingest.sources.opendigger.labels.files import LabelFile
from ingest.sources.opendigger.labels.known import Known
from ingest.sources.opendigger.labels.made import Maker
from ingest.sources.opendigger.labels.tree import Tree, read_tree
from ingest.sources.opendigger.shelves import SERVICE
from ingest.sources.opendigger.subject import SOURCE, TAXONOMY

FLAT_TAXONOMY = "opendigger-domains"
"""Of files that lie beside each other and form no tree, such as the domains of `get_repo_tech_label`."""
ADDRESS = "https://github.com/X-lab2017/open-digger/tree/master/labeled_data"
GAP = "labels list the accounts of organizations without their repositories"
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Labels:
    """A reading of labels: the files, and the tree that they form."""

    files: Sequence[LabelFile]
    tree: Tree

    @staticmethod
    def of(files: Sequence[LabelFile], below: str = "") -> Labels:
        """The labels of `files`, or the one at `below` and what is below it; NotFoundError where it is not there."""
        tree = read_tree(files)
        if not below:
            return Labels(files, tree)
        if below in tree.refused:
            raise tree.refused[below]
        if below not in tree.labels:
            near = _near(below, tree)
            raise NotFoundError(f"there is no label :{below}{f'; near it are {near}' if near else ''}")
        kept = {label.path: label for label in tree.below(tree.labels[below])}
        wanted = {path for label in kept.values() for path in label.children} | kept.keys()
        refused = {path: refusal for path, refusal in tree.refused.items() if path in wanted}
        return Labels([file for file in files if file.path in wanted], Tree(kept, refused))

    @property
    def taxonomy(self) -> str:
        """The taxonomy of its domains: that of the tree, or of flat files."""
        return TAXONOMY if any("/" in held.path for held in self.files) else FLAT_TAXONOMY


def labels_dataset(labels: Labels, identities: Identities, as_of: str, below: str = "") -> Dataset:
    """The data set of `labels` as of the day `as_of`; `below` is the label that was asked for, empty for all."""
    taxonomy = TAXONOMY if below else labels.taxonomy
    dataset = f"labels {below}" if below else ("labels" if taxonomy == TAXONOMY else "domains")
    gaps = [GAP]
    if labels.tree.refused:
        gaps.append(f"labels that were refused: {len(labels.tree.refused)}; those above them lack what they hold")
    origin = Origin(
        source=SOURCE,
        method="reference",
        dataset=dataset,
        title=f"{SERVICE}: {dataset}",
        address=ADDRESS,
        content_hash=_hash(labels, identities, taxonomy),
        as_of=as_of,
        gaps=tuple(gaps),
    )
    return Dataset(origin, lambda: _items(labels.tree, taxonomy, identities), replaces=True)


def _items(tree: Tree, taxonomy: str, identities: Identities) -> Iterator[Item]:
    yield from sorted(tree.refused.values(), key=lambda refusal: refusal.file)
    maker = Maker(tree, taxonomy, Nodes(identities), Known.of_labels(tree.labels.values(), identities))
    for _, label in sorted(tree.labels.items()):
        yield from maker.records(label)
        yield from label.refused


def _hash(labels: Labels, identities: Identities, taxonomy: str) -> str:
    told = sorted(f"{held.file} {hashlib.sha256(held.content).hexdigest()}" for held in labels.files)
    return fingerprint([taxonomy, *told], identities.files)


def _near(path: str, tree: Tree) -> str:
    import difflib  # noqa: PLC0415 - only on the way to an error

    return ", ".join(f":{one}" for one in difflib.get_close_matches(path, tree.labels, n=NEAREST))
