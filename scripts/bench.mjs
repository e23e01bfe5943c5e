// Speed, as ratios of medians to an empty node process: each run is paired with a bare one right before it.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { spawn as spawnTerminal } from "@lydell/node-pty";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, "bin", "certdrill.cjs");
const folder = mkdtempSync(path.join(os.tmpdir(), "certdrill-bench-"));
const rounds = Number(process.argv[2] ?? 21);
const { NODE_EXTRA_CA_CERTS: _certs, ...clean } = process.env;
const envOf = (home) => ({ ...clean, CERTDRILL_HOME: home, TERM: "xterm-256color" });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const quantile = (values, p) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))];

function timeProcess(words, env) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, words, { env, stdio: ["ignore", "ignore", "ignore"] });
  if (status !== 0) throw new Error(`${words.join(" ")} exited with ${status}`);
  return performance.now() - start;
}

const bare = () => timeProcess(["-e", "0"], clean);

function ratio(words, env) {
  const pairs = Array.from({ length: rounds }, () => {
    const empty = bare();
    return timeProcess([bin, ...words], env) / empty;
  });
  return median(pairs);
}

/** Opens a terminal, waits for texts, types; gives the milliseconds at which each text was seen. */
function inTerminal(words, env, steps) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = spawnTerminal(process.execPath, [bin, ...words], { cols: 80, rows: 24, env });
    const seen = [];
    let unseen = "";
    let at = 0;
    const timer = setTimeout(() => reject(new Error(`no ${steps[at]?.see} in ${unseen}`)), 20_000);
    terminal.onData((data) => {
      unseen += data;
      while (at < steps.length && steps[at].see.test(unseen.replace(/\u001b\[[\d;?]*[a-zA-Z]/g, ""))) {
        unseen = "";
        seen.push(performance.now());
        const { type } = steps[at++];
        if (type) terminal.write(type);
      }
      if (at === steps.length) {
        clearTimeout(timer);
        terminal.kill("SIGKILL");
        resolve({ start, seen });
      }
    });
  });
}

/** Of a learner who has been here before: settings, standing and the cache of compiled code are there. */
async function firstQuestion() {
  const pairs = [];
  const env = envOf(path.join(folder, "first"));
  for (let i = -1; i < rounds; i++) {
    const empty = bare();
    const steps = [{ see: /1 of 5/, type: "\u0003" }, { see: /certdrill resume/ }];
    const { start, seen } = await inTerminal(["quiz", "-n", "5"], env, steps);
    if (i >= 0) pairs.push((seen[0] - start) / empty);
    spawnSync(process.execPath, [bin, "resume", "--discard"], { env });
  }
  return median(pairs);
}

/** From the key that confirms an answer to the feedback on screen, the forced write to disk included. */
async function keyToFeedback() {
  const home = path.join(folder, "feedback");
  spawnSync(process.execPath, [bin, "config", "set", "confidence", "off"], { env: envOf(home) });
  const items = 40;
  const steps = [{ see: /1 of 40/, type: "a" }];
  for (let i = 0; i < items - 1; i++) {
    steps.push(
      { see: /enter confirm/, type: "\r" },
      { see: /enter next/, type: "\r" },
      { see: new RegExp(`${i + 2} of 40`), type: "a" },
    );
  }
  const single = readFileSync(path.join(root, "dist", "bank", "index.json"), "utf8");
  const ids = JSON.parse(single).index.filter(
    (entry) => entry.key.length === 1 && "dva-c03" in entry.objectives && !entry.draws,
  );
  const { seen } = await inTerminal(
    ["quiz", ...ids.slice(0, items).map((entry) => entry.id), "-n", String(items)],
    envOf(home),
    steps,
  );
  const times = [];
  for (let i = 1; i + 1 < seen.length; i += 3) times.push(seen[i + 1] - seen[i]);
  return quantile(times, 0.95);
}

/** A history of many answers over the shipped bank, written as certdrill writes it. */
function writeHistory(home, answers) {
  const { index } = JSON.parse(readFileSync(path.join(root, "dist", "bank", "index.json"), "utf8"));
  const entries = index.filter((entry) => "dva-c03" in entry.objectives);
  const journal = path.join(home, "data", "journal");
  mkdirSync(journal, { recursive: true });
  let lines = [];
  const start = Date.parse("2026-01-01T08:00:00Z");
  let id = 0;
  for (let n = 0; n < answers; n += 10) {
    const session = `s${n}`;
    const form = Array.from({ length: 10 }, (_, i) => entries[(n + i * 7) % entries.length]);
    const stamp = () => ({
      v: 1,
      id: `b${String(id++).padStart(9, "0")}`,
      at: new Date(start + id * 20_000).toISOString(),
      session,
      seq: id,
    });
    lines.push({
      ...stamp(),
      type: "opened",
      kind: "quiz",
      exam: "dva-c03",
      seed: session,
      form: form.map((entry) => ({ item: entry.id, fingerprint: entry.fingerprint, order: entry.key })),
    });
    form.forEach((entry, i) => {
      const correct = (n + i) % 3 !== 0;
      lines.push({
        ...stamp(),
        type: "answered",
        n: i,
        item: entry.id,
        choose: correct ? entry.key : ["other"],
        key: entry.key,
        correct,
        ms: 30_000,
      });
    });
    lines.push({ ...stamp(), type: "closed", how: "finished" });
    if (lines.length > 20_000 || n + 10 >= answers) {
      appendFileSync(
        path.join(journal, "bench.ndjson"),
        lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
      );
      lines = [];
    }
  }
}

const home = path.join(folder, "long");
writeHistory(home, 100_000);
const rebuild = timeProcess([bin, "stats"], envOf(home)) / bare();
const results = [
  ["--help", ratio(["--help"], envOf(home)), 1.2],
  ["--version", ratio(["--version"], envOf(home)), 1.2],
  ["quiz --help", ratio(["quiz", "--help"], envOf(home)), 1.2],
  ["first question of a quiz, in a terminal", await firstQuestion(), 3],
  ["home in plain mode after 100,000 answers", ratio([], envOf(home)), 2.5],
  ["due after 100,000 answers", ratio(["due"], envOf(home)), 2],
  ["stats after 100,000 answers", ratio(["stats"], envOf(home))],
  ["stats, the standing made again from 100,000 answers (one run)", rebuild],
];
let missed = 0;
for (const [name, value, target] of results) {
  const late = target !== undefined && value > target;
  missed += late ? 1 : 0;
  const bound = target === undefined ? "" : `(at most ${target})  `;
  console.log(`${value.toFixed(2).padStart(7)} x  ${bound}${late ? "MISSED  " : ""}${name}`);
}
const feedback = await keyToFeedback();
missed += feedback > 8 ? 1 : 0;
console.log(
  `${feedback.toFixed(1).padStart(7)} ms (at most 8)  ${feedback > 8 ? "MISSED  " : ""}key press to feedback, 95th percentile`,
);
console.log(
  `medians of ${rounds} pairs with an empty node process (node ${process.version}, median ${median(Array.from({ length: 9 }, bare)).toFixed(0)} ms)`,
);
rmSync(folder, { recursive: true, force: true });
process.exitCode = missed > 0 ? 1 : 0;
