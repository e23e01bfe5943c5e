import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { messages, run, shipBank, spreadItems, temporaryFolder } from "../helpers/program.ts";

const assets = shipBank(spreadItems(300));
const say = (...list: Record<string, unknown>[]) =>
  list.map((message) => `${JSON.stringify(message)}\n`).join("");
const right = { type: "answer", choose: ["key"], ms: 60_000 };
const wrong = { type: "answer", choose: ["near"], ms: 60_000 };
const times = (n: number, message: Record<string, unknown>) => Array.from({ length: n }, () => message);
const exam = (input: string, words: readonly string[] = [], more: Parameters<typeof run>[1] = {}) =>
  run(["exam", "--io", "jsonl", "--seed", "a", ...words], { assets, input, ...more });
interface Result {
  readonly closed: string;
  readonly seed: string;
  readonly domains: readonly { readonly id: string }[];
  readonly answers: readonly { readonly item: string; readonly correct: boolean }[];
  readonly mock: { readonly limitMs: number; readonly score: object };
}
const result = (out: string) => messages(out).at(-1) as unknown as Result;
const rightIn = (out: string) => result(out).answers.filter((one) => one.correct).length;
const journalOf = (home: string) => {
  const folder = path.join(home, "data", "journal");
  return readdirSync(folder).flatMap((file) => messages(readFileSync(path.join(folder, file), "utf8")));
};

describe("a mock exam in JSON Lines", () => {
  test("has the exam's own shape: 65 items, 50 of them scored, 130 minutes, no feedback", async () => {
    const { out, home, code } = await exam(say(...times(64, right), right, { type: "submit" }));
    const said = messages(out);
    expect(said.some((message) => message["type"] === "feedback")).toBe(false);
    expect(said[0]).toMatchObject({ type: "item", n: 1, of: 65, selected: [], flagged: false });
    expect(result(out)).toMatchObject({
      items: 65,
      score: { n: 50, right: 50 },
      mock: { unscored: { n: 15, right: 15 }, blanks: 0, limitMs: 130 * 60_000 },
    });
    expect(result(out).mock.score).toMatchObject({ estimate: 1000 });
    const [opened] = journalOf(home).filter((event) => event["type"] === "opened");
    expect(((opened?.["form"] ?? []) as unknown[]).length).toBe(65);
    expect(code).toBe(0);
  });

  test("counts blanks as wrong, keeps the last of several choices, and shows what is selected", async () => {
    const input = say(
      wrong,
      { type: "goto", n: 1 },
      right,
      { type: "flag" },
      { type: "clear" },
      { type: "time" },
      { type: "submit" },
    );
    const { out } = await exam(input, ["-n", "6"]);
    const items = messages(out).filter((message) => message["type"] === "item");
    expect(items[2]).toMatchObject({ n: 1, selected: ["near"], answered: 1 });
    expect(items[4]).toMatchObject({ n: 2, flagged: true, flaggedItems: 1 });
    expect(messages(out).filter((message) => message["type"] === "time")).toHaveLength(1);
    expect(
      messages(out).every(
        (message) => message["type"] === "result" || typeof message["timeLeftMs"] === "number",
      ),
    ).toBe(true);
    expect(result(out)).toMatchObject({
      answers: [
        { n: 1, choose: ["key"], correct: true, changes: [["near"]] },
        ...times(5, { choose: [], correct: false }),
      ],
      mock: { blanks: 5 },
    });
  });

  test.each([
    [{ type: "goto", n: 99 }, "no-item"],
    [{ type: "answer", choose: ["key", "near"] }, "wrong-count"],
    [{ type: "sing" }, "unknown-type"],
  ])("answers %j with the error %s and goes on", async (bad, code) => {
    const said = messages((await exam(say(bad, { type: "submit" }), ["-n", "4"])).out);
    expect(said[1]).toMatchObject({ type: "error", code });
    expect(said.at(-1)).toMatchObject({ type: "result" });
  });

  test("is left open when the input ends, and resumed with its form, answers and the time that is left", async () => {
    const first = await exam(say(right, right), ["-n", "6"], { now: "2026-12-10T10:00:00Z" });
    const second = await run(["exam", "--io", "jsonl", "--resume"], {
      assets,
      home: first.home,
      input: say({ type: "submit" }),
      now: "2026-12-10T10:05:00Z",
    });
    const [item] = messages(second.out);
    expect(item).toMatchObject({ type: "item", of: 6, answered: 2 });
    expect(Math.round(((item?.["timeLeftMs"] ?? 0) as number) / 60_000)).toBe(12 - 5);
    expect(result(second.out).seed).toBe("a");
    expect(rightIn(second.out)).toBe(2);
  });

  test.each([
    ["gone", "strict", [], "2026-12-12T10:00:00Z", "time-up", 0],
    ["as it was, after the clock was set back", "strict", [], "2020-01-01T10:00:00Z", "submitted", 12],
    ["as it was", "practice", ["--practice"], "2027-12-12T10:00:00Z", "submitted", 12],
  ])("the time is %s when a %s exam is taken up", async (_, __, words, now, closed, minutes) => {
    const first = await exam(say(right), ["-n", "6", ...words], { now: "2026-12-10T10:00:00Z" });
    const second = await run(["exam", "--io", "jsonl", "--resume"], {
      assets,
      home: first.home,
      input: say({ type: "submit" }),
      now,
    });
    const item = messages(second.out).find((message) => message["type"] === "item");
    expect(item ? Math.round((item["timeLeftMs"] as number) / 60_000) : 0).toBe(minutes);
    expect(result(second.out).closed).toBe(closed);
    expect(rightIn(second.out)).toBe(1);
  });

  test("--fail-under looks at the estimate", async () => {
    expect(
      (await exam(say(...times(10, right), { type: "submit" }), ["-n", "10", "--fail-under", "720"])).code,
    ).toBe(0);
    expect(
      (await exam(say(...times(10, wrong), { type: "submit" }), ["-n", "10", "--fail-under", "720"])).code,
    ).toBe(1);
  });

  test("--half, --domain and --extra-time give what they say", async () => {
    const sizes = async (...words: string[]) => {
      const { out } = await exam(say({ type: "submit" }), words);
      return { of: messages(out)[0]?.["of"], minutes: result(out).mock.limitMs / 60_000 };
    };
    expect(await sizes("--half")).toEqual({ of: 33, minutes: 65 });
    expect(await sizes("-n", "10", "--extra-time", "30")).toEqual({ of: 10, minutes: 50 });
    const { out } = await exam(say({ type: "submit" }), ["-n", "10", "--domain", "security"]);
    expect(result(out).domains).toMatchObject([{ id: "2" }]);
  });
});

