"""What a statement of somebody else may do: read the graph, and nothing besides.

Neo4j's Community Edition has no roles, and a session that only reads still tells settings, users and files, and ends
the queries of others. So a statement is looked at twice, in its words and in the server's plan for it: a plan does not
show the steps inside of an expression (`[x IN [1] | COLLECT { LOAD CSV … }]` is one Projection), and words alone do not
tell what the server makes of them. docs/decisions/0026 has what was tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cypher.words import END, Word, deeper, words_of
from graph.errors import NotAllowedError

if TYPE_CHECKING:
    from graph.database import Plan

LONGEST = 100_000
"""Characters of a statement."""
MOST_WORDS = 10_000
"""Words of a statement; Neo4j 5.26 plans six thousand in four to fifteen seconds, and cannot be stopped meanwhile."""
DEEPEST = 120
"""Expressions within one another; Neo4j 5.26 never answers where there are three hundred."""
PROCEDURES = frozenset(
    {
        "db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
        "db.labels", "db.relationshipTypes", "db.propertyKeys",
        "apoc.meta.stats", "db.schema.nodeTypeProperties", "db.schema.relTypeProperties", "db.schema.visualization",
    }
)  # fmt: skip
FUNCTIONS = (
    "date.", "datetime.", "duration.", "localdatetime.", "localtime.", "time.", "point.", "vector.similarity.",
    "apoc.agg.", "apoc.coll.", "apoc.convert.", "apoc.date.", "apoc.map.", "apoc.math.", "apoc.number.", "apoc.text.",
)  # fmt: skip
"""How the names of functions with a dot may begin; those without are Cypher's own."""
OPERATORS = frozenset(
    """
    AllNodesScan AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker AssertSameNode
    AssertSameRelationship BidirectionalRepeat CacheProperties CartesianProduct ConditionalApply
    DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek DirectedRelationshipByIdSeek
    DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan
    DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan
    DirectedRelationshipUniqueIndexSeek DirectedUnionRelationshipTypesScan Distinct Eager EagerAggregation EmptyResult
    EmptyRow Expand Filter IntersectionNodeByLabelsScan LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply
    LetSemiApply Limit MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore
    NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange
    NodeLeftOuterHashJoin NodeRightOuterHashJoin NodeUniqueIndexSeek NodeUniqueIndexSeekByRange Optional OptionalExpand
    OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop PathPropagatingBFS ProcedureCall
    ProduceResults ProjectEndpoints Projection RelationshipCountFromCountStore Repeat RollUpApply SelectOrAntiSemiApply
    SelectOrSemiApply SemiApply ShortestPath Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top
    Top1WithTies TriadicBuild TriadicFilter TriadicSelection UndirectedAllRelationshipsScan
    UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek UndirectedRelationshipIndexContainsScan
    UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek
    UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan UndirectedRelationshipUniqueIndexSeek
    UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand
    """.split()  # noqa: SIM905 - a hundred names are easier to read as text
)
"""The steps of Neo4j 5.26 that read the graph and nothing else."""
_ESCAPED = re.compile(r"\\u+00[0-7][0-9a-f]", re.IGNORECASE)
_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029]")
_NESTED = re.compile(r"ResolvedCall\(([\w.]+)")
_MODES = ("EXPLAIN", "PROFILE", "CYPHER")


def may_call(function: str) -> bool:
    """Whether a statement may call the function of that name."""
    return "." not in function or function.lower().startswith(FUNCTIONS)


def check_words(statement: str) -> None:
    """Nothing, when the words of `statement` are those of a reader; NotAllowedError names the first that is not."""
    if len(statement) > LONGEST:
        raise NotAllowedError(f"the statement has {len(statement)} characters; at most {LONGEST} are taken")
    if _ESCAPED.search(statement):  # the server reads them before it knows strings from words
        raise NotAllowedError("the statement writes plain characters as \\u escapes; write the characters themselves")
    if found := _CONTROL.search(statement):  # where a comment ends must not be in doubt
        raise NotAllowedError(f"the statement has the control sign U+{ord(found[0]):04X}; leave it out, or escape it")
    words = words_of(statement)
    _check_size(words)
    for refusal in _refusals((*words, END)):
        raise NotAllowedError(refusal)


def check_plan(plan: Plan) -> None:
    """Nothing, when the server's plan only reads the graph; NotAllowedError names the step that does more."""
    if plan.query_type != "r":
        raise NotAllowedError("the statement does more than read", hint="only statements that read may run here")
    for step in plan.steps:
        operator = step.operator.partition("(")[0]  # Expand(All) is an Expand
        if operator not in OPERATORS:
            raise NotAllowedError(f"the statement has a step that may not run here: {step.operator}")
        called = _NESTED.findall(step.details)
        if operator == "ProcedureCall":
            called.append(step.details.partition("(")[0].strip())
        for name in called:
            _check_procedure(name)
        if "LOAD CSV" in step.details:
            raise NotAllowedError("LOAD CSV may not run here")


def _check_size(words: Sequence[Word]) -> None:
    """Nothing, when the server's planner can take so many words, so deep in one another; NotAllowedError otherwise."""
    if len(words) > MOST_WORDS:
        raise NotAllowedError(f"the statement has more than {MOST_WORDS:,} words", hint="give long lists as parameters")
    depth = before = 0
    for word in words:
        depth += deeper(word) + (word.upper == "CASE")  # where a CASE ends, words alone do not tell
        before = before + 1 if word.upper == "NOT" or word.text in {"+", "-"} else 0
        if depth + before > DEEPEST:
            raise NotAllowedError(f"the statement has more than {DEEPEST} expressions within one another")


def _refusals(words: Sequence[Word]) -> Iterator[str]:
    """Why these words, with END behind them, may not run; one sentence each."""
    if words[0] is END:
        yield "there is no statement"
    elif words[0].upper in _MODES:
        yield f"the statement begins with {words[0].upper}; choose what to do with it by `mode`"
    for at, (word, after) in enumerate(pairwise(words)):
        if word.kind == "open":
            yield f"the statement has a {word.text[0]} without an end"
        elif word.kind == "sign" and not word.text.isascii():  # the server may take it for a space
            yield f"the statement has the sign U+{ord(word.text):04X} outside of a text"
        elif (word.upper, after.upper) == ("LOAD", "CSV"):
            yield "LOAD CSV may not run here"
        elif word.kind == "name" and (at == 0 or words[at - 1].text != "."):
            yield from _called(words, at)


def _called(words: Sequence[Word], at: int) -> Iterator[str]:
    """The refusal of the procedure or function whose call begins at `at`, if one does and it may not run."""
    is_call, follows_call = words[at].upper == "CALL", at > 0 and words[at - 1].upper == "CALL"
    name, end = _dotted(words, at + is_call)
    if "." not in name or follows_call:
        return
    if is_call and name not in PROCEDURES:
        yield _no_procedure(name)
    if not is_call and words[end].text == "(" and not may_call(name):
        yield f"the function {name} may not run here"


def _dotted(words: Sequence[Word], at: int) -> tuple[str, int]:
    """The name with dots that begins at `at`, and where it ends."""
    parts: list[str] = []
    while words[at].kind == "name":
        parts.append(words[at].text)
        at += 1
        if words[at].text != ".":
            break
        at += 1
    return ".".join(parts), at


def _check_procedure(name: str) -> None:
    if name not in PROCEDURES:
        raise NotAllowedError(_no_procedure(name))


def _no_procedure(name: str) -> str:
    return f"the procedure {name} may not run here; those that may: {', '.join(sorted(PROCEDURES))}"
