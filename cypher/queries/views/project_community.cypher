// title: The community behind a project
// about: A project, the developers who contribute most to it, and the organizations and countries that its developers come
//   from, counted over all of them. Who states none, or none that can be read, is counted as unknown and stays in the
//   picture; who names several counts in each. One source answers.
// kind: graph
// param repository: repository the repository, owner/name
// param organizations: int = 3 [0..100] how many of the organizations, those with most developers first; unknown comes on top
// param countries: int = 3 [0..100] how many of the countries, those with most developers first; unknown comes on top
// param developers: int = 10 [0..500] how many of its developers to draw, the most active first
// param activity: any|merged_prs|commits|opened_prs|reviews|opened_issues|issue_comments|review_comments|pushes|activity = any what counts; any is the larger of commits and merged pull requests
// param from: month = none first month of the window
// param to: month = none last month of the window
// param source: str = none source that answers wherever it covers a repository
// param bots: bool = false whether machine accounts count
// budget: 30 s
// sizes: contributions of a developer; developers of an organization, of a country, and of the repository
// weights: contributions of the developer; developers who come from an organization or a country
// load: ossatlas load github OWNER/NAME
// example: repository=deepseek-ai/DeepEP
MATCH (r:Repository {key: $repository})
// include: answering_source
// include: contributions
// include: employers
// include: countries
WITH r, source, d, contributions, corrections, countries, [x IN affiliations WHERE x.name IS NOT NULL | x] AS employers
ORDER BY contributions DESC, toLower(d.login)
WITH r, source, collect({d: d, n: contributions, corrections: corrections, Country: countries, employers: employers,
                         Organization: [x IN employers | x.name]}) AS everyone
CALL (everyone) {
  UNWIND ['Organization', 'Country'] AS label
  UNWIND everyone AS one
  UNWIND CASE WHEN one[label] = [] THEN [null] ELSE one[label] END AS name
  WITH label, name, count(*) AS developers, sum(one.n) AS contributions,
       collect({developer: one.d.login, contributions: one.n})[..24] AS who
  ORDER BY developers DESC, contributions DESC, name
  WITH label, collect({name: name, developers: developers, contributions: contributions, who: who}) AS found
  WITH label, CASE label WHEN 'Country' THEN $countries ELSE $organizations END AS most,
       [f IN found WHERE f.name IS NOT NULL] AS named, [f IN found WHERE f.name IS NULL] AS unknown
  RETURN collect({label: label, all: size(named), places: named[..most] + unknown}) AS rankings
}
CALL (rankings) {
  UNWIND rankings AS ranking
  UNWIND ranking.places AS place
  OPTIONAL MATCH (o:Organization {name: place.name}) WHERE ranking.label = 'Organization'
  OPTIONAL MATCH (c:Country {name: place.name}) WHERE ranking.label = 'Country'
  WITH ranking.label AS label, place, min(coalesce(o.key, c.key)) AS key, min(o.kind) AS kind
  RETURN collect({label: label, name: place.name, developers: place.developers, contributions: place.contributions,
                  who: place.who, kind: kind, key: coalesce(key, 'unknown:' + toLower(label))}) AS places
}
CALL (r, source, everyone) {
  UNWIND everyone[..$developers] AS one
  WITH one, one.d AS d, one.corrections AS corrections
  // include: evidence
  RETURN collect({d: d, n: one.n, employers: one.employers, Organization: one.Organization, Country: one.Country,
                  evidence: evidence, evidence_rows: evidence_rows}) AS people
}
// include: domain
WITH *, size(everyone) AS all_developers, {Organization: 'AFFILIATED_WITH', Country: 'LOCATED_IN'} AS types
RETURN [{key: r.key, label: 'Repository', title: r.name, size: all_developers,
         facts: {project: r.project, domain: domain, language: r.language, openrank_12m: r.openrank_12m_sum, source: source,
                 developers: all_developers, contributions: reduce(s = 0, one IN everyone | s + one.n),
                 organizations: [x IN rankings WHERE x.label = 'Organization' | x.all][0],
                 countries: [x IN rankings WHERE x.label = 'Country' | x.all][0]}}]
       + [x IN people | {key: x.d.key, label: 'Developer', title: x.d.login, size: x.n,
            facts: {contributions: x.n, organizations: x.Organization, countries: x.Country, bot: coalesce(x.d.bot, false)}}]
       + [p IN places | {key: p.key, label: p.label, title: coalesce(p.name, 'unknown ' + toLower(p.label)), size: p.developers,
            facts: {kind: p.kind, developers: p.developers, share: 1.0 * p.developers / all_developers,
                    all_developers: all_developers, contributions: p.contributions}}] AS nodes,
       [x IN people | {source: x.d.key, target: r.key, type: 'CONTRIBUTED_TO', weight: x.n, evidence: x.evidence,
            facts: {contributions: x.n, source: source, evidence_rows: x.evidence_rows}}]
       + [p IN places | {source: r.key, target: p.key, type: types[p.label], weight: p.developers, evidence: p.who,
            facts: {developers: p.developers, contributions: p.contributions, evidence_rows: p.developers}}]
       + apoc.coll.flatten([x IN people | [p IN places WHERE p.name IN x[p.label] OR p.name IS NULL AND x[p.label] = []
            | {source: x.d.key, target: p.key, type: types[p.label], weight: 1,
               facts: {source: head([e IN x.employers WHERE e.name = p.name | e.source])}}]]) AS edges,
       reduce(left = all_developers - size(people), x IN rankings
              | left + x.all - size([p IN x.places WHERE p.name IS NOT NULL])) AS left_out
