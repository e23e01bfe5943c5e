import type { App } from "../app/app.ts";
import { conductDrill } from "../app/conduct-drill.ts";
import { openDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { lookOf } from "../app/look.ts";
import { readinessNow, reserveNow, weakDomains } from "../app/where-you-stand.ts";
import type { Bank } from "../bank/open-bank.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { itemState } from "../learner/learner.ts";
import { isLeech } from "../learner/memory.ts";
import type { Standing } from "../learner/standing.ts";
import { type Confusion, confusionPairs } from "../report/confusions.ts";
import type { Exam } from "../schema/exam.ts";
import { domainOf } from "../schema/item-parts.ts";
import { serviceName } from "../schema/services.ts";
import { planQuiz } from "../session/plan-quiz.ts";
import { seededRng } from "../session/rng.ts";
import { type WeakModel, weakLines } from "../ui/views/weak-view.ts";

export interface WeakOptions {
  readonly drill?: boolean;
  readonly confused?: boolean;
  readonly count?: number;
  readonly seed?: string;
  readonly io?: string;
  readonly json?: boolean;
}

/** `certdrill weak`: what is weak and what is mixed up; on request, a drill on it. */
export async function weak(app: App, options: WeakOptions): Promise<ExitCode> {
  const [bank, exam, standing] = [await app.bank(), await app.exam(), await app.standing()];
  const model = await weakModel(app, bank, exam, standing);
  if (options.drill || options.confused) return drillWeak(app, options, model);
  const { width, theme } = lookOf(app);
  app.print(options.json ? JSON.stringify(model, null, 2) : weakLines(model, width, theme).join("\n"));
  if (options.json || chooseMode(app, options.io) !== "screen") return exitCodes.done;
  const { openPrompts } = await import("../ui/prompts/menu.ts");
  const yes = await (await openPrompts(app.host)).confirm("Drill it now?", true);
  return yes ? drillWeak(app, options, model) : exitCodes.done;
}

async function weakModel(app: App, bank: Bank, exam: Exam, standing: Standing): Promise<WeakModel> {
  const { domains, tasks, services, weaker } = await readinessNow(app, exam.code, standing);
  const taskTitle = (id: string) =>
    exam.domains.flatMap((domain) => domain.tasks).find((task) => task.id === id)?.title ?? id;
  const short = (id: string) => exam.domains.find((domain) => domain.id === id)?.short ?? id;
  const leeches = Object.entries(standing.learner.items).filter(([, item]) =>
    isLeech(item.memory, item.recent),
  );
  return {
    exam: exam.code,
    domains: domains.map((domain) => ({ ...domain, name: short(domain.id) })),
    tasks: tasks.map((task) => ({ ...task, name: taskTitle(task.id) })),
    services: services.map((service) => ({ ...service, name: serviceName(service.id) })),
    weaker: weaker.map(({ id, than, chance }) => ({ name: short(id), than: short(than), chance })),
    confusions: confusions(bank, standing),
    leeches: leeches.map(([id]) => ({
      item: id,
      confusedWith: confusions(bank, standing, id).map((pair) => pair.picked),
    })),
  };
}

/** Pairs that are mixed up, of all items or of one. */
function confusions(bank: Bank, standing: Standing, only?: string): Confusion[] {
  const picks = Object.entries(standing.confused).filter(
    ([pick]) => only === undefined || pick.startsWith(`${only} `),
  );
  return confusionPairs(Object.fromEntries(picks), (id) => (bank.entry(id) ? bank.load([id])[0] : undefined));
}

async function drillWeak(app: App, options: WeakOptions, model: WeakModel): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const [bank, exam, standing] = [await app.bank(), await app.exam(), await app.standing()];
  const domains = await weakDomains(app, exam, standing);
  const reserve = reserveNow(bank, exam, standing);
  const confused = new Set(model.confusions.flatMap((pair) => pair.items));
  const fits = bank.entries.filter((entry) => {
    const objective = entry.objectives[exam.code];
    if (objective === undefined || reserve.has(entry.id)) return false;
    return options.confused ? confused.has(entry.id) : domains.has(domainOf(objective));
  });
  if (fits.length === 0)
    throw new CertdrillError("nothing-weak", "there is nothing to drill there yet", {
      hint: "answer some first: certdrill quiz --new",
    });
  const seed = options.seed ?? app.host.randomWord();
  const seen = (id: string) => itemState(standing.learner, id)?.n ?? 0;
  const ids = planQuiz(fits, options.count ?? 10, seen, seededRng(`${seed} plan`)).map((entry) => entry.id);
  return conductDrill(
    await openDrill(app, { kind: "quiz", ids, seed, topics: [options.confused ? "confused" : "weak"] }),
    mode,
  );
}
