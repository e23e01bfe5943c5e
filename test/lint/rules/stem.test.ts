import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const situation =
  "A worker reads messages from a queue and writes rows to a table; some rows are written twice, and the team wants to keep the queue as it is.";
const two = optionsOf(
  ["Set one value", "Set two values", "Set a third value", "Set a last value", "Set no value"],
  0,
  1,
);
const withStem = (ending: string, more = {}) => buildItem({ stem: `${situation} ${ending}`, ...more });

describe("stem rules", () => {
  const cases: [code: string, bad: ReturnType<typeof buildItem>, good: ReturnType<typeof buildItem>][] = [
    ["stem-length", buildItem({ stem: "Which service holds messages?" }), buildItem()],
    [
      "stem-length",
      buildItem({ stem: `${"word ".repeat(121)}?` }),
      buildItem({ stem: `${"word ".repeat(119)}last?` }),
    ],
    [
      "stem-length",
      buildItem({ stem: `Short.\n\n\`\`\`text\n${"word ".repeat(40)}\n\`\`\`\n\nWhy?` }),
      buildItem({ stem: `${situation}\n\n\`\`\`text\n${"word ".repeat(140)}\n\`\`\`\n\nWhy?` }),
    ],
    ["stem-ending", withStem("Choose a change."), withStem("The team should:")],
    [
      "stem-ending",
      withStem("Which change helps? It must be cheap."),
      withStem("Which changes help? (Select TWO.)"),
    ],
    [
      "count-mismatch",
      withStem("Which changes help? (Choose two.)"),
      withStem("Which changes help? (Choose two.)", { options: two }),
    ],
    [
      "count-mismatch",
      withStem("Which changes help? Select THREE.", { options: two }),
      withStem("The user selects two of them. Which change helps?"),
    ],
    [
      "count-typed",
      withStem("Which changes help? Select 2:", { options: two }),
      withStem("Which changes help?", { options: two }),
    ],
    [
      "count-typed",
      withStem("Which two changes help?", { options: two }),
      withStem("Which change keeps two subnets?"),
    ],
    [
      "negative-unmarked",
      withStem("Which setting is not needed?"),
      withStem("Which setting is **not** needed?"),
    ],
    [
      "negative-unmarked",
      withStem("Which of these does not help?"),
      withStem("Which of these does NOT help?"),
    ],
    [
      "negative-unmarked",
      withStem("Every service scales by itself except which?"),
      withStem("Which is so EXCEPT for one?"),
    ],
    [
      "negative-unmarked",
      withStem("Which statement is false?"),
      withStem("Which change makes sure that rows are not lost?"),
    ],
    [
      "negative-unmarked",
      withStem("Which option cannot be used?"),
      withStem("Which change needs the least effort?"),
    ],
    [
      "negative-unmarked",
      withStem("What is least likely to help?"),
      withStem("Why does the worker not stop?"),
    ],
    [
      "negative-unmarked",
      withStem("Which services are not needed?"),
      withStem("Which change keeps rows that are not read?"),
    ],
    ["stem-date", withStem("It has run since March 2024. Why?"), withStem("It may run for a month. Why?")],
    [
      "stem-date",
      withStem("It failed on 2026-03-01. Why?"),
      withStem("The policy has version 2012-10-17. Why?"),
    ],
    ["stem-date", withStem("It was built in 2023. Why?"), withStem("It logs `2026-03-01T10:00`. Why?")],
  ];
  it.each(cases)("%s", (code, bad, good) => {
    expect(findingsOf(code, [bad])).toHaveLength(1);
    expect(findingsOf(code, [good])).toEqual([]);
  });

  it("has no finding about a clean item", () => {
    expect(findingsOf("stem-length", [buildItem()])).toEqual([]);
  });

  it("tells how many options are asked for and marked", () => {
    const [issue] = findingsOf("count-mismatch", [withStem("Which help? (Choose TWO)")]);
    expect(issue).toMatchObject({
      severity: "error",
      message: "lambda-vpc-internet: the stem asks for 2 options, 1 marked correct",
    });
  });

  it("leaves the length of computed stems alone", () => {
    const template = { variables: { n: { oneOf: [1, 2] } }, values: {} };
    expect(findingsOf("stem-length", [buildItem({ stem: "What is {{n}}?", template })])).toEqual([]);
  });
});
