// title: Where projects come from and where they went
// about: Who founded a project, which foundation hosts it and since when, what it is part of, what succeeded it.
// kind: table
// param name: str = none only what concerns this repository, organization or product, in any case
// param relation: founded_by|hosted_by|part_of|succeeded_by|all = all which relation
// param limit: int = 200 [1..10000] most rows to return
// returns subject: str repository, organization or product
// returns kind: str label of the subject
// returns relation: str founded_by, hosted_by, in_ecosystem_of, part_of or succeeded_by
// returns object: str organization, repository or product
// returns since: str since when, as precise as the source is
// returns source: str the source that tells it
// load: ossatlas demo --no-serve
// example: name=vllm-project/vllm
MATCH (s)-[l:FOUNDED_BY|HOSTED_BY|PART_OF|SUCCEEDED_BY]->(o)
WHERE NOT s:Domain AND ($relation = 'all' OR toUpper($relation) = type(l))
  AND ($name IS NULL OR toLower($name) IN [toLower(s.name), toLower(o.name)])
RETURN s.name AS subject, labels(s)[0] AS kind,
       CASE WHEN l.form = 'ecosystem' THEN 'in_ecosystem_of' ELSE toLower(type(l)) END AS relation,
       o.name AS object, l.since AS since, l.source AS source
ORDER BY relation, since, subject, object LIMIT $limit
