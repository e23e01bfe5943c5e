import { normalCdf, wilson } from "./numeric.ts";

/** What fresh answers say about a task or a service. */
export interface TopicStanding {
  readonly id: string;
  /** Fresh answers, at least 5. */
  readonly fresh: number;
  readonly right: number;
  /** Expected share on fresh items and its 90 % range, 0 to 1, to two places. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Under the cut with a chance of at least 90 %. */
  readonly weak: boolean;
}

/** A first answer, the topics it belongs to, and the share expected of its domain. */
export interface TopicAnswer {
  readonly topics: readonly string[];
  readonly correct: boolean;
  readonly expected: number;
}

/** Chance from which on a domain, task or service is called weak. */
export const weakFrom = 0.9;
/** Fresh answers below which nothing is said. */
export const fewest = 5;
// A topic starts where its domain stands, with the weight of this many answers.
const priorAnswers = 10;

/**
 * Standing of topics with at least 5 fresh answers, by id. A Beta prior with the weight of 10 answers at the share
 * expected of the domain; its range by the Wilson score, which needs no Beta quantile.
 */
export function topicStandings(answers: readonly TopicAnswer[], cut: number): TopicStanding[] {
  const sums = new Map<string, { n: number; right: number; expected: number }>();
  for (const answer of answers) {
    for (const topic of answer.topics) {
      const sum = sums.get(topic) ?? { n: 0, right: 0, expected: 0 };
      sum.n += 1;
      sum.right += Number(answer.correct);
      sum.expected += answer.expected;
      sums.set(topic, sum);
    }
  }
  return [...sums]
    .filter(([, sum]) => sum.n >= fewest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, sum]) => topicStanding(id, sum.n, sum.right, sum.expected / sum.n, cut));
}

function topicStanding(id: string, n: number, right: number, expected: number, cut: number): TopicStanding {
  const total = n + priorAnswers;
  const successes = right + priorAnswers * expected;
  const mean = successes / total;
  const { low, high } = wilson(successes, total);
  const sd = Math.sqrt((mean * (1 - mean)) / (total + 1));
  return {
    id,
    fresh: n,
    right,
    expected: twoPlaces(mean),
    low: twoPlaces(low),
    high: twoPlaces(high),
    weak: normalCdf((cut - mean) / sd) >= weakFrom,
  };
}

/** Rounded to two places: what is shown must not hang on the last bit of an engine's logarithm. */
export function twoPlaces(x: number): number {
  return Math.round(x * 100) / 100;
}
