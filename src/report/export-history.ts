import { findDomain } from "../schema/blueprint.ts";
import type { Exam } from "../schema/exam.ts";
import type { Answered, FormEntry, JournalEvent } from "../session/events.ts";
import { wholeForm } from "../session/form.ts";

/** Version of the row format; raised when a column changes its meaning. */
export const historyFormat = 1;

/** One answer of the history, complete enough to be read back. */
export interface HistoryRow {
  readonly format: typeof historyFormat;
  /** Event id: rows with the same id are the same answer. */
  readonly id: string;
  readonly at: string;
  readonly session: string;
  readonly seq: number;
  readonly kind: string;
  readonly exam: string;
  readonly seed: string;
  /** Place in the form, from 1, and size of the form. */
  readonly n: number;
  readonly of: number;
  readonly item: string;
  readonly fingerprint: string;
  readonly domain: string;
  readonly objective: string;
  readonly services: readonly string[];
  readonly level: string;
  readonly choose: readonly string[];
  readonly key: readonly string[];
  readonly correct: boolean;
  readonly confidence: string;
  readonly ms: number;
  readonly changes: readonly (readonly string[])[];
  readonly order: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly unscored: boolean;
  /** Taken back later by undo. */
  readonly undone: boolean;
  /** Left out of the score by a dispute. */
  readonly excluded: boolean;
}

/** The columns, in order, with what they hold; the documentation of the format. */
export const historyColumns: Readonly<Record<keyof HistoryRow, string>> = {
  format: "version of this format",
  id: "id of the answer",
  at: "time, ISO 8601 in UTC",
  session: "id of the session",
  seq: "number of the event in its session",
  kind: "quiz, daily, exam, review or diagnose",
  exam: "exam code",
  seed: "seed of the session",
  n: "place in the form, from 1",
  of: "items of the form",
  item: "item id",
  fingerprint: "digest of the wording and key that were shown",
  domain: "domain of the exam, by name",
  objective: "objective id in that exam",
  services: "service slugs, the main one first",
  level: "recall, apply or analyse",
  choose: "option ids in the order chosen",
  key: "option ids that were right",
  correct: "true or false",
  confidence: "guess, unsure, sure or empty",
  ms: "milliseconds the item was in sight",
  changes: "complete selections left again before the answer",
  order: "option ids in the order shown",
  numbers: "numbers of a computed item",
  unscored: "pretest item of an exam",
  undone: "taken back by undo",
  excluded: "left out of the score by a dispute",
};

/** What is exported. */
export interface HistoryFilter {
  /** Day, YYYY-MM-DD (UTC): answers from its start. */
  readonly since?: string;
  readonly exam?: string;
  readonly session?: string;
}

interface Lookup {
  readonly opened: ReadonlyMap<string, Extract<JournalEvent, { type: "opened" }>>;
  readonly forms: ReadonlyMap<string, readonly FormEntry[]>;
  readonly items: ReadonlyMap<string, Extract<JournalEvent, { type: "item" }>["item"]>;
  readonly undone: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  readonly exams: readonly Exam[];
}

/** One row per answer, in the order of time. */
export function historyRows(
  events: readonly JournalEvent[],
  exams: readonly Exam[],
  filter: HistoryFilter = {},
): HistoryRow[] {
  const lookup: Lookup = {
    forms: formsBySession(events),
    opened: new Map(
      events.flatMap((event) => (event.type === "opened" ? [[event.session, event] as const] : [])),
    ),
    items: new Map(
      events.flatMap((event) => (event.type === "item" ? [[event.fingerprint, event.item] as const] : [])),
    ),
    undone: new Set(events.flatMap((event) => (event.type === "undone" ? [event.ref] : []))),
    excluded: new Set(
      events.flatMap((event) =>
        event.type === "disputed" && event.exclude ? [`${event.session} ${event.n}`] : [],
      ),
    ),
    exams,
  };
  return events
    .filter((event): event is Answered & JournalEvent => event.type === "answered")
    .filter((event) => !filter.since || event.at >= filter.since)
    .filter((event) => !filter.session || event.session === filter.session)
    .map((event) => rowOf(event, lookup))
    .filter((row) => !filter.exam || row.exam === filter.exam);
}

function formsBySession(events: readonly JournalEvent[]): Map<string, FormEntry[]> {
  const sessions = new Map<string, JournalEvent[]>();
  for (const event of events) {
    if (event.type !== "opened" && event.type !== "extended") continue;
    const own = sessions.get(event.session) ?? [];
    sessions.set(event.session, own);
    own.push(event);
  }
  return new Map(
    [...sessions].map(([session, own]) => [session, wholeForm(own.sort((a, b) => a.seq - b.seq))]),
  );
}

function rowOf(event: Answered & JournalEvent, lookup: Lookup): HistoryRow {
  const opened = lookup.opened.get(event.session);
  const form = lookup.forms.get(event.session) ?? [];
  const entry = form[event.n];
  const item = lookup.items.get(entry?.fingerprint ?? "");
  const exam = lookup.exams.find((candidate) => candidate.code === opened?.exam);
  const objective = item?.objectives[opened?.exam ?? ""] ?? event.facts?.objective ?? "";
  return {
    format: historyFormat,
    id: event.id,
    at: event.at,
    session: event.session,
    seq: event.seq,
    kind: opened?.kind ?? "",
    exam: opened?.exam ?? "",
    seed: opened?.seed ?? "",
    n: event.n + 1,
    of: form.length,
    item: event.item,
    fingerprint: entry?.fingerprint ?? "",
    domain: (exam && findDomain(exam, objective)?.name) ?? "",
    objective,
    services: item?.services ?? event.facts?.services ?? [],
    level: item?.level ?? event.facts?.level ?? "",
    choose: event.choose,
    key: event.key,
    correct: event.correct,
    confidence: event.confidence ?? "",
    ms: event.ms,
    changes: event.changes ?? [],
    order: entry?.order ?? [],
    numbers: entry?.numbers ?? {},
    unscored: event.unscored === true,
    undone: lookup.undone.has(event.id),
    excluded: lookup.excluded.has(`${event.session} ${event.n}`),
  };
}
