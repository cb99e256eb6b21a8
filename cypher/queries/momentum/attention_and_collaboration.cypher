// title: Attention and collaboration
// about: Stars beside OpenRank, each at its last reading, with the rank of each among the projects that have both: a
//   project with many stars and little OpenRank is watched more than it is worked on. Where a source
//   lists single stars, those of the first day, the first week and the first month stand beside.
// kind: table
// param domain: domain = none only projects of this domain or one below it
// param limit: int = 200 [1..10000] most rows to return
// returns repository: str owner/name
// returns stars: int stars at the last reading
// returns openrank: float OpenRank of the last month or span
// returns stars_rank: int rank by stars among these projects
// returns openrank_rank: int rank by OpenRank among these projects
// returns lead: int ranks by which attention is ahead of collaboration; negative where it is behind
// returns first_day_stars: int stars of the day of its creation, none where that is not known
// returns first_week_stars: int stars of the seven days from it on, none where that is not known
// returns first_month_stars: int stars in the month of its creation, none where that is not known
// returns preset: str definition of OpenRank, one for all projects: published where there is any
// returns sources: list[str] sources of stars and of OpenRank
// budget: 60 s
// load: ossatlas load github OWNER/NAME --what repository,stars
// example: limit=20
MATCH (r:Repository)-[s:MEASURED {metric: 'stars'}]->()
WHERE $domain IS NULL OR EXISTS { (r)-[:IN_DOMAIN]->(:Domain)-[:PART_OF*0..3]->(:Domain {key: $domain}) }
WITH r, s ORDER BY right(s.period, 7) DESC, s.source
WITH r, collect(s) AS readings
MATCH (r)-[o:MEASURED {metric: 'openrank'}]->() WHERE NOT o.preset ENDS WITH '-raw'
WITH r, readings, o ORDER BY size(o.period), right(o.period, 7) DESC, o.source
WITH o.preset AS preset, r, readings, collect(o)[0] AS o
WITH preset, o.source = 'measure' AS own, collect({r: r, readings: readings, o: o}) AS projects
ORDER BY own, size(projects) DESC, preset LIMIT 1
UNWIND projects AS project
WITH preset, project.r AS r, project.readings AS readings, project.o AS o
WITH preset, r, readings[0] AS s, o,
     head([x IN readings WHERE size(x.period) = 7 AND x.period = left(r.created_at, 7) | x.value]) AS first,
     COLLECT { MATCH (r)-[m:MEASURED {metric: 'stars_first_day'}]->() RETURN m.value ORDER BY m.source }[0] AS day,
     COLLECT { MATCH (r)-[m:MEASURED {metric: 'stars_first_week'}]->() RETURN m.value ORDER BY m.source }[0] AS week
WITH collect({r: r, stars: s.value, openrank: o.value, first: first, day: day, week: week, sources: [s.source, o.source]}) AS rows, preset
UNWIND rows AS row
WITH row, preset, size([x IN rows WHERE x.stars > row.stars]) + 1 AS stars_rank,
     size([x IN rows WHERE x.openrank > row.openrank]) + 1 AS openrank_rank
RETURN row.r.name AS repository, toInteger(row.stars) AS stars, row.openrank AS openrank, stars_rank, openrank_rank,
       openrank_rank - stars_rank AS lead, toInteger(row.day) AS first_day_stars,
       toInteger(row.week) AS first_week_stars, toInteger(row.first) AS first_month_stars,
       preset, apoc.coll.toSet(row.sources) AS sources
ORDER BY lead DESC, repository LIMIT $limit
