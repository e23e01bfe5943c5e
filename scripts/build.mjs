// Builds dist/: the program as one quick-starting file, its help texts, the compiled bank, licence notices.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeNotices } from "./notices.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = (name) => path.join(root, "dist", name);
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Loaded from node_modules, and only by the commands that need them. Everything else is bundled, because start-up counts. */
const external = ["yaml", "zod", "mathjs", "csv-stringify", "csv-stringify/sync", "inquirer"];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.17",
  format: "cjs",
  minify: true,
  keepNames: false,
  legalComments: "none",
  define: { __VERSION__: JSON.stringify(version) },
  // conf checks stores with ajv only when it is given a schema; our settings are checked by their own rules.
  alias: { "ajv/dist/2020.js": "./scripts/empty.mjs", "ajv-formats": "./scripts/empty.mjs" },
  logLevel: "warning",
};

rmSync(out(""), { recursive: true, force: true });
const [app] = await Promise.all([
  build({ ...shared, external, entryPoints: ["src/main.ts"], outfile: out("main.cjs"), metafile: true }),
  build({ ...shared, external: ["./main.cjs"], entryPoints: ["src/entry.ts"], outfile: out("entry.cjs") }),
]);

const compiler = out("compile-questions.mjs");
await build({
  ...shared,
  format: "esm",
  minify: false,
  packages: "external",
  entryPoints: ["scripts/compile-questions.ts"],
  outfile: compiler,
});
const { compileQuestions } = await import(pathToFileURL(compiler).href);
rmSync(compiler);
const { items, problems } = compileQuestions(root);
if (problems.length > 0) {
  console.error(`${problems.join("\n\n")}\n\n${problems.length} problem(s) in questions/; the build stopped`);
  process.exit(1);
}

const { helpTexts } = await import(pathToFileURL(out("main.cjs")).href).then((module) => module.default);
writeFileSync(out("help.json"), JSON.stringify(await helpTexts()));
writeNotices(root, app.metafile);
if (!process.argv.includes("--silent")) console.log(`built certdrill ${version} with ${items} items`);
