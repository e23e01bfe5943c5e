import type { EventDraft, FormEntry, JournalEvent } from "./events.ts";
import { type AnswerGiven, actInQuiz, foldQuiz, type QuizAction, type QuizState } from "./quiz.ts";
import type { FeedbackView, QuestionView } from "./views.ts";

/** A doubt about a key as its learner words it. */
export interface Dispute {
  readonly key: readonly string[];
  readonly reason: string;
  readonly link?: string;
  readonly exclude: boolean;
}

/** How a session was left without being closed: by key, by a signal, or because the input ended. */
export type Leave = { readonly type: "leave"; readonly how: "quit" | "interrupt" | "end" };

export type QuestionReply =
  | AnswerGiven
  | { readonly type: "skip"; readonly ms: number }
  | { readonly type: "flag" | "undo" | "edit" }
  | { readonly type: "dispute"; readonly dispute: Dispute }
  | Leave;

export type FeedbackReply =
  | { readonly type: "next" | "undo" | "edit" }
  | { readonly type: "dispute"; readonly dispute: Dispute }
  | Leave;

/** Puts questions to a learner and tells them what came of it: a screen, lines of text, or a program at the other end. */
export interface QuizAsker {
  question(view: QuestionView): Promise<QuestionReply>;
  feedback(view: FeedbackView): Promise<FeedbackReply>;
}

/** What a running quiz needs of the outside. */
export interface QuizPorts {
  readonly asker: QuizAsker;
  /** Writes events to the journal, on disk when it returns. */
  record(drafts: readonly EventDraft[]): readonly JournalEvent[];
  keyOf(entry: FormEntry): readonly string[];
  questionView(state: QuizState, n: number): QuestionView;
  feedbackView(state: QuizState, n: number): FeedbackView;
  /** Opens an item for its author; the item may read differently afterwards. */
  edit(item: string): Promise<void>;
  /** Whether the time for new questions is over. */
  timeIsUp(): boolean;
  /** More places for a form that grows while it is asked; none when it has all. */
  more?(state: QuizState): Promise<readonly EventDraft[]>;
}

/** Runs a quiz until its queue is empty, its time is up or its learner leaves. */
export async function runQuiz(
  start: QuizState,
  ports: QuizPorts,
): Promise<{ state: QuizState; left?: Leave["how"] }> {
  let state = start;
  const record = (drafts: readonly EventDraft[]) => {
    for (const event of ports.record(drafts)) state = foldQuiz(state, event);
  };
  const act = (action: QuizAction) => record(actInQuiz(state, action, ports.keyOf));
  for (;;) {
    if (state.queue.length === 0 && ports.more) record(await ports.more(state));
    const n = state.queue[0];
    if (n === undefined || ports.timeIsUp()) break;
    const reply = await ports.asker.question(ports.questionView(state, n));
    if (reply.type === "leave") return { state, left: reply.how };
    await applyReply(reply, n, state, act, ports);
    if (reply.type !== "answer") continue;
    const after = await giveFeedback(n);
    if (after) return { state, left: after };
  }
  act({ type: "close", how: "finished" });
  return { state };

  async function giveFeedback(n: number): Promise<Leave["how"] | undefined> {
    for (;;) {
      const reply = await ports.asker.feedback(ports.feedbackView(state, n));
      if (reply.type === "leave") return reply.how;
      await applyReply(reply, n, state, act, ports);
      if (reply.type === "next" || reply.type === "undo") return undefined;
    }
  }
}

async function applyReply(
  reply: Exclude<QuestionReply | FeedbackReply, Leave>,
  n: number,
  state: QuizState,
  act: (action: QuizAction) => void,
  ports: QuizPorts,
): Promise<void> {
  if (reply.type === "edit") await ports.edit(state.form[n]?.item ?? "");
  else if (reply.type === "dispute") act({ type: "dispute", n, ...reply.dispute });
  else if (reply.type !== "next") act(reply as QuizAction);
}
