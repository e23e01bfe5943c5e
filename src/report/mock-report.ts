import { type DomainWord, domainWord, type MockScore, mockScore } from "../learner/mock-score.ts";
import type { Exam } from "../schema/exam.ts";
import type { JournalEvent } from "../session/events.ts";
import type { OpenedEvent } from "../session/quiz.ts";
import { type Score, scoreOf } from "./tally.ts";

/** What only the report of a mock exam says. */
export interface MockReport {
  /** An estimate of ours on the 100-1000 scale; AWS publishes neither the raw cut nor the scale. */
  readonly score: MockScore | null;
  readonly passMark: number;
  readonly unscored: Score;
  readonly blanks: number;
  /** Working time used and allowed, and time away from a practice exam, in milliseconds. */
  readonly usedMs: number;
  readonly limitMs: number;
  readonly awayMs: number;
  readonly practice: boolean;
  readonly reserve: boolean;
  readonly words: Readonly<Record<string, DomainWord>>;
}

interface MockAnswer {
  readonly choose: readonly string[];
  readonly correct: boolean;
  readonly unscored: boolean;
}

interface MockParts {
  readonly answers: readonly MockAnswer[];
  /** Answers that count. */
  readonly counted: readonly MockAnswer[];
  readonly domains: readonly (Score & { readonly id: string })[];
}

/** The part of a report that only a mock exam has. */
export function mockOf(
  own: readonly JournalEvent[],
  opened: OpenedEvent,
  exam: Exam,
  parts: MockParts,
  cut: { readonly mean: number; readonly sd: number },
): MockReport {
  const { answers, counted, domains } = parts;
  const score = scoreOf(counted);
  return {
    score: mockScore(score.right, score.n, cut) ?? null,
    passMark: exam.scale.pass,
    unscored: scoreOf(answers.filter((answer) => answer.unscored)),
    blanks: answers.filter((answer) => answer.choose.length === 0).length,
    usedMs: Math.max(
      0,
      ...own.flatMap((event) => (event.type === "chosen" || event.type === "left" ? [event.used] : [])),
    ),
    limitMs: (opened.minutes ?? 0) * 60_000,
    awayMs: opened.practice ? timeAway(own) : 0,
    practice: opened.practice === true,
    reserve: opened.reserve === true,
    words: Object.fromEntries(
      domains.flatMap(({ id, n, low, high }) =>
        n < 5 || low === null || high === null ? [] : [[id, domainWord(low, high, cut.mean)]],
      ),
    ),
  };
}

/** Wall time between leaving and coming back, summed. */
function timeAway(own: readonly JournalEvent[]): number {
  return own.reduce((sum, event, index) => {
    const next = own[index + 1];
    return event.type === "left" && next
      ? sum + Math.max(0, Date.parse(next.at) - Date.parse(event.at))
      : sum;
  }, 0);
}
