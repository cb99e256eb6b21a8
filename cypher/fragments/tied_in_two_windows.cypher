// Ties between those who stand `together`, in the earlier or the later window (`late`): how strong in each, of at least
// `least` meetings; each counts one over the others who stand there (Newman).
WITH least, collect([late, together]) AS groups
CALL (groups) {
  UNWIND range(0, size(groups) - 1) AS at
  UNWIND groups[at][1] AS start
  RETURN start, collect(at) AS there
}
CALL (groups, least, start, there) { // one after another, so that memory holds the ties of one
  UNWIND there AS at
  WITH least, start, groups[at][0] AS late, groups[at][1] AS together
  WITH least, start, late, together, 1.0 / (size(together) - 1) AS part ORDER BY part // a sum depends on its order
  UNWIND together AS end
  WITH least, end, late, part WHERE start.key < end.key
  WITH least, end, late, sum(part) AS strength, count(*) AS meetings WHERE meetings >= least
  RETURN end, sum(CASE WHEN late THEN 0.0 ELSE strength END) AS before, sum(CASE WHEN late THEN strength ELSE 0.0 END) AS after
}
RETURN start, end, before, after
