import { markdownTable } from "./escape-markdown.ts";
import { type HistoryRow, historyColumns } from "./export-history.ts";

/** Formats of an exported history, by name. */
export const historyFormats: Readonly<Record<string, (rows: readonly HistoryRow[]) => Promise<string>>> = {
  csv: historyCsv,
  json: async (rows) => `${JSON.stringify(rows, null, 2)}\n`,
  jsonl: async (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
  md: async (rows) => `${historyMarkdown(rows)}\n`,
};

const columns = Object.keys(historyColumns) as (keyof HistoryRow)[];

/** RFC 4180 with a header; cells that a spreadsheet would take for a formula are made harmless. */
async function historyCsv(rows: readonly HistoryRow[]): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  const records = rows.map((row) => columns.map((column) => cellText(row[column])));
  return stringify([columns, ...records], { record_delimiter: "\r\n", escape_formulas: true });
}

/** Lists become words apart by blanks, lists of lists and objects become JSON. */
function cellText(value: HistoryRow[keyof HistoryRow]): string {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one === "string") ? value.join(" ") : JSON.stringify(value);
  }
  if (typeof value === "object") return Object.keys(value).length > 0 ? JSON.stringify(value) : "";
  return String(value);
}

function historyMarkdown(rows: readonly HistoryRow[]): string {
  const shown = [
    "at",
    "exam",
    "kind",
    "item",
    "domain",
    "choose",
    "key",
    "correct",
    "confidence",
    "ms",
  ] as const;
  return markdownTable(
    shown,
    rows.filter((row) => !row.undone).map((row) => shown.map((column) => cellText(row[column]))),
  );
}
