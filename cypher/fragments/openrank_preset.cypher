// The definition `$preset` as graph/openrank/presets.py has it, in the map `preset`: the name of its series, the part of a
// value that is passed on along activity, counts that do not stand alone, and the weight of each count.
WITH CASE $preset
  WHEN 'global-2026' THEN {series: 'global-2026/1', passed_on: 0.95, alone: ['pushes'],
    weights: {opened_issues: 22.235, issue_comments: 5.252, closed_issues: 9.712, review_comments: 7.427, opened_prs: 40.679,
              pushes: 14.695}}
  ELSE {series: 'global-2023-docs/1', passed_on: 1.0, alone: [],
    weights: {issue_comments: 0.5252, opened_issues: 2.2235, opened_prs: 4.0679, review_comments: 0.7427, merged_prs: 2.0339}}
  END AS preset
