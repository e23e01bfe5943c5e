import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type App, findExam } from "../app/app.ts";
import { deliver } from "../app/output.ts";
import { readBank } from "../bank/compile-bank.ts";
import { formatIssue } from "../bank/format-issue.ts";
import type { BankItem } from "../bank/parse-bank.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { attackItems } from "../lint/attacker.ts";
import { attackerText } from "../lint/attacker-text.ts";
import { bankStats } from "../lint/bank-stats.ts";
import { bankStatsText } from "../lint/bank-stats-text.ts";
import { diffBanks } from "../lint/diff-banks.ts";
import { viewItem } from "../lint/item-view.ts";
import { lintItems } from "../lint/lint-bank.ts";
import { mapExam } from "../lint/map-exam.ts";
import { createPlaceFinder } from "../lint/place-finder.ts";
import { reportJson } from "../lint/report-json.ts";
import { reportSarif } from "../lint/report-sarif.ts";
import { reportText } from "../lint/report-text.ts";
import type { Issue } from "../schema/issue.ts";
import { version } from "../version.ts";

export interface LintOptions {
  readonly format: string;
  readonly stale?: number;
  readonly output?: string;
}

/** `certdrill bank lint [path...]`: format and form of banks; the shipped one when none is named. */
export async function lintBanks(
  app: App,
  locations: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const { items, issues } = await readAll(app, locations);
  const context = {
    now: new Date(app.host.now()),
    ...(options.stale === undefined ? {} : { staleDays: options.stale }),
  };
  const findings = [...issues, ...lintItems(items, context, createPlaceFinder())];
  const text = { text: textReport, json: reportJson, sarif: sarifReport }[options.format];
  if (!text) throw new Error(`no format ${options.format}`);
  deliver(app, text(findings, app.host.cwd, items), options.output);
  return findings.some(({ severity }) => severity === "error") ? exitCodes.findings : exitCodes.done;
}

function textReport(findings: readonly Issue[], folder: string, items: readonly BankItem[]): string {
  const attack = attackerText(attackItems(items.map(viewItem)));
  return [`${items.length} items`, reportText(findings, folder), attack.join("\n")].join("\n\n");
}

function sarifReport(findings: readonly Issue[], folder: string): string {
  return reportSarif(findings, folder, version);
}

async function readAll(
  app: App,
  locations: readonly string[],
): Promise<{ items: BankItem[]; issues: Issue[] }> {
  const { exams } = await app.bank();
  const named =
    locations.length > 0
      ? locations.map((location) => path.resolve(app.host.cwd, location))
      : [shippedQuestions(app)];
  const read = named.map((location) => readBank(location, exams));
  return { items: read.flatMap(({ items }) => items), issues: read.flatMap(({ issues }) => issues) };
}

/** Where the shipped bank's YAML files are. */
function shippedQuestions(app: App): string {
  return path.resolve(app.host.assets, "..", "..", "questions");
}

async function readSound(app: App, locations: readonly string[]): Promise<BankItem[]> {
  const { items, issues } = await readAll(app, locations);
  if (issues.length === 0) return items;
  throw new CertdrillError("bank-unusable", `the bank has ${issues.length} problem(s)`, {
    hint: "see them all: certdrill bank lint PATH",
    details: issues.slice(0, 5).map((issue) => formatIssue(issue)),
  });
}

/** `certdrill bank stats [path...]`: coverage, age, and how far form alone gives keys away. */
export async function statsOfBanks(app: App, locations: readonly string[], json: boolean): Promise<ExitCode> {
  const items = await readSound(app, locations);
  const stats = bankStats(items, (await app.bank()).exams, new Date(app.host.now()));
  app.print(json ? JSON.stringify(stats, null, 2) : bankStatsText(stats));
  return exitCodes.done;
}

/** `certdrill bank diff OLD NEW` */
export async function diffTwoBanks(
  app: App,
  before: string,
  after: string,
  json: boolean,
): Promise<ExitCode> {
  const diff = diffBanks(await readSound(app, [before]), await readSound(app, [after]));
  if (json) {
    app.print(JSON.stringify(diff, null, 2));
    return exitCodes.done;
  }
  const lines = [
    ...diff.added.map((id) => `added            ${id}`),
    ...diff.removed.map((id) => `removed          ${id}`),
    ...diff.keyChanged.map(
      ({ id, before: was, after: is }) => `key changed      ${id}: ${was.join(", ")} -> ${is.join(", ")}`,
    ),
    ...diff.wordingChanged.map((id) => `wording changed  ${id}`),
  ];
  app.print(lines.length > 0 ? lines.join("\n") : "no difference");
  return exitCodes.done;
}

/** `certdrill bank map --to EXAM`: what a learner of the other exam keeps, loses and misses. */
export async function mapBank(app: App, to: string, json: boolean): Promise<ExitCode> {
  const { exams } = await app.bank();
  const target = findExam(exams, to);
  const from = exams.find((exam) => exam.code !== target.code)?.code ?? target.code;
  const map = mapExam(await readSound(app, []), from, target);
  if (json) {
    app.print(JSON.stringify({ from, to: target.code, ...map }, null, 2));
    return exitCodes.done;
  }
  const list = (ids: readonly string[]) => (ids.length > 0 ? `\n  ${ids.join("\n  ")}` : " none");
  app.print(
    [
      `${from} -> ${target.code}`,
      `kept  ${map.kept.length} items count for both: their history stays`,
      `lost  ${map.lost.length} items belong to ${from} only:${list(map.lost)}`,
      `new   ${map.gained.length} items belong to ${target.code} only:${list(map.gained)}`,
      `objectives of ${target.code} without an item:${list(map.uncovered.map(({ id, text }) => `${id}  ${text}`))}`,
    ].join("\n"),
  );
  return exitCodes.done;
}

/** `certdrill bank new FILE`: a file with one example item to start from. */
export function newBank(app: App, file: string): ExitCode {
  const target = path.resolve(app.host.cwd, file);
  if (existsSync(target))
    throw new CertdrillError("file-exists", `${target} is there already`, { hint: "choose another name" });
  writeFileSync(target, example, { mode: 0o600 });
  app.talk(
    `Written to ${target}. Check it: certdrill bank lint ${file}; use it: certdrill quiz --bank ${file}`,
  );
  return exitCodes.done;
}

const example = `format: 1
items:
  - id: sqs-example                     # a stable slug of your own: history hangs on it
    services: [sqs]                     # the main one first
    objectives: { dva-c03: 1.1.8 }      # the one objective it tests in each exam
    level: apply                        # recall, apply or analyse
    stem: |
      Several workers read orders from one standard queue. Now and then an order is worked on by two
      workers at once, although each message is deleted after its work is done.

      Which setting of the queue should be raised?
    options:                            # four for one answer; five or six for two or three answers
      - id: visibility-timeout
        text: The visibility timeout
        correct: true
        why: A message has to stay hidden for as long as its work takes.
      - id: delivery-delay
        text: The delivery delay
        why: It hides a message before it is received for the first time, not while it is worked on.
      - id: wait-time
        text: The receive wait time
        why: It lets a receive call wait for messages; it does not hide those that were received.
      - id: retention
        text: The retention period
        why: It says how long a message that nobody deletes is kept.
    explanation: |
      A received message is hidden, not gone. If the work outlasts the visibility timeout, the message is
      received again.
    references:
      - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
    verified: 2026-11-21                # the day you checked the facts
`;
