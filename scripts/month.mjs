// A simulated month through the real command line: learners whose true ability is known answer the daily drill for 30 days
// (CERTDRILL_NOW moves, JSON Lines in between); at the end the readiness is compared with the truth. Takes two minutes.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, "bin", "certdrill.cjs");
const { exams, index } = JSON.parse(readFileSync(path.join(root, "dist", "bank", "index.json"), "utf8"));
const exam = exams.find(({ code }) => code === "dva-c03");
const entries = new Map(index.map((entry) => [entry.id, entry]));
const days = 30;
/** Months of each learner: the same ability, other days. */
const months = 5;
const start = Date.parse("2026-12-01T18:00:00Z");

/** True logits of the four domains on the first day, what a day of study adds, and what a seen explanation is worth. */
const learners = [
  { name: "steady, would pass", ability: [1.6, 1.4, 1.3, 1.4], perDay: 0, taught: 2, minutes: 15 },
  { name: "weak in security", ability: [1.2, -0.6, 1, 0.8], perDay: 0, taught: 2, minutes: 15 },
  { name: "learns quickly", ability: [-0.2, -0.2, -0.2, -0.2], perDay: 0.04, taught: 2, minutes: 20 },
  { name: "memorises answers", ability: [0, 0, 0, 0], perDay: 0, taught: 6, minutes: 20 },
];

/** Chance from a text, the same on every machine (FNV-1a with a final mix). */
function chanceOf(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const logistic = (x) => 1 / (1 + Math.exp(-x));
/** How hard an item is: a spread of about one logit around zero. */
const difficulty = (id) =>
  (chanceOf(`${id} difficulty`) + chanceOf(`${id} more`) + chanceOf(`${id} again`) - 1.5) * 2;
const floorOf = (entry) => (entry.key.length === 1 ? 1 / entry.options : 0.1);

function trueChance(learner, entry, day, seen) {
  const domain = Number(entry.objectives[exam.code].split(".")[0]) - 1;
  const logit =
    learner.ability[domain] + learner.perDay * day - difficulty(entry.id) + (seen ? learner.taught : 0);
  return floorOf(entry) + (1 - floorOf(entry)) * logistic(logit);
}

/** Score of the learner on items never seen, on the scale that takes 72 % as 720. */
function trueScore(learner, day) {
  const items = [...entries.values()].filter((entry) => exam.code in entry.objectives);
  const share = exam.domains.reduce((sum, domain) => {
    const own = items.filter((entry) => entry.objectives[exam.code].startsWith(`${domain.id}.`));
    return (
      sum +
      (domain.weight / 100) *
        (own.reduce((total, entry) => total + trueChance(learner, entry, day, false), 0) / own.length)
    );
  }, 0);
  return Math.round(1000 - (280 * (1 - share)) / (1 - 0.72));
}

const environment = (home, day) => ({
  ...process.env,
  CERTDRILL_HOME: home,
  CERTDRILL_NOW: new Date(start + day * 86_400_000).toISOString(),
});

/** One day: answers what is asked, as the learner would. */
function drillDay(learner, month, home, day, seen) {
  return new Promise((resolve, reject) => {
    const words = [
      "daily",
      "--io",
      "jsonl",
      "--exam",
      exam.code,
      "--minutes",
      String(learner.minutes),
      "--seed",
      `month ${month} day ${day}`,
    ];
    const child = spawn(process.execPath, [bin, ...words], {
      env: environment(home, day),
      stdio: "pipe",
    });
    let result;
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const message = JSON.parse(line);
      if (message.type === "result") result = message;
      if (message.type !== "question") return;
      const entry = entries.get(message.id);
      const right =
        chanceOf(`${learner.name} ${month} ${message.id} ${day}`) <
        trueChance(learner, entry, day, seen.has(message.id));
      const wrong = message.options.map(({ id }) => id).filter((id) => !entry.key.includes(id));
      const choose = right ? entry.key : [...entry.key.slice(1), wrong[0]];
      seen.add(message.id);
      child.stdin.write(
        `${JSON.stringify({ type: "answer", choose, ms: 45_000, confidence: right ? "sure" : "unsure" })}\n`,
      );
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve(result) : reject(new Error(`day ${day} exited with ${code}: ${said}`)),
    );
  });
}

/** Lives through a month; gives what readiness says at its end. */
async function liveMonth(learner, month) {
  const home = mkdtempSync(path.join(os.tmpdir(), "certdrill-month-"));
  const seen = new Set();
  const done = { answers: 0, right: 0, idle: 0 };
  for (let day = 0; day < days; day++) {
    const result = await drillDay(learner, month, home, day, seen);
    done.answers += result?.score.n ?? 0;
    done.right += result?.score.right ?? 0;
    done.idle += result ? 0 : 1;
  }
  const { stdout } = spawnSync(process.execPath, [bin, "readiness", "--json", "--exam", exam.code], {
    env: environment(home, days),
    encoding: "utf8",
  });
  rmSync(home, { recursive: true, force: true });
  const { score, passProbability, fresh, domains } = JSON.parse(stdout);
  return {
    ...done,
    ...score,
    fresh,
    pass: Math.round(100 * passProbability),
    weak: domains.filter(({ weak }) => weak).map(({ id }) => id),
  };
}

const mean = (values) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
const spread = (values) => `${Math.min(...values)}-${Math.max(...values)}`;

/** A chance as the program tells it: never as certain. */
const toldChance = (pass) => (pass > 95 ? "over 95" : pass < 5 ? "under 5" : String(pass));

/** How often each domain was called weak: "Security 4". */
function weakText(lived) {
  const times = exam.domains.map(({ id, short }) => [
    short,
    lived.filter(({ weak }) => weak.includes(id)).length,
  ]);
  return (
    times
      .filter(([, n]) => n > 0)
      .map(([short, n]) => `${short} ${n}`)
      .join(", ") || "-"
  );
}

console.log(
  `| learner | answers (fresh) | truth | estimates | mean error | in the range | chance to pass, % | raw % right | called weak |
|---|---|---|---|---|---|---|---|---|`,
);
let inside = 0;
let idle = 0;
for (const learner of learners) {
  const truth = trueScore(learner, days);
  const lived = [];
  for (let month = 0; month < months; month++) lived.push(await liveMonth(learner, month));
  const held = lived.filter(({ low, high }) => low <= truth && truth <= high).length;
  inside += held;
  idle += lived.reduce((sum, one) => sum + one.idle, 0);
  const all = (key) => lived.map((one) => one[key]);
  const cells = [
    learner.name,
    `${mean(all("answers"))} (${mean(all("fresh"))})`,
    truth,
    spread(all("estimate")),
    mean(all("estimate").map((estimate) => Math.abs(estimate - truth))),
    `${held} of ${months}`,
    [Math.min, Math.max].map((of) => toldChance(of(...all("pass")))).join(" to "),
    mean(lived.map(({ right, answers }) => (100 * right) / answers)),
    weakText(lived),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log(
  `\ntruth inside the 90 % range: ${inside} of ${learners.length * months}; days without a drill: ${idle}`,
);
