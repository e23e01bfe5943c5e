import path from "node:path";
import { formatIssue } from "../bank/format-issue.ts";
import type { Issue } from "../schema/issue.ts";

/** Findings as a person reads them, with a count at the end; file names are shown relative to `folder`. */
export function reportText(issues: readonly Issue[], folder: string): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const count =
    issues.length === 0 ? "no findings" : `${errors} error(s), ${issues.length - errors} warning(s)`;
  return [...issues.map((issue) => formatIssue(issue, path.relative(folder, issue.file))), count].join(
    "\n\n",
  );
}
