import type { Confidence, EventDraft, FormEntry, JournalEvent } from "./events.ts";
import { countPlaces, type ExamState, foldExam, type Place, sameChoice, submitExam } from "./exam.ts";
import type { Leave } from "./run-quiz.ts";
import type { ItemView } from "./views.ts";

/** An item of an exam as it is put to the candidate. */
export interface ExamItemView extends ItemView {
  /** Place in the form, from 1. */
  readonly n: number;
  readonly of: number;
  readonly place: Place;
  readonly answered: number;
  readonly flaggedItems: number;
  /** What the map shows of each place. */
  readonly map: readonly { readonly answered: boolean; readonly flagged: boolean }[];
  readonly practice: boolean;
}

/** What a candidate did; whatever it is, the selection of the item in sight comes with it. */
export interface ExamReply {
  readonly choose: readonly string[];
  /** Milliseconds the item was in sight. */
  readonly ms: number;
  readonly confidence?: Confidence;
  readonly act:
    | { readonly type: "go"; readonly to: number }
    | { readonly type: "flag" }
    | { readonly type: "submit" }
    | { readonly type: "time-up" }
    | Leave;
}

/** Puts the items of an exam to a candidate. */
export interface ExamAsker {
  item(view: ExamItemView): Promise<ExamReply>;
}

/** What a running exam needs of the outside. */
export interface ExamPorts {
  readonly asker: ExamAsker;
  record(drafts: readonly EventDraft[]): readonly JournalEvent[];
  keyOf(entry: FormEntry): readonly string[];
  itemView(state: ExamState, n: number): ItemView;
  /** Working time used, milliseconds. */
  used(): number;
  /** Whether no working time is left. */
  timeIsUp(): boolean;
  readonly practice: boolean;
}

/** Runs an exam until it is submitted, its time is up, or the candidate leaves. */
export async function runExam(
  start: ExamState,
  ports: ExamPorts,
): Promise<{ state: ExamState; left?: Leave["how"] }> {
  let state = start;
  const record = (drafts: readonly EventDraft[]) => {
    for (const event of ports.record(drafts)) state = foldExam(state, event);
  };
  while (!state.closed) {
    if (ports.timeIsUp()) {
      record(submitExam(state, "time-up", ports.keyOf));
      break;
    }
    const n = state.current;
    const reply = await ports.asker.item(viewOf(state, n, ports));
    record(keepSelection(state, n, reply, ports.used()));
    const { act } = reply;
    if (act.type === "leave") {
      record([{ type: "left", used: ports.used() }]);
      return { state, left: act.how };
    }
    if (act.type === "go")
      state = { ...state, current: Math.max(0, Math.min(state.form.length - 1, act.to)) };
    else if (act.type === "flag")
      record([{ type: "flagged", n, item: state.form[n]?.item ?? "", on: !state.places[n]?.flagged }]);
    else record(submitExam(state, act.type === "submit" ? "submitted" : "time-up", ports.keyOf));
  }
  return { state };
}

/** The selection as an event, when it changed or time was spent on it. */
function keepSelection(state: ExamState, n: number, reply: ExamReply, used: number): EventDraft[] {
  const { choose, ms, confidence } = reply;
  const same = sameChoice(state.places[n]?.choose ?? [], choose);
  if (same && ms < 500 && !confidence) return [];
  return [{ type: "chosen", n, choose, ms, used, ...(confidence ? { confidence } : {}) }];
}

function viewOf(state: ExamState, n: number, ports: ExamPorts): ExamItemView {
  const counts = countPlaces(state);
  return {
    ...ports.itemView(state, n),
    n: n + 1,
    of: state.form.length,
    place: state.places[n] as Place,
    answered: counts.answered,
    flaggedItems: counts.flagged,
    map: state.places.map((place) => ({ answered: place.choose.length > 0, flagged: place.flagged })),
    practice: ports.practice,
  };
}
