import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const item = (texts: string[], stem = buildItem().stem, ...more: number[]) =>
  buildItem({ stem, options: optionsOf(texts, 0, ...more) });
const asking = (question: string, keys: number) =>
  item(["Add one", "Add two", "Add three", "Add four", "Add five"], question, ...(keys === 2 ? [1] : []));

describe("option-grammar", () => {
  it.each([
    [
      "an article",
      item(["index", "table", "item", "archive"], "The team adds an"),
      item(["index", "answer", "item", "archive"], "The team adds an"),
    ],
    [
      "an article",
      item(["queue", "topic", "archive", "table"], "It is a:"),
      item(["queue", "topic", "stream", "table"], "It is a:"),
    ],
    [
      "a full stop",
      item(["Add it.", "Drop it.", "Keep it.", "Move it"]),
      item(["Add it.", "Drop it.", "Keep it", "Move it"]),
    ],
    [
      "a full stop",
      item(["Add it", "Drop it", "Keep it.", "Move it"]),
      item(["Add it", "Drop it", "Keep `it`", "Move it"]),
    ],
    [
      "a verb form",
      item(["Adding a key", "Drop a key", "Keep a key", "Move a key"]),
      item(["Rolling", "Immutable", "Canary", "Linear"]),
    ],
    [
      "a verb form",
      item(["Add a key", "Dropping a key", "Keeping a key", "Moving a key"]),
      item(["Adding keys", "Dropping a key", "Keeping it", "Moving keys"]),
    ],
    [
      "a verb form",
      item(["To add keys", "Drop it all", "Keep it all", "Move it all"]),
      item(["To add it", "To drop it", "Keep it", "Move it"]),
    ],
  ])("%s", (_, bad, good) => {
    expect(findingsOf("option-grammar", [bad])).toHaveLength(1);
    expect(findingsOf("option-grammar", [good])).toEqual([]);
  });
});

describe("question-number", () => {
  it.each([
    ["Which change helps?", 2, 1],
    ["Which changes help?", 1, 2],
    ["What additional settings help?", 1, 2],
  ])("%s", (question, bad, good) => {
    expect(findingsOf("question-number", [asking(question, bad)])).toHaveLength(1);
    expect(findingsOf("question-number", [asking(question, good)])).toEqual([]);
  });

  it("lets a plural stand before options that are lists", () => {
    const lists = item(
      ["Add one and two", "Add one, then drop it", "Add one; keep it", "Add it and drop it"],
      "Which changes help?",
    );
    expect(findingsOf("question-number", [lists])).toEqual([]);
  });
});
