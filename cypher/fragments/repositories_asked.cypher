// The repositories `r` that `$repositories` names, found by their keys; all there are where it names none. Two branches, of which
// one runs: with `OR` in one place the server would look through all repositories for the few that are named.
CALL () {
  UNWIND $repositories AS key
  MATCH (r:Repository {key: key})
  RETURN r
  UNION ALL
  UNWIND CASE WHEN $repositories IS NULL THEN [true] ELSE [] END AS all_of_them
  MATCH (r:Repository)
  RETURN r
}
