import type { IndexEntry } from "../bank/bank-index.ts";
import { selectItems } from "../bank/select-items.ts";
import { CertdrillError, type ExitCode } from "../errors.ts";
import { itemState } from "../learner/learner.ts";
import type { Standing } from "../learner/standing.ts";
import { planQuiz } from "../session/plan-quiz.ts";
import { seededRng } from "../session/rng.ts";
import type { App } from "./app.ts";
import { openDrill } from "./drill.ts";
import { chooseMode } from "./drill-io.ts";
import { conductDrill } from "./conduct-drill.ts";
import { offerUnfinished } from "./unfinished.ts";

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
  const wanted = filterByHistory(entries, standing, options, app);
  if (wanted.length === 0) throw nothingFits(topics, options);
  const seed = options.seed ?? app.host.randomWord();
  const count = options.count ?? (options.minutes ? wanted.length : usualCount);
  const seen = (id: string) => itemState(standing.learner, id)?.n ?? 0;
  const ids = planQuiz(wanted, count, seen, seededRng(`${seed} plan`)).map((entry) => entry.id);
  if (ids.length < (options.count ?? 0)) app.talk(`Only ${ids.length} items fit; the quiz has ${ids.length}.`);
  const drill = await openDrill(app, { kind: "quiz", ids, seed, topics, ...(options.minutes ? { minutes: options.minutes } : {}) });
  return conductDrill(drill, mode, options);
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

function filterByHistory(entries: readonly IndexEntry[], standing: Standing, options: QuizOptions, app: App): IndexEntry[] {
  const state = (entry: IndexEntry) => itemState(standing.learner, entry.id);
  return entries
    .filter((entry) => !options.new || state(entry) === undefined)
    .filter((entry) => !options.missed || state(entry)?.recent.at(-1) === 0)
    .filter((entry) => !options.flagged || standing.flagged[entry.id] === true)
    .filter((entry) => !options.weak || isWeak(entry, entries, standing, app.options.exam ?? app.settings.exam));
}

/** Items of the domain with the lowest share of right first answers; where nothing was answered, all items. */
function isWeak(entry: IndexEntry, _entries: readonly IndexEntry[], standing: Standing, exam: string): boolean {
  const fresh = standing.learner.exams[exam]?.fresh ?? [];
  const domains = standing.learner.exams[exam]?.blueprint.domains ?? [];
  const shares = fresh.map(([n, right]) => (n < 5 ? Number.POSITIVE_INFINITY : right / n));
  const lowest = Math.min(...shares);
  if (!Number.isFinite(lowest)) return true;
  const weak = domains.filter((_, index) => shares[index] === lowest).map((domain) => domain.id);
  return weak.includes((entry.objectives[exam] ?? "").split(".", 1)[0] ?? "");
}

function nothingFits(topics: readonly string[], options: QuizOptions): CertdrillError {
  const filters = (["new", "missed", "flagged", "weak"] as const).filter((name) => options[name]).map((name) => `--${name}`);
  return new CertdrillError("nothing-fits", `no item fits ${[...topics, ...filters].join(" ")}`, {
    hint: filters.length > 0 ? `leave out ${filters.join(" or ")}, or widen the topic` : "choose another topic",
  });
}
