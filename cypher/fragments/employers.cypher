// Where developer `d` worked or studied in the window (now, without one) by what answers best: a correction, then the
// lower rank, then what is dated and holds longest in the window, then the latest beginning, then the newest reading: the
// day of the profile, or of its whole source.
// What ended before the window or began after it does not answer; what has no dates does. A source that is wanted by
// name speaks without corrections.
CALL (d) {
  OPTIONAL MATCH (d)-[a:AFFILIATED_WITH]->(o:Organization)
  WHERE (coalesce($source, 'corrections') = 'corrections' OR a.source <> 'corrections')
    AND left(coalesce(a.from, ''), 7) <= coalesce($to, '9999')
    AND CASE size(a.to) WHEN 10 THEN a.to WHEN 7 THEN a.to + '-32' WHEN 4 THEN a.to + '-13' ELSE '9999' END
        > coalesce($from, '') + '-01'
  WITH o, a, [m IN [$from, $to, a.from, a.to] | 12 * toInteger(left(m, 4)) + coalesce(toInteger(substring(m, 5, 2)), 1)]
       AS months
  WITH o, a, CASE
    WHEN $from IS NULL AND $to IS NULL THEN CASE WHEN a.to IS NULL THEN 0 ELSE 1 END
    WHEN a.from IS NULL AND a.to IS NULL THEN 1
    ELSE -1 * (apoc.coll.min([coalesce(months[1] + 1, 99999), coalesce(months[3], 99999)])
               - apoc.coll.max([coalesce(months[0], 0), coalesce(months[2], 0)])) END AS short,
    coalesce(a.read_on, split(last(a.snapshots), '|')[1], '') AS read
  WITH o, a, short, read, coalesce(a.from, '') AS since ORDER BY a.rank, short, since DESC, read DESC, o.name
  WITH collect({rank: a.rank, name: o.name, kind: o.kind, source: a.source, standing: [a.rank, short, since, read]})
       AS stated
  WITH [x IN stated WHERE x.standing = stated[0].standing] AS best
  RETURN [x IN best WHERE x.kind <> 'community' | x.name] AS organizations,
         [x IN best | {rank: x.rank, name: x.name, kind: x.kind, source: x.source}] AS affiliations
}
