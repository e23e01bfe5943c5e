import type { Issue } from "../schema/issue.ts";
import { locate } from "./locate.ts";

/** Findings as JSON: counts, then one object per finding, with files relative to `folder`. */
export function reportJson(issues: readonly Issue[], folder: string): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const findings = issues.map((issue) => ({ ...issue, file: locate(issue.file, folder) }));
  return JSON.stringify({ format: 1, errors, warnings: issues.length - errors, findings }, undefined, 2);
}
