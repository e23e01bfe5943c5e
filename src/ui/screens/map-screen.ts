import type { ExamItemView } from "../../session/run-exam.ts";
import type { Theme } from "../theme.ts";
import { timeUpKey } from "./exam-screen.ts";
import { drawFrame, keyLine, marginOf, ruler, textWidth } from "./frame.ts";
import type { Key, Screen, Size, Step } from "./screen.ts";

export type MapFilter = "all" | "open" | "flagged";
export type MapResult = { readonly to: number } | { readonly back: true };

interface MapState {
  readonly filter: MapFilter;
  /** Place under the cursor. */
  readonly cursor: number;
}

const cell = 7;

/** All items of an exam: answered, open, flagged, and the one in sight. */
export function mapScreen(view: ExamItemView, filter: MapFilter, theme: Theme): Screen<MapState, MapResult> {
  const shown = (state: MapState) => view.map.flatMap((place, n) => (fits(place, state.filter) ? [n] : []));
  const first = view.map.findIndex((place) => fits(place, filter));
  return {
    initial: { filter, cursor: filter === "all" ? view.n - 1 : Math.max(0, first) },
    view: (state, size) => draw(view, state, shown(state), size, theme),
    press: (state, key, size) => press(state, key, shown, size),
  };
}

function fits(place: ExamItemView["map"][number], filter: MapFilter): boolean {
  return filter === "all" || (filter === "open" ? !place.answered : place.flagged);
}

function perRow(size: Size): number {
  return Math.max(1, Math.floor((textWidth(size) - marginOf(size).length) / cell));
}

function draw(
  view: ExamItemView,
  state: MapState,
  places: readonly number[],
  size: Size,
  theme: Theme,
): string[] {
  const margin = marginOf(size);
  const columns = perRow(size);
  const rows: string[] = [];
  for (let at = 0; at < places.length; at += columns) {
    rows.push(
      margin +
        places
          .slice(at, at + columns)
          .map((n) => drawCell(view, state, n, theme))
          .join(""),
    );
  }
  const at = Math.floor(Math.max(0, places.indexOf(state.cursor)) / columns);
  const open = view.of - view.answered;
  return drawFrame(
    {
      head: [
        `${margin}${theme.title("Map")}   ● answered ${view.answered}   ○ open ${open}   ⚑ flagged ${view.flaggedItems}   ${theme.faint(`show: ${state.filter}`)}`,
        ruler(size, theme),
      ],
      body: rows.length > 0 ? rows : [`${margin}None.`],
      foot: [
        ruler(size, theme),
        keyLine(
          [
            ["arrows", "move"],
            ["enter", "go there"],
            ["a", "all"],
            ["o", "open"],
            ["f", "flagged"],
            ["m", "back"],
          ],
          size,
          theme,
        ),
      ],
      scroll: Math.max(0, at - 5),
    },
    size,
    theme,
  );
}

function drawCell(view: ExamItemView, state: MapState, n: number, theme: Theme): string {
  const place = view.map[n];
  const sign = `${place?.answered ? "●" : "○"}${place?.flagged ? "⚑" : " "}`;
  const text = `${n === state.cursor ? "❯" : " "}${String(n + 1).padStart(2)} ${sign}`.padEnd(cell);
  return n === state.cursor ? theme.accent(text) : n === view.n - 1 ? theme.strong(text) : text;
}

function press(
  state: MapState,
  key: Key,
  shown: (state: MapState) => readonly number[],
  size: Size,
): Step<MapState, MapResult> {
  const places = shown(state);
  const filter = ({ a: "all", o: "open", f: "flagged" } as const)[key];
  if (filter) {
    const next = { ...state, filter };
    return {
      state: {
        ...next,
        cursor: shown(next).includes(state.cursor) ? state.cursor : (shown(next)[0] ?? state.cursor),
      },
    };
  }
  const steps: Record<Key, number> = {
    right: 1,
    l: 1,
    left: -1,
    h: -1,
    down: perRow(size),
    j: perRow(size),
    up: -perRow(size),
    k: -perRow(size),
  };
  const step = steps[key];
  if (step !== undefined) {
    const at = Math.max(0, Math.min(places.length - 1, Math.max(0, places.indexOf(state.cursor)) + step));
    return { state: { ...state, cursor: places[at] ?? state.cursor } };
  }
  if (key === "enter" || key === "space")
    return { result: places.includes(state.cursor) ? { to: state.cursor } : { back: true } };
  if (key === "escape" || key === "m" || key === "q" || key === "backspace" || key === timeUpKey)
    return { result: { back: true } };
  return { state };
}
