import { describe, expect, it } from "vitest";
import type { BankItem } from "../../../src/bank/parse-bank.ts";
import { buildBank, findingsOf, optionsOf } from "../build-item.ts";

const fair = buildBank(60, "fair");

/** The bank with something added to one option of some items: the key (0) or a neighbour of it. */
const marked = (count: number, add: string, which = 0, stem = "") =>
  fair.map((item, at): BankItem => {
    const key = item.options.findIndex(({ correct }) => correct);
    const mark = (text: string, place: number) =>
      at < count && place === (key + which) % 4 ? `${text} ${add}` : text;
    return {
      ...item,
      stem: at < count ? `${stem} ${item.stem}` : item.stem,
      options: optionsOf(
        item.options.map(({ text }, place) => mark(text, place)),
        key,
      ),
    };
  });

describe("specific-key", () => {
  it.each([
    ["a number", "12 times"],
    ["a service name", "with Lambda"],
    ["a service name", "with Amazon Polly"],
    ["a piece of code", "`here`"],
    ["a parenthesis", "(in this case)"],
  ])("%s in the key alone", (what, add) => {
    const issues = findingsOf("specific-key", marked(4, add));
    expect(issues).toHaveLength(4);
    expect(issues[0]?.message).toBe(
      `item-0: only the key has ${what}; keys stand out like this in 6.7 % of 60 items, at most 5 %`,
    );
  });

  it("tolerates a few", () => {
    expect(findingsOf("specific-key", marked(3, "12 times"))).toEqual([]);
  });

  it("does not mind details that mark distractors as well", () => {
    const both = marked(4, "12 times").map((item, at) =>
      at < 20 && at >= 4 ? (marked(20, "7 times", 1)[at] ?? item) : item,
    );
    expect(findingsOf("specific-key", both)).toEqual([]);
  });

  it("does not take the digit of a name for a number", () => {
    expect(findingsOf("specific-key", marked(30, "in an s3ish way"))).toEqual([]);
  });
});

describe("clang", () => {
  it("finds rare words of the stem that the key alone repeats", () => {
    const bank = marked(4, "", 0).map((item, at) => {
      const key = item.options.findIndex(({ correct }) => correct);
      const rare = `xylophone${at}`;
      if (at >= 4) return item;
      const texts = item.options.map(({ text }, place) => (place === key ? `${text} ${rare}` : text));
      return { ...item, stem: `${rare} ${item.stem}`, options: optionsOf(texts, key) };
    });
    expect(findingsOf("clang", bank).map(({ message }) => message)).toContain(
      "item-2: only the key has rare words of the stem (xylophone2); keys stand out like this in 6.7 % of 60 items, at most 3 %",
    );
    expect(findingsOf("clang", fair)).toEqual([]);
  });

  it("does not mind words that many stems have", () => {
    expect(findingsOf("clang", marked(40, "common", 0, "common"))).toEqual([]);
  });
});
