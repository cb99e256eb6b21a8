"""Whether a statement speaks of labels, types and properties that `graph/schema.py` has. Needs no server.

It knows what it has seen: a variable with a label or a type in a pattern. Of anything else (a map, a value of a
procedure, a variable given a new meaning) it says nothing, so that it never refuses what is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from cypher.problem import near
from cypher.words import END, Word
from graph import schema

ALWAYS = frozenset({"key", "snapshots"})
"""Properties that the loader gives to every node and edge."""

_LABELS = {**schema.NODES, schema.ALIAS_LABEL: None, schema.FORGOTTEN_LABEL: None, schema.TURN_LABEL: None}
_TYPES = {**schema.EDGES, schema.ALIAS_EDGE: None}
_BEFORE_PATTERN = frozenset(
    """
    MATCH MERGE CREATE WHERE AND OR XOR NOT IN RETURN WITH THEN WHEN ELSE CASE DISTINCT UNWIND BY ON AS
    EXISTS SHORTEST ANY ALL PATHS GROUPS CALL
    """.split()  # noqa: SIM905 - a list of quoted words reads worse
)
_SIGNS = frozenset("([{}]).")
_NAMING = frozenset({"AS", "YIELD"})
_FOLLOWING = frozenset({".", ":", "IN", "in", "In"})
"""What makes a name worth a look: most are not, and the whole catalogue is read at each start."""

_ITERATED = frozenset({"any", "all", "none", "single", "reduce"})
_ANYTHING = frozenset({""})
"""The kinds of a variable that may be anything."""

Fault = tuple[int, str]


@dataclass(slots=True)
class _Open:
    """An open bracket: its place among the words, and variables that mean something else inside it."""

    at: int
    hidden: set[str] = field(default_factory=set)


def faults(words: Sequence[Word]) -> list[Fault]:
    """Place and sentence for each label, type or property that the schema does not have."""
    return list(_Walk(words).walk())


class _Walk:
    """One pass over the words, remembering which variable stands for which kinds."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = (END, *words, END, END, END)  # so that looking around never leaves the statement
        self.kinds: dict[str, frozenset[str]] = {}
        self.open: list[_Open] = []

    def walk(self) -> Iterator[Fault]:
        """All faults, in the order of the statement."""
        for at, word in enumerate(self.words):
            if word.text in _SIGNS:
                yield from self._sign(at, word.text)
            elif word.kind == "name" and (word.upper in _NAMING or self.words[at + 1].text in _FOLLOWING):
                yield from self._name(at, word)

    def _sign(self, at: int, sign: str) -> Iterator[Fault]:
        if sign in "([{":
            if sign == "(" and not self._is_call(at):
                yield from self._pattern(at, _LABELS, "label")
            if sign == "[" and self.words[at - 1].text == "-":
                yield from self._pattern(at, _TYPES, "relationship type")
            self.open.append(_Open(at))
        elif sign in ")]}" and self.open:
            self.open.pop()
        elif sign == ".":
            yield from self._projected(at)

    def _is_call(self, at: int) -> bool:
        before = self.words[at - 1]
        return before.kind == "name" and before.upper not in _BEFORE_PATTERN

    def _name(self, at: int, word: Word) -> Iterator[Fault]:
        before, after = self.words[at - 1], self.words[at + 1]
        if after.text == "." and before.text != ".":
            yield from self._property(at, word)
        elif word.upper == "AS" and after.kind == "name":
            self._renamed(at)
        elif word.upper == "YIELD":
            self._yielded(at)
        elif after.upper == "IN" and self._iterates(at):
            self.open[-1].hidden.add(word.text)
        elif after.text == ":" and self._is_predicate(at):
            in_list = bool(self.open) and self.words[self.open[-1].at].text == "["
            labels, _ = self._labels(at + 1, bar=not in_list)  # in [x IN xs WHERE x:A | x.name] the bar ends it
            yield from self._known(labels, {**_LABELS, **_TYPES}, "label")

    def _iterates(self, at: int) -> bool:
        if not self.open:
            return False
        opener, before = self.open[-1].at, self.words[at - 1].text
        called = self.words[opener].text == "(" and self.words[opener - 1].text.lower() in _ITERATED
        return (self.words[opener].text == "[" or called) and before in {"[", "(", ","}

    def _is_predicate(self, at: int) -> bool:
        before = self.words[at - 1].text
        in_map = bool(self.open) and self.words[self.open[-1].at].text == "{"
        is_key = before == "{" or (before == "," and in_map)
        return not is_key and before not in {"(", "["} and self.words[at + 2].text != ":"

    def _pattern(self, opener: int, known: Mapping[str, object], what: str) -> Iterator[Fault]:
        at, variable = opener + 1, ""
        if self.words[at].kind == "name" and self.words[at + 1].text != ".":
            variable, at = self.words[at].text, at + 1
        labels: list[Word] = []
        if self.words[at].text == ":":
            labels, at = self._labels(at)
            yield from self._known(labels, known, what)
        self._bind(variable, labels)
        while self.words[at].text in {"*", "."} or self.words[at].kind == "number":  # [r:TYPE*1..3 {…}]
            at += 1
        if self.words[at].text == "{" and self.words[at + 1].text != ".":
            kinds = frozenset(label.text for label in labels) or self._meant(variable)
            yield from self._keys(at, kinds)

    def _labels(self, at: int, *, bar: bool = True) -> tuple[list[Word], int]:
        """The labels of a label expression whose colon stands at `at`, and the place behind it."""
        found: list[Word] = []
        depth, joined = 0, True
        while (word := self.words[at]) is not END:
            if word.kind == "name" and joined:
                found.append(word)
                joined = False
            elif word.text in {"(", ")"} and (word.text == "(" or depth):
                depth += 1 if word.text == "(" else -1
            elif word.text in {":", "&", "!", "%"} or (word.text == "|" and bar):
                joined = True
            else:
                break
            at += 1
        return found, at

    def _known(self, labels: list[Word], known: Mapping[str, object], what: str) -> Iterator[Fault]:
        for label in labels:
            if label.text not in known:
                yield label.at, f"unknown {what} {label.text!r}; {near(label.text, known)}"

    def _bind(self, variable: str, labels: list[Word]) -> None:
        kinds = frozenset(label.text for label in labels)
        if variable and kinds:
            self.kinds[variable] = self.kinds.get(variable, frozenset()) | kinds

    def _meant(self, variable: str) -> frozenset[str]:
        if any(variable in opened.hidden for opened in self.open):
            return frozenset()
        return self.kinds.get(variable, frozenset())

    def _keys(self, opener: int, kinds: frozenset[str]) -> Iterator[Fault]:
        depth = 0
        for at in range(opener, len(self.words)):
            word = self.words[at]
            if word.kind == "sign":
                depth += (word.text in "([{") - (word.text in ")]}")
            if depth == 0:
                return
            if depth == 1 and word.kind == "name" and self.words[at + 1].text == ":":
                yield from self._has(kinds, word)

    def _property(self, at: int, variable: Word) -> Iterator[Fault]:
        named = self.words[at + 2]
        if named.kind == "name" and self.words[at + 3].text != "(":
            yield from self._has(self._meant(variable.text), named)

    def _projected(self, at: int) -> Iterator[Fault]:
        """A `.name` of a map projection `variable {.name, …}`."""
        if self.open and self.words[at - 1].text in {"{", ","} and self.words[at + 1].kind == "name":
            owner = self.words[self.open[-1].at - 1]
            if owner.kind == "name" and self.words[self.open[-1].at].text == "{":
                yield from self._has(self._meant(owner.text), self.words[at + 1])

    def _has(self, kinds: frozenset[str], named: Word) -> Iterator[Fault]:
        names = _properties(kinds) if kinds else None
        if names and named.text not in names:
            hint = near(named.text, names - {"snapshots"})
            yield named.at, f"unknown property {named.text!r} of {' or '.join(sorted(kinds))}; {hint}"

    def _renamed(self, at: int) -> None:
        """`x AS y`: y is what x is when x stands alone, and anything otherwise."""
        source, new, before = self.words[at - 1], self.words[at + 1].text, self.words[at - 2]
        alone = before.text == "," or before.upper in {"WITH", "RETURN", "DISTINCT", "UNWIND"}
        kinds = self._meant(source.text) if alone and source.kind == "name" else frozenset()
        self.kinds[new] = self.kinds.get(new, frozenset()) | (kinds or _ANYTHING)

    def _yielded(self, at: int) -> None:
        """`YIELD x, y AS z`: these are values of a procedure, which may be anything."""
        while self.words[at + 1].kind == "name":
            self.kinds[self.words[at + 1].text] = _ANYTHING
            at += 4 if self.words[at + 2].upper == "AS" else 2
            if self.words[at].text != ",":
                return


@cache
def _properties(kinds: frozenset[str]) -> frozenset[str] | None:
    """What an element of one of `kinds` may have; None when one of them is not known."""
    declared = [schema.NODES.get(kind) or schema.EDGES.get(kind) for kind in kinds]
    known = [kind for kind in declared if kind is not None]
    return ALWAYS.union(*({prop.name for prop in kind.props} for kind in known)) if len(known) == len(kinds) else None
