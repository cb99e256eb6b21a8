// title: Search names
// about: Repositories, developers, organizations, domains, products and countries whose name, project name or former
//   name fits the text: whole words first, then beginnings, then near misses. Well-ranked projects come first among equals.
// kind: table
// param text: str what to look for
// param kind: repository|developer|organization|domain|product|country|any = any which kind of thing
// param limit: int = 10 [1..100] most rows to return
// returns label: str kind of thing
// returns title: str its name
// returns about: str what tells it apart
// returns key: str its key
// returns score: float how well it fits, larger is better
// example: text=deepep
WITH [w IN split(trim(apoc.text.replace(toLower($text), '[^\\p{L}\\p{N}]+', ' ')), ' ') WHERE w <> ''] AS words
WITH words, '(' + apoc.text.join([w IN words | '(' + w + '^4 OR ' + w + '*^2 OR ' + w + '~^0.2)'], ' AND ')
     + ') OR ' + apoc.text.join(words, '') + '^3 OR ' + apoc.text.join(words, '') + '*' AS lucene
CALL (words, lucene) {
  WITH words, lucene WHERE size(words) > 0
  CALL db.index.fulltext.queryNodes('search', lucene, {limit: 200}) YIELD node, score
  RETURN node, score
}
WITH node, labels(node)[0] AS label, coalesce(node.login, node.name) AS title, score
WHERE $kind = 'any' OR label = apoc.text.capitalize($kind)
WITH node, label, title,
     score * (1 + log10(1 + coalesce(node.openrank_12m_sum, 0)) / 4) * CASE WHEN toLower(title) = toLower($text) THEN 4
       WHEN toLower(title) ENDS WITH '/' + toLower($text) THEN 3 ELSE 1 END AS score
RETURN label, title,
       CASE label
         WHEN 'Repository' THEN coalesce(node.project, node.language, '')
         WHEN 'Developer' THEN CASE WHEN coalesce(node.bot, false) THEN 'bot' ELSE '' END
         WHEN 'Domain' THEN node.taxonomy + ' ' + node.level
         WHEN 'Country' THEN node.code
         ELSE coalesce(node.kind, '') END AS about,
       node.key AS key, score
ORDER BY score DESC, toLower(title) LIMIT $limit
