import type {
  Answered,
  Confidence,
  EventDraft,
  FormEntry,
  JournalEvent,
  SessionKind,
  Stamp,
} from "./events.ts";
import { isCorrect } from "./grade.ts";

/** A quiz as it stands: a fold of its events. */
export interface QuizState {
  readonly session: string;
  readonly kind: SessionKind;
  readonly exam: string;
  readonly seed: string;
  readonly form: readonly FormEntry[];
  /** Places still to be asked, the current one first. */
  readonly queue: readonly number[];
  /** Final answers by place. */
  readonly answers: ReadonlyMap<number, Answered & Stamp>;
  /** Places in the order they were answered; undo takes the last. */
  readonly trail: readonly number[];
  readonly flagged: ReadonlySet<number>;
  readonly disputed: ReadonlySet<number>;
  /** Places whose answer is left out of the score. */
  readonly excluded: ReadonlySet<number>;
  readonly closed?: "finished" | "scored" | "discarded" | "submitted" | "time-up";
}

/** An answer as a learner gives it. */
export interface AnswerGiven {
  readonly type: "answer";
  /** Option ids in the order chosen. */
  readonly choose: readonly string[];
  /** Milliseconds the item was in sight. */
  readonly ms: number;
  readonly confidence?: Confidence;
  /** Complete selections that were left again. */
  readonly changes?: readonly (readonly string[])[];
}

/** What a learner can do in a quiz. */
export type QuizAction =
  | AnswerGiven
  | { readonly type: "skip"; readonly ms: number }
  | { readonly type: "flag" }
  | { readonly type: "undo" }
  | {
      readonly type: "dispute";
      readonly n: number;
      readonly key: readonly string[];
      readonly reason: string;
      readonly link?: string;
      readonly exclude: boolean;
    }
  | { readonly type: "close"; readonly how: "finished" | "scored" | "discarded" };

/** The opening event of a session, stamped. */
export type OpenedEvent = Extract<JournalEvent, { type: "opened" }>;

/** The state of a quiz that was just opened. */
export function openQuiz(opened: OpenedEvent): QuizState {
  const { session, kind, exam, seed, form } = opened;
  return {
    session,
    kind,
    exam,
    seed,
    form,
    queue: form.map((_, n) => n),
    answers: new Map(),
    trail: [],
    flagged: new Set(),
    disputed: new Set(),
    excluded: new Set(),
  };
}

/**
 * What an action means: the events that explain it, or none when the action is not possible now.
 * The state follows from the events alone (see `foldQuiz`), so a resumed session is the same session.
 */
export function actInQuiz(
  state: QuizState,
  action: QuizAction,
  keyOf: (entry: FormEntry) => readonly string[],
): EventDraft[] {
  const n = state.queue[0];
  switch (action.type) {
    case "undo":
      return undoLast(state);
    case "dispute": {
      const entry = state.form[action.n];
      if (!entry) return [];
      const { type: _, ...rest } = action;
      return [{ type: "disputed", item: entry.item, fingerprint: entry.fingerprint, ...rest }];
    }
    case "close":
      return state.closed ? [] : [{ type: "closed", how: action.how }];
  }
  const entry = n === undefined ? undefined : state.form[n];
  if (n === undefined || !entry) return [];
  if (action.type === "flag") return [{ type: "flagged", n, item: entry.item, on: !state.flagged.has(n) }];
  if (action.type === "skip") return [{ type: "skipped", n, item: entry.item, ms: action.ms }];
  const { type: _, ...given } = action;
  const key = keyOf(entry);
  return [{ type: "answered", n, item: entry.item, key, correct: isCorrect(action.choose, key), ...given }];
}

function undoLast(state: QuizState): EventDraft[] {
  const n = state.trail.at(-1);
  const answer = n === undefined ? undefined : state.answers.get(n);
  return n === undefined || !answer ? [] : [{ type: "undone", n, ref: answer.id }];
}

/** Applies one journal event to a quiz; events of other kinds leave it as it is. */
export function foldQuiz(state: QuizState, event: JournalEvent): QuizState {
  switch (event.type) {
    case "extended": {
      const form = [...state.form, ...event.form];
      return {
        ...state,
        form,
        queue: [...state.queue, ...event.form.map((_, index) => state.form.length + index)],
      };
    }
    case "answered": {
      const answers = new Map(state.answers).set(event.n, event);
      return {
        ...state,
        answers,
        queue: without(state.queue, event.n),
        trail: [...without(state.trail, event.n), event.n],
      };
    }
    case "skipped":
      return { ...state, queue: [...without(state.queue, event.n), event.n] };
    case "undone": {
      if (state.answers.get(event.n)?.id !== event.ref) return state;
      const answers = new Map(state.answers);
      answers.delete(event.n);
      return {
        ...state,
        answers,
        queue: [event.n, ...without(state.queue, event.n)],
        trail: without(state.trail, event.n),
      };
    }
    case "flagged":
      return { ...state, flagged: toggled(state.flagged, event.n, event.on) };
    case "disputed":
      return {
        ...state,
        disputed: toggled(state.disputed, event.n, true),
        excluded: toggled(state.excluded, event.n, event.exclude),
      };
    case "closed":
      return { ...state, closed: event.how };
    default:
      return state;
  }
}

function without(list: readonly number[], n: number): number[] {
  return list.filter((other) => other !== n);
}

function toggled(set: ReadonlySet<number>, n: number, on: boolean): Set<number> {
  const copy = new Set(set);
  if (on) copy.add(n);
  else copy.delete(n);
  return copy;
}
