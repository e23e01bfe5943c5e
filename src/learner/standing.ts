import type { IndexEntry } from "../bank/bank-index.ts";
import { keyOf } from "../schema/item-parts.ts";
import type { Answered, JournalEvent, SessionClosed, SessionKind } from "../session/events.ts";
import { emptyLearner, itemState, type Learner, learn } from "./learner.ts";
import { takeResult } from "./real-result.ts";
import type { Blueprint, ItemFacts } from "./types.ts";

/** Right answers out of some. */
interface Tally {
  n: number;
  right: number;
}

/** A session in short. */
export interface SessionBrief {
  readonly session: string;
  readonly kind: SessionKind;
  readonly exam: string;
  readonly at: string;
  /** Items of the form. */
  of: number;
  /** Answers, and right ones. */
  n: number;
  right: number;
  /** Of those, first answers to an item, and right ones. */
  fresh: Tally;
  /** In an exam: answers that count, and right ones. */
  scored: Tally;
  ms: number;
  /** A mock exam whose form came from the reserve. */
  readonly reserve?: true;
  closed?: SessionClosed["how"];
  closedAt?: string;
}

/** What was done on a calendar day (days since 1970-01-01, local time). */
export interface DayCount extends Tally {
  ms: number;
  /** Whether the day's plan was finished. */
  done: boolean;
}

/** Where a learner stands: a fold of the journal, in plain JSON. */
export interface Standing {
  readonly learner: Learner;
  /** Newest last. */
  readonly sessions: SessionBrief[];
  readonly open: Record<string, SessionBrief>;
  readonly days: Record<string, DayCount>;
  readonly flagged: Record<string, true>;
  /** Digests of the wordings that the journal holds already. */
  readonly kept: Record<string, true>;
  /** Facts of items that are in no open bank. */
  readonly foreign: Record<string, ItemFacts>;
  /** Option pairs that were mixed up: item id and the wrong option chosen, with how often. */
  readonly confused: Record<string, number>;
  readonly results: {
    readonly exam: string;
    readonly score: number;
    readonly day: string;
    readonly at: string;
  }[];
  /** Answers left out because the item's key has changed since. */
  keyChanged: number;
  /** Time and id of the newest event folded in. */
  last: string;
}

/** What the fold needs to know besides the events. */
export interface StandingContext {
  readonly blueprints: readonly Blueprint[];
  entry(id: string): IndexEntry | undefined;
  /** Calendar day (days since 1970-01-01) of an epoch time where the learner is. */
  dayOf(at: number): number;
}

const sessionsKept = 200;

/** The standing of a learner without history. */
export function emptyStanding(context: StandingContext): Standing {
  return {
    learner: emptyLearner(context.blueprints),
    sessions: [],
    open: {},
    days: {},
    flagged: {},
    kept: {},
    foreign: {},
    confused: {},
    results: [],
    keyChanged: 0,
    last: "",
  };
}

/** Position of an event in the order of time. */
function orderKey(event: JournalEvent): string {
  return `${event.at} ${event.id}`;
}

/**
 * Folds events, in the order of time, into a standing, in place. Gives false, and leaves the standing unfit for use,
 * when an event takes back something that was folded in earlier: then the journal has to be read from its beginning.
 */
export function foldStanding(
  standing: Standing,
  events: readonly JournalEvent[],
  context: StandingContext,
): boolean {
  const here = new Set(events.filter((event) => event.type === "answered").map((event) => event.id));
  const gone = cancelledAnswers(events);
  if (gone.some((id) => !here.has(id))) return false;
  const cancelled = new Set(gone);
  for (const event of events) {
    if (orderKey(event) < standing.last) return false;
    standing.last = orderKey(event);
    if (!cancelled.has(event.id)) foldEvent(standing, event, context);
  }
  return true;
}

/** Ids of answers that were undone, or left out by a dispute. */
function cancelledAnswers(events: readonly JournalEvent[]): string[] {
  const latest = new Map<string, string>();
  const gone: string[] = [];
  for (const event of events) {
    if (event.type === "answered") latest.set(`${event.session} ${event.n}`, event.id);
    if (event.type === "undone") gone.push(event.ref);
    if (event.type === "disputed" && event.exclude)
      gone.push(latest.get(`${event.session} ${event.n}`) ?? "not here");
  }
  return gone;
}

