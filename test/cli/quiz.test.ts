import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { messages, type Run, run, shipBank, spreadItems, temporaryFolder } from "../helpers/program.ts";

const assets = shipBank(spreadItems(40));
const line = (message: Record<string, unknown>) => `${JSON.stringify(message)}\n`;
const right = line({ type: "answer", choose: ["key"], ms: 1000 });
const wrong = line({ type: "answer", choose: ["near"], ms: 2000 });
const quiz = (input: string, home?: string, ...words: string[]): Promise<Run> =>
  run(["quiz", "--io", "jsonl", "-n", "3", "--seed", "a", ...words], {
    assets,
    input,
    ...(home ? { home } : {}),
  });
const journalOf = (home: string) => {
  const folder = path.join(home, "data", "journal");
  return readdirSync(folder).flatMap((file) => messages(readFileSync(path.join(folder, file), "utf8")));
};

describe("a quiz in JSON Lines", () => {
  test("asks, gives feedback and ends with the result", async () => {
    const { out, code } = await quiz(right + wrong + right);
    const said = messages(out);
    expect(said.map((message) => message["type"])).toEqual([
      "question",
      "feedback",
      "question",
      "feedback",
      "question",
      "feedback",
      "result",
    ]);
    expect(said[0]).toMatchObject({ n: 1, of: 3, choose: 1, seen: 0 });
    expect(((said[0]?.["options"] ?? []) as { id: string }[]).map(({ id }) => id).sort()).toEqual([
      "far",
      "key",
      "near",
      "odd",
    ]);
    expect(said[3]).toMatchObject({ correct: false, key: ["key"], choose: ["near"] });
    expect(said.at(-1)).toMatchObject({
      closed: "finished",
      score: { n: 3, right: 2 },
      first: { n: 3, right: 2 },
    });
    expect(code).toBe(0);
  });

  test("is the same for the same seed", async () => {
    const [one, two] = [await quiz(right.repeat(3)), await quiz(right.repeat(3))];
    const questions = (run: Run) => messages(run.out).filter((message) => message["type"] === "question");
    expect(questions(one)).toEqual(questions(two));
  });

  test.each([
    ["no json", "not-json"],
    ["[]", "not-an-object"],
    ['{"type":"sing"}', "unknown-type"],
    ['{"type":"answer"}', "no-list"],
    ['{"type":"answer","choose":["key","near"]}', "wrong-count"],
    ['{"type":"answer","choose":["nothing"]}', "unknown-option"],
    ['{"type":"answer","choose":["key"],"confidence":"very"}', "wrong-confidence"],
    ['{"type":"answer","choose":["key"],"ms":-1}', "wrong-ms"],
    ['{"type":"undo"}', "nothing-to-undo"],
    ['{"type":"dispute","key":["key"]}', "no-reason"],
  ])("answers %s with the error %s and goes on", async (bad, code) => {
    const said = messages((await quiz(`${bad}\n${right.repeat(3)}`)).out);
    expect(said[1]).toMatchObject({ type: "error", code });
    expect(said.at(-1)).toMatchObject({ type: "result", score: { n: 3, right: 3 } });
  });

  test("skips to the end, flags, and takes an answer back", async () => {
    const input =
      line({ type: "skip" }) +
      line({ type: "flag" }) +
      wrong +
      line({ type: "undo" }) +
      right +
      right +
      right;
    const { out, home } = await quiz(input);
    const said = messages(out);
    const asked = said.filter((message) => message["type"] === "question").map((message) => message["id"]);
    expect(asked[0]).toBe(asked.at(-1));
    expect(said.at(-1)).toMatchObject({ score: { n: 3, right: 3 }, flagged: { n: 1, right: 1 } });
    expect(journalOf(home).map((event) => event["type"])).toEqual([
      "item",
      "item",
      "item",
      "opened",
      "skipped",
      "flagged",
      "answered",
      "undone",
      "answered",
      "answered",
      "answered",
      "closed",
    ]);
  });

  test("keeps confidence, time and the order shown", async () => {
    const { home } = await quiz(
      line({ type: "answer", choose: ["key"], confidence: "guess", ms: 4321 }) + right + right,
    );
    const [answered] = journalOf(home).filter((event) => event["type"] === "answered");
    const [opened] = journalOf(home).filter((event) => event["type"] === "opened");
    expect(answered).toMatchObject({
      n: 0,
      choose: ["key"],
      key: ["key"],
      correct: true,
      confidence: "guess",
      ms: 4321,
    });
    expect(opened).toMatchObject({ kind: "quiz", exam: "dva-c03", seed: "a" });
    expect(((opened?.["form"] ?? []) as { order: string[] }[])[0]?.order.slice().sort()).toEqual([
      "far",
      "key",
      "near",
      "odd",
    ]);
  });

  test("ends when it is told to quit, with the result of what was answered", async () => {
    const said = messages((await quiz(right + line({ type: "quit" }))).out);
    expect(said.at(-1)).toMatchObject({
      type: "result",
      closed: "scored",
      score: { n: 1, right: 1 },
      items: 3,
    });
  });

  test("leaves a disputed answer out of the score when asked to", async () => {
    const dispute = line({
      type: "dispute",
      key: ["near"],
      reason: "the page says so",
      link: "https://example.com",
      exclude: true,
    });
    const said = messages((await quiz(dispute + wrong + right + right)).out);
    expect(said.at(-1)).toMatchObject({ score: { n: 2, right: 2 } });
  });

  test("exits with 1 below --fail-under", async () => {
    expect((await quiz(wrong + right + right, undefined, "--fail-under", "70")).code).toBe(1);
    expect((await quiz(right.repeat(3), undefined, "--fail-under", "70")).code).toBe(0);
  });
});

