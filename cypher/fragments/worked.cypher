// The rest of a WHERE: whether `c` is a contribution of any kind. Stars are told on the same edges and are none.
AND any(counted IN ['merged_prs', 'opened_prs', 'reviews', 'merged_others', 'opened_issues', 'closed_issues', 'issue_comments',
                    'review_comments', 'pushes', 'commits', 'co_authored_commits', 'activity'] WHERE c[counted] > 0)
