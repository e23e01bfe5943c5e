import type { Confusion } from "../../report/confusions.ts";
import { table, wrap } from "../layout.ts";
import { percent, range } from "../numbers.ts";
import type { Theme } from "../theme.ts";

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly fresh: number;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly weak: boolean;
}

/** What `certdrill weak` tells. */
export interface WeakModel {
  readonly exam: string;
  readonly domains: readonly Standing[];
  readonly tasks: readonly Standing[];
  readonly services: readonly Standing[];
  readonly weaker: readonly { readonly name: string; readonly than: string; readonly chance: number }[];
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
    ...model.weaker
      .filter((pair) => pair.chance >= 0.7)
      .map((pair) => `${pair.name} is weaker than ${pair.than} (${Math.round(pair.chance * 100)} %)`),
    "",
    ...section("Domain", model.domains, theme),
    ...section("Task", model.tasks, theme),
    ...section("Service", model.services, theme),
    ...confusionLines(model, theme),
    ...leechLines(model, theme),
  ];
  return lines.flatMap((line) => (line === "" ? [""] : wrap(line, width, 2)));
}

function section(title: string, list: readonly Standing[], theme: Theme): string[] {
  const known = list
    .filter((one) => one.expected !== null)
    .sort((a, b) => (a.expected ?? 0) - (b.expected ?? 0));
  if (known.length === 0) return [];
  const rows = known
    .slice(0, 10)
    .map((one) => [
      one.name,
      percent(one.expected),
      range(one),
      `${one.fresh} fresh`,
      one.weak ? "weak" : "",
    ]);
  const [head = "", ...body] = table([[title, "share", "90 %", "answers", ""], ...rows], [1, 2, 3]);
  return [theme.strong(head), ...body, ""];
}

function confusionLines({ confusions }: WeakModel, theme: Theme): string[] {
  if (confusions.length === 0) return [];
  const rows = confusions.slice(0, 8).map(({ picked, instead, n }) => [`${picked} for ${instead}`, `${n}x`]);
  return [theme.strong("Mixed up (certdrill weak --confused)"), ...table(rows, [1]), ""];
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
