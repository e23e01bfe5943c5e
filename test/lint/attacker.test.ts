import { describe, expect, it } from "vitest";
import { attackItems } from "../../src/lint/attacker.ts";
import { attackerText } from "../../src/lint/attacker-text.ts";
import { mean, viewItem } from "../../src/lint/item-view.ts";
import { type Rng, seededRng, shuffle } from "../../src/session/rng.ts";
import { buildBank, buildItem, dealOptions, words } from "./build-item.ts";

const attack = (items: ReturnType<typeof buildBank>) => attackItems(items.map(viewItem));
const planted: [cue: string, text: (rng: Rng, right: boolean) => string][] = [
  ["is the longest", (rng, right) => words(rng, right ? 14 : 8)],
  ["alone has a number", (rng, right) => `${words(rng, 8)}${right ? " 12" : ""}`],
  ["absolute word", (rng, right) => `${words(rng, 8)}${right ? "" : " always"}`],
  ["hedging word", (rng, right) => `${words(rng, 8)}${right ? " usually" : ""}`],
  ["final full stop", (rng, right) => `${words(rng, 8)}${right ? "." : ""}`],
  [
    "likeness to the others",
    (rng, right) =>
      right
        ? "alpha beta gamma delta"
        : `${shuffle(["alpha", "beta", "gamma", "delta"], rng).slice(0, 2).join(" ")} ${words(rng, 2)}`,
  ],
];

describe("attackItems", () => {
  it.each(planted)("learns that %s marks the key", (cue, text) => {
    const { model, cues } = attack(buildBank(200, cue, text));
    expect(model.items).toBe(200);
    expect(model.share).toBeGreaterThan(0.95);
    expect(cues.slice(0, 4).map(({ name }) => name)).toContain(cue);
  });

  it("stays at chance once the options are dealt out anew", () => {
    const results = planted.map(([cue, text]) => attack(dealOptions(buildBank(600, cue, text), cue)));
    const names = [...(results[0]?.strategies ?? []), results[0]?.model].map((rate) => rate?.name);
    for (const name of names) {
      const rates = results.flatMap(({ model, strategies }) =>
        [model, ...strategies].filter((rate) => rate.name === name),
      );
      // 3,600 items in six banks: four standard errors are 0.071 for one bank and 0.029 for all.
      for (const { share } of rates) expect(Math.abs(share - 0.25)).toBeLessThan(0.071);
      expect(Math.abs(mean(rates.map(({ share }) => share)) - 0.25)).toBeLessThan(0.029);
    }
  });

  it("predicts each item without having seen it: what it learns by heart does not help", () => {
    const { model } = attack(buildBank(600, "by heart"));
    expect(model.share).toBeLessThan(0.3);
  });

  it("gives each single strategy with its hits", () => {
    const { strategies } = attack(buildBank(100, "strategies", (rng, right) => words(rng, right ? 14 : 8)));
    const hits = Object.fromEntries(strategies.map((rate) => [rate.name, rate.hits]));
    expect(hits["longest option"]).toBe(100);
    expect(hits["shortest option"]).toBe(0);
    const positions = [1, 2, 3, 4].map((place) => hits[`stored position ${place}`] ?? 0);
    expect(positions.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it("splits the credit among options it cannot tell apart", () => {
    const { strategies } = attack(buildBank(40, "ties", () => "same words here"));
    expect(strategies[0]).toMatchObject({
      name: "longest option",
      hits: 10,
      items: 40,
      share: 0.25,
      found: [],
    });
  });

  it("depends on nothing but the items, not even on their order", () => {
    const bank = buildBank(80, "order");
    const turned = attack(shuffle(bank, seededRng("turn")));
    const straight = attack(bank);
    expect({ ...turned.model, found: [...turned.model.found].sort() }).toEqual({
      ...straight.model,
      found: [...straight.model.found].sort(),
    });
    expect(attack(bank)).toEqual(straight);
  });

  it("leaves out computed items, multiple response and other numbers of options", () => {
    const template = { variables: { n: { oneOf: [1, 2] } }, values: {} };
    const [first, second] = buildItem().options;
    const items = [
      buildItem({ id: "computed", template }),
      buildItem({ id: "three", options: buildItem().options.slice(1) }),
      buildItem({
        id: "multiple",
        options: [...buildItem().options, { ...(first ?? second), id: "more", correct: true }] as never,
      }),
    ];
    expect(attack(items).model).toEqual({
      name: "cue-only attacker",
      hits: 0,
      items: 0,
      share: 0,
      low: 0,
      high: 1,
      found: [],
    });
    expect(attackerText(attack(items))).toEqual([
      "cue-only attacker: no single-response items with four options",
    ]);
  });
});

describe("attackerText", () => {
  it("puts the headline first, then what is used, then the strategies", () => {
    const lines = attackerText(attack(buildBank(100, "text", (rng, right) => words(rng, right ? 14 : 8))));
    expect(lines[0]).toBe(
      "cue-only attacker: 100.0 % of 100 items (95 % interval 96.3 % to 100.0 %); chance is 25 %",
    );
    expect(lines[1]).toMatch(/^ {2}uses: .*is the longest \+\d\.\d\d/);
    expect(lines[2]).toBe("  longest option: 100.0 % of 100 items (95 % interval 96.3 % to 100.0 %)");
    expect(lines).toHaveLength(10);
  });
});
