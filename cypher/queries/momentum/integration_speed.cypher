// title: How fast projects take others in
// about: By the project that takes in, or by the one that is taken in: how many integrations were announced, how many are
//   completed, and the median days from announcement to completion. What is not completed has no days yet.
// kind: table
// param by: taker|taken = taker who is counted
// param limit: int = 100 [1..10000] most rows to return
// returns repository: str owner/name
// returns announced: int integrations that were announced
// returns completed: int of these, completed
// returns median_days: float from announcement to completion, none where no pair of days is known
// returns partners: list[str] the other projects, the fastest first
// returns sources: list[str] sources that tell it
// load: ossatlas demo --no-serve
// example: by=taker
MATCH (a:Repository)-[i:INTEGRATES]->(b:Repository)
WITH CASE $by WHEN 'taker' THEN a ELSE b END AS r, CASE $by WHEN 'taker' THEN b ELSE a END AS partner, i,
     CASE WHEN size(i.announced) = 10 AND size(i.completed) = 10
          THEN duration.inDays(date(i.announced), date(i.completed)).days END AS days
ORDER BY days, partner.name
RETURN r.name AS repository, count(i) AS announced, count(i.completed) AS completed, percentileCont(days, 0.5) AS median_days,
       collect(DISTINCT partner.name) AS partners, collect(DISTINCT i.source) AS sources
ORDER BY median_days IS NULL, median_days, repository LIMIT $limit
