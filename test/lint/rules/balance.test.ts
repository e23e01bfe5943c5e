import { describe, expect, it } from "vitest";
import { buildBank, findingsOf, words } from "../build-item.ts";

const fair = buildBank(60, "fair");
/** A bank in which a share of keys and a share of distractors get a word. */
const withWord = (word: string, keys: number, distractors: number, count = 100) => {
  let [key, distractor] = [0, 0];
  return buildBank(count, "words", (rng, right) => {
    const at = right ? key++ : distractor++;
    return `${words(rng, 7)} ${at % 100 < (right ? keys : distractors) ? word : "thing"}`;
  });
};

describe("balance rules", () => {
  it.each([
    ["absolute-words", withWord("only", 0, 20), withWord("only", 20, 20)],
    ["absolute-words", withWord("cannot", 30, 5), withWord("cannot", 8, 5)],
    ["absolute-words", withWord("guaranteed", 0, 20), withWord("warranted", 0, 20)],
    ["hedging-words", withWord("typically", 30, 10), withWord("typically", 30, 26)],
  ])("%s", (code, bad, good) => {
    expect(findingsOf(code, bad)).toHaveLength(1);
    expect(findingsOf(code, good)).toEqual([]);
    expect(findingsOf(code, bad.slice(0, 39))).toEqual([]);
  });

  it("gives both shares", () => {
    expect(findingsOf("absolute-words", withWord("only", 0, 20))[0]?.message).toBe(
      "absolute words (always, never, only, all, must ...): 0.0 % of the keys have one, 20.0 % of the distractors",
    );
  });

  it("does not take luck for a difference", () => {
    expect(findingsOf("hedging-words", withWord("may", 10, 10, 50))).toEqual([]);
  });

  it("length-ratio", () => {
    const longer = buildBank(60, "long", (rng, right) => words(rng, right ? 10 : 8));
    expect(findingsOf("length-ratio", longer)[0]?.message).toMatch(/^a key is 1\.2\d times as long/);
    expect(findingsOf("length-ratio", fair)).toEqual([]);
  });

  it("negative-share", () => {
    const negative = (count: number) =>
      fair.map((item, at) =>
        at < count ? { ...item, stem: `${item.stem} Which of these is **not** so?` } : item,
      );
    expect(findingsOf("negative-share", negative(4))).toHaveLength(1);
    expect(findingsOf("negative-share", negative(3))).toEqual([]);
  });
});
