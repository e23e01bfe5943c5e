// Builds dist/: the program as one quick-starting file, its help texts, the compiled bank, licence notices.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeNotices } from "./notices.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = (name) => path.join(root, "dist", name);
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Loaded from node_modules, and only by the commands that need them. Everything else is bundled, because start-up counts. */
const external = ["yaml", "zod", "mathjs", "csv-stringify", "csv-stringify/sync"];

const unused = "./scripts/unused-module.cjs";

/** Parts of Node that a package loads at its start: for a feature that we do not use, or for one small function. */
const standIns = [
  // Commands that are programs of their own.
  { of: "node:child_process", in: "commander", by: unused },
  // Whether the file on disk lacks a default.
  { of: "node:assert", in: "conf", by: "./scripts/deep-equal.cjs" },
];

const leanPackages = {
  name: "lean-packages",
  setup({ onResolve }) {
    for (const { of, in: name, by } of standIns)
      onResolve({ filter: new RegExp(`^${of}$`) }, ({ importer }) =>
        importer.includes(`${path.sep}node_modules${path.sep}${name}${path.sep}`)
          ? { path: path.join(root, by) }
          : undefined,
      );
  },
};

/** inquirer is an ES module, which the cached program cannot import; it gets a file of its own, loaded by the menus. */
const inquirerApart = {
  name: "inquirer-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^inquirer$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./inquirer.cjs", external: true } : undefined,
    );
  },
};

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
  // conf needs these only for schemas and migrations, which we do not use: settings are checked by their own rules.
  alias: { "ajv/dist/2020.js": unused, "ajv-formats": unused, semver: unused },
  plugins: [leanPackages, inquirerApart],
  supported: { "dynamic-import": false },
  logLevel: "warning",
};

rmSync(out(""), { recursive: true, force: true });
const app = await build({
  ...shared,
  external,
  entryPoints: ["src/main.ts"],
  outfile: out("main.cjs"),
  metafile: true,
});
const menus = await build({
  ...shared,
  entryPoints: ["inquirer"],
  outfile: out("inquirer.cjs"),
  metafile: true,
});
const digest = createHash("sha256")
  .update(readFileSync(out("main.cjs")))
  .digest("hex")
  .slice(0, 16);
await build({
  ...shared,
  define: { ...shared.define, __MAIN_DIGEST__: JSON.stringify(digest) },
  entryPoints: ["src/entry.ts"],
  outfile: out("entry.cjs"),
});

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
writeNotices(root, [app.metafile, menus.metafile]);
if (!process.argv.includes("--silent")) console.log(`built certdrill ${version} with ${items} items`);
