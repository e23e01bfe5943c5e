import { cut, spread, widestText, widthOf } from "../layout.ts";
import type { Theme } from "../theme.ts";
import type { Size } from "./screen.ts";

/** A key and what it does now. */
export type KeyHint = readonly [key: string, label: string];

/** Parts of a full screen: fixed head and foot, and a body that scrolls between them. */
export interface Frame {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly foot: readonly string[];
  /** First line of the body in sight. */
  readonly scroll: number;
}

/** Width that text uses on a terminal. */
export function textWidth(size: Size): number {
  return Math.min(widestText, size.columns - 1);
}

/** Left margin: none where columns are dear. */
export function marginOf(size: Size): string {
  return size.columns < 60 ? "" : "  ";
}

/** Rows left for the body of a frame. */
export function bodyRows(frame: Pick<Frame, "head" | "foot">, size: Size): number {
  return Math.max(3, size.rows - 1 - frame.head.length - frame.foot.length);
}

/** The nearest possible scroll position. */
export function clampScroll(scroll: number, bodyLines: number, rows: number): number {
  return Math.max(0, Math.min(scroll, bodyLines - rows));
}

/** Draws a frame; marks tell when the body goes on above or below. */
export function drawFrame(frame: Frame, size: Size, theme: Theme): string[] {
  const rows = bodyRows(frame, size);
  const scroll = clampScroll(frame.scroll, frame.body.length, rows);
  const body = frame.body.slice(scroll, scroll + rows);
  const above = scroll > 0 ? "▲ more " : "";
  const below = scroll + rows < frame.body.length ? "▼ more " : "";
  const width = textWidth(size);
  return [
    ...frame.head.slice(0, -1),
    ...frame.head.slice(-1).map((line) => overlay(line, above, width, theme)),
    ...body,
    ...frame.foot.slice(0, 1).map((line) => overlay(line, below, width, theme)),
    ...frame.foot.slice(1),
  ];
}

function overlay(rule: string, mark: string, width: number, theme: Theme): string {
  return mark === ""
    ? rule
    : spread(theme.faint("─".repeat(Math.max(0, width - widthOf(mark) - 1))), theme.accent(mark), width);
}

/** A line across the screen. */
export function ruler(size: Size, theme: Theme): string {
  return theme.faint("─".repeat(textWidth(size)));
}

/** The keys that work now. The first and the last two always show; those between give way where there is no room. */
export function keyLine(keys: readonly KeyHint[], size: Size, theme: Theme, width = textWidth(size)): string {
  const gap = size.columns < 60 ? "  " : "   ";
  const line = (list: readonly KeyHint[]) =>
    marginOf(size) + list.map(([key, label]) => `${key} ${label}`).join(gap);
  const kept = [...keys];
  while (widthOf(line(kept)) > width && kept.length > 3) kept.splice(kept.length - 3, 1);
  if (widthOf(line(kept)) > width) return cut(line(kept), width);
  return marginOf(size) + kept.map(([key, label]) => `${theme.strong(key)} ${theme.faint(label)}`).join(gap);
}
