import { wideningOf } from "./calibration.ts";
import { type DomainStanding, domainStandings, type WeakerPair, weakerPairs } from "./domains.ts";
import { examFloor, type Forecast, forecastExam, rawScores } from "./forecast.ts";
import { shareGradient, varianceFall } from "./information.ts";
import { beliefOn, type ExamState, examState, itemState, type Learner, practiceAt } from "./learner.ts";
import { passProbability, rawRange, scoreOfShare } from "./score.ts";
import { fewest, type TopicAnswer, type TopicStanding, topicStandings } from "./topics.ts";
import { domainIndex, type ItemFacts, utcDay } from "./types.ts";

/** A range on the 100-1000 scale, in whole points. */
interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

export type Verdict = "not yet" | "open" | "likely";

/** Whether the learner would pass, and how far that is known. */
export interface Readiness {
  readonly exam: string;
  /** Fresh answers: the evidence. */
  readonly fresh: number;
  /**
   * Estimate on a 100-1000 scale with the 90 % range of what is not known about the learner, and the 90 % range of
   * results "if you sat it today", the luck of one form included. Null below 5 fresh answers.
   */
  readonly score: (ScoreRange & { readonly estimate: number; readonly today: ScoreRange }) | null;
  /** Chance to pass, 0 to 1 in steps of 0.05, and in a word. Null below 65 fresh answers. */
  readonly passProbability: number | null;
  readonly verdict: Verdict | null;
  /** The ranges were widened, because first answers were predicted badly. */
  readonly widened: boolean;
  readonly domains: readonly DomainStanding[];
  /** Comparisons of two domains, the surest first; never a ranking. */
  readonly weaker: readonly WeakerPair[];
  readonly tasks: readonly TopicStanding[];
  readonly services: readonly TopicStanding[];
  /** Domain of which one more fresh answer would narrow the estimate most, among those with fresh items left. */
  readonly narrowedBy: string | null;
}

/** Fresh answers below which no chance to pass is given: before, "90 %" does not come true often enough. */
const freshForChance = 65;

/**
 * Readiness for an exam at an epoch time. `items` are the facts of the bank, as far as fresh items may come from it.
 * Throws a RangeError for an exam the learner was made without.
 */
export function readiness(
  learner: Learner,
  exam: string,
  now: number,
  items: readonly ItemFacts[],
  day = utcDay(now),
): Readiness {
  const state = examState(learner, exam);
  const practice = practiceAt(learner, exam, now);
  const forecast = forecastNow(state, practice, day);
  const fresh = state.fresh.reduce((sum, [n]) => sum + n, 0);
  const raw = rawScores(state.blueprint, forecast.logits);
  const chance = fresh < freshForChance ? null : passProbability(raw, state.blueprint.cut);
  const domains = domainStandings(learner, state, forecast, { now, items });
  const answers = firstAnswers(learner, state, forecast, items);
  return {
    exam,
    fresh,
    score: fresh < fewest ? null : scoreOf(forecast, rawRange(raw), state.blueprint.cut.mean),
    passProbability: chance === null ? null : Math.round(chance * 20) / 20,
    verdict: chance === null ? null : verdictOf(chance),
    widened: wideningOf(state.calibration) > 1,
    domains,
    weaker: weakerPairs(state, forecast),
    tasks: topicStandings(answers.tasks, state.blueprint.cut.mean),
    services: topicStandings(answers.services, state.blueprint.cut.mean),
    narrowedBy: narrowest(state, practice, day, domains),
  };
}

/** Forecast of an exam sat on a day with this practice. */
export function forecastNow(state: ExamState, practice: readonly number[], day: number): Forecast {
  return forecastExam(state.blueprint, beliefOn(state, day), practice, {
    shift: state.shift,
    widening: wideningOf(state.calibration),
  });
}

function scoreOf(
  forecast: Forecast,
  today: { low: number; high: number },
  cut: number,
): NonNullable<Readiness["score"]> {
  const points = (share: number) => Math.round(scoreOfShare(share, cut));
  return {
    estimate: points(forecast.share),
    low: points(forecast.low),
    high: points(forecast.high),
    today: { low: points(today.low), high: points(today.high) },
  };
}

/** The word for a chance to pass: below 20 % not yet, above 80 % likely. */
export function verdictOf(chance: number): Verdict {
  return chance < 0.2 ? "not yet" : chance > 0.8 ? "likely" : "open";
}

function firstAnswers(learner: Learner, state: ExamState, forecast: Forecast, items: readonly ItemFacts[]) {
  const tasks: TopicAnswer[] = [];
  const services: TopicAnswer[] = [];
  for (const facts of items) {
    const domain = domainIndex(state.blueprint, facts);
    const first = itemState(learner, facts.id)?.first;
    if (domain < 0 || first === undefined || !first.fresh) continue;
    const objective = facts.objectives[state.blueprint.exam] ?? "";
    const answer = { correct: first.correct, expected: forecast.domains[domain] as number };
    tasks.push({ ...answer, topics: [objective.slice(0, objective.lastIndexOf("."))] });
    services.push({ ...answer, topics: facts.services });
  }
  return { tasks, services };
}

function narrowest(
  state: ExamState,
  practice: readonly number[],
  day: number,
  domains: readonly DomainStanding[],
): string | null {
  const belief = beliefOn(state, day);
  const gradient = shareGradient(state.blueprint, belief, practice);
  const floor = examFloor(state.blueprint);
  const [best] = domains
    .map(({ id, left }, domain) => {
      const question = { domain, practice: practice[domain] as number, difficulty: 0, floor };
      return { id, left, fall: varianceFall(belief, gradient, question) };
    })
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.fall - a.fall);
  return best?.id ?? null;
}
