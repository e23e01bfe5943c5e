import type { RecallErrors } from "./memory-trial.ts";
import { brierSkill, type Call, ece, mae, mean, share } from "./metrics.ts";
import type { TrialResult } from "./schedule-trial.ts";
import type { Checkpoint } from "./season.ts";
import type { SpeedResult } from "./speed-trial.ts";
import type { StaticResult } from "./static-trial.ts";

/** One line of the table: what was measured against what was aimed at. */
export interface Row {
  readonly n: string;
  readonly metric: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}

/** First day of which chances to pass are shown: 65 fresh answers are there by then. */
export const firstShownDay = 7;
const passing = 0.72 - 1e-9;

/** Days looked at. */
export function onDay(list: readonly Checkpoint[], day: number): Checkpoint[] {
  return list.filter((c) => c.day === day);
}

/** Points of the scale by which the estimate was off. */
export function pointErrors(list: readonly Checkpoint[]): number[] {
  return list.map((c) => 1000 * (c.forecast.share - c.truth));
}

/** Chances to pass that were given, with what the exam brought. */
export function passCalls(list: readonly Checkpoint[]): Call[] {
  return list.map((c) => ({ given: c.pass, happened: c.exam >= passing }));
}

/** Share of 90 % ranges that hold the true expected score. */
export function coverage(list: readonly Checkpoint[]): number {
  return share(list.map((c) => c.forecast.low <= c.truth && c.truth <= c.forecast.high));
}

export function staticRows(results: readonly StaticResult[]): Row[] {
  const ratios = results.map((r) => r.rmse / r.bound);
  const met = Math.max(...ratios) <= 1.05 && mean(ratios) <= 1.03;
  const measured = `${ratios.map((r) => r.toFixed(3)).join(" / ")}, mean ${mean(ratios).toFixed(3)}`;
  return [
    {
      n: "1",
      metric: `RMSE over the van Trees bound, static world, ${results.map((r) => r.n).join(" / ")} answers`,
      measured,
      target: "<= 1.05 each, <= 1.03 mean",
      met,
    },
  ];
}

/** Rows about the score: errors, ranges and bias. */
export function scoreRows(family: readonly Checkpoint[], wild: readonly Checkpoint[]): Row[] {
  const [at14, at30] = [mae(pointErrors(onDay(family, 14))), mae(pointErrors(onDay(family, 30)))];
  const last = onDay(family, 30);
  const againstExam = mae(last.map((c) => 1000 * (c.forecast.share - c.exam)));
  const oracle = mae(last.map((c) => 1000 * (c.truth - c.exam)));
  const late = family.filter((c) => c.day >= 21);
  const worst = Math.min(...groups(late).map(([, list]) => coverage(list)));
  const [pooled, wide] = [coverage(family), coverage(wild)];
  const bias = mean(pointErrors(last.filter((c) => c.world === "memoriser")));
  return [
    row(
      "2",
      "mean error of the score, day 14 / 30 (points)",
      [at14, at30],
      1,
      "<= 40 / <= 34",
      at14 <= 40 && at30 <= 34,
    ),
    row(
      "3",
      "mean error against one exam, day 30 / of an oracle",
      [againstExam, oracle],
      1,
      "<= oracle + 12",
      againstExam <= oracle + 12,
    ),
    row(
      "4",
      "coverage of 90 % ranges: pooled / worst world (days 21, 30) / wild",
      [pooled, worst, wide],
      3,
      "0.88-0.96 / >= 0.85 / >= 0.88",
      pooled >= 0.88 && pooled <= 0.96 && worst >= 0.85 && wide >= 0.88,
    ),
    row("7", "bias in the memoriser world, day 30 (points)", [bias], 1, "within +-15", Math.abs(bias) <= 15),
  ];
}

