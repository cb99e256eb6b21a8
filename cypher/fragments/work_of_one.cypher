// How much developer `d` contributed to repository `r` by the answering `source`, as fragment amount tells; no row where nothing.
CALL (d, r, source, method) {
  // include: amount
  RETURN contributions, corrections, activity
}
