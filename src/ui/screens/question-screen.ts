import type { Confidence } from "../../session/events.ts";
import type { QuestionReply } from "../../session/run-quiz.ts";
import type { QuestionView } from "../../session/views.ts";
import { spread } from "../layout.ts";
import type { Theme } from "../theme.ts";
import { drawFrame, type KeyHint, keyLine, marginOf, ruler, textWidth } from "./frame.ts";
import { helpLines } from "./help.ts";
import { initialPick, movePick, type Pick, pressPick } from "./pick.ts";
import { drawItem } from "./question-body.ts";
import type { Key, Screen, Size, Step } from "./screen.ts";
import { pageOf, scrollByPages, scrollToCursor } from "./scroll-item.ts";

/** What a question screen gives back; the time in sight is added by who shows it. */
export type QuestionResult =
  | {
      readonly type: "answer";
      readonly choose: readonly string[];
      readonly confidence?: Confidence;
      readonly changes: readonly (readonly string[])[];
    }
  | { readonly type: "skip" | "flag" | "undo" | "edit" | "dispute" | "quit" };

interface QuestionState extends Pick {
  readonly scroll: number;
  readonly asking: "answer" | "confidence" | "help";
  readonly notice: string;
}

const commands: Readonly<Record<Key, Exclude<QuestionResult["type"], "answer">>> = {
  s: "skip",
  S: "skip",
  f: "flag",
  F: "flag",
  u: "undo",
  U: "undo",
  e: "edit",
  E: "edit",
  "!": "dispute",
  q: "quit",
  Q: "quit",
  escape: "quit",
};

const confidences: Readonly<Record<Key, Confidence>> = {
  "1": "guess",
  "2": "unsure",
  "3": "sure",
  g: "guess",
  u: "unsure",
  s: "sure",
};

/** The question of a quiz. */
export function questionScreen(question: QuestionView, theme: Theme): Screen<QuestionState, QuestionResult> {
  return {
    initial: { ...initialPick, scroll: 0, asking: "answer", notice: "" },
    view: (state, size) => drawQuestion(question, state, size, theme),
    press: (state, key, size) => pressQuestion(question, state, key, size, theme),
  };
}

function drawQuestion(question: QuestionView, state: QuestionState, size: Size, theme: Theme): string[] {
  const body =
    state.asking === "help"
      ? helpLines("question", size, theme)
      : drawItem(question, state.picked, state.cursor, size, theme).lines;
  const foot = [
    ruler(size, theme),
    state.notice ? marginOf(size) + theme.warn(state.notice) : keyLine(keysNow(question, state), size, theme),
  ];
  return drawFrame({ head: header(question, size, theme), body, foot, scroll: state.scroll }, size, theme);
}

function header(question: QuestionView, size: Size, theme: Theme): string[] {
  const width = textWidth(size);
  const flag = question.flagged ? `  ${theme.warn("⚑ flagged")}` : "";
  const narrow = size.columns < 60;
  const cells = narrow ? 10 : 30;
  const done = Math.round(((question.n - 1) / question.of) * cells);
  const progress = `${theme.accent("━".repeat(done))}${theme.faint("─".repeat(cells - done))}`;
  const count = narrow ? `${question.n}/${question.of}` : `${question.n} of ${question.of}`;
  const place = narrow ? question.labels.service : `${question.labels.service} · ${question.labels.short}`;
  return [
    spread(`${marginOf(size)}${theme.title(count)}  ${progress}${flag}`, theme.faint(place), width),
    ruler(size, theme),
  ];
}

function keysNow(question: QuestionView, state: QuestionState): KeyHint[] {
  if (state.asking === "help") return [["any key", "back"]];
  if (state.asking === "confidence")
    return [
      ["How sure?", ""],
      ["1", "guess"],
      ["2", "unsure"],
      ["3", "sure"],
      ["enter", "no answer"],
      ["esc", "back"],
    ];
  const last = question.options.at(-1)?.letter.toLowerCase() ?? "d";
  const many = question.choose > 1;
  const ready = state.picked.length === question.choose;
  return [
    [`a-${last}`, many ? "toggle" : "pick"],
    ...(ready ? ([["enter", "confirm"]] as KeyHint[]) : []),
    ["s", "skip"],
    [last >= "f" ? "F" : "f", question.flagged ? "unflag" : "flag"],
    ...(question.canUndo ? ([["u", "undo"]] as KeyHint[]) : []),
    ["?", "keys"],
    ["q", "quit"],
  ];
}

function pressQuestion(
  question: QuestionView,
  state: QuestionState,
  key: Key,
  size: Size,
  theme: Theme,
): Step<QuestionState, QuestionResult> {
  if (state.asking === "help") return { state: { ...state, asking: "answer" } };
  if (state.asking === "confidence") return pressConfidence(state, key);
  const quiet = { ...state, notice: "" };
  const inSight = (next: typeof state) => ({ ...next, scroll: scrollToCursor(question, next, size, theme) });
  const pick = pressPick(question, quiet, key);
  if (pick) return { state: inSight({ ...quiet, ...pick }) };
  const moved = movePick(question, quiet, key);
  if (moved) return { state: inSight({ ...quiet, ...moved }) };
  if (key === "?") return { state: { ...quiet, asking: "help", scroll: 0 } };
  if (key === "enter") return confirm(question, quiet);
  const page = pageOf(key);
  if (page !== 0) return { state: { ...quiet, scroll: scrollByPages(question, quiet, page, size, theme) } };
  const command = commands[key];
  if (command === "undo" && !question.canUndo) return { state: quiet };
  return command ? { result: { type: command } } : { state: quiet };
}

function confirm(question: QuestionView, state: QuestionState): Step<QuestionState, QuestionResult> {
  const missing = question.choose - state.picked.length;
  if (missing !== 0) {
    const notice =
      question.choose === 1
        ? "Pick an option first."
        : `Pick ${Math.abs(missing)} ${missing > 0 ? "more" : "fewer"}.`;
    return { state: { ...state, notice } };
  }
  return question.confidence ? { state: { ...state, asking: "confidence" } } : answer(state);
}

function pressConfidence(state: QuestionState, key: Key): Step<QuestionState, QuestionResult> {
  const confidence = confidences[key];
  if (confidence) return answer(state, confidence);
  if (key === "enter") return answer(state);
  return { state: key === "escape" || key === "backspace" ? { ...state, asking: "answer" } : state };
}

function answer(state: QuestionState, confidence?: Confidence): Step<QuestionState, QuestionResult> {
  return {
    result: {
      type: "answer",
      choose: state.picked,
      changes: state.changes,
      ...(confidence ? { confidence } : {}),
    },
  };
}

/** A reply to the session, from what the screen gave. */
export function questionReply(result: QuestionResult, ms: number): QuestionReply | undefined {
  if (result.type === "answer") {
    const { changes, ...rest } = result;
    return { ...rest, ms, ...(changes.length > 0 ? { changes } : {}) };
  }
  if (result.type === "skip") return { type: "skip", ms };
  if (result.type === "quit") return { type: "leave", how: "quit" };
  return result.type === "dispute" ? undefined : { type: result.type };
}
