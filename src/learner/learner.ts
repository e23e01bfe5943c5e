import { type Belief, difficultyOf, observe, practiceOf, priorBelief, tick } from "./ability.ts";
import { type Calibration, emptyCalibration, priorShift, recorded, type Shift } from "./calibration.ts";
import { gradeAnswer, type Memory, remember, retrievability } from "./memory.ts";
import { type Pace, paced, startingPace } from "./pace.ts";
import { type Attempt, type Blueprint, dayOf, domainIndex, guessFloor, type ItemFacts } from "./types.ts";

/** What is kept of one item. */
export interface ItemState {
  memory: Memory;
  readonly first: {
    readonly at: number;
    readonly day: number;
    readonly correct: boolean;
    /** Whether it is evidence: false when another item of its concept had been so within a week. */
    readonly fresh: boolean;
  };
  /** Answers, and right ones. */
  n: number;
  right: number;
  /** The last five answers, newest last: 1 right, 0 wrong. */
  recent: readonly number[];
}

/** What is kept for one exam. */
export interface ExamState {
  readonly blueprint: Blueprint;
  /** Absent until the first fresh answer: it starts on that day. */
  belief?: Belief;
  /** Ids of practised items by domain, in the order they were first answered. */
  readonly practised: string[][];
  /** Fresh answers by domain, and right ones. */
  readonly fresh: [n: number, right: number][];
  calibration: Calibration;
  shift: Shift;
}

/** Everything the model knows: plain JSON, so that it can be kept and continued. */
export interface Learner {
  readonly items: Record<string, ItemState>;
  readonly exams: Record<string, ExamState>;
  /** Day on which an item of a concept was last taken as evidence. */
  readonly concepts: Record<string, number>;
  pace: Pace;
}

// Two items of one concept within a week say the same thing twice.
const conceptDays = 7;
const recentAnswers = 5;

/** A learner without a history. */
export function emptyLearner(blueprints: readonly Blueprint[]): Learner {
  const exams: Record<string, ExamState> = {};
  for (const blueprint of blueprints) {
    exams[blueprint.exam] = {
      blueprint,
      practised: blueprint.domains.map(() => []),
      fresh: blueprint.domains.map(() => [0, 0]),
      calibration: emptyCalibration,
      shift: priorShift,
    };
  }
  return { items: {}, exams, concepts: {}, pace: startingPace };
}

/** What is kept of an item; undefined when it was never answered. */
export function itemState(learner: Learner, item: string): ItemState | undefined {
  return Object.hasOwn(learner.items, item) ? learner.items[item] : undefined;
}

/** What is kept for an exam. Throws a RangeError when the learner was made without its blueprint. */
export function examState(learner: Learner, exam: string): ExamState {
  const state = Object.hasOwn(learner.exams, exam) ? learner.exams[exam] : undefined;
  if (state === undefined) throw new RangeError(`no blueprint for exam ${exam}`);
  return state;
}

/**
 * One step of the fold over a history in the order of time. The learner is updated in place (a history has many
 * steps) and returned; copy it before to keep the old one. Only the first answer to an item is evidence of ability;
 * every answer is evidence of memory, once a day.
 */
export function learn(learner: Learner, attempt: Attempt, facts: ItemFacts): Learner {
  const day = dayOf(attempt);
  const grade = gradeAnswer(attempt, learner.pace.median);
  const known = itemState(learner, attempt.item);
  if (known === undefined) {
    const fresh = isFresh(learner, facts, day);
    if (fresh) weigh(learner, attempt, facts, day);
    note(learner, attempt, facts, fresh, remember(undefined, grade, attempt.at, day));
  } else {
    known.memory = remember(known.memory, grade, attempt.at, day);
    known.n += 1;
    known.right += Number(attempt.correct);
    known.recent = [...known.recent, Number(attempt.correct)].slice(-recentAnswers);
  }
  learner.pace = paced(learner.pace, attempt.ms);
  return learner;
}

function isFresh(learner: Learner, facts: ItemFacts, day: number): boolean {
  if (facts.concept === undefined) return true;
  const last = Object.hasOwn(learner.concepts, facts.concept) ? learner.concepts[facts.concept] : undefined;
  if (last !== undefined && day - last < conceptDays) return false;
  learner.concepts[facts.concept] = day;
  return true;
}

function weigh(learner: Learner, attempt: Attempt, facts: ItemFacts, day: number): void {
  for (const exam of Object.values(learner.exams)) {
    const domain = domainIndex(exam.blueprint, facts);
    const counts = exam.fresh[domain];
    if (counts === undefined) continue;
    const practice = practiceIn(learner, exam.practised[domain] ?? [], attempt.at);
    const question = { domain, practice, difficulty: difficultyOf(facts.level), floor: guessFloor(facts) };
    const { belief, given } = observe(beliefOn(exam, day), question, attempt.correct);
    exam.belief = belief;
    exam.calibration = recorded(exam.calibration, given, attempt.correct);
    counts[0] += 1;
    counts[1] += Number(attempt.correct);
  }
}

function note(learner: Learner, attempt: Attempt, facts: ItemFacts, fresh: boolean, memory: Memory): void {
  const { at, correct } = attempt;
  for (const exam of Object.values(learner.exams)) {
    exam.practised[domainIndex(exam.blueprint, facts)]?.push(attempt.item);
  }
  learner.items[attempt.item] = {
    memory,
    first: { at, day: memory.day, correct, fresh },
    n: 1,
    right: Number(correct),
    recent: [Number(correct)],
  };
}

function practiceIn(learner: Learner, items: readonly string[], at: number): number {
  let answers = 0;
  for (const id of items) {
    const memory = learner.items[id]?.memory;
    if (memory !== undefined) answers += memory.reviews * retrievability(memory, at);
  }
  return practiceOf(answers);
}

/** Practice of each domain at an epoch time, in the order of the blueprint. */
export function practiceAt(learner: Learner, exam: string, at: number): number[] {
  return examState(learner, exam).practised.map((items) => practiceIn(learner, items, at));
}

/** Belief on a day: the prior when there was no fresh answer yet. */
export function beliefOn(state: ExamState, day: number): Belief {
  return tick(state.belief ?? priorBelief(state.blueprint.domains.length, day), day);
}

/** Number of these practised items that are remembered at an epoch time: the sum of their retrievabilities. */
export function rememberedOf(learner: Learner, items: readonly string[], at: number): number {
  return items.reduce((sum, id) => {
    const memory = learner.items[id]?.memory;
    return sum + (memory === undefined ? 0 : retrievability(memory, at));
  }, 0);
}
