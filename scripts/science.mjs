// Measures the learner model on simulated learners against its targets: npm run bench:science (some minutes).
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outfile = path.join(root, "node_modules", ".cache", `science-${process.pid}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: ["bench/science/science.ts"],
  bundle: true,
  platform: "node",
  target: "node20.17",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});
const { fullSize, runScience, tableOf } = await import(pathToFileURL(outfile).href);
rmSync(outfile);
const seed = process.argv[2] ?? "frozen";
const { rows, worlds } = runScience(fullSize, seed, () => performance.now());
console.log([...tableOf(rows), "", ...worlds].join("\n"));
process.exitCode = rows.every((row) => row.met) ? 0 : 1;
