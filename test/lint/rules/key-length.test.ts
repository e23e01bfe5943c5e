import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const ofLengths = (lengths: number[], ...right: number[]) =>
  buildItem({
    options: optionsOf(
      lengths.map((length, at) => "abcdef"[at]?.repeat(length) ?? ""),
      ...right,
    ),
  });

describe("key-length", () => {
  it.each([
    ["a long key", [65, 40, 40, 40], [64, 40, 40, 40]],
    ["a long key beside a long distractor", [90, 50, 40, 40], [90, 53, 40, 40]],
    ["a short key", [24, 40, 40, 40], [25, 40, 40, 40]],
    ["a short key beside a short distractor", [36, 52, 66, 66], [36, 50, 66, 66]],
  ])("%s", (_, bad, good) => {
    expect(findingsOf("key-length", [ofLengths(bad, 0)])).toHaveLength(1);
    expect(findingsOf("key-length", [ofLengths(good, 0)])).toEqual([]);
  });

  it("compares the mean of several keys", () => {
    expect(findingsOf("key-length", [ofLengths([90, 50, 40, 40, 40], 0, 1)])).toHaveLength(1);
    expect(findingsOf("key-length", [ofLengths([70, 50, 40, 40, 40], 0, 1)])).toEqual([]);
  });

  it("does not mind short texts, whatever their ratio", () => {
    expect(findingsOf("key-length", [ofLengths([16, 4, 4, 4], 0)])).toEqual([]);
  });

  it("gives the lengths at the key", () => {
    const issue = findingsOf("key-length", [ofLengths([40, 40, 80, 40], 2)]).at(0);
    expect(issue?.message).toBe(
      "lambda-vpc-internet: the key has 80 characters, the distractors 40 on average",
    );
  });
});
