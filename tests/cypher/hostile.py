"""Statements that must not run: what they do, and how they hide it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

FILE = "/etc/passwd"
WRITES = (
    "CREATE (n:Pwned) RETURN n",
    "MERGE (n:Pwned {x: 1}) RETURN n",
    "MATCH (n:Repository) SET n.name = 'x' RETURN n LIMIT 1",
    "MATCH (n:Repository) SET n:Pwned RETURN n LIMIT 1",
    "MATCH (n:Repository) SET n += {pwned: true} RETURN n LIMIT 1",
    "MATCH (n:Repository) REMOVE n.name RETURN n LIMIT 1",
    "MATCH (n:Repository) REMOVE n:Repository RETURN n LIMIT 1",
    "MATCH (n:Repository) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n:Repository) WITH n LIMIT 1 FOREACH (x IN [1] | SET n.name = 'x')",
    "FOREACH (x IN range(1, 3) | CREATE (:Pwned {x: x}))",
    "UNWIND [1, 2] AS x CREATE (:Pwned {x: x})",
    "CALL { CREATE (n:Pwned) RETURN n } RETURN n",
    "CALL { CREATE (n:Pwned) } IN TRANSACTIONS",
    "UNWIND range(1, 9) AS x CALL (x) { CREATE (:Pwned {x: x}) } IN TRANSACTIONS OF 2 ROWS",
    "UNWIND range(1, 9) AS x CALL (x) { CREATE (:Pwned {x: x}) } IN 2 CONCURRENT TRANSACTIONS OF 2 ROWS",
    "MATCH (a:Repository), (b:Developer) WITH a, b LIMIT 1 CREATE (a)-[:PWNED]->(b)",
    "RETURN 1 AS x UNION CREATE (n:Pwned) RETURN 1 AS x",
    "MATCH (n:Repository) WITH n LIMIT 1 CALL (n) { SET n.name = 'x' } RETURN 1",
    "OPTIONAL CALL (*) { CREATE (n:Pwned) RETURN n } RETURN n",
    "CREATE INDEX pwned FOR (n:Pwned) ON (n.x)",
    "CREATE CONSTRAINT pwned FOR (n:Pwned) REQUIRE n.x IS UNIQUE",
    "CREATE FULLTEXT INDEX pwned FOR (n:Pwned) ON EACH [n.x]",
    "DROP INDEX pwned IF EXISTS",
    "DROP CONSTRAINT pwned IF EXISTS",
    "CALL db.createLabel('Pwned')",
    "CALL db.createProperty('pwned')",
    "CALL db.createRelationshipType('PWNED')",
    "CALL apoc.create.node(['Pwned'], {}) YIELD node RETURN node",
    "CALL apoc.merge.node(['Pwned'], {x: 1}) YIELD node RETURN node",
    "MATCH (n:Repository) CALL apoc.create.setProperty(n, 'name', 'x') YIELD node RETURN node",
    "CALL apoc.cypher.runWrite('CREATE (:Pwned)', {}) YIELD value RETURN value",
    "CALL apoc.cypher.doIt('CREATE (:Pwned)', {}) YIELD value RETURN value",
    "CALL apoc.cypher.runMany('CREATE (:Pwned);', {}) YIELD row RETURN row",
    "CALL apoc.cypher.runSchema('CREATE INDEX FOR (n:Pwned) ON (n.x)', {}) YIELD value RETURN value",
    "CALL apoc.periodic.commit('CREATE (:Pwned) RETURN 0', {})",
    "CALL apoc.periodic.iterate('RETURN 1 AS x', 'CREATE (:Pwned)', {})",
    "CALL apoc.periodic.submit('pwned', 'CREATE (:Pwned)')",
    "CALL apoc.periodic.repeat('pwned', 'CREATE (:Pwned)', 1)",
    "CALL apoc.refactor.rename.label('Repository', 'Pwned')",
    "CALL apoc.nodes.delete([], 1)",
    "CALL apoc.trigger.add('pwned', 'CREATE (:Pwned)', {})",
    "CALL apoc.do.when(true, 'CREATE (:Pwned)', '', {})",
    "CALL apoc.schema.assert({}, {})",
    "CALL gds.graph.project('pwned', '*', '*')",
    "CALL gds.graph.generate('pwned', 10, 2)",
    "CALL gds.pageRank.write('pwned', {writeProperty: 'x'})",
    "CALL gds.pageRank.mutate('pwned', {mutateProperty: 'x'})",
    "MATCH (n:Repository) RETURN gds.graph.project('pwned', n, n)",
    "CALL gds.graph.drop('pwned', false)",
    "CALL gds.graph.nodeProperties.write('pwned', ['x'])",
    "CALL gds.beta.pipeline.nodeClassification.create('pwned')",
)
ADMIN = (
    "SHOW USERS", "SHOW CURRENT USER", "SHOW DATABASES", "SHOW HOME DATABASE", "SHOW SETTINGS",
    "SHOW SETTINGS YIELD name, value RETURN name, value", "SHOW TRANSACTIONS", "SHOW PROCEDURES", "SHOW FUNCTIONS",
    "SHOW INDEXES", "SHOW CONSTRAINTS", "SHOW ROLES", "SHOW PRIVILEGES", "SHOW SERVERS", "SHOW ALIASES FOR DATABASE",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message",
    "CREATE USER pwned SET PASSWORD 'pwned-pwned'", "ALTER USER neo4j SET PASSWORD 'pwned-pwned'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'pwned-pwned'", "DROP USER neo4j", "RENAME USER neo4j TO pwned",
    "CREATE DATABASE pwned", "STOP DATABASE neo4j", "START DATABASE neo4j", "DROP DATABASE neo4j",
    "GRANT ROLE admin TO neo4j", "ALTER DATABASE neo4j SET ACCESS READ ONLY", "CREATE ALIAS pwned FOR DATABASE neo4j",
    "USE system SHOW DATABASES", "USE system MATCH (n) RETURN n", "ENABLE SERVER 'pwned'",
    "DRYRUN REALLOCATE DATABASES",
    "CALL dbms.listConfig()", "CALL dbms.listConfig('') YIELD name, value RETURN name, value",
    "CALL dbms.queryJmx('*:*')", "CALL dbms.listConnections()", "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.killConnections(['bolt-1'])", "CALL dbms.components()", "CALL dbms.info()",
    "CALL dbms.listActiveLocks('1')",
    "CALL dbms.setConfigValue('db.logs.query.enabled', 'OFF')", "CALL dbms.security.clearAuthCache()",
    "CALL dbms.showCurrentUser()", "CALL dbms.checkConfigValue('x', 'y')", "CALL dbms.clientConfig()",
    "CALL db.clearQueryCaches()", "CALL db.checkpoint()", "CALL db.info()", "CALL db.ping()", "CALL db.listLocks()",
    "CALL db.stats.retrieve('GRAPH COUNTS')", "CALL db.stats.collect('QUERIES')", "CALL db.prepareForReplanning()",
    "CALL db.resampleOutdatedIndexes()", "CALL db.awaitIndexes(1)", "CALL tx.setMetaData({ossatlas: 'x'})",
    "CALL apoc.config.list()", "CALL apoc.config.map()", "CALL apoc.help('x')", "CALL apoc.systemdb.graph()",
    "CALL apoc.warmup.run()", "CALL apoc.log.stream('neo4j.log')", "CALL apoc.util.sleep(10000)",
    "CALL apoc.monitor.kernel()", "CALL gds.list()", "CALL gds.systemMonitor()", "CALL gds.debug.sysInfo()",
    "CALL gds.graph.list()", "CALL gds.listProgress()", "CALL gds.license.state()", "CALL gds.config.defaults.list()",
)  # fmt: skip
READS = (
    f"LOAD CSV FROM 'file://{FILE}' AS line RETURN line",
    f"LOAD CSV WITH HEADERS FROM 'file://{FILE}' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:9/x' AS line RETURN line",
    "LOAD CSV FROM 'ftp://127.0.0.1:9/x' AS line RETURN line",
    "LOAD CSV FROM 'http://169.254.169.254/latest/meta-data/' AS line RETURN line",
    f"WITH 'file://{FILE}' AS url LOAD CSV FROM url AS line RETURN line",
    f"UNWIND ['file://{FILE}'] AS url LOAD CSV FROM url AS line FIELDTERMINATOR ':' RETURN line",
    f"CALL {{ LOAD CSV FROM 'file://{FILE}' AS line RETURN line }} RETURN line",
    f"RETURN [x IN [1] | COLLECT {{ LOAD CSV FROM 'file://{FILE}' AS line RETURN line }}] AS found",
    f"RETURN COLLECT {{ LOAD CSV FROM 'file://{FILE}' AS line RETURN line }} AS found",
    f"MATCH (n:Repository) WHERE any(x IN [1] WHERE EXISTS {{ LOAD CSV FROM 'file://{FILE}' AS l RETURN l }}) RETURN n",
    f"MATCH (n:Repository) RETURN n ORDER BY COUNT {{ LOAD CSV FROM 'file://{FILE}' AS line RETURN line }}",
    "RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD name RETURN name }] AS found",
    "MATCH (n:Repository) WHERE EXISTS { CALL dbms.listConfig() YIELD name RETURN name } RETURN n.name",
    "RETURN reduce(a = 0, x IN [1] | a + COUNT { CALL dbms.listConfig() YIELD name RETURN name }) AS found",
    "RETURN CASE WHEN EXISTS { CALL dbms.listConfig() YIELD name RETURN name } THEN 1 END AS found",
    f"CALL apoc.load.json('file://{FILE}') YIELD value RETURN value",
    "CALL apoc.load.json('http://127.0.0.1:9/x') YIELD value RETURN value",
    "CALL apoc.load.jsonParams('http://127.0.0.1:9/x', {}, null) YIELD value RETURN value",
    f"CALL apoc.load.csv('file://{FILE}') YIELD list RETURN list",
    f"CALL apoc.load.xml('file://{FILE}') YIELD value RETURN value",
    "CALL apoc.load.jsonArray('http://127.0.0.1:9/x') YIELD value RETURN value",
    f"CALL apoc.import.csv([{{fileName: 'file://{FILE}', labels: ['X']}}], [], {{}})",
    f"CALL apoc.import.json('file://{FILE}')",
    "CALL apoc.export.csv.all('/tmp/pwned.csv', {})",
    "CALL apoc.export.json.all(null, {stream: true})",
    "CALL apoc.export.cypher.all('/tmp/pwned.cypher', {})",
    "CALL apoc.export.graphml.all('/tmp/pwned.xml', {})",
    "CALL gds.graph.export('pwned', {dbName: 'pwned'})",
    "CALL gds.graph.export.csv('pwned', {exportName: 'pwned'})",
    "CALL gds.backup({})",
    "CALL apoc.cypher.run('CALL dbms.listConfig() YIELD name RETURN name', {}) YIELD value RETURN value",
    "CALL apoc.cypher.runTimeboxed('MATCH (n) RETURN n', {}, 60000) YIELD value RETURN value",
    "CALL apoc.when(true, 'CALL dbms.listConfig() YIELD name RETURN name', '', {}) YIELD value RETURN value",
    "CALL apoc.case([true, 'RETURN 1'], '', {}) YIELD value RETURN value",
    "RETURN apoc.cypher.runFirstColumnSingle('CALL dbms.listConfig() YIELD name RETURN name', {}) AS found",
    f"RETURN apoc.cypher.runFirstColumnMany('LOAD CSV FROM \"file://{FILE}\" AS l RETURN l', {{}}) AS found",
    "MATCH (n:Repository) WHERE apoc.cypher.runFirstColumnSingle('RETURN true', {}) RETURN n.name",
    "RETURN apoc.version() AS found", "RETURN gds.version() AS found", "RETURN apoc.util.sha256(['x']) AS found",
    "RETURN apoc.static.get('x') AS found", "RETURN apoc.static.getAll('') AS found",
    "RETURN apoc.node.degree(null) AS found", "RETURN apoc.create.uuid() AS found",
    "RETURN apoc.util.compress('x') AS found",
    "RETURN apoc.trigger.nodesByLabel({}, 'x') AS found", "RETURN gds.graph.exists('x') AS found",
)  # fmt: skip
HIDDEN = (
    "CALL { CALL { CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name } RETURN name } RETURN name",
    "CALL { CALL { CREATE (n:Pwned) RETURN n } RETURN n } RETURN n",
    "UNWIND [1] AS x CALL (x) { SHOW USERS YIELD user RETURN user } RETURN user",
    "RETURN 1 AS x UNION ALL CALL dbms.listConfig() YIELD name RETURN name AS x",
    "WITH 'CALL' AS call CALL dbms.components() YIELD name RETURN call, name",
    "MATCH (n:Repository) RETURN [(n)<--(d) | apoc.cypher.runFirstColumnSingle('RETURN 1', {})] AS found",
    "RETURN {a: [{b: apoc.version()}]} AS found",
    "MATCH (n:Repository) RETURN n {.name, found: apoc.version()} AS found",
    "WITH {call: 1} AS db CALL db.info() YIELD name RETURN name",
    "RETURN `apoc`.`version`() AS found",
    "RETURN apoc . version () AS found",
    "RETURN apoc\n.\nversion\n() AS found",
    "CALL db.labels() YIELD label CALL db.info() YIELD name RETURN name, label",
)
MODES = (
    "EXPLAIN CREATE (n:Pwned)", "PROFILE CREATE (n:Pwned)", "PROFILE MATCH (n:Repository) SET n.name = 'x'",
    "EXPLAIN EXPLAIN MATCH (n) RETURN n", "PROFILE MATCH (n) RETURN n LIMIT 1", "CYPHER 5 CREATE (n:Pwned)",
    "CYPHER runtime=parallel MATCH (n) RETURN n LIMIT 1", "CYPHER planner=dp EXPLAIN MATCH (n) RETURN n",
    "CYPHER replan=force MATCH (n) RETURN n LIMIT 1", "CYPHER debug=tostring RETURN 1", "CYPHER 4.4 RETURN 1",
    ":use system", "RETURN 1; CREATE (:Pwned)", "RETURN 1; MATCH (n) DETACH DELETE n;", "BEGIN", "COMMIT", "", ";",
    "//",
    "/* without an end", "RETURN 'without an end", "RETURN `without an end", "RETURN 1 AS x; SHOW USERS",
)  # fmt: skip

_GAP = re.compile(r" (?=(?:[^'\"`]*['\"`][^'\"`]*['\"`])*[^'\"`]*$)")
"""A space outside of quotes."""


def _escaped(statement: str) -> str:
    return f"\\u{ord(statement[0]):04x}{statement[1:]}" if statement else "\\u"


DISGUISES: tuple[Callable[[str], str], ...] = (
    lambda statement: statement,
    lambda statement: _GAP.sub("/* RETURN 1 */", statement),
    lambda statement: f"  \n// RETURN 1\n{_GAP.sub(chr(10), statement)}",
    lambda statement: re.sub(r"\b[A-Z]{2,}\b(?=[ ({])", lambda word: word.group().swapcase(), statement),
    _escaped,
    lambda statement: re.sub(r"\b(apoc|gds|dbms|db)\.(\w+)", r"`\1` . `\2`", statement),
    lambda statement: f"{statement} // LIMIT 1",
    lambda statement: f"// RETURN 1\r{_GAP.sub('//' + chr(13), statement)}",
)
PLAIN = (*WRITES, *ADMIN, *READS, *HIDDEN, *MODES)


def disguised() -> Iterator[str]:
    """Each statement in every disguise that changes it."""
    for statement in PLAIN:
        yield from dict.fromkeys(disguise(statement) for disguise in DISGUISES)


EXPLODING = (
    "UNWIND range(1, 3000000000) AS x RETURN count(x)",
    "MATCH (a), (b), (c) WHERE a.name < b.name AND b.name < c.name RETURN count(*)",
    "MATCH p = (a:Developer)-[*1..30]-(b) RETURN count(p)",
    "MATCH (a)-[*]-(b) RETURN collect(b)",
    "UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN collect(x)[0] AS x",
    "UNWIND range(1, 100000000) AS x RETURN collect(toString(x)) AS x",
    "MATCH (a), (b) WITH DISTINCT a, b RETURN count(*)",
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b ORDER BY b DESC LIMIT 1",
    "UNWIND range(1, 100000) AS x MATCH (n) RETURN count(n)",
    "MATCH p = shortestPath((a:Developer)-[*]-(b:Developer)) WHERE a <> b RETURN count(p)",
    "MATCH (a:Developer) ((x)-[r]-(y)){1,20} (b) RETURN count(*)",
    "MATCH (n) CALL (n) { UNWIND range(1, 1000000) AS x RETURN max(x) AS x } RETURN max(x)",
    "RETURN COUNT { MATCH (a), (b), (c) WHERE a.name < b.name AND b.name < c.name } AS x",
)
"""They end at the server's caps."""
STUBBORN = (
    "RETURN reduce(s = 0, i IN range(1, 2000000000) | s + i) AS x",
    "RETURN any(i IN range(1, 3000000000) WHERE i < 0) AS x",
    "RETURN reduce(s = 0, i IN range(1, 20000) | s + reduce(t = 0, j IN range(1, 200000) | t + j)) AS x",
    "RETURN size([i IN range(1, 300000000) | i]) AS x",
)
"""One expression each: the server does not look at the clock, nor at the memory that is allowed, within one."""
