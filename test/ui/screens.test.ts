import { describe, expect, test } from "vitest";
import { parseInline, parseMarkdown } from "../../src/schema/parse-markdown.ts";
import type { FeedbackView, QuestionView } from "../../src/session/views.ts";
import { widthOf } from "../../src/ui/layout.ts";
import { feedbackScreen } from "../../src/ui/screens/feedback-screen.ts";
import { type QuestionResult, questionScreen } from "../../src/ui/screens/question-screen.ts";
import type { Screen, Size } from "../../src/ui/screens/screen.ts";
import { makeTheme } from "../../src/ui/theme.ts";

const mono = makeTheme({ env: { NO_COLOR: "1" }, isTty: true, theme: "auto" });
const wide: Size = { columns: 80, rows: 24 };
const narrow: Size = { columns: 40, rows: 20 };

const stem =
  "A function that processes a queue was given a 90-second timeout. Some orders are now processed twice.\n\n```\nVisibilityTimeout  30\nReceiveMessageWaitTimeSeconds  20\n```\n\nWhich change removes the cause with the **LEAST** effort?";

const question: QuestionView = {
  item: "sqs-hidden",
  stem,
  stemBlocks: parseMarkdown(stem),
  options: [
    "Turn the queue into a FIFO queue and deduplicate on the body.",
    "Raise the visibility timeout to six times the `Timeout`.",
    "Lower the batch size to one message.",
    "Give the function reserved concurrency of one.",
  ].map((text, n) => ({
    id: ["fifo", "raise", "batch", "one"][n] ?? "",
    letter: "ABCD"[n] ?? "",
    text,
    why: `Why option ${n + 1} is ${n === 1 ? "right" : "wrong"}.`,
    textParts: parseInline(text),
    whyParts: [`Why option ${n + 1} is ${n === 1 ? "right" : "wrong"}.`],
    correct: n === 1,
  })),
  explanation: "Messages have to stay hidden while they are worked on.",
  explanationBlocks: parseMarkdown("Messages have to stay hidden while they are worked on."),
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html"],
  services: ["lambda"],
  choose: 1,
  labels: { domain: "Security", short: "Security", objective: "2.1.1", service: "Lambda" },
  n: 7,
  of: 15,
  flagged: false,
  canUndo: true,
  seen: 0,
  confidence: true,
};

/** Presses keys on a screen; gives the last state, or the result. */
function play<S, R>(
  screen: Screen<S, R>,
  keys: readonly string[],
  size: Size = wide,
): { lines: string[]; result?: R } {
  let state = screen.initial;
  for (const key of keys) {
    const step = screen.press(state, key, size);
    if ("result" in step) return { lines: [], result: step.result };
    state = step.state;
  }
  return { lines: screen.view(state, size) };
}

const ask = (keys: readonly string[], over: Partial<QuestionView> = {}, size: Size = wide) =>
  play(questionScreen({ ...question, ...over }, mono), keys, size);
const resultOf = (keys: readonly string[], over: Partial<QuestionView> = {}): QuestionResult | undefined =>
  ask(keys, over).result;

describe("the question at 80x24", () => {
  test("shows place, stem, code, options and the keys that work now", () => {
    expect(ask([]).lines.join("\n")).toMatchInlineSnapshot(`
      "  7 of 15  ━━━━━━━━━━━━──────────────────                     Lambda · Security
      ───────────────────────────────────────────────────────────────────────────────
        A function that processes a queue was given a 90-second timeout. Some orders
        are now processed twice.

            VisibilityTimeout  30
            ReceiveMessageWaitTimeSeconds  20

        Which change removes the cause with the LEAST effort?

          A  Turn the queue into a FIFO queue and deduplicate on the body.
          B  Raise the visibility timeout to six times the \`Timeout\`.
          C  Lower the batch size to one message.
          D  Give the function reserved concurrency of one.
      ───────────────────────────────────────────────────────────────────────────────
        a-d pick   s skip   f flag   u undo   ? keys   q quit"
    `);
  });

  test("marks the pick by a sign and offers to confirm it", () => {
    const lines = ask(["b"]).lines;
    expect(lines.find((line) => line.includes("❯"))).toContain("❯ B  Raise");
    expect(lines.at(-1)).toContain("enter confirm");
  });

  test("leaves out undo while there is nothing to undo", () => {
    expect(ask([]).lines.at(-1)).toContain("u undo");
    expect(ask([], { canUndo: false }).lines.at(-1)).not.toContain("undo");
    expect(resultOf(["u"], { canUndo: false })).toBeUndefined();
  });
});

