import type { Miss, Part, SessionReport } from "../../report/session-report.ts";
import { bar, cut, fold, pad, padLeft, table, wrap } from "../layout.ts";
import { renderInline, renderMarkdown } from "../markdown-source.ts";
import { chanceText, duration, passStep, percent, range } from "../numbers.ts";
import type { Theme } from "../theme.ts";

const ways: Readonly<Record<string, string>> = {
  finished: "finished",
  scored: "scored before its end",
  submitted: "submitted",
  "time-up": "submitted when the time was up",
  discarded: "discarded",
};

/** The score and what it is made of, for a person. */
export function sessionReportLines(report: SessionReport, width: number, theme: Theme): string[] {
  const { score } = report;
  const how = report.closed ? (ways[report.closed] ?? report.closed) : "still open";
  const lines = [
    theme.title(
      `${report.exam.toUpperCase()} ${report.kind} · ${score.right} of ${score.n} right (${percent(score.share)})`,
    ),
    theme.faint(
      `${report.at.slice(0, 16).replace("T", " ")} UTC · ${how} · ${report.answers.length} of ${report.items} answered · seed ${report.seed}`,
    ),
    "",
    ...mockLines(report, width, theme),
    ...partLines("Domain", report.domains, width, theme, report.mock?.words),
    ...partLines("Service", report.services, width, theme),
    ...factLines(report),
  ];
  return fold(lines, width);
}

/** The estimate of a mock exam, how wide it is, and what it rests on. */
function mockLines({ mock }: SessionReport, width: number, theme: Theme): string[] {
  if (!mock) return [];
  const { score } = mock;
  const time = `${duration(mock.usedMs)} of ${duration(mock.limitMs)}${mock.practice ? `, practice, ${duration(mock.awayMs)} away` : ""}`;
  const rest = [
    `The ${mock.unscored.n} unscored items: ${mock.unscored.right} right. Not answered: ${mock.blanks}. Time: ${time}.`,
    "",
  ];
  if (!score) return rest;
  const word = score.pass < 0.2 ? "not yet" : score.pass > 0.8 ? "likely" : "open";
  const verdict =
    score.estimate >= mock.passMark ? theme.right("above the pass mark") : theme.wrong("below the pass mark");
  return [
    `Estimated score  ${theme.title(String(score.estimate))}  ${verdict} of ${mock.passMark}; a form like it: ${score.low} to ${score.high}`,
    `Pass             ${word} (${chanceText(score.pass, passStep)})`,
    scaleLine(score, mock.passMark, Math.min(60, width - 17)),
    theme.faint(
      "An estimate of ours on the 100-1000 scale: AWS publishes neither the raw cut nor the scale. It takes 72 % of the scored items as 720, and does not know how hard the real form is.",
    ),
    ...rest,
  ];
}

/** The estimate between its bounds on the scale, the pass mark set in. */
function scaleLine(
  score: { low: number; high: number; estimate: number },
  pass: number,
  cells: number,
): string {
  const at = (points: number) => Math.round(((points - 100) / 900) * (cells - 1));
  const signs = Array.from({ length: cells }, () => "─");
  signs[0] = "├";
  signs[cells - 1] = "┤";
  signs[at(score.low)] = "[";
  signs[at(score.high)] = "]";
  signs[at(pass)] = "┊";
  signs[at(score.estimate)] = "●";
  return `                 ${signs.join("")}`;
}

function partLines(
  title: string,
  parts: readonly Part[],
  width: number,
  theme: Theme,
  words: Readonly<Record<string, string>> = {},
): string[] {
  if (parts.length === 0) return [];
  const name = Math.min(32, width - 24, Math.max(...parts.map((part) => part.name.length), title.length));
  const cells = Math.max(4, Math.min(20, width - name - (Object.keys(words).length > 0 ? 40 : 28)));
  const rows = parts.map((part) => {
    const numbers = `${padLeft(`${part.right}/${part.n}`, 6)}  ${padLeft(percent(part.share), 5)}  ${padLeft(part.n >= 5 ? range(part) : "", 6)}${words[part.id] ? `  ${words[part.id]}` : ""}`;
    return `${pad(cut(part.name, name), name)}  ${theme.accent(bar(part.share ?? 0, cells))}${numbers}`;
  });
  return [
    theme.strong(
      `${pad(title, name)}  ${pad("", cells)}${padLeft("right", 6)}  ${padLeft("share", 5)}  ${padLeft("90 %", 6)}`,
    ),
    ...rows,
    "",
  ];
}

function factLines(report: SessionReport): string[] {
  const { pacing, first, repeated, changes, flagged } = report;
  const rows: [string, string][] = [];
  const add = (name: string, text: string) => rows.push([name, text]);
  if (first.n > 0 || repeated.n > 0)
    add(
      "First seen",
      `${first.right} of ${first.n}${repeated.n > 0 ? ` · repeated ${repeated.right} of ${repeated.n}` : ""}`,
    );
  if (report.answers.length > 0) {
    const slow = pacing.slowest ? ` · slowest ${duration(pacing.slowest.ms)} (no. ${pacing.slowest.n})` : "";
    const rush = report.answers.length >= 20 ? ` · last ten ${duration(pacing.lastTenMs)} each` : "";
    add("Pace", `${duration(pacing.medianMs)} an item, ${duration(pacing.totalMs)} in all${slow}${rush}`);
  }
  if (changes.n > 0)
    add(
      "Changed",
      `${changes.n} answers: ${changes.toRight} to right, ${changes.toWrong} to wrong, ${changes.between} between equals`,
    );
  if (flagged.n > 0)
    add(
      "Flagged",
      `${flagged.right} of ${flagged.n} right · unflagged ${report.unflagged.right} of ${report.unflagged.n}`,
    );
  if (report.confidence.length > 0)
    add("Said", report.confidence.map((one) => `${one.said}: ${one.right} of ${one.n} right`).join(" · "));
  if (report.confusions.length > 0)
    add(
      "Confused",
      report.confusions
        .slice(0, 4)
        .map(({ picked, instead, n }) => `${picked} for ${instead}${n > 1 ? ` (${n})` : ""}`)
        .join(" · "),
    );
  const excluded = report.answers.filter((answer) => answer.excluded).length;
  if (excluded > 0) add("Left out", `${excluded} disputed`);
  const changedKeys = report.answers.filter((answer) => answer.keyChanged).map((answer) => answer.n);
  if (changedKeys.length > 0) add("Key changed", `since then for no. ${changedKeys.join(", ")}`);
  return rows.length > 0 ? [...table(rows), ""] : [];
}

/** The misses: what was asked, what was picked and why it is wrong, what is right and why. */
export function missLines(misses: readonly Miss[], width: number, theme: Theme): string[] {
  return misses.flatMap((miss) => [
    theme.title(`${miss.n}. ${miss.item}`),
    ...renderMarkdown(miss.stem, width, theme),
    "",
    ...miss.chosen.flatMap((option) => whyLines(theme.wrong("✗ you picked"), option, width, theme)),
    ...miss.key.flatMap((option) => whyLines(theme.right("✓ right"), option, width, theme)),
    ...miss.references.map((url) => theme.faint(`  ${url}`)),
    "",
  ]);
}

function whyLines(
  lead: string,
  option: { text: string; why: string },
  width: number,
  theme: Theme,
): string[] {
  return [
    ...wrap(`  ${lead}: ${renderInline(option.text, theme)}`, width, 4),
    ...wrap(renderInline(option.why, theme), width - 4).map((line) => `    ${line}`),
  ];
}
