import { findDomain } from "../schema/blueprint.ts";
import type { Exam } from "../schema/exam.ts";
import type { Item } from "../schema/item.ts";
import { fillItem, keyOf, taskOf } from "../schema/item-parts.ts";
import { serviceName } from "../schema/services.ts";
import type {
  Answered,
  Confidence,
  FormEntry,
  JournalEvent,
  SessionClosed,
  SessionKind,
} from "../session/events.ts";
import { wholeForm } from "../session/form.ts";
import { confusionsOf } from "./confusions.ts";
import { type MockReport, mockOf } from "./mock-report.ts";
import { habits, partsOf } from "./session-parts.ts";
import { type Score, scoreOf } from "./tally.ts";

/** One answer of a session. */
export interface ReportAnswer {
  /** Place in the form, from 1. */
  readonly n: number;
  readonly item: string;
  readonly choose: readonly string[];
  readonly key: readonly string[];
  readonly correct: boolean;
  readonly ms: number;
  readonly confidence?: Confidence;
  readonly changes: readonly (readonly string[])[];
  readonly flagged: boolean;
  /** First answer to this item ever. */
  readonly first: boolean;
  /** Left out of the score by a dispute. */
  readonly excluded: boolean;
  /** The bank's key is another one now. */
  readonly keyChanged: boolean;
  readonly unscored: boolean;
}

