import { describe, expect, test } from "vitest";
import { messages, run, shipBank, spreadItems, temporaryFolder } from "../helpers/program.ts";

const assets = shipBank(spreadItems(200));
const answer = (choose: string) =>
  `${JSON.stringify({ type: "answer", choose: [choose], ms: 40_000, confidence: "sure" })}\n`;
const at = (day: number) => `2026-12-${String(day).padStart(2, "0")}T18:00:00Z`;
const json = async (words: readonly string[], home: string, now = at(10)) =>
  JSON.parse((await run([...words, "--json"], { assets, home, now })).out);

describe("the daily drill", () => {
  test("says its plan, asks new items first, brings them back later, and counts the day", async () => {
    const home = temporaryFolder();
    const first = await run(["daily", "--io", "jsonl", "--minutes", "10"], {
      assets,
      home,
      input: answer("key").repeat(30),
      now: at(1),
    });
    expect(first.err).toMatch(/Today: \d+ new, about \d+ min\./);
    const asked = messages(first.out).flatMap((message) =>
      message["type"] === "question" ? [message["id"]] : [],
    );
    expect(new Set(asked).size).toBe(asked.length);
    expect((await json(["stats"], home, at(1))).streak).toMatchObject({ days: 1, today: true });
    expect((await run(["due"], { assets, home, now: at(1) })).out).toBe("0 due, today is done\n");
    const later = await run(["due"], { assets, home, now: at(28) });
    expect(later.out).toMatch(/^[1-9]\d* due\n$/);
    const again = await run(["daily", "--io", "jsonl", "--minutes", "10"], {
      assets,
      home,
      input: answer("key").repeat(30),
      now: at(28),
    });
    expect(again.err).toMatch(/Today: \d+ due/);
  });

  test("never asks an item twice on a day", async () => {
    const home = temporaryFolder();
    const ask = async () => {
      const { out } = await run(["daily", "--io", "jsonl", "--minutes", "5"], {
        assets,
        home,
        input: answer("near").repeat(20),
        now: at(1),
      });
      return messages(out).flatMap((message) => (message["type"] === "question" ? [message["id"]] : []));
    };
    const [one, two] = [await ask(), await ask()];
    expect(one.filter((id) => two.includes(id))).toEqual([]);
  });

  test("prints a line for the scheduler", async () => {
    expect((await run(["daily", "--print-cron"], { assets })).out).toContain("certdrill due");
  });
});

describe("readiness", () => {
  test("gives no figure below 5 fresh answers and no chance below 65, and then both", async () => {
    const home = temporaryFolder();
    expect(await json(["readiness"], home)).toMatchObject({ fresh: 0, score: null, passProbability: null });
    await run(["quiz", "--io", "jsonl", "-n", "10", "--new"], {
      assets,
      home,
      input: answer("key").repeat(10),
      now: at(1),
    });
    const early = await json(["readiness"], home);
    expect(early).toMatchObject({ fresh: 10, passProbability: null });
    expect(early.score.low).toBeLessThan(early.score.estimate);
    expect(early.score.today.low).toBeLessThanOrEqual(early.score.low);
    await run(["quiz", "--io", "jsonl", "-n", "70", "--new"], {
      assets,
      home,
      input: answer("key").repeat(70),
      now: at(2),
    });
    const late = await json(["readiness"], home);
    expect(late.fresh).toBe(80);
    expect(late.passProbability).toBeGreaterThan(0.8);
    expect(late.verdict).toBe("likely");
    expect(late.domains.every((domain: { weak: boolean }) => !domain.weak)).toBe(true);
  });

  test("counts a C02 learner's answers for C03 where an item belongs to both, and lists what is without evidence", async () => {
    const home = temporaryFolder();
    await run(["quiz", "--io", "jsonl", "-n", "20", "--exam", "dva-c02", "--seed", "certdrill-1"], {
      assets,
      home,
      input: answer("key").repeat(20),
    });
    const moved = await json(["readiness", "--exam", "dva-c03"], home);
    expect(moved.fresh).toBe(20);
    expect(moved.withoutEvidence).toContain("2.3.5");
  });

  test("does not take repeats as evidence", async () => {
    const home = temporaryFolder();
    const drill = () =>
      run(["quiz", "--io", "jsonl", "1.1.1", "-n", "5"], { assets, home, input: answer("key").repeat(5) });
    await drill();
    const before = (await json(["readiness"], home)).fresh;
    await drill();
    expect((await json(["readiness"], home)).fresh).toBe(before);
  });

  test("learns from a real result", async () => {
    const home = temporaryFolder();
    await run(["quiz", "--io", "jsonl", "-n", "80", "--new"], {
      assets,
      home,
      input: `${answer("key")}${answer("near")}`.repeat(40),
      now: at(1),
    });
    const before = (await json(["readiness"], home)).score.estimate;
    await run(["result", "900", "--date", "2026-12-05"], { assets, home, now: at(6) });
    const after = await json(["readiness"], home);
    expect(after.score.estimate).toBeGreaterThan(before);
    expect(after.results).toMatchObject([{ score: 900, day: "2026-12-05" }]);
    expect((await run(["result", "50"], { assets, home })).code).toBe(2);
  });
});

describe("diagnosis and weak spots", () => {
  test("diagnose asks fresh items one after the other and stops by itself", async () => {
    const { out, err } = await run(["diagnose", "--io", "jsonl", "--seed", "d"], {
      assets,
      input: answer("key").repeat(200),
    });
    const asked = messages(out).flatMap((message) => (message["type"] === "question" ? [message["id"]] : []));
    expect(asked.length).toBeGreaterThanOrEqual(20);
    expect(asked.length).toBeLessThanOrEqual(65);
    expect(new Set(asked).size).toBe(asked.length);
    expect(err).toMatch(/narrow|enough/);
  });

  test("weak names what is under the cut with 90 % and drills on it", async () => {
    const home = temporaryFolder();
    const wrongIn = async (topic: string, choose: string) =>
      run(["quiz", "--io", "jsonl", topic, "-n", "30"], { assets, home, input: answer(choose).repeat(30) });
    await wrongIn("security", "near");
    await wrongIn("development", "key");
    const found = await json(["weak"], home);
    expect(
      found.domains
        .filter((domain: { weak: boolean }) => domain.weak)
        .map((domain: { id: string }) => domain.id),
    ).toContain("2");
    const { out } = await run(["weak", "--drill", "--io", "jsonl", "-n", "5"], {
      assets,
      home,
      input: answer("key").repeat(5),
    });
    const drilled = messages(out).filter((message) => message["type"] === "question");
    expect(drilled.every((message) => message["domain"] === "Security")).toBe(true);
  });

  test("plan tells whether the time is enough", async () => {
    const home = temporaryFolder();
    await run(["config", "set", "examDate", "2027-01-15"], { assets, home });
    const plan = await json(["plan"], home, at(1));
    expect(plan).toMatchObject({ daysLeft: 45, examDate: "2027-01-15" });
    expect(plan.forecast).toHaveLength(14);
    expect(plan.feasibility).toMatchObject({ days: 42 });
  });
});
