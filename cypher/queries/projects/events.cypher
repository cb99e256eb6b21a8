// title: What happened when
// about: Dated events: releases, governance, standards, ends. Dates are as precise as their source.
// kind: table
// param subject: str = none only events of this repository, product or organization, in any case
// param kind: release|governance|standard|end|any = any which kind
// param from: month = none first month
// param to: month = none last month
// param limit: int = 200 [1..10000] most rows to return
// returns date: str when, as precise as the source is
// returns subject: str whom it concerns
// returns kind: str release, governance, standard or end
// returns event: str what happened
// returns said_by: str the publication that tells it
// returns source: str the source it was loaded from
// load: ossatlas demo --no-serve
// example: kind=governance
MATCH (e:Event)
WHERE ($kind = 'any' OR e.kind = $kind) AND ($subject IS NULL OR toLower(e.subject) = toLower($subject))
  AND ($from IS NULL OR left(e.date, 7) >= left($from, size(left(e.date, 7))))
  AND ($to IS NULL OR left(e.date, 7) <= $to)
RETURN e.date AS date, e.subject AS subject, e.kind AS kind, e.name AS event, e.source AS said_by,
       split(split(e.snapshots[0], '|')[2], ':')[0] AS source
ORDER BY date, subject, event LIMIT $limit
