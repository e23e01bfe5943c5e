import { difficultyOf } from "./ability.ts";
import { wideningOf } from "./calibration.ts";
import { forecastExam } from "./forecast.ts";
import { shareGradient, shareVariance, varianceFall } from "./information.ts";
import { beliefOn, examState, itemState, type Learner, practiceAt } from "./learner.ts";
import { normalCdf } from "./numeric.ts";
import { pointsPerShare } from "./score.ts";
import { domainIndex, guessFloor, type ItemFacts, utcDay } from "./types.ts";

// Randomising among the best five costs nothing and exposes the items evenly.
const candidates = 5;

/** What a diagnosis is for: a narrow estimate, or a decision whether the learner would pass. */
export type DiagnosisGoal = "narrow" | "decide";

const limits = { narrow: { least: 0, most: 65 }, decide: { least: 20, most: 130 } } as const;
const narrowEnough = 45;
const sureEnough = 0.95;

/**
 * The fresh item to ask next: one of the five that promise the largest fall of the variance of the score, picked by
 * `chance` (a number in [0, 1)). Undefined when no item of the exam is fresh.
 */
export function nextDiagnostic(
  learner: Learner,
  exam: string,
  now: number,
  items: readonly ItemFacts[],
  chance: () => number,
  day = utcDay(now),
): ItemFacts | undefined {
  const state = examState(learner, exam);
  const belief = beliefOn(state, day);
  const practice = practiceAt(learner, exam, now);
  const gradient = shareGradient(state.blueprint, belief, practice);
  const best: { facts: ItemFacts; fall: number }[] = [];
  for (const facts of items) {
    const domain = domainIndex(state.blueprint, facts);
    if (domain < 0 || itemState(learner, facts.id) !== undefined) continue;
    const question = {
      domain,
      practice: practice[domain] as number,
      difficulty: difficultyOf(facts.level),
      floor: guessFloor(facts),
    };
    best.push({ facts, fall: varianceFall(belief, gradient, question) });
  }
  best.sort((a, b) => b.fall - a.fall || (a.facts.id < b.facts.id ? -1 : 1));
  return best[Math.floor(chance() * Math.min(candidates, best.length))]?.facts;
}

/** Why a diagnosis is over, or undefined while it goes on. */
export type DiagnosisEnd = "narrow" | "decided" | "long";

/**
 * Stopping rule after `asked` items. "narrow": standard error of the score at most 45 points, or 65 items. "decide":
 * pass or fail known with 95 %, between 20 and 130 items. Both look at the score on items like the bank's: how the
 * exam differs from the bank cannot be learned from the bank.
 */
export function diagnosisEnd(
  learner: Learner,
  exam: string,
  now: number,
  asked: number,
  goal: DiagnosisGoal,
  day = utcDay(now),
): DiagnosisEnd | undefined {
  const { least, most } = limits[goal];
  if (asked >= most) return "long";
  if (asked < least) return undefined;
  const state = examState(learner, exam);
  const belief = beliefOn(state, day);
  const practice = practiceAt(learner, exam, now);
  const { cut } = state.blueprint;
  const sd = Math.sqrt(shareVariance(belief, shareGradient(state.blueprint, belief, practice)));
  if (goal === "narrow") return sd * pointsPerShare(cut.mean) <= narrowEnough ? "narrow" : undefined;
  const options = { shift: { mean: state.shift.mean, variance: 0 }, widening: wideningOf(state.calibration) };
  const { share } = forecastExam(state.blueprint, belief, practice, options);
  const pass = normalCdf((share - cut.mean) / sd);
  return pass >= sureEnough || pass <= 1 - sureEnough ? "decided" : undefined;
}
