import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/** Widest line that is comfortable to read; wider terminals keep a margin. */
export const widestText = 100;

const widestLabel = 12;
const narrowestName = 16;

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Breaks a text into lines of at most `width` columns; it keeps its own indent, and lines after the first hang by `indent`. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lead = /^ */.exec(text)?.[0] ?? "";
  const lines = wrapAnsi(text.slice(lead.length), Math.max(8, width - Math.max(indent, lead.length)), {
    hard: true,
    trim: true,
  });
  return lines
    .split("\n")
    .map((line, index) => (index === 0 ? lead : " ".repeat(Math.max(indent, lead.length))) + line);
}

/** What stands before the text of a line: blanks, or a label of up to 12 columns as in "Ready     726 of 1000". */
const before = /^(?: *\S+(?: \S+)? {2,}| +)(?=\S)/;

/** Fits lines into a width: what is too long goes on below, under the text behind its label, else two columns in. */
export function fold(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    if (widthOf(line) <= width) return [line];
    const label = before.exec(line)?.[0] ?? "";
    if (label === "" || label.length > widestLabel) return wrap(line, width, 2);
    const [first = "", ...rest] = wrap(line.slice(label.length), width - label.length);
    return [label + first, ...rest.map((below) => " ".repeat(label.length) + below)];
  });
}

/** Puts two texts at the ends of a line; the right one is dropped when there is no room for both. */
export function spread(left: string, right: string, width: number): string {
  if (right === "") return cut(left, width);
  const gap = width - widthOf(left) - widthOf(right);
  return gap < 1 ? cut(left, width) : `${left}${" ".repeat(gap)}${right}`;
}

/** Cuts a text to a width, ending in an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const first =
    wrapAnsi(text.replaceAll(" ", "\u00a0"), Math.max(1, width - 1), { hard: true, trim: false }).split(
      "\n",
      1,
    )[0] ?? "";
  return `${first.replaceAll("\u00a0", " ")}…`;
}

/** Fills a text with blanks up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Fills a text with blanks on the left up to a width. */
export function padLeft(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A bar of `width` cells; `share` is from 0 to 1. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return "█".repeat(full) + "░".repeat(width - full);
}

const ticks = "▁▂▃▄▅▆▇█";

/** A sparkline of values from 0 to 1; a missing value is a blank. */
export function sparkline(values: readonly (number | undefined)[]): string {
  return values
    .map((value) => (value === undefined ? " " : ticks[Math.min(7, Math.floor(Math.max(0, value) * 8))]))
    .join("");
}

/**
 * Puts cells into columns, two blanks apart; numbers (right-aligned columns) are named by index. In a table that would be
 * wider than `width`, the texts of the first column go on below, indented. The last cell of a shorter row runs on over the
 * columns that it lacks.
 */
export function table(
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
  width = Number.POSITIVE_INFINITY,
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const runsOn = (row: readonly string[], i: number) => row.length < columns && i === row.length - 1;
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => (runsOn(row, i) ? 0 : widthOf(row[i] ?? "")))),
  );
  const others = widths.slice(1).reduce((sum, cells) => sum + cells + 2, 0);
  widths[0] = Math.min(widths[0] ?? 0, Math.max(narrowestName, width - others));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) =>
        rightAligned.includes(i) && !runsOn(cells, i)
          ? padLeft(cell, widths[i] ?? 0)
          : pad(cell, widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return rows.flatMap(([name = "", ...cells]) => {
    const [first = "", ...below] = fold([name], widths[0] ?? 0);
    return [line([first, ...cells]), ...below];
  });
}
