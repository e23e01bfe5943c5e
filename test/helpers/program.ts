import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll } from "vitest";
import { compileItems, factsStamp } from "../../src/bank/bank-index.ts";
import { readExams } from "../../src/bank/compile-bank.ts";
import type { BankItem } from "../../src/bank/parse-bank.ts";
import type { Host } from "../../src/host.ts";
import { main } from "../../src/main.ts";
import { domainQuotas } from "../../src/schema/blueprint.ts";
import { makeItem } from "./items.ts";

const root = path.resolve(import.meta.dirname, "..", "..");
const { exams } = readExams(path.join(root, "questions", "exams"));
export const [c02, c03] = [
  exams.find((e) => e.code === "dva-c02"),
  exams.find((e) => e.code === "dva-c03"),
].map((exam) => {
  if (!exam) throw new Error("an exam outline is missing");
  return exam;
}) as [(typeof exams)[number], (typeof exams)[number]];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "certdrill-test-"));
  folders.push(folder);
  return folder;
}

/** A shipped bank made of items; gives the folder of its compiled form. */
export function shipBank(items: readonly BankItem[]): string {
  const assets = path.join(temporaryFolder(), "dist", "bank");
  mkdirSync(assets, { recursive: true });
  const compiled = compileItems(items);
  writeFileSync(
    path.join(assets, "index.json"),
    JSON.stringify({ stamp: factsStamp(compiled.index), exams, index: compiled.index }),
  );
  writeFileSync(path.join(assets, "items.jsonl"), compiled.lines);
  return assets;
}

/** Items spread over the domains of both exams by their weights, each with a service and objective of its own. */
export function spreadItems(count: number): BankItem[] {
  const services = ["lambda", "sqs", "dynamodb", "iam", "s3", "kms"];
  return [...domainQuotas(c03, count)].flatMap(([domain, quota]) => {
    const objectives = (exam: typeof c03) =>
      exam.domains.find(({ id }) => id === domain)?.tasks.flatMap((task) => task.objectives) ?? [];
    return Array.from({ length: quota }, (_, n) => {
      const pick = (exam: typeof c03) => objectives(exam)[n % objectives(exam).length]?.id ?? "";
      return makeItem({
        id: `item-${domain}-${n}`,
        services: [services[n % services.length] ?? "lambda"],
        objectives: { "dva-c02": pick(c02), "dva-c03": pick(c03) },
      });
    });
  });
}

export interface RunOptions {
  readonly home?: string;
  readonly assets?: string;
  readonly input?: string;
  readonly now?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/** What a run of the program left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly home: string;
}

/** Runs the program in this process, with streams, folders, time and chance of its own. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const home = options.home ?? temporaryFolder();
  const [out, err] = [new PassThrough(), new PassThrough()];
  const text = { out: "", err: "" };
  out.on("data", (chunk) => (text.out += chunk));
  err.on("data", (chunk) => (text.err += chunk));
  const host: Host = {
    argv,
    env: options.env ?? {},
    cwd: options.cwd ?? home,
    platform: "linux",
    stdin: Readable.from(options.input === undefined ? [] : [options.input]),
    stdout: out,
    stderr: err,
    assets: options.assets ?? shipBank(spreadItems(40)),
    folders: {
      config: path.join(home, "config"),
      data: path.join(home, "data"),
      cache: path.join(home, "cache"),
    },
    ...clockOf(options.now ?? "2026-12-10T10:00:00Z", home),
    onStop: () => () => {},
  };
  const code = await main(host);
  return { code, ...text, home };
}

/** Time stands still but for a millisecond a look; ids and words count up over all runs of a home. */
function clockOf(now: string, home: string): Pick<Host, "now" | "monotonic" | "newId" | "randomWord"> {
  const start = Date.parse(now);
  const counter = path.join(home, "counter");
  const device = path.basename(home).slice(-6).toLowerCase();
  let looks = 0;
  const count = () => {
    let n = 0;
    try {
      n = Number(readFileSync(counter, "utf8"));
    } catch {
      mkdirSync(home, { recursive: true });
    }
    writeFileSync(counter, String(n + 1));
    return n;
  };
  return {
    now: () => start + looks++,
    monotonic: () => looks++,
    newId: (at) => `${at.toString(36).padStart(9, "0")}${String(count()).padStart(6, "0")}${device}`,
    randomWord: () => `${String(count()).padStart(4, "0")}${device}`,
  };
}

/** The JSON objects of an output in JSON Lines. */
export function messages(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
