import type { ItemView } from "../../session/views.ts";
import type { Key } from "./screen.ts";

/** What is chosen of an item so far. */
export interface Pick {
  /** Index of the option under the cursor, -1 before the first move. */
  readonly cursor: number;
  /** Option ids in the order they were chosen. */
  readonly picked: readonly string[];
  /** Complete selections that were left again. */
  readonly changes: readonly (readonly string[])[];
}

export const initialPick: Pick = { cursor: -1, picked: [], changes: [] };

type Choices = Readonly<{ options: ItemView["options"]; choose: number }>;

/** Picks by letter or digit, or at the cursor by the space bar; undefined when the key is none of these. */
export function pressPick(item: Choices, pick: Pick, key: Key): Pick | undefined {
  const index = key === "space" ? pick.cursor : optionIndex(item, key);
  const option = index === undefined ? undefined : item.options[index];
  return option && index !== undefined ? choose(item, { ...pick, cursor: index }, option.id) : undefined;
}

/** Moves the cursor; in a single response the option under the cursor is the pick. */
export function movePick(item: Choices, pick: Pick, key: Key): Pick | undefined {
  const step = key === "down" || key === "j" ? 1 : key === "up" || key === "k" ? -1 : 0;
  if (step === 0) return undefined;
  const count = item.options.length;
  const cursor = pick.cursor < 0 ? (step > 0 ? 0 : count - 1) : (pick.cursor + step + count) % count;
  const option = item.options[cursor];
  const moved = { ...pick, cursor };
  return item.choose === 1 && option ? choose(item, moved, option.id) : moved;
}

function optionIndex(item: Choices, key: Key): number | undefined {
  if (key.length !== 1) return undefined;
  const index = /[1-9]/.test(key) ? Number(key) - 1 : key.charCodeAt(0) - 97;
  return index >= 0 && index < item.options.length ? index : undefined;
}

function choose(item: Choices, pick: Pick, id: string): Pick {
  const picked = item.choose === 1 ? [id] : toggle(pick.picked, id);
  const left = pick.picked.length === item.choose && picked.join() !== pick.picked.join();
  return { ...pick, picked, changes: left ? [...pick.changes, pick.picked] : pick.changes };
}

function toggle(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
}
