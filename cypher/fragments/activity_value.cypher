// What `$activity` counts of the contribution `c`, as an expression; `any` is the larger of commits and merged pull requests.
CASE $activity
  WHEN 'any' THEN CASE WHEN coalesce(c.commits, 0) > coalesce(c.merged_prs, 0) THEN c.commits ELSE c.merged_prs END
  ELSE c[$activity] END
