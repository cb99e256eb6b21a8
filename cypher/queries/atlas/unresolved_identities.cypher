// title: Companies and locations that could not be read
// about: What developers state about themselves and no organization or country was read from, with the reason and, where
//   a text is ambiguous, what it may mean. A file of aliases corrects them.
// kind: table
// param what: company|location|both = both which statement
// param stated_only: bool = true leave out developers who state nothing
// param limit: int = 500 [1..10000] most rows to return
// returns what: str company or location
// returns text: str as written, none where nothing is stated
// returns reason: str why nothing was read from it
// returns candidates: list[str] what it may mean
// returns developers: list[str] logins of who states it
// returns source: str the source that tells it
// example: what=location
UNWIND CASE $what WHEN 'both' THEN ['company', 'location'] ELSE [$what] END AS what
MATCH (d:Developer)-[s:STATED]->(:Snapshot)
WITH what, d, s, CASE what WHEN 'company' THEN s.company_reason ELSE s.location_reason END AS reason,
     CASE what WHEN 'company' THEN s.company ELSE s.location END AS text
WHERE reason IS NOT NULL AND (text IS NOT NULL OR NOT $stated_only)
WITH what, text, reason, s.source AS source, d, CASE what WHEN 'location' THEN s.location_candidates END AS candidates
ORDER BY toLower(d.login)
RETURN what, text, reason, coalesce(candidates, []) AS candidates, collect(d.login) AS developers, source
ORDER BY size(developers) DESC, what, text LIMIT $limit
