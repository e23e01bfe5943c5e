import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..", "..");
const src = path.join(root, "src");

/** Lower layers first: a file may import its own layer and those before it. */
const layers = [
  "errors.ts",
  "version.ts",
  "folders.ts",
  "code-cache.ts",
  "schema",
  "session",
  "bank",
  "journal",
  "learner",
  "report",
  "ui",
  "lint",
  "host.ts",
  "app",
  "commands",
  "cli",
  "cli.ts",
  "main.ts",
  "entry.ts",
];

/** Powers, the packages and words that stand for them, and the doors through which alone they are used. */
const doors: readonly { readonly power: RegExp; readonly only: readonly RegExp[] }[] = [
  { power: /from "yaml"/, only: [/^bank\/parse-yaml\.ts$/] },
  { power: /from "mathjs"/, only: [/^bank\/draw-numbers\.ts$/] },
  { power: /from "conf"/, only: [/^journal\/(settings|standing-cache)\.ts$/] },
  { power: /from "ts-fsrs"/, only: [/^learner\/memory\.ts$/] },
  { power: /from "chalk"/, only: [/^ui\/theme\.ts$/] },
  { power: /from "marked"/, only: [/^schema\/parse-markdown\.ts$/] },
  { power: /(from|import\() ?"@?inquirer/, only: [/^ui\/prompts\//] },
  { power: /from "commander"/, only: [/^cli(\/|\.ts$)/, /^(main|commands\/completion)\.ts$/] },
  { power: /from "zod"/, only: [/^schema\//, /^bank\/parse-yaml\.ts$/] },
  { power: /csv-stringify/, only: [/^report\/history-formats\.ts$/] },
  { power: /\bprocess\.(?!getBuiltinModule)/, only: [/^(host|main|entry|code-cache)\.ts$/] },
  { power: /Date\.now/, only: [/^host\.ts$/] },
  { power: /Math\.random/, only: [] },
  { power: /console\./, only: [] },
  { power: /process\.exit\(/, only: [] },
];

/** Layers that are pure: no files, no clock, no chance. */
const pure = ["session", "learner"];

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(path.sep).join("/"));
const textOf = (file: string) => readFileSync(path.join(src, file), "utf8");
const layerOf = (file: string) => layers.findIndex((layer) => file === layer || file.startsWith(`${layer}/`));

interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /(import|export)( type)?\s[^;]*?from "(\.[^"]+)"|import\("(\.[^"]+)"\)/g,
  );
  return [...found].map((match) => ({
    to: path.posix.join(path.posix.dirname(file), match[3] ?? match[4] ?? ""),
    typeOnly: match[2] !== undefined,
  }));
}

describe("the house", () => {
  test("every file belongs to a layer", () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  test("imports go down", () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => layerOf(to) > layerOf(file))
        .map(({ to }) => `${file} -> ${to}`),
    );
    expect(upward).toEqual([]);
  });

  test("what is drawn knows nothing of banks, journals and learners but their types", () => {
    const reaching = files
      .filter((file) => file.startsWith("ui/"))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ to, typeOnly }) => !typeOnly && /^(bank|journal|learner)\//.test(to))
          .map(({ to }) => `${file} -> ${to}`),
      );
    expect(reaching).toEqual([]);
  });

  test("commands do not import each other", () => {
    const sideways = files
      .filter((file) => file.startsWith("commands/"))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ to }) => to.startsWith("commands/"))
          .map(({ to }) => `${file} -> ${to}`),
      );
    expect(sideways).toEqual([]);
  });

  test("there is no cycle of values", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ to }) => to),
      ]),
    );
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
        return;
      }
      state.set(file, "open");
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, "done");
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test.each(doors.map(({ power, only }) => [power.source, power, only] as const))(
    "%s is used only through its door",
    (_, power, only) => {
      const used = files.filter((file) => power.test(withoutComments(textOf(file))));
      expect(used.filter((file) => !only.some((door) => door.test(file)))).toEqual([]);
    },
  );

  test("sessions and the learner do no input or output", () => {
    const touching = files
      .filter((file) => pure.some((layer) => file.startsWith(`${layer}/`)))
      .filter((file) => /from "node:/.test(textOf(file)) || /new Date\(\)/.test(textOf(file)));
    expect(touching).toEqual([]);
  });

  test("no file is longer than 300 lines", () => {
    const long = files.filter((file) => textOf(file).split("\n").length > 301);
    expect(long).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