describe("a quiz in plain text", () => {
  test("reads numbers and letters line by line, and closes politely when they end", async () => {
    const { out, err, code, home } = await run(["quiz", "-n", "3", "--seed", "a"], {
      assets,
      input: "9\n1\nb\n",
    });
    expect(out).toContain("Question 1 of 3");
    expect(out).toContain("Pick one option from 1 to 4");
    expect(out).toContain("of 2 right");
    expect(err).toContain("certdrill report");
    expect(code).toBe(0);
    expect(journalOf(home).at(-1)).toMatchObject({ type: "closed", how: "scored" });
  });
});

describe("topics and filters", () => {
  test.each([
    [["quiz", "lamda"], 'no item matches "lamda"', "did you mean lambda?"],
    [["quiz", "xyzzy"], 'no item matches "xyzzy"', "topics are services"],
    [["quiz", "--flagged"], "no item fits --flagged", "leave out --flagged"],
    [["quiz", "--exam", "dva-c99"], 'there is no exam "dva-c99"', "dva-c02, dva-c03"],
    [["quizz"], 'there is no command "quizz"', "did you mean quiz?"],
    [["resume"], "no session was left unfinished", "certdrill quiz"],
    [["report"], "there is no session yet", "certdrill quiz"],
    [["config", "set", "exam", "clf"], '"clf" is no value for exam', "dva-c02, dva-c03"],
    [["config", "set", "colour", "red"], 'there is no setting "colour"', "settings are:"],
    [["bank", "add", "nowhere.yaml"], "has 1 problem(s)", "bank lint"],
  ])("%j exits with 2, says what is wrong and what to do", async (argv, what, hint) => {
    const { code, err, out } = await run(argv, { assets });
    expect(err).toContain(what);
    expect(err).toContain(hint);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  test.each([
    [
      ["lambda"],
      (question: Record<string, unknown>) => (question["services"] as string[]).includes("lambda"),
    ],
    [["security"], (question: Record<string, unknown>) => question["domain"] === "Security"],
    [["2.1"], (question: Record<string, unknown>) => String(question["objective"]).startsWith("2.1.")],
    [["1.1.1"], (question: Record<string, unknown>) => question["objective"] === "1.1.1"],
  ])("quiz %j asks only what matches", async (topics, matches) => {
    const { out } = await run(["quiz", "--io", "jsonl", "-n", "30", ...topics], {
      assets,
      input: right.repeat(30),
    });
    const questions = messages(out).filter((message) => message["type"] === "question");
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.every(matches)).toBe(true);
  });

  test("--missed asks again what was wrong last time, --new what was never asked", async () => {
    const { home, out } = await quiz(wrong + right + right);
    const missed = messages(out)[0]?.["id"];
    const again = messages(
      (await run(["quiz", "--io", "jsonl", "--missed"], { assets, home, input: "" })).out,
    );
    expect(again.filter((message) => message["type"] === "question").map((message) => message["id"])).toEqual(
      [missed],
    );
    const seen = messages(out)
      .filter((message) => message["type"] === "question")
      .map((message) => message["id"]);
    const fresh = messages(
      (await run(["quiz", "--io", "jsonl", "--new", "-n", "20"], { assets, home, input: right.repeat(20) }))
        .out,
    );
    expect(fresh.filter((message) => seen.includes(message["id"] as string))).toEqual([]);
  });
});

describe("what is remembered", () => {
  test("survives the loss of the standing, which is made again from the journal and says so", async () => {
    const { home } = await quiz(wrong + right + right);
    await quiz(right.repeat(3), home);
    const before = (await run(["stats", "--json"], { assets, home })).out;
    rmSync(path.join(home, "cache"), { recursive: true });
    const rebuilt = await run(["stats", "--json"], { assets, home });
    expect(rebuilt.out).toBe(before);
    expect(rebuilt.err).toContain("made again from the history");
    writeFileSync(path.join(home, "cache", "standing.json"), "{ damaged");
    expect((await run(["stats", "--json"], { assets, home })).out).toBe(before);
  });

  test("a settings file that cannot be read is put aside, not lost", async () => {
    const home = temporaryFolder();
    await run(["config", "set", "minutes", "20"], { assets, home });
    const file = path.join(home, "config", "settings.json");
    writeFileSync(file, "{ broken");
    const { err, out } = await run(["config", "get", "minutes"], { assets, home });
    expect(err).toContain(`put aside as ${file}.damaged`);
    expect(out).toBe("15\n");
    expect(readFileSync(`${file}.damaged`, "utf8")).toBe("{ broken");
  });

  test("a damaged line is reported by doctor with exit 1 and copied where it can be mended", async () => {
    const { home } = await quiz(right.repeat(3));
    const folder = path.join(home, "data", "journal");
    const [file = ""] = readdirSync(folder);
    appendFileSync(path.join(folder, file), "rubbish\n");
    const { out, code } = await run(["doctor"], { assets, home });
    expect(out).toMatch(/damaged\s+1 lines, copied to /);
    expect(readFileSync(path.join(home, "data", "quarantine.txt"), "utf8")).toContain("\trubbish");
    expect(code).toBe(1);
  });

  test("two devices that share a folder have one history", async () => {
    const shared = path.join(temporaryFolder(), "sync");
    const homes = [temporaryFolder(), temporaryFolder()];
    const answers = [];
    for (const [n, home] of homes.entries()) {
      await run(["config", "set", "journal", shared], { assets, home });
      await run(["quiz", "--io", "jsonl", "-n", "3", "--seed", `device ${n}`], {
        assets,
        home,
        input: right.repeat(3),
        now: `2026-12-1${n}T10:00:00Z`,
      });
    }
    for (const home of homes)
      answers.push(
        JSON.parse((await run(["stats", "--json"], { assets, home, now: "2026-12-12T10:00:00Z" })).out),
      );
    expect(readdirSync(shared)).toHaveLength(2);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ answers: 6, right: 6 });
  });
});

