import type { LoadedItem } from "../bank/open-bank.ts";
import { CertdrillError } from "../errors.ts";
import { readJournalMentioning, sessionEvents } from "../journal/read-journal.ts";
import { itemState } from "../learner/learner.ts";
import type { Exam } from "../schema/exam.ts";
import { keyOf } from "../schema/item-parts.ts";
import { drawForm } from "../session/draw-form.ts";
import type { EventDraft, FormEntry, JournalEvent, SessionOpened } from "../session/events.ts";
import { type ExamState, foldExam, openExam } from "../session/exam.ts";
import { type ExamClockStart, timeLeft, usedAfterAbsence, usedTime } from "../session/exam-clock.ts";
import { layOut } from "../session/form.ts";
import type { OpenedEvent } from "../session/quiz.ts";
import { seededRng } from "../session/rng.ts";
import { type ExamAsker, runExam } from "../session/run-exam.ts";
import type { Leave } from "../session/run-quiz.ts";
import { viewItem } from "../session/views.ts";
import { type App, findExam } from "./app.ts";
import { itemsAsOpened, keptTexts, newSessionName, newTexts } from "./drill.ts";
import { labelsOf } from "./labels.ts";
import { reserveNow } from "./where-you-stand.ts";

/** A mock exam that runs. */
export interface ExamRoom {
  readonly app: App;
  readonly exam: Exam;
  readonly items: ReadonlyMap<string, LoadedItem>;
  readonly clock: ExamClockStart;
  readonly practice: boolean;
  state: ExamState;
  /** Number of the session's next event. */
  seq: number;
}

/** What a mock exam is opened with. */
export interface ExamPlan {
  readonly count: number;
  readonly minutes: number;
  readonly seed: string;
  readonly practice: boolean;
  readonly reserve: boolean;
  /** Domain id, when only one is examined. */
  readonly domain?: string;
}

/** Draws a form and opens an exam on it. */
export async function openExamRoom(app: App, plan: ExamPlan): Promise<ExamRoom> {
  const [bank, exam, standing] = [await app.bank(), await app.exam(), await app.standing()];
  const kept = reserveNow(bank, exam, standing);
  const pool = bank.entries.filter(
    (entry) => exam.code in entry.objectives && kept.has(entry.id) === plan.reserve,
  );
  const outline = plan.domain
    ? { ...exam, domains: exam.domains.filter(({ id }) => id === plan.domain) }
    : exam;
  const { scored, unscored } = exam.questions;
  const drawn = drawForm({
    exam: outline,
    items: pool,
    count: plan.count,
    scored: Math.round((plan.count * scored) / (scored + unscored)),
    seen: (id) => itemState(standing.learner, id)?.n ?? 0,
    rng: seededRng(`${plan.seed} form`),
  });
  if (drawn.items.length === 0)
    throw new CertdrillError("no-items", "there are no items for this exam", {
      hint: "leave out --domain or --reserve",
    });
  sayWhatIsShort(app, drawn.items.length, plan.count, drawn.repeated);
  const items = bank.load(drawn.items.map((entry) => entry.id));
  const rng = seededRng(`${plan.seed} layout`);
  const form = items.map((item, index): FormEntry => {
    const entry = layOut(item, drawn.items[index]?.fingerprint ?? "", rng);
    return drawn.unscored.has(item.id) ? { ...entry, unscored: true } : entry;
  });
  const opened: SessionOpened = {
    type: "opened",
    kind: "exam",
    exam: exam.code,
    seed: plan.seed,
    form,
    minutes: plan.minutes,
    ...(plan.practice ? { practice: true } : {}),
    ...(plan.reserve ? { reserve: true } : {}),
  };
  const session = newSessionName(app);
  const events = app.journal().append(session, 0, [...newTexts(items, form, standing), opened]);
  return {
    app,
    exam,
    items: new Map(items.map((item) => [item.id, item])),
    clock: { limit: plan.minutes * 60_000, used: 0, monotonic: app.host.monotonic() },
    practice: plan.practice,
    state: openExam(events.at(-1) as OpenedEvent),
    seq: events.length,
  };
}

function sayWhatIsShort(app: App, drawn: number, wanted: number, repeated: number): void {
  if (drawn < wanted) app.talk(`The bank has ${drawn} items for this form; the exam has ${drawn}.`);
  if (repeated > 0)
    app.talk(
      `${repeated} of ${drawn} items were seen before: too few fresh ones are left. The score will flatter.`,
    );
}

/** Takes up an exam where it was left, with the time that is really left. */
export async function resumeExamRoom(app: App, session: string): Promise<ExamRoom> {
  const { events } = readJournalMentioning(app.journalFolder, session);
  const own = sessionEvents(events, session);
  const opened = own.find((event): event is OpenedEvent => event.type === "opened");
  const last = own.at(-1);
  if (!opened || !last)
    throw new CertdrillError("session-unknown", `there is no exam "${session}"`, {
      hint: "see: certdrill report --list",
    });
  const state = own.reduce(foldExam, openExam(opened));
  if (state.closed)
    throw new CertdrillError("session-closed", `the exam ${session} is over`, {
      hint: `see: certdrill report ${session}`,
    });
  const bank = await app.bank();
  const practice = opened.practice === true;
  return {
    app,
    exam: findExam(bank.exams, opened.exam),
    items: await itemsAsOpened(app, opened.form, await keptTexts(app, opened.form), bank.load),
    clock: {
      limit: (opened.minutes ?? 0) * 60_000,
      used: usedAfterAbsence(state.used, Date.parse(last.at), app.host.now(), practice),
      monotonic: app.host.monotonic(),
    },
    practice,
    state,
    seq: 1 + Math.max(...own.map((event) => event.seq)),
  };
}

/** Working time left in a room, milliseconds. */
export function leftIn(room: ExamRoom): number {
  return timeLeft(room.clock, room.app.host.monotonic());
}

/** Working time used in a room, milliseconds. */
export function usedIn(room: ExamRoom): number {
  return usedTime(room.clock, room.app.host.monotonic());
}

/** Appends events to an exam's session. */
export function recordInRoom(room: ExamRoom, drafts: readonly EventDraft[]): readonly JournalEvent[] {
  const events = room.app.journal().append(room.state.session, room.seq, drafts);
  room.seq += events.length;
  for (const event of events) room.state = foldExam(room.state, event);
  return events;
}

/** Ids of the right options of a place of the form. */
export function keyInRoom(room: ExamRoom, entry: FormEntry): string[] {
  return keyOf(itemIn(room, entry));
}

function itemIn(room: ExamRoom, entry: FormEntry): LoadedItem {
  const item = room.items.get(entry.item);
  if (!item) throw new Error(`item ${entry.item} was not loaded`);
  return item;
}

/** Runs an exam until it is closed or left. */
export async function sitExam(room: ExamRoom, asker: ExamAsker): Promise<Leave["how"] | undefined> {
  const { left } = await runExam(room.state, {
    asker,
    record: (drafts) => recordInRoom(room, drafts),
    keyOf: (entry) => keyInRoom(room, entry),
    itemView: (state, n) => {
      const entry = state.form[n] as FormEntry;
      const item = itemIn(room, entry);
      return viewItem(item, entry, labelsOf(item, room.exam));
    },
    used: () => usedIn(room),
    timeIsUp: () => leftIn(room) <= 0,
    practice: room.practice,
  });
  return left;
}
