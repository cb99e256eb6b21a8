// How well a stored `community` of `size` members comes back in the runs, by its `meetings`.
CALL (meetings, community, size) {
  UNWIND [m IN meetings WHERE m.number = community] AS m
  WITH m.run AS run, max(1.0 * m.both / (m.size + size - m.both)) AS best
  RETURN avg(best) AS mean_jaccard, min(best) AS least_jaccard, sum(CASE WHEN best > 0.5 THEN 1 ELSE 0 END) AS returned
}
