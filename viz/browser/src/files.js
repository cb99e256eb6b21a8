// Names of files that the page hands over.

/** @param {string} what @param {string} ending */
export const fileName = (what, ending) => `${[location.pathname.split("/").filter(Boolean).pop() || "network", what].filter(Boolean).join("-")}.${ending}`;
