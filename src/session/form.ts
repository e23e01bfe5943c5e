import type { Option } from "../schema/item.ts";
import type { Numbers } from "../schema/item-parts.ts";
import type { FormEntry, JournalEvent } from "./events.ts";
import { drawBelow, type Rng, shuffle } from "./rng.ts";

/** What a form needs of an item. */
export interface FormItem {
  readonly id: string;
  readonly options: readonly Pick<Option, "id" | "pin">[];
  readonly draws?: readonly Numbers[];
}

/** Lays out an item: options shuffled, pinned ones last, and numbers drawn for a computed item. */
export function layOut(item: FormItem, fingerprint: string, rng: Rng): FormEntry {
  const free = shuffle(
    item.options.filter((option) => option.pin !== "last"),
    rng,
  );
  const pinned = item.options.filter((option) => option.pin === "last");
  const numbers = item.draws?.[drawBelow(rng, item.draws.length)];
  return {
    item: item.id,
    fingerprint,
    order: [...free, ...pinned].map((option) => option.id),
    ...(numbers ? { numbers } : {}),
  };
}

/** The whole form of a session: as it was opened, with what was added. */
export function wholeForm(events: readonly JournalEvent[]): FormEntry[] {
  return events.flatMap((event) => (event.type === "opened" || event.type === "extended" ? event.form : []));
}
