// title: Search names
// about: Repositories, developers, organizations, domains, products and countries whose name, project name, former or
//   Chinese name fits the text, in any case and width: the same name first, then beginnings, then near misses such as exchanged,
//   missing or doubled letters and hyphens. Well-ranked projects come first among equals. Without a text, where to begin.
// kind: table
// param text: str = none what to look for; the largest projects and domains of the LLM landscape when absent
// param kind: repository|developer|organization|domain|product|country|any = any which kind of thing
// param limit: int = 10 [1..100] most rows to return
// returns label: str kind of thing
// returns title: str its name
// returns about: str what tells it apart
// returns key: str its key
// returns score: float how well it fits, larger is better
// returns also: str the other name by which it was found: a project's, a former, a Chinese one, an account
// example: text=deepep
WITH trim(toLower(normalize(coalesce($text, ''), NFKC))) AS asked
WITH asked, [w IN split(trim(apoc.text.replace(asked, '[^\\p{L}\\p{N}]+', ' ')), ' ') WHERE w <> ''][..8] AS words
WITH asked, words, apoc.text.join(words, '') AS joined,
     // The index leaves out words such as `and`; the last one may be the beginning of another.
     [at IN range(0, size(words) - 1) WHERE at = size(words) - 1 OR NOT words[at] IN ['a', 'an', 'and', 'as', 'at', 'by', 'for', 'in', 'into', 'is',
       'it', 'no', 'not', 'of', 'on', 'or', 'that', 'the', 'this', 'to', 'with'] | words[at]] AS telling
WITH asked, words, joined, telling,
     // Chinese is indexed sign by sign. Of other words: the word, its beginning, a near miss, and two words written as one.
     [w IN telling | CASE WHEN w =~ '.*\\p{IsHan}.*' THEN '("' + w + '"^4 OR ' + w + ')'
        ELSE '(' + w + '^4 OR ' + w + '*^2 OR ' + w + '~1^0.3' + CASE WHEN 4 <= size(w) <= 24 THEN apoc.text.join(
          [at IN range(2, size(w) - 2) | ' OR (' + left(w, at) + ' AND ' + substring(w, at) + '*) OR ' + left(w, at) + '.' + substring(w, at)
           + '* OR ' + left(w, at) + '_' + substring(w, at) + '*'], '') ELSE '' END + ')' END] AS spelled
WITH asked, joined, '(' + apoc.text.join(spelled, ' AND ') + ')'
     + CASE WHEN size(words) = 1 THEN '' ELSE ' OR ' + joined + '^3 OR ' + joined + '* OR ' + joined + '~1 OR '
       + apoc.text.join(words, '.') + '* OR ' + apoc.text.join(words, '_') + '*'
       + apoc.text.join([at IN range(0, size(words) - 2) | ' OR (' + apoc.text.join(
         [w IN words[..at] + [words[at] + words[at + 1]] + words[at + 2..] | '(' + w + ' OR ' + w + '*)'], ' AND ') + ')'], '') END AS near,
     apoc.text.join([w IN telling | CASE WHEN size(w) > 2 THEN '(' + w + '* OR ' + w + '~2)' ELSE w + '*' END], ' AND ') AS far
CALL (joined, near) {
  WITH near WHERE joined <> ''
  CALL db.index.fulltext.queryNodes('search', near, {limit: 200}) YIELD node, score
  RETURN collect({node: node, score: score}) AS close
}
CALL (joined, far, close) {
  WITH far WHERE joined <> '' AND size(close) < 10  // looking for two slips in a word takes much longer
  CALL db.index.fulltext.queryNodes('search', far, {limit: 100}) YIELD node, score
  RETURN collect({node: node, score: score}) AS wide
}
CALL (asked, close, wide) {
  UNWIND close + wide AS hit
  RETURN hit.node AS node, hit.score AS score
UNION
  WITH asked
  MATCH (node:Country {key: toUpper(asked)})
  RETURN node, 1.0 AS score
UNION
  WITH asked WHERE $text IS NULL
  MATCH (domain:Domain {taxonomy: 'llm-landscape-2025', level: 'domain'})<-[:PART_OF*0..1]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
  WITH domain, sum(r.openrank_12m_sum) AS openrank, collect(r) AS repositories
  UNWIND repositories + [domain] AS node
  RETURN DISTINCT node, CASE WHEN node:Domain THEN 0.9 + log10(1 + openrank) / 4 ELSE 1.0 END AS score
}
WITH asked, joined, node, max(score) AS score, labels(node)[0] AS label, coalesce(node.login, node.name) AS title
WHERE $kind = 'any' OR label = apoc.text.capitalize($kind)
UNWIND [title] + coalesce(node.former_names, []) + coalesce(node.former_logins, []) + coalesce(node.handles, []) + coalesce(node.names_zh, [])
       + [name IN [node.project, node.name_zh, node.code] WHERE name IS NOT NULL] AS name
UNWIND CASE WHEN name CONTAINS '/' THEN [toLower(name), split(toLower(name), '/')[-1]] ELSE [toLower(name)] END AS form
WITH *, apoc.text.replace(form, '[^\\p{L}\\p{N}]+', '') AS plain
WITH *, CASE WHEN form = asked THEN 1.0
          WHEN plain = joined THEN 0.97
          WHEN plain STARTS WITH joined THEN 0.8 + 0.15 * size(joined) / size(plain)
          WHEN plain CONTAINS joined THEN 0.6 + 0.15 * size(joined) / size(plain)
          WHEN -3 < size(plain) - size(joined) < 3 THEN 0.75 * (1 - apoc.text.jaroWinklerDistance(plain, joined))
          ELSE 0.75 * apoc.text.levenshteinSimilarity(plain, joined) END AS near
ORDER BY near DESC
WITH asked, label, title, node, score, collect({name: name, near: near})[0] AS best
WHERE best.near > 0.25 OR $text IS NULL
RETURN label, title,
       CASE label
         WHEN 'Repository' THEN coalesce(node.project, node.language, '')
         WHEN 'Developer' THEN CASE WHEN coalesce(node.bot, false) THEN 'bot' ELSE '' END
         WHEN 'Domain' THEN node.taxonomy + ' ' + node.level
         WHEN 'Country' THEN node.code
         ELSE coalesce(node.kind, '') END AS about,
       node.key AS key,
       CASE WHEN $text IS NULL THEN score WHEN best.near > 0.95 THEN 2 * best.near ELSE best.near END * (1 + log10(1 + coalesce(node.openrank_12m_sum, 0)) / 4) + score / 1000 AS score,
       CASE WHEN best.name IN [title, coalesce(node.project, ''), coalesce(node.code, '')] THEN '' ELSE best.name END AS also
ORDER BY score DESC, toLower(title) LIMIT $limit
