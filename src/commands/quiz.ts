import type { App } from "../app/app.ts";
import { conductDrill } from "../app/conduct-drill.ts";
import { openDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { offerUnfinished } from "../app/unfinished.ts";
import { reserveNow, weakDomains } from "../app/where-you-stand.ts";
import type { IndexEntry } from "../bank/bank-index.ts";
import { selectItems } from "../bank/select-items.ts";
import { CertdrillError, type ExitCode } from "../errors.ts";
import { itemState } from "../learner/learner.ts";
import type { Standing } from "../learner/standing.ts";
import type { Exam } from "../schema/exam.ts";
import { domainOf } from "../schema/item-parts.ts";
import { planQuiz } from "../session/plan-quiz.ts";
import { seededRng } from "../session/rng.ts";

export interface QuizOptions {
  readonly count?: number;
  readonly minutes?: number;
  readonly seed?: string;
  readonly new?: boolean;
  readonly missed?: boolean;
  readonly flagged?: boolean;
  readonly weak?: boolean;
  readonly io?: string;
  readonly failUnder?: number;
}

const usualCount = 10;

/** `certdrill quiz [topic...]` */
export async function quiz(app: App, topics: readonly string[], options: QuizOptions): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const taken = await offerUnfinished(app, mode);
  if (taken !== undefined) return taken;
  const [bank, exam, standing] = [await app.bank(), await app.exam(), await app.standing()];
  const { entries, unknown } = selectItems(bank.entries, exam, topics);
  refuseUnknown(unknown);
  const weak = options.weak ? await weakDomains(app, exam, standing) : new Set<string>();
  const fitting = filterByHistory(entries, standing, options, weak, exam);
  const wanted = withoutReserve(app, fitting, reserveNow(bank, exam, standing), topics);
  if (wanted.length === 0) throw nothingFits(topics, options);
  const seed = options.seed ?? app.host.randomWord();
  const count = options.count ?? (options.minutes ? wanted.length : usualCount);
  const seen = (id: string) => itemState(standing.learner, id)?.n ?? 0;
  const ids = planQuiz(wanted, count, seen, seededRng(`${seed} plan`)).map((entry) => entry.id);
  if (ids.length < (options.count ?? 0))
    app.talk(`Only ${ids.length} items fit; the quiz has ${ids.length}.`);
  const drill = await openDrill(app, {
    kind: "quiz",
    ids,
    seed,
    topics,
    ...(options.minutes ? { minutes: options.minutes } : {}),
  });
  return conductDrill(drill, mode, options);
}

/** Leaves out what is kept for mock exams, unless an item is asked for by its id. */
function withoutReserve(
  app: App,
  entries: readonly IndexEntry[],
  reserve: ReadonlySet<string>,
  topics: readonly string[],
): IndexEntry[] {
  const open = entries.filter((entry) => !reserve.has(entry.id) || topics.includes(entry.id));
  if (open.length === 0 && entries.length > 0)
    app.talk(`All ${entries.length} items that fit are kept for mock exams.`);
  return open;
}

function refuseUnknown(unknown: readonly { topic: string; nearest: readonly string[] }[]): void {
  const [first] = unknown;
  if (!first) return;
  throw new CertdrillError("topic-unknown", `no item matches "${first.topic}"`, {
    hint:
      first.nearest.length > 0
        ? `did you mean ${first.nearest.join(", ")}?`
        : "topics are services (lambda), domains (security), task or objective ids (2.1, 2.1.3), levels and tags; see: certdrill bank stats",
  });
}

function filterByHistory(
  entries: readonly IndexEntry[],
  standing: Standing,
  options: QuizOptions,
  weak: ReadonlySet<string>,
  exam: Exam,
): IndexEntry[] {
  const state = (entry: IndexEntry) => itemState(standing.learner, entry.id);
  return entries
    .filter((entry) => !options.new || state(entry) === undefined)
    .filter((entry) => !options.missed || state(entry)?.recent.at(-1) === 0)
    .filter((entry) => !options.flagged || standing.flagged[entry.id] === true)
    .filter((entry) => !options.weak || weak.has(domainOf(entry.objectives[exam.code] ?? "")));
}

function nothingFits(topics: readonly string[], options: QuizOptions): CertdrillError {
  const filters = (["new", "missed", "flagged", "weak"] as const)
    .filter((name) => options[name])
    .map((name) => `--${name}`);
  return new CertdrillError("nothing-fits", `no item fits ${[...topics, ...filters].join(" ")}`, {
    hint:
      filters.length > 0 ? `leave out ${filters.join(" or ")}, or widen the topic` : "choose another topic",
  });
}
