import type { ItemView } from "../../session/views.ts";
import type { Theme } from "../theme.ts";
import { bodyRows, clampScroll } from "./frame.ts";
import type { Pick } from "./pick.ts";
import { drawItem } from "./question-body.ts";
import type { Key, Size } from "./screen.ts";

/** Rows of a body between two lines of head and two of foot. */
export function rowsBetween(size: Size): number {
  return bodyRows({ head: ["", ""], foot: ["", ""] }, size);
}

/** Pages to scroll for a key. */
export function pageOf(key: Key): -1 | 0 | 1 {
  return key === "pagedown" || key === "." ? 1 : key === "pageup" || key === "," ? -1 : 0;
}

type Scrolled = Pick & { readonly scroll: number };

/** The scroll position some pages further. */
export function scrollByPages(
  view: ItemView,
  state: Scrolled,
  pages: number,
  size: Size,
  theme: Theme,
): number {
  const { lines } = drawItem(view, state.picked, state.cursor, size, theme);
  const rows = rowsBetween(size);
  return clampScroll(state.scroll + pages * (rows - 2), lines.length, rows);
}

/** The nearest scroll position at which the option under the cursor is whole in sight. */
export function scrollToCursor(view: ItemView, state: Scrolled, size: Size, theme: Theme): number {
  const { lines, spans } = drawItem(view, state.picked, state.cursor, size, theme);
  const span = spans[state.cursor];
  if (!span) return state.scroll;
  const rows = rowsBetween(size);
  const lowest = Math.min(span.from, state.scroll);
  return clampScroll(span.to > lowest + rows ? span.to - rows : lowest, lines.length, rows);
}
