import { emptyLearner, type Learner, learn } from "../../src/learner/learner.ts";
import { readiness } from "../../src/learner/readiness.ts";
import type { Attempt, ItemFacts } from "../../src/learner/types.ts";
import { chanceFrom } from "./chance.ts";
import { blueprint } from "./season.ts";

/** Seconds to replay histories, and whether one history always says the same. */
export interface SpeedResult {
  readonly tenThousand: number;
  readonly hundredThousand: number;
  readonly same: boolean;
}

const items = 520;
const attemptsADay = 100;

/** Replays long histories on a bank of 520 items. `clock` gives milliseconds. */
export function runSpeed(seed: string, clock: () => number): SpeedResult {
  const bank = Array.from(
    { length: items },
    (_, i): ItemFacts => ({
      id: `i${i}`,
      objectives: { exam: `${(i % 4) + 1}.1.1` },
      options: 4,
      keys: 1,
      level: "apply",
      services: [`s${i % 12}`],
    }),
  );
  const attempts = drawAttempts(seed, 100_000);
  const seconds = (n: number) => {
    const start = clock();
    replay(emptyLearner([blueprint]), bank, attempts.slice(0, n));
    return (clock() - start) / 1000;
  };
  const whole = replay(emptyLearner([blueprint]), bank, attempts);
  const half = replay(emptyLearner([blueprint]), bank, attempts.slice(0, 50_000));
  const continued = replay(JSON.parse(JSON.stringify(half)) as Learner, bank, attempts.slice(50_000));
  const said = (learner: Learner) =>
    JSON.stringify(readiness(learner, blueprint.exam, attempts.at(-1)?.at ?? 0, bank));
  return {
    tenThousand: seconds(10_000),
    hundredThousand: seconds(100_000),
    same: said(whole) === said(continued),
  };
}

function drawAttempts(seed: string, n: number): Attempt[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: n }, (_, i) => ({
    item: `i${chance.below(items)}`,
    at: Math.floor(i / attemptsADay) * 86_400_000 + (i % attemptsADay) * 60_000,
    correct: chance.happens(0.7),
    ms: 20_000 + chance.below(80_000),
  }));
}

function replay(learner: Learner, bank: readonly ItemFacts[], attempts: readonly Attempt[]): Learner {
  for (const attempt of attempts) learn(learner, attempt, bank[Number(attempt.item.slice(1))] as ItemFacts);
  return learner;
}
