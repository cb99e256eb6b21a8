// Ties between repositories as a projection, with their strength in two windows: `before`, the months of the window before
// `$split`, and `after`, those from it on. Developers in more than `$cap` repositories of a window are left out, and so are
// the ties of fewer than `$min_developers`.
// include: active_in_two_windows
WITH d, late, collect(r) AS together
WHERE 1 < size(together) <= $cap
WITH late, together, $min_developers AS least
// include: tied_in_two_windows