describe("keys of the question", () => {
  test.each([
    [["b", "enter", "3"], { choose: ["raise"], confidence: "sure", changes: [] }],
    [["2", "enter", "1"], { choose: ["raise"], confidence: "guess", changes: [] }],
    [["down", "down", "enter", "enter"], { choose: ["raise"], changes: [["fifo"]] }],
    [["j", "space", "enter", "2"], { choose: ["fifo"], confidence: "unsure", changes: [] }],
    [["k", "enter", "enter"], { choose: ["one"], changes: [] }],
    [["a", "b", "a", "enter", "enter"], { choose: ["fifo"], changes: [["fifo"], ["raise"]] }],
    [["a", "enter", "escape", "c", "enter", "enter"], { choose: ["batch"], changes: [["fifo"]] }],
  ])("%j answers %j", (keys, expected) => {
    expect(resultOf(keys)).toEqual({ type: "answer", ...expected });
  });

  test.each([
    [["s"], "skip"],
    [["f"], "flag"],
    [["u"], "undo"],
    [["e"], "edit"],
    [["!"], "dispute"],
    [["q"], "quit"],
    [["escape"], "quit"],
  ] as const)("%j is %s", (keys, type) => {
    expect(resultOf(keys)).toEqual({ type });
  });

  test("letters pick where there is such an option, capitals command", () => {
    const six = {
      options: "ABCDEF".split("").map((letter) => ({
        id: letter.toLowerCase(),
        letter,
        text: letter,
        why: "",
        textParts: [letter],
        whyParts: [],
        correct: letter === "F",
      })),
    };
    expect(resultOf(["f", "enter", "enter"], six)).toMatchObject({ choose: ["f"] });
    expect(resultOf(["F"], six)).toEqual({ type: "flag" });
    expect(ask([], six).lines.at(-1)).toContain("F flag");
  });

  test("without an extra key for confidence, enter answers at once", () => {
    expect(resultOf(["b", "enter"], { confidence: false })).toEqual({
      type: "answer",
      choose: ["raise"],
      changes: [],
    });
  });

  test("several responses are toggled, counted, and confirmed only when complete", () => {
    const two = { choose: 2 };
    expect(ask(["a"], two).lines.join("\n")).toContain("Select TWO (1 of 2)");
    expect(ask(["a", "enter"], two).lines.at(-1)).toContain("Pick 1 more.");
    expect(ask(["a", "b", "c", "enter"], two).lines.at(-1)).toContain("Pick 1 fewer.");
    expect(resultOf(["a", "c", "a", "b", "enter", "3"], two)).toEqual({
      type: "answer",
      choose: ["batch", "raise"],
      confidence: "sure",
      changes: [["fifo", "batch"]],
    });
    expect(ask(["b"], two).lines.some((line) => line.includes("[x] B"))).toBe(true);
  });

  test("enter without a pick says what is missing", () => {
    expect(ask(["enter"]).lines.at(-1)).toContain("Pick an option first.");
  });

  test("? shows all keys, any key goes back", () => {
    expect(ask(["?"]).lines.join("\n")).toContain("dispute the key");
    expect(ask(["?", "x"]).lines).toEqual(ask([]).lines);
  });
});

