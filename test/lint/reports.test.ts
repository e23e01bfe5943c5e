import { describe, expect, it } from "vitest";
import { reportJson } from "../../src/lint/report-json.ts";
import { reportSarif } from "../../src/lint/report-sarif.ts";
import { reportText } from "../../src/lint/report-text.ts";
import type { Issue } from "../../src/schema/issue.ts";

const issues: Issue[] = [
  {
    code: "same-option",
    severity: "error",
    file: "/repo/questions/a b.yaml",
    line: 12,
    column: 9,
    message: 'x: the option says the same as "y"',
    hint: "replace one of them",
  },
  {
    code: "missing-key",
    severity: "warning",
    file: "/elsewhere/c.yaml",
    line: 1,
    column: 1,
    message: "the key is missing",
    hint: "add the key",
  },
];

describe("reportText", () => {
  it("names place, code, finding and hint, and counts", () => {
    expect(reportText(issues, "/repo")).toBe(
      [
        "questions/a b.yaml:12:9  error  same-option",
        '  x: the option says the same as "y"',
        "  hint: replace one of them",
        "",
        "/elsewhere/c.yaml:1:1  warning  missing-key",
        "  the key is missing",
        "  hint: add the key",
        "",
        "1 error, 1 warning",
      ].join("\n"),
    );
    expect(reportText([], "/repo")).toBe("no findings");
  });
});

describe("reportJson", () => {
  it("holds counts and findings", () => {
    const report = JSON.parse(reportJson(issues, "/repo"));
    expect(report).toMatchObject({ format: 1, errors: 1, warnings: 1 });
    expect(report.findings[0]).toEqual({ ...issues[0], file: "questions/a b.yaml" });
    expect(report.findings[1].file).toBe("/elsewhere/c.yaml");
  });
});

describe("reportSarif", () => {
  it("is a SARIF 2.1.0 log with a rule for each code", () => {
    const log = JSON.parse(reportSarif(issues, "/repo", "1.2.3"));
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.tool.driver).toEqual({
      name: "certdrill",
      semanticVersion: "1.2.3",
      rules: [
        { id: "missing-key", shortDescription: { text: "missing-key" }, help: { text: "add the key" } },
        {
          id: "same-option",
          shortDescription: { text: "no two options of an item say the same" },
          help: { text: "replace one of them" },
        },
      ],
    });
    expect(run.results[0]).toEqual({
      ruleId: "same-option",
      ruleIndex: 1,
      level: "error",
      message: { text: 'x: the option says the same as "y". Hint: replace one of them.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "questions/a%20b.yaml" },
            region: { startLine: 12, startColumn: 9 },
          },
        },
      ],
    });
    expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "file:///elsewhere/c.yaml",
    );
  });

  it("has no rules and results without findings", () => {
    const [run] = JSON.parse(reportSarif([], "/repo", "1.2.3")).runs;
    expect([run.results, run.tool.driver.rules]).toEqual([[], []]);
  });
});
