import type { DayPlan } from "../../learner/daily.ts";
import type { Stats } from "../../report/stats.ts";
import { fold, sparkline, spread } from "../layout.ts";
import { writtenDay } from "../numbers.ts";
import type { Theme } from "../theme.ts";
import { domainLines, readyLines } from "./stats-view.ts";

/** What home shows. */
export interface HomeModel {
  readonly stats: Stats;
  readonly plan: DayPlan;
  readonly examDate: string | undefined;
  /** What to know when the exam cannot be sat on the day that counts. */
  readonly notice: readonly string[];
  /** Days until the exam; negative once it is over. */
  readonly daysLeft: number | undefined;
  readonly lastMock: { readonly day: string; readonly right: number; readonly n: number } | undefined;
  readonly unfinished:
    | { readonly kind: string; readonly n: number; readonly of: number; readonly session: string }
    | undefined;
}

/** The plan in one line: "12 due, 5 on Security (weakest), 3 new, about 14 min". */
export function planLine(plan: DayPlan, shortName: (domain: string) => string): string {
  const counted = (reason: string) => plan.items.filter((item) => item.reason === reason).length;
  const [due, weak, fresh] = [counted("due"), counted("weak"), counted("new")];
  const parts = [
    ...(due > 0 ? [`${due} due`] : []),
    ...(weak > 0 ? [`${weak} on ${shortName(plan.weakest ?? "")} (weakest)`] : []),
    ...(fresh > 0 ? [`${fresh} new`] : []),
  ];
  return parts.length === 0
    ? "nothing is due"
    : `${parts.join(", ")}, about ${Math.max(1, Math.round(plan.minutes))} min`;
}

/** Where the learner stands today, on one screen. */
export function homeLines(model: HomeModel, width: number, theme: Theme): string[] {
  const { stats, plan } = model;
  const short = (id: string) => stats.domains.find((domain) => domain.id === id)?.short ?? id;
  const streak =
    stats.streak.days > 0 ? `streak ${stats.streak.days} day${stats.streak.days === 1 ? "" : "s"}` : "";
  const today = `Today     ${stats.streak.today ? "done; more: " : ""}${planLine(plan, short)}`;
  const lines = [
    `${theme.title("certdrill")}   ${theme.accent(stats.exam.toUpperCase())}${examLine(model)}`,
    ...model.notice,
    "",
    ...(width >= today.length + streak.length + 2
      ? [spread(today, theme.faint(streak), width)]
      : [today, ...(streak ? [`          ${streak}`] : [])]),
    ...readyLines(stats, theme),
    "",
    ...domainLines(stats, width, theme),
    ...mockLine(model),
    ...trendLine(stats),
    ...unfinishedLine(model),
  ];
  return fold(lines, width);
}

function examLine({ examDate, daysLeft }: HomeModel): string {
  if (!examDate || daysLeft === undefined) return "";
  const when =
    daysLeft > 1 ? `in ${daysLeft} days` : daysLeft === 1 ? "tomorrow" : daysLeft === 0 ? "today" : "over";
  return ` · exam on ${writtenDay(examDate)}, ${when}`;
}

function mockLine({ lastMock }: HomeModel): string[] {
  return lastMock
    ? ["", `Last mock ${writtenDay(lastMock.day)}   ${lastMock.right} of ${lastMock.n} scored items right`]
    : [];
}

function trendLine(stats: Stats): string[] {
  if (stats.weeks.filter((week) => week.n > 0).length < 2) return [];
  return [
    `${sparkline(stats.weeks.map((week) => week.share ?? undefined))}  accuracy on first answers, last 8 weeks`,
  ];
}

function unfinishedLine({ unfinished }: HomeModel): string[] {
  return unfinished
    ? [
        "",
        `A ${unfinished.kind} was left at ${unfinished.n} of ${unfinished.of}: certdrill resume ${unfinished.session}`,
      ]
    : [];
}
