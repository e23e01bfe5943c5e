import { readFileSync } from "node:fs";
import type { Issue } from "../schema/issue.ts";
import { neutralise } from "../schema/safe-text.ts";

const widest = 100;

/** An issue as a person reads it: place, code, the source line with the line before it and a caret, message, hint. */
export function formatIssue(issue: Issue, shown = issue.file): string {
  const head = `${shown}:${issue.line}:${issue.column}  ${issue.severity}  ${issue.code}`;
  return [head, ...excerpt(issue), `  ${neutralise(issue.message)}`, `  hint: ${issue.hint}`].join("\n");
}

function excerpt({ file, line, column }: Issue): string[] {
  const lines = sourceLines(file);
  const current = lines[line - 1];
  if (current === undefined || current.includes("\0")) return [];
  const digits = String(line).length;
  const start = Math.max(0, column - 1 - widest + 20);
  const row = (number: number, text: string) =>
    `  ${String(number).padStart(digits)} | ${neutralise(text.slice(start, start + widest))}`;
  const previous = lines[line - 2];
  return [
    ...(previous === undefined ? [] : [row(line - 1, previous)]),
    row(line, current),
    `  ${" ".repeat(digits)} | ${" ".repeat(column - 1 - start)}^`,
  ];
}

function sourceLines(file: string): string[] {
  try {
    const text = readFileSync(file, "utf8");
    return text.length > 4_000_000 ? [] : text.split(/\r?\n/);
  } catch {
    return [];
  }
}
