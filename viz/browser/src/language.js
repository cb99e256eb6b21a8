// The switch of languages in the bar: a cookie, so that the address stays what it is.
const YEAR = 365 * 24 * 60 * 60;

/** Show this page, as it is in the address, in another language from now on. @param {string} language */
export function speak(language) {
  document.cookie = `lang=${language}; path=/; max-age=${YEAR}; samesite=lax`;
  const here = new URL(location.href);
  here.searchParams.delete("lang"); // it would be stronger than the cookie
  if (here.href !== location.href) history.replaceState(history.state, "", here);
  location.reload();
}
