// Contributions `c` of the months from `$from` to `$to`, where these are given.
($from IS NULL OR c.period >= $from) AND ($to IS NULL OR c.period <= $to)