describe("narrow and short terminals", () => {
  test("at 40x20 nothing is wider than the screen, and what does not fit can be scrolled to", () => {
    const { lines } = ask([], {}, narrow);
    expect(lines.length).toBeLessThanOrEqual(narrow.rows - 1);
    expect(Math.max(...lines.map(widthOf))).toBeLessThan(narrow.columns);
    expect(lines.join("\n")).toContain("▼ more");
    expect(ask(["d"], {}, narrow).lines.join("\n")).toContain("reserved");
  });

  test.each([40, 60, 80, 120, 200])("at %d columns every line fits", (columns) => {
    for (const rows of [20, 24, 50]) {
      const { lines } = ask([], {}, { columns, rows });
      expect(Math.max(...lines.map(widthOf))).toBeLessThan(columns);
      expect(lines.length).toBeLessThan(rows);
    }
  });
});

describe("feedback", () => {
  const feedback: FeedbackView = {
    ...question,
    answer: { choose: ["batch"], correct: false, key: ["raise"], ms: 1000 },
    disputed: false,
    comesBack: "in 3 days",
  };
  const screen = feedbackScreen(feedback, mono);

  test("says the verdict in words and signs, the key first, then the pick, with every why", () => {
    expect(screen.view(screen.initial, { columns: 80, rows: 40 }).join("\n")).toMatchInlineSnapshot(`
      "  ✗ Not right: you picked C, the key is B                     Lambda · Security
      ───────────────────────────────────────────────────────────────────────────────
        B ✓ Raise the visibility timeout to six times the \`Timeout\`.
            Why option 2 is right.

        C ✗ Lower the batch size to one message.  (your pick)
            Why option 3 is wrong.

        A ✗ Turn the queue into a FIFO queue and deduplicate on the body.
            Why option 1 is wrong.

        D ✗ Give the function reserved concurrency of one.
            Why option 4 is wrong.

        Messages have to stay hidden while they are worked on.
        docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      ───────────────────────────────────────────────────────────────────────────────
        enter next   u undo   ! dispute   ? keys   q quit        comes back in 3 days"
    `);
  });

  test("says it when the answer was right", () => {
    const right = feedbackScreen(
      { ...feedback, answer: { ...feedback.answer, choose: ["raise"], correct: true } },
      mono,
    );
    expect(right.view(right.initial, wide)[0]).toContain("✓ Right: B");
  });

  test.each([
    ["enter", "next"],
    ["space", "next"],
    ["u", "undo"],
    ["!", "dispute"],
    ["e", "edit"],
    ["q", "quit"],
  ])("%s is %s", (key, type) => {
    expect(play(screen, [key]).result).toEqual({ type });
  });

  test("scrolls to its end and no further", () => {
    const end = play(
      screen,
      Array.from({ length: 60 }, () => "down"),
      narrow,
    ).lines.join("\n");
    expect(end).toContain("docs.aws.amazon.com");
    expect(end).not.toContain("▼ more");
  });
});

describe("colours", () => {
  test.each([
    [{ env: { NO_COLOR: "1" }, isTty: true }, false],
    [{ env: { TERM: "dumb" }, isTty: true }, false],
    [{ env: {}, isTty: false }, false],
    [{ env: { FORCE_COLOR: "1" }, isTty: false }, true],
    [{ env: { FORCE_COLOR: "0" }, isTty: true }, false],
    [{ env: {}, isTty: true }, true],
    [{ env: {}, isTty: true, noColor: true }, false],
  ])("%j", (facts, coloured) => {
    const theme = makeTheme({ theme: "auto", ...facts } as never);
    expect(theme.right("x") !== "x").toBe(coloured);
  });

  test("never carry a meaning alone: without them the text is the same", () => {
    const colour = makeTheme({ env: { FORCE_COLOR: "1" }, isTty: true, theme: "plain" });
    const strip = (lines: readonly string[]) => lines.join("\n").replace(/\u001b\[[\d;]*m/g, "");
    expect(strip(questionScreen(question, colour).view(questionScreen(question, colour).initial, wide))).toBe(
      ask([]).lines.join("\n"),
    );
  });
});
