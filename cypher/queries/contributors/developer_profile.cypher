// title: A developer's profile
// about: What is known of one developer: employers or universities and country with the source of each, as stated and as
//   read, and how much and where the developer contributed. No address, no biography.
// kind: table
// param developer: developer login of the developer
// returns developer: str login, at present
// returns former_logins: list[str] logins that the account had before
// returns bot: bool whether it is a machine's account
// returns affiliations: list[map] organization, kind, from, to, rank, source, confidence, raw text and read_on
//   (the day of its reading, where that is not its source's) of each statement
// returns countries: list[str] countries stated
// returns stated_company: list[str] company as written, by source
// returns stated_location: list[str] location as written, by source
// returns not_read: list[str] why no organization or country was read from it
// returns repositories: int repositories with a contribution of any kind; stars are none
// returns first_month: str first month with a contribution
// returns last_month: str last month with a contribution
// returns maintains: list[str] repositories that the developer answers for
// returns sources: list[str] sources that tell of the developer's contributions
// example: developer=LyricZhao
MATCH (d:Developer {key: $developer})
CALL (d) {
  OPTIONAL MATCH (d)-[a:AFFILIATED_WITH]->(o:Organization)
  WITH a, o ORDER BY a.rank, a.source, coalesce(a.from, ''), o.name
  RETURN [x IN collect({organization: o.name, kind: o.kind, from: a.from, to: a.to, rank: a.rank, source: a.source, confidence: a.confidence,
                        raw: a.raw, read_on: a.read_on}) WHERE x.organization IS NOT NULL] AS affiliations
}
CALL (d) {
  OPTIONAL MATCH (d)-[s:STATED]->(:Snapshot)
  RETURN [x IN collect(s.source + ': ' + s.company) WHERE x IS NOT NULL] AS stated_company,
         [x IN collect(s.source + ': ' + s.location) WHERE x IS NOT NULL] AS stated_location,
         [x IN collect(s.source + ': company ' + s.company_reason) + collect(s.source + ': location ' + s.location_reason)
          WHERE x IS NOT NULL] AS not_read
}
CALL (d) {
  OPTIONAL MATCH (d)-[c:CONTRIBUTED_TO]->(r:Repository) WHERE true
  // include: worked
  RETURN count(DISTINCT r) AS repositories, min(left(c.period, 7)) AS first_month, max(right(c.period, 7)) AS last_month,
         collect(DISTINCT c.source) AS sources
}
CALL (d) { OPTIONAL MATCH (d)-[:MAINTAINS]->(r:Repository) WITH r ORDER BY r.name RETURN collect(DISTINCT r.name) AS maintains }
// include: countries
RETURN d.login AS developer, coalesce(d.former_logins, []) AS former_logins, coalesce(d.bot, false) AS bot, affiliations,
       countries, stated_company, stated_location, not_read, repositories, first_month, last_month, maintains, sources
