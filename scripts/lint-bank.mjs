// Lints bank files for their authors: node scripts/lint-bank.mjs FILE...
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node scripts/lint-bank.mjs FILE...");
  process.exit(2);
}

const outfile = path.join(root, "node_modules", ".cache", `lint-bank-${process.pid}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: ["scripts/lint-bank.ts"],
  bundle: true,
  platform: "node",
  target: "node20.17",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});
const { lintFiles } = await import(pathToFileURL(outfile).href);
rmSync(outfile);
const { text, failed } = lintFiles(root, files, new Date());
console.log(text);
process.exitCode = failed ? 1 : 0;
