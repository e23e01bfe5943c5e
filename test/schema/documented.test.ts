import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readBank, readExams } from "../../src/bank/compile-bank.ts";
import { bankRules, itemRules } from "../../src/lint/rules/index.ts";
import { historyColumns } from "../../src/report/export-history.ts";
import { issueHints } from "../../src/schema/issue.ts";
import { jsonSchemas } from "../../src/schema/json-schema.ts";
import { serviceSlugs } from "../../src/schema/services.ts";

const root = path.resolve(import.meta.dirname, "..", "..");
const read = (...parts: string[]) => readFileSync(path.join(root, ...parts), "utf8");
const firstCells = (text: string) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);

describe("what is documented is what is there", () => {
  test("every code of a finding has its line in the bank's README", () => {
    const codes = [...Object.keys(issueHints), ...[...itemRules, ...bankRules].map((rule) => rule.code)];
    expect(firstCells(read("questions", "README.md")).sort()).toEqual([...new Set(codes)].sort());
  });

  test("every column of the export has its line in the README", () => {
    const documented = firstCells(read("README.md"));
    expect(documented.filter((name) => name && name in historyColumns)).toEqual(Object.keys(historyColumns));
  });

  test("the JSON Schemas next to the questions are those of the program", () => {
    for (const [name, schema] of Object.entries(jsonSchemas()))
      expect(JSON.parse(read("questions", "schema", name))).toEqual(schema);
  });

  test("every service of the shipped bank has a name", () => {
    const { exams } = readExams(path.join(root, "questions", "exams"));
    const used = new Set(
      readBank(path.join(root, "questions"), exams).items.flatMap((item) => item.services),
    );
    expect([...used].filter((slug) => !serviceSlugs.includes(slug))).toEqual([]);
  });
});
