import type { Readiness } from "../../learner/readiness.ts";
import type { Exam } from "../../schema/exam.ts";
import { fold, table } from "../layout.ts";
import { chanceText, passStep, percent } from "../numbers.ts";
import type { Theme } from "../theme.ts";
import { type CountColumn, standingTable } from "./standing-table.ts";
import { weakerLines } from "./weaker-lines.ts";

/** Readiness with what it rests on. */
export interface ReadinessModel extends Readiness {
  /** Objectives of which no item was ever answered. */
  readonly withoutEvidence: readonly string[];
  /** How the model's own predictions came true: chances from 0 to 1. */
  readonly selfCheck: readonly {
    readonly from: number;
    readonly to: number;
    readonly n: number;
    readonly given: number;
    readonly right: number;
  }[];
  readonly results: readonly { readonly score: number; readonly day: string }[];
}

/** Readiness, for a person. */
export function readinessLines(model: ReadinessModel, exam: Exam, width: number, theme: Theme): string[] {
  const short = (id: string) => exam.domains.find((domain) => domain.id === id)?.short ?? id;
  const lines = [
    theme.title(`${exam.code.toUpperCase()} readiness · ${model.fresh} fresh answers`),
    "",
    ...scoreLines(model, theme),
    "",
    ...domainRows(model, short, width, theme),
    ...comparisons(model, short),
    ...(model.narrowedBy
      ? [`What would narrow it most: fresh items of ${short(model.narrowedBy)} (certdrill diagnose)`]
      : []),
    ...evidenceLines(model, exam),
    ...selfCheckLines(model, theme),
    ...(model.results.length > 0
      ? ["", `Real results: ${model.results.map(({ score, day }) => `${score} on ${day}`).join(", ")}`]
      : []),
  ];
  return fold(lines, width);
}

function scoreLines(
  { score, passProbability, verdict, fresh, widened }: ReadinessModel,
  theme: Theme,
): string[] {
  if (!score)
    return [
      `No estimate yet: it needs 5 fresh answers, there are ${fresh}. Answer some: certdrill quiz --new`,
    ];
  const pass =
    passProbability === null
      ? `A chance to pass is given from 65 fresh answers on; ${65 - fresh} to go.`
      : `Pass        ${verdict} (${chanceText(passProbability, passStep)})`;
  return [
    `Estimate    ${theme.title(String(score.estimate))} of 1000`,
    `  between   ${score.low} and ${score.high}: what is not known about you (90 %)`,
    `  today     ${score.today.low} to ${score.today.high}, if you sat it today: 50 questions are few (90 %)`,
    pass,
    theme.faint(
      "An estimate of ours on the 100-1000 scale. AWS publishes neither cut nor scale. Only first answers to an item count; repeats show what you remember, not what you can do.",
    ),
    ...(widened
      ? [
          "The ranges are wider than usual: your first answers were predicted worse than by your plain average.",
        ]
      : []),
  ];
}

function domainRows(
  { domains }: ReadinessModel,
  short: (id: string) => string,
  width: number,
  theme: Theme,
): string[] {
  const rows = domains.map((domain) => ({ ...domain, name: short(domain.id) }));
  const remembered: CountColumn<(typeof rows)[number]> = {
    title: "remembered",
    of: (domain) => `about ${domain.remembered} of ${domain.practised}`,
  };
  return standingTable("Domain", rows, remembered, width, theme);
}

function comparisons({ weaker }: ReadinessModel, short: (id: string) => string): string[] {
  const named = weaker.map(({ id, than, chance }) => ({ name: short(id), than: short(than), chance }));
  const said = weakerLines(named).slice(0, 3);
  return said.length > 0 ? ["", ...said] : [""];
}

function evidenceLines({ withoutEvidence, fresh }: ReadinessModel, exam: Exam): string[] {
  if (withoutEvidence.length === 0 || fresh === 0) return [];
  const all = exam.domains.flatMap((domain) => domain.tasks.flatMap((task) => task.objectives)).length;
  return [`Without evidence: ${withoutEvidence.length} of ${all} objectives: ${withoutEvidence.join(", ")}`];
}

function selfCheckLines({ selfCheck }: ReadinessModel, theme: Theme): string[] {
  if (selfCheck.length === 0) return [];
  const rows = selfCheck.map(({ from, to, n, given, right }) => [
    `${Math.round(from * 100)}-${Math.round(to * 100)} %`,
    String(n),
    percent(given),
    percent(right),
  ]);
  return [
    "",
    theme.strong("Self-check: what was predicted of your first answers, and what came true"),
    ...table([["called", "answers", "on average", "came true"], ...rows], [1, 2, 3]),
  ];
}
