import { describe, expect, it } from "vitest";
import { seededRng } from "../../../src/session/rng.ts";
import { buildItem, findingsOf, words } from "../build-item.ts";

const rng = seededRng("stems");
const text = words(rng, 40);
const first = buildItem({ id: "first", stem: `${text}?`, line: 3 });
const other = (stem: string, more = {}) =>
  buildItem({ id: "other", stem, file: "other.yaml", line: 9, ...more });

describe("same-stem", () => {
  it("sees through marks, capitals and blanks, across files", () => {
    const issues = findingsOf("same-stem", [first, other(`**${text.toUpperCase()}**  ?`)]);
    expect(issues).toMatchObject([
      {
        severity: "error",
        file: "other.yaml",
        line: 9,
        message: 'other: the stem is that of "first" (bank.yaml:3)',
      },
    ]);
  });

  it("does not mind equal questions about different code", () => {
    const asking = (code: string) => `${text}:\n\n\`\`\`js\n${code}\n\`\`\`\n\nWhat is printed?`;
    const items = [buildItem({ stem: asking("print one") }), other(asking("print two"))];
    expect(findingsOf("same-stem", items)).toEqual([]);
  });
});

describe("near-duplicate", () => {
  it("finds a stem with a word changed", () => {
    const issues = findingsOf("near-duplicate", [first, other(`${text.replace(/^\w+/, "something")}?`)]);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toMatch(/^other: the stem is 9\d % like that of "first" \(bank\.yaml:3\)$/);
  });

  it("finds the words of a stem in another order before the same key", () => {
    const turned = other(`${text.split(" ").reverse().join(" ")}?`);
    expect(findingsOf("near-duplicate", [first, turned])[0]?.message).toBe(
      'other: the key is the same and the words of the stem are those of "first" (bank.yaml:3)',
    );
    const otherKey = {
      options: first.options.map((old) => (old.correct ? { ...old, text: "Do something else" } : old)),
    };
    expect(findingsOf("near-duplicate", [first, { ...turned, ...otherKey }])).toEqual([]);
  });

  it("leaves equal stems to the other rule, and different ones alone", () => {
    expect(findingsOf("near-duplicate", [first, other(`${text}?`)])).toEqual([]);
    expect(findingsOf("near-duplicate", [first, other(`${words(rng, 40)}?`)])).toEqual([]);
  });
});
