// Outlines of countries and where each lies, as `world.json`: Natural Earth by way of `world-atlas`, without Antarctica.
import { geoArea, geoCentroid } from "d3-geo";
import countries from "i18n-iso-countries";
import { readFile, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

const LEFT_OUT = new Set(["010"]); // Antarctica
const ROUNDED = 100;
const atlas = async (name) => JSON.parse(await readFile(new URL(`node_modules/world-atlas/${name}.json`, import.meta.url), "utf8"));

/** The middle of a country's largest part: that of France is not in the Atlantic. */
function middle(geometry) {
  const parts = geometry.type === "MultiPolygon" ? geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })) : [geometry];
  const largest = parts.reduce((one, other) => (geoArea(other) > geoArea(one) ? other : one));
  return geoCentroid(largest).map((degrees) => Math.round(degrees * ROUNDED) / ROUNDED);
}

/** Write `world.json` into the folder `out`: outlines at 1:110 million, middles from 1:50 million, which has the small ones. */
export async function world(out) {
  const [coarse, fine] = [await atlas("countries-110m"), await atlas("countries-50m")];
  const kept = coarse.objects.countries.geometries.filter(({ id }) => !LEFT_OUT.has(id)).map(({ type, arcs }) => ({ type, arcs }));
  const outlines = { type: "Topology", arcs: coarse.arcs, transform: coarse.transform, objects: { countries: { type: "GeometryCollection", geometries: kept } } };
  const places = {};
  for (const { id, geometry } of feature(fine, fine.objects.countries).features) {
    const code = id && countries.numericToAlpha2(id);
    if (code) places[code] = middle(geometry);
  }
  const sorted = Object.fromEntries(Object.entries(places).sort(([one], [other]) => (one < other ? -1 : 1)));
  await writeFile(new URL("world.json", out), `${JSON.stringify({ outlines, places: sorted })}\n`);
}
