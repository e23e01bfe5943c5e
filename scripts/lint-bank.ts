import path from "node:path";
import { readBank, readExams } from "../src/bank/compile-bank.ts";
import { attackItems } from "../src/lint/attacker.ts";
import { attackerText } from "../src/lint/attacker-text.ts";
import { viewItem } from "../src/lint/item-view.ts";
import { lintItems } from "../src/lint/lint-bank.ts";
import { createPlaceFinder } from "../src/lint/place-finder.ts";
import { reportText } from "../src/lint/report-text.ts";

/** Checks and lints bank files; returns the report and whether there was an error. */
export function lintFiles(
  root: string,
  files: readonly string[],
  now: Date,
): { text: string; failed: boolean } {
  const { exams } = readExams(path.join(root, "questions", "exams"));
  const read = files.map((file) => readBank(file, exams));
  const items = read.flatMap((bank) => bank.items);
  const issues = [...read.flatMap((bank) => bank.issues), ...lintItems(items, { now }, createPlaceFinder())];
  const attack = attackItems(items.map(viewItem));
  const given = [attack.model, ...attack.strategies.filter(({ name }) => name.includes("option"))].map(
    ({ name, found }) => `${name}, keys found: ${found.join(" ")}`,
  );
  return {
    text: [
      `${items.length} items`,
      reportText(issues, process.cwd()),
      ...given,
      attackerText(attack).join("\n"),
    ].join("\n\n"),
    failed: issues.some(({ severity }) => severity === "error"),
  };
}
