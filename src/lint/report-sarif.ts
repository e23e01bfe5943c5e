import { pathToFileURL } from "node:url";
import type { Issue } from "../schema/issue.ts";
import { locate } from "./locate.ts";
import { bankRules, itemRules } from "./rules/index.ts";

/**
 * Findings in SARIF 2.1.0 (OASIS), which code hosts show at the line in a review.
 * @param folder the root of the repository; files inside are named relative to it
 * @param version of the program
 */
export function reportSarif(issues: readonly Issue[], folder: string, version: string): string {
  const codes = [...new Set(issues.map(({ code }) => code))].sort();
  const rules = codes.map((code) => ruleOf(code, issues));
  const results = issues.map((issue) => ({
    ruleId: issue.code,
    ruleIndex: codes.indexOf(issue.code),
    level: issue.severity,
    message: { text: `${issue.message}. Hint: ${issue.hint}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(issue.file, folder) },
          region: { startLine: issue.line, startColumn: issue.column },
        },
      },
    ],
  }));
  const driver = { name: "certdrill", semanticVersion: version, rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return JSON.stringify(log, undefined, 2);
}

/** A rule of the lint with what it asks for; a code of the format check with its hint alone. */
function ruleOf(code: string, issues: readonly Issue[]) {
  const rule = [...itemRules, ...bankRules].find((candidate) => candidate.code === code);
  const hint = rule?.hint ?? issues.find((issue) => issue.code === code)?.hint ?? "";
  return { id: code, shortDescription: { text: rule?.about ?? code }, help: { text: hint } };
}

function uriOf(file: string, folder: string): string {
  const place = locate(file, folder);
  return /^(?:\/|[A-Za-z]:)/.test(place) ? pathToFileURL(place).href : encodeURI(place);
}
