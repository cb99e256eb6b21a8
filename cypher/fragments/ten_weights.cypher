// The ties `tie` from `start` to `end` with ten weights: each is `weight` with a share of `$lost` of the ties left out, drawn by
// a hash of the tie, `$seed` and the number of the weight, so that the same ones are left out again. What is unknown weighs nothing.
WITH start, end, toFloat(tie[weight]) AS whole,
     [run IN range(0, 9) | left(apoc.util.md5([tie.key, $seed, run]), 6) >= least] AS kept
WHERE whole > 0
RETURN start, end,
       CASE WHEN kept[0] THEN whole ELSE 0.0 END AS w0, CASE WHEN kept[1] THEN whole ELSE 0.0 END AS w1,
       CASE WHEN kept[2] THEN whole ELSE 0.0 END AS w2, CASE WHEN kept[3] THEN whole ELSE 0.0 END AS w3,
       CASE WHEN kept[4] THEN whole ELSE 0.0 END AS w4, CASE WHEN kept[5] THEN whole ELSE 0.0 END AS w5,
       CASE WHEN kept[6] THEN whole ELSE 0.0 END AS w6, CASE WHEN kept[7] THEN whole ELSE 0.0 END AS w7,
       CASE WHEN kept[8] THEN whole ELSE 0.0 END AS w8, CASE WHEN kept[9] THEN whole ELSE 0.0 END AS w9
