// Renews package-lock.json without any address in it: `npm run lock`.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";

execFileSync("npm", ["install", "--package-lock-only"], { stdio: "inherit" });
const file = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(await readFile(file, "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  delete entry.resolved;
}
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
