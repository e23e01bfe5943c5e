// Compiles questions/ for the package: dist/bank, and the JSON Schemas next to the questions.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compileItems, factsStamp, type ShippedBank } from "../src/bank/bank-index.ts";
import { readBank, readExams } from "../src/bank/compile-bank.ts";
import { formatIssue } from "../src/bank/format-issue.ts";
import { jsonSchemas } from "../src/schema/json-schema.ts";

export function compileQuestions(root: string): { items: number; problems: string[] } {
  const questions = path.join(root, "questions");
  const target = path.join(root, "dist", "bank");
  const { exams, issues: examIssues } = readExams(path.join(questions, "exams"));
  const { items, issues } = readBank(questions, exams);
  const problems = [...examIssues, ...issues].map((issue) =>
    formatIssue(issue, path.relative(root, issue.file)),
  );
  if (problems.length > 0) return { items: items.length, problems };
  const compiled = compileItems(items.map((item) => ({ ...item, file: path.relative(root, item.file) })));
  mkdirSync(target, { recursive: true });
  mkdirSync(path.join(questions, "schema"), { recursive: true });
  const shipped: ShippedBank = { stamp: factsStamp(compiled.index), exams, index: compiled.index };
  writeFileSync(path.join(target, "index.json"), JSON.stringify(shipped));
  writeFileSync(path.join(target, "items.jsonl"), compiled.lines);
  for (const [name, schema] of Object.entries(jsonSchemas()))
    writeFileSync(path.join(questions, "schema", name), `${JSON.stringify(schema, null, 2)}\n`);
  return { items: items.length, problems };
}
