// title: Sources and snapshots
// about: Every load and every run of a measure: what was read and when, what it covers, what was refused and what is
//   known to be missing.
// kind: table
// param limit: int = 500 [1..10000] most rows to return
// returns source: str the source
// returns dataset: str file or scope within the source, or name of the measure
// returns method: str how the source knows, which is its rank
// returns title: str the source in words
// returns as_of: str the day that its data stand for
// returns covers_from: str first month covered
// returns covers_to: str last month covered
// returns rows_taken: int rows that are in the graph
// returns rows_refused: int rows refused
// returns refused: list[str] the first refused rows
// returns gaps: list[str] what the source is known to lack
// returns loaded_at: str when it was loaded, UTC
// returns state: str loading, complete or unloading
// returns key: str source, dataset and content hash
// example: limit=50
MATCH (s:Snapshot)
RETURN s.source AS source, s.dataset AS dataset, s.method AS method, s.title AS title, s.as_of AS as_of,
       s.covers_from AS covers_from, s.covers_to AS covers_to, s.rows_taken AS rows_taken,
       s.rows_refused AS rows_refused, coalesce(s.refused, []) AS refused, coalesce(s.gaps, []) AS gaps,
       s.loaded_at AS loaded_at, s.state AS state, s.key AS key
ORDER BY source, dataset LIMIT $limit
