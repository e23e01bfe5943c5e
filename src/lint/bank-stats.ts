import type { BankItem } from "../bank/parse-bank.ts";
import type { Exam } from "../schema/exam.ts";
import { type Level, levels } from "../schema/item.ts";
import { keyOf } from "../schema/item-parts.ts";
import { type AttackResult, attackItems } from "./attacker.ts";
import { viewItem } from "./item-view.ts";

/** How many items a part of an outline has. */
export interface Coverage {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

/** Items of one exam along its outline. */
export interface ExamCoverage {
  readonly code: string;
  readonly items: number;
  /** With the weight in per cent that the outline asks for and the per cent of the exam's items. */
  readonly domains: readonly (Coverage & { readonly weight: number; readonly percent: number })[];
  readonly tasks: readonly Coverage[];
  readonly objectives: readonly Coverage[];
}

/** Ages of the verifications, in whole days. */
interface VerifiedAges {
  readonly oldest: number;
  readonly median: number;
}

/** What a bank holds, in numbers. */
export interface BankStats {
  readonly items: number;
  readonly multipleResponse: number;
  readonly computed: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly exams: readonly ExamCoverage[];
  /** Items per service, the most frequent first; an item counts for each service it names. */
  readonly services: readonly { readonly service: string; readonly items: number }[];
  /** Absent for an empty bank. */
  readonly age?: VerifiedAges;
  readonly attack: AttackResult;
}

/** Counts the items of a bank along the outlines, and attacks them by their form. */
export function bankStats(items: readonly BankItem[], exams: readonly Exam[], now: Date): BankStats {
  const age = agesOf(items, now);
  return {
    items: items.length,
    multipleResponse: items.filter((item) => keyOf(item).length > 1).length,
    computed: items.filter((item) => item.template).length,
    levels: Object.fromEntries(
      levels.map((level) => [level, items.filter((item) => item.level === level).length]),
    ) as Record<Level, number>,
    exams: exams.map((exam) => coverageOf(exam, items)),
    services: countServices(items),
    ...(age ? { age } : {}),
    attack: attackItems(items.map(viewItem)),
  };
}

function coverageOf(exam: Exam, items: readonly BankItem[]): ExamCoverage {
  const tested = items.flatMap(({ objectives }) => objectives[exam.code] ?? []);
  const within = (id: string) =>
    tested.filter((objective) => objective === id || objective.startsWith(`${id}.`)).length;
  const tasks = exam.domains.flatMap((domain) => domain.tasks);
  return {
    code: exam.code,
    items: tested.length,
    domains: exam.domains.map(({ id, name, weight }) => {
      const count = within(id);
      return {
        id,
        name,
        weight,
        items: count,
        percent: tested.length === 0 ? 0 : (100 * count) / tested.length,
      };
    }),
    tasks: tasks.map(({ id, title }) => ({ id, name: title, items: within(id) })),
    objectives: tasks.flatMap((task) =>
      task.objectives.map(({ id, text }) => ({ id, name: text, items: within(id) })),
    ),
  };
}

function countServices(items: readonly BankItem[]): { service: string; items: number }[] {
  const counts = new Map<string, number>();
  for (const { services } of items)
    for (const service of new Set(services)) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts]
    .map(([service, count]) => ({ service, items: count }))
    .sort((a, b) => b.items - a.items || (a.service < b.service ? -1 : 1));
}

const day = 24 * 60 * 60 * 1000;

function agesOf(items: readonly BankItem[], now: Date): VerifiedAges | undefined {
  const ages = items
    .map(({ verified }) => Math.floor((now.getTime() - Date.parse(verified)) / day))
    .sort((a, b) => a - b);
  const [oldest, median] = [ages.at(-1), ages[Math.floor(ages.length / 2)]];
  return oldest === undefined || median === undefined ? undefined : { oldest, median };
}
