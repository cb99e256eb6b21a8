// The kinds of contribution that `source` counts in repository `r` in any month of the window, in `counted`: of another kind
// nothing is known, which is not 0.
CALL (r, source) {
  MATCH (r)-[k:COVERED_BY {source: source}]->(:Snapshot)
  WHERE k.covers_to >= coalesce($from, '') AND k.covers_from <= coalesce($to, '9999')
  RETURN apoc.coll.toSet(apoc.coll.flatten(collect(k.activities))) AS counted
}
