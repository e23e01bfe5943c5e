import { formatIssue } from "../bank/format-issue.ts";
import type { Issue } from "../schema/issue.ts";
import { locate } from "./locate.ts";

/** Findings as a person reads them, with a count at the end; files are named relative to `folder`. */
export function reportText(issues: readonly Issue[], folder: string): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const count = `${counted(errors, "error")}, ${counted(issues.length - errors, "warning")}`;
  const findings = issues.map((issue) => formatIssue(issue, locate(issue.file, folder)));
  return [...findings, issues.length === 0 ? "no findings" : count].join("\n\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
