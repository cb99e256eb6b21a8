// title: The LLM stack, layer by layer
// about: Projects and products by their layer of the stack, with tier, techniques and what they are built on.
// kind: table
// param taxonomy: str = llm-stack which stack
// param layer: domain = none only this layer
// param technique: technique = none only what uses this technique
// param limit: int = 200 [1..10000] most rows to return
// returns layer: str layer of the stack
// returns tier: str tier within the layer
// returns project: str name of the project or product
// returns repository: str owner/name, none where it has no repository of its own
// returns techniques: list[str] techniques that it uses
// returns built_on: list[str] repositories that it is built on
// returns source: str the source of the classification
// load: ossatlas demo --no-serve
// example: layer=Inference/Serving
MATCH (p)-[i:IN_DOMAIN]->(d:Domain {taxonomy: $taxonomy})
WHERE $layer IS NULL OR d.key = $layer
CALL (p) { OPTIONAL MATCH (p)-[:USES_TECHNIQUE]->(t:Technique) WITH t ORDER BY t.name RETURN collect(t.name) AS techniques }
CALL (p) { OPTIONAL MATCH (p)-[:BUILT_ON]->(b:Repository) WITH b ORDER BY b.name RETURN collect(b.name) AS built_on }
WITH p, i, d, techniques, built_on
WHERE $technique IS NULL OR EXISTS { (p)-[:USES_TECHNIQUE]->(:Technique {key: $technique}) }
RETURN d.name AS layer, CASE WHEN p:Repository THEN p.stack_tier END AS tier,
       CASE WHEN p:Repository THEN coalesce(p.project, p.name) ELSE p.name END AS project,
       CASE WHEN p:Repository THEN p.name END AS repository, techniques, built_on, i.source AS source
ORDER BY layer, tier, project LIMIT $limit
