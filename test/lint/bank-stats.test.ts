import { describe, expect, it } from "vitest";
import { bankStats } from "../../src/lint/bank-stats.ts";
import { bankStatsText } from "../../src/lint/bank-stats-text.ts";
import type { Exam } from "../../src/schema/exam.ts";
import { buildItem, optionsOf } from "./build-item.ts";

const objective = (id: string) => ({ id, text: `Objective ${id}` });
const exam: Exam = {
  format: 1,
  code: "dva-c03",
  title: "Developer",
  delivered: {},
  minutes: 130,
  questions: { scored: 50, unscored: 15 },
  scale: { min: 100, max: 1000, pass: 720 },
  domains: [
    {
      id: "1",
      name: "Development",
      short: "Development",
      weight: 60,
      tasks: [
        { id: "1.1", title: "Write code", objectives: [objective("1.1.1"), objective("1.1.10")] },
        { id: "1.2", title: "Write functions", objectives: [objective("1.2.1")] },
      ],
    },
    {
      id: "2",
      name: "Security",
      short: "Security",
      weight: 40,
      tasks: [{ id: "2.1", title: "Sign in", objectives: [objective("2.1.1")] }],
    },
  ],
};

const on = (id: string, objectiveId: string, more = {}) =>
  buildItem({ id, objectives: { "dva-c03": objectiveId }, ...more });
const items = [
  on("a", "1.1.1", { verified: "2026-11-11", services: ["sqs", "lambda"] }),
  on("b", "1.1.10", { verified: "2026-11-20", level: "recall" }),
  on("c", "1.2.1", {
    verified: "2026-10-22",
    services: ["sqs"],
    options: optionsOf(["A1", "B2", "C3", "D4", "E5"], 0, 1),
  }),
  buildItem({
    id: "d",
    objectives: { "dva-c02": "1.1.1" },
    services: ["sqs"],
    verified: "2026-11-11",
    template: { variables: { n: { oneOf: [1, 2] } }, values: {} },
  }),
];
const stats = bankStats(items, [exam], new Date("2026-11-21T12:00:00Z"));

describe("bankStats", () => {
  it("counts items by kind and level", () => {
    expect(stats).toMatchObject({
      items: 4,
      multipleResponse: 1,
      computed: 1,
      levels: { recall: 1, apply: 3, analyse: 0 },
    });
  });

  it("counts items along the outline, an objective 1.1.10 apart from 1.1.1", () => {
    const [coverage] = stats.exams;
    expect(coverage?.items).toBe(3);
    expect(coverage?.domains).toEqual([
      { id: "1", name: "Development", items: 3, weight: 60, percent: 100 },
      { id: "2", name: "Security", items: 0, weight: 40, percent: 0 },
    ]);
    expect(coverage?.tasks.map(({ id, items: count }) => [id, count])).toEqual([
      ["1.1", 2],
      ["1.2", 1],
      ["2.1", 0],
    ]);
    expect(coverage?.objectives.map(({ items: count }) => count)).toEqual([1, 1, 1, 0]);
  });

  it("counts services, the most frequent first", () => {
    expect(stats.services).toEqual([
      { service: "sqs", items: 3 },
      { service: "lambda", items: 2 },
      { service: "vpc", items: 1 },
    ]);
  });

  it("gives ages in whole days", () => {
    expect(stats.age).toEqual({ oldest: 30, median: 10 });
  });

  it("attacks the standard items", () => {
    expect(stats.attack.model.items).toBe(2);
  });

  it("copes with an empty bank", () => {
    const empty = bankStats([], [exam], new Date(0));
    expect(empty).toMatchObject({ items: 0, services: [], exams: [{ items: 0 }] });
    expect(empty.age).toBeUndefined();
    expect(bankStatsText(empty)).toContain("cue-only attacker: no single-response items");
  });
});

describe("bankStatsText", () => {
  it("reads as a table", () => {
    const text = bankStatsText(stats);
    expect(text.split("\n\n").slice(0, 3).join("\n\n")).toBe(
      [
        "items              4",
        "multiple response  1 (25.0 %)",
        "computed           1 (25.0 %)",
        "recall             1 (25.0 %)",
        "apply              3 (75.0 %)",
        "analyse            0 (0.0 %)",
        "verified           10 days ago (median), 30 days ago (oldest)",
        "",
        "dva-c03: 3 items",
        "     3  1  Development  (100.0 %, weight 60 %)",
        "       2  1.1  Write code",
        "       1  1.2  Write functions",
        "     0  2  Security  (0.0 %, weight 40 %)",
        "       0  2.1  Sign in",
        "  objectives without items: 2.1.1",
        "",
        "services",
        "     3  sqs",
        "     2  lambda",
        "     1  vpc",
      ].join("\n"),
    );
    expect(text).toMatch(/\ncue-only attacker: \d+\.0 % of 2 items/);
  });
});
