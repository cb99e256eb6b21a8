// title: Clusterings that are stored, with their modularity
// about: Every stored clustering of repositories and of developers: what it weighed, how fine it is, how many communities it
//   has, and its modularity on the ties it was made of: the share of their weight inside communities, less `gamma` times what
//   chance would give. Connected components weigh nothing themselves: theirs is by strength.
// kind: table
// returns measure: str measure that made it
// returns of: str repositories or developers
// returns members: int repositories or developers in a community
// returns communities: int number of communities
// returns largest: int members of the largest
// returns weight: str property of the ties that weighs
// returns gamma: float resolution; 1 where the measure has none
// returns modularity: float at this weight and resolution, at most 1; comparable between clusterings that share both
// returns run: str Snapshot of the run
// needs: leiden
// budget: 60 s
// example:
CALL () {
  UNWIND [['leiden', 'community'], ['louvain', 'louvain'], ['label-propagation', 'label_propagation'], ['components', 'component']] AS pair
  WITH pair[0] AS measure, pair[1] AS by
  MATCH (made:Snapshot {source: 'measure', dataset: measure})
  // include: modularity
  CALL (by) {
    MATCH (r:Repository)
    WITH r[by] AS community, count(*) AS size WHERE community IS NOT NULL
    RETURN sum(size) AS members, count(*) AS communities, max(size) AS largest
  }
  RETURN measure, 'repositories' AS of, members, communities, largest, weight, gamma, modularity, made.key AS run
  UNION ALL
  UNWIND [['developer-leiden', 'community'], ['developer-louvain', 'louvain'],
          ['developer-label-propagation', 'label_propagation'], ['developer-components', 'component']] AS pair
  WITH pair[0] AS measure, pair[1] AS by
  MATCH (made:Snapshot {source: 'measure', dataset: measure})
  // include: developer_modularity
  CALL (by) {
    MATCH (d:Developer)
    WITH d[by] AS community, count(*) AS size WHERE community IS NOT NULL
    RETURN sum(size) AS members, count(*) AS communities, max(size) AS largest
  }
  RETURN measure, 'developers' AS of, members, communities, largest, weight, gamma, modularity, made.key AS run
}
RETURN measure, of, members, communities, largest, weight, gamma, modularity, run
ORDER BY of DESC, modularity DESC, measure