/** Rows about the chance to pass. */
export function passRows(family: readonly Checkpoint[], wild: readonly Checkpoint[]): Row[] {
  const errors = [7, 14, 21, 30].map((day) => ece(passCalls(onDay(family, day))));
  const [pooled, wide] = [ece(passCalls(family)), ece(passCalls(wild))];
  const oracle = brierSkill(family.map((c) => ({ given: c.oraclePass, happened: c.exam >= passing })));
  const skill = brierSkill(passCalls(family)) / oracle;
  const sure = [...extremes(family), ...extremes(wild)];
  const [high, low, highWild, lowWild] = sure as [number, number, number, number];
  return [
    row(
      "5",
      "calibration error of the chance to pass: pooled / day 7 / 14 / 21 / 30 / wild",
      [pooled, ...errors, wide],
      3,
      "<= 0.02 / <= 0.05 each / <= 0.04",
      pooled <= 0.02 && Math.max(...errors) <= 0.05 && wide <= 0.04,
    ),
    row("6", "Brier skill as part of the oracle's", [skill], 2, ">= 0.70", skill >= 0.7),
    row(
      "8",
      'of "90 % or more" / "10 % or less" passed, from day 7; the same, wild',
      sure,
      3,
      ">= 0.95 / <= 0.08; wild >= 0.95 / <= 0.10",
      high >= 0.95 && low <= 0.08 && highWild >= 0.95 && lowWild <= 0.1,
    ),
    weakRow(family),
  ];
}

function extremes(list: readonly Checkpoint[]): number[] {
  const calls = passCalls(list.filter((c) => c.day >= firstShownDay));
  return [calls.filter((c) => c.given >= 0.9), calls.filter((c) => c.given <= 0.1)].map((some) =>
    share(some.map((c) => c.happened)),
  );
}

function weakRow(family: readonly Checkpoint[]): Row {
  const flagged = family
    .filter((c) => c.day >= firstShownDay)
    .flatMap((c) => c.truthDomains.filter((_, d) => c.weak[d]));
  const right = share(flagged.map((truth) => truth < 0.72));
  return row(
    "12",
    `"weak" flags that are right (of ${flagged.length})`,
    [right],
    3,
    ">= 0.95",
    right >= 0.95,
  );
}

/** Rows about memory, scheduling and speed. */
export function memoryRows(recall: RecallErrors, trials: readonly TrialResult[], parity: number): Row[] {
  const gains = trials.map((t) => 100 * (t.planned - t.plain));
  const met = gains.filter((g) => g >= 0.5).length >= 3 && Math.min(...gains) >= 0;
  return [
    row(
      "10",
      'error of retrievability on four-option answers (every right answer "good")',
      [recall.graded, recall.naive],
      4,
      "<= 0.045",
      recall.graded <= 0.045,
    ),
    row(
      "11",
      `recall on exam day against plain FSRS, ${trials.map((t) => `${t.days} d ${t.minutes} min`).join(" / ")} (pp)`,
      gains,
      2,
      ">= 0.5 in 3 of 4, never below 0",
      met,
    ),
    {
      n: "14",
      metric: "largest distance from py-fsrs 6.3.1",
      measured: parity.toExponential(1),
      target: "<= 1e-4",
      met: parity <= 1e-4,
    },
  ];
}

export function speedRow(speed: SpeedResult): Row {
  const measured = `${speed.tenThousand.toFixed(2)} s / ${speed.hundredThousand.toFixed(2)} s, ${speed.same ? "same" : "NOT the same"}`;
  return {
    n: "13",
    metric: "10,000 / 100,000 answers replayed; continued from JSON says",
    measured,
    target: "< 0.5 s / < 2.5 s, same",
    met: speed.tenThousand < 0.5 && speed.hundredThousand < 2.5 && speed.same,
  };
}

function row(
  n: string,
  metric: string,
  values: readonly number[],
  digits: number,
  target: string,
  met: boolean,
): Row {
  return { n, metric, measured: values.map((v) => v.toFixed(digits)).join(" / "), target, met };
}

/** Checkpoints by world, in the order they come. */
export function groups(list: readonly Checkpoint[]): [string, Checkpoint[]][] {
  const map = new Map<string, Checkpoint[]>();
  for (const c of list) map.set(c.world, [...(map.get(c.world) ?? []), c]);
  return [...map];
}
