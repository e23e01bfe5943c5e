import { eventVersion, type FormEntry, type JournalEvent } from "../session/events.ts";
import { type HistoryRow, historyColumns, historyFormat } from "./export-history.ts";

/** A line that is no row of the history. */
export interface RowProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

const lists = new Set<keyof HistoryRow>(["services", "choose", "key", "changes", "order"]);
const numbers = new Set<keyof HistoryRow>(["format", "seq", "n", "of", "ms"]);
const truths = new Set<keyof HistoryRow>(["correct", "unscored", "undone", "excluded"]);

/** Reads rows in JSON Lines, as the export writes them. */
export function readRows(text: string): { rows: HistoryRow[]; problems: RowProblem[] } {
  const rows: HistoryRow[] = [];
  const problems: RowProblem[] = [];
  text.split("\n").forEach((source, index) => {
    if (source.trim() === "") return;
    const read = readRow(source);
    if (typeof read === "string") problems.push({ line: index + 1, message: read });
    else rows.push(read);
  });
  return { rows, problems };
}

function readRow(source: string): HistoryRow | string {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(source) as Record<string, unknown>;
  } catch {
    return "is no JSON";
  }
  if (value === null || typeof value !== "object") return "is no object";
  if (value["format"] !== historyFormat)
    return `has format ${String(value["format"])}; this program reads ${historyFormat}`;
  const wrong = (Object.keys(historyColumns) as (keyof HistoryRow)[]).find(
    (column) => !fits(column, value[column]),
  );
  if (wrong) return `has no usable "${wrong}"`;
  if (Number.isNaN(Date.parse(value["at"] as string))) return `has no usable "at"`;
  return value as unknown as HistoryRow;
}

function fits(column: keyof HistoryRow, value: unknown): boolean {
  if (lists.has(column)) return Array.isArray(value);
  if (numbers.has(column)) return typeof value === "number" && Number.isFinite(value);
  if (truths.has(column)) return typeof value === "boolean";
  return column === "numbers" ? value !== null && typeof value === "object" : typeof value === "string";
}

/** Events that say what the rows say; events the journal knows already are left out. */
export function eventsOfRows(rows: readonly HistoryRow[], known: readonly JournalEvent[]): JournalEvent[] {
  const ids = new Set(known.map((event) => event.id));
  const sessions = new Set(known.flatMap((event) => (event.type === "opened" ? [event.session] : [])));
  const fresh = rows.filter((row) => !ids.has(row.id));
  const bySession = groupBySession(fresh);
  return [...bySession].flatMap(([session, own]) => [
    ...(sessions.has(session) ? [] : frameOf(own)),
    ...own.flatMap(answerEvents),
  ]);
}

function groupBySession(rows: readonly HistoryRow[]): Map<string, HistoryRow[]> {
  const groups = new Map<string, HistoryRow[]>();
  for (const row of rows) groups.set(row.session, [...(groups.get(row.session) ?? []), row]);
  return groups;
}

/** The opening and the end of a session that is known by its answers only. */
function frameOf(rows: readonly HistoryRow[]): JournalEvent[] {
  const first = rows[0] as HistoryRow;
  const last = rows.at(-1) as HistoryRow;
  const form: FormEntry[] = Array.from({ length: first.of }, () => ({
    item: "",
    fingerprint: "",
    order: [],
  }));
  for (const row of rows) {
    form[row.n - 1] = {
      item: row.item,
      fingerprint: row.fingerprint,
      order: row.order,
      ...(Object.keys(row.numbers).length > 0 ? { numbers: row.numbers } : {}),
      ...(row.unscored ? { unscored: true as const } : {}),
    };
  }
  const { session, kind, exam, seed } = first;
  const stamp = (row: HistoryRow, what: string, seq: number) => ({
    v: eventVersion,
    id: `${session}-${what}`,
    at: row.at,
    session,
    seq,
  });
  return [
    { ...stamp(first, "opened", 0), type: "opened", kind: kind as never, exam, seed, form },
    { ...stamp(last, "closed", last.seq + 1), type: "closed", how: "finished" },
  ];
}

function answerEvents(row: HistoryRow): JournalEvent[] {
  const stamp = { v: eventVersion, at: row.at, session: row.session, seq: row.seq };
  const n = row.n - 1;
  const answered: JournalEvent = {
    ...stamp,
    id: row.id,
    type: "answered",
    n,
    item: row.item,
    choose: row.choose,
    key: row.key,
    correct: row.correct,
    ms: row.ms,
    ...(row.confidence ? { confidence: row.confidence as never } : {}),
    ...(row.changes.length > 0 ? { changes: row.changes } : {}),
    ...(row.unscored ? { unscored: true as const } : {}),
    facts: { services: row.services, objective: row.objective, level: row.level },
  };
  const { item, fingerprint } = row;
  return [
    answered,
    ...(row.undone ? [{ ...stamp, id: `${row.id}-undone`, type: "undone" as const, n, ref: row.id }] : []),
    ...(row.excluded
      ? [
          {
            ...stamp,
            id: `${row.id}-disputed`,
            type: "disputed" as const,
            n,
            item,
            fingerprint,
            key: [],
            reason: "imported",
            exclude: true,
          },
        ]
      : []),
  ];
}
