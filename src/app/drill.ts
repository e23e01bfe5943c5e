import type { LoadedItem } from "../bank/open-bank.ts";
import { CertdrillError } from "../errors.ts";
import { readJournalMentioning, sessionEvents } from "../journal/read-journal.ts";
import { itemState } from "../learner/learner.ts";
import { dueDay, gradeAnswer, remember } from "../learner/memory.ts";
import type { Standing } from "../learner/standing.ts";
import type { Exam } from "../schema/exam.ts";
import { keyOf } from "../schema/item-parts.ts";
import type {
  Answered,
  EventDraft,
  FormEntry,
  ItemKept,
  JournalEvent,
  SessionKind,
  SessionOpened,
} from "../session/events.ts";
import { layOut, wholeForm } from "../session/form.ts";
import { foldQuiz, type OpenedEvent, openQuiz, type QuizState } from "../session/quiz.ts";
import { seededRng } from "../session/rng.ts";
import { type Leave, type QuizAsker, runQuiz } from "../session/run-quiz.ts";
import { type FeedbackView, type QuestionView, viewItem } from "../session/views.ts";
import { type App, findExam, localDate, localDay } from "./app.ts";
import { labelsOf } from "./labels.ts";

/** A session that runs: its state, and the items as they are asked in it. */
export interface Drill {
  readonly app: App;
  readonly exam: Exam;
  readonly standing: Standing;
  readonly items: Map<string, LoadedItem>;
  state: QuizState;
  /** Number of the session's next event. */
  seq: number;
  /** Epoch time after which no further question is asked. */
  readonly until: number;
}

/** What a new drill is opened with. */
export interface DrillPlan {
  readonly kind: SessionKind;
  readonly ids: readonly string[];
  readonly seed: string;
  readonly minutes?: number;
  readonly topics?: readonly string[];
}

/** Opens a drill: lays out the form and writes it, with the texts that the journal does not hold yet. */
export async function openDrill(app: App, plan: DrillPlan): Promise<Drill> {
  const [bank, exam, standing] = [await app.bank(), await app.exam(), await app.standing()];
  const items = bank.load(plan.ids);
  const rng = seededRng(`${plan.seed} layout`);
  const form = items.map((item) => layOut(item, bank.entry(item.id)?.fingerprint ?? "", rng));
  const opened: SessionOpened = {
    type: "opened",
    kind: plan.kind,
    exam: exam.code,
    seed: plan.seed,
    form,
    ...(plan.minutes ? { minutes: plan.minutes } : {}),
    ...(plan.topics && plan.topics.length > 0 ? { topics: plan.topics } : {}),
  };
  const session = newSessionName(app);
  const events = app.journal().append(session, 0, [...newTexts(items, form, standing), opened]);
  const open = events.at(-1) as OpenedEvent;
  return {
    app,
    exam,
    standing,
    items: new Map(items.map((item) => [item.id, item])),
    state: openQuiz(open),
    seq: events.length,
    until: plan.minutes ? app.host.now() + plan.minutes * 60_000 : Number.POSITIVE_INFINITY,
  };
}

/** Texts of the form that the journal does not hold yet. */
export function newTexts(
  items: readonly LoadedItem[],
  form: readonly FormEntry[],
  standing: Standing,
): ItemKept[] {
  return items.flatMap((item, index): ItemKept[] => {
    const fingerprint = form[index]?.fingerprint ?? "";
    if (standing.kept[fingerprint]) return [];
    const { file: _file, line: _line, draws: _draws, texts: _texts, ...text } = item;
    return [{ type: "item", fingerprint, item: text }];
  });
}

/** A name for a new session: its day and a random word. */
export function newSessionName(app: App): string {
  return `${localDate(app.host.now())}-${app.host.randomWord().slice(0, 4)}`;
}

/** Takes up a session where it was left. @throws CertdrillError when it is unknown, closed, or its items are gone */
export async function resumeDrill(app: App, session: string): Promise<Drill> {
  const { events } = readJournalMentioning(app.journalFolder, session);
  const own = sessionEvents(events, session);
  const opened = own.find((event): event is OpenedEvent => event.type === "opened");
  if (!opened)
    throw new CertdrillError("session-unknown", `there is no session "${session}"`, {
      hint: "see: certdrill report --list",
    });
  const state = own.reduce(foldQuiz, openQuiz(opened));
  if (state.closed)
    throw new CertdrillError("session-closed", `the session ${session} is closed`, {
      hint: `see: certdrill report ${session}`,
    });
  const [bank, standing] = [await app.bank(), await app.standing()];
  const used = own
    .flatMap((event) => (event.type === "answered" || event.type === "skipped" ? [event.ms] : []))
    .reduce((a, b) => a + b, 0);
  const minutes = opened.minutes;
  return {
    app,
    exam: findExam(bank.exams, opened.exam),
    standing,
    items: await itemsAsOpened(app, wholeForm(own), await keptTexts(app, wholeForm(own)), bank.load),
    state,
    seq: 1 + Math.max(...own.map((event) => event.seq)),
    until: minutes ? app.host.now() + Math.max(0, minutes * 60_000 - used) : Number.POSITIVE_INFINITY,
  };
}

