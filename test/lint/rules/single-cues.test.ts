import { describe, expect, it } from "vitest";
import type { BankItem } from "../../../src/bank/parse-bank.ts";
import { buildBank, findingsOf, optionsOf, words } from "../build-item.ts";

const fair = buildBank(80, "fair");

/** The bank with its first `count` items changed. */
const changed = (count: number, change: (item: BankItem, key: number) => BankItem) =>
  fair.map((item, at) =>
    at < count
      ? change(
          item,
          item.options.findIndex(({ correct }) => correct),
        )
      : item,
  );

const texts = (item: BankItem) => item.options.map(({ text }) => text);

describe("rules about single cues", () => {
  it.each([
    ["longest-key", 50, (text: string) => `${text} and still more`],
    ["shortest-key", 60, () => "gone"],
  ])("%s", (code, count, change) => {
    const bank = changed(count, (item, key) => ({
      ...item,
      options: optionsOf(
        texts(item).map((text, at) => (at === key ? change(text) : text)),
        key,
      ),
    }));
    expect(findingsOf(code, bank)).toHaveLength(1);
    expect(findingsOf(code, fair)).toEqual([]);
  });

  it("finds keys that are never the longest option", () => {
    const bank = changed(80, (item, key) => ({
      ...item,
      options: optionsOf(
        texts(item).map((text, at) => (at === (key + 1) % 4 ? `${text} and still more` : text)),
        key,
      ),
    }));
    expect(findingsOf("longest-key", bank)[0]?.message).toBe(
      "the longest option is the key of 0.0 % of 80 items (95 % interval 0.0 % to 4.6 %); at least 15.0 % are expected",
    );
  });

  it("finds keys that echo the stem", () => {
    const bank = changed(60, (item, key) => ({
      ...item,
      stem: `${item.options[key]?.text} ${item.stem}`,
    }));
    expect(findingsOf("stem-overlap", bank)).toHaveLength(1);
    expect(findingsOf("stem-overlap", fair)).toEqual([]);
  });

  it("finds keys that the distractors were derived from", () => {
    const bank = changed(60, (item, key) => {
      const [a, b, c, ...rest] = (item.options[key]?.text ?? "").split(" ");
      const own = texts(item).map((text) => text.split(" ").slice(0, 6).join(" "));
      const derived = own.map((text, at) => `${text} ${[a, b, c][at < key ? at : at - 1]}`);
      return {
        ...item,
        options: optionsOf(
          derived.map((text, at) => (at === key ? [a, b, c, ...rest].join(" ") : text)),
          key,
        ),
      };
    });
    expect(findingsOf("convergent-key", bank)).toHaveLength(1);
    expect(findingsOf("convergent-key", fair)).toEqual([]);
  });

  it("finds keys that stand in one place", () => {
    const bank = changed(60, (item, key) => ({
      ...item,
      options: optionsOf(texts(item), key === 0 ? 0 : 1),
    }));
    expect(findingsOf("key-position", bank)).toHaveLength(1);
    expect(findingsOf("key-position", fair)).toEqual([]);
  });

  it("finds what the attacker finds", () => {
    const bank = buildBank(80, "code", (rng, right) => (right ? `\`${words(rng, 8)}\`` : words(rng, 8)));
    expect(findingsOf("cue-attacker", bank)[0]?.message).toMatch(
      /^an attacker who sees form only finds the key of 100\.0 % of 80 items/,
    );
    expect(findingsOf("cue-attacker", fair)).toEqual([]);
  });

  it("says nothing about fewer than 40 items, and stands at the head of the first file", () => {
    const bank = changed(80, (item) => ({ ...item, options: optionsOf(texts(item), 0) }));
    expect(findingsOf("key-position", bank.slice(0, 39))).toEqual([]);
    expect(findingsOf("key-position", bank.slice(0, 40))).toMatchObject([
      {
        file: "bank.yaml",
        line: 1,
        column: 1,
        message: "the keys stand in positions 1 to 4 of 40 items this often: 40, 0, 0, 0",
      },
    ]);
  });

  it("does not take luck for a cue, until there are 500 items", () => {
    const every = (n: number) => (item: BankItem, at: number) => ({
      ...item,
      options: optionsOf(texts(item), at % 100 < n ? 0 : 1 + (at % 3)),
    });
    const third = (count: number) => buildBank(count, "luck").map(every(31));
    expect(findingsOf("key-position", third(100))).toEqual([]);
    expect(findingsOf("key-position", third(500))).toHaveLength(1);
  });
});
