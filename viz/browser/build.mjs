// Builds everything under ../static from src/ and the locked packages: `npm ci && npm run build`.
import { build } from "esbuild";
import { world } from "./world.mjs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";

const out = new URL("../static/", import.meta.url);
const swagger = new URL("node_modules/swagger-ui-dist/", import.meta.url);

const built = await build({
  write: false, // what is there stays where a build fails
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: ["src/atlas.js", "src/network.js", "src/large.js", "src/chart.js", "src/docs.js", "src/console.js", "src/drawn.js", "src/theme.js", "src/words.en.js", "src/words.zh.js", "src/atlas.css", "src/chart.css", "src/console.css"],
  outdir: out.pathname,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome110", "firefox110", "safari16"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
await rm(out, { recursive: true, force: true });
await mkdir(new URL("swagger/", out), { recursive: true });
for (const { path, contents } of built.outputFiles) await writeFile(path, contents);
await world(out);
await cp(new URL("src/mark.svg", import.meta.url), new URL("mark.svg", out));
for (const name of ["swagger-ui-bundle.js", "swagger-ui.css"]) {
  // Without the pointer to a source map, which we do not ship.
  const text = await readFile(new URL(name, swagger), "utf8");
  await writeFile(new URL(`swagger/${name}`, out), text.replace(/\n?(\/\/|\/\*)# sourceMappingURL=[^\n]*/g, "\n"));
}
