// Who contributed to repository `r` by the answering `source`, how much, and their `activity` there, as fragment amount tells.
CALL (r, source, method) {
  // include: amount
  RETURN d, contributions, activity
}
