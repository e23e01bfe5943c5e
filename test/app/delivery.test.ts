import { describe, expect, test } from "vitest";
import { deliveryNotice, deliveryText } from "../../src/app/delivery.ts";
import { c02, c03, run, temporaryFolder } from "../helpers/program.ts";

const exams = [c02, c03];
const notice = (exam: typeof c02, today: string, examDate?: string) =>
  deliveryNotice(exam, exams, today, examDate);

describe("what is said of an exam that cannot be sat on the day that counts", () => {
  test("nothing on the last day of the old and the first day of the new exam", () => {
    expect(notice(c02, "2026-11-30")).toEqual([]);
    expect(notice(c03, "2026-12-01")).toEqual([]);
    expect(notice(c02, "2026-11-01", "2026-11-30")).toEqual([]);
  });

  test("the exam that took its place, from the day after the last one", () => {
    expect(notice(c02, "2026-12-01")).toEqual([
      "DVA-C02 was delivered until 30 Nov 2026; now the exam is DVA-C03. Your history counts there too:",
      "certdrill config set exam dva-c03",
    ]);
    expect(notice(c02, "2026-12-01", "2026-11-28")).toEqual(notice(c02, "2026-12-01"));
  });

  test("the exam of the day that was set, when that day is on the other side", () => {
    expect(notice(c02, "2026-11-20", "2026-12-15")).toEqual([
      "DVA-C02 is delivered until 30 Nov 2026; on 15 Dec 2026 the exam is DVA-C03. Your history counts there too:",
      "certdrill config set exam dva-c03",
    ]);
    expect(notice(c03, "2026-11-20", "2026-11-25")).toEqual([
      "DVA-C03 is delivered from 1 Dec 2026; on 25 Nov 2026 the exam is DVA-C02. Your history counts there too:",
      "certdrill config set exam dva-c02",
    ]);
  });

  test("nothing about an exam that is still to come while no day is set", () => {
    expect(notice(c03, "2026-11-20")).toEqual([]);
  });

  test("only the fact when no other exam is delivered on that day", () => {
    expect(deliveryNotice(c02, [c02], "2026-12-01", undefined)).toEqual([
      "DVA-C02 was delivered until 30 Nov 2026.",
    ]);
    expect(deliveryText({ code: "x", delivered: { first: "2026-01-02", last: "2026-02-03" } })).toBe(
      "from 2 Jan 2026 until 3 Feb 2026",
    );
  });
});

test("home, plan, the drill, the exam and the settings say it, on the day of the learner", async () => {
  const home = temporaryFolder();
  const said = "DVA-C02 was delivered until 30 Nov 2026; now the exam is DVA-C03";
  const at = (words: readonly string[], now = "2026-12-01T12:00:00Z") => run(words, { home, now });
  expect((await at(["config", "set", "exam", "dva-c02"])).err).toContain(said);
  expect((await at([])).out.replace(/\s+/g, " ")).toContain(said);
  expect((await at(["plan"])).out.replace(/\s+/g, " ")).toContain(said);
  expect((await at(["daily", "--io", "jsonl"])).err).toContain(said);
  expect((await at(["exam", "--io", "jsonl"])).err).toContain(said);
  expect((await at([], "2026-11-30T12:00:00Z")).out).not.toContain("delivered");
  expect((await at(["--exam", "dva-c03"])).out).not.toContain("delivered");
});
