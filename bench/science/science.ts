import { chanceFrom } from "./chance.ts";
import { parityError, runMemory } from "./memory-trial.ts";
import { mae, mean, rms } from "./metrics.ts";
import {
  coverage,
  groups,
  memoryRows,
  onDay,
  passRows,
  pointErrors,
  type Row,
  scoreRows,
  speedRow,
  staticRows,
} from "./rows.ts";
import { runTrial, settings } from "./schedule-trial.ts";
import { type Checkpoint, runSeason } from "./season.ts";
import { runSpeed } from "./speed-trial.ts";
import { runStatic } from "./static-trial.ts";
import { wildWorld, worlds } from "./world.ts";

/** How many simulated learners each part takes. */
export interface Size {
  readonly perWorld: number;
  readonly wild: number;
  readonly still: number;
  readonly memory: number;
  readonly schedule: number;
}

export const fullSize: Size = { perWorld: 400, wild: 900, still: 3000, memory: 200, schedule: 100 };

/** Seasons of all worlds with fixed constants. */
export function runFamily(perWorld: number, seed: string): Checkpoint[] {
  return worlds.flatMap((world) =>
    Array.from({ length: perWorld }, (_, i) =>
      runSeason(world, chanceFrom(`${seed}/${world.name}/${i}`)),
    ).flat(),
  );
}

/** Seasons in worlds of which every constant is drawn anew. */
export function runWild(learners: number, seed: string): Checkpoint[] {
  return Array.from({ length: learners }, (_, i) => {
    const chance = chanceFrom(`${seed}/wild/${i}`);
    return runSeason(wildWorld(chance), chance);
  }).flat();
}

/** Everything that is measured: the rows against their targets, and the table of worlds. */
export function runScience(size: Size, seed: string, clock: () => number): { rows: Row[]; worlds: string[] } {
  const family = runFamily(size.perWorld, seed);
  const wild = runWild(size.wild, seed);
  const trials = settings.map((setting) => runTrial(setting, size.schedule, seed));
  const rows = [
    ...staticRows(runStatic(size.still, seed)),
    ...scoreRows(family, wild),
    ...passRows(family, wild),
    ...memoryRows(runMemory(size.memory, seed), trials, parityError()),
    speedRow(runSpeed(seed, clock)),
  ].sort((a, b) => Number(a.n) - Number(b.n));
  return { rows, worlds: worldLines([...family, ...wild]) };
}

/** By world on day 30: bias, mean and root mean square error, coverage; and what a raw percentage would have said. */
function worldLines(list: readonly Checkpoint[]): string[] {
  const head = "| world | bias | mean error | RMSE | coverage | raw %: bias | raw %: mean error |";
  const lines = groups(onDay(list, 30)).map(([name, some]) => {
    const errors = pointErrors(some);
    const raw = some.map((c) => 1000 * (c.rawAll - c.truth));
    const numbers = [mean(errors), mae(errors), rms(errors)].map((x) => x.toFixed(0));
    return `| ${[name, ...numbers, coverage(some).toFixed(2), mean(raw).toFixed(0), mae(raw).toFixed(0)].join(" | ")} |`;
  });
  return [head, "|---|--:|--:|--:|--:|--:|--:|", ...lines];
}

/** The table, as Markdown. */
export function tableOf(rows: readonly Row[]): string[] {
  const head = ["| # | metric | measured | target | |", "|--:|---|---|---|---|"];
  return [
    ...head,
    ...rows.map(
      (r) => `| ${r.n} | ${r.metric} | ${r.measured} | ${r.target} | ${r.met ? "met" : "MISSED"} |`,
    ),
  ];
}