function foldEvent(standing: Standing, event: JournalEvent, context: StandingContext): void {
  switch (event.type) {
    case "opened":
      standing.open[event.session] = openedBrief(event);
      break;
    case "extended": {
      const brief = standing.open[event.session];
      if (brief) brief.of += event.form.length;
      break;
    }
    case "item":
      foldItem(standing, event, context);
      break;
    case "answered":
      foldAnswer(standing, event, context);
      break;
    case "flagged":
      if (event.on) standing.flagged[event.item] = true;
      else delete standing.flagged[event.item];
      break;
    case "closed":
      foldClosed(standing, event, context);
      break;
    case "result":
      standing.results.push({ exam: event.exam, score: event.score, day: event.day, at: event.at });
      takeResult(
        standing.learner,
        event.exam,
        event.score,
        Date.parse(event.at),
        context.dayOf(Date.parse(event.at)),
      );
      break;
  }
}

function openedBrief(event: Extract<JournalEvent, { type: "opened" }>): SessionBrief {
  const { session, kind, exam, at, form, reserve } = event;
  const none = (): Tally => ({ n: 0, right: 0 });
  return {
    session,
    kind,
    exam,
    at,
    of: form.length,
    n: 0,
    right: 0,
    fresh: none(),
    scored: none(),
    ms: 0,
    ...(reserve ? { reserve } : {}),
  };
}

function foldItem(
  standing: Standing,
  event: Extract<JournalEvent, { type: "item" }>,
  context: StandingContext,
): void {
  standing.kept[event.fingerprint] = true;
  const { item } = event;
  if (context.entry(item.id)) return;
  standing.foreign[item.id] = {
    id: item.id,
    objectives: item.objectives,
    options: item.options.length,
    keys: keyOf(item).length,
    level: item.level,
    services: item.services,
    ...(item.concept ? { concept: item.concept } : {}),
  };
}

function foldAnswer(standing: Standing, event: Answered & JournalEvent, context: StandingContext): void {
  const entry = context.entry(event.item);
  if (entry && !sameKey(entry.key, event.key)) {
    standing.keyChanged++;
    return;
  }
  const facts = entry ? factsOf(entry) : standing.foreign[event.item];
  const at = Date.parse(event.at);
  const day = context.dayOf(at);
  const first = itemState(standing.learner, event.item) === undefined;
  if (facts)
    learn(
      standing.learner,
      { item: event.item, at, day, correct: event.correct, ms: event.ms, ...confidenceOf(event) },
      facts,
    );
  count(standing, event, first, day);
}

function confidenceOf({ confidence }: Answered): Pick<Answered, "confidence"> {
  return confidence ? { confidence } : {};
}

function count(standing: Standing, event: Answered & JournalEvent, first: boolean, day: number): void {
  const right = Number(event.correct);
  const add = (tally: Tally) => {
    tally.n++;
    tally.right += right;
  };
  standing.days[day] ??= { n: 0, right: 0, ms: 0, done: false };
  const today = standing.days[day];
  add(today);
  today.ms += event.ms;
  const brief = standing.open[event.session];
  if (brief) {
    add(brief);
    if (first) add(brief.fresh);
    if (!event.unscored) add(brief.scored);
    brief.ms += event.ms;
  }
  if (!event.correct) {
    for (const option of event.choose.filter((id) => !event.key.includes(id))) {
      const pair = `${event.item} ${option}`;
      standing.confused[pair] = (standing.confused[pair] ?? 0) + 1;
    }
  }
}

function foldClosed(standing: Standing, event: SessionClosed & JournalEvent, context: StandingContext): void {
  const brief = standing.open[event.session];
  if (!brief) return;
  delete standing.open[event.session];
  if (event.how === "discarded") return;
  standing.sessions.push({ ...brief, closed: event.how, closedAt: event.at });
  if (standing.sessions.length > sessionsKept) standing.sessions.shift();
  if (brief.kind === "daily" && event.how === "finished") {
    const day = context.dayOf(Date.parse(event.at));
    standing.days[day] ??= { n: 0, right: 0, ms: 0, done: false };
    standing.days[day].done = true;
  }
}

/** Facts that the learner model needs, from an index entry. */
export function factsOf(entry: IndexEntry): ItemFacts {
  const { id, objectives, options, key, level, services, concept } = entry;
  return { id, objectives, options, keys: key.length, level, services, ...(concept ? { concept } : {}) };
}

function sameKey(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
