// Runs before the page is drawn, so that a remembered theme does not flash.
try {
  const kept = localStorage.getItem("ossatlas.theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