/** An option in a miss. */
interface OptionWhy {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** A wrong answer with what was asked then, as it read then. */
export interface Miss {
  readonly n: number;
  readonly item: string;
  readonly stem: string;
  readonly chosen: readonly OptionWhy[];
  readonly key: readonly OptionWhy[];
  readonly explanation: string;
  readonly references: readonly string[];
}

/** A part of a score: a domain, a task or a service. */
export interface Part extends Score {
  readonly id: string;
  readonly name: string;
}

/** Everything a report of a session says; the same for every format. */
export interface SessionReport {
  readonly format: 1;
  readonly session: string;
  readonly kind: SessionKind;
  readonly exam: string;
  readonly seed: string;
  readonly at: string;
  readonly closed: SessionClosed["how"] | null;
  /** Items of the form. */
  readonly items: number;
  readonly score: Score;
  readonly first: Score;
  readonly repeated: Score;
  readonly domains: readonly Part[];
  readonly tasks: readonly Part[];
  readonly services: readonly Part[];
  readonly pacing: {
    readonly totalMs: number;
    readonly medianMs: number;
    readonly slowest: { readonly n: number; readonly ms: number } | null;
    readonly lastTenMs: number;
  };
  readonly changes: {
    readonly n: number;
    readonly toRight: number;
    readonly toWrong: number;
    readonly between: number;
  };
  readonly flagged: Score;
  readonly unflagged: Score;
  readonly confidence: readonly (Score & { readonly said: Confidence })[];
  readonly confusions: readonly { readonly picked: string; readonly instead: string; readonly n: number }[];
  /** Only for a mock exam. */
  readonly mock: MockReport | null;
  readonly answers: readonly ReportAnswer[];
  readonly misses: readonly Miss[];
}

/** What a report is made from: the whole journal, the outlines, and today's keys. */
export interface ReportSource {
  readonly events: readonly JournalEvent[];
  readonly exams: readonly Exam[];
  /** Option ids of an item's key in today's bank. */
  keyNow(item: string): readonly string[] | undefined;
  /** The share of scored items that passes, and how unsure that is. */
  readonly cut: { readonly mean: number; readonly sd: number };
}

/** Builds the report of a session from the journal alone, so that it stays what it was when the bank changes. */
export function reportSession(source: ReportSource, session: string): SessionReport | undefined {
  const own = source.events.filter((event) => event.session === session).sort((a, b) => a.seq - b.seq);
  const opened = own.find((event) => event.type === "opened");
  if (!opened) return undefined;
  const exam = source.exams.find((candidate) => candidate.code === opened.exam);
  const form = wholeForm(own);
  const items = itemsAsAsked(source.events, form);
  const given = finalAnswers(own).map((answer) => describe(answer, own, opened, source));
  const closed = own.findLast((event) => event.type === "closed")?.how ?? null;
  const answers = opened.kind === "exam" && closed ? withBlanks(given, form, items) : given;
  const counted = answers.filter((answer) => !answer.excluded && !answer.unscored);
  const parts = (idsOf: (item: Item) => readonly { id: string; name: string }[]) =>
    partsOf(counted, items, idsOf);
  const objective = (item: Item) => item.objectives[opened.exam] ?? "";
  const domains = parts((item) => {
    const domain = exam && findDomain(exam, objective(item));
    return domain ? [{ id: domain.id, name: domain.name }] : [];
  });
  return {
    format: 1,
    session,
    kind: opened.kind,
    exam: opened.exam,
    seed: opened.seed,
    at: opened.at,
    closed,
    items: form.length,
    score: scoreOf(counted),
    first: scoreOf(counted.filter((answer) => answer.first)),
    repeated: scoreOf(counted.filter((answer) => !answer.first)),
    domains,
    tasks: parts((item) => {
      const id = taskOf(objective(item));
      const task = exam?.domains.flatMap((domain) => domain.tasks).find((candidate) => candidate.id === id);
      return task ? [{ id, name: task.title }] : [];
    }),
    services: parts((item) => item.services.slice(0, 1).map((id) => ({ id, name: serviceName(id) }))),
    ...habits(answers),
    confusions: confusionsOf(answers, items),
    mock:
      exam && opened.kind === "exam"
        ? mockOf(own, opened, exam, { answers, counted, domains }, source.cut)
        : null,
    answers,
    misses: answers.filter((answer) => !answer.correct).flatMap((answer) => missOf(answer, items)),
  };
}

/** An exam's blanks are wrong answers. */
function withBlanks(
  given: readonly ReportAnswer[],
  form: readonly FormEntry[],
  items: ReadonlyMap<string, Item>,
): ReportAnswer[] {
  return form.map((entry, index) => {
    const answer = given.find((candidate) => candidate.n === index + 1);
    if (answer) return answer;
    const item = items.get(entry.item);
    const blank = {
      choose: [],
      changes: [],
      correct: false,
      ms: 0,
      flagged: false,
      first: true,
      excluded: false,
      keyChanged: false,
    };
    return {
      ...blank,
      n: index + 1,
      item: entry.item,
      key: item ? keyOf(item) : [],
      unscored: entry.unscored === true,
    };
  });
}

/** The answers that stand: undone ones are gone, the last of a place counts. */
function finalAnswers(own: readonly JournalEvent[]): (Answered & JournalEvent)[] {
  const undone = new Set(own.flatMap((event) => (event.type === "undone" ? [event.ref] : [])));
  const byPlace = new Map<number, Answered & JournalEvent>();
  for (const event of own)
    if (event.type === "answered" && !undone.has(event.id)) byPlace.set(event.n, event);
  return [...byPlace.values()].sort((a, b) => a.n - b.n);
}

function describe(
  answer: Answered & JournalEvent,
  own: readonly JournalEvent[],
  opened: JournalEvent,
  source: ReportSource,
): ReportAnswer {
  const flag = own.findLast((event) => event.type === "flagged" && event.n === answer.n);
  const keyNow = source.keyNow(answer.item);
  return {
    n: answer.n + 1,
    item: answer.item,
    choose: answer.choose,
    key: answer.key,
    correct: answer.correct,
    ms: answer.ms,
    ...(answer.confidence ? { confidence: answer.confidence } : {}),
    changes: answer.changes ?? [],
    flagged: flag?.type === "flagged" && flag.on,
    first: !source.events.some(
      (event) =>
        event.type === "answered" &&
        event.item === answer.item &&
        event.session !== opened.session &&
        event.at < answer.at,
    ),
    excluded: own.some((event) => event.type === "disputed" && event.n === answer.n && event.exclude),
    keyChanged:
      keyNow !== undefined &&
      (keyNow.length !== answer.key.length || keyNow.some((id) => !answer.key.includes(id))),
    unscored: answer.unscored === true,
  };
}

/** Each item of the form as it read when it was asked, computed items with their numbers. */
function itemsAsAsked(
  events: readonly JournalEvent[],
  form: readonly FormEntry[],
): ReadonlyMap<string, Item> {
  const kept = new Map(
    events.flatMap((event) => (event.type === "item" ? [[event.fingerprint, event.item] as const] : [])),
  );
  return new Map(
    form.flatMap((entry) => {
      const item = kept.get(entry.fingerprint);
      return item ? [[entry.item, fillItem(item, entry.numbers)] as const] : [];
    }),
  );
}

function missOf(answer: ReportAnswer, items: ReadonlyMap<string, Item>): Miss[] {
  const item = items.get(answer.item);
  if (!item) return [];
  const whys = (ids: readonly string[]) =>
    item.options.filter((option) => ids.includes(option.id)).map(({ id, text, why }) => ({ id, text, why }));
  return [
    {
      n: answer.n,
      item: answer.item,
      stem: item.stem,
      chosen: whys(answer.choose.filter((id) => !answer.key.includes(id))),
      key: whys(answer.key),
      explanation: item.explanation,
      references: item.references,
    },
  ];
}
