import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { historyColumns } from "../../src/report/export-history.ts";
import { makeItem } from "../helpers/items.ts";
import { run, shipBank, spreadItems, temporaryFolder } from "../helpers/program.ts";

const dangerous = makeItem({ id: "formula", services: ["sqs"], objectives: { "dva-c03": "1.1.8" } });
const assets = shipBank([...spreadItems(20), dangerous]);
const answer = (choose: string, more: Record<string, unknown> = {}) =>
  `${JSON.stringify({ type: "answer", choose: [choose], ms: 1500, ...more })}\n`;

async function homeWithHistory(): Promise<string> {
  const home = temporaryFolder();
  const input = `${answer("near", { confidence: "unsure" })}{"type":"undo"}\n${answer("key")}${answer("far")}${answer("key")}`;
  await run(["quiz", "--io", "jsonl", "-n", "3", "--seed", "one"], {
    assets,
    home,
    input,
    now: "2026-12-01T10:00:00Z",
  });
  await run(["quiz", "--io", "jsonl", "-n", "2", "--seed", "two"], {
    assets,
    home,
    input: answer("key").repeat(2),
    now: "2026-12-03T10:00:00Z",
  });
  return home;
}

describe("export history", () => {
  test("has one row per answer with the documented columns", async () => {
    const home = await homeWithHistory();
    const { out, code } = await run(["export", "history"], { assets, home });
    const rows = out.trimEnd().split("\r\n");
    expect(rows[0]).toBe(Object.keys(historyColumns).join(","));
    expect(rows).toHaveLength(1 + 6);
    expect(code).toBe(0);
  });

  test("filters by day, exam and session", async () => {
    const home = await homeWithHistory();
    const count = async (...words: string[]) =>
      JSON.parse((await run(["export", "history", "--format", "json", ...words], { assets, home })).out)
        .length;
    expect(await count()).toBe(6);
    expect(await count("--since", "2026-12-02")).toBe(2);
    expect(await count("--exam", "dva-c02")).toBe(0);
    const [first] = JSON.parse((await run(["export", "history", "--format", "json"], { assets, home })).out);
    expect(await count("--session", first.session)).toBe(4);
  });

  test("writes a file, and refuses a folder that is not there before any work", async () => {
    const home = await homeWithHistory();
    const { err, code } = await run(["export", "history", "-o", "history.csv"], { assets, home });
    expect(err).toContain("history.csv");
    expect(code).toBe(0);
    expect(readFileSync(path.join(home, "history.csv"), "utf8")).toMatch(/^format,id,at/);
    expect((await run(["export", "history", "-o", "nowhere/history.csv"], { assets, home })).code).toBe(2);
  });

  test("makes formulas harmless in CSV", async () => {
    const home = temporaryFolder();
    await run(["quiz", "--io", "jsonl", "-n", "1", "--seed", "=1+1"], { assets, home, input: answer("key") });
    const { out } = await run(["export", "history"], { assets, home });
    expect(out).toContain("'=1+1");
    expect(out).not.toMatch(/,=1\+1/);
  });
});

describe("import history", () => {
  test("reads an export back without loss, and skips what it has", async () => {
    const home = await homeWithHistory();
    const file = path.join(home, "history.jsonl");
    await run(["export", "history", "--format", "jsonl", "-o", file], { assets, home });
    const exported = readFileSync(file, "utf8");
    const other = temporaryFolder();
    const first = await run(["import", "history", file], { assets, home: other });
    expect(first.err).toContain("6 answers imported, 0 were here already");
    expect((await run(["export", "history", "--format", "jsonl"], { assets, home: other })).out).toBe(
      exported,
    );
    const second = await run(["import", "history", file], { assets, home: other });
    expect(second.err).toContain("0 answers imported, 6 were here already");
    expect((await run(["import", "history", file], { assets, home })).err).toContain("0 answers imported");
  });

  test("leaves no session open behind, and the same standing", async () => {
    const home = await homeWithHistory();
    const file = path.join(home, "history.jsonl");
    await run(["export", "history", "--format", "jsonl", "-o", file], { assets, home });
    const other = temporaryFolder();
    await run(["import", "history", file], { assets, home: other });
    const standing = async (from: string) =>
      JSON.parse((await run(["stats", "--json"], { assets, home: from })).out);
    const [mine, imported] = [await standing(home), await standing(other)];
    expect(imported.readiness).toEqual(mine.readiness);
    expect((await run(["report", "--list"], { assets, home: other })).out).not.toContain("open");
  });

  test.each([
    ["not json\n", "1  this line is no JSON"],
    ['{"format":9}\n', "1  this line has format 9"],
    ['\n{"format":1,"id":"x"}\n', '2  this line has no usable "at"'],
  ])("refuses %j with its line, and imports nothing", async (text, message) => {
    const home = temporaryFolder();
    writeFileSync(path.join(home, "bad.jsonl"), text);
    const { err, code } = await run(["import", "history", "bad.jsonl"], { assets, home });
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
