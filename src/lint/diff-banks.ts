import { fingerprint } from "../schema/fingerprint.ts";
import type { Item } from "../schema/item.ts";
import { keyOf } from "../schema/item-parts.ts";

/** What changed from one state of a bank to another; ids in alphabetical order. */
export interface BankDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Other options are right now, or a computed item computes otherwise; the wording may have changed as well. */
  readonly keyChanged: readonly {
    readonly id: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** Any text that learners see has changed, with the key as it was. */
  readonly wordingChanged: readonly string[];
}

/** Compares two states of a bank, item by item, by their ids. */
export function diffBanks(before: readonly Item[], after: readonly Item[]): BankDiff {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map([...after].sort(byId).map((item) => [item.id, item]));
  const kept = [...now.values()].flatMap((item) => {
    const earlier = old.get(item.id);
    return earlier ? [{ earlier, item }] : [];
  });
  const changed = kept.filter(({ earlier, item }) => fingerprint(earlier) !== fingerprint(item));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)).sort(),
    keyChanged: changed
      .filter(({ earlier, item }) => keyMark(earlier) !== keyMark(item))
      .map(({ earlier, item }) => ({ id: item.id, before: keyOf(earlier), after: keyOf(item) })),
    wordingChanged: changed
      .filter(({ earlier, item }) => keyMark(earlier) === keyMark(item))
      .map(({ item }) => item.id),
  };
}

function byId(a: Item, b: Item): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What makes an answer right: the key, and for a computed item the formulas behind it. */
function keyMark(item: Item): string {
  return JSON.stringify([keyOf(item).sort(), item.template?.values]);
}