describe("the reserve", () => {
  const ids = (out: string) =>
    messages(out).flatMap((message) =>
      message["type"] === "item" || message["type"] === "question" ? [message["id"] as string] : [],
    );
  const form = (out: string) => result(out).answers.map(({ item }) => item);

  test("is kept out of quizzes and of exams, until a reserve form is sat", async () => {
    const home = temporaryFolder();
    const reserved = form((await exam(say({ type: "submit" }), ["--reserve"])).out);
    expect(reserved).toHaveLength(65);
    const usual = form((await exam(say({ type: "submit" }), [], { home })).out);
    expect(usual.filter((id) => reserved.includes(id))).toEqual([]);
    const quiz = await run(["quiz", "--io", "jsonl", "-n", "200"], {
      assets,
      home,
      input: say(...times(200, right)),
    });
    expect(ids(quiz.out).filter((id) => reserved.includes(id))).toEqual([]);
    const daily = await run(["daily", "--io", "jsonl", "--minutes", "60"], {
      assets,
      input: say(...times(80, right)),
    });
    expect(ids(daily.out).filter((id) => reserved.includes(id))).toEqual([]);
    expect(ids(daily.out).length).toBeGreaterThan(10);
  });
});

describe("different forms of each exam", () => {
  test.each(["dva-c02", "dva-c03"])("%s repeats no item before the fresh ones are used up", async (code) => {
    const home = temporaryFolder();
    const seen = new Set<string>();
    for (let n = 0; n < 3; n++) {
      const { out } = await run(["exam", "--io", "jsonl", "--exam", code, "--seed", `form ${n}`], {
        assets,
        home,
        input: say(...times(65, right), { type: "submit" }),
        now: `2026-12-1${n}T10:00:00Z`,
      });
      const form = result(out).answers.map(({ item }) => item);
      expect(form.filter((id) => seen.has(id))).toEqual([]);
      for (const id of form) seen.add(id);
    }
  });
});
