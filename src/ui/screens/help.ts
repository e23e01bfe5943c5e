import { pad, wrap } from "../layout.ts";
import type { Theme } from "../theme.ts";
import { marginOf, textWidth } from "./frame.ts";
import type { Size } from "./screen.ts";

const moving: readonly (readonly [string, string])[] = [
  ["a-h, 1-8", "pick an option; where several are asked for, again to take it back"],
  ["↑ ↓, j k", "move between options"],
  ["space", "pick the option under the cursor"],
  ["enter", "confirm"],
  ["pgdn pgup, . ,", "scroll"],
];

const keys = {
  question: [
    ...moving,
    ["s", "skip: it comes back at the end"],
    ["f", "flag, or take the flag away (F when there is an option F)"],
    ["u", "undo the last answer"],
    ["e", "open the item in your editor (E when there is an option E)"],
    ["!", "dispute the key"],
    ["q, esc", "quit; everything is kept, `certdrill resume` goes on"],
    ["ctrl-c", "the same, at once"],
  ],
  feedback: [
    ["enter, space", "next"],
    ["u", "undo: take this answer back"],
    ["!", "dispute the key"],
    ["e", "open the item in your editor"],
    ["↑ ↓, pgdn pgup", "scroll"],
    ["q, esc", "quit; everything is kept"],
  ],
  exam: [
    ...moving,
    ["enter", "keep the selection and go to the next item"],
    ["n p, → ←", "next, previous item"],
    ["g", "go to an item by number"],
    ["m", "map of all items"],
    ["f", "flag, or take the flag away (F when there is an option F)"],
    ["x", "clear the selection"],
    ["S", "submit"],
    ["q, esc", "leave (asks once); the clock goes on unless it is a practice exam"],
  ],
} as const;

/** All keys of a screen, a line each. */
export function helpLines(screen: keyof typeof keys, size: Size, theme: Theme): string[] {
  const margin = marginOf(size);
  const column = size.columns < 60 ? 15 : 18;
  const width = textWidth(size) - margin.length;
  return [
    `${margin}${theme.title("Keys")}`,
    "",
    ...keys[screen].flatMap(([key, does]) =>
      wrap(`${pad(key, column).replaceAll(" ", "\u00a0")}${does}`, width, column).map(
        (line) => margin + line.replaceAll("\u00a0", " "),
      ),
    ),
  ];
}
