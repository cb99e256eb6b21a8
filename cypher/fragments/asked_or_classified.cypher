// The repositories `r` that `$repositories` names, found by their keys; where it names none, those that are filed under a domain.
CALL () {
  UNWIND $repositories AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION
  UNWIND CASE WHEN $repositories IS NULL THEN [true] ELSE [] END AS none_named
  MATCH (:Domain {level: 'domain'})<-[:PART_OF*0..2]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
  RETURN r
}
