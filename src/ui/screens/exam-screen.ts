import { clockText } from "../../session/exam-clock.ts";
import type { ExamItemView, ExamReply } from "../../session/run-exam.ts";
import { spread } from "../layout.ts";
import type { Theme } from "../theme.ts";
import { drawFrame, type KeyHint, keyLine, marginOf, ruler, textWidth } from "./frame.ts";
import { helpLines } from "./help.ts";
import { movePick, type Pick, pressPick } from "./pick.ts";
import { drawItem } from "./question-body.ts";
import type { Key, Screen, Size, Step } from "./screen.ts";
import { pageOf, scrollByPages, scrollToCursor } from "./scroll-item.ts";

/** What the room shows of the time. */
export interface ExamTime {
  /** Milliseconds left. */
  readonly left: number;
  /** Minutes ahead of (positive) or behind (negative) an even pace. */
  readonly ahead: number;
}

/** What a candidate did on this screen. */
export interface ExamResult {
  readonly choose: readonly string[];
  readonly act:
    | ExamReply["act"]
    | { readonly type: "map" }
    | { readonly type: "submit-check" }
    | { readonly type: "leave-check" };
}

interface ExamScreenState extends Pick {
  readonly scroll: number;
  readonly help: boolean;
  /** Digits typed after "g"; undefined when no jump is being typed. */
  readonly jump: string | undefined;
  readonly notice: string;
}

/** The key that the clock presses when no time is left. */
export const timeUpKey: Key = "time-up";

/** One item of an exam with the room around it. The time is read anew at every drawing. */
export function examScreen(
  view: ExamItemView,
  time: () => ExamTime,
  notice: string,
  theme: Theme,
): Screen<ExamScreenState, ExamResult> {
  return {
    initial: {
      cursor: -1,
      picked: view.place.choose,
      changes: [],
      scroll: 0,
      help: false,
      jump: undefined,
      notice,
    },
    view: (state, size) => draw(view, state, time(), size, theme),
    press: (state, key, size) => press(view, state, key, size, theme),
  };
}

function draw(
  view: ExamItemView,
  state: ExamScreenState,
  time: ExamTime,
  size: Size,
  theme: Theme,
): string[] {
  const body = state.help
    ? helpLines("exam", size, theme)
    : drawItem(view, state.picked, state.cursor, size, theme).lines;
  return drawFrame(
    {
      head: header(view, time, size, theme),
      body,
      foot: [ruler(size, theme), footer(view, state, size, theme)],
      scroll: state.scroll,
    },
    size,
    theme,
  );
}

function header(view: ExamItemView, time: ExamTime, size: Size, theme: Theme): string[] {
  const narrow = size.columns < 60;
  const width = textWidth(size);
  const clock = narrow ? clockText(time.left) : `${clockText(time.left)} left`;
  const urgent = time.left <= 5 * 60_000 ? theme.warn(clock) : theme.title(clock);
  const flag = view.place.flagged ? theme.warn(narrow ? " ⚑" : "  ⚑ flagged") : "";
  const counts = narrow ? `${view.answered} done` : `${view.answered} answered · ⚑ ${view.flaggedItems}`;
  const where = narrow ? `${view.n}/${view.of}` : `${view.n} of ${view.of}`;
  const pace =
    time.ahead === 0 ? "on pace" : time.ahead > 0 ? `${time.ahead} min ahead` : `${-time.ahead} min behind`;
  const line = theme.faint("─".repeat(Math.max(0, width - pace.length - 6)));
  return [
    spread(`${marginOf(size)}${theme.title(where)}${flag}  ${theme.faint(counts)}`, urgent, width),
    `${line} ${theme.faint(pace)} ${theme.faint("────")}`,
  ];
}

