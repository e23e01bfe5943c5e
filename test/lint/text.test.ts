import { describe, expect, it } from "vitest";
import {
  contentWords,
  countWords,
  englishOf,
  normalise,
  plainOf,
  proseOf,
  questionOf,
  shownOf,
} from "../../src/lint/text.ts";

const stem = "A **bold** `call()` fails.\n\n```js\nrun(1); // why?\n```\n\nIt is *old*. Which change helps?";

describe("texts", () => {
  it("takes code blocks out of the prose, closed or not", () => {
    expect(proseOf(stem)).not.toContain("run");
    expect(proseOf("Before\n~~~\ncode")).toBe("Before\n\n");
    expect(proseOf("- list\n  ```yaml\n  a: 1\n  ```\n  after")).toContain("after");
  });

  it("takes marks out of plain text, and inline code out of English", () => {
    expect(plainOf("A **bold** `call()` of *old* snake_case_names")).toBe(
      "A bold call() of old snake_case_names",
    );
    expect(englishOf("Set `never` to ``a ` b`` now")).toBe("Set \u2026 to \u2026 now");
    expect(shownOf("Run:\n```sh\nls -l\n```")).toBe("Run:\n\nls -l");
  });

  it("counts words as a reader does", () => {
    expect(countWords("Set a - b to `1.5`, then go")).toBe(7);
  });

  it("knows content words by their stems", () => {
    const same =
      "queue queues; cache caches cached caching; policy policies; stop stopped stopping; process processes";
    for (const group of same.split(";")) expect([...contentWords(group)]).toHaveLength(1);
    expect([...contentWords("The string needs to be a bus")]).toEqual(["string", "need", "bus"]);
    expect([...contentWords("s3:GetObject on 10.0.1.0/24 and us-east-1")]).toEqual([
      "s3:getobject",
      "10.0.1.0/24",
      "us-east-1",
    ]);
  });

  it("compares wordings by letters and digits, code included", () => {
    expect(normalise("Call `A.b()`\n```js\nx = 1\n```")).toBe("call a b x 1");
  });

  it("finds the question at the end", () => {
    expect(questionOf(stem)).toBe("Which change helps?");
    expect(questionOf("Which one?")).toBe("Which one?");
  });
});
