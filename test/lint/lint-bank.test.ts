import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseBankFile } from "../../src/bank/parse-bank.ts";
import { lintItems } from "../../src/lint/lint-bank.ts";
import { createPlaceFinder } from "../../src/lint/place-finder.ts";
import { bankRules, itemRules } from "../../src/lint/rules/index.ts";
import { buildBank, buildItem, context, optionsOf } from "./build-item.ts";

describe("lintItems", () => {
  it("has nothing to say about a clean item, a fair bank or an empty one", () => {
    expect(lintItems([buildItem()], context)).toEqual([]);
    expect(
      lintItems(buildBank(200, "fair"), context).filter(({ code }) => code !== "near-duplicate"),
    ).toEqual([]);
    expect(lintItems([], context)).toEqual([]);
  });

  it("sorts findings by file, line and column", () => {
    const stem = "Short?";
    const items = [
      buildItem({ id: "c", file: "b.yaml", line: 7, stem }),
      buildItem({ id: "b", file: "a.yaml", line: 90, stem }),
      buildItem({ id: "a", file: "a.yaml", line: 8, stem }),
    ];
    const found = lintItems(items, context).map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(found).toEqual([
      "a.yaml:8 stem-length",
      "a.yaml:8 same-stem",
      "a.yaml:90 stem-length",
      "a.yaml:90 same-stem",
      "b.yaml:7 stem-length",
    ]);
  });

  it("gives every rule a code of its own, and something to do about it", () => {
    const rules = [...itemRules, ...bankRules];
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    for (const { code, about, hint } of rules) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$|^clang$/);
      expect(about.length * hint.length).toBeGreaterThan(0);
    }
  });
});

describe("createPlaceFinder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "certdrill-lint-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("finds the line and column of a part, of its parent, and of an item that is gone", () => {
    const file = path.join(folder, "bank.yaml");
    const {
      file: _file,
      line: _line,
      ...item
    } = buildItem({ options: optionsOf(["Add a", "Add b", "Add c", "All of these"], 0) });
    const text = stringify({ format: 1, items: [{ ...structuredClone(item), id: "before" }, item] });
    writeFileSync(file, text);
    const { items } = parseBankFile(file, []);
    const lines = text.split("\n");
    const line = lines.findLastIndex((row) => row.includes("All of these")) + 1;
    const found = lintItems(items.slice(1), context, createPlaceFinder());
    expect(found).toMatchObject([
      { code: "all-of-the-above", file, line, column: (lines[line - 1] ?? "").indexOf("All") + 1 },
    ]);

    const finder = createPlaceFinder();
    const [, second] = items;
    if (!second) throw new Error("the bank has two items");
    expect(finder(second, ["options", 0, "pin"])).toEqual(finder(second, ["options", 0]));
    expect(finder({ ...second, id: "gone" }, ["stem"])).toEqual({ file, line: second.line, column: 1 });
    expect(finder({ ...second, file: path.join(folder, "gone.yaml") }, ["stem"])).toMatchObject({
      line: second.line,
    });
  });
});