function footer(view: ExamItemView, state: ExamScreenState, size: Size, theme: Theme): string {
  if (state.help) return keyLine([["any key", "back"]], size, theme);
  if (state.jump !== undefined)
    return `${marginOf(size)}Go to item: ${theme.strong(`${state.jump}_`)}  ${theme.faint(`1-${view.of}, enter, esc`)}`;
  if (state.notice) return marginOf(size) + theme.warn(state.notice);
  const last = view.options.at(-1)?.letter.toLowerCase() ?? "d";
  const keys: KeyHint[] = [
    [`a-${last}`, view.choose > 1 ? "toggle" : "pick"],
    ["n p", "move"],
    ["g", "go to"],
    ["m", "map"],
    [last >= "f" ? "F" : "f", "flag"],
    ...(state.picked.length > 0 ? ([["x", "clear"]] as KeyHint[]) : []),
    ["S", "submit"],
    ["?", "keys"],
    ["q", "leave"],
  ];
  return keyLine(keys, size, theme);
}

function press(
  view: ExamItemView,
  state: ExamScreenState,
  key: Key,
  size: Size,
  theme: Theme,
): Step<ExamScreenState, ExamResult> {
  const end = (act: ExamResult["act"]) => ({ result: { choose: state.picked, act } });
  if (key === timeUpKey) return end({ type: "time-up" });
  if (state.help) return { state: { ...state, help: false } };
  if (state.jump !== undefined) return pressJump(view, state, state.jump, key);
  const quiet = { ...state, notice: "" };
  const inSight = (next: typeof state) => ({ ...next, scroll: scrollToCursor(view, next, size, theme) });
  const pick = pressPick(view, quiet, key) ?? movePick({ ...view, choose: 2 }, quiet, key);
  if (pick) return { state: inSight({ ...quiet, ...pick }) };
  const go = destination(view, state, key);
  if (go) return go;
  const pages = pageOf(key);
  if (pages !== 0) return { state: { ...quiet, scroll: scrollByPages(view, quiet, pages, size, theme) } };
  if (key === "?") return { state: { ...quiet, help: true, scroll: 0 } };
  if (key === "x" || key === "backspace") return { state: { ...quiet, picked: [] } };
  if (key === "g") return { state: { ...quiet, jump: "" } };
  if (key === "f" || key === "F") return end({ type: "flag" });
  if (key === "m") return end({ type: "map" });
  if (key === "S") return end({ type: "submit-check" });
  if (key === "q" || key === "escape") return end({ type: "leave-check" });
  return { state: quiet };
}

/** Moving on with half a selection, which would be wrong for sure, takes the key twice. */
function destination(
  view: ExamItemView,
  state: ExamScreenState,
  key: Key,
): Step<ExamScreenState, ExamResult> | undefined {
  const step = key === "n" || key === "right" || key === "enter" ? 1 : key === "p" || key === "left" ? -1 : 0;
  if (step === 0) return undefined;
  const notice = `${state.picked.length} of ${view.choose} picked; the same key again moves on.`;
  if (state.picked.length !== 0 && state.picked.length !== view.choose && state.notice !== notice) {
    return { state: { ...state, notice } };
  }
  const to = view.n - 1 + step;
  if (to >= view.of) return { result: { choose: state.picked, act: { type: "map" } } };
  return { result: { choose: state.picked, act: { type: "go", to: Math.max(0, to) } } };
}

function pressJump(
  view: ExamItemView,
  state: ExamScreenState,
  typed: string,
  key: Key,
): Step<ExamScreenState, ExamResult> {
  if (/^\d$/.test(key)) return { state: { ...state, jump: (typed + key).slice(-3) } };
  if (key === "backspace") return { state: { ...state, jump: typed.slice(0, -1) } };
  if (key !== "enter") return { state: { ...state, jump: undefined } };
  const n = Number(typed);
  if (n >= 1 && n <= view.of) return { result: { choose: state.picked, act: { type: "go", to: n - 1 } } };
  return { state: { ...state, jump: undefined, notice: `There is no item ${typed}.` } };
}
