import type { FeedbackView, OptionView } from "../../session/views.ts";
import { spread, wrap } from "../layout.ts";
import { renderBlocks, renderInlines } from "../markdown.ts";
import type { Theme } from "../theme.ts";
import { clampScroll, drawFrame, type KeyHint, keyLine, marginOf, ruler, textWidth } from "./frame.ts";
import { helpLines } from "./help.ts";
import type { Key, Screen, Size, Step } from "./screen.ts";
import { pageOf, rowsBetween } from "./scroll-item.ts";

export type FeedbackResult = { readonly type: "next" | "undo" | "edit" | "dispute" | "quit" };

interface FeedbackState {
  readonly scroll: number;
  readonly help: boolean;
}

const commands: Readonly<Record<Key, FeedbackResult["type"]>> = {
  enter: "next",
  space: "next",
  n: "next",
  right: "next",
  u: "undo",
  e: "edit",
  "!": "dispute",
  q: "quit",
  escape: "quit",
};

/** What came of an answer: verdict, why of each option, the principle, the source. */
export function feedbackScreen(view: FeedbackView, theme: Theme): Screen<FeedbackState, FeedbackResult> {
  return {
    initial: { scroll: 0, help: false },
    view: (state, size) => drawFeedback(view, state, size, theme),
    press: (state, key, size) => press(view, state, key, size, theme),
  };
}

function press(
  view: FeedbackView,
  state: FeedbackState,
  key: Key,
  size: Size,
  theme: Theme,
): Step<FeedbackState, FeedbackResult> {
  if (state.help) return { state: { ...state, help: false } };
  if (key === "?") return { state: { scroll: 0, help: true } };
  const rows = rowsBetween(size);
  const lines =
    key === "down" || key === "j" ? 1 : key === "up" || key === "k" ? -1 : pageOf(key) * (rows - 2);
  if (lines !== 0) {
    const length = feedbackLines(view, size, theme).length;
    return { state: { ...state, scroll: clampScroll(state.scroll + lines, length, rows) } };
  }
  const command = commands[key];
  return command ? { result: { type: command } } : { state };
}

function drawFeedback(view: FeedbackView, state: FeedbackState, size: Size, theme: Theme): string[] {
  const width = textWidth(size);
  const keys: KeyHint[] = state.help
    ? [["any key", "back"]]
    : [
        ["enter", "next"],
        ["u", "undo"],
        ["!", view.disputed ? "disputed" : "dispute"],
        ["e", "edit"],
        ["?", "keys"],
        ["q", "quit"],
      ];
  const comesBack = view.comesBack ? theme.faint(`comes back ${view.comesBack}`) : "";
  const place = size.columns < 60 ? view.labels.service : `${view.labels.service} · ${view.labels.short}`;
  return drawFrame(
    {
      head: [spread(marginOf(size) + verdict(view, theme), theme.faint(place), width), ruler(size, theme)],
      body: state.help ? helpLines("feedback", size, theme) : feedbackLines(view, size, theme),
      foot: [
        ruler(size, theme),
        spread(keyLine(keys, size, theme, comesBack && width >= 70 ? width - 26 : width), comesBack, width),
      ],
      scroll: state.scroll,
    },
    size,
    theme,
  );
}

/** "Right" or "Not right: you picked C, the key is B", with a sign; letters are those on the screen. */
function verdict(view: FeedbackView, theme: Theme): string {
  const letters = (ids: readonly string[]) =>
    view.options
      .filter((option) => ids.includes(option.id))
      .map((option) => option.letter)
      .join(", ");
  if (view.answer.correct) return theme.right(`✓ Right: ${letters(view.answer.key)}`);
  return theme.wrong(
    `✗ Not right: you picked ${letters(view.answer.choose)}, the key is ${letters(view.answer.key)}`,
  );
}

function feedbackLines(view: FeedbackView, size: Size, theme: Theme): string[] {
  const margin = marginOf(size);
  const width = textWidth(size) - margin.length;
  const lines = orderOptions(view).flatMap((option) => optionLines(option, view, width, theme));
  const references = view.references.map((url) => theme.faint(url.replace(/^https:\/\//, "")));
  return [
    ...lines,
    ...renderBlocks(view.explanationBlocks, width, theme),
    ...references.flatMap((line) => wrap(line, width)),
  ].map((line) => (line === "" ? "" : margin + line));
}

/** The key first, then what was picked, then the rest. */
function orderOptions(view: FeedbackView): OptionView[] {
  const rank = (option: OptionView) => (option.correct ? 0 : view.answer.choose.includes(option.id) ? 1 : 2);
  return [...view.options].sort((a, b) => rank(a) - rank(b) || (a.letter < b.letter ? -1 : 1));
}

function optionLines(option: OptionView, view: FeedbackView, width: number, theme: Theme): string[] {
  const picked = view.answer.choose.includes(option.id);
  const sign = option.correct ? theme.right("✓") : theme.wrong("✗");
  const text = `${option.letter} ${sign} ${theme.strong(renderInlines(option.textParts, theme))}${picked ? theme.warn("  (your pick)") : ""}`;
  return [
    ...wrap(text, width, 4),
    ...wrap(renderInlines(option.whyParts, theme), width - 4).map((line) => `    ${line}`),
    "",
  ];
}
