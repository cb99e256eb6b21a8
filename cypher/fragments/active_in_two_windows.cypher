// Who was active in repository `r`, by the one source that answers for it: developer `d`, and whether that was in the later
// of two windows (`late`), the months from `$split` on, or in the one before.
MATCH (r:Repository)
// include: answering_source
WITH r, source WHERE source IS NOT NULL
CALL (r, source) {
  MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r)
  WHERE c.source = source AND size(c.period) = 7 AND coalesce($from, '') <= c.period <= coalesce($to, '9999')
    AND ($bots OR NOT coalesce(d.bot, false))
  // include: counted
  RETURN DISTINCT d, c.period >= $split AS late
}