/** Texts of a form that the journal holds, by fingerprint. */
export async function keptTexts(
  app: App,
  form: readonly FormEntry[],
): Promise<Map<string, ItemKept["item"]>> {
  const wanted = new Set(form.map((entry) => entry.fingerprint));
  const { events } = readJournalMentioning(app.journalFolder, '"type":"item"');
  return new Map(
    events.flatMap((event) =>
      event.type === "item" && wanted.has(event.fingerprint)
        ? [[event.fingerprint, event.item] as const]
        : [],
    ),
  );
}

/** Items of a form with the wording they had when it was opened. */
export async function itemsAsOpened(
  app: App,
  form: readonly FormEntry[],
  kept: ReadonlyMap<string, ItemKept["item"]>,
  load: (ids: readonly string[]) => LoadedItem[],
): Promise<Map<string, LoadedItem>> {
  const { parseItemTexts } = await import("../schema/parse-markdown.ts");
  return new Map(
    form.map((entry) => {
      const text = kept.get(entry.fingerprint);
      if (!text) app.talk(`The wording of ${entry.item} was not kept; today's is used.`);
      const item = text ? { ...text, file: "", line: 0, texts: parseItemTexts(text) } : load([entry.item])[0];
      return [entry.item, item as LoadedItem];
    }),
  );
}

/** Appends events to a drill's session. */
export function record(drill: Drill, drafts: readonly EventDraft[]): readonly JournalEvent[] {
  const events = drill.app.journal().append(drill.state.session, drill.seq, drafts);
  drill.seq += events.length;
  for (const event of events) drill.state = foldQuiz(drill.state, event);
  return events;
}

/** How questions reach the learner. */
export interface DrillIo {
  readonly asker: QuizAsker;
  readonly confidence: boolean;
  /** Opens an item in the learner's editor. */
  edit(item: LoadedItem): Promise<void>;
}

/** Chooses the next item of a form that grows while it is asked; undefined when it is complete. */
export type NextItem = () => Promise<string | undefined>;

/** Runs a drill to its end or until it is left. */
export async function runDrill(
  drill: Drill,
  io: DrillIo,
  next?: NextItem,
): Promise<Leave["how"] | undefined> {
  const { left } = await runQuiz(drill.state, {
    asker: io.asker,
    record: (drafts) => record(drill, drafts),
    keyOf: (entry) => keyOf(itemOf(drill, entry)),
    questionView: (state, n) => questionView(drill, state, n, io.confidence),
    feedbackView: (state, n) => feedbackView(drill, state, n),
    edit: async (id) => {
      const item = drill.items.get(id);
      if (item) await io.edit(item);
    },
    timeIsUp: () => drill.app.host.now() > drill.until,
    ...(next ? { more: () => extend(drill, next) } : {}),
  });
  return left;
}

/** The next item of a growing form, with its text if the journal does not hold it yet. */
async function extend(drill: Drill, next: NextItem): Promise<readonly EventDraft[]> {
  const id = await next();
  if (id === undefined) return [];
  const bank = await drill.app.bank();
  const items = bank.load([id]);
  const rng = seededRng(`${drill.state.seed} layout ${drill.state.form.length}`);
  const form = items.map((item) => layOut(item, bank.entry(item.id)?.fingerprint ?? "", rng));
  for (const item of items) drill.items.set(item.id, item);
  return [...newTexts(items, form, drill.standing), { type: "extended", form }];
}

function itemOf(drill: Drill, entry: FormEntry): LoadedItem {
  const item = drill.items.get(entry.item);
  if (!item) throw new Error(`item ${entry.item} was not loaded`);
  return item;
}

function questionView(drill: Drill, state: QuizState, n: number, confidence: boolean): QuestionView {
  const entry = state.form[n] as FormEntry;
  const item = itemOf(drill, entry);
  return {
    ...viewItem(item, entry, labelsOf(item, drill.exam)),
    n: Math.min(state.form.length, state.answers.size + (state.answers.has(n) ? 0 : 1)),
    of: state.form.length,
    flagged: state.flagged.has(n),
    canUndo: state.trail.length > 0,
    seen: itemState(drill.standing.learner, entry.item)?.n ?? 0,
    confidence,
  };
}

function feedbackView(drill: Drill, state: QuizState, n: number): FeedbackView {
  const answer = state.answers.get(n);
  if (!answer) throw new Error(`place ${n} has no answer`);
  return {
    ...questionView(drill, state, n, false),
    answer,
    disputed: state.disputed.has(n),
    comesBack: comesBackIn(drill, answer),
  };
}

/** When the item will be due again, in words, as the memory model has it. */
function comesBackIn({ app, standing }: Drill, answer: Answered & { at: string }): string {
  const at = Date.parse(answer.at);
  const before = itemState(standing.learner, answer.item)?.memory;
  const after = remember(before, gradeAnswer(answer, standing.learner.pace.median), at, localDay(at));
  const days = dueDay(after, app.settings.retention) - localDay(app.host.now());
  return days <= 1 ? "tomorrow" : `in ${days} days`;
}
