// title: Share of pull requests with a label
// about: How many of a repository's pull requests opened in the window bear each label, of all that the same source counts,
//   and how many of them were merged. Pull requests of deleted accounts count as well.
// kind: table
// param repository: repository the repository, owner/name
// param label: str = none [1..200] only this label
// param from: month = none first month of opening
// param to: month = none last month of opening
// param limit: int = 100 [1..10000] most rows to return
// returns label: str the label
// returns opened_prs: int pull requests that bear it
// returns merged_prs: int of these, merged
// returns share: float of all pull requests opened in the window, 0..1; none where their number is not known
// returns source: str the source that counted
// load: ossatlas load github OWNER/NAME --what repository,pulls
// example: repository=pytorch/pytorch label=fb-exported
MATCH (r:Repository {key: $repository})-[l:LABELLED]->(label:Label)
WHERE ($label IS NULL OR toLower(label.name) = toLower($label)) AND coalesce($from, '') <= l.period <= coalesce($to, '9999')
WITH r, label, l.source AS source, sum(l.opened_prs) AS opened, sum(l.merged_prs) AS merged
CALL (r, source) {
  MATCH (r)-[m:MEASURED {metric: 'opened_prs', source: source}]->(:Month)
  WHERE size(m.period) = 7 AND coalesce($from, '') <= m.period <= coalesce($to, '9999')
  RETURN sum(m.value) AS all
}
RETURN label.name AS label, opened AS opened_prs, merged AS merged_prs, CASE WHEN all > 0 THEN opened / all END AS share, source
ORDER BY opened_prs DESC, label LIMIT $limit