describe("reports", () => {
  test("stay what they were when the bank is edited, and mark a changed key", async () => {
    const { home, out } = await quiz(wrong + right + right);
    const missed = messages(out)[0]?.["id"];
    const before = JSON.parse((await run(["report", "--format", "json"], { assets, home })).out);
    const edited = spreadItems(40).map((item) =>
      item.id === missed
        ? {
            ...item,
            stem: "Another question?",
            options: item.options.map(({ correct: _, ...option }) =>
              option.id === "near" ? { ...option, correct: true as const } : option,
            ),
          }
        : item,
    );
    const after = JSON.parse(
      (await run(["report", "--format", "json"], { assets: shipBank(edited), home })).out,
    );
    expect(after.misses).toEqual(before.misses);
    expect(after.score).toEqual(before.score);
    expect(after.answers.map((answer: { keyChanged: boolean }) => answer.keyChanged)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("neutralise what a journal brings", async () => {
    const { home } = await quiz(right.repeat(3));
    const folder = path.join(home, "data", "journal");
    const [file = ""] = readdirSync(folder);
    const text = readFileSync(path.join(folder, file), "utf8").replaceAll(
      "The principle behind",
      "\\u001b[31m<b>The principle",
    );
    writeFileSync(path.join(folder, file), text);
    const shown = await run(["report", "--format", "text"], { assets, home });
    expect(shown.out).not.toContain("\u001b[31m");
  });
});
