// title: Pull requests that people talked about
// about: The pull requests of a repository with most comments and reviews by people, with who opened them and where that person
//   works. A source keeps the five most discussed of each month, so a window over several months shows their leaders; those
//   of accounts that are gone are left out.
// kind: table
// param repository: repository the repository, owner/name
// param from: month = none first month of opening
// param to: month = none last month of opening
// param state: any|merged|unmerged = any merged ones, or those that are open or were refused
// param outsiders: bool = false leave out those by people who work for an owner or founder of the repository
// param source: str = none only what this source tells
// param bots: bool = false whether those opened by machine accounts show
// param limit: int = 50 [1..10000] most rows to return
// returns number: int its number within the repository
// returns month: str month of opening
// returns developer: str login of who opened it
// returns organizations: list[str] employers or universities, none where unknown
// returns comments: int comments by people, on lines too; none where they were not read
// returns reviews: int reviews by people; none where they were not read
// returns people: int people who commented or reviewed, its author not counted
// returns merged: date the day of its merge, none where it was not merged by the reading
// returns address: url where to read it, none where the code host is not known
// returns source: str the source that tells it
// load: ossatlas load github OWNER/NAME --what repository,pulls,reviews,comments
// example: repository=deepseek-ai/DeepEP
MATCH (d:Developer)-[p:PROPOSED]->(r:Repository {key: $repository})
WHERE coalesce($from, '') <= p.period <= coalesce($to, '9999') AND ($source IS NULL OR p.source = $source)
  AND ($bots OR NOT coalesce(d.bot, false)) AND ($state = 'any' OR (p.merged_at IS NOT NULL) = ($state = 'merged'))
// include: employers
WITH r, p, d, organizations
WHERE NOT $outsiders OR NOT EXISTS { (r)<-[:OWNS]-(o:Organization) WHERE o.name IN organizations }
                        AND NOT EXISTS { (r)-[:FOUNDED_BY]->(o:Organization) WHERE o.name IN organizations }
RETURN p.number AS number, p.period AS month, d.login AS developer, organizations, p.comments AS comments, p.reviews AS reviews,
       p.people AS people, p.merged_at AS merged,
       CASE r.platform WHEN 'github' THEN 'https://github.com/' + r.name + '/pull/' + toString(p.number) END AS address,
       p.source AS source
ORDER BY coalesce(comments, 0) + coalesce(reviews, 0) DESC, people DESC, number LIMIT $limit
