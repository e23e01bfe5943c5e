import type { ExamAsker, ExamItemView, ExamReply } from "../../session/run-exam.ts";
import { type Stage, StageClosed } from "../prompts/stage.ts";
import { askScreen } from "../screens/ask-screen.ts";
import { type ExamResult, type ExamTime, examScreen } from "../screens/exam-screen.ts";
import { type MapFilter, mapScreen } from "../screens/map-screen.ts";
import type { Theme } from "../theme.ts";

export interface ExamScreenOptions {
  readonly theme: Theme;
  monotonic(): number;
  time(): ExamTime;
  /** What the clock has to say since it was last asked; empty when there is nothing. */
  announcement(): string;
}

type Act = ExamReply["act"];

/** The exam room on a stage: the item, the map, and the questions before submitting or leaving. */
export function examScreenAsker(stage: Stage, options: ExamScreenOptions): ExamAsker {
  const { theme, monotonic, time, announcement } = options;
  return {
    async item(view) {
      const shown = monotonic();
      let choose = view.place.choose;
      let notice = announcement();
      let asked = false;
      for (;;) {
        const result = await enter({ ...view, place: { ...view.place, choose } }, notice);
        choose = result.choose;
        const act =
          result.act === "interrupted"
            ? leaveOnSecond(asked)
            : await settle(stage, view, choose, result.act, theme);
        asked = result.act === "interrupted";
        if (!act && time().left <= 0)
          return { choose, ms: Math.round(monotonic() - shown), act: { type: "time-up" } };
        if (act) return { choose, ms: Math.round(monotonic() - shown), act };
        notice = asked ? "Ctrl+C again to leave; everything is kept." : announcement();
      }
    },
  };

  async function enter(
    view: ExamItemView,
    notice: string,
  ): Promise<{ choose: readonly string[]; act: ExamResult["act"] | "interrupted" }> {
    try {
      return await stage.show(examScreen(view, time, notice, theme));
    } catch (error) {
      if (!(error instanceof StageClosed)) throw error;
      const choose = (error.state as { picked: readonly string[] }).picked;
      if (error.how === "interrupt") return { choose, act: "interrupted" };
      return { choose, act: { type: "leave", how: error.how === "end" ? "end" : "interrupt" } };
    }
  }
}

function leaveOnSecond(asked: boolean): Act | undefined {
  return asked ? { type: "leave", how: "interrupt" } : undefined;
}

/** Answers what the room can answer by itself; undefined means: back to the item. */
async function settle(
  stage: Stage,
  view: ExamItemView,
  choose: readonly string[],
  act: ExamResult["act"],
  theme: Theme,
): Promise<Act | undefined> {
  const now = withSelection(view, choose);
  if (act.type === "map") return openMap(stage, now, "all", theme);
  if (act.type === "submit-check") return checkSubmit(stage, now, theme);
  if (act.type === "leave-check") return checkLeave(stage, now, theme);
  return act;
}

/** The view with the selection in sight counted in. */
function withSelection(view: ExamItemView, choose: readonly string[]): ExamItemView {
  const map = view.map.map((place, n) =>
    n === view.n - 1 ? { ...place, answered: choose.length > 0 } : place,
  );
  return { ...view, map, answered: map.filter((place) => place.answered).length };
}

async function openMap(
  stage: Stage,
  view: ExamItemView,
  filter: MapFilter,
  theme: Theme,
): Promise<Act | undefined> {
  const result = await shownOrBack(() => stage.show(mapScreen(view, filter, theme)));
  return result && "to" in result ? { type: "go", to: result.to } : undefined;
}

async function checkSubmit(stage: Stage, view: ExamItemView, theme: Theme): Promise<Act | undefined> {
  const open = view.of - view.answered;
  const model = {
    title: "Submit the exam?",
    lines: [
      open === 0
        ? "All items are answered."
        : `${open} item${open === 1 ? " is" : "s are"} not answered; a blank is wrong, a guess costs nothing.`,
      view.flaggedItems === 0 ? "None is flagged." : `${view.flaggedItems} flagged.`,
    ],
    answers: [
      { key: "y", label: "submit", result: "submit" as const },
      ...(open > 0 ? [{ key: "o", label: "go to open ones", result: "open" as const }] : []),
      ...(view.flaggedItems > 0
        ? [{ key: "f", label: "go to flagged ones", result: "flagged" as const }]
        : []),
    ],
    otherwise: "back" as const,
  };
  const answer = await shownOrBack(() =>
    stage.show(askScreen<"submit" | "open" | "flagged" | "back">(model, theme)),
  );
  if (answer === "submit") return { type: "submit" };
  return answer === "open" || answer === "flagged" ? openMap(stage, view, answer, theme) : undefined;
}

async function checkLeave(stage: Stage, view: ExamItemView, theme: Theme): Promise<Act | undefined> {
  const clock = view.practice
    ? "The clock stops while you are away."
    : "The clock goes on while you are away.";
  const model = {
    title: "Leave the exam?",
    lines: ["Everything is kept; `certdrill exam --resume` comes back to it.", clock],
    answers: [{ key: "y", label: "leave", result: "leave" as const }],
    otherwise: "back" as const,
  };
  const answer = await shownOrBack(() => stage.show(askScreen<"leave" | "back">(model, theme)));
  return answer === "leave" ? { type: "leave", how: "quit" } : undefined;
}

/** A map or a question that is interrupted leads back to the item, where Ctrl+C is asked about. */
async function shownOrBack<R>(show: () => Promise<R>): Promise<R | undefined> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof StageClosed && error.how === "interrupt") return undefined;
    throw error;
  }
}
