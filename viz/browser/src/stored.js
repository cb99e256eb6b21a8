// Lists that are kept in this browser alone. Storage may be forbidden, or hold what another wrote: then there is nothing.

/** The items kept under a key that are `ours`. @template T @param {string} key @param {(item: any) => boolean} ours @returns {T[]} */
export function stored(key, ours) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(ours) : [];
  } catch {
    return [];
  }
}

/** Keep items under a key; none clear it. @param {string} key @param {object[]} items */
export function store(key, items) {
  try {
    if (items.length) localStorage.setItem(key, JSON.stringify(items));
    else localStorage.removeItem(key);
  } catch {
    // Nothing is remembered then.
  }
}
