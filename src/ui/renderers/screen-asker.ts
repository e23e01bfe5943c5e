import type { Dispute, FeedbackReply, Leave, QuestionReply, QuizAsker } from "../../session/run-quiz.ts";
import type { FeedbackView, ItemView, QuestionView } from "../../session/views.ts";
import type { Stage } from "../prompts/stage.ts";
import { StageClosed } from "../prompts/stage.ts";
import { feedbackScreen } from "../screens/feedback-screen.ts";
import { questionReply, questionScreen } from "../screens/question-screen.ts";
import type { Theme } from "../theme.ts";

/** What the screens of a quiz need besides a stage. */
export interface ScreenAskerOptions {
  readonly theme: Theme;
  /** Milliseconds that never jump. */
  monotonic(): number;
  /** Asks for the key, the reason and the link of a dispute; undefined when the learner thinks better of it. */
  askDispute(view: ItemView): Promise<Dispute | undefined>;
}

/** Asks on a stage: one screen per question, one per feedback. */
export function screenAsker(stage: Stage, { theme, monotonic, askDispute }: ScreenAskerOptions): QuizAsker {
  const dispute = async <R>(
    view: ItemView,
    again: () => Promise<R>,
  ): Promise<R | { type: "dispute"; dispute: Dispute }> => {
    const given = await stage.suspend(() => askDispute(view));
    return given ? { type: "dispute", dispute: given } : again();
  };
  const question = async (view: QuestionView): Promise<QuestionReply> => {
    const shown = monotonic();
    const result = await stage.show(questionScreen(view, theme));
    const reply = questionReply(result, Math.round(monotonic() - shown));
    return reply ?? dispute(view, () => question(view));
  };
  const feedback = async (view: FeedbackView): Promise<FeedbackReply> => {
    const { type } = await stage.show(feedbackScreen(view, theme));
    if (type === "dispute") return dispute(view, () => feedback(view));
    return type === "quit" ? { type: "leave", how: "quit" } : { type };
  };
  return { question: (view) => leaving(question(view)), feedback: (view) => leaving(feedback(view)) };
}

/** Turns the end of a stage into a reply. */
async function leaving<R>(reply: Promise<R>): Promise<R | Leave> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof StageClosed)
      return { type: "leave", how: error.how === "end" ? "end" : "interrupt" };
    throw error;
  }
}
