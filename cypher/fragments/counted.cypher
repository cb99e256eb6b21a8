// The rest of a WHERE: whether the contribution `c` counts anything of the activity that is asked for. An edge may be there for
// stars or comments alone. `any` is commits or merged pull requests, as in fragment contributions; `activity` what it weighs.
AND CASE $activity
  WHEN 'any' THEN coalesce(c.commits, 0) + coalesce(c.merged_prs, 0)
  WHEN 'activity' THEN coalesce(c.activity, 0) + coalesce(c.issue_comments, 0) + coalesce(c.opened_issues, 0)
                       + coalesce(c.opened_prs, 0) + coalesce(c.review_comments, 0) + coalesce(c.merged_prs, 0)
  ELSE coalesce(c[$activity], 0) END > 0
