import { describe, expect, it } from "vitest";
import { diffBanks } from "../../src/lint/diff-banks.ts";
import { mapExam } from "../../src/lint/map-exam.ts";
import type { Exam } from "../../src/schema/exam.ts";
import { buildItem } from "./build-item.ts";

const item = (id: string, more = {}) => buildItem({ id, ...more });
const { options } = buildItem();

describe("diffBanks", () => {
  it("tells added, removed, key changed and wording changed items apart", () => {
    const moved = options.map(({ correct: _, ...option }, at) =>
      at === 0 ? { ...option, correct: true as const } : option,
    );
    const before = [item("same"), item("key"), item("zoo"), item("stem"), item("gone"), item("why")];
    const after = [
      item("why", { options: options.map((option) => ({ ...option, why: `${option.why} Indeed.` })) }),
      item("new-b"),
      item("new-a"),
      item("stem", { stem: "Another question?" }),
      item("key", { options: moved, stem: "Another question?" }),
      item("same", { verified: "2026-11-20", references: ["https://docs.aws.amazon.com/sqs"] }),
    ];
    expect(diffBanks(before, after)).toEqual({
      added: ["new-a", "new-b"],
      removed: ["gone", "zoo"],
      keyChanged: [{ id: "key", before: ["private-subnets"], after: ["public-addresses"] }],
      wordingChanged: ["stem", "why"],
    });
  });

  it("takes other formulas of a computed item for another key, other ranges for other wording", () => {
    const computed = (values: Record<string, string>, to: number) =>
      item("computed", { template: { variables: { n: { from: 1, to, step: 1 } }, values } });
    const before = [computed({ units: "n * 2" }, 9)];
    expect(diffBanks(before, [computed({ units: "n * 3" }, 9)]).keyChanged).toHaveLength(1);
    expect(diffBanks(before, [computed({ units: "n * 2" }, 8)]).wordingChanged).toEqual(["computed"]);
  });

  it("does not mind the order of options", () => {
    const turned = item("turned", { options: [...options].reverse() });
    expect(diffBanks([item("turned")], [turned]).keyChanged).toEqual([]);
  });
});

describe("mapExam", () => {
  const objectives = ["1.1.1", "1.1.2", "1.1.3"].map((id) => ({ id, text: `Objective ${id}` }));
  const to: Exam = {
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
        weight: 100,
        tasks: [{ id: "1.1", title: "Code", objectives }],
      },
    ],
  };

  it("tells what is kept, lost, gained and uncovered", () => {
    const items = [
      item("both", { objectives: { "dva-c02": "1.1.9", "dva-c03": "1.1.1" } }),
      item("old", { objectives: { "dva-c02": "1.1.2" } }),
      item("new", { objectives: { "dva-c03": "1.1.3" } }),
      item("other", { objectives: { "soa-c03": "1.1.2" } }),
    ];
    expect(mapExam(items, "dva-c02", to)).toEqual({
      kept: [{ id: "both", from: "1.1.9", to: "1.1.1" }],
      lost: ["old"],
      gained: ["new"],
      uncovered: [{ id: "1.1.2", text: "Objective 1.1.2" }],
    });
  });
});
