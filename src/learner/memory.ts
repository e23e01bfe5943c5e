import { computeDecayFactor, default_w, FSRSAlgorithm } from "ts-fsrs";
import type { Confidence } from "../session/events.ts";
import { daysBetween } from "./types.ts";

/** What is remembered of one item (FSRS-6 with its published default weights). */
export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  /** Epoch milliseconds of the last answer that counted. */
  readonly last: number;
  /** Calendar day of that answer (days since 1970-01-01). */
  readonly day: number;
  /** Answers that counted: at most one a day. */
  readonly reviews: number;
  /** Times it was forgotten after the first answer. */
  readonly lapses: number;
}

/** FSRS grades in use; "easy" is never given automatically. */
export const grades = { again: 1, hard: 2, good: 3 } as const;
export type Grade = (typeof grades)[keyof typeof grades];

// No minute steps and no random intervals: the same journal gives the same days.
const fsrs = new FSRSAlgorithm({ enable_short_term: false, enable_fuzz: false });
const { decay, factor } = computeDecayFactor(default_w);

/**
 * Grade of an answer: right only by a declared guess counts as forgotten, right but unsure as hard. Without a
 * declared confidence, right but slower than twice the learner's own median counts as hard.
 */
export function gradeAnswer(
  answer: { readonly correct: boolean; readonly confidence?: Confidence; readonly ms: number },
  medianMs: number,
): Grade {
  if (!answer.correct || answer.confidence === "guess") return grades.again;
  if (answer.confidence === "unsure") return grades.hard;
  const slow = answer.confidence === undefined && answer.ms > 2 * medianMs;
  return slow ? grades.hard : grades.good;
}

/** Memory after an answer; a second answer on the same (or an earlier) day changes nothing. */
export function remember(memory: Memory | undefined, grade: Grade, at: number, day: number): Memory {
  if (memory === undefined) {
    return { ...fsrs.next_state(null, 0, grade), last: at, day, reviews: 1, lapses: 0 };
  }
  if (day <= memory.day) return memory;
  return {
    ...fsrs.next_state(memory, day - memory.day, grade),
    last: at,
    day,
    reviews: memory.reviews + 1,
    lapses: memory.lapses + (grade === grades.again ? 1 : 0),
  };
}

/** Chance in (0, 1] that the item is recalled at an epoch time: (1 + factor t / stability)^decay, FSRS-6. */
export function retrievability(memory: Memory, at: number): number {
  return recallAfter(memory.stability, daysBetween(memory.last, at));
}

/** Chance of recall some days (at least 0) after an answer that left this stability. */
export function recallAfter(stability: number, days: number): number {
  return (1 + (factor * days) / stability) ** decay;
}

/** Stability that an answer of this grade, some days after the last one, would leave. */
export function stabilityAfter(memory: Memory | undefined, grade: Grade, days: number): number {
  return fsrs.next_state(memory ?? null, days, grade).stability;
}

/** Day (days since 1970-01-01) on which recall falls to the desired retention (0 to 1), at least one day later. */
export function dueDay(memory: Memory, retention: number): number {
  const days = (memory.stability / factor) * (retention ** (1 / decay) - 1);
  return memory.day + Math.max(1, Math.round(days));
}

/** Chance of a right answer when the item comes again: what is not recalled can still be guessed. */
export function answerChance(memory: Memory, at: number, floor: number): number {
  return floor + (1 - floor) * retrievability(memory, at);
}

/** A leech: forgotten at least four times, and missed at least twice in the last four answers (newest last, 1 = right). */
export function isLeech(memory: Memory, recent: readonly number[]): boolean {
  return memory.lapses >= 4 && recent.slice(-4).filter((right) => right === 0).length >= 2;
}
