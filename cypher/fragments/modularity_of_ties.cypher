// The modularity at resolution `gamma` of ties between the communities `one` and `other` that weigh `w`. Those without a
// known weight, which the clustering did not see either, do not count. Added up by communities first: ties may be millions.
WITH gamma, one, other, sum(w) AS w WHERE one IS NOT NULL AND other IS NOT NULL AND w > 0
WITH gamma, collect([one, other, w]) AS pairs, sum(w) AS all
UNWIND pairs AS pair
UNWIND [[pair[0], CASE WHEN pair[0] = pair[1] THEN pair[2] ELSE 0.0 END], [pair[1], 0.0]] AS end
WITH gamma, all, end[0] AS community, sum(pair[2]) AS strength, sum(end[1]) AS inside
RETURN CASE WHEN count(*) > 0 THEN sum(inside / all - gamma * (strength / (2.0 * all)) ^ 2) END AS modularity
