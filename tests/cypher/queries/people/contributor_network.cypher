// title: Who works where
// about: A repository, its developers, and what each of them did there.
// kind: graph
// param repository: repository the repository in the middle, owner/name
// param limit: int = 50 [1..500] most developers to draw
// sizes: merged pull requests
// weights: merged pull requests of the developer in the repository
// budget: 2 s
// example: repository=acme/engine

MATCH (r:Repository {key: $repository})<-[c:CONTRIBUTED_TO]-(d:Developer)
WITH r, d, sum(c.merged_prs) AS merged, collect(c {.period, .merged_prs, .source}) AS evidence
ORDER BY merged DESC, d.login
WITH r, collect({d: d, merged: merged, evidence: evidence}) AS found
RETURN [{key: r.key, label: 'Repository', title: r.name, facts: {license: r.license}}] +
       [f IN found[..$limit] | {key: f.d.key, label: 'Developer', title: f.d.login, size: f.merged, facts: {}}] AS nodes,
       [f IN found[..$limit] | {source: f.d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: f.merged,
                                evidence: f.evidence}] AS edges,
       CASE WHEN size(found) > $limit THEN size(found) - $limit ELSE 0 END AS left_out
