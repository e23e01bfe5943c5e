import type { Item, Option } from "./item.ts";

/** Ids of the right options, in stored order. */
export function keyOf(item: { readonly options: readonly Pick<Option, "id" | "correct">[] }): string[] {
  return item.options.filter((option) => option.correct).map((option) => option.id);
}

/** Domain id of an objective id: "2.1.3" belongs to domain "2". */
export function domainOf(objective: string): string {
  return objective.split(".", 1)[0] ?? objective;
}

/** Task id of an objective id: "2.1.3" belongs to task "2.1". */
export function taskOf(objective: string): string {
  return objective.split(".", 2).join(".");
}

/** Numbers drawn for one showing of a computed item, by variable and value name. */
export type Numbers = Readonly<Record<string, number>>;

/** A showing of an item: its template filled with numbers. Items without a template are returned as they are. */
export function fillItem<T extends Item>(item: T, numbers: Numbers | undefined): T {
  if (numbers === undefined) return item;
  const { template, ...shown } = item;
  return { ...(fillDeep(shown, numbers) as T), template };
}

/** Fills {{name}} in every text inside a JSON value. */
function fillDeep(value: unknown, numbers: Numbers): unknown {
  if (typeof value === "string") {
    return value.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => numbers[name]?.toString() ?? whole);
  }
  if (Array.isArray(value)) return value.map((inner) => fillDeep(inner, numbers));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillDeep(inner, numbers)]));
}
