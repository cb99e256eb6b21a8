"""All labels of a reading as a tree: references resolved, circles and broken ones refused, repositories gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.errors import BadRowError
from ingest.sources.opendigger.labels.entries import Entry
from ingest.sources.opendigger.labels.files import LabelFile
from ingest.sources.opendigger.labels.label import Label, read_label
from ingest.sources.opendigger.places import Place

Repositories = frozenset[tuple[str, int]]
"""Repositories by platform and id."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The labels that hold, by path, and the refusals of the others, by the path of the label."""

    labels: Mapping[str, Label]
    refused: Mapping[str, BadRowError] = field(default_factory=dict)

    def children(self, label: Label) -> list[Label]:
        """The labels below `label`, less those that were refused."""
        return [self.labels[path] for path in label.children if path in self.labels]

    def below(self, label: Label, *, stop: frozenset[str] = frozenset()) -> list[Label]:
        """`label` and all that is below it; those whose level begins with a word of `stop` and what they hold not."""
        found: dict[str, Label] = {}
        waiting = [label]
        while waiting:
            one = waiting.pop()
            if one.path not in found:
                found[one.path] = one
                waiting += [child for child in self.children(one) if child.level.partition("-")[0] not in stop]
        return list(found.values())

    def repositories(self, label: Label, *, stop: frozenset[str] = frozenset()) -> list[Entry]:
        """The repositories of `label` and of all that is below it, each once, in order of platform and id."""
        below = self.below(label, stop=stop)
        found = {(entry.platform, entry.number): entry for one in below for entry in one.of("repos")}
        return [found[key] for key in sorted(found)]

    def closure(self, path: str) -> Repositories:
        """The repositories of the label at `path` and of all that is below it."""
        return frozenset((entry.platform, entry.number) for entry in self.repositories(self.labels[path]))


def read_tree(files: Iterable[LabelFile]) -> Tree:
    """The labels of `files`. One that cannot be read, refers to nothing, or is part of a circle, is refused."""
    labels: dict[str, Label] = {}
    refused: dict[str, BadRowError] = {}
    for held in files:
        try:
            if held.path in labels:
                other = labels[held.path].file
                raise Place(held.file, 1).bad("label", held.path, f"another path than that of {other}")
            labels[held.path] = read_label(held.path, held.file, document(held))
        except BadRowError as refusal:
            refused[held.file if held.path in labels else held.path] = refusal
    refused |= _broken(labels, refused) | _circles(labels)
    return Tree({path: label for path, label in labels.items() if path not in refused}, refused)


def document(held: LabelFile) -> object:
    """The YAML document of `held`; BadRowError where it is none."""
    import yaml  # noqa: PLC0415 - slow to import

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(held.content.decode("utf-8-sig"), Loader=loader)  # noqa: S506 - it is the safe one
    except UnicodeDecodeError:
        raise Place(held.file, 1).bad("file", "another encoding", "UTF-8") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        found = f"what is no YAML{f' in line {mark.line + 1}' if mark else ''}"
        raise BadRowError(held.file, 1, "file", found, "one YAML document") from None


def _broken(labels: Mapping[str, Label], refused: Mapping[str, BadRowError]) -> dict[str, BadRowError]:
    found: dict[str, BadRowError] = {}
    for path, label in labels.items():
        missing = next((child for child in label.children if child not in labels and child not in refused), None)
        if missing is not None:
            found[path] = label.place.bad("data.labels", f":{missing}", "a label that there is")
    return found


def _circles(labels: Mapping[str, Label]) -> dict[str, BadRowError]:
    import networkx as nx  # noqa: PLC0415 - slow to import

    graph = nx.DiGraph((path, child) for path, label in labels.items() for child in label.children if child in labels)
    rings = [sorted(ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1]
    rings += [[path] for path in nx.nodes_with_selfloops(graph)]
    return {
        path: labels[path].place.bad("data.labels", " and ".join(f":{one}" for one in ring), "no label below itself")
        for ring in rings
        for path in ring
    }
