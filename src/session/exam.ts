import type { Answered, Confidence, EventDraft, FormEntry, JournalEvent, SessionClosed } from "./events.ts";
import { isCorrect } from "./grade.ts";
import type { OpenedEvent } from "./quiz.ts";

/** What is known of one place of the form. */
export interface Place {
  readonly choose: readonly string[];
  /** Complete selections that were left again. */
  readonly changes: readonly (readonly string[])[];
  readonly ms: number;
  readonly confidence?: Confidence;
  readonly flagged: boolean;
}

/** An exam as it stands: a fold of its events. */
export interface ExamState {
  readonly session: string;
  readonly exam: string;
  readonly seed: string;
  readonly form: readonly FormEntry[];
  readonly places: readonly Place[];
  /** Place in sight. */
  readonly current: number;
  /** Working time used, milliseconds, as of the last event that says so. */
  readonly used: number;
  readonly closed?: SessionClosed["how"];
}

const untouched: Place = { choose: [], changes: [], ms: 0, flagged: false };

/** The state of an exam that was just opened. */
export function openExam({ session, exam, seed, form }: OpenedEvent): ExamState {
  return { session, exam, seed, form, places: form.map(() => untouched), current: 0, used: 0 };
}

/** Applies one journal event to an exam; events of other kinds leave it as it is. */
export function foldExam(state: ExamState, event: JournalEvent): ExamState {
  switch (event.type) {
    case "chosen":
      return {
        ...withPlace(state, event.n, (place) => choosing(place, event)),
        current: event.n,
        used: event.used,
      };
    case "flagged":
      return withPlace(state, event.n, (place) => ({ ...place, flagged: event.on }));
    case "left":
      return { ...state, used: event.used };
    case "closed":
      return { ...state, closed: event.how };
    default:
      return state;
  }
}

function withPlace(state: ExamState, n: number, change: (place: Place) => Place): ExamState {
  return { ...state, places: state.places.map((place, index) => (index === n ? change(place) : place)) };
}

function choosing(place: Place, event: JournalEvent & { type: "chosen" }): Place {
  const left = place.choose.length > 0 && !sameChoice(place.choose, event.choose);
  return {
    ...place,
    choose: event.choose,
    changes: left ? [...place.changes, place.choose] : place.changes,
    ms: place.ms + event.ms,
    ...(event.confidence ? { confidence: event.confidence } : {}),
  };
}

/** Whether two selections are the same set. */
export function sameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** How many places are answered, and how many are flagged. */
export function countPlaces(state: ExamState): { answered: number; flagged: number } {
  return {
    answered: state.places.filter((place) => place.choose.length > 0).length,
    flagged: state.places.filter((place) => place.flagged).length,
  };
}

/** The events that hand an exam in: a final answer for every place that has one, then the end. Blanks stay blank. */
export function submitExam(
  state: ExamState,
  how: "submitted" | "time-up" | "scored",
  keyOf: (entry: FormEntry) => readonly string[],
): EventDraft[] {
  if (state.closed) return [];
  const answers = state.form.flatMap((entry, n): Answered[] => {
    const place = state.places[n] ?? untouched;
    if (place.choose.length === 0) return [];
    const key = keyOf(entry);
    return [
      {
        type: "answered",
        n,
        item: entry.item,
        choose: place.choose,
        key,
        correct: isCorrect(place.choose, key),
        ms: place.ms,
        ...(place.confidence ? { confidence: place.confidence } : {}),
        ...(place.changes.length > 0 ? { changes: place.changes } : {}),
        ...(entry.unscored ? { unscored: true as const } : {}),
      },
    ];
  });
  return [...answers, { type: "closed", how }];
}
