"""Labels, types and properties that the schema does not have are found; what is right is never refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.vocabulary import faults
from cypher.words import words_of
from graph import schema

RIGHT = [
    "MATCH (r:Repository)-[c:CONTRIBUTED_TO]-(d:Developer) RETURN r.name, c.merged_prs, d.login, r.key, c.snapshots",
    "MATCH (r:Repository {name: $x, key: $k})<-[:CONTRIBUTED_TO {period: $p}]-(:Developer {login: 'a'}) RETURN r",
    "MATCH (n:Repository|Developer) RETURN n.login, n.name",
    "MATCH (n:!Repository&(Developer|Topic)) RETURN n",
    "MATCH (:Alias {key: $k})-[:ALIAS_OF]->(n:Repository) RETURN n.name",
    "MATCH (a)-[r:BUILT_ON|FORK_OF*1..3 {source: 'x'}]->(b) RETURN b.anything",
    "MATCH (r:Repository) WITH r.name AS r RETURN r.nothing",
    "MATCH (r:Repository) WITH collect({who: r.name, what: 1}) AS rows RETURN [x IN rows | x.who] AS names",
    "MATCH (r:Repository) WITH collect(r {.name, .language, extra: 1}) AS r RETURN [x IN r | x.extra]",
    "MATCH (r:Repository) RETURN [r IN $rows WHERE r.odd > 1 | r.even]",
    "MATCH (r:Repository) RETURN any(r IN $rows WHERE r.odd = 1), reduce(s = 0, r IN $rows | s + r.odd)",
    "CALL db.index.fulltext.queryNodes('search', $t) YIELD node, score AS s RETURN node.login, s",
    "MATCH (r:Repository) CALL gds.wcc.stream($graph) YIELD nodeId AS r RETURN r.what",
    "MATCH (n) WHERE n:Repository AND NOT n:Developer RETURN n.whatever",
    "MATCH (n) RETURN [x IN collect(n) WHERE x:Repository | x.whatever], CASE WHEN n:Topic THEN 1 ELSE 2 END",
    "MATCH (r:Repository) RETURN {lang: r.language, sub: {any: 1}} AS m, r['odd'], $map.field, date().year",
    "MATCH (r:Repository) WHERE EXISTS { (r)-[:HAS_TOPIC]->(:Topic {name: 'x'}) } RETURN COUNT { (r)--() } AS n",
    "MATCH (r:Repository) RETURN 'r.odd (:Wrong)' AS t // r.odd (x:Wrong)",
    "MATCH p = shortestPath((a:Repository)-[:FORK_OF*..5]-(b:Repository)) RETURN length(p)",
    "MATCH (r:Repository) RETURN [(r)-[:HAS_TOPIC|USES_TECHNIQUE]->(t) | t.name] AS names",
    "CALL () { MATCH (n:Repository) RETURN n UNION MATCH (n:Developer) RETURN n } RETURN n.login, n.license",
    "UNWIND $rows AS d MATCH (d:Developer) RETURN d.what",
    "RETURN $x :: INTEGER AS typed",
    "MATCH (a:Repository) WITH a AS b RETURN b.license",
    "MATCH (n:Forgotten) RETURN n.login",
]


@pytest.mark.parametrize("statement", RIGHT)
def test_what_is_right_is_not_refused(statement: str) -> None:
    assert faults(words_of(statement)) == []


WRONG = [
    ("MATCH (r:Repositori) RETURN r", "Repositori", "unknown label 'Repositori'; did you mean 'Repository'?"),
    ("MATCH (:A|Developer) RETURN 1", "A", "unknown label 'A'; known are Alias, Country"),
    (
        "MATCH ()-[:CONTRIBUTES_TO]->() RETURN 1",
        "CONTRIBUTES_TO",
        "unknown relationship type 'CONTRIBUTES_TO'; did you",
    ),
    ("MATCH ()-[x:OWNS|OWN]->() RETURN 1", "OWN]", "unknown relationship type 'OWN'"),
    (
        "MATCH (r:Repository) RETURN r.licence",
        "licence",
        "unknown property 'licence' of Repository; did you mean 'license'?",
    ),
    ("MATCH (r:Repository {licence: 1}) RETURN 1", "licence", "unknown property 'licence' of Repository"),
    ("MATCH ()-[c:OWNS {sauce: 1}]->() RETURN 1", "sauce", "unknown property 'sauce' of OWNS; did you mean 'source'?"),
    ("MATCH ()-[:FORK_OF*1..3 {sauce: 1}]->() RETURN 1", "sauce", "unknown property 'sauce' of FORK_OF"),
    ("MATCH (r:Repository) MATCH (r {licence: 1}) RETURN 1", "licence", "unknown property 'licence' of Repository"),
    ("MATCH (r:Repository) RETURN r {.name, .licence}", "licence", "unknown property 'licence' of Repository"),
    ("MATCH (r:Repository) WITH r AS s RETURN s.licence", "licence", "unknown property 'licence' of Repository"),
    ("MATCH (r:Repository) WITH DISTINCT r AS s UNWIND [1] AS i RETURN s.licence", "licence", "of Repository"),
    ("MATCH (n:Repository|Developer) RETURN n.title", "title", "unknown property 'title' of Developer or Repository"),
    ("MATCH (n) WHERE n:Repo RETURN 1", "Repo", "unknown label 'Repo'"),
    ("MATCH (n) RETURN [x IN collect(n) WHERE x:Repo | x.name]", "Repo", "unknown label 'Repo'"),
    ("MATCH (r:Repository) RETURN [x IN $rows | r.licence]", "licence", "unknown property 'licence' of Repository"),
    ("MATCH (d:Developer) WHERE EXISTS { (d)-[:LIKES]->() } RETURN 1", "LIKES", "unknown relationship type 'LIKES'"),
    ("MATCH (r:`Odd label`) RETURN 1", "`Odd label`", "unknown label 'Odd label'"),
]


@pytest.mark.parametrize(("statement", "word", "message"), WRONG)
def test_what_the_schema_does_not_have_is_named_at_its_place(statement: str, word: str, message: str) -> None:
    ((place, found),) = faults(words_of(statement))
    assert statement[place:].startswith(word)
    assert message in found


@given(st.sampled_from(sorted(schema.NODES)), st.data())
def test_every_property_of_every_label_is_known(label: str, data: st.DataObject) -> None:
    prop = data.draw(st.sampled_from([prop.name for prop in schema.NODES[label].props]))
    assert faults(words_of(f"MATCH (n:{label} {{{prop}: 1}}) RETURN n.{prop}, n {{.{prop}}}")) == []
    assert len(faults(words_of(f"MATCH (n:{label} {{{prop}x: 1}}) RETURN n.{prop}x, n {{.{prop}x}}"))) == 3


@given(st.sampled_from(sorted(schema.EDGES)), st.data())
def test_every_property_of_every_type_is_known(kind: str, data: st.DataObject) -> None:
    prop = data.draw(st.sampled_from([prop.name for prop in schema.EDGES[kind].props] or ["key"]))
    assert faults(words_of(f"MATCH ()-[e:{kind} {{{prop}: 1}}]-() RETURN e.{prop}")) == []


@given(st.text(alphabet="(n:Repository)-[r:OWNS*1..2]->{name.}|,IN AS YIELD x", max_size=120))
def test_broken_statements_are_read_without_failing(statement: str) -> None:
    faults(words_of(statement))
