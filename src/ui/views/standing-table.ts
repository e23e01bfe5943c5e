import { bar, table } from "../layout.ts";
import { percent, range } from "../numbers.ts";
import type { Theme } from "../theme.ts";

/** What is known of a domain, a task or a service; shares are from 0 to 1. */
export interface StandingRow {
  readonly name: string;
  /** Share of fresh answers that is expected to be right; null while there are too few. */
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** First answers so far. */
  readonly fresh: number;
  /** Under the cut with a chance of at least 90 %. */
  readonly weak: boolean;
}

/** A column that counts something of a row. */
export interface CountColumn<T> {
  readonly title: string;
  of(row: T): string;
}

/** The count that says how much a share rests on. */
export const freshAnswers: CountColumn<StandingRow> = {
  title: "answers",
  of: ({ fresh }) => `${fresh} fresh`,
};

const barCells = 16;
const fewest = 5;
/** Columns that a screen must have for the bar, and for the count. */
const room = { bar: 72, count: 50 };

/**
 * A head, and a line for each row: name, bar, share, 90 % range, a count, and whether it is weak. Where the screen is
 * narrow the bar is left out, then the count.
 */
export function standingTable<T extends StandingRow>(
  title: string,
  rows: readonly T[],
  count: CountColumn<T>,
  width: number,
  theme: Theme,
): string[] {
  const [bars, counts] = [width >= room.bar, width >= room.count];
  const cells = (row: T) => [
    row.name,
    ...(bars ? [theme.accent(bar(row.expected ?? 0, barCells))] : []),
    percent(row.expected),
    range(row),
    ...(counts ? [count.of(row)] : []),
    row.weak ? theme.warn("weak") : "",
  ];
  const unknown = ({ name, fresh }: T) => [name, theme.faint(`${fresh} of ${fewest} fresh answers`)];
  const head = [title, ...(bars ? [""] : []), "share", "90 %", ...(counts ? [count.title] : []), ""];
  const numbers = bars ? [2, 3, 4] : counts ? [1, 2, 3] : [1, 2];
  const [first = "", ...body] = table(
    [head, ...rows.map((row) => (row.expected === null ? unknown(row) : cells(row)))],
    numbers,
    width,
  );
  return [theme.strong(first), ...body];
}
