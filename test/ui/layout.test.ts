import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, table, widthOf } from "../../src/ui/layout.ts";
import { chanceText, passStep } from "../../src/ui/numbers.ts";

describe("folding lines into a width", () => {
  test("goes on under the text behind a label, else two columns in", () => {
    expect(fold(["Ready     726 of 1000, between 622 and 818"], 30)).toEqual([
      "Ready     726 of 1000, between",
      "          622 and 818",
    ]);
    expect(fold(["  between   622 and 818: what is not known"], 30)).toEqual([
      "  between   622 and 818: what",
      "            is not known",
    ]);
    expect(fold(["Security is weaker than Development (96 %)"], 30)).toEqual([
      "Security is weaker than",
      "  Development (96 %)",
    ]);
    expect(fold(["", "          far in, and too long by some"], 30)).toEqual([
      "",
      "          far in, and too long",
      "          by some",
    ]);
  });

  test("leaves alone what fits, to the last column", () => {
    const line = "Security   59 %  46-73  weak";
    expect(fold([line], line.length)).toEqual([line]);
  });

  test("never makes a line wider than the screen, and loses no word", () => {
    const word = fc.stringMatching(/^[a-z%()]{1,12}$/);
    const line = fc.array(word, { maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(line, fc.constantFrom("", "Ready     ", "  between   ", "    "), (text, label) => {
        const lines = fold([label + text], 40);
        expect(lines.every((one) => widthOf(one) <= Math.max(40, widthOf(label)))).toBe(true);
        expect(lines.join(" ").split(/\s+/).filter(Boolean)).toEqual(
          (label + text).split(/\s+/).filter(Boolean),
        );
      }),
      { seed: 1 },
    );
  });
});

test("a table that is too wide goes on below in its first column alone", () => {
  const rows = [
    ["Task", "share", ""],
    ["Security risks of using and integrating AI services", "51 %", "weak"],
    ["Deploy", "7 %", ""],
  ];
  expect(table(rows, [1], 40)).toEqual([
    "Task                         share",
    "Security risks of using       51 %  weak",
    "  and integrating AI",
    "  services",
    "Deploy                         7 %",
  ]);
  expect(table(rows, [1])[1]).toBe("Security risks of using and integrating AI services   51 %  weak");
});

test("a chance is never called certain", () => {
  expect([1, 0.996, 0.994, 0.5, 0.006, 0.004, 0].map((chance) => chanceText(chance))).toEqual([
    "over 99 %",
    "over 99 %",
    "99 %",
    "50 %",
    "1 %",
    "under 1 %",
    "under 1 %",
  ]);
  expect([1, 0.98, 0.97, 0.55, 0.03, 0.02].map((chance) => chanceText(chance, passStep))).toEqual([
    "over 95 %",
    "over 95 %",
    "95 %",
    "55 %",
    "5 %",
    "under 5 %",
  ]);
});
