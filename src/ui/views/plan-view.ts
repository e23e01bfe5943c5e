import type { DayPlan } from "../../learner/daily.ts";
import type { Feasibility } from "../../learner/feasibility.ts";
import { bar, fold, pad, padLeft, table } from "../layout.ts";
import { percent, writtenDay } from "../numbers.ts";
import type { Theme } from "../theme.ts";
import { planLine } from "./home-view.ts";

/** What `certdrill plan` tells. */
export interface PlanModel {
  readonly exam: string;
  readonly examDate: string | null;
  /** What to know when the exam cannot be sat on the day that counts. */
  readonly notice: readonly string[];
  readonly daysLeft: number | null;
  readonly minutes: number;
  readonly today: DayPlan;
  readonly feasibility: Feasibility | null;
  /** Items due on each of the next days, today first. */
  readonly forecast: readonly number[];
  /** Today, in days since 1970-01-01. */
  readonly firstDay: number;
  readonly domains: readonly {
    readonly id: string;
    readonly short: string;
    readonly left: number;
    readonly practised: number;
    readonly remembered: number;
  }[];
}

/** The plan, for a person. */
export function planLines(model: PlanModel, width: number, theme: Theme): string[] {
  const short = (id: string) => model.domains.find((domain) => domain.id === id)?.short ?? id;
  const when = model.examDate
    ? `exam on ${writtenDay(model.examDate)}, ${model.daysLeft} days left`
    : "no exam date: certdrill config set examDate 2027-01-15";
  const lines = [
    theme.title(`${model.exam.toUpperCase()} · ${model.minutes} minutes a day · ${when}`),
    ...model.notice,
    "",
    `Today     ${planLine(model.today, short)}`,
    ...feasibilityLines(model.feasibility),
    "",
    theme.strong("Due in the next 14 days, as things stand"),
    ...forecastLines(model, width, theme),
    "",
    ...domainTable(model, width, theme),
  ];
  return fold(lines, width);
}

function feasibilityLines(found: Feasibility | null): string[] {
  if (!found) return [];
  if (found.unseen === 0)
    return [
      `Pace      every item was seen; about ${percent(found.recall)} of them will be remembered on exam day`,
    ];
  const need = `${found.unseen} items were never seen: ${found.needed} new a day needed, ${found.possible} fit beside the reviews`;
  const end = found.feasible
    ? `feasible; about ${percent(found.recall)} of all items will be remembered on exam day`
    : `not feasible in these minutes: about ${percent(found.recall)} of all items will be remembered on exam day; more minutes a day, or fewer topics`;
  return [`Pace      ${need}`, `          ${end}`];
}

function forecastLines(model: PlanModel, width: number, theme: Theme): string[] {
  const most = Math.max(1, ...model.forecast);
  const cells = Math.max(8, Math.min(40, width - 24));
  return model.forecast.map((count, index) => {
    const date = new Date((model.firstDay + index) * 86_400_000).toISOString().slice(5, 10);
    return `  ${index === 0 ? pad("today", 6) : pad(date, 6)} ${padLeft(String(count), 4)}  ${theme.accent(bar(count / most, cells).replaceAll("░", ""))}`.trimEnd();
  });
}

function domainTable({ domains }: PlanModel, width: number, theme: Theme): string[] {
  const rows = domains.map(({ short, left, practised, remembered }) => [
    short,
    String(left),
    String(practised),
    `about ${remembered}`,
  ]);
  const [head = "", ...body] = table([["Items", "new", "met", "remembered"], ...rows], [1, 2, 3], width);
  return [theme.strong(head), ...body];
}
