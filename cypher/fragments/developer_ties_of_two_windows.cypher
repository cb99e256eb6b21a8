// Ties between developers as a projection, with their strength in two windows: `before`, the months of the window before
// `$split`, and `after`, those from it on. Repositories with more than `$cap` developers in a window are left out, and so are
// the ties of fewer than `$min_repositories`.
// include: active_in_two_windows
WITH r, late, collect(d) AS together
WHERE 1 < size(together) <= $cap
WITH late, together, $min_repositories AS least
// include: tied_in_two_windows
