import { expect, test } from "vitest";
import { makeTheme } from "../../src/ui/theme.ts";
import { freshAnswers, standingTable } from "../../src/ui/views/standing-table.ts";

const plain = makeTheme({ env: { NO_COLOR: "1" }, isTty: true, theme: "auto" });
const rows = [
  { name: "Development", expected: 0.81, low: 0.68, high: 0.91, fresh: 38, weak: false },
  { name: "Security", expected: 0.59, low: 0.46, high: 0.73, fresh: 9, weak: true },
  { name: "Troubleshooting", expected: null, low: null, high: null, fresh: 3, weak: false },
];
const at = (width: number) => standingTable("Domain", rows, freshAnswers, width, plain);

test("tells share, range, count and weakness, with a bar where there is room", () => {
  expect(at(80)).toEqual([
    "Domain                             share   90 %   answers",
    "Development      █████████████░░░   81 %  68-91  38 fresh",
    "Security         █████████░░░░░░░   59 %  46-73   9 fresh  weak",
    "Troubleshooting  3 of 5 fresh answers",
  ]);
});

test("does without the bar, then without the count, and never without the range", () => {
  expect(at(60)[2]).toBe("Security          59 %  46-73   9 fresh  weak");
  expect(at(40)[2]).toBe("Security          59 %  46-73  weak");
});
