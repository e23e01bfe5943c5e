import type { Confusion } from "../../report/confusions.ts";
import { fold, table } from "../layout.ts";
import type { Theme } from "../theme.ts";
import { freshAnswers, type StandingRow, standingTable } from "./standing-table.ts";
import { type NamedPair, weakerLines } from "./weaker-lines.ts";

/** What `certdrill weak` tells. */
export interface WeakModel {
  readonly exam: string;
  readonly domains: readonly StandingRow[];
  readonly tasks: readonly StandingRow[];
  readonly services: readonly StandingRow[];
  readonly weaker: readonly NamedPair[];
  readonly confusions: readonly Confusion[];
  readonly leeches: readonly { readonly item: string; readonly confusedWith: readonly string[] }[];
}

/** What is weak, as far as that is known; never a bare ranking. */
export function weakLines(model: WeakModel, width: number, theme: Theme): string[] {
  const flagged = [...model.domains, ...model.tasks, ...model.services].filter((one) => one.weak);
  const lines = [
    theme.title(`${model.exam.toUpperCase()} · weak means: under the cut with a chance of at least 90 %`),
    "",
    flagged.length > 0
      ? theme.warn(`Weak: ${flagged.map((one) => one.name).join(", ")}`)
      : "Nothing is known to be weak.",
    ...weakerLines(model.weaker),
    "",
    ...section("Domain", model.domains, width, theme),
    ...section("Task", model.tasks, width, theme),
    ...section("Service", model.services, width, theme),
    ...confusionLines(model, width, theme),
    ...leechLines(model, theme),
  ];
  return fold(lines, width);
}

function section(title: string, list: readonly StandingRow[], width: number, theme: Theme): string[] {
  const known = list
    .filter((one) => one.expected !== null)
    .sort((a, b) => (a.expected ?? 0) - (b.expected ?? 0));
  if (known.length === 0) return [];
  return [...standingTable(title, known.slice(0, 10), freshAnswers, width, theme), ""];
}

function confusionLines({ confusions }: WeakModel, width: number, theme: Theme): string[] {
  if (confusions.length === 0) return [];
  const rows = confusions.slice(0, 8).map(({ picked, instead, n }) => [`${picked} for ${instead}`, `${n}x`]);
  return [theme.strong("Mixed up (certdrill weak --confused)"), ...table(rows, [1], width), ""];
}

function leechLines({ leeches }: WeakModel, theme: Theme): string[] {
  if (leeches.length === 0) return [];
  const rows = leeches.map(
    ({ item, confusedWith }) =>
      `${item}${confusedWith.length > 0 ? `, taken for ${confusedWith.join(", ")}` : ""}`,
  );
  return [
    theme.strong("Leeches: forgotten again and again; read their explanation: certdrill bank show ID"),
    ...rows,
    "",
  ];
}
