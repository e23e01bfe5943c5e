import type { Stats } from "../../report/stats.ts";
import { fold, sparkline } from "../layout.ts";
import { chanceText, passStep, percent } from "../numbers.ts";
import type { Theme } from "../theme.ts";
import { freshAnswers, standingTable } from "./standing-table.ts";
import { weakerLines } from "./weaker-lines.ts";

/** One line per domain: bar, share, 90 % range, fresh answers. */
export function domainLines(stats: Stats, width: number, theme: Theme): string[] {
  const rows = stats.domains.map((domain) => ({ ...domain, name: domain.short }));
  return standingTable("Domain", rows, freshAnswers, width, theme).slice(1);
}

/** Readiness in one or two lines. */
export function readyLines(stats: Stats, theme: Theme): string[] {
  const { score, passProbability, verdict, fresh, weaker } = stats.readiness;
  if (!score) return [`Ready     not known yet: ${fresh} fresh answers, an estimate needs 5`];
  const pass =
    passProbability === null
      ? theme.faint(`chance to pass after ${65 - fresh} more fresh answers`)
      : `pass ${verdict === "open" ? "is open" : verdict} (${chanceText(passProbability, passStep)})`;
  const short = (id: string) => stats.domains.find((domain) => domain.id === id)?.short ?? id;
  const surest = weaker
    .slice(0, 1)
    .map(({ id, than, chance }) => ({ name: short(id), than: short(than), chance }));
  return [
    `Ready     ${theme.strong(String(score.estimate))} of 1000, between ${score.low} and ${score.high}; ${pass}`,
    ...weakerLines(surest).map((line) => `          ${line}`),
  ];
}

/** The whole standing. */
export function statsLines(stats: Stats, width: number, theme: Theme): string[] {
  const days = (n: number) => `${n} day${n === 1 ? "" : "s"}`;
  const lines = [
    theme.title(
      `${stats.exam.toUpperCase()} · ${stats.answers} answers, ${stats.right} right · ${stats.itemsSeen} items seen, ${stats.itemsLeft} never seen`,
    ),
    "",
    ...readyLines(stats, theme),
    `          ${theme.faint("an estimate of ours on the 100-1000 scale; AWS publishes neither cut nor scale")}`,
    "",
    ...domainLines(stats, width, theme),
    "",
    ...serviceLines(stats, theme, width),
    `First answers, last 8 weeks   ${sparkline(stats.weeks.map((week) => week.share ?? undefined))}  ${weekRange(stats)}`,
    ...scoreTrend(stats),
    "",
    `Streak    ${days(stats.streak.days)}${stats.streak.frozen > 0 ? `, ${stats.streak.frozen} bridged` : ""}${stats.streak.today ? "" : " (today is open)"}`,
    ...calendarLines(stats, theme),
    ...(stats.keyChanged > 0
      ? ["", `${stats.keyChanged} answers are left out because the item's key has changed since.`]
      : []),
  ];
  return fold(lines, width);
}

function weekRange(stats: Stats): string {
  const shares = stats.weeks.flatMap((week) => (week.share === null ? [] : [week.share]));
  return shares.length === 0
    ? "none yet"
    : `${percent(shares[0] ?? null)} to ${percent(shares.at(-1) ?? null)}`;
}

function serviceLines(stats: Stats, theme: Theme, width: number): string[] {
  if (stats.services.length === 0) return [];
  const lowest = [...stats.services].sort((a, b) => a.expected - b.expected).slice(0, 8);
  const [, ...rows] = standingTable("Service", lowest, freshAnswers, width, theme);
  return [theme.strong("Services with at least 5 fresh answers, lowest first"), ...rows, ""];
}

function scoreTrend(stats: Stats): string[] {
  const recent = stats.sessions.slice(-20);
  if (recent.length < 2) return [];
  const shares = recent.map((session) => (session.n === 0 ? undefined : session.right / session.n));
  return [
    `Sessions, last ${recent.length}${" ".repeat(Math.max(1, 14 - String(recent.length).length))} ${sparkline(shares)}`,
  ];
}

/** Eight weeks, a row per weekday: a sign for each day. */
function calendarLines(stats: Stats, theme: Theme): string[] {
  const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
  // 1970-01-01 was a Thursday.
  const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;
  const rows = weekdays.map((name, index) => {
    const signs = stats.calendar
      .filter(({ day }) => weekday(day) === index)
      .map(({ n, done }) => (done ? theme.right("■") : n > 0 ? theme.accent("▪") : theme.faint("·")));
    return `          ${name}  ${signs.join(" ")}`;
  });
  return ["", ...rows, `          ${theme.faint("■ plan finished   ▪ some answers   · none")}`];
}
